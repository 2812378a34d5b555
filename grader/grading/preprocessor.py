"""Read, run and judge as steps of nbgrader's own autograde, so that its command and formgrader's button grade as we do."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from grader.grading import secret
from grader.grading import autograded
from grader.grading.notebook import Judged, judge_cells
from grader.grading.mend import mend
from grader.grading.sandbox.outside import Limits, Sandboxes
from grader.grading.secret_cases import SecretCases
from grader.grading.released import Template
from grader.releasing.course import Course
from grader.grading.assignment import modules, templates


class _Step(NbGraderPreprocessor):
    """What both steps know about the submission they are given."""

    def course(self, resources: dict) -> Course:
        folders = self.config.CourseDirectory
        grading = Path(resources["nbgrader"]["db_url"].removeprefix("sqlite:///")).parent
        return Course.at(Path(folders.root), grading, Path(folders.root, folders.release_directory))

    def template(self, resources: dict) -> Template:
        about = resources["nbgrader"]
        return next(t for t in templates(self.course(resources), about["assignment"]) if t.name == about["notebook"])


class Mend(_Step):
    """Put the cells of a submission back where they belong, before nbgrader looks at them."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        template = self.template(resources)
        mended = mend(json.dumps(nb).encode(), template)
        judged = Judged(template.name, (), mended.cells, notes=mended.notes)
        return nbformat.from_dict(autograded.notebook(judged, template)), resources


class RunAndJudge(_Step):
    """Run the cells in a sandbox and judge what comes out, in place of `Execute`: student code never grades itself."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        template, about = self.template(resources), resources["nbgrader"]
        course = self.course(resources)
        key = secret.course_key(course.root)
        texts, _ = modules(course, about["assignment"], about["student"])
        seed = secret.case_seed(key, about["student"], about["assignment"])
        mended = mend(json.dumps(nb).encode(), template)
        sandboxes = Sandboxes(Limits())
        try:
            judged = judge_cells(mended, template, SecretCases(seed), sandboxes, texts)
        finally:
            sandboxes.close()
        return nbformat.from_dict(autograded.notebook(judged, template)), resources
