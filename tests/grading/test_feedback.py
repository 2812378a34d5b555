"""One feedback page, whoever makes it; always in step with the gradebook; what waits for a person is said to wait."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import copy_course
from plain import NAME, course_with, graded, submit

from grader.grading.assignment import grade
from grader.grading.class_report import write
from grader.grading.exports import write_tables

ANSWER = "Because the <b>slope</b> is 0.\n\n$x^2$"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Ada is right and wrote an essay, Bob is wrong and wrote one, Kim wrote none, Eve's archive holds no notebook."""
    course = course_with(copy_course(tmp_path_factory.mktemp("feedback") / "course"))
    submit(course, "ada", essay=ANSWER)
    submit(course, "bob", "def double(x):\n    return 3 * x", "Much to read.")
    submit(course, "kim")
    (course.submitted / "eve" / NAME).mkdir(parents=True)
    graded(course)
    return course


def page(course, student: str) -> Path:
    return course.grading / "feedback" / student / NAME / "own.html"


def text(course, student: str) -> str:
    return " ".join(page(course, student).read_text(encoding="utf-8").split())


def nbgrader(course, *words: str) -> None:
    done = subprocess.run([sys.executable, "-m", "nbgrader", *words], cwd=course.root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def by_hand(course, student: str, points: float | None, comment: str | None) -> None:
    """As formgrader does it."""
    with course.gradebook() as book:
        found = book.find_grade("essay", "own", NAME, student)
        found.manual_score, found.needs_manual_grade = points, points is None
        book.find_comment("essay", "own", NAME, student).manual_comment = comment
        book.find_comment("double", "own", NAME, student).manual_comment = comment and f"{comment} (code)"
        book.db.commit()


def test_a_plain_test_shows_itself_and_its_error(course):
    said = text(course, "bob")
    assert "0 of 3 points" in said and "assert double(2) == 4" in said and "AssertionError" in said and "twice 2 is 4" in said
    assert "3 of 3 points" in text(course, "ada") and "AssertionError" not in text(course, "ada")


def test_a_page_begins_with_where_points_are_missing(course):
    assert '<a href="#test-double">test-double</a> (3)' in text(course, "bob") and 'id="test-double"' in text(course, "bob")
    assert "Points are missing" not in text(course, "ada")


def test_an_essay_waits_on_the_page_and_an_empty_one_does_not(course):
    for student in ("ada", "bob"):
        assert "1 answer is still to be graded by hand" in text(course, student)
        assert "still to be graded by hand, 4 points" in text(course, student)
    for student in ("kim", "eve"):
        assert "graded by hand" not in text(course, student) and "0 of 4 points" in text(course, student)
    assert "No response." in text(course, "kim") and "Nothing to grade." in text(course, "eve")


def test_an_answer_is_shown_as_it_was_typed(course):
    said = page(course, "ada").read_text(encoding="utf-8")
    assert "&#60;b&#62;slope" in said and "<b>slope" not in said


def test_the_report_and_the_tables_say_how_many_wait(course):
    assert "2 answers of 2 students are still to be graded by hand" in " ".join(write(course, NAME).read_text().split())
    texts = {path.name.split("-")[0]: path.read_text(encoding="utf-8") for path in write_tables(course, NAME)}
    tables = {name: list(csv.reader(text.splitlines())) for name, text in texts.items()}
    head, *rows = tables["points"]
    points = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    assert (points["ada"]["own.essay"], points["kim"]["own.essay"]) == ("", "0.0")
    assert [points[who]["still to be graded by hand"] for who in ("ada", "bob", "eve", "kim")] == ["1", "1", "0", "0"]
    for name, column in (("canvas", 5), ("moodle", 1)):
        totals = {row[0]: row[column] for row in tables[name]}
        assert (totals["ada"], totals["bob"], totals["kim"]) == ("", "", "3.0")


def test_points_as_json_do_not_count_what_waits_as_zero(course):
    done = subprocess.run(
        [sys.executable, "-m", "grader", "grade", NAME, "--json", "p.json"], cwd=course.root, capture_output=True, text=True
    )
    assert done.returncode == 0 and "2 answers are still to be graded by hand" in done.stdout
    points = json.loads((course.root / "p.json").read_text())[NAME]
    assert points["ada"]["own"]["essay"] is None and points["kim"]["own"]["essay"] == 0


def test_points_and_comments_given_by_hand_are_on_the_page_after_the_next_run_and_nobody_is_graded_again(course):
    by_hand(course, "ada", 3.5, "Well argued & short.")
    seen = []
    grade(course, NAME, tell=seen.append)
    said = text(course, "ada")
    assert seen == [] and "3.5 of 4 points, given by hand" in said and "6.5 of 7 points" in said
    assert said.count("Well argued &amp; short.") == 2 and "Well argued &amp; short. (code)" in said
    assert "still to be graded" not in said
    by_hand(course, "ada", None, None)
    write(course, NAME)
    assert "1 answer is still to be graded by hand" in text(course, "ada") and "Well argued" not in text(course, "ada")


def test_nbgraders_own_command_writes_the_same_page_and_in_step(course):
    by_hand(course, "bob", 2, "Read again.")
    nbgrader(course, "generate_feedback", NAME, "--force")
    assert "Read again." in text(course, "bob")
    before = {path: path.read_bytes() for path in (course.grading / "feedback").rglob("*.html")}
    assert len(before) == 3 + (course.grading / "feedback" / "eve").exists()
    grade(course, NAME)
    assert {path: path.read_bytes() for path in before} == before
    times = {path: path.stat().st_mtime_ns for path in before}
    write(course, NAME)
    assert {path: path.stat().st_mtime_ns for path in before} == times  # nothing is written that is the same


@pytest.mark.slow
def test_what_nbgrader_autogrades_gets_the_same_page(course):
    with course.gradebook() as book:
        before = {one.student_id: one.score for one in book.assignment_submissions(NAME)}
    pages = {student: text(course, student) for student in ("ada", "bob", "kim")}
    nbgrader(course, "autograde", NAME, "--force")
    nbgrader(course, "generate_feedback", NAME, "--force")
    with course.gradebook() as book:
        assert {one.student_id: one.score for one in book.assignment_submissions(NAME)} == before

    def body(said: str) -> str:
        return said.split("<main>")[1]

    assert {student: body(text(course, student)) for student in pages} == {s: body(said) for s, said in pages.items()}
