"""A source as a syntax tree, the places of a function in it, and another node at one of them."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass


def parsed(source: str) -> ast.Module:
    """The tree of a learner's source, as a whole indented or not; an empty one where it cannot be read."""
    try:
        return ast.parse(textwrap.dedent(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module([], [])


@dataclass(frozen=True)
class Place:
    """A node, the field of its parent where it stands (and the index there, in a list), and the innermost statement."""

    node: ast.AST
    parent: ast.AST
    field: str
    index: int | None
    statement: ast.stmt


def places(function: ast.FunctionDef) -> Iterator[Place]:
    """Every place in the body of `function`, its docstring left out, in the order of the text."""
    for index, statement in enumerate(function.body):
        if index or not is_docstring(statement):
            here = Place(statement, function, "body", index, statement)
            yield here
            yield from _below(here)


def is_docstring(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _below(place: Place) -> Iterator[Place]:
    for field, value in ast.iter_fields(place.node):
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, child in children:
            if isinstance(child, ast.AST):
                statement = child if isinstance(child, ast.stmt) else place.statement
                here = Place(child, place.node, field, index, statement)
                yield here
                yield from _below(here)


@contextmanager
def replaced(place: Place, new: ast.AST | Sequence[ast.stmt]) -> Iterator[None]:
    """Meanwhile `new` stands at `place`: a node, or several statements in place of one."""
    _give_lines(new, place.statement)
    held = getattr(place.parent, place.field)
    if place.index is None:
        changed: object = new
    else:
        changed = [*held[: place.index], *(new if isinstance(new, list) else [new]), *held[place.index + 1 :]]
    setattr(place.parent, place.field, changed)
    try:
        yield
    finally:
        setattr(place.parent, place.field, held)


def _give_lines(new: ast.AST | Sequence[ast.stmt], old: ast.stmt) -> None:
    """Give new nodes the line of the old statement: without one they do not compile. What stood there before keeps its own."""
    waiting: list[ast.AST] = list(new) if isinstance(new, list) else [new]
    while waiting:
        node = waiting.pop()
        if not hasattr(node, "lineno"):
            if "lineno" in node._attributes:
                ast.copy_location(node, old)
            waiting += ast.iter_child_nodes(node)


def end_line(statement: ast.stmt) -> int:
    """The last line of a statement, of one that holds others the last of its head."""
    body = getattr(statement, "body", None)
    return max(statement.lineno, body[0].lineno - 1) if body else statement.end_lineno
