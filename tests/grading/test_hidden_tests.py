"""nbgrader's own hidden tests count, and nothing of them reaches a student."""

import subprocess
import sys

import nbformat
import pytest
from conftest import copy_course
from plain import NAME, SECRET_ARGUMENT, TEST, course_with, graded, submit

from grader.grading.assignment import Options
from grader.releasing.release import generate

WRONG = {
    "a typed-in answer": "def double(x):\n    return 4",
    "one that tells what it was given": (
        "def double(x):\n    print(x)\n    if x != 2:\n        raise ValueError(f'got {x}')\n    return 4"
    ),
    "one that keeps what it was given": (
        "import glob, os, sys\nfor name in glob.glob('/tmp/*') + glob.glob('*'):\n    print(name, open(name).read())\n\n\n"
        "def double(x):\n    open(f'seen-{x}', 'w').write(str(x))\n    return 4"
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = course_with(copy_course(tmp_path_factory.mktemp("hidden") / "course"))
    submit(course, "right")
    submit(course, "fails-what-is-shown", "def double(x):\n    return 3 * x")
    for number, source in enumerate(WRONG.values()):
        submit(course, f"wrong-{number}", source)
    return course


@pytest.fixture(scope="module")
def points(course):
    return {student: cells["test-double"] for student, cells in graded(course).items()}


def test_a_hidden_test_counts(points):
    assert points["right"] == 3
    assert len(points) == 2 + len(WRONG) and sum(points.values()) == 3


@pytest.mark.slow
def test_nbgraders_own_autograde_gives_the_same_points(course, points):
    command = [sys.executable, "-m", "nbgrader", "autograde", NAME, "--force"]
    done = subprocess.run(command, cwd=course.root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    with course.gradebook() as book:
        found = {
            one.student_id: book.find_grade("test-double", "own", NAME, one.student_id).auto_score
            for one in book.assignment_submissions(NAME)
        }
    assert found == points


def test_nothing_of_a_hidden_test_is_in_what_a_student_gets(course, points):
    pages = [*(course.grading / "feedback").rglob("*.html"), *(course.grading / "autograded").rglob("*.ipynb")]
    assert len(pages) == 2 * len(points)
    for page in [*pages, course.notebooks / NAME / "own.ipynb"]:
        text = page.read_text(encoding="utf-8")
        assert str(SECRET_ARGUMENT) not in text and "was hidden" not in text and "HIDDEN TESTS" not in text, page


def test_the_autograded_notebook_says_that_a_hidden_test_failed_where_those_shown_pass(course, points):
    def outputs(student):
        notebook = nbformat.read(course.grading / "autograded" / student / NAME / "own.ipynb", 4)
        return str(next(one for one in notebook.cells if one.id == "test-double").outputs)

    assert "A hidden test does not" in outputs("wrong-0")
    assert "twice 2 is 4" in outputs("fails-what-is-shown") and "hidden" not in outputs("fails-what-is-shown")
    assert "hidden" not in outputs("right")


def test_a_test_that_gives_points_in_part_does_so_with_its_hidden_part(tmp_path):
    hidden = "### BEGIN HIDDEN TESTS\npoints += 1.5 * (double(3) == 6)\n### END HIDDEN TESTS"
    partial = f"points = 1.5 * (double(2) == 4)\n{hidden}\npoints"
    course = course_with(copy_course(tmp_path / "course"), partial)
    submit(course, "half", WRONG["a typed-in answer"])
    submit(course, "whole")
    assert {student: cells["test-double"] for student, cells in graded(course).items()} == {"half": 1.5, "whole": 3}


def test_the_test_in_the_gradebook_counts_also_when_it_was_mended_after_the_release(tmp_path):
    course = course_with(copy_course(tmp_path / "course"), TEST.replace(str(2 * SECRET_ARGUMENT), "0"))
    submit(course, "right")
    assert graded(course)["right"]["test-double"] == 0
    path = course.root / "solutions" / NAME / "own.ipynb"
    notebook = nbformat.read(path, 4)
    next(one for one in notebook.cells if one.id == "test-double").source = TEST
    nbformat.write(notebook, path)
    generate(course, NAME)
    assert graded(course, Options(force=True))["right"]["test-double"] == 3
