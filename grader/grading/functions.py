"""Which functions a cell defines, read from its text: nothing is run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from textwrap import dedent

from grader.learning.cell import DEFINITIONS, in_module_scope, meaning, parsed


@lru_cache(maxsize=8192)  # most cells of a class are those of the release
def defined(source: str) -> list[str]:
    """The names of the functions that a cell defines, by whatever statement, also where it does not parse."""
    text = meaning(source).text
    tree = parsed(text)
    return re.findall(r"^def\s+(\w+)", text, re.MULTILINE) if tree is None else [name for name, _ in definitions(tree)]


def definitions(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """Each name that the notebook gives to a function, and the statement that does it.

    A lambda, another name of a function and what is made from a function or class of the same cell (functools.partial,
    np.vectorize, an object with __call__) are functions, too; the result of any other call is taken for none.
    """
    made: set[str] = set()
    for one in in_module_scope(tree.body):
        names: list[str] = []
        if isinstance(one, DEFINITIONS):
            names = [one.name]
            made.add(one.name)
        elif isinstance(one, ast.ImportFrom):
            names = [alias.asname or alias.name for alias in one.names]
        elif isinstance(one, ast.Assign | ast.AnnAssign) and one.value and _makes_function(one.value, made):
            targets = one.targets if isinstance(one, ast.Assign) else [one.target]
            names = [target.id for target in targets if isinstance(target, ast.Name)]
        yield from ((name, one) for name in names)


def _makes_function(value: ast.expr, made: set[str]) -> bool:
    if isinstance(value, ast.Call):
        parts = [value.func, *value.args, *(keyword.value for keyword in value.keywords)]
        return any(isinstance(part, ast.Lambda) or (isinstance(part, ast.Name) and part.id in made) for part in parts)
    return isinstance(value, ast.Lambda | ast.Name | ast.Attribute)


def functions_of(sources: Iterable[str]) -> dict[str, str]:
    """The source text of each function that cells, given as Python, define; of several with one name, the last."""
    texts: dict[str, str] = {}
    for source in sources:
        texts |= dict(_functions_of_cell(source))
    return texts


@lru_cache(maxsize=8192)
def _functions_of_cell(source: str) -> tuple[tuple[str, str], ...]:
    tree = parsed(source)
    found = [(name, one) for name, one in definitions(tree) if not isinstance(one, ast.ImportFrom)] if tree else []
    lines = source.split("\n")
    return tuple((name, dedent("\n".join(lines[one.lineno - 1 : one.end_lineno]))) for name, one in found)
