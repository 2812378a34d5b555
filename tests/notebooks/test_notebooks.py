"""The notebooks as a reader runs them."""

import json
import re
import tempfile
from functools import cache
from itertools import pairwise
from pathlib import Path

import nbformat
import pytest
import quotes
from conftest import ROOT
from running import run

from grader.exercises import NOTEBOOKS as NAMES
from grader.exercises import of_notebook
from grader.judging.errors import CourseError
from grader.learning.self_check import self_check

NOTEBOOKS = sorted(ROOT.glob("solutions/*/*.ipynb"))
CAPTION = re.compile(r"^\*Figure (\d+)\.", re.MULTILINE)
LONG = {"logistic_regression", "one_hidden_layer", "deep_network"}  # they train for a while
by_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
by_notebook_the_long_ones_slow = pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.stem, marks=[pytest.mark.slow] * (path.stem in LONG)) for path in NOTEBOOKS]
)


@cache
def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook after a run from top to bottom in a kernel of its own, on the drawings."""
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setenv("PYTHONWARNINGS", "default")
        patch.delenv("MPLBACKEND")  # or the kernel shows no figures
        return run(nbformat.read(path, as_version=4), Path(folder))


@by_notebook_the_long_ones_slow
def test_a_notebook_runs_from_top_to_bottom_without_a_warning(path):
    notebook = executed(path)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    shown = [output.data["text/plain"] for output in outputs if output.output_type == "execute_result"]
    assert [text for text in shown if " at 0x" in text] == []  # an object that says nothing to a learner
    scores = [
        o.data
        for c in notebook.cells
        if c.id.startswith("check-")
        for o in c.outputs
        if o.output_type == "execute_result"
    ]
    assert scores and {data["text/plain"] for data in scores} == {
        "1"
    }  # the whole of one point: solutions carry no scale
    figures = [output for output in outputs if "image/png" in output.get("data", {})]
    assert len(figures) >= len(captions(path))
    assert [cell.id for cell, after in pairwise(notebook.cells) if has_figure(cell) and not CAPTION.search(after.source)] == []


@by_notebook_the_long_ones_slow
def test_every_number_that_the_text_quotes_is_printed_typed_or_worked_out(path):
    assert quotes.untrue(executed(path), quotes.WORKED_OUT.get(path.stem, {})) == []


def test_a_number_that_the_run_does_not_print_is_found():
    code = nbformat.v4.new_code_cell("print(rate := 0.25)", outputs=[nbformat.v4.new_output("stream", text="share 69.6%\n")])
    text = nbformat.v4.new_markdown_cell("# Part 1\n\nIn 1.2 it was $0.25$, 70 % and 69.6 %, not 69.7 % or 0.24, nor `0.1`. By hand 2.236.")
    run_of = nbformat.v4.new_notebook(cells=[text, code, nbformat.v4.new_markdown_cell("## 1.2 A section")])
    assert quotes.untrue(run_of, {"2.236": 5**0.5}) == [(1, "69.7"), (1, "0.24")]
    assert quotes.untrue(run_of, {"2.236": 6**0.5})[-1] == (1, "2.236")


def has_figure(cell: nbformat.NotebookNode) -> bool:
    """A cell of the notebook's own that shows a figure. What tries out a learner's function needs no caption, and neither
    does a figure that is there to be moved."""
    shows = any("image/png" in one.get("data", {}) for one in cell.get("outputs", []))
    return shows and not cell.id.startswith("try-") and not re.search(r"^play_(with|film)\(", cell.source, re.MULTILINE)


def prose(path: Path) -> str:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def captions(path: Path) -> list[int]:
    """The numbers of the figures that have a caption."""
    return [int(number) for number in CAPTION.findall(prose(path))]


@by_notebook
def test_the_captions_count_the_figures(path):
    numbers = captions(path)
    assert numbers == list(range(1, len(numbers) + 1))
    assert {int(number) for number in re.findall(r"Figure (\d+)", prose(path))} <= set(numbers)


@by_notebook
def test_a_notebook_keeps_its_outputs_out_of_the_repository(path):
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        assert not cell.get("outputs") and cell.get("execution_count") is None


@by_notebook
def test_the_self_check_gives_a_solved_notebook_all_points(path):
    rows = self_check(path)
    assert rows and all(row.points == row.possible and row.missing == "" for row in rows)


@pytest.mark.parametrize("path", sorted(ROOT.glob("notebooks/*/*.ipynb")), ids=lambda path: path.stem)
def test_the_self_check_of_an_untouched_notebook_says_what_is_missing(path):
    rows = self_check(path)
    assert rows and all(row.points == 0 and "not written yet" in row.missing for row in rows)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"hello", "is no notebook: choose a file that ends with .ipynb"),
        (b"x = [1, 2]", "is no notebook: choose a file that ends with .ipynb"),
        (b"{}", "is no notebook: it has no cells"),
        (b"[]", "is no notebook"),
        (b'{"cells": [{"cell_type": "code", "sou', "is damaged or cut off"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "it is no text"),
        (b'{"cells": []}', "has no check cells of this course"),
    ],
)
def test_the_self_check_says_what_is_wrong_with_what_is_no_notebook(tmp_path, content, said):
    file = tmp_path / "text.ipynb"
    file.write_bytes(content)
    with pytest.raises(CourseError, match=re.escape(said)):
        self_check(file)


def test_a_deleted_function_is_missed_by_name(tmp_path):
    notebook = nbformat.read(ROOT / "notebooks/01-logistic-regression/vectorization.ipynb", as_version=4)
    notebook.cells = [cell for cell in notebook.cells if cell.id != "nudge_b"]
    nbformat.write(notebook, tmp_path / "mine.ipynb")
    row = next(row for row in self_check(tmp_path / "mine.ipynb") if row.id == "vectorization.nudge_b")
    assert row.points == 0 and "no function `nudge_b`" in row.missing


def test_each_notebook_links_to_the_next_one_of_the_course():
    for name, after in pairwise(Path(name).name for name in NAMES):
        path, target = (next(one for one in NOTEBOOKS if one.stem == other) for other in (name, after))
        links = re.findall(r"\]\(([^)]+\.ipynb)\)", prose(path))
        assert target.resolve() in [(path.parent / link).resolve() for link in links], name


@by_notebook
def test_progress_lists_the_exercises_in_the_order_of_the_notebook(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    written = [cell["id"] for cell in cells if cell["metadata"].get("nbgrader", {}).get("solution")]
    assert [exercise.function for exercise in of_notebook(path.stem)] == written
