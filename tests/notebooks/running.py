"""Running a notebook as a reader does, in a kernel of its own."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient


def run(notebook: nbformat.NotebookNode, folder: Path, timeout: int = 300) -> nbformat.NotebookNode:
    """The notebook with its outputs, after a run from top to bottom in `folder`. CellExecutionError: a cell stops.

    Controls show their first picture as an ordinary output. nbclient's own stand-in for the output widget sends on the socket
    that it also waits on, and now and then misses the reply until the time is up.
    """
    client = NotebookClient(notebook, timeout=timeout, resources={"metadata": {"path": str(folder)}})
    client.widget_registry = {}
    return client.execute()
