"""Points as tables: one with every exercise, and the forms that Canvas and Moodle import."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from grader.grading import gate, marks
from grader.grading.marks import Grade, grades, still_there, waiting
from grader.grading.roster import Roster
from grader.grading.worksheet import fill, read
from grader.releasing.course import Course

ROUNDED = 2  # decimals
FORMULA = tuple("=+-@＝＋－＠")  # also as wide signs, which some spreadsheets take for the narrow ones


def write_tables(course: Course, assignment: str) -> list[Path]:
    """Write grading/points-, canvas- and moodle-<assignment>.csv. → their paths. CourseError: nothing graded yet."""
    found, totals, whole, possible = _graded(course, assignment)
    with course.gradebook() as book:
        points = points_table(found, totals, marks.late(book, assignment), marks.people(book))
    return [
        _write_for_people(course.grading / f"points-{assignment}.csv", points),
        _write(course.grading / f"canvas-{assignment}.csv", canvas_table(assignment, whole, possible, _numbers(course))),
        _write(course.grading / f"moodle-{assignment}.csv", moodle_table(assignment, whole)),
    ]


def fill_worksheet(course: Course, assignment: str, worksheet: Path) -> tuple[Path, list[str]]:
    """Write grading/moodle-worksheet-<assignment>.csv. → its path, and what did not fit. CourseError: nothing graded yet."""
    _, _, whole, possible = _graded(course, assignment)
    target = course.grading / f"moodle-worksheet-{assignment}.csv"
    return target, fill(read(worksheet), Roster(course), whole, possible, target)


def _graded(course: Course, assignment: str) -> tuple[list[Grade], dict[str, float], dict[str, float | None], float]:
    """The grades of the submissions that are there; the totals; the same, None where a person still has to grade; the points
    possible.
    """
    found = still_there(course, assignment, grades(course, assignment))
    students, by_hand = {grade.student for grade in found}, waiting(found)
    totals = {student: total for student, total in _totals(course, assignment).items() if student in students}
    whole = {student: None if student in by_hand else total for student, total in totals.items()}
    return found, totals, whole, sum({(g.notebook, g.cell): g.possible for g in found}.values())


def _totals(course: Course, assignment: str) -> dict[str, float]:
    """Points by student as nbgrader counts them: late penalties taken off."""
    with course.gradebook() as book:
        return {
            submission.student_id: float(
                sum((notebook.score or 0) - (notebook.late_submission_penalty or 0) for notebook in submission.notebooks)
            )
            for submission in sorted(book.assignment_submissions(assignment), key=lambda one: one.student_id)
        }


def _numbers(course: Course) -> dict[str, str]:
    """The number that each student has in the LMS, where the list of students says it."""
    with course.gradebook() as book:
        return {student.id: student.lms_user_id for student in book.students if student.lms_user_id}


def points_table(
    found: list[Grade],
    totals: dict[str, float],
    late: Mapping[str, float] = MappingProxyType({}),
    names: Mapping[str, str] = MappingProxyType({}),
) -> list[list]:
    """A row for each student, the name where any is known, a column for each exercise, what lateness cost where it cost anybody
    anything, the total, and how many answers a person still has to grade.
    """
    columns = list(dict.fromkeys((g.notebook, g.cell) for g in found))
    points = {(g.student, g.notebook, g.cell): None if g.waits else g.points for g in found}
    by_hand = waiting(found)
    head = ["student", *(["name"] if names else []), *(f"{notebook}.{cell.removeprefix('check-')}" for notebook, cell in columns)]
    rows = [
        [
            student,
            *([names.get(student, "")] if names else []),
            *(_number(points.get((student, *column), 0)) for column in columns),
            *([_number(-late.get(student, 0))] if late else []),
            _number(total),
            by_hand.get(student, 0),
        ]
        for student, total in totals.items()
    ]
    return [[*head, *(["late"] if late else []), "total", "still to be graded by hand"], *rows]


def canvas_table(
    assignment: str, totals: dict[str, float | None], possible: float, numbers: Mapping[str, str] = MappingProxyType({})
) -> list[list]:
    """Canvas matches students by their number or their login; the second row tells the points possible."""
    head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", assignment]
    return [
        head,
        ["Points Possible", "", "", "", "", possible],
        *([student, numbers.get(student, ""), "", student, "", _number(total)] for student, total in totals.items()),
    ]


def moodle_table(assignment: str, totals: dict[str, float | None]) -> list[list]:
    """Moodle's grade import asks which column is which; users are matched by username."""
    return [["Username", assignment], *([student, _number(total)] for student, total in totals.items())]


def _number(points: float | None) -> float | str:
    """Nothing where a person still has to grade: an LMS leaves a grade alone then, and takes a 0 for one."""
    return "" if points is None else round(points, ROUNDED)


def _write(path: Path, rows: list[list]) -> Path:
    """What a machine reads: every id as it is."""
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    return path


def _write_for_people(path: Path, rows: list[list]) -> Path:
    return _write(path, [[_harmless(cell) for cell in row] for row in rows])


def _harmless(cell: object) -> object:
    """A name that begins like a formula stays text in a spreadsheet."""
    if not isinstance(cell, str):
        return cell
    shown = gate.line(cell)
    return f"'{shown}" if shown.startswith(FORMULA) else shown
