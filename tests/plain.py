"""An assignment without this course's checks: a plain nbgrader test with a hidden part, an essay, a task."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grader.grading.assignment import EVERYBODY, Options, grade
from grader.releasing.course import Course
from grader.releasing.release import generate

NAME = "04-own"
SECRET_ARGUMENT = 1234567
TEST = f"""assert double(2) == 4, "twice 2 is 4"
### BEGIN HIDDEN TESTS
assert double({SECRET_ARGUMENT}) == {2 * SECRET_ARGUMENT}, "that was hidden"
### END HIDDEN TESTS"""
SOLUTION = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
RIGHT = "def double(x):\n    return 2 * x"


def cell(make, id: str, source: str, **about: object):
    flags = {"grade": False, "solution": False, "locked": False, "task": False, **about}
    return make(source, id=id, metadata={"nbgrader": {"grade_id": id, "schema_version": 3, **flags}})


def course_with(root: Path, test: str = TEST) -> Course:
    """Add the assignment to a copy of the course, and generate it. → the course."""
    course = Course.at(root)
    cells = [
        cell(new_code_cell, "double", SOLUTION, solution=True),
        cell(new_code_cell, "test-double", test, grade=True, locked=True, points=3),
        cell(new_markdown_cell, "essay", "Write here.", grade=True, solution=True, points=4),
    ]
    path = root / "solutions" / NAME / "own.ipynb"
    path.parent.mkdir(exist_ok=True)
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}}), path)
    generate(course, NAME)
    return course


def submit(course: Course, student: str, source: str = RIGHT, essay: str = "", when: str = "") -> None:
    """Hand the assignment in: the function as `source`, the essay, a timestamp."""
    notebook = nbformat.read(course.notebooks / NAME / "own.ipynb", 4)
    for one in notebook.cells:
        one.source = {"double": source, "essay": essay or one.source}.get(one.id, one.source)
    folder = course.submitted / student / NAME
    folder.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, folder / "own.ipynb")
    if when:
        (folder / "timestamp.txt").write_text(when, encoding="utf-8")


def graded(course: Course, options: Options = EVERYBODY) -> dict[str, dict[str, float | None]]:
    """Grade it. → student → cell → automatic points, as the gradebook holds them."""
    assert grade(course, NAME, options) == []
    with course.gradebook() as book:
        return {
            submission.student_id: {one.name: one.auto_score for one in notebook.grades}
            for submission in book.assignment_submissions(NAME)
            for notebook in submission.notebooks
        }
