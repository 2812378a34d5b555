"""What travels between the coordinator and its workers, which may be on other machines: a task, and its result. Plain data."""

from __future__ import annotations

import json
import os
import traceback
from dataclasses import asdict, dataclass, field, fields

from grader.grading import gate
from grader.grading.handed_in import HandedIn
from grader.grading.released import Template
from grader.grading.sandbox.outside import Limits
from grader.grading.secret_cases import SecretCases
from grader.judging.errors import CourseError

SENTENCE, TRACE = 500, 20_000  # characters of why a submission could not be graded, and of where

GRADED, NOTHING, FAILED = "graded", "nothing to grade", "could not be graded"  # the states of a submission


@dataclass(frozen=True)
class Task:
    """One submission. secret: the student's cases; digest: of all that its grade follows from."""

    student: str
    assignment: str
    found: HandedIn
    templates: tuple[Template, ...]
    secret: SecretCases
    limits: Limits
    digest: str


@dataclass(frozen=True)
class Mistake:
    """An exercise that did not pass. id: the exercise's; name: the misconception's, if one matched; sentence: what was said;
    idea: what is wrong in the line that was found, "" where none was.
    """

    id: str
    name: str | None = None
    blank: bool = False
    sentence: str = ""
    idea: str = ""


@dataclass(frozen=True)
class About:
    """What the class report tells about a submission beyond its points. isolation: how it was kept apart; notes: what was
    mended; seconds: how long it took; missing: notebooks for which there was nothing to grade; libraries: what it imports and
    is not installed; state: GRADED or NOTHING.
    """

    isolation: str = ""
    seconds: float = 0.0
    notes: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    missing: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    state: str = GRADED

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> About:
        """The inverse of `to_json`, also for what an earlier or a later version wrote."""
        known = {one.name for one in fields(cls)}
        found = {name: value for name, value in json.loads(text).items() if name in known}
        mistakes = tuple(Mistake(**mistake) for mistake in found.pop("mistakes", ()))
        listed = {name: tuple(found.get(name, ())) for name in ("notes", "missing", "libraries")}
        return cls(**{**found, **listed}, mistakes=mistakes)


@dataclass(frozen=True)
class Result:
    """What is written about one submission. points: (notebook, cell, points); files: path under grading/ → text;
    unanswered: (notebook, cell) left as released; failed: why it could not be graded, in a sentence; trace: where our own
    code stopped then, for who mends it.
    """

    student: str
    digest: str
    points: tuple[tuple[str, str, float | None], ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    unanswered: tuple[tuple[str, str], ...] = ()
    timestamp: str = ""
    about: About = About()
    failed: str = ""
    trace: str = ""

    @property
    def earned(self) -> float:
        return sum(points or 0 for _, _, points in self.points)

    @property
    def state(self) -> str:
        """GRADED, NOTHING or FAILED."""
        return FAILED if self.failed else self.about.state


def failure(student: str, digest: str, error: Exception) -> Result:
    """The result of a submission that cannot be graded: the sentence that `error` comes to, and a trace where it is our fault."""
    trace = ""
    if isinstance(error, CourseError):
        why = str(error)
    elif isinstance(error, OSError) and isinstance(error.filename, str):
        why = f"{os.path.basename(error.filename)} cannot be read or written ({error.strerror})"
    else:
        why = f"the grader itself failed ({type(error).__name__}: {error})"
        trace = gate.text("".join(traceback.format_exception(error)), TRACE)
    return Result(student, digest, failed=gate.line(why, SENTENCE), trace=trace)
