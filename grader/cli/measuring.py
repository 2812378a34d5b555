"""How good all this is: `grader quality`, `cohort`, `demo`."""

from __future__ import annotations

import os
from pathlib import Path

import click
from rich.console import Console

from grader.cli.terminal import Amount, plainly, say


@click.command()
@click.argument("assignment")
@click.option("--students", type=click.IntRange(1), default=12, show_default=True, help="Number of students.")
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same class.")
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder for submitted/ and truth.json."
)
@click.option("--broken", type=Amount(0, 100), default=0, help="Percentage of students with damaged files.")
@click.option("--hostile", type=Amount(0, 100), default=0, help="Percentage of students who attack the grader.")
@click.option(
    "--attacks", type=click.Path(path_type=Path, file_okay=False), default=Path("tests/attacks"), help="Folder with the attacks."
)
@click.pass_obj
@plainly
def cohort(
    root: Path, assignment: str, students: int, seed: int, out: Path, broken: float, hostile: float, attacks: Path
) -> None:
    """Make a class with right, unusual but right, wrong and missing answers, and the points each must get."""
    from grader.measuring.cohort import Trouble, write
    from grader.releasing.course import Course

    assignment = Course.at(root).named(assignment)
    trouble = Trouble(broken / 100, hostile / 100, root / attacks)
    truth = write(root / "notebooks" / assignment, students, seed, out, trouble)
    say(f"{students} submissions in {out / 'submitted'}, and the points they must get in {truth}")


@click.command()
@click.option("--students", type=click.IntRange(3), default=12, show_default=True, help="Size of the class.")
@click.pass_obj
@plainly
def demo(root: Path, students: int) -> None:
    """The whole course in miniature: derive notebooks, make a class, grade it, write a report."""
    from grader.measuring.demo import run

    wrong = run(root, say, students)
    if wrong:
        raise click.ClickException(f"{wrong} scores are wrong: see above.")
    say("Every score is correct.")


@click.command()
@click.option("--exercise", "ids", multiple=True, help="Only this one. Can be repeated.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--workers", type=click.IntRange(1), default=os.cpu_count() or 1, show_default=True, help="Processes.")
@click.option("--write", is_flag=True, help="Write the table into docs/how-a-check-judges.md.")
@click.option("--check", "only_check", is_flag=True, help="Fail if the table there differs.")
@click.option("--explained", is_flag=True, help="Measure how often a mistake that has no name is explained instead.")
@click.option("--every", type=click.IntRange(1), default=7, show_default=True, help="With --explained: each so many-th answer.")
@click.pass_obj
@plainly
def quality(
    root: Path, ids: tuple[str, ...], as_json: bool, workers: int, write: bool, only_check: bool, explained: bool, every: int
) -> None:
    """Measure the checks: mistakes caught and named, right answers accepted, mutants killed."""
    from grader.exercises import EXERCISES, find
    from grader.measuring import explained as explanations
    from grader.measuring import scoreboard

    if ids and (write or only_check):
        raise click.UsageError("The table covers all exercises: leave out --exercise.")
    chosen = [find(id).id for id in ids] or list(EXERCISES)
    if explained:
        found = explanations.measure(chosen, workers, every)
        click.echo(explanations.told(found))
        if write:
            explanations.write(root / scoreboard.PAGE, found)
        return explanations.compare(root / scoreboard.PAGE, found) if only_check else None
    boards = scoreboard.measure_with_progress(chosen, workers, Console(stderr=True))
    click.echo(scoreboard.told(boards, as_json))
    if write:
        scoreboard.write(root / scoreboard.PAGE, boards)
    if only_check:
        scoreboard.compare(root / scoreboard.PAGE, boards)
    if not all(board.is_clean for board in boards):
        raise click.ClickException("Something is missed, misnamed, misscored, rejected or survives: see above.")


COMMANDS = (cohort, demo, quality)
