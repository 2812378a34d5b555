"""Moodle's grading worksheet: it says whose a download's numbers are and when they came, and takes the grades back."""

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import copy_course
from plain import NAME, course_with, graded, submit
from test_collect import as_it_was, collect, download, there

from grader.cli import main

HEAD = (
    "Identifier,Full name,ID number,Email address,Status,Grade,Maximum grade,Grade can be changed,"
    "Last modified (submission),Last modified (grade),Feedback comments"
)
ROWS = """Participant 31,Sam Smith,,sam1@example.org,Submitted for grading - ,,7.00,Yes,"Wednesday, 14 October 2026, 9:05 PM",-,
Participant 32,Sam Smith,,sam2@example.org,Submitted for grading - ,,7.00,Yes,"Thursday, October 15, 2026, 11:59 PM",-,
Participant 33,Ada King,ada,king@example.org,Submitted for grading - ,,7.00,Yes,"Mittwoch, 14. Oktober 2026, 21:05",-,
Participant 34,James Moriarty,,jm@example.org,No submission - ,3.00,7.00,Yes,-,"Thursday, 1 October 2026, 8:00 AM","Good, so far"
"""
DOWNLOAD = {
    "Sam Smith_31_assignsubmission_file_/work.ipynb": "first",
    "Sam Smith_32_assignsubmission_file_/work.ipynb": "second",
    "Ada King_33_assignsubmission_file_/work.ipynb": "ada",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    course = course_with(copy_course(tmp_path_factory.mktemp("worksheet") / "course"))
    with course.gradebook() as book:
        for student, first, last in (("ada", "Ada", "Lovelace"), ("sam1", "Sam", "Smith"), ("sam2", "Sam", "Smith")):
            book.add_student(student, first_name=first, last_name=last, email=f"{student}@example.org")
    return course


@pytest.fixture
def course(made):
    with as_it_was(made):
        yield made


def sheet(folder: Path, rows: str = ROWS) -> Path:
    path = folder / "Grades.csv"
    path.write_text(f"{HEAD}\n{rows}", encoding="utf-8-sig")
    return path


def test_it_tells_two_of_one_name_apart_and_when_they_handed_in(course, tmp_path):
    path = download(tmp_path, DOWNLOAD)
    assert "may be sam1 or sam2" in collect(course, path, "--dry-run")
    said = collect(course, path, "--worksheet", str(sheet(tmp_path)), "--timezone", "Europe/Berlin")
    assert "Mittwoch" in said and "was not understood" in said
    assert there(course) == {
        "ada/work.ipynb": "ada",
        "sam1/work.ipynb": "first",
        "sam1/timestamp.txt": "2026-10-14 19:05:00.000000 UTC",
        "sam2/work.ipynb": "second",
        "sam2/timestamp.txt": "2026-10-15 21:59:00.000000 UTC",
    }


def test_a_worksheet_of_another_assignment_or_another_table_is_refused(course, tmp_path):
    path = download(tmp_path, DOWNLOAD)
    other = sheet(tmp_path, ROWS.replace("Participant 3", "Participant 7"))
    assert "of another assignment" in collect(course, path, "--worksheet", str(other), code=1)
    other.write_text("Kennung,Bewertung\n", encoding="utf-8")
    assert "set your language to English" in collect(course, path, "--worksheet", str(other), code=1)


def report(course, path: Path, code: int = 0) -> str:
    result = CliRunner().invoke(main, ["--root", str(course.root), "report", NAME, "--worksheet", str(path)])
    assert result.exit_code == code, (result.output, result.exception)
    return result.output


def test_grades_go_back_into_it_and_all_else_stays(course, tmp_path):
    submit(course, "ada")
    submit(course, "sam1", essay="To be read.")
    submit(course, "sam2", "def double(x):\n    return 3 * x")
    graded(course)
    path = sheet(tmp_path)
    said = report(course, path)
    assert "James Moriarty: not in the list of students" in said
    with (course.grading / f"moodle-worksheet-{NAME}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["Identifier"]: row for row in csv.DictReader(file)}
    with path.open(encoding="utf-8-sig", newline="") as file:
        before = {row["Identifier"]: row for row in csv.DictReader(file)}
    points = {"Participant 31": "", "Participant 32": "0", "Participant 33": "3", "Participant 34": "3.00"}
    assert {name: row["Grade"] for name, row in rows.items()} == points, "an essay that waits is no grade"
    assert rows == {name: row | {"Grade": points[name]} for name, row in before.items()}


def test_another_maximum_in_moodle_is_refused(course, tmp_path):
    submit(course, "ada")
    graded(course)
    assert "maximum is 100.00, here 7 points" in report(course, sheet(tmp_path, ROWS.replace("7.00", "100.00")), code=1)
    assert not (course.grading / f"moodle-worksheet-{NAME}.csv").exists()
