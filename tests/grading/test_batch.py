"""Whole classes: grading that is stopped, killed and spread over machines ends as if nothing had happened."""

import contextlib
import csv
import json
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import nbformat
import pytest
from conftest import own_course
from nbgrader.api import Gradebook

ASSIGNMENT = "01-logistic-regression"
STUDENTS = 6


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "grader", *words]


def run(course: Path, *words: str, code: int = 0) -> str:
    done = subprocess.run(command(*words), cwd=course, capture_output=True, text=True, timeout=600)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def events(course: Path, *words: str, code: int = 0) -> list[dict]:
    return [json.loads(line) for line in run(course, "grade", "--events", *words, code=code).splitlines() if line[:1] == "{"]


def graded(told: list[dict]) -> list[str]:
    return sorted(event["student"] for event in told if event["event"] == "graded")


def everything(course: Path) -> dict:
    """All that a run leaves in the gradebook, without what depends on the clock."""
    path = course / "grading" / "gradebook.db"
    with Gradebook(f"sqlite:///{path}") as book:
        return {
            submission.student_id: {
                (notebook.name, grade.cell.name): (grade.auto_score, grade.manual_score, grade.needs_manual_grade)
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            for submission in book.assignment_submissions(ASSIGNMENT)
        }


def done(course: Path) -> set[str]:
    """Whose grades have been saved."""
    path = course / "grading" / "gradebook.db"
    if not path.exists():
        return set()
    with sqlite3.connect(path) as base:
        try:
            return {student for (student,) in base.execute("SELECT student FROM course_results")}
        except sqlite3.OperationalError:
            return set()


@pytest.fixture(scope="module")
def classroom(tmp_path_factory):
    """A course with a class that has handed in, and nothing graded yet."""
    with own_course(tmp_path_factory.mktemp("batch")) as course:
        run(course, "cohort", ASSIGNMENT, "--students", str(STUDENTS), "--seed", "7", "--out", "grading")
        (course / "grading" / "submitted" / "student-004" / ASSIGNMENT / "vectorization.ipynb").write_text("{")
        (course / "grading" / "submitted" / "student-005" / ASSIGNMENT / "vectorization.ipynb").unlink()
        yield course


@pytest.fixture
def fresh(classroom, tmp_path, monkeypatch):
    """A copy of the class, ungraded."""
    monkeypatch.setenv("PYTHONPATH", str(classroom))  # the same code
    subprocess.run(["cp", "-r", str(classroom), str(tmp_path / "course")], check=True)
    course = tmp_path / "course"
    for name in ("gradebook.db", "autograded", "feedback"):
        subprocess.run(["rm", "-rf", str(course / "grading" / name)], check=True)
    return course


@pytest.fixture(scope="module")
def undisturbed(classroom):
    events(classroom)
    return everything(classroom)


def kill_and_resume(course: Path, dice: random.Random) -> None:
    """Kill the command at a random moment. What was saved must not be graded again."""
    with subprocess.Popen(command("grade", "--events"), cwd=course, stdout=subprocess.PIPE, start_new_session=True) as process:
        time.sleep(dice.uniform(0.2, 9))
        os.killpg(process.pid, signal.SIGKILL)
    saved = done(course)
    again = graded(events(course, "--student", *_some(dice, saved))) if saved and dice.random() < 0.3 else []
    assert not set(again) & saved


def _some(dice: random.Random, names: set[str]) -> list[str]:
    return [dice.choice(sorted(names))]


@pytest.mark.slow
@pytest.mark.parametrize("times", [2, 20])
def test_killed_at_random_moments_it_ends_as_if_undisturbed(fresh, undisturbed, times):
    dice = random.Random(times)
    for _ in range(times):
        kill_and_resume(fresh, dice)
    saved = done(fresh)
    assert not set(graded(events(fresh))) & saved
    assert everything(fresh) == undisturbed
    assert graded(events(fresh)) == []


def descendants(pid: int) -> dict[int, str]:
    """All processes that came from one: number → when it was started, so that a number used again is told apart."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            about = stat.read_text().rpartition(")")[2].split()
            parents[int(stat.parent.name)] = (int(about[1]), about[19])
    found, before = {pid: parents[pid][1]}, {}
    while found != before:
        before = dict(found)
        found |= {child: began for child, (parent, began) in parents.items() if parent in before}
    return found


def alive(processes: dict[int, str]) -> list[int]:
    """Those that still run: a zombie, which waits for a parent that has been killed, does not."""
    left = []
    for pid, began in processes.items():
        with contextlib.suppress(OSError):
            about = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            left += [pid] if about[19] == began and about[0] != "Z" else []
    return left


def test_when_the_command_is_killed_its_workers_and_sandboxes_end_with_it(fresh):
    endless = fresh / "grading" / "submitted" / "student-001" / ASSIGNMENT / "vectorization.ipynb"
    notebook = nbformat.read(endless, 4)
    next(cell for cell in notebook.cells if cell.id == "flatten_images").source = "def flatten_images(x):\n    while True: pass"
    nbformat.write(notebook, endless)
    with subprocess.Popen(command("grade", "--events", "--workers", "2"), cwd=fresh, stdout=subprocess.PIPE) as process:
        assert any(b'"event": "graded"' in line for line in process.stdout)  # somebody else: student-001 takes a minute
        began = descendants(process.pid)
        assert len(began) > 6  # two workers, a sandbox for each (bubblewrap, Python), a submission in one of them
        process.kill()
        until = time.monotonic() + 5
        while alive(began) and time.monotonic() < until:
            time.sleep(0.1)
        assert not alive(began)


@pytest.mark.slow
def test_without_bubblewrap_the_first_line_says_what_does_not_hold(fresh, monkeypatch):
    monkeypatch.setenv("GRADER_WITHOUT_BUBBLEWRAP", "1")
    first = run(fresh, "grade", "--student", "student-002").splitlines()[0]
    assert all(word in first for word in ("network", "gradebook", "files", "GRADER_WITHOUT_BUBBLEWRAP is set"))
    first = events(fresh, "--student", "student-003")[0]
    assert first["event"] == "warning" and "network" in first["sentence"]


def test_every_honest_grade_is_what_the_class_was_made_to_earn(classroom, undisturbed):
    truth = json.loads((classroom / "grading" / "truth.json").read_text())["students"]
    for student, notebooks in truth.items():
        for notebook, cells in notebooks.items():
            broken = notebook == "vectorization" and student in ("student-004", "student-005")
            for cell, points in cells.items():
                assert undisturbed[student][notebook, cell] == (0 if broken else points, None, False)


def test_what_could_not_be_read_is_told_in_the_report_and_in_the_feedback(classroom, undisturbed):
    run(classroom, "report", ASSIGNMENT)
    page = (classroom / "grading" / f"report-{ASSIGNMENT}.html").read_text()
    assert "not JSON" in page and "No notebook vectorization.ipynb was handed in." in page
    feedback = classroom / "grading" / "feedback" / "student-005" / ASSIGNMENT / "vectorization.html"
    assert "No notebook vectorization.ipynb was handed in." in feedback.read_text()


@pytest.mark.slow
def test_ctrl_c_finishes_what_is_in_work_and_says_how_to_go_on(fresh, undisturbed):
    with subprocess.Popen(
        command("grade", "--events", "--workers", "1"), cwd=fresh, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        for line in process.stdout:
            if '"event": "graded"' in line:
                process.send_signal(signal.SIGINT)
                break
        said = process.stdout.read()
    assert process.returncode == 1 and "continues from there" in said
    saved = done(fresh)
    assert 1 <= len(saved) < STUDENTS
    assert len(graded(events(fresh))) == STUDENTS - len(saved)
    assert everything(fresh) == undisturbed


def test_only_what_is_new_is_graded(fresh):
    assert len(graded(events(fresh))) == STUDENTS
    path = fresh / "grading" / "submitted" / "student-001" / ASSIGNMENT / "vectorization.ipynb"
    notebook = nbformat.read(path, 4)
    next(cell for cell in notebook.cells if cell.id == "nudge_b").source = "def nudge_b(a, b, c):\n    return 0"
    nbformat.write(notebook, path)
    assert graded(events(fresh)) == ["student-001"]
    assert graded(events(fresh, "--student", "student-002")) == []
    assert graded(events(fresh, "--student", "student-002", "--force")) == ["student-002"]


@pytest.mark.slow
def test_manual_grades_and_comments_are_kept(fresh):
    events(fresh)
    with Gradebook(f"sqlite:///{fresh}/grading/gradebook.db") as book:
        notebook = book.find_submission_notebook("vectorization", ASSIGNMENT, "student-003")
        grade = next(g for g in notebook.grades if g.cell.name == "check-nudge_b")
        grade.manual_score, notebook.comments[0].manual_comment = 1.5, "Well tried."
        book.db.commit()
    events(fresh, "--force")
    with Gradebook(f"sqlite:///{fresh}/grading/gradebook.db") as book:
        notebook = book.find_submission_notebook("vectorization", ASSIGNMENT, "student-003")
        grade = next(g for g in notebook.grades if g.cell.name == "check-nudge_b")
        assert (grade.auto_score, grade.manual_score, grade.score, grade.needs_manual_grade) == (0, 1.5, 1.5, True)
        assert "Well tried." in {comment.manual_comment for comment in notebook.comments}


@pytest.mark.slow
def test_late_submissions_get_the_penalty_of_the_courses_plugin(fresh):
    (fresh / "late.py").write_text(
        "from nbgrader.plugins import BasePlugin\n\n\n"
        "class OnePointADay(BasePlugin):\n"
        "    def late_submission_penalty(self, student_id, score, total_seconds_late):\n"
        "        return total_seconds_late // 86400\n"
    )
    with (fresh / "nbgrader_config.py").open("a") as file:
        file.write("\nsys.path.insert(0, str(ROOT))\nc.AssignLatePenalties.plugin_class = 'late.OnePointADay'\n")
    due = datetime(2026, 1, 10, 12)
    run(fresh, "grade", ASSIGNMENT, "--student", "student-001")
    with Gradebook(f"sqlite:///{fresh}/grading/gradebook.db") as book:
        book.update_or_create_assignment(ASSIGNMENT, duedate=due)
    when = due + timedelta(days=3, minutes=1)
    (fresh / "grading" / "submitted" / "student-001" / ASSIGNMENT / "timestamp.txt").write_text(f"{when} UTC")
    assert graded(events(fresh, "--student", "student-001")) == ["student-001"]
    with Gradebook(f"sqlite:///{fresh}/grading/gradebook.db") as book:
        submission = book.find_submission(ASSIGNMENT, "student-001")
        assert [notebook.late_submission_penalty for notebook in submission.notebooks] == [3, 3]
        left = submission.max_score - sum(notebook.late_submission_penalty for notebook in submission.notebooks)
    run(fresh, "report", ASSIGNMENT)
    with (fresh / "grading" / f"points-{ASSIGNMENT}.csv").open(newline="") as file:
        first = next(csv.DictReader(file))
    assert next(iter(first.values())) == "student-001" and float(first["total"]) == left


@pytest.mark.slow
def test_regrading_shows_whose_points_change_and_writes_only_if_agreed(fresh):
    events(fresh)
    before = everything(fresh)
    with sqlite3.connect(fresh / "grading" / "gradebook.db") as base:
        base.execute("UPDATE grade SET auto_score = 0.25 WHERE auto_score = 2")
    said = subprocess.run(
        command("grade", "--regrade"), cwd=fresh, input="n\n", capture_output=True, text=True, timeout=300
    ).stdout
    assert "0.25" in said and "what would change" in said
    assert everything(fresh) != before
    assert "no grade changes" not in run(fresh, "grade", "--regrade", "--yes")
    assert everything(fresh) == before
    assert "no grade changes" in run(fresh, "grade", "--regrade", "--yes")


def test_a_link_to_another_students_notebook_is_not_followed(fresh):
    mine = fresh / "grading" / "submitted" / "student-003" / ASSIGNMENT / "vectorization.ipynb"
    mine.unlink()
    mine.symlink_to(fresh / "grading" / "submitted" / "student-001" / ASSIGNMENT / "vectorization.ipynb")
    told = events(fresh, "--student", "student-003")
    assert told[1]["points"] == 0 and "is a link; it was not followed." in told[1]["notes"][0]


def test_a_students_cases_are_the_same_today_and_tomorrow_and_another_students_are_others(fresh):
    from grader.grading import secret

    key = secret.course_key(fresh)
    seeds = {secret.case_seed(key, f"student-{number}", ASSIGNMENT) for number in range(200)}
    assert 50 < len(seeds) <= 64
    assert secret.case_seed(key, "ada", ASSIGNMENT) == secret.case_seed(secret.course_key(fresh), "ada", ASSIGNMENT)


def plain_notebook() -> nbformat.NotebookNode:
    """An assignment of an instructor's own, with nbgrader's tests and none of our checks."""

    def cell(id: str, source: str, **about) -> nbformat.NotebookNode:
        made = nbformat.v4.new_code_cell(source, id=id)
        made.metadata.nbgrader = {"grade_id": id, "schema_version": 3, "task": False, "locked": False} | about
        return made

    answer = "### BEGIN SOLUTION\ndef twice(x):\n    return 2 * x\n### END SOLUTION"
    return nbformat.v4.new_notebook(
        cells=[
            cell("twice", answer, solution=True, grade=False),
            cell("test-error", "assert twice(3) == 6", solution=False, grade=True, points=2, locked=True),
            cell("test-value", "1.5 if twice(2) == 4 else 0.5", solution=False, grade=True, points=3, locked=True),
            cell("test-stderr", "import sys\nprint('x', file=sys.stderr)", solution=False, grade=True, points=1, locked=True),
        ],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    )


@pytest.mark.slow
def test_an_assignment_with_plain_nbgrader_tests_is_graded_by_nbgraders_rules(fresh):
    (fresh / "solutions" / "09-own").mkdir()
    nbformat.write(plain_notebook(), fresh / "solutions" / "09-own" / "own.ipynb")
    subprocess.run(
        [sys.executable, "-m", "nbgrader", "generate_assignment", "09-own"], cwd=fresh, check=True, capture_output=True
    )
    for student, answer in (("ada", "def twice(x):\n    return x + x"), ("bob", "def twice(x):\n    return x")):
        notebook = nbformat.read(fresh / "notebooks" / "09-own" / "own.ipynb", 4)
        notebook.cells[0].source = answer
        target = fresh / "grading" / "submitted" / student / "09-own"
        target.mkdir(parents=True)
        nbformat.write(notebook, target / "own.ipynb")
    run(fresh, "grade", "09-own", "--json", "own.json")
    points = json.loads((fresh / "own.json").read_text())["09-own"]
    assert points["ada"]["own"] == {"test-error": 2, "test-value": 1.5, "test-stderr": 0}
    assert points["bob"]["own"] == {"test-error": 0, "test-value": 0.5, "test-stderr": 0}


@pytest.mark.slow
def test_nbgraders_own_feedback_and_autograde_work_on_what_was_graded(fresh, undisturbed):
    events(fresh, "--student", "student-006")
    nbgrader = [sys.executable, "-m", "nbgrader"]
    subprocess.run(
        [*nbgrader, "generate_feedback", ASSIGNMENT, "--student", "student-006", "--force"],
        cwd=fresh, check=True, capture_output=True,
    )  # fmt: skip
    page = fresh / "grading" / "feedback" / "student-006" / ASSIGNMENT / "logistic_regression.html"
    assert "claims pass" in page.read_text()
    subprocess.run(
        [*nbgrader, "autograde", ASSIGNMENT, "--student", "student-006", "--force"], cwd=fresh, check=True, capture_output=True
    )
    assert everything(fresh)["student-006"] == undisturbed["student-006"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.mark.slow
def test_a_cluster_gives_the_same_grades_also_when_a_worker_is_killed(fresh, undisturbed):
    address = f"tcp://127.0.0.1:{free_port()}"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    dask = [sys.executable, "-m", "dask"]
    scheduler = [*dask, "scheduler", "--host", "127.0.0.1", "--port", address.rsplit(":", 1)[1], "--no-dashboard"]
    worker = [*dask, "worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(fresh)]
    with subprocess.Popen(scheduler, **quiet) as head:
        time.sleep(3)
        workers = [subprocess.Popen(worker, cwd=fresh, **quiet) for _ in range(2)]
        try:
            with subprocess.Popen(
                command("grade", "--events", "--scheduler", address),
                cwd=fresh, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            ) as process:  # fmt: skip
                lines = []
                for line in process.stdout:
                    lines.append(line)
                    if sum('"event": "graded"' in told for told in lines) == 2:
                        workers[0].kill()
            assert process.returncode == 0, "".join(lines)
        finally:
            for one in (*workers, head):
                one.kill()
                one.wait()
    assert everything(fresh) == undisturbed
