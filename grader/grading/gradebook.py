"""Grades into nbgrader's gradebook, by one writer. A submission is done when its grades are saved, and not before.

Beside nbgrader's own tables stand two of ours, in the same database so that one commit writes all: for each submission
the digest of what was graded, and what the class report tells about it; and why a submission could not be graded.
"""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from nbgrader.api import BaseCell, Gradebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError, OperationalError

from grader.grading import gate
from grader.grading.task import About, Result, failure
from grader.judging.errors import CourseError
from grader.learning.files import write_whole
from grader.releasing.course import Course

TABLE = """CREATE TABLE IF NOT EXISTS course_results (
    assignment TEXT NOT NULL, student TEXT NOT NULL, digest TEXT NOT NULL, result TEXT NOT NULL,
    PRIMARY KEY (assignment, student))"""
SAVE = "INSERT OR REPLACE INTO course_results VALUES (:assignment, :student, :digest, :result)"
READ = "SELECT student, digest, result FROM course_results WHERE assignment = :assignment ORDER BY student"
PROBLEMS = """CREATE TABLE IF NOT EXISTS course_problems (
    assignment TEXT NOT NULL, student TEXT NOT NULL, why TEXT NOT NULL, PRIMARY KEY (assignment, student))"""
NOTE = "INSERT OR REPLACE INTO course_problems VALUES (:assignment, :student, :why)"
SOLVED = "DELETE FROM course_problems WHERE assignment = :assignment AND student = :student"
UNSOLVED = "SELECT student, why FROM course_problems WHERE assignment = :assignment ORDER BY student"
REASONS = {  # a word of SQLite's message: what it means
    "locked": "another program keeps it locked; close that program",
    "readonly": "it may not be written; check its permissions, and its folder's",
    "full": "the disk is full",
    "I/O": "the disk cannot be written",
    "malformed": "it is damaged; put back a copy",
    "not a database": "it is damaged; put back a copy",
}
WHY = 700  # characters
FORGET_AFTER = 50  # submissions, so that memory stays what it is


class Recorder:
    """The one writer of an assignment's grades. To be used in a with statement."""

    def __init__(self, course: Course, assignment: str) -> None:
        self.course, self.assignment = course, assignment
        self._book: Gradebook = course.gradebook()
        for table in (TABLE, PROBLEMS):
            self._book.db.execute(text(table))
        self._book.db.commit()
        self._saved = 0

    def __enter__(self) -> Recorder:
        return self

    def __exit__(self, *error: object) -> None:
        self._book.close()

    def done(self) -> dict[str, str]:
        """What has been graded: student → digest. Not those whose last try failed, whatever was graded before."""
        problems = self.problems()
        return {student: digest for student, digest, _ in self._rows() if student not in problems}

    def problems(self) -> dict[str, str]:
        """Who could not be graded, and why. Names are those of `gate.name`."""
        return dict(list(self._book.db.execute(text(UNSOLVED), {"assignment": self.assignment})))

    def results(self) -> Iterator[tuple[str, About]]:
        """What is known of each submission beyond its points, by student."""
        for student, _, result in self._rows():
            yield student, About.from_json(result)

    def _rows(self) -> list[tuple[str, str, str]]:
        return list(self._book.db.execute(text(READ), {"assignment": self.assignment}))

    def points(self) -> dict[str, dict[tuple[str, str], float | None]]:
        """The automatic points: student → (notebook, cell) → points."""
        return {
            submission.student_id: {
                (notebook.name, grade.cell.name): grade.auto_score
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            for submission in self._book.assignment_submissions(self.assignment)
        }

    def keep(self, result: Result) -> Result:
        """Save a result, or why there is none. → the result, with `failed` where it could not be saved.

        What keeps everybody's grades from being saved is raised; see `told`.
        """
        if not result.failed:
            try:
                self.save(result)
                return result
            except Exception as error:
                self._book.db.rollback()
                if is_everybodys(error):
                    raise
                result = failure(result.student, result.digest, error)
        return self._note(result)

    def _note(self, result: Result) -> Result:
        """Write down why a submission could not be graded, and, in a file of its own, where our code stopped."""
        if result.trace:
            path = self._trace_of(result.student)
            with contextlib.suppress(OSError):  # a name that is too long for a file
                write_whole(path, f"{gate.line(result.student)}, {self.assignment}: {result.failed}\n\n{result.trace}")
                result = replace(result, failed=f"{result.failed}; more in {path.relative_to(self.course.grading.parent)}")
        row = {"assignment": self.assignment, "student": gate.name(result.student), "why": gate.line(result.failed, WHY)}
        self._book.db.execute(text(NOTE), row)
        self._book.db.commit()
        return result

    def _trace_of(self, student: str) -> Path:
        return self.course.grading / "problems" / f"{gate.line(student)}-{self.assignment}.txt"

    def save(self, result: Result) -> None:
        """Write the files of one submission, then its grades, all or none. Grades and comments given by hand are kept."""
        for name, content in result.files.items():
            write_whole(self.course.grading / name, content)
        with _at_once(self._book):
            self._enter(result)
        with contextlib.suppress(OSError):
            self._trace_of(result.student).unlink()
        self._saved += 1
        if self._saved % FORGET_AFTER == 0:
            self._book.db.expunge_all()

    def _enter(self, result: Result) -> None:
        book, about = self._book, result.about
        when = gate.time(result.timestamp) if result.timestamp else None
        if result.timestamp and not when:
            about = replace(about, notes=(*about.notes, "Its timestamp.txt holds no time; it was graded as without one."))
        book.update_or_create_student(result.student)
        submission = book.update_or_create_submission(self.assignment, result.student, **({"timestamp": when} if when else {}))
        points = {(name, cell): value for name, cell, value in result.points}
        names = dict(book.db.query(BaseCell.id, BaseCell.name).all())  # at once: cell by cell takes as long as grading
        with book.db.no_autoflush:
            for notebook in submission.notebooks:
                _grade(notebook, names, points, set(result.unanswered))
        book.db.flush()
        if submission.total_seconds_late > 0:
            self._penalise(submission)
        row = {"assignment": self.assignment, "student": result.student}
        book.db.execute(text(SAVE), row | {"digest": result.digest, "result": about.to_json()})
        book.db.execute(text(SOLVED), row)

    def _penalise(self, submission: SubmittedAssignment) -> None:
        """The penalty of the course's own plugin for late submissions, as nbgrader's autograde would give it."""
        step = AssignLatePenalties(config=self.course.configuration())
        step.init_plugin()
        for notebook in submission.notebooks:
            late = submission.total_seconds_late
            penalty = step.plugin_inst.late_submission_penalty(submission.student_id, notebook.score, late)
            notebook.late_submission_penalty = None if penalty is None else min(max(penalty, 0), notebook.score)


@contextlib.contextmanager
def _at_once(book: Gradebook) -> Iterator[None]:
    """One commit for all that happens inside. nbgrader's own methods would commit step by step: whoever stops us between
    two of them would leave a submission without grades.
    """
    book.db.commit = book.db.flush
    try:
        yield
    finally:
        del book.db.commit  # the class's own is there again
    book.db.commit()


def is_everybodys(error: Exception) -> bool:
    """True where nobody's grades can be saved: the gradebook cannot be used, or the disk cannot be written."""
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO)
    return isinstance(error, OperationalError) or type(error) is DatabaseError


@contextlib.contextmanager
def told(course: Course) -> Iterator[None]:
    """Where nobody's grades can be saved or read, a CourseError says in a sentence why, and how to go on."""
    try:
        yield
    except (OSError, DatabaseError) as error:
        if not is_everybodys(error):
            raise
        if isinstance(error, OSError):
            what = f"{error.filename or course.grading} cannot be written ({error.strerror})"
        else:
            said = str(error.orig)
            why = next((reason for word, reason in REASONS.items() if word in said), said)
            what = f"{course.grading / 'gradebook.db'} cannot be used: {why}"
        raise CourseError(f"{what}. What is saved stays saved; afterwards the same command goes on from there.") from error


def _grade(
    notebook: SubmittedNotebook, names: dict[str, str], points: dict[tuple[str, str], float | None], unanswered: set
) -> None:
    """names: id → name of every cell in the gradebook."""
    notebook.late_submission_penalty = None
    for grade in notebook.grades:
        grade.auto_score = points.get((notebook.name, names[grade.cell_id]))
        grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
    for comment in notebook.comments:
        blank = (notebook.name, names[comment.cell_id]) in unanswered
        comment.auto_comment = "No response." if blank else None
