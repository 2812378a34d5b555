"""The student bundle: what is in it, what is not, and that it works where there is nothing else."""

import json
import os
import shutil
import subprocess
import tomllib
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT
from packaging.requirements import Requirement

from grader.learning.fingerprint import WorkedIn
from grader.releasing import bundle
from grader.releasing.runner import Runner

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*/*.ipynb"))
GRADED = [path for path in NOTEBOOKS if '"points":' in path.read_text(encoding="utf-8")]
BY_NAME = {"argvalues": GRADED, "ids": lambda path: path.stem}


@pytest.fixture(scope="session")
def archive(tmp_path_factory, shared_copy) -> Path:
    written = bundle.write(shared_copy)
    return Path(shutil.copy(written, tmp_path_factory.mktemp("archive")))


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory, archive) -> Path:
    """The bundle as a learner has it after unpacking."""
    folder = tmp_path_factory.mktemp("learner")
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    return folder / bundle.TOP


def names(archive: Path) -> list[str]:
    with zipfile.ZipFile(archive) as opened:
        return [name.removeprefix(bundle.TOP + "/") for name in opened.namelist()]


# --- what is in it ---


def test_the_bundle_holds_what_a_learner_needs(archive):
    held = names(archive)
    assert {"vectorization", "logistic_regression"} <= {path.stem for path in GRADED}
    released = [path.relative_to(ROOT).as_posix() for path in NOTEBOOKS]
    assert {"README.md", "requirements.txt", "pyproject.toml", "LICENSE", "LICENSE-TEXT", *released} <= set(held)
    assert {"datasets/train_catvnoncat.h5", "datasets/test_catvnoncat.h5", "utils/data.py"} <= set(held)


def test_the_bundle_holds_no_solutions_tests_answers_or_caches(archive):
    kept_back = ("solutions", "tests", "benchmarks", "grading", "grader/answers", "datasets/photos")
    assert not [name for name in names(archive) if name.startswith(kept_back)]
    assert not [name for name in names(archive) if "__pycache__" in name or "/." in name or name.endswith(".pyc")]


def test_no_solution_of_an_exercise_is_anywhere_in_the_bundle(unpacked):
    marker = "### BEGIN " + "SOLUTION"
    answers = [line for path in (ROOT / "solutions").glob("*/*.ipynb") for line in answers_in(path)]
    assert len(answers) > 20
    texts = [path.read_text(encoding="utf-8") for path in (unpacked / "notebooks").glob("*/*.ipynb")]
    assert not [text for text in texts if marker in text]
    assert not [answer for answer in answers if any(json.dumps(answer)[1:-1] in text for text in texts)]


def answers_in(path: Path) -> list[str]:
    """Each solution of a notebook, as one text of several lines."""
    found = []
    for cell in nbformat.read(path, 4).cells:
        if "### BEGIN SOLUTION\n" in cell.source:
            found.append(cell.source.split("### BEGIN SOLUTION\n")[1].split("### END SOLUTION")[0].rstrip())
    return found


def test_the_same_course_gives_the_same_bundle_byte_for_byte(repository_copy):
    first = bundle.write(repository_copy).read_bytes()
    for path in repository_copy.rglob("*.py"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    (repository_copy / "utils" / "__pycache__").mkdir(exist_ok=True)
    (repository_copy / "utils" / "__pycache__" / "data.pyc").write_bytes(b"made by Python")
    assert bundle.write(repository_copy).read_bytes() == first


def test_photos_that_were_put_into_the_course_stay_out_of_the_bundle(repository_copy):
    (repository_copy / "datasets" / "photos").mkdir()
    (repository_copy / "datasets" / "photos" / "train_catvnoncat.h5").write_bytes(b"somebody else's pictures")
    assert not [name for name in names(bundle.write(repository_copy)) if "photos" in name]


def test_a_bundle_of_notebooks_that_somebody_solved_is_refused_and_names_them(repository_copy):
    path = next((repository_copy / "notebooks").glob("*/*.ipynb"))
    path.write_text(path.read_text(encoding="utf-8").replace("raise NotImplementedError()", "return 1", 1), "utf-8")
    with pytest.raises(WorkedIn, match=f"Somebody has worked in .*{path.name}"):
        bundle.write(repository_copy)
    assert not (repository_copy / "dist").exists()


def test_the_readme_of_the_bundle_names_only_what_is_there(unpacked):
    text = (unpacked / "README.md").read_text(encoding="utf-8")
    assert "{" not in text
    first = text.split("grader check my-course/")[1].split()[0]
    assert (unpacked / "notebooks" / first).is_file()
    for name in ("notebooks/", "utils/", "grader/", "datasets/", "LICENSE", "LICENSE-TEXT", "requirements.txt"):
        assert name in text
        assert (unpacked / name).exists()


# --- it works where there is nothing else ---


def needed_by(requirements: list[str]) -> set[str]:
    """The distributions that an installer would fetch for these requirements on this machine."""
    found, open_ones = set(), list(requirements)
    while open_ones:
        wanted = Requirement(open_ones.pop())
        if wanted.name in found or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
            continue
        found.add(wanted.name)
        open_ones += metadata.requires(wanted.name) or []
    return found


def link_into(site_packages: Path, distribution: str) -> None:
    """Make one installed distribution importable from another environment, without copying it."""
    files = metadata.files(distribution) or []
    for top in {file.parts[0] for file in files} - {"..", "__pycache__"}:
        source, link = Path(str(metadata.distribution(distribution).locate_file(top))), site_packages / top
        if not link.exists():
            link.symlink_to(source)


@pytest.fixture(scope="session")
def learners_python(tmp_path_factory, unpacked) -> Path:
    """An environment of what the bundle's pyproject.toml asks for and a kernel, and nothing else: no nbgrader."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    (site_packages,) = folder.glob("lib/python*/site-packages")
    project = tomllib.loads((unpacked / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for distribution in needed_by([*project["dependencies"], "ipykernel"]):
        link_into(site_packages, distribution)
    (site_packages / "course.pth").write_text(str(unpacked))
    return folder / "bin" / "python"


def run(python: Path, *command: str, cwd: Path) -> subprocess.CompletedProcess:
    bare = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    return subprocess.run([python, *command], cwd=cwd, env=bare, capture_output=True, text=True)


def solved(notebook: Path, folder: Path) -> Path:
    """A copy of a released notebook in which every function was filled in."""
    truth = nbformat.read(ROOT / "solutions" / notebook.parent.name / notebook.name, 4)
    answers = {cell.id: cell.source for cell in truth.cells if cell.metadata.get("nbgrader", {}).get("solution")}
    mine = nbformat.read(notebook, 4)
    for cell in mine.cells:
        cell.source = answers.get(cell.id, cell.source)
    nbformat.write(mine, folder / notebook.name)
    return folder / notebook.name


def test_the_learners_environment_has_no_nbgrader_and_takes_the_course_from_the_bundle(learners_python, unpacked):
    assert "No module named 'nbgrader'" in run(learners_python, "-c", "import nbgrader", cwd=unpacked).stderr
    where = run(learners_python, "-c", "import grader; print(grader.__file__)", cwd=unpacked.parent)
    assert Path(where.stdout.strip()).is_relative_to(unpacked), where.stderr


@pytest.mark.parametrize("notebook", **BY_NAME)
def test_grader_check_gives_a_learner_nothing_for_nothing_and_everything_for_right_answers(
    learners_python, unpacked, tmp_path, notebook
):
    untouched = run(learners_python, "-m", "grader", "check", str(notebook), "--json", cwd=unpacked)
    filled = run(learners_python, "-m", "grader", "check", str(solved(notebook, tmp_path)), "--json", cwd=unpacked)
    assert json.loads(untouched.stdout)["points"] == 0, untouched.stderr
    result = json.loads(filled.stdout)
    assert result["points"] == result["possible"] > 0, filled.stderr


@pytest.mark.parametrize("notebook", **BY_NAME)
def test_a_solved_notebook_runs_and_checks_without_nbgrader_and_solutions(
    learners_python, unpacked, tmp_path, monkeypatch, notebook
):
    spec = {"argv": [str(learners_python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]}
    kernel = tmp_path / "data" / "kernels" / "learner"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text(json.dumps({**spec, "display_name": "learner", "language": "python"}))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "data"))
    monkeypatch.delenv("PYTHONPATH")
    opened = nbformat.read(solved(notebook, tmp_path), 4)
    Runner(
        opened,
        kernel_name="learner",
        skip_cells_with_tag="demo",
        timeout=300,
        resources={"metadata": {"path": str(unpacked)}},
    ).execute()
    checks = [cell for cell in opened.cells if cell.metadata.get("nbgrader", {}).get("grade")]
    assert checks
    assert {cell.id: value_of(cell) for cell in checks} == {cell.id: cell.metadata.nbgrader.points for cell in checks}


def value_of(cell) -> float | None:
    """The number that a check cell gave."""
    (text,) = [output.data["text/plain"] for output in cell.outputs if output.output_type == "execute_result"]
    return float(text)


@pytest.mark.slow
def test_pip_installs_the_bundle_into_an_empty_environment_and_check_works_there(unpacked, tmp_path):
    venv.create(tmp_path / "empty", with_pip=True)
    python = tmp_path / "empty" / "bin" / "python"
    installed = run(python, "-m", "pip", "install", "--quiet", str(unpacked), cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    notebook = NOTEBOOKS[0].relative_to(ROOT)
    checked = run(python.with_name("grader"), "check", str(notebook), "--json", cwd=unpacked)
    assert json.loads(checked.stdout)["points"] == 0, checked.stderr
    elsewhere = run(python, "-c", "from utils.data import load_cats; print(load_cats().test_x.shape)", cwd=tmp_path)
    assert elsewhere.stdout == "(500, 64, 64, 3)\n", elsewhere.stderr
    assert "No module named 'nbgrader'" in run(python, "-c", "import nbgrader", cwd=tmp_path).stderr
