"""What an edit can use: the names, texts and sizes that a function has already."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """What is changed, in words for developers; what stands in the node's place (several statements: a list); and the
    node whose line it is, where that is not the place itself.
    """

    what: str
    new: ast.AST | list[ast.stmt]
    at: ast.AST | None = None


@dataclass(frozen=True)
class Scope:
    """parameters and names: those of the function, the names with its local ones; texts: possible keys; helpers: functions
    it may call; signatures: the names of their parameters; sizes: expressions that may be m; terms: values that it reads somewhere; returned: ids of
    the names that are given back as they are; following: the statement after each, by id.
    """

    parameters: tuple[str, ...]
    names: tuple[str, ...]
    texts: tuple[str, ...]
    helpers: tuple[str, ...]
    signatures: dict[str, tuple[str, ...]]
    sizes: tuple[ast.expr, ...]
    terms: tuple[ast.expr, ...]
    returned: frozenset[int]
    following: dict[int, ast.stmt]


def scope_of(function: ast.FunctionDef, texts: Iterable[str] = (), signatures: dict[str, tuple[str, ...]] | None = None) -> Scope:
    """The scope of `function`. texts: further keys, as its arguments have; signatures: of the functions around it."""
    signatures = signatures or {}
    nodes = list(ast.walk(function))
    parameters = tuple(argument.arg for argument in function.args.args)
    stored = (n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
    names = tuple(dict.fromkeys((*parameters, *stored)))
    own_texts = (n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str))
    short = (text for text in (*own_texts, *texts) if len(text) < 20)
    called = (n.func.id for n in nodes if isinstance(n, ast.Call) and isinstance(n.func, ast.Name))
    known = tuple(dict.fromkeys(name for name in (*called, *signatures) if name not in names and name != function.name))
    return Scope(parameters, names, tuple(dict.fromkeys(short)), known, signatures,
                 _sizes(nodes, parameters), _terms(nodes, names), _returned(nodes), _following(nodes))  # fmt: skip


def _sizes(nodes: list[ast.AST], parameters: tuple[str, ...]) -> tuple[ast.expr, ...]:
    """Names that hold a size, and the numbers of columns of the parameters."""
    sizes: dict[str, ast.expr] = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and ("shape" in (text := ast.unparse(node.value)) or "len(" in text):
            for target in ast.walk(node.targets[0]):
                if isinstance(target, ast.Name):
                    sizes[target.id] = ast.Name(target.id, ast.Load())
    columns = (f"{name}.shape[1]" for name in parameters if name[:1] in "XYAZDdy")
    return tuple(sizes.values()) or tuple(ast.parse(text, mode="eval").body for text in columns)[:2]


def _terms(nodes: list[ast.AST], names: tuple[str, ...]) -> tuple[ast.expr, ...]:
    """The names, with their transposes and entries where the function uses such; 1 and 2."""
    terms: dict[str, ast.expr] = {name: ast.Name(name, ast.Load()) for name in names}
    for node in nodes:
        is_entry = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load)
        if is_entry or (isinstance(node, ast.Attribute) and node.attr == "T"):
            terms[ast.unparse(node)] = copy.deepcopy(node)  # itself could come to stand below itself
    return (*list(terms.values())[:24], ast.Constant(1), ast.Constant(2))


def _returned(nodes: list[ast.AST]) -> frozenset[int]:
    """The bare names in return statements: what is wrong with them went wrong further up."""
    given = [inner for node in nodes if isinstance(node, ast.Return) and node.value for inner in _parts(node.value)]
    return frozenset(id(node) for node in given if isinstance(node, ast.Name | ast.Subscript))


def _parts(value: ast.expr) -> list[ast.expr]:
    if isinstance(value, ast.Tuple | ast.List):
        return [part for item in value.elts for part in _parts(item)]
    if isinstance(value, ast.Dict):
        return [part for item in value.values for part in _parts(item)]
    return [value]


def _following(nodes: list[ast.AST]) -> dict[int, ast.stmt]:
    found = {}
    for node in nodes:
        for field in ("body", "orelse"):
            block = getattr(node, field, None)
            if isinstance(block, list):
                found |= {id(one): after for one, after in zip(block, block[1:], strict=False)}
    return found
