"""A learner's self-check of a whole notebook: run its cells, examine every exercise, count the points."""

from __future__ import annotations

import contextlib
import io
import warnings
from dataclasses import dataclass
from pathlib import Path

from grader import exercises
from grader.judging.errors import CourseError
from grader.judging.exercise import Exercise
from grader.judging.report import Report, points_for
from grader.learning import beside
from grader.learning.cell import Run, meaning
from grader.learning.checks import examine
from grader.learning.notebook_file import checked_id, read


@dataclass(frozen=True)
class Row:
    """One exercise of a notebook: points earned and possible, and what is missing, in a sentence."""

    id: str
    points: float
    possible: float
    missing: str


def self_check(path: Path) -> list[Row]:
    """Examine every exercise of the notebook in `path`, with the public cases.

    CourseError: not a notebook, or none of this course (its check cells name no exercise).
    """
    cells = read(path)
    found = [(id, float(cell["metadata"]["nbgrader"]["points"])) for cell in cells if (id := checked_id(cell))]
    if not found:
        raise CourseError(f"{path} has no check cells of this course: choose one of its notebooks with exercises.")
    with beside.importable(beside.read(path.parent, [])):
        namespace = run(cells, path.stem, [exercises.find(id).function for id, _ in found])
        return [_row(exercises.find(id), namespace, points) for id, points in found]


def run(cells: list[dict], name: str, functions: list[str]) -> dict[str, object]:
    """Run the code cells that are neither checks nor demos. A cell that fails does not stop the next. → their names."""
    notebook = Run({}, functions)
    sink = io.StringIO()
    with contextlib.redirect_stdout(sink), contextlib.redirect_stderr(sink), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number, cell in enumerate(cells):
            is_demo = "demo" in cell["metadata"].get("tags", [])
            if cell["cell_type"] == "code" and not is_demo and not cell["metadata"].get("nbgrader", {}).get("grade"):
                with contextlib.suppress(Exception, SystemExit):
                    notebook.cell(meaning(cell["source"]).text, f"<cell {number + 1} of {name}>")
    return notebook.examined()


def _row(exercise: Exercise, namespace: dict[str, object], possible: float) -> Row:
    function = namespace.get(exercise.function)
    if not callable(function):
        return Row(exercise.id, 0.0, possible, f"there is no function `{exercise.function}` in the notebook")
    report = examine(exercise.id, function)
    missing = "" if report.passed else "not written yet" if report.blank else _first_thing(report)
    return Row(exercise.id, points_for(report.score, possible), possible, missing)


def _first_thing(report: Report) -> str:
    """The most useful sentence about an answer that does not pass."""
    return next(iter(report.advice), next(claim.message for claim in report.claims if not claim.passed))
