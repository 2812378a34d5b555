"""Grade an assignment into nbgrader's gradebook."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Event

from nbgrader.api import MissingEntry

from grader.grading import gate, handed_in, released, secret, workers
from grader.grading.checks_version import checks_version
from grader.grading.gradebook import Recorder
from grader.grading.released import Template
from grader.grading.sandbox.outside import Limits
from grader.grading.secret_cases import SecretCases
from grader.grading.task import Result, Task, failure
from grader.judging.errors import CourseError
from grader.learning import notebook_file
from grader.learning.fingerprint import worked_in
from grader.releasing import submitted
from grader.releasing.course import Course
from grader.releasing.release import generate

TIMESTAMP = "timestamp.txt"


@dataclass(frozen=True)
class Options:
    """What to grade and how. only: these students, everybody if empty; force: also what has been graded as it is;
    make: gives the executor, local processes by default; stop: set it, and what is in work is the last.
    """

    only: tuple[str, ...] = ()
    force: bool = False
    workers: int = os.cpu_count() or 1
    limits: Limits = field(default_factory=Limits)
    make: Callable[[], Executor] | None = None
    stop: Event | None = None


EVERYBODY = Options()


def grade(
    course: Course,
    assignment: str,
    options: Options = EVERYBODY,
    tell: Callable[[Result], None] = lambda result: None,
    tell_late: Callable[[list[tuple]], None] = lambda rows: None,
    begin: Callable[[int, int], None] = lambda new, done: None,
) -> list[Result]:
    """Grade every submission of an assignment that has not been graded as it is now, with feedback, and work out anew what
    lateness costs everybody.

    tell: called with each result once it is saved; tell_late: with the penalties that changed; begin: before all, with how many
    submissions are to be graded, and how many are graded already.
    → the results of those who could not be graded: the next run tries again.
    workers.Stopped: options.stop was set; submissions in progress are saved, and the same command continues from there.
    """
    failed = []
    with Recorder(course, assignment) as recorder:
        students = pending(course, assignment, recorder.done(), options)
        begin(len(students), len(options.only or course.students(assignment)) - len(students))
        for result in results(course, assignment, students, options):
            kept = recorder.keep(result)
            failed += [kept] if kept.failed else []
            tell(kept)
        tell_late(recorder.apply_lateness())
        recorder.write_feedback()
    return failed


def results(course: Course, assignment: str, students: dict[str, str], options: Options) -> Iterator[Result]:
    """Grade these students' submissions (student → digest) and write nothing."""
    key = secret.course_key(course.root)
    released_as, cases = templates(course, assignment), _kept_cases(course, assignment)
    about = (course, assignment, released_as, key, cases, options)
    tasks = (_task_or_failure(student, made, *about) for student, made in students.items())
    make = options.make or partial(workers.local, min(options.workers, max(len(students), 1)), options.limits)
    return workers.run(tasks, make, options.workers, options.stop)


def pending(course: Course, assignment: str, done: dict[str, str], options: Options) -> dict[str, str]:
    """Whom to grade: student → digest of what is graded. CourseError: nobody of this name has submitted."""
    known = course.students(assignment)
    unknown = sorted(set(options.only) - set(known))
    if unknown:
        there = ", ".join(map(gate.line, known)) or "none"
        raise CourseError(f"{', '.join(map(gate.line, unknown))}: no submission of {assignment}. There are: {there}.")
    version, points, key = _version(course, assignment), _points(course, assignment), _key(course)
    found = {
        student: handed_in.find(course.submitted, student, assignment).digest() for student in options.only or known
    }
    digests = {student: f"{workers.digest(own, key)}.{version}" for student, own in found.items()}
    if options.force:
        return digests
    once = {student: workers.digest(own, points, key) for student, own in found.items()}  # as it was kept before
    return {
        student: made
        for student, made in digests.items()
        if not _is_done(done.get(student), made, once[student])
        or _came_after(course, student, assignment, done[student])
        or _is_lost(course, student, assignment)
    }


def outdated(course: Course, assignment: str, done: dict[str, str]) -> int:
    """How many submissions were graded by other checks, or for other points, than there are now."""
    version, there = _version(course, assignment), set(course.students(assignment))
    return sum(student in there and digest.partition(".")[2] != version for student, digest in done.items())


def _version(course: Course, assignment: str) -> str:
    """Of the checks, and of what each is worth."""
    return workers.digest(checks_version(course, assignment), _points(course, assignment))


def _is_done(before: str | None, made: str, once: str) -> bool:
    """The same was handed in, under the same key: other checks or points are no reason to grade anew unasked.

    What a version recorded that did not tell checks from the rest is taken as done; see `_came_after`.
    """
    return before is not None and ("." not in before or before.partition(".")[0] in (made.partition(".")[0], once))


def _is_lost(course: Course, student: str, assignment: str) -> bool:
    """A graded copy or its page is gone: nbgrader's own commands delete copies before they try, and formgrader needs them."""
    names = course.notebook_names(assignment)
    made = [("autograded", f"{name}.ipynb") for name in names] + [("feedback", f"{name}.html") for name in names]
    return not all((course.grading / step / student / assignment / name).exists() for step, name in made)


def _came_after(course: Course, student: str, assignment: str, before: str) -> bool:
    """What such a version graded was handed in again since: another timestamp.txt, or files newer than what was graded."""
    if "." in before:
        return False
    graded = course.grading / "autograded" / student / assignment
    try:
        own = [path for path in (course.submitted / student).iterdir() if submitted.is_called(path.name, assignment)]
        newest = max(path.lstat().st_mtime for folder in own for path in (folder, *folder.rglob("*")))
        known = max((path.stat().st_mtime for path in graded.glob("*.ipynb")), default=newest)
    except (OSError, ValueError):
        return False
    stamp = handed_in.find(course.submitted, student, assignment).kept.get(TIMESTAMP)
    return newest > known or stamp != handed_in.find(course.grading / "autograded", student, assignment).kept.get(TIMESTAMP)


def _key(course: Course) -> str:
    return secret.fingerprint(secret.course_key(course.root))


def _points(course: Course, assignment: str) -> str:
    """What each check is worth, as the gradebook has it."""
    with course.gradebook() as book:
        notebooks = book.find_assignment(assignment).notebooks
        return repr(sorted((one.name, cell.name, cell.max_score) for one in notebooks for cell in one.grade_cells))


def templates(course: Course, assignment: str) -> tuple[Template, ...]:
    """The assignment's notebooks as released, with the points and the hidden tests that the gradebook holds."""
    enter(course, assignment)
    with course.gradebook() as book:
        notebooks = book.find_assignment(assignment).notebooks
        points = {one.name: {cell.name: cell.max_score for cell in one.grade_cells} for one in notebooks}
        sources = {one.name: {cell.name: cell.source for cell in one.source_cells} for one in notebooks}
    folder = course.notebooks / assignment
    paths = [folder / f"{name}.ipynb" for name in course.notebook_names(assignment)]
    if any(worked_in(path) for path in paths):
        aside = _beside(course)
        generate(aside, assignment)
        paths = [aside.notebooks / assignment / path.name for path in paths]
    return tuple(released.read(path, points.get(path.stem, {}), sources.get(path.stem, {})) for path in paths)


def enter(course: Course, assignment: str) -> None:
    """Have the whole assignment in the gradebook, as `nbgrader generate_assignment` puts it there.

    Also where that was interrupted half-way, and only some of its checks are there.
    """
    wanted = {path.stem: _checks(path) for path in course.root.joinpath("solutions", assignment).glob("*.ipynb")}
    course.notebook_names(assignment)
    with course.gradebook() as book:
        try:
            there = {notebook.name: notebook for notebook in book.find_assignment(assignment).notebooks}
        except MissingEntry:
            there = {}
        entered = {name: {cell.name for cell in notebook.grade_cells} for name, notebook in there.items()}
    if any(not checks <= entered.get(name, set()) or name not in entered for name, checks in wanted.items()):
        generate(_beside(course), assignment)


def _checks(path: Path) -> set[str]:
    """The ids of the graded cells of a notebook."""
    about = [cell["metadata"].get("nbgrader", {}) for cell in notebook_file.read(path)]
    return {one["grade_id"] for one in about if one.get("grade")}


def _beside(course: Course) -> Course:
    """The same course, releasing beside notebooks/, where somebody may have worked."""
    return replace(course, notebooks=course.grading / "released")


def _task_or_failure(student: str, digest: str, *about: object) -> Task | Result:
    try:
        return _task(student, digest, *about)
    except Exception as error:  # whatever it is, it costs this submission alone
        return failure(student, digest, error)


def _task(
    student: str,
    digest: str,
    course: Course,
    assignment: str,
    templates: tuple[Template, ...],
    key: bytes,
    cases: Path,
    options: Options,
) -> Task:
    found = handed_in.find(course.submitted, student, assignment)
    if found.problem:
        raise CourseError(found.problem)
    own = SecretCases(secret.case_seed(key, student, assignment), str(cases))
    return Task(student, assignment, found, templates, own, options.limits, digest)


def _kept_cases(course: Course, assignment: str) -> Path:
    """The folder for drawn cases. Those of another version of checks or solutions are dropped."""
    folder = course.grading / "cases" / assignment
    kept = folder / checks_version(course, assignment)[:16]
    for other in folder.glob("*"):
        if other != kept:
            shutil.rmtree(other, ignore_errors=True)
    return kept
