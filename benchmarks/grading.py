"""How fast a class is graded: nbgrader's own autograde, `grader grade` with one and two workers, and the bare limit.

`python -m benchmarks.grading` prints the table; `measure()` returns its figures. Everything has one thread for linear
algebra, leaves `demo` cells out, and grades the same class in the same run: ours before and after nbgrader's. Then the
grades are compared, cell by cell.

The bare limit is what cannot be avoided: fork a process that has imported NumPy, run the cells that grading runs, call each
function once on each case, with the right helpers. No sandbox, no judging, no gradebook.
"""

from __future__ import annotations

import copy
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from multiprocessing import Process
from pathlib import Path

from grader import exercises
from grader.answers.reference import load
from grader.grading import plan, secret
from grader.grading.assignment import enter, templates
from grader.grading.marks import grades
from grader.grading.mend import mend
from grader.grading.secret_cases import SecretCases
from grader.measuring import cohort
from grader.measuring.copies import copy_course
from grader.releasing.course import Course

ROOT = Path(__file__).resolve().parent.parent
ASSIGNMENTS = ("01-logistic-regression", "03-deep-network")
CLASS, SEED = 40, 11
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
STOCK = """
for name in ("sanitize_preprocessors", "autograde_preprocessors"):
    setattr(c.Autograde, name, list(getattr(Autograde, name).default()))
c.Execute.timeout = 10  # some wrong answers never end, and nbgrader meets them in every cell that calls them
"""


@dataclass(frozen=True)
class Difference:
    """One grade that is another one than nbgrader's. isolation: a function that the judged one calls is wrong, too."""

    student: str
    cell: str
    ours: float
    nbgrader: float
    isolation: bool

    def __str__(self) -> str:
        why = "judged with right helpers" if self.isolation else "for another reason"
        return f"{self.student} {self.cell}: {self.ours:g}, nbgrader {self.nbgrader:g}, {why}"


def measure() -> dict[str, float]:
    """Ratios of submissions per second, the worse of the assignments; CPU seconds of a submission over the bare limit's.

    Speeds include the command's start, which takes as long for forty submissions as for a thousand. CPU seconds do not, as
    those of the bare limit do not.
    """
    found: dict[str, list[float]] = {}
    grades: Counter[str] = Counter()
    for assignment in ASSIGNMENTS:
        with tempfile.TemporaryDirectory() as folder:
            course = _classroom(Path(folder) / "course", assignment)
            for name, value in _measure(course, assignment).items():
                found.setdefault(name, []).append(value)
            compared, differences = _compare(course, assignment)
        for one in differences:
            print(f"{assignment}: {one}")
        by_isolation = sum(one.isolation for one in differences)
        grades.update(
            grades_compared=compared,
            grades_differ_by_isolation=by_isolation,
            grades_differ_otherwise=len(differences) - by_isolation,
        )
    figures = {f"{name}, {assignment}": found[name][i] for name in found for i, assignment in enumerate(ASSIGNMENTS)}

    def ratios(top: str, bottom: str) -> list[float]:
        return [one / other for one, other in zip(found[top], found[bottom], strict=True)]

    return (
        figures
        | {
            "grade_speed_over_nbgrader_1_worker": min(ratios("nbgrader, s", "1 worker, s")),
            "grade_speed_over_nbgrader_2_workers": min(ratios("nbgrader, s", "2 workers, s")),
            "grade_cpu_over_bare_limit": max(ratios("beyond the start, 1 worker, CPU s", "bare limit, CPU s")),
            "two_workers_over_one": min(ratios("1 worker, s", "2 workers, s")),
            "two_workers_over_one_beyond_start": min(ratios("beyond the start, 1 worker, s", "beyond the start, 2 workers, s")),
            "two_cores_over_one": _two_cores(),
        }
        | grades
    )


def _measure(course: Course, assignment: str) -> dict[str, float]:
    """Seconds for one submission: wall-clock by command, and CPU."""
    _run(_grade(course, assignment, 2))  # the cases are drawn once for a term
    kinds = {"1 worker": 1, "2 workers": 2}
    ours = [(name, [*_grade(course, assignment, workers), "--force"]) for name, workers in kinds.items()]
    ours += [(f"start, {name}", _grade(course, assignment, workers)) for name, workers in kinds.items()]  # nothing to grade
    rows: dict[str, list[float]] = {}
    for name, command in (*ours, ("nbgrader", _nbgrader(course, assignment)), *ours):
        seconds, cpu = _run(command)
        rows.setdefault(f"{name}, s", []).append(seconds / CLASS)
        rows.setdefault(f"{name}, CPU s", []).append(cpu / CLASS)
    rows["bare limit, CPU s"] = [_bare(course, assignment) / CLASS for _ in range(2)]
    figures = {name: statistics.median(values) for name, values in rows.items()}
    for name in kinds:
        for unit in ("s", "CPU s"):
            figures[f"beyond the start, {name}, {unit}"] = figures[f"{name}, {unit}"] - figures[f"start, {name}, {unit}"]
    return figures


def _classroom(root: Path, assignment: str) -> Course:
    """A copy of the course with a class, and beside it one whose nbgrader uses its own steps."""
    copy_course(ROOT, root)
    copy_course(ROOT, root.with_name("stock"))
    with root.with_name("stock").joinpath("nbgrader_config.py").open("a") as file:
        file.write(STOCK)
    course, stock = Course.at(root), _stock(root)
    cohort.write(course.notebooks / assignment, CLASS, SEED, course.grading)
    shutil.copytree(course.grading / "submitted", stock.grading / "submitted")
    enter(course, assignment)
    enter(stock, assignment)
    return course


def _stock(root: Path) -> Course:
    return Course.at(root.with_name("stock"))


def _compare(course: Course, assignment: str) -> tuple[int, list[Difference]]:
    """How many grades there are of students whom nbgrader graded, too, and those that it gives another value."""
    ours, theirs = (
        {(g.student, g.notebook, g.cell): g.points for g in grades(which, assignment)}
        for which in (course, _stock(course.root))
    )
    full = {(g.notebook, g.cell): g.possible for g in grades(course, assignment)}
    answers = dict(zip(course.students(assignment), cohort.students(course.notebook_names(assignment), CLASS, SEED), strict=True))
    left_out = {student for student in course.students(assignment) if not _is_graded(_stock(course.root), student, assignment)}
    if left_out:
        print(f"{assignment}: nbgrader could not grade {', '.join(sorted(left_out))}")
    ours = {key: points for key, points in ours.items() if key[0] not in left_out}
    differences = []
    for (student, notebook, cell), points in ours.items():
        other = theirs[student, notebook, cell]
        if abs(points - other) > 0.01:
            function = cell.removeprefix("check-")
            own = answers[student][f"{notebook}.{function}"].source
            helpers = (f"check-{name}" for name in _called(function, load(notebook).sources | {function: own or ""}))
            spoilt = any(theirs[student, notebook, helper] < full[notebook, helper] for helper in helpers)
            differences.append(Difference(student, cell, points, other, spoilt))
    return len(ours), differences


def _is_graded(stock: Course, student: str, assignment: str) -> bool:
    return (stock.grading / "autograded" / student / assignment).is_dir()


def _called(function: str, sources: dict[str, str]) -> set[str]:
    """The functions of the notebook that one calls, also through others."""
    found: set[str] = set()
    waiting = [function]
    while waiting:
        words = set(re.findall(r"\w+", sources[waiting.pop()])) & sources.keys()
        waiting += words - found
        found |= words
    return found - {function}


def _grade(course: Course, assignment: str, workers: int) -> list[str]:
    words = ["grade", assignment, "--workers", str(workers)]
    return [sys.executable, "-m", "grader", "--root", str(course.root), *words]


def _nbgrader(course: Course, assignment: str) -> list[str]:
    """nbgrader's own autograde for the class, one after the other in one process, as its command does it.

    An answer that ends the kernel leaves its student without a grade.
    """
    code = (
        "from pathlib import Path; from grader.releasing.course import Course\n"
        f"course = Course.at(Path({str(_stock(course.root).root)!r})); api = course.api()\n"
        f"for student in course.students({assignment!r}):\n"
        f"    api.autograde({assignment!r}, student, force=True, create=True)\n"
    )
    return [sys.executable, "-c", code]


def _run(command: list[str]) -> tuple[float, float]:
    """Wall-clock seconds, and CPU seconds of the command and everything it started."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=os.environ | ONE_THREAD | {"PYTHONPATH": str(ROOT)})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, cpu


def _bare(course: Course, assignment: str) -> float:
    """CPU seconds of the bare limit for the class."""
    work = []
    (folder,) = (course.grading / "cases" / assignment).iterdir()
    for student in course.students(assignment):
        seed = secret.case_seed(secret.course_key(course.root), student, assignment)
        cases = SecretCases(seed, str(folder))
        for known in templates(course, assignment):
            raw = (course.grading / "submitted" / student / assignment / f"{known.name}.ipynb").read_bytes()
            sources = [step.source for step in plan.steps(mend(raw, known).cells, known)]
            chosen = [exercises.find(slot.exercise) for slot in known.graded]
            work.append((sources, [(e, vars(load(e.notebook).functions), cases.of(e.id).cases) for e in chosen]))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for sources, asked in work:
        pid = os.fork()
        if pid == 0:
            _call_everything(sources, asked)
        os.waitpid(pid, 0)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _call_everything(sources: list[str], asked: list[tuple]) -> None:
    import contextlib
    import io
    import warnings

    warnings.simplefilter("ignore")
    namespace: dict[str, object] = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        for source in sources:
            with contextlib.suppress(Exception):
                exec(source, namespace)
        own = dict(namespace)
        for exercise, right, cases in asked:
            namespace.update(own | right | {exercise.function: own.get(exercise.function)})
            for case in cases:
                with contextlib.suppress(Exception):
                    exercise.call(namespace[exercise.function], *copy.deepcopy(case.args))
    os._exit(0)


def _two_cores() -> float:
    """How much more two processes do than one on this machine: 2 where it really has two cores."""
    return 2 * statistics.median(_spin(1) / _spin(2) for _ in range(3))


def _spin(processes: int) -> float:
    began = time.perf_counter()
    running = [Process(target=_busy) for _ in range(processes)]
    for process in running:
        process.start()
    for process in running:
        process.join()
    return time.perf_counter() - began


def _busy() -> None:
    sum(i * i for i in range(5_000_000))


def table(figures: dict[str, float]) -> str:
    """The figures as lines of text, goals beside them."""
    goals = {
        "grade_speed_over_nbgrader_1_worker": "",
        "grade_speed_over_nbgrader_2_workers": "goal ≥ 10, stretch 20",
        "grade_cpu_over_bare_limit": "goal ≤ 2; beyond the command's start",
        "two_workers_over_one": "goal ≥ 1.7 where two cores are two",
        "two_workers_over_one_beyond_start": "the same without the command's start",
        "two_cores_over_one": "what the machine gives",
        "grades_compared": "cells, with nbgrader's own",
        "grades_differ_by_isolation": "a helper is wrong: ours judges with a right one",
        "grades_differ_otherwise": "listed above; each should have a reason",
    }
    lines = [f"Grading a class of {CLASS} (seconds for one submission, the command's start included)"]
    lines += [f"{name:48}{value:10.3f}" for name, value in figures.items() if name not in goals]
    return "\n".join(lines + [f"{name:48}{figures[name]:10.2f}   {goal}" for name, goal in goals.items()])


if __name__ == "__main__":
    print(table(measure()))
