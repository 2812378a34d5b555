"""docs/extending.md, followed word by word in a copy of the course."""

import json
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT

GUIDE = (ROOT / "docs" / "extending.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"<!-- (?P<kind>cell|file|line)[: ]+(?P<what>[^>]*?) -->\n```python\n(?P<text>.*?)```", re.DOTALL)


def blocks(kind: str) -> dict[str, str]:
    return {found["what"]: found["text"] for found in BLOCK.finditer(GUIDE) if found["kind"] == kind}


def grader(course: Path, *arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "grader", *arguments]
    return subprocess.run(command, cwd=course, capture_output=True, text=True)


def new_cell(what: str, text: str) -> nbformat.NotebookNode:
    """A cell as the guide describes it: "name" or "name, 4 points"."""
    name, _, points = what.partition(", ")
    cell = nbformat.v4.new_code_cell(text.rstrip("\n"), id=name)
    about = {"grade_id": name, "schema_version": 3, "task": False}
    if points:
        about |= {"grade": True, "locked": True, "solution": False, "points": int(points.split()[0])}
    else:
        about |= {"grade": False, "locked": False, "solution": True}
    if name != "imports":
        cell.metadata["nbgrader"] = about
    return cell


@pytest.fixture
def extended(repository_copy) -> Path:
    """A copy of the course with the guide's assignment in it."""
    for name, text in blocks("file").items():
        path = repository_copy / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    folder = repository_copy / "solutions" / "04-feature-scaling"
    folder.mkdir()
    cells = [new_cell(what, text) for what, text in blocks("cell").items()]
    first = nbformat.read(ROOT / "solutions" / "01-logistic-regression" / "vectorization.ipynb", 4)
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=first.metadata), folder / "scaling.ipynb")
    (line,) = blocks("line").values()
    order = repository_copy / "grader" / "exercises" / "__init__.py"
    order.write_text(order.read_text(encoding="utf-8").replace("NOTEBOOKS = (\n", f"NOTEBOOKS = (\n{line}"), "utf-8")
    return repository_copy


@pytest.mark.slow
def test_the_guides_assignment_can_be_released_checked_and_measured(extended):
    released = grader(extended, "release", "04-feature-scaling")
    assert released.returncode == 0, released.stderr
    path = extended / "notebooks" / "04-feature-scaling" / "scaling.ipynb"
    text = path.read_text(encoding="utf-8")
    assert "SOLUTION" not in text and "points=4" in text

    answer = blocks("cell")["standardize"]
    for change, points in (("axis=1", 4), ("axis=0", 0)):
        notebook = nbformat.read(path, 4)
        next(cell for cell in notebook.cells if cell.id == "standardize").source = answer.replace("axis=1", change)
        nbformat.write(notebook, extended / "mine.ipynb")
        said = json.loads(grader(extended, "check", "mine.ipynb", "--json").stdout)
        assert (said["points"], said["possible"]) == (points, 4)
    assert said["exercises"][0]["missing"].startswith("This scales each example")

    measured = grader(extended, "quality", "--exercise", "scaling.standardize", "--workers", "1")
    assert measured.returncode == 0, measured.stdout + measured.stderr


@pytest.mark.slow
def test_a_new_misconception_is_named_by_the_next_check(extended):
    assert grader(extended, "release", "04-feature-scaling").returncode == 0
    catalogue = extended / "grader" / "answers" / "scaling" / "standardize.py"
    line = '    wrong("keeps-the-mean", "(X - mean)", "X", "The mean was not taken away."),\n'
    text = catalogue.read_text(encoding="utf-8").replace("ANSWERS = (\n", f"ANSWERS = (\n{line}", 1)
    catalogue.write_text(text, encoding="utf-8")
    assert grader(extended, "release", "04-feature-scaling").returncode == 0
    wrong = (
        "import numpy as np\nfrom grader import check\ndef standardize(X): return X / X.std(axis=1, keepdims=True)\n"
    )
    wrong += 'check("scaling.standardize", standardize)'
    said = subprocess.run([sys.executable, "-c", wrong], cwd=extended, capture_output=True, text=True, check=True)
    assert "The mean was not taken away." in said.stdout
