"""The ways in: make, `grader lab`, and nbgrader's standard commands on a fresh clone."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError

import nbformat
import pytest
from conftest import ROOT, hand_in
from labserver import HERE, INSTRUCTORS_LAB, not_activated, running_lab

from grader.judging.errors import CourseError
from grader.learning import workspace

ASSIGNMENT = "01-logistic-regression"


def run(*command: object, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess:
    return subprocess.run(list(map(str, command)), cwd=cwd, env=env, capture_output=True, text=True)


def solve(path: Path) -> None:
    """Work in a notebook: fill in its first function."""
    notebook = nbformat.read(path, 4)
    cell = next(cell for cell in notebook.cells if "raise NotImplementedError()" in cell.source)
    cell.source = cell.source.replace("raise NotImplementedError()", "return 42")
    nbformat.write(notebook, path)


# --- make ---


@pytest.fixture
def installed(tmp_path) -> Path:
    """A folder that looks to make like an environment in which everything was installed a moment ago."""
    folder = tmp_path / "environment"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").symlink_to(sys.executable)
    for stamp in (".ready", ".ready-test"):
        (folder / stamp).touch()
        later = time.time() + 60
        os.utime(folder / stamp, (later, later))
    return folder


@pytest.mark.parametrize("target", ["setup", ".ready-test"])
def test_a_second_run_reinstalls_nothing_unless_the_lists_of_packages_changed(repository_copy, installed, target):
    name = target if target == "setup" else installed / target
    up_to_date = ["make", "-q", name, f"VENV={installed}"]
    assert run(*up_to_date, cwd=repository_copy).returncode == 0
    later = time.time() + 120
    os.utime(repository_copy / "requirements.txt", (later, later))
    assert run(*up_to_date, cwd=repository_copy).returncode == 1


def test_every_target_that_make_tells_of_exists(repository_copy, installed):
    told = run("make", cwd=repository_copy).stdout
    targets = re.findall(r"^ *make ([\w-]+)|`make ([\w-]+)`", told, re.MULTILINE)
    assert len(targets) >= 10
    for target in ("".join(pair) for pair in targets):
        dry = run("make", "-n", target, f"VENV={installed}", cwd=repository_copy)
        assert dry.returncode == 0, dry.stderr


def test_a_python_that_is_too_old_is_refused_with_the_way_out(repository_copy, tmp_path):
    old = tmp_path / "old-python"
    old.write_text('#!/bin/sh\ncase "$1" in --version) echo Python 3.9.2;; *) exit 1;; esac\n')
    old.chmod(0o755)
    made = run("make", "setup", f"PYTHON={old}", f"VENV={tmp_path / 'new'}", cwd=repository_copy)
    assert made.returncode != 0
    assert "Python 3.11 or newer is needed" in made.stderr
    assert "3.9.2" in made.stderr
    assert "PYTHON=" in made.stderr
    assert not (tmp_path / "new").exists()


def test_missing_system_packages_are_named_and_never_end_the_run(repository_copy, tmp_path):
    for name in ("sh", "id", "make"):
        (tmp_path / name).symlink_to(shutil.which(name))
    without = {**os.environ, "PATH": str(tmp_path)}  # neither the packages nor a way to install them
    tried = run(shutil.which("make"), "system-packages", cwd=repository_copy, env=without)
    assert tried.returncode == 0
    assert "will be skipped: chromium bubblewrap" in tried.stdout


def test_the_ci_script_runs_make_test_and_nothing_else(repository_copy, tmp_path):
    (tmp_path / "make").write_text('#!/bin/sh\necho "make $*"\nexit 3\n')
    (tmp_path / "make").chmod(0o755)
    ran = run("sh", ".ci/run", cwd=repository_copy, env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"})
    assert (ran.stdout, ran.returncode) == ("make test\n", 3)
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.slow
def test_make_sets_up_a_fresh_clone_by_itself_and_says_so(repository_copy):
    ours = ("PYTHONPATH", "MAKEFLAGS", "MAKELEVEL", "MFLAGS")  # the tests may have been started by make themselves
    fresh = {name: value for name, value in os.environ.items() if name not in ours}
    first = run("make", "setup", cwd=repository_copy, env=fresh)
    assert first.returncode == 0, first.stderr
    assert "Making the environment .venv" in first.stdout
    assert "Installing what requirements.txt lists" in first.stdout
    assert run("make", "setup", cwd=repository_copy, env=fresh).stdout.startswith("make: Nothing to be done")
    assert run(".venv/bin/grader", "--help", cwd=repository_copy, env=fresh).returncode == 0


# --- nobody's work is written over ---


def released(course: Path) -> list[Path]:
    return sorted((course / "notebooks").glob("*/*.ipynb"))


def test_a_learner_gets_a_copy_of_every_notebook_once(repository_copy):
    made = workspace.prepare(repository_copy)
    assert [path.relative_to(repository_copy / "my-course") for path in made] == [
        path.relative_to(repository_copy / "notebooks")
        for path in (*released(repository_copy), repository_copy / "notebooks" / "start_here.ipynb")
    ]
    assert workspace.prepare(repository_copy) == []


def test_a_notebook_that_comes_later_is_added_beside_a_learners_work(repository_copy):
    mine, *_ = workspace.prepare(repository_copy)
    mine.write_text("my work", encoding="utf-8")
    new = repository_copy / "notebooks" / ASSIGNMENT / "appendix.ipynb"
    shutil.copy(released(repository_copy)[0], new)
    assert workspace.prepare(repository_copy) == [repository_copy / "my-course" / ASSIGNMENT / "appendix.ipynb"]
    assert mine.read_text(encoding="utf-8") == "my work"


def test_a_copy_can_be_written_even_where_the_released_notebook_cannot(repository_copy):
    source = released(repository_copy)[0]
    source.chmod(0o444)
    copy = next(path for path in workspace.prepare(repository_copy) if path.name == source.name)
    assert copy.stat().st_mode & 0o200


def test_preparing_outside_the_course_says_where_to_start(tmp_path):
    with pytest.raises(CourseError, match="in the course's folder"):
        workspace.prepare(tmp_path)


@pytest.fixture
def worked_in(repository_copy) -> dict[Path, bytes]:
    """A copy of the course where somebody has solved an exercise in each notebook, released and in my-course/."""
    copies = [path for path in workspace.prepare(repository_copy) if path.name != workspace.START_PAGE]
    paths = [*released(repository_copy), *copies]
    for path in paths:
        solve(path)
    return {path: path.read_bytes() for path in paths}


def unchanged(work: dict[Path, bytes]) -> bool:
    return all(path.read_bytes() == before for path, before in work.items())


def test_make_release_refuses_to_write_over_work_and_says_how_to_keep_it(repository_copy, installed, worked_in):
    made = run("make", "release", f"VENV={installed}", f"py={sys.executable}", cwd=repository_copy)
    assert made.returncode != 0
    assert f"notebooks/{ASSIGNMENT}/vectorization.ipynb" in made.stderr
    assert "my-course/" in made.stderr
    assert unchanged(worked_in)


@pytest.mark.slow
def test_make_demo_leaves_work_in_every_notebook_unchanged(repository_copy, installed, worked_in):
    made = run("make", "demo", f"VENV={installed}", f"py={sys.executable}", cwd=repository_copy)
    assert unchanged(worked_in)
    assert made.returncode == 0, made.stdout + made.stderr


# --- nbgrader's standard commands, on a fresh clone, before any command of ours ---


def nbgrader(course: Path, *arguments: str) -> subprocess.CompletedProcess:
    return run(HERE / "nbgrader", *arguments, cwd=course, env=not_activated(course))


def points_in(course: Path) -> float:
    notebooks = (nbformat.read(path, 4) for path in (course / "solutions" / ASSIGNMENT).glob("*.ipynb"))
    return sum(cell.metadata.get("nbgrader", {}).get("points", 0) for book in notebooks for cell in book.cells)


@pytest.mark.slow
def test_nbgraders_commands_release_grade_explain_and_export_on_a_fresh_clone(repository_copy):
    course = repository_copy
    before = {path: path.read_bytes() for path in released(course)}

    generated = nbgrader(course, "generate_assignment", ASSIGNMENT)
    assert generated.returncode == 0, generated.stderr
    assert unchanged(before)  # what is committed is what nbgrader derives

    hand_in(course, "ada", full_marks=True)
    hand_in(course, "bob", full_marks=False)
    shadow = course / "grading" / "submitted" / "ada" / ASSIGNMENT / "utils.py"
    shadow.write_text("raise RuntimeError('this file stands in for the package')")
    for command in ("autograde", "generate_feedback"):
        done = nbgrader(course, command, ASSIGNMENT)
        assert done.returncode == 0, done.stderr
        assert "Warning" not in done.stderr

    assert nbgrader(course, "export").returncode == 0
    with open(course / "grades.csv", newline="", encoding="utf-8") as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert scores == {"ada": points_in(course), "bob": 0}
    for student in scores:
        assert len(list((course / "grading" / "feedback" / student / ASSIGNMENT).glob("*.html"))) == 2


def test_nbgrader_validates_a_solved_notebook_without_running_the_long_cells(repository_copy):
    hand_in(repository_copy, "ada", full_marks=True)
    notebook = repository_copy / "grading" / "submitted" / "ada" / ASSIGNMENT / "logistic_regression.ipynb"
    opened = nbformat.read(notebook, 4)
    for cell in opened.cells:
        if "demo" in cell.metadata.get("tags", []):
            cell.source = "raise RuntimeError('a demo cell was run')"
            del cell.metadata["nbgrader"]
    nbformat.write(opened, notebook)
    validated = nbgrader(repository_copy, "validate", str(notebook.relative_to(repository_copy)))
    assert validated.stdout == "Success! Your notebook passes all the tests.\n", validated.stdout + validated.stderr


@pytest.mark.slow
def test_generate_assignment_keeps_work_and_says_so_unless_it_is_forced(repository_copy):
    path = repository_copy / "notebooks" / ASSIGNMENT / "vectorization.ipynb"
    solve(path)
    work = path.read_bytes()
    asked = nbgrader(repository_copy, "generate_assignment", ASSIGNMENT)
    assert asked.stderr.count("Somebody has worked in") == 1
    assert path.read_bytes() == work
    assert nbgrader(repository_copy, "generate_assignment", ASSIGNMENT, "--force").returncode == 0
    assert "return 42" not in path.read_text(encoding="utf-8")


# --- JupyterLab ---


def test_jupyterlab_opens_on_the_learners_copies_without_the_instructors_tools(repository_copy, tmp_path):
    with running_lab(repository_copy, tmp_path / "home") as lab:
        page = lab.ask("lab")
        assert '"preferredPath": "my-course"' in page
        off = re.search(r'"disabledExtensions": (\[.*?\])', page)[1]
        assert set(json.loads(off)) == {"@jupyter/nbgrader", "@jupyterlite/pyodide-kernel-extension"}
        assert "/lab/tree/my-course/start_here.ipynb" in lab.lands_on()
        assert len(list((repository_copy / "my-course" / ASSIGNMENT).glob("*.ipynb"))) == 2
        for path in ("formgrader/api/assignments", "assignments", "courses", "nbgrader_version"):
            with pytest.raises(HTTPError, match="404"):
                lab.ask(path)


@pytest.fixture
def lab(repository_copy, tmp_path):
    """`grader lab --instructor`, started by somebody who has not activated the environment."""
    with running_lab(repository_copy, tmp_path / "home", *INSTRUCTORS_LAB) as opened:
        yield opened


def test_an_instructors_jupyterlab_opens_on_the_course_and_its_formgrader_grades(lab, repository_copy):
    assert '"disabledExtensions": []' in lab.ask("lab")
    assert not (repository_copy / "my-course").exists()

    generated = json.loads(lab.ask(f"formgrader/api/assignment/{ASSIGNMENT}/assign", "POST"))
    assert generated["success"], generated
    hand_in(repository_copy, "ada", full_marks=True)
    graded = json.loads(lab.ask(f"formgrader/api/submission/{ASSIGNMENT}/ada/autograde", "POST"))
    assert graded["success"], graded
    (submission,) = json.loads(lab.ask(f"formgrader/api/submissions/{ASSIGNMENT}"))
    assert submission["score"] == submission["max_score"] == points_in(repository_copy)
