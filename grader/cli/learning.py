"""What a learner says: `grader check`, `lab`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from grader.cli.terminal import inert, plainly, say


@click.command()
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
    table = Table(title=Text(inert(f"{notebook.name}: {earned:g} of {possible:g} points")))
    table.add_column("exercise", no_wrap=True)
    table.add_column("points", justify="right", no_wrap=True)
    table.add_column("what is missing")
    for row in rows:
        table.add_row(row.id, f"{row.points:g} of {row.possible:g}", Text(inert(row.missing)))
    Console().print(table)


@click.command()
@click.pass_obj
@plainly
def lab(root: Path) -> None:
    """Copy the notebooks that are not there yet into my-course/ and open JupyterLab on its start page."""
    from grader.learning.workspace import open_lab, prepare

    for path in prepare(root):
        say(f"New: {path.relative_to(root)}")
    sys.exit(open_lab(root))


COMMANDS = (check, lab)
