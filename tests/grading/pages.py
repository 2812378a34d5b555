"""The feedback page that one judged notebook would get, without a gradebook."""

from grader.grading import autograded, feedback
from grader.grading.marks import Grade
from grader.grading.notebook import Judged
from grader.grading.released import Template


def page(judged: Judged, template: Template, assignment: str = "01-logistic-regression") -> str:
    found = [Grade("ada", judged.name, one.cell, one.points or 0, one.possible, one.points is None) for one in judged.verdicts]
    grades = {one.cell: one for one in found}
    return feedback.page(autograded.notebook(judged, template), judged.name, assignment, feedback.Marks(grades))
