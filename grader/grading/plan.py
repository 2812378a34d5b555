"""Which cells of a submission have to run, so that grading costs only what is judged.

Needed are the cells that define the functions to be judged, the tests that run code of their own, and whatever binds a
name that a needed cell uses. A notebook's other cells (pictures, trials, guesses) are not run.
"""

from __future__ import annotations

import ast
import re
import symtable
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from grader.answers.reference import needed_imports
from grader.grading.mend import Cell, defined
from grader.grading.released import Template

REFLECTION = {"globals", "locals", "vars", "eval", "exec", "get_ipython", "__import__", "__main__"}


@dataclass(frozen=True)
class Step:
    """One cell to run. place: its number in the notebook; test: it is run for its verdict, its output counts."""

    place: int
    source: str
    test: bool = False


@dataclass(frozen=True)
class _Code:
    binds: frozenset[str]
    uses: frozenset[str]


def steps(cells: Sequence[Cell], template: Template) -> list[Step]:
    """The cells to run, in their order."""
    runnable = {i: cell for i, cell in enumerate(cells) if _can_run(cell)}
    functions = set(template.functions)
    everything = not functions or any(_about(cell.source).uses & REFLECTION for cell in runnable.values() if cell.is_own)
    chosen = dict(runnable) if everything else _needed(runnable, functions)
    return [
        Step(
            i,
            cell.source if everything else _trimmed(cell, [other for j, other in chosen.items() if j != i]),
            bool(cell.slot and cell.slot.kind == "test"),
        )
        for i, cell in sorted(chosen.items())
        if not _is_idle(cell, runnable)
    ]


def _can_run(cell: Cell) -> bool:
    return cell.cell_type == "code" and (cell.slot is None or cell.slot.kind not in ("check", "demo", "text"))


def _needed(runnable: dict[int, Cell], functions: set[str]) -> dict[int, Cell]:
    """A name that the student binds is theirs: no cell that came with the notebook is run for it, and over it."""
    theirs = {name for cell in runnable.values() if cell.is_own for name in _about(cell.source).binds}
    wanted = set(functions)
    chosen: dict[int, Cell] = {}
    growing = True
    while growing:
        growing = False
        for i, cell in runnable.items():
            about = _about(cell.source)
            is_test = cell.slot is not None and cell.slot.kind == "test"
            offered = about.binds if cell.is_own else about.binds - theirs
            if i not in chosen and (is_test or offered & wanted):
                chosen[i] = cell
                wanted |= about.uses
                growing = True
    return chosen


def _is_idle(cell: Cell, runnable: dict[int, Cell]) -> bool:
    """A cell as released whose function is written in another one: it would only undo that."""
    if cell.slot is None or cell.slot.kind != "solution" or cell.source.strip() != cell.slot.source.strip():
        return False
    return any(cell.slot.id in defined(other.source) for other in runnable.values() if other is not cell)


@lru_cache(maxsize=4096)
def _about(source: str) -> _Code:
    """The names that a cell binds and those it uses; rough where it does not parse."""
    try:
        module = symtable.symtable(without_magics(source), "cell", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        names = frozenset(re.findall(r"[A-Za-z_]\w*", source))
        return _Code(frozenset(defined(source)), names)
    symbols = module.get_symbols()
    binds = {symbol.get_name() for symbol in symbols if symbol.is_assigned() or symbol.is_imported()}
    binds |= {table.get_name() for table in module.get_children() if table.get_type() != "annotation"}
    uses = {symbol.get_name() for symbol in symbols if symbol.is_referenced()}
    inner = list(module.get_children())
    while inner:
        table = inner.pop()
        inner += table.get_children()
        uses |= {symbol.get_name() for symbol in table.get_symbols() if symbol.is_global()}
    return _Code(frozenset(binds), frozenset(uses))


def without_magics(source: str) -> str:
    """Lines that only IPython understands become empty."""
    return "\n".join("" if line.lstrip().startswith(("%", "!")) else line for line in source.splitlines())


def _trimmed(cell: Cell, others: Sequence[Cell]) -> str:
    """Of the notebook's own cell of imports: what other cells use. Loading the rest would take longer than grading."""
    if cell.is_own:
        return cell.source
    tree = ast.parse(without_magics(cell.source))
    if not any(isinstance(node, ast.Import | ast.ImportFrom) for node in tree.body):
        return cell.source
    uses = {name for other in others for name in _about(other.source).uses}
    return _imports_for(cell.source, frozenset(uses & _about(cell.source).binds))


@lru_cache(maxsize=256)
def _imports_for(source: str, names: frozenset[str]) -> str:
    source = without_magics(source)
    tree = ast.parse(source)
    others = [node for node in tree.body if not isinstance(node, ast.Import | ast.ImportFrom)]
    kept = [node for node in others if _about(ast.unparse(node)).binds & names]
    wanted = names | {name for node in kept for name in _about(ast.unparse(node)).uses}
    return "\n".join([needed_imports(source, "\n".join(wanted)), *(ast.unparse(node) for node in kept)])
