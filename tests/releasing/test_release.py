"""What learners get is derived from solutions/, and nothing of the solutions is in it."""

import copy
import json
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, copy_course
from plain import NAME, course_with, graded, submit

from grader.answers.reference import load, notebooks
from grader.judging.errors import CourseError
from grader.learning.fingerprint import WorkedIn, digest, worked_in
from grader.releasing.release import generate

RELEASED = sorted(ROOT.glob("notebooks/*/*.ipynb"))
by_notebook = pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)


def cells(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def test_every_solution_notebook_is_released_and_no_other():
    assert {path.stem for path in RELEASED} == set(notebooks())


@by_notebook
def test_no_solution_is_in_a_released_notebook(path):
    text = path.read_text(encoding="utf-8")
    assert "BEGIN SOLUTION" not in text and "HIDDEN TESTS" not in text
    sources = ["".join(cell["source"]) for cell in cells(path) if cell["cell_type"] == "code"]
    for name, source in load(path.stem).sources.items():
        solution = source.split("### BEGIN SOLUTION")[1].split("### END SOLUTION")[0].strip()
        assert not any(solution in released for released in sources), name


@by_notebook
def test_a_released_notebook_has_no_outputs_and_no_path_of_a_machine(path):
    for cell in cells(path):
        assert not cell.get("outputs") and cell.get("execution_count") is None
    here = "|".join(re.escape(f"{folder}/") for folder in (ROOT, Path.home()))
    assert not re.search(rf"(/home/|/Users/|[A-Z]:\\\\|{here})", path.read_text(encoding="utf-8"))


@by_notebook
def test_check_cells_carry_their_points_and_fill_in_cells_are_blank(path):
    for cell in cells(path):
        about = cell["metadata"].get("nbgrader", {})
        source = "".join(cell["source"])
        if about.get("grade"):
            assert source.endswith(f"points={about['points']:g})")
        elif about.get("solution"):
            assert source.count("raise NotImplementedError()") == 1 and '"""' in source


@by_notebook
def test_cells_have_readable_ids(path):
    ids = [cell["id"] for cell in cells(path)]
    assert len(set(ids)) == len(ids)
    assert not [id for id in ids if re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f-]+)?", id)]


@by_notebook
def test_a_released_notebook_is_not_taken_for_worked_in(path):
    assert not worked_in(path)


@pytest.mark.parametrize("change", ["source", "output", "new cell", "not json"])
def test_work_in_a_notebook_is_recognised(change, tmp_path):
    notebook = json.loads(RELEASED[0].read_text(encoding="utf-8"))
    copy = tmp_path / "copy.ipynb"
    if change == "source":
        notebook["cells"][3]["source"] = ["mine"]
    elif change == "output":
        next(c for c in notebook["cells"] if c["cell_type"] == "code")["execution_count"] = 1
    elif change == "new cell":
        notebook["cells"].append({"cell_type": "markdown", "id": "note", "metadata": {}, "source": ["a note"]})
    copy.write_text("{" if change == "not json" else json.dumps(notebook), encoding="utf-8")
    assert worked_in(copy)


def test_saving_a_notebook_in_another_format_is_not_work():
    plain = [{"cell_type": "code", "source": ["a\n", "b"]}]
    assert digest(plain) == digest([{"cell_type": "code", "source": "a\nb", "metadata": {"x": 1}}])


def test_everything_derived_is_what_solutions_give():
    from grader.releasing.course import Course
    from grader.releasing.release import differences

    course = Course.at(ROOT)
    assert [str(difference) for name in course.assignments() for difference in differences(course, name)] == []


def test_a_start_page_in_which_somebody_worked_is_kept_and_named(repository_copy):
    from grader.releasing.course import Course
    from grader.releasing.release import release_start_page, start_page_differences

    course = Course.at(repository_copy)
    assert start_page_differences(course) == release_start_page(course) == []
    page = repository_copy / "notebooks" / "start_here.ipynb"
    page.write_text(page.read_text(encoding="utf-8").replace("tells cats", "is mine"), encoding="utf-8")
    work = page.read_bytes()
    with pytest.raises(WorkedIn, match=r"notebooks/start_here\.ipynb"):
        release_start_page(course)
    assert page.read_bytes() == work
    page.unlink()
    assert release_start_page(course) == [page]
    assert start_page_differences(course) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("answers/deep_network/linear_backward.py", 'holds="shapes', 'holds="shape', "'shape' in holds is no claim"),
        ("judging/claims.py", '("single", "sizes")', '("singel", "sizes")', "the tag 'singel', and none is drawn"),
    ],
    ids=["an unknown claim", "a misspelt tag"],
)
def test_what_is_not_in_order_is_refused_before_anything_is_written(repository_copy, file, old, new, message):
    path = repository_copy / "grader" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    released = sorted((repository_copy / "notebooks" / "03-deep-network").glob("*.ipynb"))
    for notebook in released:
        notebook.unlink()
    command = [sys.executable, "-m", "grader", "release", "03-deep-network"]
    said = subprocess.run(command, cwd=repository_copy, capture_output=True, text=True)
    assert said.returncode == 1 and message in said.stderr
    assert released and not any(notebook.exists() for notebook in released)


SOURCE = "01-logistic-regression/vectorization.ipynb"
DOUBLED = ["grader release 01-logistic-regression", "nbgrader generate_assignment 01-logistic-regression --force"]


def share_an_id(course: Path) -> tuple[int, int]:
    """Give a later cell of a solution the ID of an earlier one. → their numbers."""
    path = course / "solutions" / SOURCE
    notebook = json.loads(path.read_text(encoding="utf-8"))
    named = [i for i, cell in enumerate(notebook["cells"], 1) if cell["metadata"].get("nbgrader", {}).get("grade_id")]
    first, last = named[0], named[-1]
    id = notebook["cells"][first - 1]["metadata"]["nbgrader"]["grade_id"]
    notebook["cells"][last - 1]["metadata"]["nbgrader"]["grade_id"] = id
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return first, last


@pytest.mark.parametrize("command", DOUBLED)
def test_an_id_that_two_cells_share_is_named_and_leaves_what_was_released(repository_copy, command):
    folder = repository_copy / "notebooks" / "01-logistic-regression"
    before = {path: path.read_bytes() for path in folder.iterdir()}
    first, last = share_an_id(repository_copy)
    done = subprocess.run([sys.executable, "-m", *command.split()], cwd=repository_copy, capture_output=True, text=True)
    said = done.stdout + done.stderr
    assert done.returncode != 0 and "Nothing was released." in said
    assert re.search(rf"solutions/{SOURCE}: the ID '[\w-]+' is in the cells {first} and {last}\.", said)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_any_release_that_fails_leaves_what_was_released(repository_copy):
    folder = repository_copy / "notebooks" / "01-logistic-regression"
    before = {path: path.read_bytes() for path in folder.iterdir()}
    path = repository_copy / "solutions" / SOURCE
    text = path.read_text(encoding="utf-8")
    assert "### END SOLUTION" in text
    path.write_text(text.replace("### END SOLUTION", "### THE END", 1), encoding="utf-8")
    command = [sys.executable, "-m", "grader", "release", "01-logistic-regression"]
    done = subprocess.run(command, cwd=repository_copy, capture_output=True, text=True)
    assert done.returncode != 0
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_what_lies_beside_the_notebooks_stays(repository_copy):
    folder = repository_copy / "notebooks" / "01-logistic-regression"
    for name in ("mine.py", "data/notes.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("of the instructor's own")
    command = [sys.executable, "-m", "grader", "release", "01-logistic-regression"]
    subprocess.run(command, cwd=repository_copy, capture_output=True, check=True)
    assert all((folder / name).read_text() == "of the instructor's own" for name in ("mine.py", "data/notes.txt"))


def test_graded_cells_that_were_added_after_work_came_in_are_told_in_one_sentence(tmp_path):
    course = course_with(copy_course(tmp_path / "course"))
    submit(course, "ada")
    graded(course)
    before = (course.notebooks / NAME / "own.ipynb").read_bytes()
    path = course.root / "solutions" / NAME / "own.ipynb"
    notebook = nbformat.read(path, 4)
    more = copy.deepcopy(next(cell for cell in notebook.cells if cell.id == "test-double"))
    more.id = more.metadata.nbgrader.grade_id = "test-double-again"
    notebook.cells.append(more)
    nbformat.write(notebook, path)
    with pytest.raises(CourseError, match="own has other graded cells than the gradebook has grades for") as caught:
        generate(course, NAME)
    assert "Traceback" not in str(caught.value) and (course.notebooks / NAME / "own.ipynb").read_bytes() == before
