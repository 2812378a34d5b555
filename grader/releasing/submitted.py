"""The folder of submissions, `<student>/<assignment>/`: who has submitted. Loads no nbgrader, so that workers start at once."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

SYSTEMS_OWN = (".", "__MACOSX", "Thumbs.db", "desktop.ini")  # how names begin that systems leave behind
ARCHIVE = r"\.(zip|tar|tgz|tar\.(gz|bz2|xz)|7z|rar)$"


def students(folder: Path, assignment: str) -> list[str]:
    """Who has submitted, in order: a folder of the assignment's name, or an archive of it."""
    found = (path for path in folder.glob("*") if any(is_called(name, assignment) for name in _names(path)))
    return sorted(path.name for path in found if not path.name.startswith(SYSTEMS_OWN))


def is_called(name: str, assignment: str) -> bool:
    """What lies in a student's folder under this name is the assignment: a folder, or an archive that a student packed.

    Names are taken as systems change them: another case, another form of an accent, spaces around them.
    """
    plain = re.sub(ARCHIVE, "", unicodedata.normalize("NFC", name).strip(), flags=re.IGNORECASE)
    return plain.strip().casefold() == unicodedata.normalize("NFC", assignment).casefold()


def astray(folder: Path, assignments: Sequence[str]) -> list[str]:
    """What lies in `folder` or in a student's folder and is no submission to any assignment: paths, in order."""
    found = []
    for name in sorted(_names(folder)):
        if not (folder / name).is_dir():
            found.append(name)
        elif not (folder / name).is_symlink():
            inside = (one for one in sorted(_names(folder / name)) if not any(is_called(one, a) for a in assignments))
            found += [f"{name}/{one}" for one in inside]
    return [path for path in found if not any(part.startswith(SYSTEMS_OWN) for part in path.split("/"))]


def _names(folder: Path) -> list[str]:
    """What lies in a folder; nothing where it is none, or cannot be read."""
    try:
        return os.listdir(folder)
    except OSError:
        return []
