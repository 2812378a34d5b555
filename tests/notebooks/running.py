"""Running a notebook as a reader does, in a kernel of its own."""

from pathlib import Path

import nbformat

from grader.releasing.runner import Runner


def run(notebook: nbformat.NotebookNode, folder: Path, timeout: int = 300) -> nbformat.NotebookNode:
    """The notebook with its outputs, after a run from top to bottom in `folder`. CellExecutionError: a cell stops.

    Controls show their first picture as an ordinary output.
    """
    client = Runner(notebook, timeout=timeout, resources={"metadata": {"path": str(folder)}})
    client.widget_registry = {}
    return client.execute()
