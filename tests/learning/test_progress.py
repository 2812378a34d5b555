"""What a learner has reached is kept on the learner's own machine, and never disturbs a check."""

import json
import re
import threading
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from conftest import ROOT
from nbclient import NotebookClient

from grader import examine, exercises, forget_progress, progress
from grader.cli.learning import course
from grader.learning import progress as kept
from grader.learning.fingerprint import worked_in

ID = "logistic_regression.initialize_with_zeros"
CHECK = f'check("{ID}", initialize_with_zeros)'
RIGHT = "import numpy as np\nfrom grader import check\ndef initialize_with_zeros(dim): return np.zeros((dim, 1)), 0.0\n"
WRONG = RIGHT.replace("(dim, 1)", "dim")
BLANK = "from grader import check\ndef initialize_with_zeros(dim): raise NotImplementedError()\n"


@pytest.fixture
def file(tmp_path, monkeypatch) -> Path:
    path = tmp_path / "folder" / "progress.json"
    monkeypatch.setenv("COURSE_PROGRESS", str(path))
    return path


def report(source: str):
    names = {}
    exec(source, names)
    return examine(ID, names["initialize_with_zeros"])


def run_in_kernel(*sources: str) -> list:
    """Run cells in a kernel of their own. → the cells."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    return notebook.cells


def test_a_check_in_a_notebook_is_kept_and_another_kernel_shows_it(file):
    run_in_kernel(WRONG + CHECK, RIGHT + CHECK)
    assert kept.read()[ID]["passed"] is True
    table = run_in_kernel("from grader import progress\nprogress()")[0].outputs[0].data
    assert f"1 of {len(exercises.EXERCISES)} exercises pass" in table["text/plain"]
    assert "✓ passes" in table["text/html"]


def test_a_failing_check_is_kept_with_the_number_of_claims_that_hold(file):
    kept.note(report(WRONG))
    (entry,) = kept.read().values()
    assert (entry["passed"], entry["holding"], entry["claims"]) == (False, 1, 3)
    assert "✗ 1 of 3 claims" in str(progress())


@pytest.mark.parametrize("content", ['{"cut off', "[]", "\xe4"])
def test_a_damaged_file_is_told_and_kept_under_another_name(file, content):
    file.parent.mkdir()
    file.write_bytes(content.encode("latin-1"))
    said = CliRunner().invoke(course, ["progress"]).output
    assert "progress.json cannot be read" in said and file.exists()
    kept.note(report(RIGHT))
    assert kept.read()[ID]["passed"] is True
    assert file.with_name("progress.damaged.json").read_bytes() == content.encode("latin-1")
    assert "cannot be read" not in CliRunner().invoke(course, ["progress"]).output


def test_an_answer_not_written_yet_takes_nothing_away(file):
    kept.note(report(RIGHT))
    kept.note(report(BLANK))
    assert kept.read()[ID]["passed"]


def test_checks_outside_a_notebook_and_graders_keep_nothing(file, monkeypatch):
    names = {}
    exec(RIGHT + CHECK, names)
    assert not file.exists()
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")  # what nbgrader sets
    run_in_kernel(RIGHT + CHECK)
    assert not file.exists()


@pytest.mark.parametrize("obstacle", ["a file in place of the folder", "a folder in place of the file"])
def test_a_check_passes_where_the_disk_cannot_be_written(file, obstacle):
    if obstacle.startswith("a file"):
        file.parent.write_text("in the way")
    else:
        file.mkdir(parents=True)
    cells = run_in_kernel(RIGHT + CHECK)
    assert "all 3 claims pass" in cells[0].outputs[0].data["text/plain"]
    assert kept.read() == {}
    assert [path.name for path in file.parent.parent.rglob("*progress.json?*")] == []  # no half-written file stays


@pytest.mark.parametrize("text", ["", "{", "[]", '{"logistic_regression.propagate": 3}', '{"a": {"passed": true}}'])
def test_a_damaged_file_counts_as_empty_and_is_mended_by_the_next_check(file, text):
    file.parent.mkdir()
    file.write_text(text)
    assert f"0 of {len(exercises.EXERCISES)}" in str(progress())
    kept.note(report(RIGHT))
    assert list(kept.read()) == [ID]


def test_the_file_is_whole_whenever_it_is_read(file):
    kept.note(report(RIGHT))
    done = threading.Event()
    seen = []

    def look():
        while not done.is_set():
            seen.append(json.loads(file.read_text(encoding="utf-8")).keys())

    reader = threading.Thread(target=look)
    reader.start()
    wrong, right = report(WRONG), report(RIGHT)
    for _ in range(100):
        kept.note(wrong)
        kept.note(right)
    done.set()
    reader.join()
    assert seen and all(keys == {ID} for keys in seen)


def test_progress_is_forgotten_on_demand_and_forgetting_twice_is_no_error(file):
    kept.note(report(RIGHT))
    forget_progress()
    forget_progress()
    assert not file.exists()
    assert f"0 of {len(exercises.EXERCISES)}" in str(progress())


def test_without_the_variable_the_file_lies_in_the_users_data_folder(monkeypatch, tmp_path):
    monkeypatch.delenv("COURSE_PROGRESS")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert kept.path().parent.name == "neural-networks-course"


# --- the start page ---


def start_page(root: Path) -> nbformat.NotebookNode:
    return nbformat.read(root / "start_here.ipynb", 4)


def test_the_overview_holds_every_notebook_and_every_exercise_in_the_order_of_the_course():
    released = {path.relative_to(ROOT / "notebooks").as_posix() for path in (ROOT / "notebooks").glob("*/*.ipynb")}
    assert {f"{path}.ipynb" for path in exercises.NOTEBOOKS} == released
    assert [id for chapter in progress().chapters for id in chapter.ids] == list(exercises.EXERCISES)


@pytest.mark.parametrize("folder", ["solutions", "notebooks"])
def test_every_link_of_the_start_page_leads_to_a_notebook(folder):
    text = "".join(cell.source for cell in start_page(ROOT / folder).cells)
    links = re.findall(r"\]\(([^)]+)\)", text)
    assert set(links) == {f"{path}.ipynb" for path in exercises.NOTEBOOKS}
    assert all((ROOT / folder / link).is_file() for link in links)


def test_the_start_page_is_released_without_outputs_and_not_taken_for_worked_in():
    assert not worked_in(ROOT / "notebooks" / "start_here.ipynb")


def test_the_start_page_runs_from_top_to_bottom_and_its_example_fails_as_it_says(file):
    page = start_page(ROOT / "notebooks")
    NotebookClient(page, timeout=120, kernel_name="python3").execute()
    said = {cell.id: cell.outputs for cell in page.cells if cell.cell_type == "code"}
    assert "1 of 3 claims pass" in said["first-check"][0].data["text/plain"]
    assert said["first-hint"][0].text.startswith("Hint 1 of 3")
    assert "✗ 1 of 3 claims" in said["progress-table"][0].data["text/html"]


def test_nbgrader_takes_the_start_page_for_no_assignment(shared_copy):
    from grader.releasing.course import Course

    course = Course.at(shared_copy)
    assert course.api().get_source_assignments() == set(course.assignments())
    assert course.assignments() == sorted({path.split("/")[0] for path in exercises.NOTEBOOKS})
