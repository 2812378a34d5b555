"""What passes its check carries the rest of the notebook: each is run to its end with other right answers in its cells.

Which of the catalogue's answers can make a difference is seen by calling them: results of other types, shapes or keys, arguments that
are written into, a seed of their own. The others are the reference in other words.
"""

import copy
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import nbformat
import numpy as np
import pytest
from conftest import ROOT
from running import run

from grader.answers import alternatives
from grader.answers.reference import load
from grader.exercises import of_notebook
from grader.judging import public_cases
from grader.judging.exercise import Exercise
from grader.judging.observe import quiet

NOTEBOOKS = {path.stem: path for path in sorted(ROOT.glob("solutions/*/*.ipynb"))}
SEED = re.compile(r"\bseed\(")
NUMBER = re.compile(r"[+-]?\d[\d,]*\.?\d*(?:e[+-]?\d+)?")
VERDICT = re.compile(r"more than (?:luck|chance)|(?:may|could) be (?:luck|chance)|nothing gets through")  # a number in words
CLOCK = re.compile(r"perf_counter|timeit|timed|faster|fastest")  # what such a cell prints is another thing in every run


def form(value: object) -> object:
    """What a later cell could stumble over: types, shapes and keys, in their order."""
    if isinstance(value, np.ndarray):
        return str(value.dtype), value.shape
    if isinstance(value, dict):
        return {key: form(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value), [form(item) for item in value]
    return type(value)


def behaviour(exercise: Exercise, function) -> list:
    """Of a plain call, without what the checks do to make it comparable: the form of the result and of the arguments after it."""
    found = []
    for case in public_cases.cases(exercise.id).cases:
        args = copy.deepcopy(list(case.args))
        with quiet():
            try:
                found.append((form(function(*args)), [repr(arg) for arg in args]))
            except TypeError:  # it takes a further argument, which the notebook does not give: nobody can run it there
                return []
    return found


def telling(exercise: Exercise) -> list[str]:
    """The sources of the right answers that behave differently from the reference."""
    reference = load(exercise.notebook)
    usual = behaviour(exercise, getattr(reference.functions, exercise.function))
    found = {}
    for entry in alternatives(exercise):
        source = entry.text(reference, exercise.function)
        seen = behaviour(exercise, entry.function(reference, exercise.function))
        if seen and (seen != usual or SEED.search(source)):
            found.setdefault((repr(seen), bool(SEED.search(source))), source)
    return list(found.values())


def filled(name: str, turn: int) -> nbformat.NotebookNode:
    """The notebook with each exercise's answer number `turn`, counted round; with the reference where there is no other one."""
    notebook = nbformat.read(NOTEBOOKS[name], as_version=4)
    for exercise in of_notebook(name):
        sources = telling(exercise)
        if sources:
            cell = next(cell for cell in notebook.cells if cell.id == exercise.function)
            cell.source = sources[turn % len(sources)]
    return notebook


def told(notebook: nbformat.NotebookNode, folder: Path) -> dict[str, list[str]]:
    """What each cell of a run says, line by line, without its numbers and what follows from them.

    CellExecutionError: one of them stops.

    Who draws the starting weights in another order gets other numbers, and sometimes another verdict. A cell that tries an
    exercise's function, or prints an array, shows the answer itself, which may look otherwise.
    """
    run(notebook, folder, timeout=600)
    texts = {}
    for cell in notebook.cells:
        if cell.cell_type == "code" and not cell.id.startswith("try-") and not CLOCK.search(cell.source):
            text = "".join(output.text for output in cell.outputs if output.get("name") == "stdout")
            plain = VERDICT.sub("", NUMBER.sub("#", text))
            texts[cell.id] = [] if "[" in text else [" ".join(line.split()) for line in plain.splitlines()]
    return texts


def says_all(lines: list[str], usual: list[str]) -> bool:
    """Whether the usual lines are there in their order. An answer may print something of its own between them."""
    rest = iter(lines)
    return all(line in rest for line in usual)


def test_a_line_that_is_missing_changed_or_out_of_order_is_seen():
    assert says_all(["own", "a", "b"], ["a", "b"])
    assert not says_all(["a", "c"], ["a", "b"]) and not says_all(["b", "a"], ["a", "b"]) and not says_all(["a"], ["a", "a"])


@pytest.fixture(scope="module")
def usual(tmp_path_factory) -> Callable[[str], dict[str, list[str]]]:
    """What a notebook tells with the reference's answers."""
    return cache(lambda name: told(nbformat.read(NOTEBOOKS[name], as_version=4), tmp_path_factory.mktemp(name)))


TURNS = [(name, turn) for name in NOTEBOOKS for turn in range(max(len(telling(one)) for one in of_notebook(name)))]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "turn"), TURNS)
def test_every_answer_that_passes_carries_the_rest_of_the_notebook(name, turn, usual, tmp_path):
    texts = told(filled(name, turn), tmp_path)
    assert {id: lines for id, lines in texts.items() if not says_all(lines, usual(name)[id])} == {}
