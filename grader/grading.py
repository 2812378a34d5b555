"""Grade an assignment into nbgrader's gradebook, and read the grades from there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from nbgrader.api import MissingEntry

from grader.course import Course, must_succeed
from grader.release import generate

THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True)
class Grade:
    """One check cell of one submission."""

    student: str
    notebook: str
    cell: str
    points: float
    possible: float


def grade(course: Course, assignment: str, tell: Callable[[str], None] = lambda line: None) -> list[str]:
    """Autograde every submission of an assignment and write feedback. → the students whose submission could not be graded.

    tell: called with a line about each student. One bad submission does not stop the others.
    """
    course.notebook_names(assignment)
    _enter(course, assignment)
    api = course.api()
    failed = []
    with _one_thread():
        for student in course.students(assignment):
            result = api.autograde(assignment, student, force=True, create=True)
            if result["success"]:
                must_succeed(api.generate_feedback(assignment, student), f"write feedback for {student}")
            else:
                failed.append(student)
            tell(f"{student}: {'graded' if result['success'] else 'could not be graded'}")
    return failed


def _enter(course: Course, assignment: str) -> None:
    """Have the assignment in the gradebook, as `nbgrader generate_assignment` puts it there."""
    with course.gradebook() as book:
        try:
            book.find_assignment(assignment)
            return
        except MissingEntry:
            pass
    # Beside notebooks/, where somebody may have worked.
    generate(Course.at(course.root, course.grading, course.grading / "released"), assignment)


@contextmanager
def _one_thread() -> Iterator[None]:
    """Small matrices are faster with one BLAS thread. Kernels inherit the environment."""
    before = {name: os.environ.get(name) for name in THREADS}
    os.environ.update({name: before[name] or "1" for name in THREADS})
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def grades(course: Course, assignment: str) -> list[Grade]:
    """Every grade of the assignment, as the gradebook holds it: manual scores and extra credit included."""
    found = []
    with course.gradebook() as book:
        for submission in book.assignment_submissions(assignment):
            for notebook in submission.notebooks:
                found += [
                    Grade(submission.student.id, notebook.name, g.cell.name, float(g.score or 0), float(g.max_score))
                    for g in notebook.grades
                ]
    return sorted(found, key=lambda g: (g.student, g.notebook))


def by_student(found: list[Grade]) -> dict[str, dict[str, dict[str, float]]]:
    """student → notebook → check cell → points."""
    table: dict[str, dict[str, dict[str, float]]] = {}
    for g in found:
        table.setdefault(g.student, {}).setdefault(g.notebook, {})[g.cell] = round(g.points, 2)
    return table
