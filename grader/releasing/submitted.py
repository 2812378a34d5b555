"""The folder of submissions, `<student>/<assignment>/`: who has submitted. Loads no nbgrader, so that workers start at once."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

ARCHIVE = r"\.(zip|tar|tgz|tar\.(gz|bz2|xz)|7z|rar)$"


def students(folder: Path, assignment: str) -> list[str]:
    """Who has submitted, in order: a folder of the assignment's name, or an archive of it."""
    return sorted(path.name for path in folder.glob("*") if any(is_called(name, assignment) for name in _names(path)))


def is_called(name: str, assignment: str) -> bool:
    """What lies in a student's folder under this name is the assignment: a folder, or an archive that a student packed.

    Names are taken as systems change them: another case, another form of an accent, spaces around them.
    """
    plain = re.sub(ARCHIVE, "", unicodedata.normalize("NFC", name).strip(), flags=re.IGNORECASE)
    return plain.strip().casefold() == unicodedata.normalize("NFC", assignment).casefold()


def _names(folder: Path) -> list[str]:
    """What lies in a folder; nothing where it is none, or cannot be read."""
    try:
        return os.listdir(folder)
    except OSError:
        return []
