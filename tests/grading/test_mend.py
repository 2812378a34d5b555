"""Damaged submissions: what can be mended gets exactly its points, what cannot says why, and nothing stops the batch."""

import ast
import json
import random

import nbformat
import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader import exercises
from grader.answers.reference import load
from grader.grading import released
from grader.grading.conflicts import first_side
from grader.grading.notebook import judge_file
from grader.grading.sandbox.outside import Limits, Sandboxes
from grader.grading.secret_cases import SecretCases
from grader.measuring.cohort import fill_in, students
from grader.measuring.damage import WAYS, damage

RELEASED = {path.stem: path for path in sorted(ROOT.glob("notebooks/0*/*.ipynb"))}
TEMPLATES = {name: released.read(path, {}) for name, path in RELEASED.items()}
SECRET = SecretCases(987654321)


def submission(name: str, seed: int) -> tuple[bytes, dict[str, float]]:
    """A notebook with right, wrong and missing answers, and the points that it is worth."""
    parts = list(students([name], 4, seed))[3]
    notebook = nbformat.read(RELEASED[name], 4)
    points = fill_in(notebook, name, parts)
    return nbformat.writes(notebook).encode(), points


def submission_with(function: str) -> tuple[bytes, dict[str, float]]:
    """A submission of `vectorization` in which this function is right: which one it is hangs on the exercises there are."""
    made = (submission("vectorization", seed) for seed in range(50))
    return next((raw, worth) for raw, worth in made if worth[f"check-{function}"])


@pytest.fixture(scope="module")
def sandboxes():
    made = Sandboxes(Limits())
    yield made
    made.close()


def points(judged) -> dict[str, float]:
    return {verdict.cell: verdict.points for verdict in judged.verdicts}


@pytest.mark.parametrize("way", WAYS)
def test_each_kind_of_damage_costs_nothing(way, sandboxes):
    several = [name for name in RELEASED if len(exercises.of_notebook(name)) > 2]  # enough to lose some and swap some
    name = random.Random(way).choice(several)
    raw, worth = submission(name, seed=len(way))
    damaged = damage(raw, [way], seed=1)
    assert damaged != raw
    assert points(judge_file(damaged, TEMPLATES[name], SECRET, sandboxes)) == worth


def test_a_notebook_with_one_exercise_can_be_damaged_in_every_way():
    cells = [nbformat.v4.new_code_cell("def one(): return 1", metadata={"nbgrader": {"solution": True}})]
    raw = nbformat.writes(nbformat.v4.new_notebook(cells=cells)).encode()
    assert all(b"def one(): return 1" in damage(raw, [way], seed) for way in WAYS for seed in range(5))


def test_a_function_in_three_cells_whose_first_has_only_the_docstring_is_joined(sandboxes):
    notebook = nbformat.read(RELEASED["vectorization"], 4)
    cell = next(cell for cell in notebook.cells if cell.id == "flatten_images")
    head = "def flatten_images(images):\n    \"\"\"One column for each picture.\"\"\""
    further = [nbformat.v4.new_code_cell(source) for source in ("    m = len(images)", "    return images.reshape(m, -1).T")]
    cell.source = head
    place = notebook.cells.index(cell)
    notebook.cells[place + 1 : place + 1] = further
    judged = judge_file(nbformat.writes(notebook).encode(), TEMPLATES["vectorization"], SECRET, sandboxes)
    assert points(judged)["check-flatten_images"] > 0


damages = st.lists(st.sampled_from(sorted(WAYS)), min_size=1, max_size=4)


def check_damaged(sandboxes, name: str, ways: list[str], seed: int) -> None:
    raw, worth = submission(name, seed)
    judged = judge_file(damage(raw, ways, seed), TEMPLATES[name], SECRET, sandboxes)
    assert points(judged) == worth, judged.notes


QUIETLY = {"deadline": None, "derandomize": True, "suppress_health_check": list(HealthCheck)}


@settings(max_examples=30, **QUIETLY)
@given(name=st.sampled_from(sorted(RELEASED)), ways=damages, seed=st.integers(0, 10**6))
def test_damage_of_several_kinds_costs_nothing(sandboxes, name, ways, seed):
    check_damaged(sandboxes, name, ways, seed)


@pytest.mark.slow
@settings(max_examples=300, **QUIETLY)
@given(name=st.sampled_from(sorted(RELEASED)), ways=damages, seed=st.integers(0, 10**6))
def test_damage_of_several_kinds_costs_nothing_three_hundred_times(sandboxes, name, ways, seed):
    check_damaged(sandboxes, name, ways, seed)


@settings(max_examples=60, **QUIETLY)
@given(cut=st.integers(0, 10**6), garbage=st.binary(max_size=40), seed=st.integers(0, 50))
def test_a_file_with_any_bytes_in_it_gets_a_verdict_and_never_more_than_it_is_worth(sandboxes, cut, garbage, seed):
    raw, worth = submission("vectorization", seed)
    at = cut % len(raw)
    judged = judge_file(raw[:at] + garbage + raw[at + len(garbage) :], TEMPLATES["vectorization"], SECRET, sandboxes)
    assert all(points(judged)[cell] <= worth[cell] or worth[cell] == 0 for cell in worth)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b"   \n", "empty"),
        (b"%PDF-1.4 \x00\xff", "not JSON"),
        (b"<html><body>Sign in</body></html>", "not JSON"),
        (b'{"a": 1}', "no list of cells"),
        (b"[1, 2, 3]", "no list of cells"),
        (b'{"cells": "none"}', "no list of cells"),
    ],
)
def test_what_is_no_notebook_earns_nothing_and_is_told_why(raw, said, sandboxes):
    judged = judge_file(raw, TEMPLATES["vectorization"], SECRET, sandboxes)
    assert set(points(judged).values()) == {0} and said in judged.notes[0]


def test_what_was_mended_is_told(sandboxes):
    raw, _ = submission("vectorization", 3)
    notes = judge_file(damage(raw, ["drop_checks"], 3), TEMPLATES["vectorization"], SECRET, sandboxes).notes
    assert any("were missing; they were put back" in note for note in notes)


def test_a_right_notebook_of_todays_format_needs_no_mending(sandboxes):
    raw, _ = submission("vectorization", 3)
    assert judge_file(raw, TEMPLATES["vectorization"], SECRET, sandboxes).notes == ()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("a\n<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> branch\nb\n", "a\nmine\nb\n"),
        ("a\n<<<<<<< HEAD\nmine\n", "a\nmine\n"),
        ("a\n<<<<<<< HEAD\nmine\n=======\ntheirs\n", "a\nmine\ntheirs\n"),
        ("<<<<<<< a\n1\n||||||| b\n0\n=======\n2\n>>>>>>> c\nx\n" * 3, "1\nx\n" * 3),
        ("<<<<<<< a\n<<<<<<< b\n1\n=======\n2\n>>>>>>>\n||||||| base\n0\n=======\n3\n>>>>>>> c\nx", "1\nx"),
        ("<<<<<<< a\r\n1\r\n=======\r\n<<<<<<< b\r\n2\r\n=======\r\n3\r\n>>>>>>> b\r\n>>>>>>> c\r\nx", "1\r\nx"),
        ("# a\u2028<<<<<<< b\n1\n", "# a\u2028<<<<<<< b\n1\n"),
        ("title\n=======\n", "title\n=======\n"),
    ],
)
def test_of_a_merge_conflict_the_first_side_is_taken(text, first):
    assert first_side(text) == first


@pytest.fixture
def impatient():
    """Sandboxes in which a cell may take two seconds."""
    made = Sandboxes(Limits(seconds=2, total=20))
    yield made
    made.close()


def test_cells_that_fail_or_never_end_cost_only_themselves(impatient):
    raw, worth = submission_with("flatten_images")
    data = json.loads(raw)
    endless = "flatten_images = flatten_images\nwhile True:\n    pass"
    place = next(i for i, cell in enumerate(data["cells"]) if cell["id"] == "check-flatten_images")
    data["cells"].insert(place, {"cell_type": "code", "metadata": {}, "source": endless, "outputs": []})
    judged = judge_file(json.dumps(data).encode(), TEMPLATES["vectorization"], SECRET, impatient)
    assert points(judged) == worth
    assert any("ran longer than 2 s" in note for note in judged.notes), judged.notes


@pytest.mark.parametrize("end", ["while True:\n    pass", "import os\nos._exit(3)"])
@pytest.mark.parametrize("where", ["behind", "before"])
def test_a_right_function_counts_whose_cell_never_ends_or_ends_the_process(impatient, end, where):
    raw, worth = submission_with("flatten_images")
    data = json.loads(raw)
    cell = next(cell for cell in data["cells"] if cell["id"] == "flatten_images")
    text = "".join(cell["source"])
    cell["source"] = f"{text}\n{end}" if where == "behind" else f"{end}\n{text}"
    judged = judge_file(json.dumps(data).encode(), TEMPLATES["vectorization"], SECRET, impatient)
    assert points(judged) == worth
    assert any("The functions that it defines count all the same." in note for note in judged.notes)


def test_every_function_calls_only_functions_of_exercises_that_stand_before_it():
    for name in RELEASED:
        sources = load(name).sources
        order = TEMPLATES[name].functions
        assert set(order) == {exercise.function for exercise in exercises.of_notebook(name)}
        for place, function in enumerate(order):
            names = [node for node in ast.walk(ast.parse(sources[function])) if isinstance(node, ast.Name)]
            own = {node.id for node in names if isinstance(node.ctx, ast.Store)}
            assert not ({node.id for node in names} - own) & set(order[place + 1 :])
