"""A run of a notebook ends, however much its controls have to say."""

import subprocess
import sys

import pytest

TALKATIVE = """
from nbformat.v4 import new_code_cell, new_notebook
from grader.releasing.runner import Runner

cell = '''
import ipywidgets
from IPython.display import clear_output, display
shown = ipywidgets.Output()
display(shown)
with shown:
    for i in range(30):
        print(i)
        clear_output(wait=True)
'''
notebook = new_notebook(cells=[new_code_cell(cell) for _ in range(40)])
Runner(notebook, timeout=None, kernel_name="python3", store_widget_state=True).execute()
print(len(notebook.cells))
"""


@pytest.mark.slow  # 40 cells, as nbclient alone misses the reply of one in twenty, and then waits for ever
def test_no_reply_is_missed_where_controls_write_much():
    done = subprocess.run([sys.executable, "-c", TALKATIVE], capture_output=True, text=True, timeout=240)
    assert done.stdout == "40\n", done.stderr
