"""Late work: the due date and the extensions of nbgrader's gradebook, and the penalty that the course's rule takes.

No code of a student's is run for it, so it is worked out anew at each run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from nbgrader.api import Gradebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from grader.judging.errors import CourseError
from grader.releasing.course import Course

ROUNDED = 6  # decimals
NO_MORE: Mapping[tuple[str, str], float] = MappingProxyType({})


class RuleFailed(CourseError):
    """The course's own rule for late work raised something: nobody's penalty is known."""


@dataclass(frozen=True)
class Penalty:
    """What lateness costs one notebook of a submission, in points, as it was recorded and as it is now."""

    notebook: SubmittedNotebook
    before: float | None
    now: float | None

    @property
    def changed(self) -> bool:
        return round(self.before or 0, ROUNDED) != round(self.now or 0, ROUNDED)


class Rule:
    """The plugin for late submissions that nbgrader_config.py names, as nbgrader's autograde applies it."""

    def __init__(self, course: Course) -> None:
        step = AssignLatePenalties(config=course.configuration())
        step.init_plugin()
        self._plugin = step.plugin_inst

    def apply(self, submission: SubmittedAssignment) -> None:
        """Record the penalties of one submission."""
        for penalty in self.penalties(submission):
            penalty.notebook.late_submission_penalty = penalty.now

    def penalties(self, submission: SubmittedAssignment, more: Mapping[tuple[str, str], float] = NO_MORE) -> Iterator[Penalty]:
        """more: points that (student, notebook) would gain, beyond those recorded."""
        late = submission.total_seconds_late if submission.assignment.duedate else 0
        for notebook in submission.notebooks:
            before, now = notebook.late_submission_penalty, None
            if late > 0:
                score = notebook.score + more.get((submission.student_id, notebook.name), 0)
                now = self._penalty(submission.student_id, score, late)
            yield Penalty(notebook, before, now)

    def _penalty(self, student: str, score: float, late: float) -> float | None:
        try:
            penalty = self._plugin.late_submission_penalty(student, score, late)
            return None if penalty is None else min(max(float(penalty), 0.0), score)
        except Exception as error:
            what = f"{type(self._plugin).__name__} in nbgrader_config.py stopped with {type(error).__name__}: {error}"
            raise RuleFailed(f"The rule for late work failed for {student}: {what}") from error


def changes(
    book: Gradebook, rule: Rule, assignment: str, more: Mapping[tuple[str, str], float] = NO_MORE
) -> list[tuple[str, Penalty]]:
    """Whose penalty is not what it was: student and penalty, in order."""
    together = book.db.scalars(  # at once: one by one takes as long as all the rest of a run that grades nothing
        select(SubmittedAssignment)
        .where(SubmittedAssignment.assignment.has(name=assignment))
        .options(selectinload(SubmittedAssignment.notebooks))
    )
    submissions = sorted(together, key=lambda one: one.student_id)
    found = ((one.student_id, penalty) for one in submissions for penalty in rule.penalties(one, more))
    return [(student, penalty) for student, penalty in found if penalty.changed]
