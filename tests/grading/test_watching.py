"""`grader watch`: a page soon after handing in, nothing half-copied; trouble costs nobody else."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from time import monotonic, sleep

import nbformat
import pytest
from conftest import copy_course
from plain import NAME, RIGHT, course_with, submit

from grader.grading.watch import LONGEST_PAUSE, MOST, QUIET, Watched


def put(folder: Path, student: str, text: str) -> None:
    path = folder / student / NAME / "work.ipynb"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_a_submission_is_graded_once_it_stays_as_it_is(tmp_path):
    watched = Watched(tmp_path, NAME)
    for second in range(30):  # somebody copies slowly
        put(tmp_path, "ada", "x" * second)
        assert not watched.ready(float(second))
    ready = watched.ready(29 + QUIET)
    assert list(ready) == ["ada"]
    watched.graded(ready, True, 40.0)
    assert not watched.ready(1000.0)
    put(tmp_path, "ada", "handed in again")
    assert not watched.ready(1001.0)
    assert list(watched.ready(1001 + QUIET)) == ["ada"]


def test_after_trouble_others_do_not_wait_and_it_is_tried_again_later_and_later(tmp_path):
    watched = Watched(tmp_path, NAME)
    put(tmp_path, "ada", "x")
    now, tried = 0.0, []
    while now < 3000:
        if ready := watched.ready(now):
            tried.append(now)
            watched.graded(ready, False, now)
        now += 5
    pauses = [after - before for before, after in pairwise(tried)]
    assert pauses == sorted(pauses) and max(pauses) == LONGEST_PAUSE
    put(tmp_path, "bob", "x")
    watched.ready(tried[-1] + 10)
    assert list(watched.ready(tried[-1] + 10 + QUIET)) == ["bob"]


def test_who_removes_a_submission_is_forgotten_and_a_crowd_comes_in_rounds(tmp_path):
    watched = Watched(tmp_path, NAME)
    for number in range(MOST + 5):
        put(tmp_path, f"s{number:02}", "x")
    watched.ready(0.0)
    first = watched.ready(QUIET)
    assert len(first) == MOST
    watched.graded(first, True, QUIET)
    assert len(watched.ready(QUIET)) == 5
    (tmp_path / "s00" / NAME / "work.ipynb").unlink()
    (tmp_path / "s00" / NAME).rmdir()
    watched.ready(QUIET)
    assert "s00" not in watched.seen | watched.done


@contextmanager
def watching(root: Path):
    words = [sys.executable, "-m", "grader", "--root", str(root), "watch", NAME]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(there, seconds: float) -> None:
    end = monotonic() + seconds
    while not there():
        assert monotonic() < end, "it did not come"
        sleep(1)


@pytest.mark.slow
def test_a_page_is_there_and_ctrl_c_is_clean(tmp_path):
    course = course_with(copy_course(tmp_path / "course"))
    submit(course, "ada")
    with watching(course.root) as process:
        wait_for((course.grading / "feedback" / "ada" / NAME / "own.html").is_file, 240)
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert "no longer watching" in said and "Traceback" not in said


def page(course, student: str) -> Path:
    return course.grading / "feedback" / student / NAME / "own.html"


def memory(process: subprocess.Popen) -> int:
    """MB."""
    return int(re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{process.pid}/status").read_text())[1]) // 1000


@pytest.mark.slow
def test_five_hundred_submissions_one_after_the_other_leave_memory_as_it_was(tmp_path, record_property):
    """Ten arrive while ten are graded. Each has its page and its points; the program that watches grows by nothing."""
    course = course_with(copy_course(tmp_path / "course"))
    students = [f"s{number:03}" for number in range(500)]
    wrong = set(students[::7])
    waits, sizes, came = [], [], {}
    with watching(course.root) as process:
        waiting: list[str] = []
        for student in students:
            submit(course, student, "def double(x):\n    return 4" if student in wrong else RIGHT)
            came[student] = monotonic()
            waiting.append(student)
            while len(waiting) >= 20 or (student == students[-1] and waiting):
                for one in [one for one in waiting if page(course, one).is_file()]:
                    waiting.remove(one)
                    waits.append(monotonic() - came[one])
                    sizes.append(memory(process))
                assert process.poll() is None
                sleep(1)
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=120)
    assert process.returncode == 0 and "Traceback" not in said, said
    with course.gradebook() as book:
        points = {one.student_id: one.score for one in book.assignment_submissions(NAME)}
    assert points == {student: 0.0 if student in wrong else 3.0 for student in students}
    graded = [int(count) for count in re.findall(r"(\d+) submissions? to grade", said)]
    assert sum(graded) == len(students), "nobody is graded twice"
    print(f"MB early {sizes[20]}, late {sizes[-1]}; seconds: median {sorted(waits)[250]:.0f}, longest {max(waits):.0f}")
    assert sizes[-1] <= sizes[20] + 2


@pytest.mark.slow
def test_it_runs_beside_the_exchange(tmp_path):
    """A student submits, and again, and the instructor collects, while it watches; the newest page is handed back."""
    course = course_with(copy_course(tmp_path / "course"))
    exchange, home = tmp_path / "exchange", tmp_path / "home"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    home.mkdir()
    settings = f'c.Exchange.root = "{exchange}"\nc.CourseDirectory.course_id = "neural-networks"\n'
    with (course.root / "nbgrader_config.py").open("a") as file:
        file.write(f"\n{settings}")
    (home / "nbgrader_config.py").write_text(f"c = get_config()\n{settings}")

    def nbgrader(folder: Path, *words: str) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", *words],
            cwd=folder,
            capture_output=True,
            text=True,
            env=os.environ | {"JUPYTER_CONFIG_DIR": str(tmp_path / "jupyter"), "PYTHONPATH": str(course.root)},
        )
        assert done.returncode == 0, done.stderr

    nbgrader(course.root, "release_assignment", NAME)
    nbgrader(home, "fetch_assignment", NAME)
    work = home / NAME / "own.ipynb"
    with watching(course.root) as process:
        for body, points in (("4", "0 of 3 points"), ("x + x", "3 of 3 points")):  # handed in, and again
            notebook = nbformat.read(work, 4)
            notebook.cells[0].source = f"def double(x):\n    return {body}"
            nbformat.write(notebook, work)
            nbgrader(home, "submit", NAME)
            nbgrader(course.root, "collect", NAME, "--update")
            (student,) = (path.name for path in course.submitted.iterdir())
            path = page(course, student)
            wait_for(lambda path=path, points=points: points in said(path), 400)
        nbgrader(course.root, "release_feedback", NAME)
        nbgrader(home, "fetch_feedback", NAME)
        process.send_signal(signal.SIGINT)
        told, _ = process.communicate(timeout=120)
    assert process.returncode == 0 and "Traceback" not in told, told
    (returned,) = home.rglob("own.html")
    assert "3 of 3 points" in said(returned)


def said(path: Path) -> str:
    return " ".join(path.read_text(encoding="utf-8").split()) if path.is_file() else ""
