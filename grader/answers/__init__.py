"""The catalogues: wrong answers with a name, and right ones that look different. Not part of what learners are given.

One module a notebook, each with MISCONCEPTIONS and ALTERNATIVES: dictionaries from function name to a tuple of entries.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from grader.answers.reference import Reference
from grader.judging.errors import CourseError
from grader.judging.exercise import Exercise


@dataclass(frozen=True)
class Answer:
    """One way to write a function: an edit (old, new) of the reference, several edits, or a source of its own."""

    name: str
    edit: tuple[str, str] | None = None
    edits: tuple[tuple[str, str], ...] = ()
    source: str = ""

    def text(self, reference: Reference, function: str) -> str:
        """The source text of the answer. CourseError: an edit no longer applies."""
        if self.source:
            return self.source
        text = reference.sources[function]
        for old, new in (self.edit,) if self.edit else self.edits:
            if text.count(old) != 1:
                raise CourseError(
                    f"{reference.notebook}.{function}, {self.name}: {old!r} stands {text.count(old)} times "
                    "in the reference, not once. Mend the edit."
                )
            text = text.replace(old, new)
        return text

    def function(self, reference: Reference, name: str) -> Callable:
        """The answer as a function whose helpers are the reference's."""
        return reference.variant(name, self.text(reference, name), self.name)


@dataclass(frozen=True)
class Alternative(Answer):
    """A right answer that is written differently. It must pass."""


@dataclass(frozen=True)
class Misconception(Answer):
    """A wrong answer with a name.

    sentence: what is wrong and why, said to the learner; leaves: the names of the claims that still hold, so that the
    score is known without running a check.
    """

    sentence: str = ""
    leaves: tuple[str, ...] = ()


def misconceptions(exercise: Exercise) -> tuple[Misconception, ...]:
    """The wrong answers known for an exercise, the simplest first."""
    return _module(exercise).MISCONCEPTIONS.get(exercise.function, ())


def alternatives(exercise: Exercise) -> tuple[Alternative, ...]:
    """The right answers known for an exercise, beside the reference."""
    return _module(exercise).ALTERNATIVES.get(exercise.function, ())


def _module(exercise: Exercise):
    return importlib.import_module(f"grader.answers.{exercise.notebook}")
