"""Copies of the course to try things on: what a clone would hold if everything were committed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def course_files(root: Path) -> list[Path]:
    """Tracked files and new ones, relative to `root`; nothing that git ignores, so nobody's work and no grades."""
    command = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.split("\0")
    return sorted(Path(name) for name in listed if name and (root / name).is_file())


def copy_course(root: Path, target: Path) -> Path:
    """Copy the course in `root` to `target`. → target."""
    for name in course_files(root):
        copy = target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / name, copy)
    return target
