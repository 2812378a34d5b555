"""Controls to play with, and what is said where they cannot be shown."""

import subprocess
import sys

import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

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
