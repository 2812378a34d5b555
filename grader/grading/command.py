"""`grader grade` as a command: grade what is new, stop and go on, show what a new run would change."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from grader.grading import extensions, gate, workers
from grader.grading.assignment import Options, enter, grade, outdated, pending, results
from grader.grading.gradebook import Recorder
from grader.grading.marks import by_student, grades, waiting
from grader.grading.screen import Events, Screen
from grader.grading.task import Result
from grader.judging.errors import CourseError
from grader.releasing.course import Course


def cluster(address: str) -> Callable[[], Executor]:
    """Gives the executor of a Dask scheduler."""
    from grader.grading.cluster import executor

    return lambda: executor(address)


Failed = dict[str, list[Result]]  # assignment → who could not be graded


def chosen(course: Course, assignments: Sequence[str]) -> tuple[str, ...]:
    """These assignments, or all that somebody has handed in. CourseError: nobody has, or there is none of a name."""
    named = (course.named(name) for name in assignments)
    found = tuple(named) or tuple(name for name in course.assignments() if course.students(name))
    if not found:
        raise CourseError(f"Nothing to grade: put notebooks into {course.grading}/submitted/<student>/<assignment>/.")
    return found


def run(
    course: Course, assignments: Sequence[str], options: Options, screen: Screen | Events, agreed: Callable[[], bool] | None
) -> Failed:
    """Grade what is new or, where somebody is asked for agreement, everything again. → who could not be graded."""
    again = partial(regrade, agreed=agreed) if agreed else grade_new
    failed = again(course, assignments, options, screen)
    for assignment in assignments:
        if strangers := [gate.line(one) for one in unnamed(course, assignment)]:
            screen.unnamed(assignment, strangers)
        if by_hand := sum(waiting(grades(course, assignment)).values()):
            screen.by_hand(assignment, by_hand)
        with Recorder(course, assignment) as recorder:
            if count := outdated(course, assignment, recorder.done()):
                screen.outdated(assignment, count)
    if paths := [gate.line(path) for path in course.astray()]:
        screen.astray(paths)
    return failed


def unnamed(course: Course, assignment: str) -> list[str]:
    """Who handed in, and has neither a name nor an address in the list of students, where most others have one."""
    with course.gradebook() as book:
        known = {one.id: bool(one.first_name or one.last_name or one.email or one.lms_user_id) for one in book.students}
    if 2 * sum(known.values()) < len(known):
        return []
    return [student for student in course.students(assignment) if not known.get(student)]


def grade_new(course: Course, assignments: Sequence[str], options: Options, screen: Screen | Events) -> Failed:
    """Grade what is new. → who could not be graded. CourseError: somebody stopped it; it says how to go on."""
    failed: Failed = {}
    for assignment in assignments:
        enter(course, assignment)
        seen: list[str] = []

        def tell(result: Result, seen: list[str] = seen) -> None:
            seen[:] = [result.about.isolation]
            screen.tell(result)

        try:
            with workers.interruptible(screen.stopping) as stop:
                late: list[tuple] = []
                begin = partial(screen.begin, assignment)
                failed[assignment] = grade(course, assignment, replace(options, stop=stop), tell, late.extend, begin)
        except workers.Stopped:
            how = "the same command without --force continues" if options.force else "the same command continues"
            raise CourseError(f"Stopped. The submissions in progress are graded and saved; {how} from there.") from None
        finally:
            screen.end("".join(seen))
        if late:
            screen.changes(assignment, late, "what changed")
    return failed


def all_graded(failed: Failed) -> None:
    """CourseError: somebody could not be graded; it says who, and why."""
    names = [f"{gate.line(one.student)} ({one.failed})" for results in failed.values() for one in results]
    if names:
        raise CourseError(f"Could not be graded; the same command will try again: {'; '.join(names)}")


def regrade(
    course: Course, assignments: Sequence[str], options: Options, screen: Screen | Events, agreed: Callable[[], bool]
) -> Failed:
    """Grade again, show whose points change, and write only if that is agreed to. → who could not be graded."""
    failed: Failed = {}
    for assignment in assignments:
        enter(course, assignment)
        with Recorder(course, assignment) as recorder:
            before = recorder.points()
            waiting = pending(course, assignment, recorder.done(), replace(options, force=True))
            screen.begin(assignment, len(waiting), 0)
            found = []
            for result in results(course, assignment, waiting, options):
                screen.tell(result)
                found.append(result)
            screen.end("")
            rows = [row for result in found if not result.failed for row in _changed(result, before)]
            rows += recorder.lateness_after(result for result in found if not result.failed)
            screen.changes(assignment, sorted(rows, key=lambda row: row[:3]), "what would change")
            if not rows or agreed():
                found = [recorder.keep(result) for result in found]
                recorder.apply_lateness()
                recorder.write_feedback()
            failed[assignment] = [result for result in found if result.failed]
    return failed


def _changed(result: Result, before: dict) -> list[tuple]:
    old = before.get(result.student, {})
    return [
        (result.student, notebook, cell, old.get((notebook, cell)), points)
        for notebook, cell, points in result.points
        if old.get((notebook, cell)) != points
    ]


def extend(
    course: Course, assignment: str, students: tuple[str, ...], days: float, hours: float, until: str | None, screen: Screen
) -> list[str]:
    """Give extensions and work out lateness anew. → a line for each extension of these students, of all if there are none."""
    if students:
        length = extensions.until(course, assignment, until) if until is not None else timedelta(days=days, hours=hours)
        extensions.give(course, assignment, students, length)
        with Recorder(course, assignment) as recorder:
            late = recorder.apply_lateness()
            recorder.write_feedback()
        if late:
            screen.changes(assignment, late, "what changed")
    found = extensions.listed(course, assignment)
    lines = [f"{gate.line(one)}: {_until(found.get(one))}" for one in students or found]
    return lines or [f"{assignment}: no extensions"]


def _until(end: datetime | None) -> str:
    return f"until {end:%Y-%m-%d %H:%M} UTC" if end else "no extension"


def may_be_written(file: Path) -> None:
    """OSError says why not. Nothing is changed by asking."""
    there = file.exists()
    with file.open("a", encoding="utf-8"):
        pass
    if not there:
        file.unlink()


def write_points(course: Course, assignments: Sequence[str], file: Path, failed: Failed) -> None:
    """The points of everybody as JSON: assignment → student → notebook → check cell → points.

    Where somebody could not be graded, `could_not_be_graded` has assignment → student → why.
    """
    table: dict[str, dict] = {name: by_student(grades(course, name)) for name in assignments}
    lacking = {name: {gate.name(one.student): one.failed for one in results} for name, results in failed.items() if results}
    table |= {"could_not_be_graded": lacking} if lacking else {}
    file.write_text(json.dumps(table, indent=1), encoding="utf-8")
