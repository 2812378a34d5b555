"""A class with many kinds of trouble in it: everybody else gets what they earned, and who could not be graded is named."""

import copy
import ctypes
import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import copy_course
from trouble import KINDS, NAMES, Kind

from grader.answers.reference import load
from grader.grading.marks import by_student, grades
from grader.measuring import cohort
from grader.releasing.course import Course

PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 24, 1, 2  # as Linux numbers them
ASSIGNMENT = "01-logistic-regression"
QUICK = (
    "half_a_character_in_a_comment", "half_a_character_in_markdown", "odd_characters_printed", "half_a_character_in_an_error",
    "a_result_whose_class_has_an_odd_name", "a_timestamp_that_is_no_time", "a_timestamp_beyond_the_calendar",
    "a_timestamp_of_bytes", "a_student_whose_name_is_no_utf_8", "a_file_whose_name_is_no_utf_8", "a_huge_number_returned",
    "complex_numbers_returned", "a_truth_value_for_a_share", "messages_with_other_changes", "a_file_of_brackets",
    "thousands_of_cells_above",
    "a_name_of_the_imports_taken_before_them", "each_line_is_followed", "its_output_is_closed",
    "names_deleted_in_the_end",
)  # fmt: skip


def run(course: Path, *words: str, **how) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "grader", *words]
    return subprocess.run(command, cwd=course, capture_output=True, text=True, timeout=1800, **how)


def heed_permissions() -> None:
    """Also for root, who may read everything: the program that is started next has lost that right."""
    libc = ctypes.CDLL(None)
    for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def right_answers(course: Path) -> dict[str, dict]:
    found = {}
    for name in NAMES:
        notebook = nbformat.read(course / "notebooks" / ASSIGNMENT / f"{name}.ipynb", 4)
        for cell in notebook.cells:
            if cell.metadata.get("nbgrader", {}).get("solution"):
                cell.source = load(name).sources[cell.id]
        found[name] = json.loads(nbformat.writes(notebook))
    return found


def hand_in(course: Path, kinds: list[Kind]) -> dict[str, Kind]:
    """Submissions with trouble, some before and some after all others in the order. → student → kind."""
    right, students = right_answers(course), {}
    for number, kind in enumerate(kinds):
        student = f"{'az'[number % 2]}-{kind.name}"
        kind.make(course / "grading" / "submitted" / student / ASSIGNMENT, copy.deepcopy(right))
        students[student] = kind
    return students


def is_as_expected(kind: Kind, points: dict | None, worth: dict) -> bool:
    if kind.expected == "any":
        return True
    if kind.expected == "failed" or points is None:
        return kind.expected == "failed" and points is None
    lost = {cell for name in worth for cell in worth[name] if points[name][cell] < worth[name][cell]}
    if kind.expected == "zero":
        return not any(points[name][cell] for name in worth for cell in worth[name])
    return lost <= {f"check-{name}" for name in kind.but}


def sweep(course: Path, students: int, kinds: list[Kind]) -> None:
    """Grade such a class. Everybody else has the points they were made to earn; each kind is worth what it says."""
    truth = json.loads(cohort.write(course / "notebooks" / ASSIGNMENT, students, 11, course / "grading").read_text())[
        "students"
    ]
    troubled = hand_in(course, kinds)
    done = run(course, "grade", ASSIGNMENT, "--events", "--json", "points.json")
    assert "Traceback" not in done.stderr, done.stderr
    events = [json.loads(line) for line in done.stdout.splitlines()]
    points = json.loads((course / "points.json").read_text())
    lacking = points.get("could_not_be_graded", {}).get(ASSIGNMENT, {})
    assert {event["student"] for event in events if event["event"] == "failed"} == set(lacking)
    assert done.returncode == (1 if lacking else 0) and all(student in done.stderr for student in lacking)
    assert all(points[ASSIGNMENT][student] == cells for student, cells in truth.items())
    worth = points[ASSIGNMENT]["student-001"]  # the first of a class has everything right
    wrong = [
        kind.name for one, kind in troubled.items() if not is_as_expected(kind, points[ASSIGNMENT].get(one), worth)
    ]
    assert wrong == []
    assert {name.split("-", 1)[1] for name in lacking} <= {
        f"{kind.name}\\xff\\xfe" for kind in kinds if kind.expected == "failed"
    }
    report = run(course, "report", ASSIGNMENT)
    assert report.returncode == 0, report.stderr
    assert ("Could not be graded" in (course / "grading" / f"report-{ASSIGNMENT}.html").read_text()) == bool(lacking)
    again = [json.loads(line) for line in run(course, "grade", ASSIGNMENT, "--events").stdout.splitlines()]
    assert {event["student"] for event in again if event["event"] in ("graded", "failed")} == set(lacking)


@pytest.fixture
def course(tmp_path, monkeypatch):
    made = copy_course(tmp_path / "course")
    monkeypatch.setenv("PYTHONPATH", str(made))
    return made


def test_some_kinds_of_trouble_cost_nobody_else_anything(course):
    sweep(course, 8, [KINDS[name] for name in QUICK])


@pytest.mark.slow
def test_all_kinds_of_trouble_in_a_large_class_cost_nobody_else_anything(course):
    kinds = list(KINDS.values())
    assert len(kinds) >= 60
    sweep(course, 300 - len(kinds), kinds)


@pytest.mark.slow
def test_who_could_not_be_graded_is_gone_from_the_report_once_graded(course):
    cohort.write(course / "notebooks" / ASSIGNMENT, 2, 11, course / "grading")
    wrong = next(iter(hand_in(course, [KINDS["a_student_whose_name_is_no_utf_8"]])))
    submitted = course / "grading" / "submitted"
    closed = submitted / "student-002" / ASSIGNMENT / "vectorization.ipynb"
    closed.chmod(0)
    done = run(course, "grade", ASSIGNMENT, preexec_fn=heed_permissions)
    assert done.returncode == 1 and "student-001: graded" in done.stdout
    assert "student-002: could not be graded" in done.stdout and "student-002" in done.stderr
    run(course, "report", ASSIGNMENT)
    assert "Could not be graded" in (course / "grading" / f"report-{ASSIGNMENT}.html").read_text()
    closed.chmod(0o644)
    Path(os.fsdecode(os.fsencode(submitted / wrong) + b"\xff\xfe")).rename(submitted / "mended")
    done = run(course, "grade", ASSIGNMENT)
    assert done.returncode == 0 and "mended: graded" in done.stdout and "student-002: graded" in done.stdout
    run(course, "report", ASSIGNMENT)
    assert "Could not be graded" not in (course / "grading" / f"report-{ASSIGNMENT}.html").read_text()


@pytest.mark.slow
def test_a_damaged_file_of_drawn_cases_is_drawn_again(course):
    truth = json.loads(cohort.write(course / "notebooks" / ASSIGNMENT, 2, 11, course / "grading").read_text())[
        "students"
    ]
    run(course, "grade", ASSIGNMENT)
    kept = sorted((course / "grading" / "cases").rglob("*.json"))
    before = {path: path.read_bytes() for path in kept}
    damages = (before[kept[0]][:5000], b"", b"{}", b"\xff\xfe", before[kept[0]].replace(b"1", b"2"))
    assert len(kept) == 4
    for number, path in enumerate(kept):
        path.write_bytes(damages[number])
    done = run(course, "grade", ASSIGNMENT, "--force", "--json", "points.json")
    assert done.returncode == 0, done.stderr
    assert json.loads((course / "points.json").read_text())[ASSIGNMENT] == truth
    assert {path: path.read_bytes() for path in kept} == before


def nbgrader(course: Path) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "nbgrader", "autograde", ASSIGNMENT, "--force"]
    return subprocess.run(command, cwd=course, capture_output=True, text=True, timeout=1800)


@pytest.mark.slow
def test_nbgraders_own_autograde_goes_through_the_same_gate(course):
    truth = json.loads(cohort.write(course / "notebooks" / ASSIGNMENT, 2, 11, course / "grading").read_text())[
        "students"
    ]
    names = ("half_a_character_in_a_comment", "half_a_character_in_markdown", "odd_metadata", "a_huge_number_returned")
    run(course, "grade", ASSIGNMENT, "--student", "student-001")  # the gradebook knows the assignment
    troubled = hand_in(course, [KINDS[name] for name in names])
    done = nbgrader(course)
    assert done.returncode == 0, done.stderr
    points = by_student(grades(Course.at(course), ASSIGNMENT))
    assert all(points[student] == cells for student, cells in truth.items())
    assert all(is_as_expected(kind, points[student], points["student-001"]) for student, kind in troubled.items())
    (course / "grading" / "course.key").write_text("no key")
    assert "student-001, logistic_regression: could not be graded: " in nbgrader(course).stderr
