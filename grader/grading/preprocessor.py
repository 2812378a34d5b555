"""Read, run and judge as steps of nbgrader's own autograde, so that its command and formgrader's button grade as we do."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.converters.base import NbGraderException
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets.config import Config

from grader.grading import autograded, extensions, gate, handed_in, secret
from grader.grading.assignment import templates
from grader.grading.chosen import Choice, choose
from grader.grading.mend import mend
from grader.grading.notebook import Judged, judge_cells, nothing
from grader.grading.released import Template
from grader.grading.sandbox.outside import Limits, Sandboxes
from grader.grading.secret_cases import SecretCases
from grader.grading.task import failure
from grader.releasing.course import Course


def course_of(config: Config, db_url: str) -> Course:
    """The course that nbgrader was told of."""
    folders = config.CourseDirectory
    grading = Path(folders.root, folders.submitted_directory).parent
    course = Course.at(Path(folders.root), grading, Path(folders.root, folders.release_directory))
    return replace(course, named_db=db_url)


class _Step(NbGraderPreprocessor):
    """What both steps know about the submission they are given."""

    def course(self, resources: dict) -> Course:
        return course_of(self.config, resources["nbgrader"]["db_url"])

    def template(self, resources: dict) -> Template:
        about = resources["nbgrader"]
        return next(t for t in templates(self.course(resources), about["assignment"]) if t.name == about["notebook"])


def _told(step: Callable) -> Callable:
    """Where a step of ours fails, nbgrader's log says whose notebook it was, and goes on with the next submission."""

    @wraps(step)
    def told(self: _Step, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        try:
            return step(self, nb, resources)
        except Exception as error:
            about, result = resources["nbgrader"], failure("", "", error)
            who = f"{gate.line(about['student'])}, {gate.line(about['notebook'])}"
            raise NbGraderException(f"{who}: could not be graded: {result.failed}") from error

    return told


class Mend(_Step):
    """Find what was handed in as this notebook, and put its cells back where they belong, before nbgrader looks at them."""

    @_told
    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        course, about = self.course(resources), resources["nbgrader"]
        released = templates(course, about["assignment"])
        with course.gradebook() as book:
            extensions.move(book, book.find_submission(about["assignment"], about["student"]))
            book.db.commit()
        template = next(t for t in released if t.name == about["notebook"])
        found = handed_in.find(course.submitted, about["student"], about["assignment"])
        if found.problem:
            raise RuntimeError(found.problem)
        judged = self._mended(choose(found, released)[template.name], template)
        return nbformat.from_dict(autograded.notebook(judged, template)), resources

    def _mended(self, choice: Choice, template: Template) -> Judged:
        if choice.raw is None:
            return nothing(template, *choice.notes)
        mended = mend(choice.raw, template)
        return Judged(template.name, (), mended.cells, notes=(*choice.notes, *mended.notes))


class RunAndJudge(_Step):
    """Run the cells in a sandbox and judge what comes out, in place of `Execute`: student code never grades itself."""

    @_told
    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        template, about = self.template(resources), resources["nbgrader"]
        course = self.course(resources)
        key = secret.course_key(course.root)
        beside = handed_in.find(course.submitted, about["student"], about["assignment"]).modules
        seed = secret.case_seed(key, about["student"], about["assignment"])
        before = autograded.notes(nb)  # by the step above; the cell that tells them is no student's
        nb.cells = [cell for cell in nb.cells if cell.get("id") != autograded.ABOUT]
        mended = mend(json.dumps(nb).encode(), template)
        sandboxes = Sandboxes(Limits())
        try:
            judged = judge_cells(mended, template, SecretCases(seed), sandboxes, beside)
        finally:
            sandboxes.close()
        judged = replace(judged, notes=tuple(dict.fromkeys([*before.notes, *judged.notes])), found=before.found)
        return nbformat.from_dict(autograded.notebook(judged, template)), resources
