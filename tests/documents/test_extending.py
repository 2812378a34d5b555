"""docs/extending.md, followed word by word in a copy of the course."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT

GUIDE = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"<!-- (?P<where>[^>]+?) -->\n```\w+\n(?P<text>.*?)```", re.DOTALL)
BLOCKS = {found["where"]: found["text"] for found in BLOCK.finditer(GUIDE)}
EXISTING, NEW = "01-logistic-regression/vectorization", "04-feature-scaling/scaling"

# What of the tests is not run in the copy, and why.
LEFT_OUT = {
    "slow": "they take hours together, this test among them",
    "browser": "they look at pages, and need Chromium",
}
SHOWN = "tests/releasing/test_website.py::test_no_file_of_the_site_holds_a_line_of_an_answer"  # the guide shows its own answers


def put_last(course: Path, notebook: str, made: nbformat.NotebookNode) -> None:
    """Put a cell at the end of a notebook, which is made where there is none."""
    path = course / "solutions" / f"{notebook}.ipynb"
    path.parent.mkdir(exist_ok=True)
    first = nbformat.read(ROOT / "solutions" / f"{EXISTING}.ipynb", 4)
    opened = nbformat.read(path, 4) if path.exists() else nbformat.v4.new_notebook(metadata=first.metadata)
    opened.cells.append(made)
    nbformat.write(opened, path)


def text_cell(course: Path, text: str, notebook: str, name: str) -> None:
    put_last(course, notebook, nbformat.v4.new_markdown_cell(text.rstrip("\n"), id=name))


def cell(course: Path, text: str, notebook: str, name: str, points: str | None) -> None:
    made = nbformat.v4.new_code_cell(text.rstrip("\n"), id=name)
    about = {"grade_id": name, "schema_version": 3, "task": False}
    if points:
        made.metadata["nbgrader"] = about | {"grade": True, "locked": True, "solution": False, "points": int(points)}
    elif "### BEGIN SOLUTION" in text:
        made.metadata["nbgrader"] = about | {"grade": False, "locked": False, "solution": True}
    put_last(course, notebook, made)


def file(course: Path, text: str, name: str) -> None:
    path = course / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def beside(course: Path, text: str, where: str, variable: str, name: str) -> None:
    """Put lines above a module's variable, or before the bracket that closes its value."""
    path = course / name
    source = path.read_text(encoding="utf-8")
    targets = {ast.unparse(getattr(node, "target", None) or node.targets[0]): node for node in assignments(source)}
    lines, node = source.splitlines(keepends=True), targets[variable]
    at = node.lineno - 1 if where == "above" else node.end_lineno - 1
    lines[at:at] = [text, "\n\n"] if where == "above" else [text]
    path.write_text("".join(lines), encoding="utf-8")


def assignments(source: str) -> list[ast.stmt]:
    return [node for node in ast.parse(source).body if isinstance(node, ast.Assign | ast.AnnAssign)]


def row(course: Path, text: str, name: str) -> None:
    """Put a row below the first table of a notebook."""
    opened = nbformat.read(course / name, 4)
    table = next(one for one in opened.cells if "|---" in one.source)
    lines = table.source.splitlines()
    last = max(i for i, line in enumerate(lines) if line.startswith("|"))
    table.source = "\n".join([*lines[: last + 1], text.rstrip("\n"), *lines[last + 1 :]])
    nbformat.write(opened, course / name)


STEPS = {  # how a block's comment begins and goes on, and what is done with the block
    r"text cell of (\S+): ([\w-]+)": text_cell,
    r"cell of (\S+): ([\w-]+)(?:, (\d+) points)?": cell,
    r"file: (\S+)": file,
    r"(above|last) (?:in )?(\w+) in (\S+)": beside,
    r"last row of the table in (\S+)": row,
}


def follow(course: Path, where: str, text: str) -> None:
    """Do what the guide says with one block. StopIteration: it says nothing that is known here."""
    pattern, step = next((p, step) for p, step in STEPS.items() if re.fullmatch(p, where))
    step(course, text, *re.fullmatch(pattern, where).groups())


def grader(course: Path, *arguments: str) -> subprocess.CompletedProcess:
    return run(course, "-m", "grader", *arguments)


def run(course: Path, *words: str) -> subprocess.CompletedProcess:
    mine = {key: value for key, value in os.environ.items() if not key.startswith("PYTEST_")}
    return subprocess.run([sys.executable, *words], cwd=course, env=mine, capture_output=True, text=True)


@pytest.fixture
def extended(repository_copy) -> Path:
    """A copy of the course in which all of the guide was done, and what is derived was derived."""
    for where, text in BLOCKS.items():
        follow(repository_copy, where, text)
    released = grader(repository_copy, "release")
    assert released.returncode == 0, released.stderr
    return repository_copy


@pytest.mark.slow
def test_the_guides_exercises_can_be_checked_and_measured(extended):
    path = extended / "notebooks" / f"{NEW}.ipynb"
    text = path.read_text(encoding="utf-8")
    assert "SOLUTION" not in text and "points=4" in text

    answer = BLOCKS[f"cell of {NEW}: standardize"]
    for change, points in (("axis=1", 4), ("axis=0", 0)):
        notebook = nbformat.read(path, 4)
        next(cell for cell in notebook.cells if cell.id == "standardize").source = answer.replace("axis=1", change)
        nbformat.write(notebook, extended / "mine.ipynb")
        said = json.loads(grader(extended, "check", "mine.ipynb", "--json").stdout)
        assert (said["points"], said["possible"]) == (points, 4)
    assert said["exercises"][0]["missing"].startswith("This scales each example")

    measured = grader(
        extended, "quality", "--exercise", "scaling.standardize", "--exercise", "vectorization.row_distances"
    )
    assert measured.returncode == 0, measured.stdout + measured.stderr


@pytest.mark.slow
def test_after_all_of_the_guide_the_tests_pass_and_lint_is_clean(extended):
    assert run(extended, "-m", "ruff", "check", ".").returncode == 0
    assert grader(extended, "release", "--check").returncode == 0
    subprocess.run(["git", "init", "--quiet"], cwd=extended, check=True)  # some tests ask git which files there are
    chosen = " and ".join(f"not {mark}" for mark in LEFT_OUT)
    tested = run(extended, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile", "-m", chosen, "--deselect", SHOWN)
    assert tested.returncode == 0, tested.stdout[-20_000:] + tested.stderr[-2_000:]


@pytest.mark.slow
def test_a_new_misconception_is_named_by_the_next_check(extended):
    line = '    wrong("keeps-the-mean", "(X - mean)", "X", "The mean was not taken away."),\n'
    beside(extended, line, "last", "ANSWERS", "grader/answers/scaling/standardize.py")
    assert grader(extended, "release", "04-feature-scaling").returncode == 0
    wrong = (
        "import numpy as np\nfrom grader import check\ndef standardize(X): return X / X.std(axis=1, keepdims=True)\n"
    )
    wrong += 'check("scaling.standardize", standardize)'
    said = subprocess.run([sys.executable, "-c", wrong], cwd=extended, capture_output=True, text=True, check=True)
    assert "The mean was not taken away." in said.stdout
