"""What an edit can use: the names, texts and sizes that a function has already."""

from __future__ import annotations

import ast
import copy
import itertools
from collections import Counter
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
    """parameters and names: of the function, and the names with its local ones; texts: possible keys;
    helpers: functions it may call; signatures: the names of their parameters; sizes: expressions that may be m;
    terms: values that it reads somewhere; returned: ids of the names that are given back as they are;
    computed: ids of names that hold the value of one statement; passed_on: ids of values that one place reads;
    has_products: it multiplies matrices somewhere;
    unused: names that nothing reads; following: the statement after each, by id; last: the last statement.
    """

    parameters: tuple[str, ...]
    names: tuple[str, ...]
    texts: tuple[str, ...]
    helpers: tuple[str, ...]
    signatures: dict[str, tuple[str, ...]]
    sizes: tuple[ast.expr, ...]
    terms: tuple[ast.expr, ...]
    returned: frozenset[int]
    computed: frozenset[int]
    passed_on: frozenset[int]
    has_products: bool
    unused: tuple[str, ...]
    following: dict[int, ast.stmt]
    last: ast.stmt


def scope_of(
    function: ast.FunctionDef, texts: Iterable[str] = (), signatures: dict[str, tuple[str, ...]] | None = None
) -> Scope:
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
    computed, passed_on = _uses(nodes, parameters)
    return Scope(
        parameters=parameters,
        names=names,
        texts=_texts(short),
        helpers=known,
        signatures=signatures,
        sizes=_sizes(nodes, parameters),
        terms=_terms(nodes, names),
        returned=_returned(nodes),
        computed=computed,
        passed_on=passed_on,
        has_products=any(isinstance(node, ast.MatMult) or name_of(node) in ("dot", "matmul") for node in nodes),
        unused=_unused(nodes, names),
        following=_following(nodes),
        last=function.body[-1],
    )


def _texts(known: Iterable[str]) -> tuple[str, ...]:
    """Each text, and what stands before the number in keys such as dW1: keys are put together from such pieces."""
    return tuple(dict.fromkeys(part for text in known for part in (text.rstrip("0123456789"), text) if part))


def _sizes(nodes: list[ast.AST], parameters: tuple[str, ...]) -> tuple[ast.expr, ...]:
    """Names that hold a size, or the numbers of columns of the parameters."""
    pairs = [(node.targets[0], node.value) for node in nodes if isinstance(node, ast.Assign)]
    for left, right in list(pairs):
        if isinstance(left, ast.Tuple) and isinstance(right, ast.Tuple) and len(left.elts) == len(right.elts):
            pairs += zip(left.elts, right.elts, strict=True)
    held = [left for left, right in pairs if _is_size(right)]
    names = dict.fromkeys(n.id for one in held for n in ast.walk(one) if isinstance(n, ast.Name))
    columns = (f"{name}.shape[1]" for name in parameters if name[:1] in "XYAZDdy")
    return tuple(ast.parse(text, mode="eval").body for text in (*names, *(() if names else list(columns)[:2])))


def _is_size(value: ast.expr) -> bool:
    inner = value.value if isinstance(value, ast.Subscript) else value
    is_length = isinstance(inner, ast.Call) and getattr(inner.func, "id", "") == "len"
    return is_length or (isinstance(inner, ast.Attribute) and inner.attr in ("shape", "size"))


def _unused(nodes: list[ast.AST], names: tuple[str, ...]) -> tuple[str, ...]:
    """The names that nothing reads, but those that say so themselves: a value got lost on the way."""
    read = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    return tuple(name for name in names if name not in read and not name.startswith("_"))


def _uses(nodes: list[ast.AST], parameters: tuple[str, ...]) -> tuple[frozenset[int], frozenset[int]]:
    """The ids of names that hold a value of one statement, and of the values that one other place reads."""
    values: dict[str, list[ast.expr]] = {}
    for node in nodes:
        for name in (
            (n.id for n in ast.walk(node) if isinstance(n, ast.Name)) if isinstance(node, ast.AugAssign) else ()
        ):
            values.setdefault(name, []).extend([node.value, node.value])
        if isinstance(node, ast.Assign):
            is_single = isinstance(node.targets[0], ast.Name)
            for name in (n.id for n in ast.walk(node.targets[0]) if isinstance(n, ast.Name)):
                values.setdefault(name, []).extend([node.value] if is_single else [node.value, node.value])
    once = {name: found[0] for name, found in values.items() if len(found) == 1 and name not in parameters}
    read = [node for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    counts = Counter(node.id for node in read)
    return (
        frozenset(id(node) for node in read if node.id in once),
        frozenset(id(value) for name, value in once.items() if counts[name] == 1),
    )


def _terms(nodes: list[ast.AST], names: tuple[str, ...]) -> tuple[ast.expr, ...]:
    """The names, with their transposes and entries where the function uses such."""
    terms: dict[str, ast.expr] = {name: ast.Name(name, ast.Load()) for name in names}
    for node in nodes:
        is_entry = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load)
        if is_entry or (isinstance(node, ast.Attribute) and node.attr == "T"):
            terms[ast.unparse(node)] = copy.deepcopy(node)  # itself could come to stand below itself
    return tuple(terms.values())[:24]


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
                found |= {id(one): after for one, after in itertools.pairwise(block)}
    return found


def name_of(node: ast.AST) -> str:
    """The name, or the last name of a dotted one; "" for anything else."""
    return getattr(node, "id", getattr(node, "attr", ""))


def is_value(node: ast.expr, scope: Scope) -> bool:
    """An expression that is read, and no bare name that is given back: changing it there would only undo a symptom."""
    is_module = isinstance(node, ast.Name) and (node.id in scope.helpers or node.id not in scope.names)
    is_method = isinstance(node, ast.Attribute) and node.attr not in ("T", "size")
    return isinstance(getattr(node, "ctx", ast.Load()), ast.Load) and not (
        id(node) in scope.returned or is_module or is_method
    )
