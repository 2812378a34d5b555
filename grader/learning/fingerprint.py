"""Whether somebody has worked in a released notebook."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

STAMP = "released_as"


def digest(cells: Sequence[dict]) -> str:
    """A short hash over the kinds and sources of all cells."""
    text = json.dumps([[cell["cell_type"], "".join(cell["source"])] for cell in cells])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def worked_in(path: Path) -> bool:
    """True if the notebook is no longer what release wrote: a cell differs, or has been run. Unreadable counts as work."""
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        cells = notebook["cells"]
        was_run = any(cell.get("outputs") or cell.get("execution_count") for cell in cells)
        return was_run or notebook["metadata"].get(STAMP) != digest(cells)
    except (OSError, ValueError, KeyError, TypeError):
        return True
