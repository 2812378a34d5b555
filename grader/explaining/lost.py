"""What never reaches the result: a value that is not returned, an argument that is not read, a name that nothing changes."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np

from grader.explaining.evidence import names_behind
from grader.explaining.missing import head_of
from grader.explaining.scope import name_of
from grader.explaining.stop import listed
from grader.explaining.tree import parsed
from grader.judging.exercise import Outcome
from grader.judging.looking import EMPTY
from grader.judging.plain import Raised
from grader.judging.values import as_array

ZEROS = {"zeros", "zeros_like"}
READERS = {"array", "asarray", "float", "float64", "int", "len", "list", "dict", "squeeze", "sum"}  # calls that change nothing


def lost(source: str, outcomes: Sequence[Outcome], needed: Collection[int]) -> str:
    """What is certain to be lost on the way to the result, "" where nothing is. needed: the arguments that count, by position."""
    is_seen = bool(outcomes) and not any(isinstance(outcome.seen.got, Raised) for outcome in outcomes)
    gives_none = is_seen and all(outcome.seen.got is None for outcome in outcomes)
    by_source = (result(source) if gives_none else "") or arguments(source, needed) or rounds(source)
    return by_source or (is_seen and (returned(source, outcomes) or unchanged(source, blank_parts(outcomes)))) or ""


def result(source: str) -> str:
    """What is said of a function that gives None and in which no value is returned anywhere; "" of any other."""
    functions = [node for node in ast.walk(parsed(source)) if isinstance(node, ast.FunctionDef)]
    given = (node for one in functions for node in ast.walk(one) if isinstance(node, ast.Return))
    if not functions or any(node.value is not None for node in given):
        return ""
    return "The function gives nothing back: it has no `return` with a value."


def arguments(source: str, needed: Collection[int]) -> str:
    """What is said of arguments that a function never reads; "" where it reads all. needed: the positions of those that count."""
    names = [f"`{name}`" for place, name in _never_read(source) if place in needed]
    them = "them" if names[1:] else "it"
    return f"The function never reads {listed(names)}: its result cannot depend on {them}." if names else ""


def unread_positions(source: str) -> tuple[int, ...]:
    """The positions of the arguments that a function never reads."""
    return tuple(place for place, _ in _never_read(source))


def _never_read(source: str) -> list[tuple[int, str]]:
    """Position and name of each argument that the last function does not even mention; none where it may by `locals()`."""
    function = _last(source)
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)] if function else []
    read = {node.id for node in _inside(function) if isinstance(node, ast.Name)}
    return [] if read & {"locals", "vars", "eval", "exec"} else [(i, name) for i, name in enumerate(names) if name not in read]


def rounds(source: str) -> str:
    """What is said of a `return` that ends a loop in its first round; "" where there is none."""
    loops = (node for node in ast.walk(parsed(source)) if isinstance(node, ast.For))
    ended = next((loop for loop in loops if any(isinstance(one, ast.Return) for one in loop.body)), None)
    if ended is None:
        return ""
    return f"The `return` stands inside the loop `{head_of(ended, 'body')}`: the function ends in its first round."


def returned(source: str, outcomes: Sequence[Outcome]) -> str:
    """What is said of the only `return` if another number of values stands in it than is needed; "" where that is not certain."""
    names = outcomes[0].names
    given = list(_returns(_last(source)))
    if not names or len(given) != 1:
        return ""
    parts = given[0].value.elts if isinstance(given[0].value, ast.Tuple) else [given[0].value]
    counts = {len(got) if isinstance(got := outcome.seen.got, tuple | list) else 1 for outcome in outcomes}
    if counts != {len(parts)} or len(parts) == len(names):
        return ""
    values = "1 value" if len(parts) == 1 else f"{len(parts)} values"
    return f"`{_typed(source, given[0])}` gives back {values}, and {len(names)} are needed: {listed(list(names))}."


def unchanged(source: str, blank: Collection[str]) -> str:
    """What is said of a name that keeps its first value, 0 or empty; "" where none does, or more than one.

    blank: the parts of the result that are wrongly 0 or empty, "" for the whole.
    """
    function = _last(source)
    if function is None:
        return ""
    return _kept(source, function, _returned_names(function) if "" in blank else names_behind(function, blank))


def still_empty(source: str, outcomes: Sequence[Outcome]) -> str:
    """What is said of a name that was empty wherever the function stopped, and that no line fills; "" where there is none."""
    function, stops = _last(source), [outcome.seen.got for outcome in outcomes]
    if function is None or not stops or not all(isinstance(stop, Raised) for stop in stops):
        return ""
    empty = ({name for name, what in stop.seen if what.startswith(EMPTY)} for stop in stops)
    return _kept(source, function, set.intersection(*empty))


def _kept(source: str, function: ast.FunctionDef, among: Collection[str]) -> str:
    """What is said of the one of some names that no line changes after its first value, which is 0 or empty."""
    first = {name: statement for name, statement in _first_values(function) if name in among}
    kept = [name for name in first if not _is_changed(function, name)]
    if len(kept) != 1:
        return ""
    return f"`{kept[0]}` keeps its first value: after `{_typed(source, first[kept[0]])}` no line changes it."


def _last(source: str) -> ast.FunctionDef | None:
    """The last function of a source."""
    return next((node for node in reversed(parsed(source).body) if isinstance(node, ast.FunctionDef)), None)


def _inside(function: ast.FunctionDef | None) -> Iterator[ast.AST]:
    return ast.walk(function) if function else iter(())


def _returns(function: ast.FunctionDef | None) -> Iterator[ast.Return]:
    """The `return` statements that give a value."""
    return (node for node in _inside(function) if isinstance(node, ast.Return) and node.value)


def _typed(source: str, statement: ast.stmt) -> str:
    """A statement as it is typed, on one line."""
    return " ".join((ast.get_source_segment(textwrap.dedent(source), statement) or ast.unparse(statement)).split())


def _returned_names(function: ast.FunctionDef) -> set[str]:
    return {one.id for node in _returns(function) for one in ast.walk(node.value) if isinstance(one, ast.Name)}


def _first_values(function: ast.FunctionDef) -> Iterator[tuple[str, ast.Assign]]:
    """The names that get something empty, or a 0 before a loop, each with that statement."""
    last = max((i for i, one in enumerate(function.body) if isinstance(one, ast.For | ast.While)), default=-1)
    for number, statement in enumerate(function.body):
        for target, value in _given(statement) if isinstance(statement, ast.Assign) else ():
            if isinstance(target, ast.Name) and (_is_empty(value) or (number < last and _is_zero(value))):
                yield target.id, statement


def _given(statement: ast.Assign) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each target with its value: of `a, b = [], 0`, too."""
    for target in statement.targets:
        if isinstance(target, ast.Tuple) and isinstance(statement.value, ast.Tuple):
            yield from zip(target.elts, statement.value.elts, strict=False)
        else:
            yield target, statement.value


def _is_empty(value: ast.expr) -> bool:
    is_call = isinstance(value, ast.Call) and not value.args and name_of(value.func) in ("list", "dict")
    return is_call or (isinstance(value, ast.List) and not value.elts) or (isinstance(value, ast.Dict) and not value.keys)


def _is_zero(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        return name_of(value.func) in ZEROS
    return isinstance(value, ast.Constant) and type(value.value) in (int, float) and not value.value


def _is_changed(function: ast.FunctionDef, name: str) -> bool:
    """Whether anything may change it after its first value: another value, a part, a method, another function, another name."""
    reads = sum(_is_name(child, name) for node in ast.walk(function) if _only_reads(node) for child in ast.iter_child_nodes(node))
    return reads + 1 < sum(_is_name(node, name) for node in ast.walk(function))


def _only_reads(node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        return name_of(node.func) in READERS
    is_part = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load)
    return is_part or isinstance(node, ast.BinOp | ast.UnaryOp | ast.Compare | ast.Return | ast.Tuple | ast.Dict)


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def blank_parts(outcomes: Sequence[Outcome]) -> set[str]:
    """The names of the parts that are 0 or empty in every case, and should not be in one."""
    found: dict[str, list[tuple[bool, bool]]] = {}
    for outcome in outcomes:
        got = dict(_parts(outcome.seen.got, outcome.names))
        for name, expected in _parts(outcome.case.expected, outcome.names):
            found.setdefault(name, []).append((name in got and _is_blank(got[name]), not _is_blank(expected)))
    return {name for name, both in found.items() if all(blank for blank, _ in both) and any(wanted for _, wanted in both)}


def _parts(value: object, names: Iterable[str] = ()) -> Iterator[tuple[str, object]]:
    """The parts of a result by name: a tuple's, and the entries of dictionaries; "" for a result that has none."""
    named = value.items() if isinstance(value, dict) else zip(names, value, strict=False) if isinstance(value, tuple) else ()
    if not named:
        yield "", value
    for name, part in named:
        yield from ((inner or name, one) for inner, one in _parts(part)) if isinstance(part, dict) else [(name, part)]


def _is_blank(value: object) -> bool:
    if isinstance(value, list | dict | tuple):
        return not value
    array = as_array(value)
    return array is not None and not np.any(array)
