"""The public cases: derived by `grader release`, stored with the package, the same for every learner."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from grader.judging.case import CaseSet, from_json
from grader.judging.errors import CourseError

FOLDER = Path(__file__).parent.parent / "public_cases"


def path(notebook: str) -> Path:
    return FOLDER / f"{notebook}.json"


@cache
def _of_notebook(notebook: str) -> dict[str, CaseSet]:
    file = path(notebook)
    if not file.exists():
        raise CourseError(f"{file} is missing: run `grader release`, or reinstall the course.")
    return from_json(file.read_text(encoding="utf-8"))


def cases(id: str) -> CaseSet:
    """The public cases of one exercise."""
    sets = _of_notebook(id.split(".")[0])
    if id not in sets:
        raise CourseError(f"{id} has no public cases yet: run `grader release`.")
    return sets[id]
