"""Grade what arrives, for as long as a term: look, wait until a submission is whole, grade it, look again.

Each round of grading is a process of its own, so that nothing that one leaves behind adds up, and trouble ends with it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import PIPE, STDOUT
from threading import Event
from time import monotonic

from grader.releasing import submitted

LOOK = 5.0  # seconds between two looks
QUIET = 10.0  # seconds for which nothing of a submission changed: then it is whole
LONGEST_PAUSE = 300.0  # seconds after trouble
MOST = 20  # submissions of one round: a page is there soon, also where many arrive at once
NICE = 10  # lower priority, for the sake of those who work on the same machine

State = tuple[tuple[str, int, int], ...]  # path, size and time of change of each file


@dataclass
class Watched:
    """What is known of the submissions of one assignment. seen: student → state, and since when it is like that; done: as what
    they were graded; again: after trouble, student → pause, and when to try again.
    """

    folder: Path
    assignment: str
    seen: dict[str, tuple[State, float]] = field(default_factory=dict)
    done: dict[str, State] = field(default_factory=dict)
    again: dict[str, tuple[float, float]] = field(default_factory=dict)

    def ready(self, now: float) -> dict[str, State]:
        """Who handed in something new that did not change for a while, the longest waiting first, and its state."""
        states = {one: _state(self.folder / one) for one in submitted.students(self.folder, self.assignment)}
        self.seen = {
            student: self.seen[student] if self.seen.get(student, ((), 0))[0] == state else (state, now)
            for student, state in states.items()
        }
        self.done = {student: state for student, state in self.done.items() if student in states}
        self.again = {student: when for student, when in self.again.items() if student in states}
        whole = [
            student
            for student, (state, since) in self.seen.items()
            if now - since >= QUIET and self.done.get(student) != state and self.again.get(student, (0, now))[1] <= now
        ]
        return {student: states[student] for student in sorted(whole, key=lambda one: self.seen[one][1])[:MOST]}

    def graded(self, states: dict[str, State], well: bool, now: float) -> None:
        """Remember a round. After trouble these students are tried again, later and later; nobody else waits for that."""
        for student, state in states.items():
            if well:
                self.done[student] = state
                self.again.pop(student, None)
            else:
                pause = min(2 * self.again.get(student, (LOOK, 0))[0], LONGEST_PAUSE)
                self.again[student] = pause, now + pause


def watch(folder: Path, assignment: str, grade: Callable[[list[str]], bool], stop: Event) -> None:
    """Grade what arrives in `folder` until `stop` is set. grade: gets students, tells whether that went well."""
    watched = Watched(folder, assignment)
    while not stop.is_set():
        if states := watched.ready(monotonic()):
            watched.graded(states, grade(list(states)), monotonic())
        stop.wait(0 if len(states) == MOST else LOOK)


def by_command(root: Path, assignment: str, workers: int, say: Callable[[str], None]) -> Callable[[list[str]], bool]:
    """Grades students by `grader grade`, in a process of its own, gently. Ctrl-C does not reach it: it finishes."""

    def grade(students: list[str]) -> bool:
        words = [sys.executable, "-m", "grader", "--root", str(root), "grade", assignment, "--workers", str(workers)]
        words += [f"--student={student}" for student in students]
        try:
            done = subprocess.run(words, stdout=PIPE, stderr=STDOUT, start_new_session=True, preexec_fn=_gently, check=False)
        except OSError as error:  # no memory, no processes left: later there may be
            say(f"Grading could not start ({error.strerror}).")
            return False
        said = done.stdout.decode(errors="replace").strip()
        if said:
            say(said)
        return done.returncode == 0

    return grade


def _gently() -> None:
    os.nice(NICE)


def _state(folder: Path) -> State:
    """What lies in a student's folder, without following links or reading files."""
    found = []
    for where, folders, files in os.walk(folder, onerror=lambda error: None):
        for name in (*folders, *files):
            path = os.path.join(where, name)
            try:
                about = os.lstat(path)
            except OSError:
                continue  # gone in the meantime
            found.append((path, about.st_size, about.st_mtime_ns))
    return tuple(sorted(found))
