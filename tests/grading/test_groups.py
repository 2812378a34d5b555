"""A group hands in once: each member has the grade, the page and the row in every table, by nbgrader's own commands, too."""

import csv
import shutil
import subprocess
import sys

import pytest
from conftest import copy_course
from plain import NAME, course_with, graded, submit
from test_collect import collect, download

from grader.grading.class_report import write
from grader.grading.exports import write_tables

GROUP, ALONE = ("ada", "bob", "kim"), "zoe"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Bob handed in for the three of The Owls, Zoe for herself; downloaded from Canvas, collected, graded."""
    folder = tmp_path_factory.mktemp("groups")
    course = course_with(copy_course(folder / "course"))
    with course.gradebook() as book:
        for number, student in enumerate((*GROUP, ALONE), 41):
            book.add_student(student, first_name=student.title(), last_name="Doe", lms_user_id=str(number))
    submit(course, "bob", "def double(x):\n    return 2 * x  # ours")
    submit(course, ALONE, "def double(x):\n    return 3 * x")
    work = {one: (course.submitted / one / NAME / "own.ipynb").read_text(encoding="utf-8") for one in ("bob", ALONE)}
    shutil.rmtree(course.submitted)
    path = download(folder, {"theowls_42_88_own.ipynb": work["bob"], "doezoe_44_89_own.ipynb": work[ALONE]})
    groups = folder / "groups.csv"
    groups.write_text("group,student\n" + "".join(f"The Owls,{one}\n" for one in GROUP), encoding="utf-8")
    collect(course, path, "--groups", str(groups))
    graded(course)
    return course


def nbgrader(course, *words: str) -> None:
    done = subprocess.run([sys.executable, "-m", "nbgrader", *words], cwd=course.root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def pages(course) -> dict[str, str]:
    folder = course.grading / "feedback"
    return {one: (folder / one / NAME / "own.html").read_text(encoding="utf-8") for one in (*GROUP, ALONE)}


def test_each_member_has_the_grade_and_the_page(course):
    with course.gradebook() as book:
        points = {one.student_id: one.score for one in book.assignment_submissions(NAME)}
    assert points == {**dict.fromkeys(GROUP, 3.0), ALONE: 0.0}
    found = pages(course)
    assert all("3 of 3 points" in found[one] for one in GROUP) and "0 of 3 points" in found[ALONE]
    nbgrader(course, "generate_feedback", NAME, "--force")
    assert pages(course) == found


def test_each_member_stands_in_every_table_and_in_the_report(course):
    nbgrader(course, "export", "--to", str(course.grading / "grades.csv"))
    texts = {path.name.split("-")[0]: path.read_text(encoding="utf-8") for path in write_tables(course, NAME)}
    texts["nbgrader"] = (course.grading / "grades.csv").read_text(encoding="utf-8")
    rows = {name: list(csv.DictReader(text.splitlines())) for name, text in texts.items()}
    expected = {**dict.fromkeys(GROUP, 3.0), ALONE: 0.0}
    columns = {"points": ("student", "total"), "canvas": ("SIS Login ID", NAME), "moodle": ("Username", NAME)}
    for name, (student, points) in columns.items():
        assert {row[student]: float(row[points]) for row in rows[name] if row[student]} == expected, name
    own = [row for row in rows["nbgrader"] if row["assignment"] == NAME]
    assert {row["student_id"]: float(row["score"]) for row in own} == expected
    report = write(course, NAME).read_text(encoding="utf-8")
    assert all(f"{one}/{NAME}/own.html" in report for one in (*GROUP, ALONE))


def test_a_grade_by_hand_is_one_members_alone(course):
    """nbgrader knows no groups: a comment or points that all should have are given to each."""
    with course.gradebook() as book:
        book.find_grade("essay", "own", NAME, "ada").manual_score = 2.0
        book.db.commit()
        points = {one.student_id: one.score for one in book.assignment_submissions(NAME)}
    assert points == {"ada": 5.0, "bob": 3.0, "kim": 3.0, ALONE: 0.0}
