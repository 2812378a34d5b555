"""nbgrader's generate_feedback and formgrader's button write this course's feedback page: nbgrader_config.py names this class."""

from __future__ import annotations

from nbconvert.exporters import Exporter
from nbformat import NotebookNode

from grader.grading import feedback
from grader.grading.preprocessor import course_of


class FeedbackPage(Exporter):
    """In place of nbconvert's HTML."""

    file_extension = ".html"

    def from_notebook_node(self, nb: NotebookNode, resources: dict | None = None, **kwargs: object) -> tuple[str, dict]:
        _, resources = super().from_notebook_node(nb, resources, **kwargs)
        about = resources["nbgrader"]
        course = course_of(self.config, about["db_url"])
        with course.gradebook() as book:
            return feedback.text(book, course, about["assignment"], about["student"], about["notebook"]), resources
