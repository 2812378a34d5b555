"""`grader grade` as its user sees it: progress, events for machines, stopping and going on."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from grader import grading
from grader.batch import work
from grader.batch.record import Recorder
from grader.batch.work import Result
from grader.course import Course
from grader.grading import Options


class Screen:
    """A progress bar with rate, time left and what fails, on a terminal; elsewhere a line for each submission."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]} a second"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failed]}"),
            console=console,
            disable=not console.is_terminal,
        )

    def begin(self, assignment: str, waiting: int, graded: int) -> None:
        already = f", {graded} are graded already" if graded else ""
        self.console.print(f"{assignment}: {waiting} submissions to grade{already}")
        self.bar.start()
        self.task = self.bar.add_task(assignment, total=waiting, rate="–", failed="")
        self.began, self.failed = monotonic(), 0

    def tell(self, result: Result) -> None:
        self.failed += bool(result.failed)
        if result.failed:
            self.bar.console.print(f"{result.student}: could not be graded. {result.failed}")
        elif not self.console.is_terminal:
            self.console.print(f"{result.student}: graded")
        done = self.bar.tasks[self.task].completed + 1
        rate = f"{done / max(monotonic() - self.began, 1e-3):.1f}"
        self.bar.update(self.task, advance=1, rate=rate, failed=f"{self.failed} failed" if self.failed else "")

    def stopping(self) -> None:
        self.bar.console.print("Finishing what is in work. Ctrl-C again stops at once.")

    def end(self, isolation: str) -> None:
        self.bar.stop()
        if isolation:
            self.console.print(f"Kept apart by {isolation}.")

    def changes(self, assignment: str, rows: Sequence[tuple]) -> None:
        """rows: student, check, points before and after."""
        if not rows:
            self.console.print(f"{assignment}: no grade changes.")
            return
        table = Table("student", "notebook", "check", "before", "after", title=f"{assignment}: what would change")
        for student, notebook, cell, before, after in rows:
            table.add_row(student, notebook, cell, _shown(before), _shown(after))
        self.console.print(table)


class Events:
    """One line of JSON for each thing that happens, on standard output."""

    def begin(self, assignment: str, waiting: int, graded: int) -> None:
        self._say(event="begin", assignment=assignment, waiting=waiting, graded=graded)

    def tell(self, result: Result) -> None:
        about = {name: result.about.get(name) for name in ("seconds", "notes")}
        self._say(event="graded", student=result.student, points=result.earned, failed=result.failed, **about)

    def stopping(self) -> None:
        self._say(event="stopping")

    def end(self, isolation: str) -> None:
        self._say(event="end", isolation=isolation)

    def changes(self, assignment: str, rows: Sequence[tuple]) -> None:
        for row in rows:
            names = ("student", "notebook", "check", "before", "after")
            self._say(event="change", assignment=assignment, **dict(zip(names, row, strict=True)))

    def _say(self, **what: object) -> None:
        sys.stdout.write(json.dumps(what, ensure_ascii=False) + "\n")
        sys.stdout.flush()


def _shown(points: float | None) -> str:
    return "–" if points is None else f"{points:g}"


def cluster(address: str) -> Callable[[], Executor]:
    """Gives the executor of a Dask scheduler."""
    from grader.batch.cluster import executor

    return lambda: executor(address)


def grade(course: Course, assignments: Sequence[str], options: Options, screen: Screen | Events) -> None:
    """Grade what is new. RuntimeError: some could not be graded, or somebody stopped it; it says how to go on."""
    failed: list[Result] = []
    for assignment in assignments:
        grading.enter(course, assignment)
        seen: list[str] = []

        def tell(result: Result, seen: list[str] = seen) -> None:
            seen[:] = [result.about.get("isolation", "")]
            screen.tell(result)

        with Recorder(course, assignment) as recorder:
            waiting = grading.pending(course, assignment, recorder.done(), options)
        total = len(options.only or course.students(assignment))
        screen.begin(assignment, len(waiting), total - len(waiting))
        try:
            with work.interruptible(screen.stopping) as stop:
                failed += grading.grade(course, assignment, replace(options, stop=stop), tell)
        except work.Stopped:
            raise RuntimeError(
                "Stopped. What was in work is graded and saved; the same command goes on from there."
            ) from None
        finally:
            screen.end("".join(seen))
    if failed:
        names = "; ".join(f"{result.student} ({result.failed})" for result in failed)
        raise RuntimeError(f"Could not be graded, and will be tried again by the same command: {names}")


def regrade(
    course: Course, assignments: Sequence[str], options: Options, screen: Screen | Events, agreed: Callable[[], bool]
) -> None:
    """Grade again, show whose points change, and write only if that is agreed to."""
    for assignment in assignments:
        grading.enter(course, assignment)
        with Recorder(course, assignment) as recorder:
            before = recorder.points()
            waiting = grading.pending(course, assignment, recorder.done(), replace(options, force=True))
            screen.begin(assignment, len(waiting), 0)
            results = []
            for result in grading.results(course, assignment, waiting, options):
                screen.tell(result)
                results.append(result)
            screen.end("")
            rows = [row for result in results if not result.failed for row in _changed(result, before)]
            screen.changes(assignment, sorted(rows))
            if rows and agreed():
                for result in results:
                    if not result.failed:
                        recorder.save(result)


def _changed(result: Result, before: dict) -> list[tuple]:
    old = before.get(result.student, {})
    return [
        (result.student, notebook, cell, old.get((notebook, cell)), points)
        for notebook, cell, points in result.points
        if old.get((notebook, cell)) != points
    ]


def write_points(course: Course, assignments: Sequence[str], file: Path) -> None:
    """The points of everybody as JSON: assignment → student → notebook → check cell → points."""
    table = {name: grading.by_student(grading.grades(course, name)) for name in assignments}
    file.write_text(json.dumps(table, indent=1), encoding="utf-8")
