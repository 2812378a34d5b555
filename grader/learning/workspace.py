"""Where a learner works: copies of the notebooks in my-course/, which no command ever writes over."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from grader.judging.errors import CourseError
from grader.learning.fingerprint import WorkedIn, refuse

RELEASED = "notebooks"
WORK = "my-course"
START_PAGE = "start_here.ipynb"


def prepare(root: Path) -> list[Path]:
    """Copy each notebook of notebooks/ that is not in my-course/ yet. → the copies made; what was there is kept.

    CourseError: `root` holds no notebooks/.
    """
    released = root / RELEASED
    if not released.is_dir():
        raise CourseError(f"{released} is missing: start this in the course's folder, or name it.")
    made = []
    for source in sorted([*released.glob(START_PAGE), *released.glob("*/*.ipynb")]):
        copy = root / WORK / source.relative_to(released)
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)  # not its permissions: a copy can always be written
            made.append(copy)
    return made


def open_lab(root: Path, options: tuple[str, ...] = ()) -> int:
    """JupyterLab showing the start page in my-course/. Runs until it is stopped. → its exit code.

    The server's root is the course's folder, because nbgrader's formgrader wants that. `options` go to `jupyter lab`.
    """
    command = [sys.executable, "-m", "jupyterlab", *lab_options(root), *options]
    server = subprocess.Popen(command, cwd=root, env=lab_environment())
    while True:
        try:
            return server.wait()
        except KeyboardInterrupt:  # Ctrl-C reaches JupyterLab too: it asks whether to stop, and we go on waiting
            continue


def lab_options(root: Path) -> list[str]:
    """What `jupyter lab` is told, so that it opens on the start page in my-course/ of the course in `root`."""
    options = [f"--ServerApp.root_dir={root.resolve()}", f"--FileContentsManager.preferred_dir={WORK}"]
    if (root / WORK / START_PAGE).exists():
        options.append(f"--LabApp.default_url=/lab/tree/{WORK}/{START_PAGE}")
    return options


def lab_environment() -> dict[str, str]:
    """This process's environment with this Python's folder first on PATH: nbgrader starts `alembic` by name."""
    scripts = str(Path(sys.executable).parent)
    return {**os.environ, "PATH": os.pathsep.join([scripts, os.environ.get("PATH", "")])}


@cache  # nbgrader reads its configuration several times a command; the warning is given once
def nothing_to_lose(root: Path) -> bool:
    """True if nobody has worked in a notebook of notebooks/, so that `nbgrader generate_assignment` may write over it.

    Otherwise says which ones, and what to do.
    """
    try:
        refuse((root / RELEASED).glob("*/*.ipynb"), "nbgrader would write over it", "generate again, or lose it with --force")
    except WorkedIn as error:
        print(error, file=sys.stderr)
        return False
    return True
