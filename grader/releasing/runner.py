"""A notebook run from top to bottom, controls included."""

from __future__ import annotations

import zmq
from nbclient import NotebookClient
from nbformat import NotebookNode
from traitlets import default


class Runner(NotebookClient):
    """nbclient, which never misses a reply where a notebook has controls.

    Its stand-in for an output widget sends on the socket that it also waits on. ZeroMQ tells of a message only once, and
    sending takes note of it: whoever waits has to look again, or goes on waiting until the time for the cell is over.
    """

    @default("extra_arguments")
    def _errors_only(self) -> list[str]:
        """A kernel warns that it is reached over TCP: it is, from this machine, for the time of one run."""
        return ["--log-level=ERROR"]

    def process_message(self, msg: dict, cell: NotebookNode, cell_index: int) -> NotebookNode | None:
        output = super().process_message(msg, cell, cell_index)
        self.kc.shell_channel.socket.get(zmq.EVENTS)  # looks again, and wakes whoever waits
        return output
