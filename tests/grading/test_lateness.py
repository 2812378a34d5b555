"""Due dates, extensions and the rule for late work count anew at each run, and no code of a student's runs for it."""

import csv
import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from conftest import ROOT, copy_course
from plain import NAME, course_with, graded, submit

from grader.grading import extensions
from grader.grading.assignment import grade
from grader.grading.exports import write_tables
from grader.grading.gradebook import Recorder
from grader.judging.errors import CourseError
from grader.releasing.course import Course

RULE = """
from nbgrader.plugins import BasePlugin


class TenPercentADay(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return score * min(1, {share} * -(-total_seconds_late // 86_400))


c.AssignLatePenalties.plugin_class = TenPercentADay
"""


def rule(course, share: str) -> None:
    settings = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8")
    (course.root / "nbgrader_config.py").write_text(settings + RULE.format(share=share), encoding="utf-8")


def due(course, moment: str) -> None:
    with course.gradebook() as book:
        book.update_or_create_assignment(NAME, duedate=moment)


def run(course, *words: str, answer: str = "", code: int = 0) -> str:
    command = [sys.executable, "-m", "grader", "--root", str(course.root), *words]
    done = subprocess.run(command, input=answer, capture_output=True, text=True)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def penalties(course) -> dict[str, float]:
    with course.gradebook() as book:
        return {one.student_id: one.late_submission_penalty or 0 for one in book.assignment_submissions(NAME)}


@pytest.fixture(scope="module")
def as_graded(tmp_path_factory):
    """Ada handed in two days late, Bob in time; both are graded, without a rule."""
    course = course_with(copy_course(tmp_path_factory.mktemp("late") / "course"))
    due(course, "2026-10-15 21:59")
    submit(course, "ada", when="2026-10-17 21:00:00 UTC")
    submit(course, "bob", when="2026-10-15 21:00:00 UTC")
    graded(course)
    assert penalties(course) == {"ada": 0, "bob": 0}
    return course


@pytest.fixture
def course(as_graded, tmp_path):
    """A copy of that course, to change."""
    return Course.at(Path(shutil.copytree(as_graded.root, tmp_path / "course")))


def test_a_new_rule_a_moved_date_and_an_extension_count_at_the_next_run(course):
    seen = []
    rule(course, "0.1")
    grade(course, NAME, tell=seen.append)
    assert penalties(course) == {"ada": pytest.approx(0.6), "bob": 0}
    due(course, "2026-10-16 23:59 +0200")
    said = run(course, "grade", NAME)
    assert penalties(course)["ada"] == pytest.approx(0.3) and "late penalty" in said and "0 submissions to grade" in said
    extensions.give(course, NAME, ("ada",), timedelta(days=7))
    grade(course, NAME, tell=seen.append)
    assert penalties(course) == {"ada": 0, "bob": 0}
    rule(course, "0")
    due(course, "2026-10-01 00:00 UTC")
    extensions.give(course, NAME, ("ada",), timedelta())
    grade(course, NAME, tell=seen.append)
    assert penalties(course) == {"ada": 0, "bob": 0}
    assert seen == []  # nobody was graded again


def test_the_table_of_points_adds_up_with_what_lateness_cost(course):
    rule(course, "0.1")
    grade(course, NAME)
    head, *rows = csv.reader(write_tables(course, NAME)[0].read_text(encoding="utf-8").splitlines())
    assert head[-3:] == ["late", "total", "still to be graded by hand"]
    for row in rows:
        assert sum(map(float, row[1:-2])) == pytest.approx(float(row[-2]))
    assert sorted(float(row[-3]) for row in rows) == [pytest.approx(-0.6), 0]


def test_regrade_shows_what_lateness_would_cost_and_asks(course):
    rule(course, "0.1")
    said = run(course, "grade", NAME, "--regrade", answer="n\n")
    assert "late penalty" in said and "0.6" in said and "bob" not in said.split("what would change")[1]
    assert penalties(course)["ada"] == 0
    run(course, "grade", NAME, "--regrade", "--yes")
    assert penalties(course)["ada"] == pytest.approx(0.6)


def test_regrade_shows_the_penalty_on_the_points_that_would_be_given(course):
    rule(course, "0.1")
    grade(course, NAME)
    submit(course, "ada", "def double(x):\n    return 4", when="2026-10-17 21:00:00 UTC")
    said = run(course, "grade", NAME, "--regrade", "--yes")
    rows = [line for line in said.splitlines() if "ada" in line and "late penalty" in line]
    assert len(rows) == 1 and "0.6" in rows[0]
    assert penalties(course)["ada"] == 0


def test_extensions_are_given_listed_and_taken_back_by_a_command(course):
    rule(course, "0.1")
    grade(course, NAME)
    said = run(course, "extend", NAME, "ada", "--days", "2")
    assert "ada: until 2026-10-17 21:59 UTC" in said and "what changed" in said
    assert penalties(course)["ada"] == 0
    run(course, "extend", NAME, "bob", "--until", "2026-10-20 12:00 Europe/Berlin")
    assert "bob: until 2026-10-20 10:00 UTC" in run(course, "extend", NAME)
    run(course, "extend", NAME, "ada", "--remove")
    assert "ada" not in run(course, "extend", NAME) and penalties(course)["ada"] == pytest.approx(0.6)


def test_an_extension_may_be_given_before_anything_is_handed_in(course):
    rule(course, "0.1")
    with course.gradebook() as book:
        book.add_student("eve")
        book.add_student("kim")
    run(course, "extend", NAME, "eve", "kim", "--days", "3")
    with course.gradebook() as book:
        assert {one.student_id for one in book.assignment_submissions(NAME)} == {"ada", "bob"}
    submit(course, "eve", when="2026-10-17 21:00:00 UTC")
    grade(course, NAME)
    submit(course, "kim", when="2026-10-17 21:00:00 UTC")
    command = [sys.executable, "-m", "nbgrader", "autograde", NAME, "--student=kim"]
    assert subprocess.run(command, cwd=course.root, capture_output=True).returncode == 0
    assert penalties(course) == {"ada": pytest.approx(0.6), "bob": 0, "eve": 0, "kim": 0}
    with course.gradebook() as book:
        for student in ("eve", "kim"):
            assert book.find_submission(NAME, student).extension == timedelta(days=3)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("nobody", "--days", "3"), "Not known: nobody"),
        (("ada", "--until", "2026-10-20 12:00 CEST"), "time zone 'CEST' is not known"),
        (("ada", "--until", "2026-10-01 12:00 UTC"), "before the due date"),
        (("ada",), "Say how long"),
    ],
)
def test_an_extension_that_cannot_be_meant_is_refused(course, words, why):
    assert why in run(course, "extend", NAME, *words, code=2 if why == "Say how long" else 1)


def test_without_a_due_date_nothing_can_be_extended(course):
    due(course, None)
    assert "has no due date. Set it first" in run(course, "extend", NAME, "ada", "--days", "1", code=1)
    grade(course, NAME)
    assert penalties(course) == {"ada": 0, "bob": 0}


def test_a_rule_that_fails_is_one_sentence_and_blames_no_student(course):
    rule(course, "None")
    submit(course, "eve", when="2026-10-17 21:00:00 UTC")
    with pytest.raises(CourseError, match=r"The rule for late work failed for eve: TenPercentADay .*TypeError"):
        grade(course, NAME)
    said = run(course, "grade", NAME, code=1)
    assert said.count("The rule for late work failed") == 1 and "Traceback" not in said
    rule(course, "0.1")
    run(course, "grade", NAME)
    assert penalties(course) == {"ada": pytest.approx(0.6), "bob": 0, "eve": pytest.approx(0.6)}


def test_a_zone_that_is_not_known_in_a_timestamp_is_told(course):
    submit(course, "eve", when="2026-10-17 21:00:00 CEST")
    grade(course, NAME)
    with Recorder(course, NAME) as recorder:
        assert "The time zone 'CEST' is not known" in dict(recorder.results())["eve"].notes[-1]
