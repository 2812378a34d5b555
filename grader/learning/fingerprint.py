"""Whether somebody has worked in a released notebook, and how that work is kept."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from grader.judging.errors import CourseError

STAMP = "released_as"


class WorkedIn(CourseError):
    """A notebook that was about to be overwritten, or handed out, holds somebody's work."""


def refuse(notebooks: Iterable[Path], harm: str, again: str) -> None:
    """WorkedIn if somebody has worked in one of the notebooks. harm: what would become of the work; again: what to do then."""
    touched = [path for path in sorted(notebooks) if worked_in(path)]
    if touched:
        names = ", ".join(os.path.relpath(path) for path in touched)
        raise WorkedIn(
            f"Somebody has worked in {names}, and {harm}. Nothing was written. Move the work to my-course/, then {again}."
        )


def digest(cells: Sequence[dict]) -> str:
    """A short hash over the kinds and sources of all cells."""
    text = json.dumps([[cell["cell_type"], "".join(cell["source"])] for cell in cells])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def released_as(path: Path) -> str | None:
    """The stamp that release gave the notebook, None if it has none or cannot be read."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))["metadata"].get(STAMP)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def worked_in(path: Path) -> bool:
    """True if the notebook is no longer what release wrote: a cell differs, or has been run. Unreadable counts as work."""
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        cells = notebook["cells"]
        was_run = any(cell.get("outputs") or cell.get("execution_count") for cell in cells)
        return was_run or notebook["metadata"].get(STAMP) != digest(cells)
    except (OSError, ValueError, KeyError, TypeError):
        return True
