"""A large class with damaged and hostile submissions, graded in one run: every honest grade, the time, the memory.

`python -m benchmarks.large_class [STUDENTS] [--out FOLDER]` needs Linux (/proc) and, on two cores, about 0.3 s a student.
The course, the grades and the report stay in FOLDER, if it is named.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.grading import ONE_THREAD, ROOT
from grader.grading.marks import by_student, grades
from grader.measuring import cohort
from grader.measuring.copies import copy_course
from grader.releasing.course import Course

ASSIGNMENT = "01-logistic-regression"
BROKEN, HOSTILE, SEED = 0.05, 0.02, 3


def measure(students: int, root: Path) -> dict[str, object]:
    """Grade a class of this size in a copy of the course at `root`."""
    copy_course(ROOT, root)
    course = Course.at(root)
    trouble = cohort.Trouble(BROKEN, HOSTILE, ROOT / "tests" / "attacks")
    truth = json.loads(cohort.write(course.notebooks / ASSIGNMENT, students, SEED, course.grading, trouble).read_text())
    began = time.perf_counter()
    memory = _grade(course)
    seconds = time.perf_counter() - began
    _command(course, "report", ASSIGNMENT)
    got = by_student(grades(course, ASSIGNMENT))
    honest = [
        (student, notebook, cell, points, got.get(student, {}).get(notebook, {}).get(cell))
        for student, notebooks in truth["students"].items()
        if student not in truth["hostile"]
        for notebook, cells in notebooks.items()
        for cell, points in cells.items()
    ]
    return {
        "hostile": len(truth["hostile"]),
        "seconds": seconds,
        "memory": memory,
        "honest": len(honest),
        "wrong": [row for row in honest if row[4] is None or abs(row[3] - row[4]) > 0.01],
        "report": course.grading / f"report-{ASSIGNMENT}.html",
    }


def _grade(course: Course) -> dict[int, float]:
    """`grader grade` with two workers. → submissions graded → MB that the coordinator holds then."""
    words = ["grade", ASSIGNMENT, "--workers", "2", "--events"]
    command = [sys.executable, "-m", "grader", "--root", str(course.root), *words]
    environment = os.environ | ONE_THREAD | {"PYTHONPATH": str(ROOT)}
    memory: dict[int, float] = {}
    done = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        for line in process.stdout:
            done += json.loads(line)["event"] == "graded"
            if done and done % 100 == 0 and done not in memory:
                status = Path(f"/proc/{process.pid}/status").read_text()
                memory[done] = int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) / 1000
    if process.returncode:
        raise RuntimeError(f"grader grade ended with {process.returncode}")
    return memory


def _command(course: Course, *words: str) -> None:
    command = [sys.executable, "-m", "grader", "--root", str(course.root), *words]
    subprocess.run(command, check=True, capture_output=True, env=os.environ | {"PYTHONPATH": str(ROOT)})


def table(students: int, found: dict) -> str:
    lines = [
        f"{students} submissions, {BROKEN:.0%} damaged, {found['hostile']} hostile: {found['seconds']:.0f} s,"
        f" {students / found['seconds']:.1f} a second with 2 workers",
        f"{found['honest'] - len(found['wrong'])} of {found['honest']} honest scores are what the class was made to earn",
        *(f"  {student} {notebook} {cell}: {got} instead of {points}" for student, notebook, cell, points, got in found["wrong"]),
        "the coordinator's memory after submissions: "
        + ", ".join(f"{done}: {size:.0f} MB" for done, size in found["memory"].items() if done in (100, 500) or done % 1000 == 0),
        f"report: {found['report']}",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("students", type=int, nargs="?", default=1000)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(table(asked.students, measure(asked.students, (asked.out or Path(folder)).resolve() / "course")))
