"""The catalogue: wrong answers with a name, and right ones that look different. Not part of what learners are given.

One file an exercise, found by its id: `<notebook>/<function>.py`, with a tuple ANSWERS of `wrong(…)` and `right(…)`.
"""

from __future__ import annotations

import runpy
from collections import Counter
from functools import cache
from pathlib import Path

from grader.answers.notation import Alternative, Answer, Misconception, right, wrong
from grader.exercises import of_notebook
from grader.judging.errors import CourseError
from grader.judging.exercise import Exercise

__all__ = ["Alternative", "Answer", "Misconception", "alternatives", "misconceptions", "right", "wrong"]

FOLDER = Path(__file__).parent


def misconceptions(exercise: Exercise) -> tuple[Misconception, ...]:
    """The wrong answers known for an exercise, the simplest first. CourseError: its file is not in order, and why."""
    return tuple(entry for entry in _answers(exercise) if isinstance(entry, Misconception))


def alternatives(exercise: Exercise) -> tuple[Alternative, ...]:
    """The right answers known for an exercise, beside the reference. CourseError: its file is not in order, and why."""
    return tuple(entry for entry in _answers(exercise) if isinstance(entry, Alternative))


def _answers(exercise: Exercise) -> tuple[Answer, ...]:
    folder = FOLDER / exercise.notebook
    _refuse_strays(folder, {exercise.function, *(other.function for other in of_notebook(exercise.notebook))})
    path = folder / f"{exercise.function}.py"
    found = _load(path) if path.exists() else ()
    _refuse_doubled_names(exercise, found)
    _refuse_unknown_claims(exercise, found)
    return found


@cache
def _load(path: Path) -> tuple[Answer, ...]:
    try:
        found = runpy.run_path(str(path)).get("ANSWERS")
    except CourseError as error:
        raise CourseError(f"{path}: {error}") from error
    if not isinstance(found, tuple):
        raise CourseError(f"{path}: ANSWERS is missing, or is no tuple of wrong(…) and right(…).")
    return found


def _refuse_strays(folder: Path, functions: set[str]) -> None:
    """A file whose name is misspelt would never be read."""
    strays = [path for path in sorted(folder.glob("*.py")) if path.stem not in functions]
    if strays:
        raise CourseError(
            f"{strays[0]}: the notebook {folder.name} has no exercise {strays[0].stem!r}. "
            f"Rename the file. There are: {', '.join(sorted(functions))}."
        )


def _refuse_doubled_names(exercise: Exercise, found: tuple[Answer, ...]) -> None:
    doubled = [name for name, count in Counter(entry.name for entry in found).items() if count > 1]
    if doubled:
        raise CourseError(f"{exercise.id}: two entries are called {doubled[0]!r}. Give one of them another name.")


def _refuse_unknown_claims(exercise: Exercise, found: tuple[Answer, ...]) -> None:
    claims = [claim.name for claim in exercise.claims]
    for entry in found:
        unknown = [name for name in getattr(entry, "holds", ()) if name not in claims]
        if unknown:
            raise CourseError(
                f"{exercise.id}, {entry.name}: {unknown[0]!r} in holds is no claim. There are: {', '.join(claims)}."
            )
