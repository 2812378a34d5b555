"""Where a learner works: copies of the notebooks in my-course/ or another folder. No command ever overwrites one."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from grader.judging.errors import CourseError
from grader.learning.fingerprint import WorkedIn, refuse, released_as
from utils.places import places

RELEASED = "notebooks"
WORK = "my-course"
START_PAGE = "start_here.ipynb"
LEARNERS_LAB = Path(__file__).parent / "learners_lab"  # settings of Jupyter that turn nbgrader's tools off


def prepare(root: Path) -> list[Path]:
    """Copy each notebook of notebooks/ that is not in my-course/ yet. → the copies made; what was there is kept.

    CourseError: `root` holds no notebooks/.
    """
    released = root / RELEASED
    if not released.is_dir():
        raise CourseError(f"{released} is missing: run this in the course's folder, or name that folder with --root.")
    return copy_new(released, root / WORK)


def installed() -> Path:
    """The released notebooks of this installation: beside the packages, or where pip puts them. CourseError: none."""
    for folder in places(RELEASED):
        if (folder / START_PAGE).is_file():
            return folder
    raise CourseError('This installation has no notebooks. Install the course again from its wheel, built by "make wheel".')


def copy_new(released: Path, work: Path) -> list[Path]:
    """Copy each released notebook that is not in `work` yet. → the copies.

    CourseError: something else has the name of a folder or a notebook (nothing is copied then), or `work` cannot be written.
    """
    made = []
    pairs = [(source, work / source.relative_to(released)) for source in notebooks(released)]
    for _, copy in pairs:
        if copy.is_dir() or (copy.parent.exists() and not copy.parent.is_dir()):
            what = f"{copy} is a folder" if copy.is_dir() else f"{copy.parent} is a file"
            raise CourseError(f"{what}, where the course has another thing of that name: move it away, or name another folder.")
    for source, copy in pairs:
        if copy.exists():
            continue
        try:
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)  # not its permissions: a copy can always be written
        except OSError as error:
            raise CourseError(f"{copy} cannot be written ({error.strerror}): name another folder.") from error
        made.append(copy)
    return made


def outdated(released: Path, work: Path) -> list[Path]:
    """The notebooks in `work` that were copied from another version of the released one."""
    pairs = [(source, work / source.relative_to(released)) for source in notebooks(released)]
    return [copy for source, copy in pairs if released_as(copy) not in (None, released_as(source))]


def notebooks(released: Path) -> list[Path]:
    return sorted([*released.glob(START_PAGE), *released.glob("*/*.ipynb")])


def has_lab() -> bool:
    return importlib.util.find_spec("jupyterlab") is not None


def how_to_install_lab() -> str:
    """The line that installs JupyterLab for this Python."""
    if importlib.util.find_spec("pip"):
        return f'"{sys.executable}" -m pip install jupyterlab'
    return f'uv pip install --python "{sys.executable}" jupyterlab'  # uv makes environments without pip


def open_learners_lab(root: Path, work: Path) -> int:
    """JupyterLab without nbgrader's tools, on the start page in `work`, which is `root` or a folder in it. → its exit code."""
    return _open_lab(root, work, lab_environment(settings=LEARNERS_LAB))


def open_instructors_lab(root: Path) -> int:
    """JupyterLab with nbgrader's tools, on the course's folder. → its exit code. CourseError: `root` has no solutions/."""
    if not (root / "solutions").is_dir():
        raise CourseError(f"{root} has no solutions/: an instructor works in a clone of the course.")
    return _open_lab(root, root, lab_environment())


def _open_lab(root: Path, work: Path, environment: dict[str, str]) -> int:
    """JupyterLab, until it is stopped. The server's root is `root`: nbgrader's formgrader wants the course's folder."""
    server = subprocess.Popen([sys.executable, "-m", "jupyterlab", *lab_options(root, work)], cwd=root, env=environment)
    while True:
        try:
            return server.wait()
        except KeyboardInterrupt:  # Ctrl-C reaches JupyterLab too: it asks whether to stop, and we go on waiting
            continue


def lab_options(root: Path, work: Path) -> list[str]:
    """What `jupyter lab` is told, so that it opens on the start page in `work`, which is `root` or a folder in it."""
    within = work.relative_to(root)
    options = [f"--ServerApp.root_dir={root.resolve()}"]
    if work != root:
        options.append(f"--FileContentsManager.preferred_dir={within.as_posix()}")
    if getattr(os, "geteuid", lambda: 1)() == 0:  # in a container; Jupyter would only name this option and end
        options.append("--allow-root")
    if (work / START_PAGE).exists():
        options.append(f"--LabApp.default_url=/lab/tree/{(within / START_PAGE).as_posix()}")
    return options


def lab_environment(settings: Path | None = None) -> dict[str, str]:
    """This process's environment with this Python's folder first on PATH: nbgrader starts `alembic` by name.

    settings: a folder of Jupyter's settings that come before all others, for this server only.
    """
    put_first = {"PATH": Path(sys.executable).parent}
    if settings:
        put_first["JUPYTER_CONFIG_PATH"] = settings
    return {**os.environ, **{name: _before(first, name) for name, first in put_first.items()}}


def _before(first: Path, name: str) -> str:
    """The list of folders in the environment variable `name`, with `first` before them."""
    return os.pathsep.join(filter(None, [str(first), os.environ.get(name)]))


@cache  # nbgrader reads its configuration several times a command; the warning is given once
def nothing_to_lose(root: Path) -> bool:
    """True if nobody has worked in a notebook of notebooks/, so that `nbgrader generate_assignment` may overwrite it.

    Otherwise says which ones, and what to do.
    """
    try:
        refuse((root / RELEASED).glob("*/*.ipynb"), "nbgrader would overwrite it", "generate again, or lose it with --force")
    except WorkedIn as error:
        print(error, file=sys.stderr)
        return False
    return True
