"""What the gradebook holds of each graded cell: points, who gave them, whether a person still has to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import BaseCell, Comment, Gradebook, Notebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.api import Grade as Saved
from sqlalchemy import Select, select

from grader import exercises
from grader.grading import gate
from grader.judging.errors import CourseError
from grader.learning import notebook_file
from grader.releasing.course import Course


@dataclass(frozen=True)
class Grade:
    """One graded cell of one submission. waits: no person has graded it yet, and only a person can; by_hand: a person did."""

    student: str
    notebook: str
    cell: str
    points: float
    possible: float
    waits: bool = False
    by_hand: bool = False


def grades(course: Course, assignment: str) -> list[Grade]:
    """Every grade of the assignment, as the gradebook holds it: manual scores and extra credit included."""
    with course.gradebook() as book:
        found = read(book, assignment)
    place = _places(course, assignment)
    return sorted(found, key=lambda g: (g.student, place.get((g.notebook, g.cell), (len(place), 0, g.notebook))))


def still_there(course: Course, assignment: str, found: list[Grade]) -> list[Grade]:
    """Without the grades of submissions that were removed: the gradebook keeps those, reports and tables do not.

    CourseError: none is left.
    """
    there = {gate.name(student) for student in course.students(assignment)}
    left = [grade for grade in found if grade.student in there]
    if found and not left:
        raise CourseError(f"No graded submission of {assignment} is in {course.submitted} any more.")
    if not found:
        raise CourseError(f"Nothing graded yet for {assignment}: run `grader grade {assignment}` first.")
    return left


def _places(course: Course, assignment: str) -> dict[tuple[str, str], tuple]:
    """Where each cell stands in the course: a database keeps no order."""
    order = [Path(path).stem for path in exercises.NOTEBOOKS]
    places = {}
    for path in sorted((course.root / "solutions" / assignment).glob("*.ipynb")):
        first = order.index(path.stem) if path.stem in order else len(order)
        for place, cell in enumerate(notebook_file.read(path)):
            places[path.stem, cell["metadata"].get("nbgrader", {}).get("grade_id")] = (first, place, path.stem)
    return places


def read(book: Gradebook, assignment: str, student: str | None = None) -> list[Grade]:
    """The same from an open gradebook, of everybody or of one student, in no order."""
    columns = (Saved.score, Saved.max_score, Saved.auto_score, Saved.manual_score)
    return [
        Grade(*names, float(score or 0), float(possible or 0), manual is None and auto is None, manual is not None)
        for *names, score, possible, auto, manual in book.db.execute(_of(Saved, columns, assignment, student))
    ]


def comments(book: Gradebook, assignment: str, student: str | None = None) -> dict[tuple[str, str, str], str]:
    """What was said to answers: (student, notebook, cell) → comment."""
    rows = book.db.execute(_of(Comment, (Comment.comment,), assignment, student))
    return {(student, notebook, cell): said for student, notebook, cell, said in rows if said}


def penalties(book: Gradebook, assignment: str, student: str | None = None) -> dict[tuple[str, str], float]:
    """What lateness costs: (student, notebook) → points, only where it costs something."""
    found = (
        select(SubmittedAssignment.student_id, Notebook.name, SubmittedNotebook.late_submission_penalty)
        .select_from(SubmittedNotebook)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .where(SubmittedAssignment.assignment.has(name=assignment))
    )
    found = found if student is None else found.where(SubmittedAssignment.student_id == student)
    return {(who, notebook): float(penalty) for who, notebook, penalty in book.db.execute(found) if penalty}


def late(book: Gradebook, assignment: str) -> dict[str, float]:
    """What lateness costs: student → points, only where it costs something."""
    found: dict[str, float] = defaultdict(float)
    for (student, _), points in penalties(book, assignment).items():
        found[student] += points
    return dict(found)


def people(book: Gradebook) -> dict[str, str]:
    """First and last names: student → both, where the list of students has them."""
    names = {one.id: " ".join(filter(None, (one.first_name, one.last_name))) for one in book.students}
    return {student: name for student, name in names.items() if name}


def _of(what: type, columns: Iterable, assignment: str, student: str | None) -> Select:
    """All rows of a kind that belong to an assignment, each with its student, notebook and cell."""
    found = (
        select(SubmittedAssignment.student_id, Notebook.name, BaseCell.name, *columns)
        .select_from(what)
        .join(BaseCell, what.cell_id == BaseCell.id)
        .join(SubmittedNotebook, what.notebook_id == SubmittedNotebook.id)
        .join(Notebook, SubmittedNotebook.notebook_id == Notebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .where(SubmittedAssignment.assignment.has(name=assignment))
    )
    return found if student is None else found.where(SubmittedAssignment.student_id == student)


def by_student(found: Iterable[Grade]) -> dict[str, dict[str, dict[str, float | None]]]:
    """student → notebook → cell → points, None where a person still has to grade it."""
    table: dict[str, dict[str, dict[str, float | None]]] = {}
    for g in found:
        table.setdefault(g.student, {}).setdefault(g.notebook, {})[g.cell] = None if g.waits else round(g.points, 2)
    return table


def waiting(found: Iterable[Grade]) -> dict[str, int]:
    """How many answers of each student still have to be graded by hand; only students who have some."""
    counts: dict[str, int] = defaultdict(int)
    for g in found:
        if g.waits:
            counts[g.student] += 1
    return dict(counts)
