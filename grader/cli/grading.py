"""From submissions to grades: `grader grade`, `extend`, `report`."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import click

from grader.cli.terminal import Amount, console, plainly, say


@click.command()
@click.argument("assignments", nargs=-1)
@click.option(
    "--json", "file", type=click.Path(path_type=Path, dir_okay=False), help="Also write the points to this file."
)
@click.option("--events", is_flag=True, help="Print one line of JSON for each submission, for machines.")
@click.option("--student", "students", multiple=True, help="Only this student. Can be repeated.")
@click.option("--force", is_flag=True, help="Grade again even if nothing has changed.")
@click.option("--regrade", is_flag=True, help="Grade everything again; show whose points change, and ask before writing.")
@click.option("--yes", is_flag=True, help="With --regrade: write without asking.")
@click.option("--workers", type=click.IntRange(1), default=os.cpu_count() or 1, show_default=True, help="Number of processes.")
@click.option("--timeout", type=Amount(1, 86_400), default=30, show_default=True, help="Seconds a cell or exercise may take.")
@click.option("--memory", type=click.IntRange(256, 2**20), default=1024, show_default=True, help="MB that a submission may use.")
@click.option("--scheduler", help="A Dask scheduler, such as tcp://host:8786, to use instead of processes on this machine.")
@click.pass_obj
@plainly
def grade(
    root: Path,
    assignments: tuple[str, ...],
    file: Path | None,
    events: bool,
    students: tuple[str, ...],
    force: bool,
    regrade: bool,
    yes: bool,
    workers: int,
    timeout: float,
    memory: int,
    scheduler: str | None,
) -> None:
    """Grade what is new in grading/submitted/ into nbgrader's gradebook, with feedback.

    Stop it with Ctrl-C: submissions in progress are finished, and the same command continues from there.
    """
    from grader.grading.sandbox.outside import Limits, what_does_not_hold
    from grader.grading.workers import ahead

    limits = Limits(timeout, 4 * timeout, memory * 2**20)
    new = len([*root.glob("grading/submitted/*")]) if force or regrade else _probably_new(root)
    make = ahead(min(workers, new), limits) if new and not scheduler else None

    from grader.grading import command  # after the workers: it loads nbgrader, which takes seconds
    from grader.grading.assignment import Options
    from grader.grading.gradebook import told
    from grader.grading.screen import Events, Screen
    from grader.releasing.course import Course

    course = Course.at(root)
    if file:
        command.may_be_written(file)
    options = Options(students, force, workers, limits, command.cluster(scheduler) if scheduler else make)
    screen = Events() if events else Screen(console)
    chosen = command.chosen(course, assignments)
    if not scheduler and (warning := what_does_not_hold()):
        screen.warn(warning)
    with told(course):
        agreed = (lambda: yes or click.confirm("Write these grades?")) if regrade else None
        failed = command.run(course, chosen, options, screen, agreed)
        if file:
            command.write_points(course, chosen, file, failed)
    command.all_graded(failed)


def _probably_new(root: Path) -> int:
    """In how many students' folders something changed since the gradebook was written: for so many a worker is worth while.

    Only a hint, found without nbgrader: what is graded does not depend on it.
    """
    try:
        written = (root / "grading" / "gradebook.db").stat().st_mtime
    except OSError:
        written = 0.0
    submitted = root / "grading" / "submitted"
    found = set()
    for path in (path for depth in ("*", "*/*", "*/*/*") for path in submitted.glob(depth)):
        with suppress(OSError):  # gone in the meantime
            found |= {path.relative_to(submitted).parts[0]} if path.lstat().st_ctime > written else set()
    return len(found)


@click.command()
@click.argument("assignment")
@click.argument("students", nargs=-1)
@click.option("--days", type=Amount(0, 3650), default=0.0, help="How many days later than the due date.")
@click.option("--hours", type=Amount(0, 87_600), default=0.0, help="How many hours later, or as many more.")
@click.option("--until", help='Or the moment itself, as "2026-10-20 12:00 Europe/Berlin".')
@click.option("--remove", is_flag=True, help="Take the extension back.")
@click.pass_obj
@plainly
def extend(
    root: Path, assignment: str, students: tuple[str, ...], days: float, hours: float, until: str | None, remove: bool
) -> None:
    """Let STUDENTS hand in an assignment later; without students, list the extensions."""
    from grader.grading import command
    from grader.grading.gradebook import told
    from grader.grading.screen import Screen
    from grader.releasing.course import Course

    said = sum((bool(days or hours), until is not None, remove))
    if said and not students:
        raise click.UsageError("Whose extension is it? Name the students.")
    if students and said != 1:
        raise click.UsageError("Say how long: --days and --hours, or --until, or --remove.")
    course = Course.at(root)
    assignment = course.named(assignment)
    with told(course):
        for line in command.extend(course, assignment, students, days, hours, until, Screen(console)):
            say(line)


@click.command()
@click.argument("assignment")
@click.option("--workers", type=click.IntRange(1), default=1, show_default=True, help="Processes.")
@click.pass_obj
@plainly
def watch(root: Path, assignment: str, workers: int) -> None:
    """Grade what arrives in grading/submitted/, at low priority, until Ctrl-C."""
    import signal
    from threading import Event

    from grader.grading.watch import by_command
    from grader.grading.watch import watch as run
    from grader.releasing.course import Course

    course = Course.at(root)
    assignment = course.named(assignment)
    stop = Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, lambda *_: stop.set())
    say(f"{assignment}: watching {course.submitted}. Ctrl-C ends it, after the submissions in progress.")
    run(course.submitted, assignment, by_command(course.root, assignment, workers, say), stop)
    say(f"{assignment}: no longer watching.")


@click.command()
@click.argument("assignments", nargs=-1)
@click.option(
    "--worksheet",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Moodle's grading worksheet of this assignment, to be filled in beside it.",
)
@click.pass_obj
@plainly
def report(root: Path, assignments: tuple[str, ...], worksheet: Path | None) -> None:
    """Write the class report, an HTML page for each assignment, and tables for spreadsheets, Canvas and Moodle."""
    from grader.grading.class_report import write
    from grader.grading.command import chosen
    from grader.grading.exports import fill_worksheet, write_tables
    from grader.grading.gradebook import told
    from grader.releasing.course import Course

    if worksheet and len(assignments) != 1:
        raise click.UsageError("A worksheet is of one assignment: name it.")
    course = Course.at(root)
    with told(course):
        names = chosen(course, assignments)
        for assignment in names:
            for path in (write(course, assignment), *write_tables(course, assignment)):
                say(f"{assignment}: {path}")
        if worksheet:
            path, notes = fill_worksheet(course, names[0], worksheet)
            for line in (*notes, path):
                say(f"{names[0]}: {line}")


COMMANDS = (grade, watch, extend, report)
