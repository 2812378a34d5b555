"""Controls to play with, and what is said where they cannot be shown."""

import subprocess
import sys

from nbformat.v4 import new_code_cell, new_notebook

from grader.releasing.runner import Runner

FILM = """
from utils.widgets import play_film
play_film(lambda step, start: print("step", step, "from", start), "see the figure.", [0, 10, 500], start=["0.01", "1"])
"""
CELL = """
from utils.widgets import play_with
play_with(lambda size: print("size", size), "see the table.", size=(1, 9))
"""


def test_a_notebook_shows_a_control_and_the_first_result():
    notebook = new_notebook(cells=[new_code_cell(CELL)])
    Runner(notebook, timeout=120, kernel_name="python3", store_widget_state=True).execute()
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


EACH = "import ipywidgets\nfor one in ipywidgets.Widget.widgets.values():\n    "


def printed(*codes):
    """What each of these cells prints, one after the other in one notebook: a list of texts for each."""
    cells = [new_code_cell(code) for code in codes]
    client = Runner(new_notebook(cells=cells), timeout=120, kernel_name="python3")
    client.widget_registry = {}  # what is drawn is an ordinary output
    client.execute()
    return [[output.text for output in cell.outputs if output.get("name") == "stdout"] for cell in cells]


def test_a_film_begins_with_its_first_step_and_draws_the_step_and_the_case_that_are_chosen():
    choose = EACH + "if type(one).__name__ == 'SelectionSlider': one.index = 2"
    menu = EACH + "if type(one).__name__ == 'Dropdown': one.value = '1'"
    button = EACH + "if type(one).__name__ == 'Play': print(one.min, one.max, one.value)"
    texts = printed(FILM, choose, menu, button)
    assert texts == [["step 0 from 0.01\n"], ["step 500 from 0.01\n"], ["step 500 from 1\n"], ["0 2 0\n"]]


def test_a_list_of_numbers_is_a_slider_that_stops_at_them_and_a_list_of_texts_a_menu():
    cell = """
from utils.widgets import play_with
def draw(rate, units=4, start="0.01"): print(rate, units, start)
play_with(draw, "see the table.", rate=[0.1, 0.5], units=[2, 4, 8], start=["1", "0.01"])
"""
    texts = printed(cell, EACH + "if hasattr(one, 'options'): print(type(one).__name__, *one.options)")
    assert texts == [["0.1 4 0.01\n"], ["SelectionSlider 0.1 0.5\nSelectionSlider 2 4 8\nDropdown 1 0.01\n"]]


def test_the_names_of_controls_have_room_for_the_longest_of_them():
    cell = """
from utils.widgets import play_with
play_with(lambda rate, hidden_layers: None, "see the table.", rate=[0.1, 0.5], hidden_layers=(0, 6))
"""
    widths = printed(cell, EACH + "if getattr(one, 'description', ''): print(one.style.description_width)")[1]
    assert widths == ["14ch\n14ch\n"]


def test_without_ipywidgets_a_film_says_the_way_to_the_static_picture():
    code = f"import sys; sys.modules['ipywidgets'] = None{FILM}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "The controls need the package ipywidgets. Without it: see the figure.\n"
