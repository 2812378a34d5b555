"""Grades into nbgrader's gradebook, by one writer. A submission is done when its grades are saved, and not before.

Beside nbgrader's own tables stand those of `tables`: for each submission the digest of what was graded, and what the class
report tells about it; and why a submission could not be graded.
"""

from __future__ import annotations

import contextlib
import errno
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from nbgrader.api import BaseCell, Gradebook, InvalidEntry, SubmittedNotebook
from sqlalchemy import Row, Table
from sqlalchemy.exc import DatabaseError, OperationalError

from grader.grading import extensions, feedback, gate, tables
from grader.grading.lateness import Penalty, Rule, RuleFailed, changes
from grader.grading.task import About, Result, failure
from grader.judging.errors import CourseError
from grader.learning.files import write_whole
from grader.releasing import moments
from grader.releasing.course import Course, NbgraderFailed

REASONS = {  # a word of the database's message: what it means
    "locked": "another program keeps it locked; close that program",
    "lock timeout": "another program keeps it locked; close that program",
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
        tables.make(self._book)
        self._rule = Rule(course)
        self._saved = 0

    def __enter__(self) -> Recorder:
        return self

    def __exit__(self, *error: object) -> None:
        self._book.close()

    def done(self) -> dict[str, str]:
        """What has been graded: student → digest. Not those whose last try failed, whatever was graded before."""
        problems = self.problems()
        return {row.student: row.digest for row in self._rows(tables.RESULTS) if row.student not in problems}

    def problems(self) -> dict[str, str]:
        """Who could not be graded, and why. Names are those of `gate.name`."""
        return {row.student: row.why for row in self._rows(tables.PROBLEMS)}

    def results(self) -> Iterator[tuple[str, About]]:
        """What is known of each submission beyond its points, by student."""
        for row in self._rows(tables.RESULTS):
            yield row.student, About.from_json(row.result)

    def _rows(self, table: Table) -> list[Row]:
        return tables.rows(self._book, table, self.assignment)

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
            except Exception as raised:
                self._book.db.rollback()
                error = _cause(raised)
                if is_everybodys(error):
                    raise error from raised
                result = failure(result.student, result.digest, error)
        return self._note(result)

    def _note(self, result: Result) -> Result:
        """Write down why a submission could not be graded, and, in a file of its own, where our code stopped."""
        if result.trace:
            path = self._trace_of(result.student)
            with contextlib.suppress(OSError):  # a name that is too long for a file
                write_whole(path, f"{gate.line(result.student)}, {self.assignment}: {result.failed}\n\n{result.trace}")
                result = replace(result, failed=f"{result.failed}; more in {path.relative_to(self.course.grading.parent)}")
        why = gate.line(result.failed, WHY)
        tables.put(self._book, tables.PROBLEMS, self.assignment, gate.name(result.student), why=why)
        self._book.db.commit()
        return result

    def _trace_of(self, student: str) -> Path:
        return self.course.grading / "problems" / f"{gate.line(student)}-{self.assignment}.txt"

    def save(self, result: Result) -> None:
        """Write the files of one submission, then its grades, all or none, then the feedback. What was given by hand is kept."""
        for name, content in result.files.items():
            write_whole(self.course.grading / name, content)
        with _at_once(self._book):
            self._enter(result)
        feedback.write(self._book, self.course, self.assignment, result.student)
        with contextlib.suppress(OSError):
            self._trace_of(result.student).unlink()
        self._saved += 1
        if self._saved % FORGET_AFTER == 0:
            self._book.db.expunge_all()

    def write_feedback(self) -> None:
        """Bring everybody's pages up to date, also with what was given by hand."""
        feedback.write(self._book, self.course, self.assignment)

    def _enter(self, result: Result) -> None:
        book, about = self._book, result.about
        when, problem = _moment(result.timestamp)
        if problem:
            about = replace(about, notes=(*about.notes, problem))
        key = (self.assignment, result.student)
        # First of all: where the gradebook cannot be written, nbgrader's methods would log that at length.
        tables.put(book, tables.RESULTS, *key, digest=result.digest, result=about.to_json())
        tables.drop(book, tables.PROBLEMS, *key)
        book.update_or_create_student(result.student)
        submission = book.update_or_create_submission(self.assignment, result.student, **({"timestamp": when} if when else {}))
        points = {(name, cell): value for name, cell, value in result.points}
        names = dict(book.db.query(BaseCell.id, BaseCell.name).all())  # at once: cell by cell takes as long as grading
        with book.db.no_autoflush:
            for notebook in submission.notebooks:
                _grade(notebook, names, points, set(result.unanswered))
        extensions.move(book, submission)
        book.db.flush()
        self._rule.apply(submission)

    def apply_lateness(self) -> list[tuple]:
        """Work out everybody's penalty anew. → what changed: student, notebook, "late penalty", before, after."""
        found = changes(self._book, self._rule, self.assignment)
        for _, penalty in found:
            penalty.notebook.late_submission_penalty = penalty.now
        rows = [_row(student, penalty) for student, penalty in found]
        self._book.db.commit()
        return rows

    def lateness_after(self, results: Iterable[Result]) -> list[tuple]:
        """What `apply_lateness` would change once these results are saved. Nothing is written."""
        new = {(one.student, name, cell): points for one in results for name, cell, points in one.points}
        more: dict[tuple[str, str], float] = defaultdict(float)
        for submission in self._book.assignment_submissions(self.assignment):
            for notebook in submission.notebooks:
                for grade in notebook.grades:
                    points = new.get((submission.student_id, notebook.name, grade.cell.name))
                    if points is not None and grade.manual_score is None:
                        more[submission.student_id, notebook.name] += points - (grade.auto_score or 0)
        return [_row(student, penalty) for student, penalty in changes(self._book, self._rule, self.assignment, more)]


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


def _cause(error: Exception) -> Exception:
    """What the database said, where nbgrader put another exception around it."""
    inner = error.__context__
    return inner if isinstance(error, InvalidEntry) and isinstance(inner, DatabaseError) else error


def is_everybodys(error: Exception) -> bool:
    """True where nobody's grades can be saved: the gradebook cannot be used, or the disk cannot be written."""
    if isinstance(error, RuleFailed):
        return True
    if isinstance(error, OSError):
        return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO)
    return isinstance(error, OperationalError) or type(error) is DatabaseError


@contextlib.contextmanager
def told(course: Course) -> Iterator[None]:
    """Where nobody's grades can be saved or read, a CourseError says in a sentence why, and how to go on."""
    try:
        yield
    except NbgraderFailed as error:
        if not re.search(r"sqlalchemy\.exc\.(Operational|Database)Error", error.log):
            raise
        raise _sentence(f"{course.database} cannot be used: {_reason(error.log)}") from error
    except (OSError, DatabaseError, InvalidEntry) as raised:
        error = _cause(raised)
        if not is_everybodys(error):
            raise
        if isinstance(error, OSError):
            raise _sentence(f"{error.filename or course.grading} cannot be written ({error.strerror})") from error
        raise _sentence(f"{course.database} cannot be used: {_reason(str(error.orig))}") from error


def _sentence(what: str) -> CourseError:
    return CourseError(f"{what}. What is saved stays saved; the same command then continues from there.")


def _reason(said: str) -> str:
    """What the database's message means."""
    return next((reason for word, reason in REASONS.items() if word in said), gate.line(said, WHY).removesuffix("."))


def _moment(timestamp: str) -> tuple[datetime | None, str]:
    """When it was handed in, and what is wrong with what its timestamp.txt says."""
    try:
        return (moments.utc(timestamp) if timestamp else None), ""
    except moments.NoMoment as error:
        return None, f"Its timestamp.txt holds no time that is certain, so it counts as in time. {gate.line(error, WHY)}"


def _row(student: str, penalty: Penalty) -> tuple:
    return student, penalty.notebook.name, "late penalty", penalty.before or 0.0, penalty.now or 0.0


def _grade(
    notebook: SubmittedNotebook, names: dict[str, str], points: dict[tuple[str, str], float | None], unanswered: set
) -> None:
    """names: id → name of every cell in the gradebook."""
    for grade in notebook.grades:
        key = (notebook.name, names[grade.cell_id])
        grade.auto_score = points.get(key, 0.0 if key in unanswered else None)  # nothing written is nothing to read
        grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
    for comment in notebook.comments:
        blank = (notebook.name, names[comment.cell_id]) in unanswered
        comment.auto_comment = "No response." if blank else None
