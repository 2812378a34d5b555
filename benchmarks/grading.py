"""How fast a class is graded: nbgrader's own autograde, `grader grade` with one and two workers, and the bare limit.

`python -m benchmarks.grading` prints the table; `measure()` returns its figures. Everything has one thread for linear
algebra, leaves `demo` cells out, and grades the same class in the same run; the commands take turns, part by part.

The bare limit is what cannot be avoided: fork a process that has imported NumPy, run the cells that grading runs, call each
function once on each case. No sandbox, no judging, no gradebook.
"""

from __future__ import annotations

import copy
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from multiprocessing import Process
from pathlib import Path

from grader import cohort, exercises, grading
from grader.batch import plan
from grader.batch.mend import mend
from grader.batch.secret_cases import SecretCases
from grader.course import Course

ROOT = Path(__file__).resolve().parent.parent
ASSIGNMENTS = ("01-logistic-regression", "03-deep-network")
PARTS, PART = 2, 20  # of the class: the commands take turns
ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
STOCK = """
for name in ("sanitize_preprocessors", "autograde_preprocessors"):
    setattr(c.Autograde, name, list(getattr(Autograde, name).default()))
c.Execute.timeout = 10  # some wrong answers never end, and nbgrader meets them in every cell that calls them
"""


def measure() -> dict[str, float]:
    """Ratios of submissions per second, the worse of the assignments; CPU seconds of a submission over the bare limit's."""
    found: dict[str, list[float]] = {}
    for assignment in ASSIGNMENTS:
        for name, value in _measure(assignment).items():
            found.setdefault(name, []).append(value)
    figures = {f"{name}, {assignment}": found[name][i] for name in found for i, assignment in enumerate(ASSIGNMENTS)}

    def ratios(top: str, bottom: str) -> list[float]:
        return [one / other for one, other in zip(found[top], found[bottom], strict=True)]

    return figures | {
        "grade_speed_over_nbgrader_1_worker": min(ratios("nbgrader, s", "1 worker, s")),
        "grade_speed_over_nbgrader_2_workers": min(ratios("nbgrader, s", "2 workers, s")),
        "grade_cpu_over_bare_limit": max(ratios("1 worker, CPU s", "bare limit, CPU s")),
        "two_workers_over_one": min(ratios("1 worker, s", "2 workers, s")),
        "two_cores_over_one": _two_cores(),
    }


def _measure(assignment: str) -> dict[str, float]:
    """Seconds for one submission: wall-clock by command, and CPU."""
    with tempfile.TemporaryDirectory() as folder:
        course = _classroom(Path(folder) / "course", assignment)
        names = course.students(assignment)
        parts = [names[i * PART : (i + 1) * PART] for i in range(PARTS)]
        _run(_grade(course, assignment, names[:1], 1))  # files of cases are drawn once for a term
        seeds = {name: SecretCases(_seed(course, name, assignment)) for name in names}
        _warm(course, assignment)
        rows: dict[str, list[float]] = {}
        for part in parts:
            for name, command in (
                ("nbgrader", _nbgrader(course, assignment, part)),
                ("1 worker", _grade(course, assignment, part, 1)),
                ("2 workers", _grade(course, assignment, part, 2)),
            ):
                seconds, cpu = _run(command)
                rows.setdefault(f"{name}, s", []).append(seconds / len(part))
                rows.setdefault(f"{name}, CPU s", []).append(cpu / len(part))
            rows.setdefault("bare limit, CPU s", []).append(_bare(course, assignment, part, seeds) / len(part))
        return {name: statistics.median(values) for name, values in rows.items()}


def _classroom(root: Path, assignment: str) -> Course:
    """A copy of the course with a class, and beside it one whose nbgrader uses its own steps."""
    ignored = shutil.ignore_patterns(".git", ".venv", "grading", "my-course", "dist", "__pycache__")
    shutil.copytree(ROOT, root, ignore=ignored)
    stock = root.with_name("stock")
    shutil.copytree(root, stock)
    with (stock / "nbgrader_config.py").open("a") as file:
        file.write(STOCK)
    course = Course.at(root)
    cohort.write(course.notebooks / assignment, PARTS * PART, 11, course.grading)
    shutil.copytree(course.grading / "submitted", stock / "grading" / "submitted")
    grading.enter(course, assignment)
    grading.enter(Course.at(stock), assignment)
    return course


def _warm(course: Course, assignment: str) -> None:
    """Draw all cases that the class will be graded on: that is done once for a course, not for each submission."""
    _run(_grade(course, assignment, [], 2))


def _seed(course: Course, student: str, assignment: str) -> int:
    from grader import secret

    return secret.case_seed(secret.course_key(course.root), student, assignment)


def _grade(course: Course, assignment: str, students: list[str], workers: int) -> list[str]:
    only = [word for name in students for word in ("--student", name)]
    words = ["grade", assignment, *only, "--force", "--workers", str(workers)]
    return [sys.executable, "-m", "grader", "--root", str(course.root), *words]


def _nbgrader(course: Course, assignment: str, students: list[str]) -> list[str]:
    """nbgrader's own autograde for these students, one after the other in one process, as its command does it."""
    code = (
        "from pathlib import Path; from grader.course import Course\n"
        f"api = Course.at(Path({str(course.root.with_name('stock'))!r})).api()\n"
        f"for student in {students!r}:\n"
        f"    assert api.autograde({assignment!r}, student, force=True, create=True)['success']\n"
    )
    return [sys.executable, "-c", code]


def _run(command: list[str]) -> tuple[float, float]:
    """Wall-clock seconds, and CPU seconds of the command and everything it started."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=os.environ | ONE_THREAD | {"PYTHONPATH": str(ROOT)})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - began, cpu


def _bare(course: Course, assignment: str, students: list[str], seeds: dict[str, SecretCases]) -> float:
    """CPU seconds of the bare limit for these students."""
    templates = grading.released(course, assignment)
    work = []
    for student in students:
        folder = course.grading / "submitted" / student / assignment
        for known in templates:
            cells = mend((folder / f"{known.name}.ipynb").read_bytes(), known).cells
            sources = [step.source for step in plan.steps(cells, known)]
            chosen = [exercises.find(slot.exercise) for slot in known.graded]
            work.append((sources, [(e, seeds[student].of(e.id).cases) for e in chosen]))
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
        for exercise, cases in asked:
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
        "grade_cpu_over_bare_limit": "goal ≤ 2",
        "two_workers_over_one": "goal ≥ 1.7 where two cores are two",
        "two_cores_over_one": "what the machine gives",
    }
    lines = ["Grading a class of 40 (seconds for one submission, median of parts that took turns)"]
    lines += [f"{name:48}{value:10.3f}" for name, value in figures.items() if name not in goals]
    return "\n".join(lines + [f"{name:48}{figures[name]:10.2f}   {goal}" for name, goal in goals.items()])


if __name__ == "__main__":
    print(table(measure()))
