"""The lines of the course's answers that nobody may find in what a learner gets."""

import re

import nbformat
from conftest import ROOT

SOLUTION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)
# Lines that tell nothing: names returned, empty beginnings, loops over a range, the number of examples.
EVERYDAY = re.compile(
    r"return\w+(,\w+)*|\w+=(\[\]|\{\}|0(\.0)?)|for\w+inrange\([\w(),]+\):|m=\w+\.shape\[[01]\]|\w+\.append\(\w+\)"
)


def squeezed(line: str) -> str:
    """A line of code without its comment and its spaces."""
    return "".join(line.split("  #")[0].split())


def answer_lines() -> set[str]:
    """Each line of every answer, squeezed, unless it tells nothing or a notebook shows it on purpose in another cell."""
    sources = [
        cell.source for path in (ROOT / "solutions").glob("*/*.ipynb") for cell in nbformat.read(path, 4).cells
    ]
    answers = {squeezed(line) for source in sources for part in SOLUTION.findall(source) for line in part.splitlines()}
    given = {squeezed(line) for source in sources for line in SOLUTION.sub("", source).splitlines()}
    return {line for line in answers - given if line and not line.startswith("#") and not EVERYDAY.fullmatch(line)}
