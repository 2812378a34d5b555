"""nbgrader's generate removes what is in notebooks/. This step of it refuses first where work, or the release, would be lost."""

from __future__ import annotations

from pathlib import Path

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from grader.learning.fingerprint import refuse
from grader.releasing.doubled_ids import refuse_doubled_ids


class KeepWork(NbGraderPreprocessor):
    """Stop nbgrader's generate_assignment before it removes a released notebook in which somebody has worked.

    nbgrader makes its steps before it touches a file, and removes the old notebooks before it runs the first step: so
    the look at them happens here, when the step is made. `nbgrader generate_assignment --force` is not held up; without
    --force it leaves alone what is there.
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        converter = getattr(self.parent, "parent", None)
        if converter is not None:
            folder = converter.coursedir.format_path(converter.coursedir.source_directory, ".", converter.coursedir.assignment_id)
            refuse_doubled_ids(Path(folder).glob("*.ipynb"))
        if getattr(converter, "force", False) and not _was_told_to_force(converter):
            _refuse(converter.coursedir)

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        return nb, resources


def _was_told_to_force(converter) -> bool:
    """True where --force was said on the command line, or nbgrader_config.py found nothing to lose."""
    config = converter.config
    return bool(config.BaseConverter.get("force") or config.GenerateAssignment.get("force"))


def _refuse(coursedir) -> None:
    folder = Path(coursedir.format_path(coursedir.release_directory, ".", coursedir.assignment_id))
    refuse(folder.glob("*.ipynb"), "generating would overwrite it", "generate again")
