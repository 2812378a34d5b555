"""Controls to play with, and what is said where they cannot be shown."""

import subprocess
import sys

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

FILM = """
from utils.widgets import play_film
play_film(lambda step: print("step", step), "see the figure.", [0, 10, 500])
"""
CELL = """
from utils.widgets import play_with
play_with(lambda size: print("size", size), "see the table.", size=(1, 9))
"""


@pytest.mark.slow  # nbclient's stand-in for the output widget now and then misses a reply until the time is up
def test_a_notebook_shows_a_control_and_the_first_result():
    notebook = new_notebook(cells=[new_code_cell(CELL)])
    NotebookClient(notebook, timeout=120, kernel_name="python3", store_widget_state=True).execute()
    (output,) = notebook.cells[0].outputs
    assert "application/vnd.jupyter.widget-view+json" in output["data"]
    states = notebook.metadata["widgets"]["application/vnd.jupyter.widget-state+json"]["state"].values()
    assert {"IntSliderModel", "OutputModel"} <= {state["model_name"] for state in states}
    shown = next(state["state"]["outputs"] for state in states if state["model_name"] == "OutputModel")
    assert shown[0]["text"] == "size 5\n"


def test_without_ipywidgets_the_way_to_the_static_picture_is_said():
    code = f"import sys; sys.modules['ipywidgets'] = None{CELL}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "The controls need the package ipywidgets. Without it: see the table.\n"


def test_a_film_begins_with_its_first_step_and_draws_the_step_that_is_chosen():
    find = "[one for one in ipywidgets.Widget.widgets.values() if type(one).__name__ == '{}'][0]"
    choose = (
        f"import ipywidgets\nslider, button = {find.format('SelectionSlider')}, {find.format('Play')}\nslider.index = 2"
    )
    cells = [new_code_cell(code) for code in (FILM, choose, "print(button.min, button.max, button.value)")]
    client = NotebookClient(new_notebook(cells=cells), timeout=120, kernel_name="python3")
    client.widget_registry = {}  # what the film draws is an ordinary output
    client.execute()
    texts = [[output.text for output in cell.outputs if "text" in output] for cell in cells]
    assert texts == [["step 0\n"], ["step 500\n"], ["0 2 0\n"]]


def test_without_ipywidgets_a_film_says_the_way_to_the_static_picture():
    code = f"import sys; sys.modules['ipywidgets'] = None{FILM}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "The controls need the package ipywidgets. Without it: see the figure.\n"
