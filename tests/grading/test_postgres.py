"""A gradebook in PostgreSQL serves every step as the file of SQLite does: release, grades, lateness, report, nbgrader's own."""

import subprocess
import sys
from datetime import timedelta

import pytest
from conftest import ROOT, copy_course
from plain import NAME, course_with, graded, submit
from postgres import MISSING, server
from sqlalchemy import create_engine, text

from grader.grading import extensions
from grader.grading.assignment import grade

pytestmark = [pytest.mark.slow, pytest.mark.skipif(bool(MISSING), reason=MISSING)]
RULE = """
from nbgrader.plugins import LateSubmissionPlugin

c.LateSubmissionPlugin.penalty_method = "zero"
"""


@pytest.fixture(scope="module")
def url():
    with server() as url:
        yield url


@pytest.fixture(scope="module")
def course(url, tmp_path_factory):
    root = copy_course(tmp_path_factory.mktemp("postgres") / "course")
    settings = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8")
    (root / "nbgrader_config.py").write_text(f"{settings}{RULE}\nc.CourseDirectory.db_url = {url!r}\n", encoding="utf-8")
    course = course_with(root)
    with course.gradebook() as book:
        book.update_or_create_assignment(NAME, duedate="2026-10-15 23:59 +0200")
        book.add_student("eve")
    extensions.give(course, NAME, ("eve",), timedelta(days=7))
    submit(course, "ada", when="2026-10-17 21:00:00 UTC")
    submit(course, "bob", "def double(x):\n    return 4", "Much to read. ✓ 😀")
    submit(course, "eve", when="2026-10-17 21:00:00 UTC")
    graded(course)
    return course


def run(course, *words: str, code: int = 0) -> str:
    done = subprocess.run([sys.executable, "-m", *words], cwd=course.root, capture_output=True, text=True)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_nothing_is_written_into_a_file_of_sqlite(course):
    assert not list(course.grading.glob("*.db")) and not list(course.root.glob("*.db"))


def test_points_penalties_and_extensions_are_there(course):
    with course.gradebook() as book:
        found = {one.student_id: (one.score, one.late_submission_penalty) for one in book.assignment_submissions(NAME)}
        assert book.find_submission(NAME, "eve").extension == timedelta(days=7)
    assert found == {"ada": (3, 3), "bob": (0, 0), "eve": (3, 0)}


def test_a_second_run_has_nothing_to_do_and_a_new_submission_is_graded(course):
    assert "0 submissions to grade, 3 are graded already" in run(course, "grader", "grade", NAME)
    submit(course, "bob")
    assert "1 submissions to grade, 2 are graded already" in run(course, "grader", "grade", NAME)
    assert "no grade changes" in run(course, "grader", "grade", NAME, "--regrade", "--yes")


@pytest.mark.slow
def test_report_tables_and_nbgraders_own_commands_work(course):
    assert f"report-{NAME}.html" in run(course, "grader", "report", NAME)
    run(course, "nbgrader", "autograde", NAME, "--student=ada", "--force")
    run(course, "nbgrader", "generate_feedback", NAME, "--force")
    run(course, "nbgrader", "export", "--to=grades.csv")
    assert "ada" in (course.root / "grades.csv").read_text(encoding="utf-8")


def test_a_course_for_trying_out_leaves_the_database_alone(course, url):
    from grader.releasing.course import Course

    room = Course.at(course.root, course.grading / "demo")
    with room.gradebook() as book:
        assert book.students == [] and (room.grading / "gradebook.db").exists()


@pytest.mark.slow
def test_a_locked_table_is_one_sentence_without_the_password_and_the_run_goes_on(course, url):
    submit(course, "kim")
    engine = create_engine(url)
    with engine.connect() as other:
        other.execute(text("LOCK TABLE student IN ACCESS EXCLUSIVE MODE"))
        impatient = "from grader.releasing import course; course.PATIENCE = 1"
        script = f"{impatient}; from grader.cli import main; main(['grade', {NAME!r}])"
        done = subprocess.run([sys.executable, "-c", script], cwd=course.root, capture_output=True, text=True)
        other.rollback()
    engine.dispose()
    said = done.stdout + done.stderr
    assert done.returncode == 1 and said.count("another program keeps it locked") == 1 and "continues from there" in said
    assert "Traceback" not in said and "pass word" not in said and "word%2F" not in said
    assert grade(course, NAME) == []
    with course.gradebook() as book:
        assert "kim" in {one.student_id for one in book.assignment_submissions(NAME)}


def test_a_server_that_is_not_there_is_one_sentence(course, url):
    settings = (course.root / "nbgrader_config.py").read_text(encoding="utf-8")
    room = copy_course(course.root.parent / "elsewhere")
    port = url.rpartition(":")[2].split("/")[0]
    (room / "nbgrader_config.py").write_text(settings.replace(port, "1"), encoding="utf-8")
    (room / "grading" / "submitted" / "ada" / "01-logistic-regression").mkdir(parents=True)
    done = subprocess.run([sys.executable, "-m", "grader", "grade"], cwd=room, capture_output=True, text=True)
    said = done.stdout + done.stderr
    assert done.returncode == 1 and "cannot be used" in said and "Traceback" not in said and "word%2F" not in said
