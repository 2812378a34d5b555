"""What release does to a notebook beside nbgrader's own steps. nbgrader_config.py puts these into its list."""

from __future__ import annotations

import re

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor

from grader.learning.fingerprint import STAMP, digest

CHECK = re.compile(r'^(check\("[\w.]+", \w+)(?:, points=[\d.]+)?\)$', re.MULTILINE)


class WritePoints(NbGraderPreprocessor):
    """Write a check cell's points into its call, so that stock nbgrader, which reads the cell's value, scales it right.

    The points come from the cell's nbgrader metadata and are written nowhere else. Runs before checksums are computed.
    """

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        for cell in nb.cells:
            about = cell.metadata.get("nbgrader", {})
            if cell.cell_type == "code" and about.get("grade"):
                cell.source = CHECK.sub(rf"\1, points={float(about['points']):g})", cell.source)
        return nb, resources


class Stamp(NbGraderPreprocessor):
    """Note in the notebook what its cells were when released, so that work in it is recognised. Runs last."""

    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        nb.metadata[STAMP] = digest(nb.cells)
        return nb, resources
