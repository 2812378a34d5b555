"""The main job in small: derive the notebooks, make a class, grade it, compare with the truth, write a report."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

from grader.grading import class_report
from grader.grading.assignment import grade
from grader.grading.marks import by_student, grades
from grader.learning.fingerprint import WorkedIn
from grader.measuring import cohort
from grader.releasing.course import Course
from grader.releasing.release import generate, release

STUDENTS = 12
SEED = 1


def run(root: Path, say: Callable[[str], None], count: int = STUDENTS) -> int:
    """Grade a made-up class for every assignment in grading/demo/. → how many points are not what they should be."""
    course = Course.at(root)
    _release(course, say)
    folder = course.grading / "demo"
    shutil.rmtree(folder, ignore_errors=True)
    wrong = 0
    for assignment in course.assignments():
        room = Course.at(root, folder, folder / "released")  # whatever somebody did in notebooks/
        generate(room, assignment)
        say(f"{assignment}: a class of {count}, with right, unusual but right, wrong and missing answers")
        truth = cohort.write(room.notebooks / assignment, count, SEED, folder)
        truth.rename(folder / f"truth-{assignment}.json")
        say(f"{assignment}: grading into nbgrader's gradebook")
        failed = grade(room, assignment)
        wrong += len(failed) + _compare(room, assignment, say)
        say(f"{assignment}: report in {class_report.write(room, assignment)}")
    return wrong


def _release(course: Course, say: Callable[[str], None]) -> None:
    for assignment in course.assignments():
        try:
            changed = release(course, assignment)
            say(f"{assignment}: notebooks derived from solutions ({len(changed)} files changed)")
        except WorkedIn as error:
            say(f"{assignment}: student notebooks left as they are. {error}")


def _compare(course: Course, assignment: str, say: Callable[[str], None]) -> int:
    """Points against truth. → the number of checks that differ."""
    truth = json.loads((course.grading / f"truth-{assignment}.json").read_text(encoding="utf-8"))["students"]
    found = by_student(grades(course, assignment))
    pairs = [
        (student, notebook, cell, points, found.get(student, {}).get(notebook, {}).get(cell))
        for student, notebooks in truth.items()
        for notebook, cells in notebooks.items()
        for cell, points in cells.items()
    ]
    differing = [pair for pair in pairs if pair[4] is None or abs(pair[3] - pair[4]) > 1e-6]
    say(f"{assignment}: {len(pairs) - len(differing)} of {len(pairs)} scores are what they must be")
    for student, notebook, cell, points, got in differing:
        say(f"  {student}, {notebook}, {cell}: {points} expected, {got} found")
    return len(differing)
