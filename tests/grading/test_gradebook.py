"""What is saved is saved whole; what cannot be saved is told, by name where it is one student's, with the reason where not."""

import resource
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import copy_course, hand_in
from nbgrader.api import MissingEntry
from sqlalchemy import text

from grader.grading.assignment import Options, enter, grade
from grader.grading.gradebook import Recorder, told
from grader.grading.task import About, Result, failure
from grader.judging.errors import CourseError
from grader.releasing import course as courses
from grader.releasing.course import Course

ASSIGNMENT = "01-logistic-regression"


@pytest.fixture(scope="module")
def entered(tmp_path_factory):
    """A course whose gradebook knows the assignment, and nobody."""
    course = Course.at(copy_course(tmp_path_factory.mktemp("gradebook") / "course"))
    enter(course, ASSIGNMENT)
    return course


@pytest.fixture
def course(entered, tmp_path):
    shutil.copytree(entered.root, tmp_path / "course")
    return Course.at(tmp_path / "course")


@pytest.fixture(scope="module")
def handed_in(entered, tmp_path_factory):
    """The course with two submissions, one of them graded, and a due date."""
    course = Course.at(Path(shutil.copytree(entered.root, tmp_path_factory.mktemp("handed-in") / "course")))
    with course.gradebook() as book:
        book.update_or_create_assignment(ASSIGNMENT, duedate="2026-10-15 23:59 UTC")
    for student in ("ada", "bob"):
        hand_in(course.root, student, full_marks=False)
    assert grade(course, ASSIGNMENT, Options(only=("ada",))) == []
    return course


def result(student: str, points: float = 1.0) -> Result:
    path = f"feedback/{student}/{ASSIGNMENT}/vectorization.html"
    return Result(student, "digest", (("vectorization", "check-nudge_b", points),), {path: "page" * 9000})


def saved(course: Course) -> dict[str, float]:
    with course.gradebook() as book:
        return {one.student_id: sum(n.score for n in one.notebooks) for one in book.assignment_submissions(ASSIGNMENT)}


def test_a_result_that_cannot_be_saved_leaves_nothing_and_stops_nobody(course):
    broken = replace(result("bob"), about=About(notes=({"no": "text"}, {1})))
    with Recorder(course, ASSIGNMENT) as recorder:
        kept = [recorder.keep(one) for one in (result("ada"), broken, result("\udcff"), result("eve", 2.0))]
        assert [bool(one.failed) for one in kept] == [False, True, True, False]
        assert set(recorder.problems()) == {"bob", "\\xff"} and set(recorder.done()) == {"ada", "eve"}
    assert saved(course) == {"ada": 1, "eve": 2}
    with course.gradebook() as book, pytest.raises(MissingEntry):
        book.find_student("bob")


def test_where_our_code_stopped_is_kept_until_the_submission_is_graded(course):
    place = course.grading / "problems" / f"bob-{ASSIGNMENT}.txt"
    try:
        [][1]
    except IndexError as error:
        problem = failure("bob", "digest", error)
    with Recorder(course, ASSIGNMENT) as recorder:
        told = recorder.keep(problem)
        assert (
            "IndexError" in told.failed and f"grading/problems/{place.name}" in told.failed and "\n" not in told.failed
        )
        assert "test_gradebook.py" in place.read_text()
        recorder.keep(result("bob"))
        assert recorder.problems() == {} and not place.exists()


def test_a_name_with_odd_blanks_is_found_again(course):
    with Recorder(course, ASSIGNMENT) as recorder:
        recorder.keep(Result("ada  b\t\u200fc ", "digest", failed="it could not be read"))
        assert list(recorder.problems()) == ["ada  b\t\u200fc "]
        recorder.keep(result("ada  b\t\u200fc "))
        assert recorder.problems() == {} and list(recorder.done()) == ["ada  b\t\u200fc "]


def test_who_was_graded_before_and_fails_now_is_tried_again_and_keeps_the_points(course):
    with Recorder(course, ASSIGNMENT) as recorder:
        recorder.keep(result("ada"))
        recorder.keep(Result("ada", "digest", failed="the disk of the worker was full"))
        assert recorder.done() == {}
    assert saved(course) == {"ada": 1}


@pytest.mark.parametrize("when", ["no time", "99999-01-01", "\udcff\x00", "9" * 500])
def test_a_timestamp_that_tells_no_time_is_noted_and_costs_nothing(course, when):
    with Recorder(course, ASSIGNMENT) as recorder:
        assert not recorder.keep(replace(result("ada"), timestamp=when)).failed
        assert "holds no time that is certain" in dict(recorder.results())["ada"].notes[0]
    assert saved(course) == {"ada": 1}


def test_a_locked_gradebook_is_told_and_loses_nothing(course, monkeypatch):
    monkeypatch.setattr(courses, "PATIENCE", 0.1)
    with Recorder(course, ASSIGNMENT) as recorder:
        recorder.keep(result("ada"))
        with sqlite3.connect(course.grading / "gradebook.db") as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(CourseError, match=r"another program keeps it locked.*continues from there"), told(course):
                recorder.keep(result("bob"))
            other.rollback()
        other.close()
    with Recorder(course, ASSIGNMENT) as recorder:
        assert set(recorder.done()) == {"ada"}
        recorder.keep(result("bob"))
    assert saved(course) == {"ada": 1, "bob": 1}


@pytest.mark.parametrize("lock", [pytest.param("IMMEDIATE", marks=pytest.mark.slow), "EXCLUSIVE"])
@pytest.mark.parametrize(
    "words",
    [
        "grade",
        pytest.param("grade --regrade --yes", marks=pytest.mark.slow),
        "report",
        pytest.param(f"extend {ASSIGNMENT} ada --days=1", marks=pytest.mark.slow),
    ],
)
def test_each_command_tells_a_locked_gradebook_in_one_sentence_or_can_do_without_writing(handed_in, lock, words):
    other = sqlite3.connect(handed_in.grading / "gradebook.db")
    other.execute(f"BEGIN {lock}")
    script = f"from grader.releasing import course; course.PATIENCE = 0.2; from grader.cli import main; main({words.split()!r})"
    done = subprocess.run([sys.executable, "-c", script], cwd=handed_in.root, capture_output=True, text=True)
    other.rollback()
    other.close()
    said = done.stdout + done.stderr
    assert "Traceback" not in said
    if lock == "EXCLUSIVE" or words != "report":
        assert done.returncode == 1 and said.count("another program keeps it locked") == 1 and "continues from there" in said


def test_a_run_goes_on_where_a_lock_stopped_it(handed_in):
    command = [sys.executable, "-m", "grader", "grade"]
    assert subprocess.run(command, cwd=handed_in.root, capture_output=True).returncode == 0
    assert set(saved(handed_in)) == {"ada", "bob"}


def test_a_gradebook_that_may_not_be_written_is_told_and_blames_nobody(course):
    with Recorder(course, ASSIGNMENT) as recorder:
        recorder.keep(result("ada"))
        recorder._book.db.execute(text("PRAGMA query_only = ON"))
        with pytest.raises(CourseError, match="may not be written"), told(course):
            recorder.keep(result("bob"))
        recorder._book.db.rollback()
        recorder._book.db.execute(text("PRAGMA query_only = OFF"))
        assert recorder.problems() == {}
    assert saved(course) == {"ada": 1}


def test_a_damaged_gradebook_is_told(course):
    (course.grading / "gradebook.db").write_bytes(b"no database" * 1000)
    with pytest.raises(CourseError, match="damaged; put back a copy"), told(course):
        Recorder(course, ASSIGNMENT)


def test_an_emptied_gradebook_is_told_and_not_begun_anew(course):
    file = course.grading / "gradebook.db"
    file.write_bytes(b"")
    with pytest.raises(CourseError, match="0 bytes: put back a copy"):
        Recorder(course, ASSIGNMENT)
    assert file.read_bytes() == b""
    file.unlink()
    with Recorder(course, ASSIGNMENT) as recorder:
        assert recorder.done() == {}


def test_a_gradebook_that_is_gone_is_told_where_work_was_graded(course):
    (course.grading / "gradebook.db").unlink()
    page = course.grading / "autograded" / "ada" / ASSIGNMENT / "vectorization.ipynb"
    page.parent.mkdir(parents=True)
    page.write_text("{}")
    with pytest.raises(CourseError, match=r"is gone, and .*put back a copy"):
        Recorder(course, ASSIGNMENT)
    assert not (course.grading / "gradebook.db").exists()


FILL = """
import sys
from pathlib import Path
from grader.grading.gradebook import Recorder, told
from grader.grading.task import Result
from grader.judging.errors import CourseError
from grader.releasing.course import Course
course = Course.at(Path(sys.argv[1]))
try:
    with told(course), Recorder(course, "01-logistic-regression") as recorder:
        recorder.keep(Result("bob", "digest", files={"feedback/bob/page.html": "page" * 9000}))
except CourseError as error:
    print(error)
"""


def test_a_full_disk_is_told_and_blames_nobody(course):
    with Recorder(course, ASSIGNMENT) as recorder:
        recorder.keep(result("ada"))
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(course.root)],
        capture_output=True, text=True, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )  # fmt: skip
    assert "cannot be written" in done.stdout and "continues from there" in done.stdout, done.stderr
    with Recorder(course, ASSIGNMENT) as recorder:
        assert set(recorder.done()) == {"ada"} and recorder.problems() == {}
    assert not list(course.grading.rglob("*.part"))
