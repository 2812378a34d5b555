"""The commands, thin: each says what it takes and hands over to a wing. nbgrader is loaded inside them: a learner may lack it."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.core import ParameterSource

from grader.cli import collecting, grading, learning, measuring, releasing


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root", type=click.Path(path_type=Path, file_okay=False, exists=True), default=Path(), help="The course's folder."
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Release, check and grade the neural-networks course."""
    context.obj = root.resolve()
    ours, theirs = Path(__file__).parents[2].resolve(), context.obj / "grader" / "cli" / "__init__.py"
    if theirs.is_file() and ours != context.obj and context.get_parameter_source("root") is ParameterSource.DEFAULT:
        raise click.ClickException(f"This is the program of {ours}. Here, use: .venv/bin/python -m grader …")
    # jsonschema, which nbgrader loads, would build a grammar of internationalised addresses that nobody asks for here: 1.5 s.
    sys.modules.setdefault("rfc3987_syntax", None)


for commands in (releasing, learning, collecting, grading, measuring):
    for command in commands.COMMANDS:
        main.add_command(command)
