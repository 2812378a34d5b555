"""Grades into nbgrader's gradebook, by one writer. A submission is done when its grades are saved, and not before.

Beside nbgrader's own tables stands one of ours, in the same database so that one commit writes both: for each submission
the digest of what was graded, and what the class report tells about it.
"""

from __future__ import annotations

from collections.abc import Iterator

from nbgrader.api import BaseCell, Gradebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import parse_utc
from sqlalchemy import text

from grader.grading.task import About, Result
from grader.learning.files import write_whole
from grader.releasing.course import Course

TABLE = """CREATE TABLE IF NOT EXISTS course_results (
    assignment TEXT NOT NULL, student TEXT NOT NULL, digest TEXT NOT NULL, result TEXT NOT NULL,
    PRIMARY KEY (assignment, student))"""
SAVE = "INSERT OR REPLACE INTO course_results VALUES (:assignment, :student, :digest, :result)"
READ = "SELECT student, digest, result FROM course_results WHERE assignment = :assignment ORDER BY student"
FORGET_AFTER = 50  # submissions, so that memory stays what it is


class Recorder:
    """The one writer of an assignment's grades. To be used in a with statement."""

    def __init__(self, course: Course, assignment: str) -> None:
        self.course, self.assignment = course, assignment
        self._book: Gradebook = course.gradebook()
        self._book.db.execute(text(TABLE))
        self._book.db.commit()
        self._saved = 0

    def __enter__(self) -> Recorder:
        return self

    def __exit__(self, *error: object) -> None:
        self._book.close()

    def done(self) -> dict[str, str]:
        """What has been graded: student → digest."""
        return {student: digest for student, digest, _ in self._rows()}

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

    def save(self, result: Result) -> None:
        """Write the files of one submission, then its grades. Grades and comments given by hand are kept."""
        for name, content in result.files.items():
            write_whole(self.course.grading / name, content)
        book = self._book
        book.update_or_create_student(result.student)
        when = {"timestamp": parse_utc(result.timestamp)} if result.timestamp else {}
        submission = book.update_or_create_submission(self.assignment, result.student, **when)
        points = {(name, cell): value for name, cell, value in result.points}
        names = dict(book.db.query(BaseCell.id, BaseCell.name).all())  # at once: cell by cell takes as long as grading
        with book.db.no_autoflush:
            for notebook in submission.notebooks:
                _grade(notebook, names, points, set(result.unanswered))
        book.db.flush()
        if submission.total_seconds_late > 0:
            self._penalise(submission)
        row = {
            "assignment": self.assignment,
            "student": result.student,
            "digest": result.digest,
            "result": result.about.to_json(),
        }
        book.db.execute(text(SAVE), row)
        book.db.commit()
        self._saved += 1
        if self._saved % FORGET_AFTER == 0:
            book.db.expunge_all()

    def _penalise(self, submission: SubmittedAssignment) -> None:
        """The penalty of the course's own plugin for late submissions, as nbgrader's autograde would give it."""
        step = AssignLatePenalties(config=self.course.configuration())
        step.init_plugin()
        for notebook in submission.notebooks:
            late = submission.total_seconds_late
            penalty = step.plugin_inst.late_submission_penalty(submission.student_id, notebook.score, late)
            notebook.late_submission_penalty = None if penalty is None else min(max(penalty, 0), notebook.score)


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
