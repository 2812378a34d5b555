"""Formgrader's Generate and work in a released notebook."""

from pathlib import Path

import nbformat

from grader.releasing.course import Course

ASSIGNMENT = "02-one-hidden-layer"


def work_in(path: Path) -> bytes:
    notebook = nbformat.read(path, 4)
    notebook.cells.append(nbformat.v4.new_code_cell("my_own = 1"))
    nbformat.write(notebook, path)
    return path.read_bytes()


def test_generate_in_formgrader_refuses_to_write_over_work_and_says_which(repository_copy):
    path = repository_copy / "notebooks" / ASSIGNMENT / "one_hidden_layer.ipynb"
    released, work = path.read_bytes(), work_in(path)
    api = Course.at(repository_copy).api()
    pressed = api.generate_assignment(ASSIGNMENT)  # what the button calls, always with force
    assert not pressed["success"]
    assert "Somebody has worked in" in pressed["error"] and path.name in pressed["error"]
    assert path.read_bytes() == work
    path.unlink()
    assert api.generate_assignment(ASSIGNMENT)["success"]
    assert path.read_bytes() == released
