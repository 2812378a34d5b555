"""Which cells of a submission have to run, so that grading costs only what is judged.

Needed are the cells that define the functions to be judged, the tests that run code of their own, and whatever binds a
name that a needed cell uses. A notebook's other cells (pictures, trials, guesses) are not run.
"""

from __future__ import annotations

import ast
import re
import symtable
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from grader.answers.reference import needed_imports
from grader.grading.functions import defined
from grader.grading.mend import Cell
from grader.grading.released import Template
from grader.learning.cell import DEFINITIONS, in_module_scope, meaning, parsed

REFLECTION = {"globals", "locals", "vars", "eval", "exec", "__import__", "__main__"}


@dataclass(frozen=True)
class Step:
    """One cell to run. place: its number in the notebook, -1 for the notebook's own imports; source: the cell as Python;
    test: it is run for its verdict, its output counts.
    """

    place: int
    source: str
    test: bool = False


@dataclass(frozen=True)
class _Code:
    """The names that a cell binds and uses, those of them that it imports, and those of which it changes what they hold."""

    binds: frozenset[str]
    uses: frozenset[str]
    imports: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()


def steps(cells: Sequence[Cell], template: Template) -> list[Step]:
    """What to run, in order: the notebook's own imports, whatever a student made of them, then the cells that are needed."""
    runnable = {i: cell for i, cell in enumerate(cells) if _can_run(cell)}
    functions = set(template.functions)
    everything = not functions or any(_about(cell.source).uses & REFLECTION for cell in runnable.values() if cell.is_own)
    chosen = dict(runnable) if everything else _needed(runnable, functions)
    chosen = {i: cell for i, cell in sorted(chosen.items()) if not _is_idle(cell, runnable)}
    texts = {i: meaning(cell.source).text if everything else _trimmed(i, chosen) for i, cell in chosen.items()}
    given = "\n".join(_imports(meaning(slot.source).text) for slot in template.slots if slot.kind == "given")
    uses = frozenset().union(*(_about(text).uses for text in texts.values()))
    first = given if everything else needed_imports(given, "\n".join(uses & _about(given).imports))
    tests = {i for i, cell in chosen.items() if cell.slot and cell.slot.kind == "test"}
    return [Step(i, text, i in tests) for i, text in {-1: first, **texts}.items() if text or i in tests]


def defined_again(cells: Sequence[Cell], template: Template) -> list[str]:
    """A sentence for each function that several cells define: what the notebook's own check saw may have been another one."""
    released = {slot.source.strip() for slot in template.slots}
    written = [cell.source for cell in cells if cell.cell_type == "code" and cell.source.strip() not in released]
    times = Counter(name for source in written for name in set(defined(source)))
    return [f"`{name}` is defined in {times[name]} cells; the last one counts." for name in template.functions if times[name] > 1]


def definitions(text: str, functions: Iterable[str] = ()) -> str:
    """A cell's imports, functions and classes, and what `functions` need or are made of, in the lines where it stands; "" where
    there is no function. What only other functions need is left out: those that draw need what was trained.
    """
    tree = parsed(text)
    about = [(one, _about(ast.unparse(one))) for one in tree.body] if tree else []
    needed, wanted = {-1}, frozenset(functions)
    while more := {i for i, (_, names) in enumerate(about) if (names.binds | names.changes) & wanted} - needed:
        needed |= more
        wanted |= frozenset().union(*(about[i][1].uses for i in more))
    kept = {i for i, (one, _) in enumerate(about) if i in needed or _is_definition(one)}
    if not kept:
        return ""
    kept |= {i for i, (one, _) in enumerate(about) if isinstance(one, ast.Import | ast.ImportFrom)}
    lines = {number for i in kept for number in _lines(about[i][0])}
    return "\n".join(line if number in lines else "" for number, line in enumerate(text.split("\n"), 1)).rstrip("\n")


def _lines(one: ast.stmt) -> range:
    """Those of a statement, with its decorators."""
    return range(min(part.lineno for part in (one, *getattr(one, "decorator_list", ()))), one.end_lineno + 1)


def _is_definition(one: ast.stmt) -> bool:
    return isinstance(one, DEFINITIONS) or (isinstance(one, ast.Assign) and isinstance(one.value, ast.Lambda))


def _can_run(cell: Cell) -> bool:
    return cell.cell_type == "code" and (cell.slot is None or cell.slot.kind not in ("check", "demo", "text"))


def _needed(runnable: dict[int, Cell], functions: set[str]) -> dict[int, Cell]:
    """A name that the student binds is theirs: no cell that came with the notebook is run for it, and over it, but imports."""
    theirs = {name for cell in runnable.values() if cell.is_own for name in _about(cell.source).binds}
    imported = {name for cell in runnable.values() for name in _about(cell.source).imports}
    wanted = set(functions)
    chosen: dict[int, Cell] = {}
    growing = True
    while growing:
        growing = False
        for i, cell in runnable.items():
            about = _about(cell.source)
            is_test = cell.slot is not None and cell.slot.kind == "test"
            offered = about.binds | (about.changes - imported) if cell.is_own else (about.binds - theirs) | about.imports
            if cell.is_own and "*" in about.binds:
                offered |= wanted  # it may bind anything
            decides = cell.is_own and "__future__" in cell.source and "annotations" in about.imports  # how others are read
            if i not in chosen and (is_test or decides or offered & wanted):
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
    text = meaning(source).text
    module = _symbols(text)
    if module is None:
        names = frozenset(re.findall(r"[A-Za-z_]\w*", text))
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
    imports = frozenset(symbol.get_name() for symbol in symbols if symbol.is_imported())
    tree = parsed(text)
    if any(isinstance(one, ast.ImportFrom) and one.names[0].name == "*" for one in in_module_scope(tree.body)):
        binds.add("*")
    return _Code(frozenset(binds), frozenset(uses), imports, frozenset(_changes(tree)))


def _symbols(text: str) -> symtable.SymbolTable | None:
    """The table of a text's names, None if it is not Python."""
    if parsed(text) is None:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return symtable.symtable(text, "cell", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _changes(tree: ast.Module) -> Iterator[str]:
    """Names whose values are changed in place: `d["k"] = 1`, `a.b = 2`, `names.append(3)`."""
    for one in in_module_scope(tree.body):
        parts: list[ast.AST] = []
        if isinstance(one, ast.Assign | ast.AugAssign):
            parts = one.targets if isinstance(one, ast.Assign) else [one.target]
        elif isinstance(one, ast.Expr) and isinstance(one.value, ast.Call):
            parts = [one.value.func]
        for part in parts:
            inner = part
            while isinstance(inner, ast.Attribute | ast.Subscript):
                inner = inner.value
            if inner is not part and isinstance(inner, ast.Name):
                yield inner.id


@lru_cache(maxsize=1024)
def _imports(text: str) -> str:
    """The import statements of a cell."""
    tree = parsed(text)
    return "\n".join(ast.unparse(one) for one in tree.body if isinstance(one, ast.Import | ast.ImportFrom)) if tree else ""


def _trimmed(place: int, chosen: dict[int, Cell]) -> str:
    """Of a cell that came with the notebook and imports something: what others use. Its imports are there already, but for
    those that a student's cell has put something else in the place of.
    """
    cell = chosen[place]
    text = meaning(cell.source).text
    if cell.is_own or not _imports(text):
        return text
    uses = frozenset().union(*(_about(other.source).uses for other in chosen.values() if other is not cell))
    lost = {name for i, other in chosen.items() if i < place and other.is_own for name in _about(other.source).binds}
    again = needed_imports(_imports(text), "\n".join(uses & lost & _about(text).imports))
    return "\n".join(filter(None, [again, _remainder(text, uses & _about(cell.source).binds)]))


@lru_cache(maxsize=256)
def _remainder(text: str, names: frozenset[str]) -> str:
    others = [one for one in ast.parse(text).body if not isinstance(one, ast.Import | ast.ImportFrom)]
    return "\n".join(line for one in others if _about(line := ast.unparse(one)).binds & names)
