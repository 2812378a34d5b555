"""dist/course-student.zip: what a learner is handed. No solutions, no tests, no catalogue of answers."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from grader.exercises import NOTEBOOKS
from grader.judging.errors import CourseError
from grader.learning.fingerprint import refuse
from grader.wings import LEARNERS_FOLDERS, LEARNERS_PART

FILES = ("LICENSE", "LICENSE-TEXT", "nbgrader_config.py", "pyproject.toml", "requirements.txt", "setup.py")
PARTS = (*FILES, *LEARNERS_FOLDERS, *(f"grader/{part}" for part in LEARNERS_PART))
KEPT_BACK = ("datasets/photos",)
TOP = "neural-networks"  # the folder that unpacking makes
README = Path(__file__).parent / "templates" / "student_readme.md"
DATE = (1980, 1, 1, 0, 0, 0)  # the same files give the same zip, whenever they were written


def write(root: Path) -> Path:
    """Write dist/course-student.zip of the course in `root`. → its path.

    WorkedIn: a notebook in notebooks/ holds somebody's work, which might be the answers. CourseError: something is missing.
    """
    texts = {TOP + "/README.md": readme().encode()}
    texts |= {f"{TOP}/{path.relative_to(root).as_posix()}": path.read_bytes() for path in contents(root)}
    target = root / "dist" / "course-student.zip"
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name in sorted(texts):
            bundle.writestr(entry(name), texts[name])
    return target


def contents(root: Path) -> list[Path]:
    """The files of the course that go into the bundle. Raises as write does."""
    missing = [name for name in PARTS if not (root / name).exists()]
    if missing:
        raise CourseError(f"{', '.join(missing)} missing in {root}: run this in the course's folder.")
    refuse(notebooks(root), "the bundle would give it away", "run `grader release` and make the bundle again")
    return [path for name in PARTS for path in _files(root / name, root)]


def notebooks(root: Path) -> list[Path]:
    """The released notebooks, the start page first."""
    return sorted([*(root / "notebooks").glob("*.ipynb"), *(root / "notebooks").glob("*/*.ipynb")])


def _files(path: Path, root: Path) -> Iterator[Path]:
    """The file, or every file below a folder but what is kept back, hidden or made by Python."""
    if path.name.startswith((".", "__pycache__")) or path.relative_to(root).as_posix() in KEPT_BACK:
        return
    if path.is_dir():
        for inside in sorted(path.iterdir()):
            yield from _files(inside, root)
    else:
        yield path


def readme() -> str:
    """The learner's README, with the name of the first notebook."""
    path = f"{NOTEBOOKS[0]}.ipynb"
    return README.read_text(encoding="utf-8").format(first=f"`{path}`", path=path)


def entry(name: str) -> zipfile.ZipInfo:
    """How a file is listed in a zip that is the same whenever and wherever it was made."""
    entry = zipfile.ZipInfo(name, DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # Unix, wherever it was made
    return entry
