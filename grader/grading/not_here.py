"""What a submission asks for that is not here while it is graded: magics, shell commands, libraries."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.machinery import PathFinder
from pathlib import Path

from grader.grading.mend import Cell
from grader.learning.cell import meaning, parsed

OURS = {"grader", "utils", "datasets"}
SHARED = {"google"}  # names that several libraries share: what is missing is one of them, as google.colab
MOST = 20  # libraries that are named
SHELL, HELP = re.compile(r"!|\w+\s*=\s*!"), re.compile(r"\?|.*\?$")


def skipped(cells: Iterable[Cell]) -> list[str]:
    """A sentence for each kind of thing that only IPython understands, with the first of its kind as the example."""
    said: dict[str, str] = {}
    for cell in cells:
        if cell.cell_type == "code" and cell.is_own:
            understood = meaning(cell.source)
            for line in understood.skipped:
                example = line.split("\n")[0].replace("`", "'")[:60]
                reason = _reason(line, any(map(str.strip, understood.text.split("\n"))))
                said.setdefault(reason, f"`{example}` was skipped: {reason}")
    return list(said.values())


def _reason(line: str, something_is_left: bool) -> str:
    if line.startswith("%%") and not something_is_left:
        return "the cell below it is not for the notebook's Python."
    if line.startswith("%%"):
        return "magics do nothing while grading. The code below it counts."
    if SHELL.match(line):
        return "no commands are run while grading."
    return "it only shows help." if HELP.match(line) else "magics do nothing while grading."


def libraries(cells: Iterable[Cell], modules: dict[str, str]) -> tuple[str, ...]:
    """The libraries that a submission imports and that are not installed. modules: the Python files beside it."""
    texts = [meaning(cell.source).text for cell in cells if cell.cell_type == "code" and cell.is_own]
    names = {name for text in [*texts, *modules.values()] for name in _imported(text)}
    missing = {lacking(name) for name in names if name.split(".")[0] not in modules}
    return tuple(sorted(missing - {""}))[:MOST]


@lru_cache(maxsize=8192)
def _imported(text: str) -> tuple[str, ...]:
    """The full names of the modules that are imported anywhere in a text."""
    tree = parsed(text)
    return tuple(_names(tree)) if tree else ()


def _names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


@lru_cache(maxsize=4096)
def lacking(name: str) -> str:
    """The part of a module's full name that is not installed, "" if it is. Nothing is imported for it."""
    parts = name.split(".")
    if parts[0] in {*sys.stdlib_module_names, *sys.builtin_module_names, *OURS}:
        return ""
    homes = {Path(sys.prefix), Path(sys.base_prefix)}  # what a sandbox sees, too
    where = [path for path in sys.path if homes & set(Path(path).parents)]
    for length in range(1, len(parts) + 1):
        spec = PathFinder.find_spec(".".join(parts[:length]), where)
        if spec is None:
            return ".".join(parts[: length + (length == 1 and parts[0] in SHARED)])[:60]
        if spec.loader or not spec.submodule_search_locations:
            return ""
        where = list(spec.submodule_search_locations)  # a name that several libraries share
    return ""
