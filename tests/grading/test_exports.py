"""Tables for an LMS hold its own ids; what was removed from submitted/ is in no table and no report."""

import csv
import shutil

import pytest
from conftest import copy_course
from plain import NAME, course_with, graded, submit

from grader.grading.class_report import write
from grader.grading.exports import write_tables

ODD = ("-ada", "=1+2", "@bo")


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    course = course_with(copy_course(tmp_path_factory.mktemp("exports") / "course"))
    for student in (*ODD, "gone"):
        submit(course, student)
    with course.gradebook() as book:
        book.add_student("-ada", lms_user_id="4021")
    graded(course)
    shutil.rmtree(course.submitted / "gone")
    return course


def tables(course) -> dict[str, list[list[str]]]:
    texts = {path.name.split("-")[0]: path.read_text(encoding="utf-8") for path in write_tables(course, NAME)}
    return {name: list(csv.reader(text.splitlines())) for name, text in texts.items()}


def test_an_lms_gets_its_ids_as_they_are_and_a_person_gets_text(course):
    found = tables(course)
    assert [row[0] for row in found["moodle"][1:]] == sorted(ODD)
    assert [row[3] for row in found["canvas"][2:]] == sorted(ODD)
    assert [row[1] for row in found["canvas"][2:]] == ["4021", "", ""]
    assert [row[0] for row in found["points"][1:]] == [f"'{student}" for student in sorted(ODD)]


def test_a_submission_that_was_removed_counts_in_no_table_and_no_report(course):
    assert not [row for rows in tables(course).values() for row in rows if "gone" in row]
    assert write(course, NAME).read_text(encoding="utf-8").count("gone") == 1, "among those who handed in nothing, only"
    with course.gradebook() as book:
        assert book.find_submission(NAME, "gone")
