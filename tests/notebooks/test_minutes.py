"""The minutes that a notebook states are counted: 200 words a minute outside folded boxes, and 6 minutes for each exercise."""

import math
import re
from itertools import pairwise

import nbformat
import pytest
from conftest import ROOT

from grader.exercises import NOTEBOOKS

WORDS_A_MINUTE, MINUTES_AN_EXERCISE, STEP, SITTING = 200, 6, 5, 70
FOLDED = re.compile(r"<details>.*?</details>", re.DOTALL)
PART = re.compile(r"^# Part (\d+)\.", re.MULTILINE)
ROW = re.compile(r"^\| (\d+) \|.*\| (\d+) \|$", re.MULTILINE)
STATED = re.compile(r"^\*About (\d+) minutes", re.MULTILINE)

counted = pytest.mark.parametrize("name", NOTEBOOKS)


def notebook(name: str) -> nbformat.NotebookNode:
    return nbformat.read(ROOT / "solutions" / f"{name}.ipynb", as_version=4)


def minutes(cells: list[nbformat.NotebookNode]) -> float:
    """What these cells take: reading what is not folded, and the exercises."""
    words = sum(len(FOLDED.sub(" ", cell.source).split()) for cell in cells if cell.cell_type == "markdown")
    exercises = sum(1 for cell in cells if cell.metadata.get("nbgrader", {}).get("solution"))
    return words / WORDS_A_MINUTE + MINUTES_AN_EXERCISE * exercises


def parts(name: str) -> dict[int, list[nbformat.NotebookNode]]:
    """The cells by their part: 0 is what stands before the first, −1 what comes after the last."""
    found, part = {0: [], -1: []}, 0
    for cell in notebook(name).cells:
        if cell.cell_type == "markdown" and re.search(r"^# ", cell.source, re.MULTILINE):
            heading = PART.search(cell.source)
            part = int(heading[1]) if heading else 0 if part == 0 else -1
        found.setdefault(part, []).append(cell)
    return found


def rounded_up(number: float) -> int:
    return STEP * math.ceil(number / STEP)


@counted
def test_the_table_and_each_part_state_the_minutes_that_are_counted(name):
    cells = parts(name)
    wanted = {part: rounded_up(minutes(cells[part])) for part in cells if part > 0}
    table = {int(part): int(number) for part, number in ROW.findall(cells[0][0].source)}
    headings = {part: int(STATED.search(cells[part][0].source)[1]) for part in cells if part > 0}
    assert (table, headings) == (wanted, wanted)


@counted
def test_a_sitting_is_no_longer_than_an_evening(name):
    cells = parts(name)
    after = [int(part) for part in re.findall(r"after Part (\d+)", cells[0][0].source)]
    ends = [0, *after, max(cells)]
    for first, last in pairwise(ends):
        assert sum(minutes(cells[part]) for part in range(first + 1, last + 1)) <= SITTING


def test_words_in_a_folded_box_take_no_time():
    cell = nbformat.v4.new_markdown_cell("one two <details><summary>three</summary>\n\nfour</details> five")
    exercise = nbformat.v4.new_code_cell("def f(): ...", metadata={"nbgrader": {"solution": True}})
    assert minutes([cell, exercise]) == pytest.approx(3 / WORDS_A_MINUTE + MINUTES_AN_EXERCISE)
