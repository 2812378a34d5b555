"""What travels between the coordinator and its workers, which may be on other machines: a task, and its result. Plain data."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields

from grader.grading.released import Template
from grader.grading.sandbox.outside import Limits
from grader.grading.secret_cases import SecretCases


@dataclass(frozen=True)
class Task:
    """One submission. files: name → bytes of the notebooks handed in; modules: name → text of the Python files beside
    them; secret: the student's cases;
    kept: the texts of nbgrader's own files beside them (when it was handed in, what its feedback is locked with).
    """

    student: str
    assignment: str
    files: dict[str, bytes]
    templates: tuple[Template, ...]
    secret: SecretCases
    limits: Limits
    digest: str
    kept: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    modules: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Mistake:
    """An exercise that did not pass. id: the exercise's; name: the misconception's, if one matched; sentence: what was said."""

    id: str
    name: str | None = None
    blank: bool = False
    sentence: str = ""


@dataclass(frozen=True)
class About:
    """What the class report tells about a submission beyond its points. isolation: how it was kept apart; notes: what was
    mended; seconds: how long it took; missing: libraries that it imports and that are not installed.
    """

    isolation: str = ""
    seconds: float = 0.0
    notes: tuple[str, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    missing: tuple[str, ...] = ()

    def to_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> About:
        """The inverse of `to_json`, also for what an earlier or a later version wrote."""
        known = {one.name for one in fields(cls)}
        found = {name: value for name, value in json.loads(text).items() if name in known}
        mistakes = tuple(Mistake(**mistake) for mistake in found.pop("mistakes", ()))
        lists = {name: tuple(found.get(name, ())) for name in ("notes", "missing")}
        return cls(**{**found, **lists}, mistakes=mistakes)


@dataclass(frozen=True)
class Result:
    """What is written about one submission. points: (notebook, cell, points); files: path under grading/ → text;
    unanswered: (notebook, cell) left as released; failed: why it could not be graded.
    """

    student: str
    digest: str
    points: tuple[tuple[str, str, float | None], ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    unanswered: tuple[tuple[str, str], ...] = ()
    timestamp: str = ""
    about: About = About()
    failed: str = ""

    @property
    def earned(self) -> float:
        return sum(points or 0 for _, _, points in self.points)
