"""The wheel: what is in it, what is not, and that a learner needs nothing else."""

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import nbformat
import numpy as np
import pytest
from answer_lines import answer_lines, squeezed
from conftest import ROOT, course_files
from labserver import running_lab

from grader.exercises import of_notebook
from grader.releasing import wheel
from grader.wings import LEARNERS_PART
from utils.data import load_drawn

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*/*.ipynb"))
LISTED = sorted(path.relative_to(ROOT / "notebooks") for path in (ROOT / "notebooks").glob("**/*.ipynb"))


@pytest.fixture(scope="module")
def built(tmp_path_factory, shared_copy) -> Path:
    return Path(shutil.copy(wheel.write(shared_copy), tmp_path_factory.mktemp("wheel")))


def texts(path: Path) -> dict[str, str]:
    """Each file of the wheel that is text; notebooks as the sources of their cells."""
    with zipfile.ZipFile(path) as opened:
        found = {name: opened.read(name) for name in opened.namelist() if not name.endswith(".npz")}
    return {name: source_of(name, raw.decode("utf-8")) for name, raw in found.items()}


def source_of(name: str, text: str) -> str:
    return "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"]) if name.endswith(".ipynb") else text


# --- what is in it ---


def test_the_wheel_weighs_less_than_five_megabytes(built):
    assert built.stat().st_size < 5_000_000


def test_the_wheel_holds_of_the_grader_exactly_what_a_learner_gets(built):
    carried = {name for name in texts(built) if name.startswith("grader/")}
    wanted = {name.as_posix() for name in course_files() if name.parts[0] == "grader" and name.parts[1] in LEARNERS_PART}
    assert carried == wanted


def test_no_line_of_an_answer_is_in_any_file_of_the_wheel(built):
    answers = answer_lines()
    assert len(answers) > 100
    found = {name: answers & {squeezed(line) for line in text.splitlines()} for name, text in texts(built).items()}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_an_answer_left_in_a_notebook_would_be_found(built):
    """The test above, turned round: the solved notebooks hold every one of these lines."""
    solved = "\n".join(source_of(path.name, path.read_text(encoding="utf-8")) for path in ROOT.glob("solutions/*/*.ipynb"))
    assert answer_lines() <= {squeezed(line) for line in solved.splitlines()}


@pytest.mark.slow
def test_the_same_course_gives_the_same_wheel_byte_for_byte(built, shared_copy):
    for path in shared_copy.rglob("*.py"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert wheel.write(shared_copy).read_bytes() == built.read_bytes()


# --- installed, without the clone ---


def run(*words: object, cwd: Path, **variables: str) -> subprocess.CompletedProcess:
    bare = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    return subprocess.run(list(map(str, words)), cwd=cwd, env=bare | variables, capture_output=True, text=True)


@pytest.fixture(scope="module")
def course(tmp_path_factory, built) -> Path:
    """The command `course` of an environment that has the wheel, and for the rest borrows the packages of this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    (site_packages,) = folder.glob("lib/python*/site-packages")
    ours = next(path for path in sys.path if path.endswith("site-packages"))
    (site_packages / "zz-borrowed.pth").write_text(ours)
    pip = [sys.executable, "-m", "pip", "--python", folder / "bin" / "python", "install", "--quiet", "--no-deps", "--no-index"]
    installed = run(*pip, "--ignore-installed", built, cwd=folder)
    assert installed.returncode == 0, installed.stderr
    return folder / "bin" / "course"


def test_the_installed_course_is_the_wheel_s_and_has_no_answers(course, tmp_path):
    code = "import grader, utils, importlib.util as u; print(grader.__file__, utils.__file__, u.find_spec('grader.answers'))"
    judges, helpers, answers = run(course.with_name("python"), "-c", code, cwd=tmp_path).stdout.split()
    assert Path(judges).is_relative_to(course.parents[1]) and Path(helpers).is_relative_to(course.parents[1])
    assert answers == "None"


def test_the_pictures_of_the_wheel_are_those_of_the_clone_to_the_last_bit(course, tmp_path):
    code = "import numpy as np; from utils.data import load_cats; np.savez('p.npz', *load_cats())"
    done = run(course.with_name("python"), "-c", code, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with np.load(tmp_path / "p.npz") as file:
        for mine, theirs in zip(load_drawn(), file.values(), strict=True):
            assert np.array_equal(mine, theirs) and np.asarray(mine).dtype == theirs.dtype


@pytest.fixture
def without_jupyter(tmp_path) -> dict[str, str]:
    """Variables under which JupyterLab is not found, as in an environment that does not have it."""
    (tmp_path / "hidden").mkdir()
    hide = "import sys\nsys.modules['jupyterlab'] = None\n"
    (tmp_path / "hidden" / "sitecustomize.py").write_text(hide)
    return {"PYTHONPATH": str(tmp_path / "hidden")}


def test_start_copies_every_notebook_and_says_which_line_installs_jupyterlab(course, tmp_path, without_jupyter):
    done = run(course, "start", "mine", cwd=tmp_path, **without_jupyter)
    assert done.returncode == 0, done.stderr
    assert sorted(path.relative_to(tmp_path / "mine") for path in (tmp_path / "mine").rglob("*.ipynb")) == LISTED
    assert "jupyterlab" in done.stdout and "install" in done.stdout


def test_start_in_an_old_folder_adds_what_is_new_names_what_changed_and_overwrites_nothing(course, tmp_path, without_jupyter):
    run(course, "start", "mine", cwd=tmp_path, **without_jupyter)
    old, gone, *_ = sorted((tmp_path / "mine").glob("*/*.ipynb"))
    notebook = json.loads(old.read_text(encoding="utf-8"))
    notebook["metadata"]["released_as"] = "an older one"
    old.write_text(json.dumps(notebook), encoding="utf-8")
    gone.unlink()
    before = old.read_bytes()
    done = run(course, "start", "mine", cwd=tmp_path, **without_jupyter)
    assert done.stdout.count("New: ") == 1 and gone.is_file()
    assert f"another version of {old.relative_to(tmp_path / 'mine')}" in done.stdout
    assert old.read_bytes() == before


@pytest.mark.parametrize("odd", ["a file for a folder", "a folder for a notebook"])
def test_start_copies_nothing_where_something_else_has_a_notebooks_name(course, tmp_path, without_jupyter, odd):
    last = NOTEBOOKS[-1].relative_to(ROOT / "notebooks")
    if odd.startswith("a file"):
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine" / last.parent).write_text("mine")
    else:
        (tmp_path / "mine" / last).mkdir(parents=True)
    done = run(course, "start", "mine", cwd=tmp_path, **without_jupyter)
    assert done.returncode == 1 and "move it away" in done.stderr and "Traceback" not in done.stderr
    assert not [*(tmp_path / "mine").rglob("start_here.ipynb")]


def test_start_where_nothing_can_be_written_says_so_in_one_line(course, tmp_path, without_jupyter):
    (tmp_path / "file").write_text("no folder")
    done = run(course, "start", tmp_path / "file" / "mine", cwd=tmp_path, **without_jupyter)
    assert done.returncode == 1 and "cannot be written" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "notebook", [pytest.param(path, id=path.stem, marks=[pytest.mark.slow] * (path != NOTEBOOKS[0])) for path in NOTEBOOKS]
)
def test_course_check_counts_the_points_of_an_untouched_and_of_a_solved_notebook(course, tmp_path, notebook):
    untouched = run(course, "check", notebook, "--json", cwd=tmp_path)
    solved = run(course, "check", ROOT / "solutions" / notebook.relative_to(ROOT / "notebooks"), "--json", cwd=tmp_path)
    assert json.loads(untouched.stdout)["points"] == 0, untouched.stderr
    assert json.loads(solved.stdout)["points"] == json.loads(solved.stdout)["possible"] > 0, solved.stderr


def test_course_progress_shows_every_notebook(course, tmp_path):
    shown = run(course, "progress", cwd=tmp_path).stdout
    assert all(path.stem in shown for path in NOTEBOOKS)


def test_an_instructor_s_command_says_that_it_is_not_in_the_wheel(course, tmp_path):
    done = run(course.with_name("grader"), "release", cwd=tmp_path)
    assert done.returncode == 1 and "for instructors" in done.stderr and "Traceback" not in done.stderr


# --- as a learner does it: an empty environment, from the wheel alone ---


@pytest.mark.slow
def test_a_learner_installs_the_wheel_starts_works_and_sees_it_checked(built, tmp_path):
    venv.create(tmp_path / "empty", with_pip=True)
    here = tmp_path / "empty" / "bin"
    installed = run(here / "python", "-m", "pip", "install", "--quiet", f"{built}[lab]", cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    with running_lab(tmp_path, tmp_path, str(here / "course"), "start", PYTHONPATH="") as lab:
        assert lab.lands_on().endswith("/lab/tree/start_here.ipynb")
    mine = tmp_path / "my-course" / "01-logistic-regression" / "vectorization.ipynb"
    fill_in(mine)
    kept = {"COURSE_PROGRESS": str(tmp_path / "kept.json"), "JUPYTER_PATH": str(tmp_path / "empty" / "share" / "jupyter")}
    ran = run(here / "jupyter", "execute", "--inplace", "--timeout=600", mine, cwd=tmp_path, **kept)
    assert ran.returncode == 0, ran.stderr
    checked = json.loads(run(here / "course", "check", mine, "--json", cwd=tmp_path).stdout)
    assert checked["points"] == checked["possible"] > 0
    all_of_them = len(of_notebook("vectorization"))
    assert f"vectorization: {all_of_them} of {all_of_them}" in run(here / "course", "progress", cwd=tmp_path, **kept).stdout


@pytest.mark.slow
@pytest.mark.parametrize("tool", [("uv", "tool", "install"), ("pipx", "install")], ids=lambda words: words[0])
def test_the_wheel_installs_as_a_tool(built, tmp_path, tool):
    if not shutil.which(tool[0]):
        pytest.skip(f"{tool[0]} is not installed")
    places = ("UV_TOOL_DIR", "UV_TOOL_BIN_DIR", "PIPX_HOME", "PIPX_BIN_DIR")
    own = {name: str(tmp_path / name.lower()) for name in places}
    installed = run(*tool, f"{built}[lab]", cwd=tmp_path, **own)
    assert installed.returncode == 0, installed.stderr
    (command,) = tmp_path.glob("*_bin_dir/course*")
    assert "0 of 5" in run(command, "progress", cwd=tmp_path, COURSE_PROGRESS=str(tmp_path / "none")).stdout


def fill_in(path: Path) -> None:
    """Write the right answers into a learner's copy."""
    truth = nbformat.read(ROOT / "solutions" / path.parent.name / path.name, 4)
    answers = {cell.id: cell.source for cell in truth.cells if cell.metadata.get("nbgrader", {}).get("solution")}
    mine = nbformat.read(path, 4)
    for cell in mine.cells:
        cell.source = answers.get(cell.id, cell.source)
    nbformat.write(mine, path)
