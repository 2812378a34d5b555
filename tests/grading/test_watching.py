"""`grader watch`: a page soon after handing in, nothing half-copied; trouble costs nobody else."""

import signal
import subprocess
import sys
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from time import monotonic, sleep

from conftest import copy_course
from plain import NAME, course_with, submit

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


def test_a_page_is_there_and_ctrl_c_is_clean(tmp_path):
    course = course_with(copy_course(tmp_path / "course"))
    submit(course, "ada")
    with watching(course.root) as process:
        wait_for((course.grading / "feedback" / "ada" / NAME / "own.html").is_file, 240)
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert "no longer watching" in said and "Traceback" not in said
