"""What a learner types: `course start`, `check`, `progress`; in a clone also `grader check`, `lab`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from grader.cli.terminal import inert, plainly, say

NARROW = 70  # columns of a terminal in which a table would have none left for its words


@click.command()
@click.argument("notebook", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@plainly
def check(notebook: Path, as_json: bool) -> None:
    """Count the points of a notebook, and say what is missing."""
    from grader.learning.self_check import self_check

    rows = self_check(notebook)
    earned, possible = sum(row.points for row in rows), sum(row.possible for row in rows)
    if as_json:
        click.echo(
            json.dumps({"points": earned, "possible": possible, "exercises": [vars(row) for row in rows]}, indent=1)
        )
        return
    if Console().width < NARROW:
        for row in rows:
            say(f"{row.id}: {row.points:g} of {row.possible:g} points" + (f"\n    {row.missing}" if row.missing else ""))
        say(f"{notebook.name}: {earned:g} of {possible:g} points")
        return
    table = Table(title=Text(inert(f"{notebook.name}: {earned:g} of {possible:g} points")))
    table.add_column("exercise", no_wrap=True)
    table.add_column("points", justify="right", no_wrap=True)
    table.add_column("what is missing")
    for row in rows:
        table.add_row(row.id, f"{row.points:g} of {row.possible:g}", Text(inert(row.missing)))
    Console().print(table)


@click.command()
@plainly
def progress() -> None:
    """Show how far you are in each notebook."""
    from grader import progress as table
    from grader.learning.progress import damaged, path

    if damaged():
        say(f"{path()} cannot be read. The next check keeps it under another name, and starts a new one.")
    say(table())


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("my-course"))
@plainly
def start(folder: Path) -> None:
    """Copy the notebooks into FOLDER and open JupyterLab.

    FOLDER is my-course where none is named. What is in it already is never overwritten.
    """
    from grader.learning import workspace

    released, work = workspace.installed(), folder.resolve()
    for path in workspace.copy_new(released, work):
        say(f"New: {path.relative_to(work)}")
    _tell_outdated(released, work)
    if workspace.has_lab():
        sys.exit(workspace.open_learners_lab(work, work))
    say(f"The notebooks are in {work}. To open them you need JupyterLab. Install it with this line:")
    say(f"    {workspace.how_to_install_lab()}")
    say("Then run the same command again.")


@click.command()
@click.option("--instructor", is_flag=True, help="Open the course's folder instead, with nbgrader's tools.")
@click.pass_obj
@plainly
def lab(root: Path, instructor: bool) -> None:
    """Copy the notebooks that are not there yet into my-course/ and open JupyterLab on its start page."""
    from grader.learning import workspace

    if instructor:
        sys.exit(workspace.open_instructors_lab(root))
    for path in workspace.prepare(root):
        say(f"New: {path.relative_to(root)}")
    _tell_outdated(root / workspace.RELEASED, root / workspace.WORK)
    sys.exit(workspace.open_learners_lab(root, root / workspace.WORK))


def _tell_outdated(released: Path, work: Path) -> None:
    """Say which of a learner's notebooks come from another version of the course."""
    from grader.learning.workspace import outdated

    if changed := [str(path.relative_to(work)) for path in outdated(released, work)]:
        say(f"The course has another version of {', '.join(changed)}. Yours was kept as it is.")
        say("To get the new one beside it, rename yours and run this command again.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def course() -> None:
    """The neural-networks course: start it, check your work, see how far you are."""


for command in (start, check, progress):
    course.add_command(command)

COMMANDS = (check, lab)
