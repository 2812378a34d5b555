"""A notebook's file: its cells, and which exercise a check cell examines."""

from __future__ import annotations

import json
from pathlib import Path

from grader import exercises
from grader.judging.errors import CourseError


def read(path: Path) -> list[dict]:
    """The cells of a notebook, sources joined. CourseError says why it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        cells = json.loads(text)["cells"]
        return [{**cell, "source": "".join(cell["source"])} for cell in cells]
    except UnicodeDecodeError as error:
        raise CourseError(f"{path} is no notebook: it is no text. Choose a file that ends with .ipynb.") from error
    except json.JSONDecodeError as error:
        if not text.strip():
            why = "is empty"
        elif text.lstrip().startswith("{"):
            why = f"is damaged or cut off (line {error.lineno}): save it again in JupyterLab, or get it anew"
        else:
            why = "is no notebook: choose a file that ends with .ipynb"
        raise CourseError(f"{path} {why}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise CourseError(f"{path} is no notebook: it has no cells. Choose a file that ends with .ipynb.") from error


def checked_id(cell: dict) -> str | None:
    """The id that a check cell examines: the text between the first quotation marks of its call."""
    about = cell["metadata"].get("nbgrader", {})
    start = cell["source"].find('check("')
    if not about.get("grade") or start < 0:
        return None
    id = cell["source"][start + 7 :].split('"')[0]
    return id if id in exercises.EXERCISES else None
