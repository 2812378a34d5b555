"""The course as nbgrader sees it: its configuration, folders and gradebook."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path

from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader


def configuration(root: Path) -> Config:
    """nbgrader_config.py of the course in `root`. FileNotFoundError where there is none."""
    if not (root / "nbgrader_config.py").exists():
        raise FileNotFoundError(f"{root} has no nbgrader_config.py: run this in the course's folder, or name it with --root.")
    return PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()


def api(root: Path, **overrides: object) -> NbGraderAPI:
    """nbgrader's API on the course in `root`. overrides: traits of CourseDirectory, e.g. release_directory."""
    config = configuration(root)
    config.CourseDirectory.merge(overrides)
    config.NbGrader.logfile = ""
    return NbGraderAPI(CourseDirectory(config=config), config=config)


@contextmanager
def environment_on_path():
    """nbgrader calls alembic through PATH: have the bin folder of the running Python first there."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = str(Path(sys.executable).parent) + os.pathsep + before
    try:
        yield
    finally:
        os.environ["PATH"] = before


def assignments(root: Path) -> list[str]:
    """The names of the assignments, in order."""
    return sorted(path.name for path in (root / "solutions").iterdir() if any(path.glob("*.ipynb")))
