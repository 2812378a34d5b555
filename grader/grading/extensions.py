"""Extensions: who may hand in later, by how much. They are kept in nbgrader's own field of a submission.

Where nothing is handed in yet there is no submission; an extension waits in a table of ours, and moves when there is one.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from nbgrader.api import Gradebook, MissingEntry, SubmittedAssignment

from grader.grading import gate, tables
from grader.judging.errors import CourseError
from grader.releasing import moments
from grader.releasing.course import Course

DATED = re.compile(r"\s*\d{4}-\d{1,2}-\d{1,2}(?!\d)")
LONGEST = timedelta(days=3650)


def give(course: Course, assignment: str, students: tuple[str, ...], length: timedelta) -> None:
    """Let each of these students hand in that much later than the due date. A length of 0 takes an extension back.

    CourseError: the assignment has no due date; a name is not known; the length is negative or longer than ten years.
    """
    if not timedelta() <= length <= LONGEST:
        raise CourseError("An extension is 0 or more, and not longer than ten years.")
    with course.gradebook() as book:
        tables.make(book)
        due_date(book, assignment)
        known = {student.id for student in book.students} | set(course.students(assignment))
        if unknown := sorted(set(students) - known):
            names = ", ".join(map(gate.line, unknown))
            raise CourseError(f"Not known: {names}. Add a student with `.venv/bin/nbgrader db student add`, or check the name.")
        for student in students:
            _set(book, assignment, student, length)
        book.db.commit()


def until(course: Course, assignment: str, moment: str) -> timedelta:
    """How long an extension to this moment is. CourseError: there is no due date, the moment is before it, or has no date."""
    if not DATED.match(moment):
        raise CourseError(f"{moment!r} does not begin with a date. Write it as {moments.FORMS}.")
    with course.gradebook() as book:
        length = moments.utc(moment) - due_date(book, assignment)
    if length < timedelta():
        raise CourseError(f"{moment} is before the due date of {assignment}.")
    return length


def due_date(book: Gradebook, assignment: str) -> datetime:
    """In UTC. CourseError: there is none."""
    try:
        found = book.find_assignment(assignment).duedate
    except MissingEntry:
        found = None
    if found is None:
        how = f'.venv/bin/nbgrader db assignment add {assignment} --duedate="2026-10-15 23:59 +0200"'
        raise CourseError(f"{assignment} has no due date. Set it first: {how}")
    return found


def _set(book: Gradebook, assignment: str, student: str, length: timedelta) -> None:
    tables.drop(book, tables.EXTENSIONS, assignment, student)
    try:
        book.find_submission(assignment, student).extension = length or None
    except MissingEntry:
        if length:
            tables.put(book, tables.EXTENSIONS, assignment, student, seconds=length.total_seconds())


def move(book: Gradebook, submission: SubmittedAssignment) -> None:
    """Give a submission the extension that waited for it. The caller commits."""
    tables.make(book)
    assignment, student = submission.assignment.name, submission.student_id
    for row in tables.rows(book, tables.EXTENSIONS, assignment, student):
        submission.extension = timedelta(seconds=row.seconds)
        tables.drop(book, tables.EXTENSIONS, assignment, student)


def listed(course: Course, assignment: str) -> dict[str, datetime]:
    """Until when in UTC each student who has an extension may hand in."""
    with course.gradebook() as book:
        tables.make(book)
        due = due_date(book, assignment)
        waiting = {row.student: timedelta(seconds=row.seconds) for row in tables.rows(book, tables.EXTENSIONS, assignment)}
        given = {one.student_id: one.extension for one in book.assignment_submissions(assignment) if one.extension}
    return {student: due + length for student, length in sorted((waiting | given).items())}
