"""What `grader grade` shows: a progress bar for people, a line of JSON for each event for machines."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from grader.grading import gate
from grader.grading.task import NOTHING, Result

FEW = 5  # names that are shown of many


class Screen:
    """A progress bar with rate, time left and what fails, on a terminal; elsewhere a line for each submission."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.bar = Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]} a second"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failed]}"),
            console=console,
            disable=not console.is_terminal,
        )

    def warn(self, sentence: str) -> None:
        self.console.print(sentence, soft_wrap=True, markup=False)

    def begin(self, assignment: str, waiting: int, graded: int) -> None:
        already = f", {graded} are graded already" if graded else ""
        self._say(f"{assignment}: {waiting} submissions to grade{already}")
        self.bar.start()
        self.task = self.bar.add_task("", total=waiting, rate="–", failed="")
        self.began, self.states = monotonic(), Counter()

    def tell(self, result: Result) -> None:
        self.states[result.state] += 1
        missing, notes = result.about.missing, result.about.notes
        if result.failed:
            self._say(f"{gate.line(result.student)}: could not be graded: {result.failed}")
        elif result.state == NOTHING:
            self._say(f"{result.student}: nothing to grade. {' '.join(notes)}")
        elif missing or not self.console.is_terminal:
            self._say(f"{result.student}: graded" + "".join(f"; nothing to grade for {name}" for name in missing))
        done = self.bar.tasks[self.task].completed + 1
        rate = f"{done / max(monotonic() - self.began, 1e-3):.1f}"
        told = ", ".join(f"{count} {state}" for state, count in self.states.items() if state != "graded")
        self.bar.update(self.task, advance=1, rate=rate, failed=told)

    def stopping(self) -> None:
        self._say("Finishing the submissions in progress. Press Ctrl-C again to stop at once.")

    def end(self, isolation: str) -> None:
        self.bar.stop()
        if isolation:
            self._say(f"Isolated by {isolation}.")

    def changes(self, assignment: str, rows: Sequence[tuple], title: str) -> None:
        """rows: student, notebook, check, points before and after."""
        if not rows:
            self._say(f"{assignment}: no grade changes.")
            return
        table = Table("student", "notebook", "check", "before", "after", title=Text(f"{assignment}: {title}"))
        for student, notebook, cell, before, after in rows:
            table.add_row(*(Text(gate.line(text)) for text in (student, notebook, cell, _shown(before), _shown(after))))
        self.console.print(table)

    def outdated(self, assignment: str, count: int) -> None:
        graded = "1 submission was" if count == 1 else f"{count} submissions were"
        what = f"`grader grade {assignment} --regrade` shows whose points would change"
        self._say(f"{assignment}: the checks have changed since {graded} graded: {what}.")

    def by_hand(self, assignment: str, count: int) -> None:
        answers = "1 answer is" if count == 1 else f"{count} answers are"
        self._say(f"{assignment}: {answers} still to be graded by hand (Formgrader, Manual Grading).")

    def astray(self, paths: Sequence[str]) -> None:
        self._say(f"Not graded, because it is no <student>/<assignment>/ of this course: {_few(paths)}.")

    def unnamed(self, assignment: str, students: Sequence[str]) -> None:
        self._say(f"{assignment}: without a name in the list of students: {_few(students)}.")

    def _say(self, message: str) -> None:
        """Show text as it is: brackets are not markup, and nothing steers the terminal."""
        self.bar.console.print(Text(gate.text(message)))


class Events:
    """One line of JSON for each thing that happens, on standard output."""

    def warn(self, sentence: str) -> None:
        self._say(event="warning", sentence=sentence)

    def begin(self, assignment: str, waiting: int, graded: int) -> None:
        self._say(event="begin", assignment=assignment, waiting=waiting, graded=graded)

    def tell(self, result: Result) -> None:
        about = {"seconds": result.about.seconds, "notes": result.about.notes, "missing": result.about.missing}
        event, student = "failed" if result.failed else "graded", gate.name(result.student)
        self._say(event=event, state=result.state, student=student, points=result.earned, failed=result.failed, **about)

    def stopping(self) -> None:
        self._say(event="stopping")

    def end(self, isolation: str) -> None:
        self._say(event="end", isolation=isolation)

    def changes(self, assignment: str, rows: Sequence[tuple], title: str) -> None:
        for row in rows:
            names = ("student", "notebook", "check", "before", "after")
            self._say(event="change", assignment=assignment, **dict(zip(names, row, strict=True)))

    def outdated(self, assignment: str, count: int) -> None:
        self._say(event="outdated", assignment=assignment, count=count)

    def by_hand(self, assignment: str, count: int) -> None:
        self._say(event="by hand", assignment=assignment, count=count)

    def astray(self, paths: Sequence[str]) -> None:
        self._say(event="astray", paths=list(paths))

    def unnamed(self, assignment: str, students: Sequence[str]) -> None:
        self._say(event="unnamed", assignment=assignment, students=list(students))

    def _say(self, **what: object) -> None:
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()


def _few(names: Sequence[str]) -> str:
    return ", ".join(names[:FEW]) + (f" and {len(names) - FEW} more" if len(names) > FEW else "")


def _shown(points: float | None) -> str:
    return "–" if points is None else f"{points:g}"
