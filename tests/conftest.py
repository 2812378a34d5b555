"""What every test gets: one thread, no windows, none of the settings of who runs them; and copies of the course."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parent.parent
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
SETTINGS = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "MPLCONFIGDIR")

# Before anything imports NumPy, Matplotlib or Jupyter: they look at these once.
os.environ.update(dict.fromkeys(THREADS, "1"))
os.environ["MPLBACKEND"] = "Agg"
if photographs := os.environ.pop("CATS_FOLDER", ""):  # for the tests of the classic photographs only
    os.environ.setdefault("CLASSIC_PHOTOGRAPHS", photographs)
_home = tempfile.mkdtemp(prefix="course-tests-")
os.environ.update({name: str(Path(_home, name.lower())) for name in SETTINGS})
os.environ["COURSE_PROGRESS"] = str(Path(_home, "progress.json"))
# Kernels and commands that a test starts use this tree and this environment, activated or not.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
os.environ["PYTHONPATH"] = str(ROOT)


def pytest_unconfigure() -> None:
    shutil.rmtree(_home, ignore_errors=True)


def course_files() -> list[Path]:
    """What a clone would hold if everything were committed, relative to ROOT."""
    from grader.measuring.copies import course_files  # not above: it loads NumPy, which looks at the environment

    return course_files(ROOT)


def copy_course(target: Path) -> Path:
    """Copy the course's files to `target`. → target."""
    from grader.measuring.copies import copy_course

    return copy_course(ROOT, target)


@contextmanager
def own_course(folder: Path) -> Iterator[Path]:
    """A copy of the course in `folder`. Commands started meanwhile import the copy's packages."""
    with pytest.MonkeyPatch.context() as patch:
        course = copy_course(folder / "course")
        patch.setenv("PYTHONPATH", str(course))
        yield course


def hand_in(course: Path, student: str, full_marks: bool, assignment: str = "01-logistic-regression") -> None:
    """Submit an assignment: with the reference's functions, or as it was released."""
    folder = course / "grading" / "submitted" / student / assignment
    folder.mkdir(parents=True)
    for path in (course / "notebooks" / assignment).glob("*.ipynb"):
        notebook = solved(course, f"{assignment}/{path.stem}") if full_marks else nbformat.read(path, 4)
        nbformat.write(notebook, folder / path.name)


def solved(course: Path, name: str) -> nbformat.NotebookNode:
    """The released notebook with the reference's functions in it."""
    notebook = nbformat.read(course / "notebooks" / f"{name}.ipynb", 4)
    truth = nbformat.read(course / "solutions" / f"{name}.ipynb", 4)
    answers = {cell.id: cell.source for cell in truth.cells if cell.metadata.get("nbgrader", {}).get("solution")}
    for cell in notebook.cells:
        cell.source = answers.get(cell.id, cell.source)
    return notebook


def points_of(assignment: str, notebook: str) -> float:
    """The points of a notebook, from its cells."""
    cells = nbformat.read(ROOT / "solutions" / assignment / f"{notebook}.ipynb", 4).cells
    return sum(cell.metadata.get("nbgrader", {}).get("points", 0) for cell in cells)


@pytest.fixture
def repository_copy(tmp_path: Path) -> Iterator[Path]:
    """A copy of the course to try commands on."""
    with own_course(tmp_path) as course:
        yield course


@pytest.fixture(scope="session")
def shared_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the course for tests that write nothing into it."""
    return copy_course(tmp_path_factory.mktemp("shared") / "course")
