"""The commands: `grader release`, `check`, `cohort`, `grade`, `report`, `demo`, `quality`, `lab`, `bundle`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from grader.judging.errors import CourseError

# nbgrader and what imports it are loaded inside the commands: a learner's machine may lack it.

console = Console(highlight=False, soft_wrap=True)


def say(message: object) -> None:
    """Print text as it is: brackets are not markup, and no name or message steers the terminal."""
    console.print(_inert(str(message)), markup=False, emoji=False)


def _inert(text: str) -> str:
    return "".join(sign if sign.isprintable() or sign in "\n\t" else "\ufffd" for sign in text)


def plainly(command: Callable) -> Callable:
    """Show an expected error as one sentence. Anything else is a fault of ours and keeps its traceback."""

    @wraps(command)
    def run(*args, **kwargs):
        try:
            return command(*args, **kwargs)
        except CourseError as error:
            raise click.ClickException(_inert(str(error))) from error
        except ModuleNotFoundError as error:
            if error.name != "nbgrader":
                raise
            message = 'This command needs nbgrader: pip install "nbgrader>=0.9.5" (or install requirements.txt).'
            raise click.ClickException(message) from error

    return run


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root", type=click.Path(path_type=Path, file_okay=False, exists=True), default=Path(), help="The course's folder."
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Release, check and grade the neural-networks course."""
    context.obj = root.resolve()
    # jsonschema, which nbgrader loads, would build a grammar of internationalised addresses that nobody asks for here: 1.5 s.
    sys.modules.setdefault("rfc3987_syntax", None)


@main.command()
@click.argument("assignments", nargs=-1)
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing: fail if something is not what solutions/ gives."
)
@click.pass_obj
@plainly
def release(root: Path, assignments: tuple[str, ...], only_check: bool) -> None:
    """Derive the student notebooks and the public cases from solutions/."""
    from grader.learning.fingerprint import WorkedIn
    from grader.releasing.course import Course
    from grader.releasing.release import differences, release_start_page, start_page_differences
    from grader.releasing.release import release as derive

    course = Course.at(root)
    problems = [str(difference) for difference in start_page_differences(course)] if only_check else []
    for assignment in assignments or course.assignments():
        if only_check:
            problems += [str(difference) for difference in differences(course, assignment)]
            continue
        try:
            changed = derive(course, assignment)
            say(f"{assignment}: {len(changed)} files changed")
        except WorkedIn as error:
            problems.append(str(error))
    if not only_check:
        try:
            release_start_page(course)
        except WorkedIn as error:
            problems.append(str(error))
    if problems:
        raise click.ClickException("\n".join(problems))
    if only_check:
        say("Everything derived is what solutions/ gives.")


@main.command()
@click.argument("notebook", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@plainly
def check(notebook: Path, as_json: bool) -> None:
    """Check a whole notebook of your own: points, and what is missing."""
    from grader.learning.self_check import self_check

    rows = self_check(notebook)
    earned, possible = sum(row.points for row in rows), sum(row.possible for row in rows)
    if as_json:
        click.echo(
            json.dumps({"points": earned, "possible": possible, "exercises": [vars(row) for row in rows]}, indent=1)
        )
        return
    table = Table(title=Text(_inert(f"{notebook.name}: {earned:g} of {possible:g} points")))
    table.add_column("exercise", no_wrap=True)
    table.add_column("points", justify="right", no_wrap=True)
    table.add_column("what is missing")
    for row in rows:
        table.add_row(row.id, f"{row.points:g} of {row.possible:g}", Text(_inert(row.missing)))
    Console().print(table)


@main.command()
@click.argument("assignment")
@click.option("--students", type=click.IntRange(1), default=12, show_default=True, help="How many.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same class.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Gets submitted/ and truth.json."
)
@click.option("--broken", type=click.FloatRange(0, 100), default=0, help="Percent whose files are damaged.")
@click.option("--hostile", type=click.FloatRange(0, 100), default=0, help="Percent who try something evil.")
@click.option(
    "--attacks", type=click.Path(path_type=Path, file_okay=False), default=Path("tests/attacks"), help="What they try."
)
@click.pass_obj
@plainly
def cohort(
    root: Path, assignment: str, students: int, seed: int, out: Path, broken: float, hostile: float, attacks: Path
) -> None:
    """Make a class: right, differently right, wrong and missing answers, and the points each must get."""
    from grader.measuring.cohort import Trouble, write

    trouble = Trouble(broken / 100, hostile / 100, root / attacks)
    truth = write(root / "notebooks" / assignment, students, seed, out, trouble)
    say(f"{students} submissions in {out / 'submitted'}, their points in {truth}")


@main.command()
@click.argument("assignments", nargs=-1)
@click.option(
    "--json", "file", type=click.Path(path_type=Path, dir_okay=False), help="Write the points to this file, too."
)
@click.option("--events", is_flag=True, help="Print one line of JSON for each submission, for machines.")
@click.option("--student", "students", multiple=True, help="Only this one (may be given several times).")
@click.option("--force", is_flag=True, help="Also what has been graded as it is.")
@click.option("--regrade", is_flag=True, help="Grade everything again; show whose points change, and ask before writing.")
@click.option("--yes", is_flag=True, help="With --regrade: do not ask.")
@click.option("--workers", type=click.IntRange(1), default=os.cpu_count() or 1, show_default=True, help="Processes.")
@click.option("--timeout", type=click.FloatRange(1), default=30, show_default=True, help="Seconds a cell or exercise may take.")
@click.option("--memory", type=click.IntRange(256), default=1024, show_default=True, help="MB that a submission may use.")
@click.option("--scheduler", help="A Dask scheduler, such as tcp://host:8786, in place of processes here.")
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

    Stop it with Ctrl-C: what is in work is finished, and the same command goes on from there.
    """
    from grader.grading.sandbox.outside import Limits, what_does_not_hold
    from grader.grading.workers import ahead

    limits = Limits(timeout, 4 * timeout, memory * 2**20)
    folders = len([*root.glob("grading/submitted/*")])
    make = ahead(min(workers, folders), limits) if folders and not scheduler else None

    from grader.grading import command  # after the workers: it loads nbgrader, which takes seconds
    from grader.grading.assignment import Options
    from grader.grading.gradebook import told
    from grader.grading.screen import Events, Screen
    from grader.releasing.course import Course

    course = Course.at(root)
    make = command.cluster(scheduler) if scheduler else make
    options = Options(students, force, workers, limits, make)
    screen = Events() if events else Screen(console)
    chosen = assignments or tuple(name for name in course.assignments() if course.students(name))
    if not chosen:
        raise click.ClickException(
            f"Nothing to grade: put notebooks into {course.grading}/submitted/<student>/<assignment>/."
        )
    if not scheduler and (warning := what_does_not_hold()):
        screen.warn(warning)
    with told(course):
        if regrade:
            failed = command.regrade(course, chosen, options, screen, lambda: yes or click.confirm("Write these grades?"))
        else:
            failed = command.grade_new(course, chosen, options, screen)
        if file:
            command.write_points(course, chosen, file, failed)
    command.all_graded(failed)


@main.command()
@click.argument("assignments", nargs=-1)
@click.pass_obj
@plainly
def report(root: Path, assignments: tuple[str, ...]) -> None:
    """Write the class report, an HTML page for each assignment, and tables for spreadsheets, Canvas and Moodle."""
    from grader.grading.class_report import write
    from grader.grading.exports import write_tables
    from grader.grading.gradebook import told
    from grader.releasing.course import Course

    course = Course.at(root)
    with told(course):
        for assignment in assignments or [name for name in course.assignments() if course.students(name)]:
            for path in (write(course, assignment), *write_tables(course, assignment)):
                say(f"{assignment}: {path}")


@main.command()
@click.option("--students", type=click.IntRange(3), default=12, show_default=True, help="Size of the class.")
@click.pass_obj
@plainly
def demo(root: Path, students: int) -> None:
    """The main job in small: derive notebooks, make a class, grade it, write a report."""
    from grader.measuring.demo import run

    wrong = run(root, say, students)
    if wrong:
        raise click.ClickException(f"{wrong} scores are not what they should be.")
    say("Every score is what it should be.")


@main.command()
@click.option("--exercise", "ids", multiple=True, help="Only this one (may be given several times).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--workers", type=click.IntRange(1), default=os.cpu_count() or 1, show_default=True, help="Processes.")
@click.option("--write", is_flag=True, help="Write the table into README.md.")
@click.option("--check", "only_check", is_flag=True, help="Fail if the table in README.md is another one.")
@click.option("--explained", is_flag=True, help="Measure instead how often the line of a mistake is found.")
@click.pass_obj
@plainly
def quality(
    root: Path, ids: tuple[str, ...], as_json: bool, workers: int, write: bool, only_check: bool, explained: bool
) -> None:
    """How good are the checks: mistakes caught and named, right answers accepted, mutants killed."""
    from grader.exercises import EXERCISES, find
    from grader.measuring import explained as explanations
    from grader.measuring import scoreboard

    if ids and (write or only_check):
        raise click.UsageError("The table in README.md is about all exercises: leave --exercise away.")
    chosen = [find(id).id for id in ids] or list(EXERCISES)
    if explained:
        return click.echo(explanations.told(chosen, workers))
    boards = scoreboard.measure_with_progress(chosen, workers, Console(stderr=True))
    click.echo(scoreboard.told(boards, as_json))
    if write:
        scoreboard.write(root / "README.md", boards)
    if only_check:
        scoreboard.compare(root / "README.md", boards)
    if not all(board.is_clean for board in boards):
        raise click.ClickException("Something is missed, misnamed, misscored, rejected or survives: see above.")


@main.command()
@click.pass_obj
@plainly
def lab(root: Path) -> None:
    """Copy the notebooks that are not there yet into my-course/ and open JupyterLab on its start page."""
    from grader.learning.workspace import open_lab, prepare

    for path in prepare(root):
        say(f"New: {path.relative_to(root)}")
    sys.exit(open_lab(root))


@main.command()
@click.pass_obj
@plainly
def bundle(root: Path) -> None:
    """Write dist/course-student.zip, for handing out."""
    from grader.releasing.bundle import write

    say(f"Wrote {write(root)}")


if __name__ == "__main__":
    main()
