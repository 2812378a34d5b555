"""A change of what judges is told, and regrades nobody unasked; a comment, or a change elsewhere, is none."""

import json
import os
import shutil
import subprocess
import sys

import nbformat
import pytest
from conftest import ROOT, copy_course
from plain import NAME, TEST, course_with, graded, submit
from sqlalchemy import text

from grader.grading import checks_version
from grader.grading.assignment import enter
from grader.releasing.course import Course
from grader.releasing.release import generate

ASSIGNMENT = "01-logistic-regression"
NOTEBOOKS = ("vectorization", "logistic_regression")


def test_what_judges_is_found_and_nothing_else():
    found = {path.relative_to(ROOT).as_posix() for path in checks_version.judging_files(NOTEBOOKS)}
    assert {"grader/judging/values.py", "grader/exercises/inputs.py", "grader/grading/sandbox/inside.py"} <= found
    assert {"grader/grading/chosen.py", "grader/grading/functions.py", "grader/grading/unpack.py"} <= found
    others = ("grading/exports", "grading/class_report", "grading/gradebook", "releasing/bundle", "learning/checks")
    for name in others:
        assert f"grader/{name}.py" not in found
    assert not any(name.startswith("grader/exercises/deep_network") for name in found)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = Course.at(copy_course(tmp_path_factory.mktemp("checks") / "course"))
    enter(course, ASSIGNMENT)
    return course


@pytest.fixture
def version(course, monkeypatch):
    """Works out the version of a copy of the course, after an edit of one of its files, which is undone."""
    monkeypatch.setattr(checks_version, "ROOT", course.root)

    def work_out(name: str = "", *edit: str) -> str:
        for cached in (checks_version.judging_files, checks_version._tree, checks_version._module):
            cached.cache_clear()
        if not name:
            return checks_version.checks_version(course, ASSIGNMENT)
        path = course.root / name
        before = path.read_text(encoding="utf-8")
        assert edit[0] in before
        path.write_text(before.replace(*edit, 1), encoding="utf-8")
        try:
            return checks_version.checks_version(course, ASSIGNMENT)
        finally:
            path.write_text(before, encoding="utf-8")

    yield work_out
    work_out()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("grader/judging/judge.py", "from __future__", "# a comment\nfrom __future__"),
        ("grader/judging/judge.py", '"""', '"""Another word. '),
        ("grader/grading/mend.py", "LONGEST = 200_000  #", "LONGEST = 200000  # about"),
        ("grader/releasing/bundle.py", "from __future__", "import this\nfrom __future__"),
        ("grader/grading/exports.py", "ROUNDED = 2", "ROUNDED = 3"),
        ("grader/exercises/deep_network/start.py", "from __future__", "EXTRA = 1\nfrom __future__"),
        (f"solutions/{ASSIGNMENT}/vectorization.ipynb", "### BEGIN SOLUTION\\n", "### BEGIN SOLUTION\\n    # a comment\\n"),
    ],
)  # fmt: skip
def test_a_comment_a_docstring_layout_or_another_part_is_no_change(version, name, old, new):
    assert version(name, old, new) == version()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("grader/grading/mend.py", "LONGEST = 200_000", "LONGEST = 100_000"),
        ("grader/exercises/inputs.py", "import numpy", "import math\nimport numpy"),
        ("utils/data.py", "import numpy", "import math\nimport numpy"),
        (f"solutions/{ASSIGNMENT}/vectorization.ipynb", "### BEGIN SOLUTION\\n", "### BEGIN SOLUTION\\n    pass\\n"),
    ],
)
def test_a_change_of_what_judges_is_one(version, name, old, new):
    assert version(name, old, new) != version()


def run(course, *words: str) -> str:
    command = [sys.executable, "-m", "grader", "--root", str(course.root), "grade", NAME, *words]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_grade_says_that_the_checks_have_changed_and_regrades_when_asked(tmp_path):
    course = course_with(copy_course(tmp_path / "course"))
    submit(course, "ada", "def double(x):\n    return 4")
    submit(course, "bob")
    graded(course)
    assert "have changed" not in run(course)
    path = course.root / "solutions" / NAME / "own.ipynb"
    notebook = nbformat.read(path, 4)
    next(one for one in notebook.cells if one.id == "test-double").source = TEST.split("### BEGIN")[0]
    nbformat.write(notebook, path)
    generate(course, NAME)

    said = run(course)
    assert "0 submissions to grade, 2 are graded already" in said
    assert f"the checks have changed since 2 submissions were graded: `grader grade {NAME} --regrade` shows" in said
    submit(course, "eve")
    events = [json.loads(line) for line in run(course, "--events").splitlines()]
    assert [one["student"] for one in events if one["event"] == "graded"] == ["eve"]
    assert {"event": "outdated", "assignment": NAME, "count": 2} in events

    said = run(course, "--regrade", "--yes")
    assert "what would change" in said and "ada" in said.split("what would change")[1]
    assert "have changed" not in said and "have changed" not in run(course)


def test_changed_points_are_told_and_regrade_nobody_unasked(tmp_path):
    course = course_with(copy_course(tmp_path / "course"))
    submit(course, "ada")
    graded(course)
    path = course.root / "solutions" / NAME / "own.ipynb"
    notebook = nbformat.read(path, 4)
    next(one for one in notebook.cells if one.id == "test-double").metadata.nbgrader.points = 5
    nbformat.write(notebook, path)
    generate(course, NAME)
    said = run(course)
    assert "0 submissions to grade, 1 are graded already" in said and "have changed since 1 submission was graded" in said
    said = run(course, "--regrade", "--yes")
    assert "ada" in said.split("what would change")[1] and "have changed" not in run(course)


def test_a_grade_that_was_recorded_without_its_checks_is_kept(tmp_path):
    course = course_with(copy_course(tmp_path / "course"))
    submit(course, "ada")
    graded(course)
    with course.gradebook() as book:
        book.db.execute(text("UPDATE course_results SET digest = 'an-older-version'"))
        book.db.commit()
    said = run(course)
    assert "0 submissions to grade, 1 are graded already" in said and "the checks have changed since 1 submission was" in said


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return course_with(copy_course(tmp_path_factory.mktemp("own") / "course"))


@pytest.mark.parametrize("again", ["another file", "an older file, with a timestamp", "an older file, moved in place"])
def test_what_came_after_an_upgrade_is_graded(own, again):
    course = own
    for folder in ("submitted", "autograded", "feedback"):
        shutil.rmtree(course.grading / folder, ignore_errors=True)
    submit(course, "ada", "def double(x):\n    return 4", when="2026-10-01 10:00:00 UTC")
    submit(course, "bob", when="2026-10-01 10:00:00 UTC")
    graded(course)
    with course.gradebook() as book:
        book.db.execute(text("UPDATE course_results SET digest = 'an-older-version'"))
        book.db.commit()
    path = course.submitted / "ada" / NAME / "own.ipynb"
    old = path.stat().st_mtime
    submit(course, "ada", when="2026-10-02 10:00:00 UTC" if "timestamp" in again else "")
    if "older" in again:
        os.utime(path, (old, old))
    if "moved" in again:
        path.rename(path.with_name("Untitled.ipynb"))
    else:
        os.utime(path.parent, (old, old))
    said = graded(course)
    assert said["ada"]["test-double"] == 3
    with course.gradebook() as book:
        digests = dict(book.db.execute(text("SELECT student, digest FROM course_results")).all())
    assert "." in digests["ada"] and digests["bob"] == "an-older-version"
