"""A chapter: the released notebook, with the outputs of a run, and never an answer."""

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from grader.releasing.chapters import WIDGET, WIDGETS, chapter

PICTURE = new_output("display_data", data={"image/png": "iVBORw0KGgo="})
SOLUTION = {"nbgrader": {"solution": True, "grade_id": "double"}}


def pair(*cells: tuple[nbformat.NotebookNode, list]) -> tuple[nbformat.NotebookNode, nbformat.NotebookNode]:
    """A released notebook of these cells, and the same after a run that gave each the outputs beside it."""
    ran = new_notebook(cells=[nbformat.from_dict(cell) for cell, _ in cells])
    for cell, (_, outputs) in zip(ran.cells, cells, strict=True):
        if outputs:
            cell.outputs = outputs
    return new_notebook(cells=[cell for cell, _ in cells]), ran


def test_a_cell_that_a_learner_fills_in_shows_neither_its_answer_nor_what_it_printed():
    blank = new_code_cell("def double(x):\n    raise NotImplementedError()", id="double", metadata=SOLUTION)
    released, ran = pair((blank, [new_output("stream", text="return 2 * x")]))
    ran.cells[0].source = "def double(x):\n    return 2 * x"
    assert "2 * x" not in nbformat.writes(chapter(released, ran))


def test_other_cells_show_what_they_printed_and_drew():
    released, ran = pair((new_code_cell("plot()", id="plot"), [PICTURE]))
    assert chapter(released, ran).cells[0].outputs == [PICTURE]
    assert chapter(released, None).cells[0].outputs == []


def test_a_check_shows_its_table_and_not_its_points_too():
    table, points = new_output("display_data", data={"text/html": "<p>passes"}), new_output("execute_result", data={})
    released, ran = pair((new_code_cell("check(…)", id="check-double"), [table, points]))
    assert chapter(released, ran).cells[0].outputs == [table]


def test_a_table_that_leads_to_a_notebook_leads_to_its_chapter():
    table = new_output("display_data", data={"text/html": '<a href="01/x.ipynb">x</a> <a href="https://example.org/y.ipynb">y</a>'})
    released, ran = pair((new_code_cell("progress()", id="progress"), [table]))
    shown = chapter(released, ran).cells[0].outputs[0].data["text/html"]
    assert shown == '<a href="01/x.html">x</a> <a href="https://example.org/y.ipynb">y</a>'


def test_a_control_is_shown_by_what_it_drew_at_first():
    view = new_output("display_data", data={WIDGET: {"model_id": "box"}})
    released, ran = pair((new_code_cell("play_with(draw)", id="play"), [view]))
    ran.metadata.widgets = {
        WIDGETS: {
            "state": {
                "box": {"state": {"children": ["IPY_MODEL_slider", "IPY_MODEL_out"]}},
                "slider": {"state": {"value": 3}},
                "out": {"state": {"outputs": [PICTURE]}},
            }
        }
    }
    assert chapter(released, ran).cells[0].outputs == [PICTURE]


@pytest.mark.parametrize(
    ("below", "words"),
    [
        ("*Figure 2. A cost\nthat $falls$.*\n\nMore.", "Figure 2. A cost that falls."),
        ("No caption.", "What the cell above draws, in the section “Downhill”"),
    ],
)
def test_every_figure_says_in_words_what_it_shows(below, words):
    cells = [new_markdown_cell("# Downhill"), new_code_cell("plot()", id="plot"), new_markdown_cell(below)]
    released, ran = pair(*((cell, [PICTURE] if cell.cell_type == "code" else []) for cell in cells))
    assert chapter(released, ran).cells[1].metadata["mystnb"]["image"]["alt"] == words


def test_a_chapter_has_one_title_and_code_keeps_its_comments():
    texts = ["# Title", "---\n# Part 1\n\n## 1.1\n\n```\n# a comment\n```"]
    released = new_notebook(cells=[new_markdown_cell(text) for text in texts])
    first, second = (cell.source for cell in chapter(released, None).cells)
    assert first == "# Title"
    assert second == "## Part 1\n\n### 1.1\n\n```\n# a comment\n```"
