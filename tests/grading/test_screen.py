"""What a run of `grader grade` says about a class: nothing to grade is no 0 points, and no name steers the terminal."""

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import copy_course, hand_in
from hypothesis import given
from hypothesis import strategies as st
from plain import NAME, course_with, submit
from rich.console import Console

from grader.grading import gate
from grader.grading.exports import _write_for_people
from grader.grading.screen import Screen
from grader.grading.workers import Result

ASSIGNMENT = "01-logistic-regression"
BRACKETS = "carl [red]x[bold] [link=x]:smile:"
EVIL = "\x1b[2J\x1b]0;title\x07"


def run(course: Path, *words: str, code: int) -> str:
    done = subprocess.run([sys.executable, "-m", *words], cwd=course, capture_output=True, text=True, timeout=600)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        made = copy_course(tmp_path_factory.mktemp("states") / "course")
        patch.setenv("PYTHONPATH", str(made))
        submitted = made / "grading" / "submitted"
        for student in ("ada", "bob", "dan", "swap", BRACKETS, EVIL):
            hand_in(made, student, full_marks=student in ("ada", "dan", "swap"))
        for path in (submitted / "bob" / ASSIGNMENT).iterdir():
            path.rename(path.with_suffix(".rar"))
            path.with_suffix(".rar").write_bytes(b"Rar!\x1a\x07\x01\x00")
        (submitted / "dan" / ASSIGNMENT / "vectorization.ipynb").unlink()
        swap = submitted / "swap" / ASSIGNMENT
        (swap / "vectorization.ipynb").rename(swap / "x")
        (swap / "logistic_regression.ipynb").rename(swap / "vectorization.ipynb")
        (swap / "x").rename(swap / "logistic_regression.ipynb")
        (submitted / "eve").symlink_to("ada")
        (submitted / "mia").mkdir()
        (submitted / "mia" / ASSIGNMENT).symlink_to(made / "solutions" / ASSIGNMENT)
        for path in ("loose.ipynb", "ada/vectorization.ipynb", "ada/old/notes.txt", "ada/.DS_Store", "Thumbs.db", f"{EVIL}/x"):
            (submitted / path).parent.mkdir(exist_ok=True)
            (submitted / path).write_text("x", encoding="utf-8")
        (submitted / ".ipynb_checkpoints" / ASSIGNMENT).mkdir(parents=True)
        yield made


@pytest.fixture(scope="module")
def said(course) -> str:
    return run(course, "grader", "grade", ASSIGNMENT, code=1)


@pytest.fixture(scope="module")
def events(course, said) -> dict[str, dict]:
    told = run(course, "grader", "grade", ASSIGNMENT, "--events", "--force", code=1).splitlines()
    lines = [json.loads(line) for line in told if line.startswith("{")]
    return {line.get("student", line["event"]): line for line in lines}


def test_nothing_to_grade_is_told_apart_from_graded_with_the_reason(said):
    assert "bob: nothing to grade. " in said and "is a RAR archive, which cannot be unpacked here" in said
    assert "eve: nothing to grade. The student's folder is a link" in said
    assert "mia: nothing to grade. " in said
    assert "dan: graded; nothing to grade for vectorization" in said
    assert "ada: graded\n" in said and "swap: graded\n" in said


def test_machines_are_told_the_state_of_each_submission(events):
    states = {student: (event["state"], event["missing"]) for student, event in events.items() if "state" in event}
    both = ["logistic_regression", "vectorization"]
    assert {name: state for name, (state, _) in states.items()} == {
        "ada": "graded", "swap": "graded", "dan": "graded", BRACKETS: "graded",
        "bob": "nothing to grade", "eve": "nothing to grade", "mia": "nothing to grade",
        EVIL: "could not be graded",
    }  # fmt: skip
    assert states["dan"][1] == ["vectorization"] and states["bob"][1] == states["eve"][1] == both
    assert events["swap"]["points"] == events["ada"]["points"] > 0 == events["eve"]["points"] == events["mia"]["points"]


def test_report_and_feedback_tell_it_too(course, events):
    run(course, "grader", "report", code=0)
    page = (course / "grading" / f"report-{ASSIGNMENT}.html").read_text()
    assert "<h2>Nothing to grade</h2>" in page and "with nothing to grade" in page
    table = page.split("<h2>Nothing to grade</h2>")[1].split("</table>")[0]
    assert all(student in table for student in ("bob", "dan", "eve", "mia")) and "ada" not in table
    feedback = course / "grading" / "feedback"
    assert "Nothing to grade." in (feedback / "bob" / ASSIGNMENT / "vectorization.html").read_text()
    assert "Nothing to grade." in (feedback / "dan" / ASSIGNMENT / "vectorization.html").read_text()
    assert "Nothing to grade." not in (feedback / "dan" / ASSIGNMENT / "logistic_regression.html").read_text()


def test_what_lies_among_the_submissions_and_is_none_is_told(said, events):
    (line,) = (line for line in said.splitlines() if line.startswith("Not graded"))
    assert "\x1b" not in line and line.endswith("/x, ada/old, ada/vectorization.ipynb, loose.ipynb.")
    assert "ada/old" in events["astray"]["paths"]


def test_work_in_a_folder_that_is_nobodys_in_the_list_of_students_is_told(tmp_path):
    course = course_with(copy_course(tmp_path / "course"))
    for student in ("ada", "bob", "bob (copy)"):
        submit(course, student)
    assert "without a name" not in run(course.root, "grader", "grade", NAME, code=0)
    with course.gradebook() as book:
        for student in ("ada", "bob"):
            book.update_or_create_student(student, first_name=student.title())
    assert f"{NAME}: without a name in the list of students: bob (copy).\n" in run(course.root, "grader", "grade", NAME, code=0)


@pytest.mark.parametrize("gone", ["autograded/ada", "feedback/ada"])
def test_a_copy_or_a_page_that_is_gone_is_made_again_and_nothing_else(tmp_path, gone):
    course = course_with(copy_course(tmp_path / "course"))
    for student in ("ada", "bob"):
        submit(course, student)
    (course.submitted / "nobody" / NAME).mkdir(parents=True)
    run(course.root, "grader", "grade", NAME, code=0)
    assert "0 submissions to grade, 3 are graded already" in run(course.root, "grader", "grade", NAME, code=0)
    shutil.rmtree(course.grading / gone)
    assert "1 submissions to grade, 2 are graded already" in run(course.root, "grader", "grade", NAME, code=0)
    assert (course.grading / gone).is_dir()


def test_names_reach_the_terminal_as_text(course, said):
    everything = said + run(course, "grader", "grade", "--student", f"nobody{EVIL}", code=1)
    assert BRACKETS in said and "rename it" in said
    assert "\x1b" not in everything and "\x07" not in everything


def points(course: Path) -> dict:
    run(course, "grader", "grade", ASSIGNMENT, "--student", "ada", "--json", "points.json", code=0)
    return json.loads((course / "points.json").read_text())[ASSIGNMENT]


@pytest.mark.slow
def test_nbgraders_own_command_grades_what_we_choose_and_follows_no_link(course, said):
    before = points(course)
    for student in ("swap", "eve", "mia"):
        run(course, "nbgrader", "autograde", ASSIGNMENT, "--student", student, "--force", code=0)
    after = points(course)
    assert all(after[student] == before[student] for student in ("swap", "eve", "mia"))


@given(st.text(max_size=60), st.text(min_size=1, max_size=60), st.booleans())
def test_whatever_a_name_or_a_message_holds_is_shown_as_text(name, message, is_terminal):
    written = io.StringIO()
    screen = Screen(Console(file=written, force_terminal=is_terminal, color_system=None, soft_wrap=True, width=500))
    screen.bar.disable = True
    screen.begin(ASSIGNMENT, 1, 0)
    screen.tell(Result(name, "", failed=message))
    screen.changes(ASSIGNMENT, [(name, "vectorization", message, 0.0, 1.0)], "what would change")
    screen.end("")
    assert not {sign for sign in written.getvalue() if ord(sign) < 32} - {"\n", "\t"}
    said = gate.text(f"{name}: could not be graded: {message}")
    assert "".join(said.split()) in "".join(written.getvalue().split())


@given(st.text(max_size=30))
def test_no_cell_of_a_table_begins_like_a_formula(tmp_path_factory, name):
    path = _write_for_people(tmp_path_factory.getbasetemp() / "table.csv", [[name, 1.5, -2]])
    text = path.read_text(encoding="utf-8")
    assert text.lstrip('"')[:1] not in set("=+-@＝＋－＠") and text.rstrip("\n").endswith(",1.5,-2")
