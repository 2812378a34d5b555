"""What every test gets: one thread, no windows, none of the settings of who runs them; and copies of the course."""

import os
import shutil
import subprocess
import sys
import tempfile
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
    """What a clone would hold if everything were committed: tracked files and new ones, nothing that git ignores."""
    command = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return sorted(Path(name) for name in listed if name and (ROOT / name).is_file())


def copy_course(target: Path) -> Path:
    """Copy the course's files to `target`. → target."""
    for name in course_files():
        copy = target / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, copy)
    return target


def hand_in(course: Path, student: str, full_marks: bool, assignment: str = "01-logistic-regression") -> None:
    """Submit an assignment: with the reference's functions, or as it was released."""
    folder = course / "grading" / "submitted" / student / assignment
    folder.mkdir(parents=True)
    for path in (course / "notebooks" / assignment).glob("*.ipynb"):
        notebook = nbformat.read(path, 4)
        truth = nbformat.read(course / "solutions" / assignment / path.name, 4)
        answers = {cell.id: cell.source for cell in truth.cells if cell.metadata.get("nbgrader", {}).get("solution")}
        for cell in notebook.cells if full_marks else ():
            cell.source = answers.get(cell.id, cell.source)
        nbformat.write(notebook, folder / path.name)


@pytest.fixture
def repository_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the course to try commands on. Commands started in it import the copy's packages."""
    copy = copy_course(tmp_path / "course")
    monkeypatch.setenv("PYTHONPATH", str(copy))
    return copy


@pytest.fixture(scope="session")
def shared_copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the course for tests that write nothing into it."""
    return copy_course(tmp_path_factory.mktemp("shared") / "course")
