"""Automatic mutants: small changes of a function's source, one at a time, most of which make it wrong."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass

OPERATORS: dict[type, tuple[type, ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.FloorDiv: (ast.Div, ast.Mult),
    ast.Mod: (ast.FloorDiv,),
    ast.BitOr: (),
}
COMPARISONS: dict[type, tuple[type, ...]] = {
    ast.Gt: (ast.Lt, ast.GtE),
    ast.GtE: (ast.LtE, ast.Gt),
    ast.Lt: (ast.Gt, ast.LtE),
    ast.LtE: (ast.GtE, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
}


@dataclass(frozen=True)
class Mutant:
    """One changed source. change: what was changed, and in which statement."""

    change: str
    source: str


Path = tuple[tuple[str, int | None], ...]  # field names, and places in lists
Edit = tuple[str, ast.AST | None]  # what is changed, and what stands in the node's place; None drops it


def mutants(source: str) -> list[Mutant]:
    """Every mutant of a function's source that differs from it and from the others, in the order of the text."""
    tree = ast.parse(source)
    function = tree.body[0]
    if isinstance(function.body[0], ast.Expr) and isinstance(function.body[0].value, ast.Constant):
        del function.body[0]  # the docstring
    original = ast.unparse(tree)
    found: dict[str, Mutant] = {}
    for place, statement in enumerate(function.body):
        for path, node in _nodes(statement, (("body", 0), ("body", place)), include=True):
            for what, replacement in _edits(node, function):
                text = _rebuilt(tree, path, replacement)
                line = _line(tree, path)
                if text in (None, original) or text in found or _is_mirrored_draw(what, line):
                    continue
                found[text] = Mutant(f"{what}, in `{line}`", text)
    return list(found.values())


def _is_mirrored_draw(what: str, line: str) -> bool:
    """A constant's sign in front of normal random numbers: minus such a number is as likely as the number itself."""
    return "randn" in line and "→ -" in what


def _line(tree: ast.Module, path: Path) -> str:
    """The first line of the innermost statement on the way."""
    node, statement = tree, tree.body[0]
    for field, place in path:
        node = getattr(node, field) if place is None else getattr(node, field)[place]
        statement = node if isinstance(node, ast.stmt) else statement
    return ast.unparse(statement).splitlines()[0]


def _nodes(node: ast.AST, path: Path = (), include: bool = False) -> Iterator[tuple[Path, ast.AST]]:
    """Every node below `node` (and itself, if asked), with the way to it: field names and places in lists."""
    if include:
        yield path, node
    for field, value in ast.iter_fields(node):
        children = enumerate(value) if isinstance(value, list) else [(None, value)]
        for place, child in children:
            if isinstance(child, ast.AST):
                here = (*path, (field, place))
                yield here, child
                yield from _nodes(child, here)


def _rebuilt(tree: ast.Module, path: Path, replacement: ast.AST | None) -> str | None:
    """The text of the tree with another node at `path`; None where that is no Python."""
    copied = copy.deepcopy(tree)
    parent: ast.AST = copied
    for field, place in path[:-1]:
        parent = getattr(parent, field) if place is None else getattr(parent, field)[place]
    field, place = path[-1]
    if place is None:
        if replacement is None:
            return None
        setattr(parent, field, replacement)
    elif replacement is None:
        del getattr(parent, field)[place]
    else:
        getattr(parent, field)[place] = replacement
    try:
        text = ast.unparse(ast.fix_missing_locations(copied))
        compile(text, "<mutant>", "exec")
    except (SyntaxError, ValueError, AttributeError, IndexError):
        return None
    return text


def _edits(node: ast.AST, function: ast.FunctionDef) -> Iterator[Edit]:
    for kind, edits in EDITS:
        if isinstance(node, kind):
            yield from edits(node, function)


def _operators(node: ast.BinOp, function: ast.FunctionDef) -> Iterator[Edit]:
    for other in OPERATORS.get(type(node.op), ()):
        yield f"operator {type(node.op).__name__} → {other.__name__}", ast.BinOp(node.left, other(), node.right)
    yield "left operand only", node.left
    yield "right operand only", node.right
    if isinstance(node.op, ast.Sub | ast.Div | ast.MatMult):
        yield "operands swapped", ast.BinOp(node.right, node.op, node.left)


def _comparisons(node: ast.Compare, function: ast.FunctionDef) -> Iterator[Edit]:
    for other in COMPARISONS.get(type(node.ops[0]), ()):
        name = f"comparison {type(node.ops[0]).__name__} → {other.__name__}"
        yield name, ast.Compare(node.left, [other()], node.comparators)


def _constants(node: ast.Constant, function: ast.FunctionDef) -> Iterator[Edit]:
    if isinstance(node.value, bool):
        yield f"{node.value} → {not node.value}", ast.Constant(not node.value)
    elif isinstance(node.value, int):
        for other in (node.value + 1, node.value - 1):
            yield f"{node.value} → {other}", ast.Constant(other)
    elif isinstance(node.value, float):
        for other in (node.value * 1.2 + 0.1, -node.value) if node.value else (0.1,):
            yield f"{node.value} → {other}", ast.Constant(other)


def _attributes(node: ast.Attribute, function: ast.FunctionDef) -> Iterator[Edit]:
    if node.attr == "T":
        yield "transpose dropped", node.value
    swaps = {"zeros": "ones", "mean": "sum", "sum": "mean", "log": "exp", "exp": "log", "maximum": "minimum", "max": "min",
             "randn": "rand", "sqrt": "square", "tanh": "sinh", "abs": "negative"}  # fmt: skip
    if node.attr in swaps:
        yield f"{node.attr} → {swaps[node.attr]}", ast.Attribute(node.value, swaps[node.attr], node.ctx)


def _calls(node: ast.Call, function: ast.FunctionDef) -> Iterator[Edit]:
    for place in range(len(node.args) - 1):
        swapped = [*node.args]
        swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
        yield f"arguments {place + 1} and {place + 2} swapped", ast.Call(node.func, swapped, node.keywords)
    for place, keyword in enumerate(node.keywords):
        rest = node.keywords[:place] + node.keywords[place + 1 :]
        yield f"{keyword.arg}= dropped", ast.Call(node.func, node.args, rest)
    if isinstance(node.func, ast.Attribute) and not node.args:
        yield "call dropped", node.func.value
    if node.args:
        yield "argument instead of the call", node.args[0]


def _signs(node: ast.UnaryOp, function: ast.FunctionDef) -> Iterator[Edit]:
    if isinstance(node.op, ast.USub):
        yield "minus dropped", node.operand


def _names(node: ast.Name, function: ast.FunctionDef) -> Iterator[Edit]:
    """Another of the function's parameters in place of one, the next in their order."""
    parameters = [argument.arg for argument in function.args.args]
    if isinstance(node.ctx, ast.Load) and node.id in parameters and len(parameters) > 1:
        other = parameters[(parameters.index(node.id) + 1) % len(parameters)]
        yield f"{node.id} → {other}", ast.Name(other, node.ctx)


def _statements(node: ast.stmt, function: ast.FunctionDef) -> Iterator[Edit]:
    yield "statement dropped", ast.Pass()
    if isinstance(node, ast.AugAssign):
        yield "overwritten instead of accumulated", ast.Assign([node.target], node.value)
    if isinstance(node, ast.If):
        yield "always", ast.If(ast.Constant(True), node.body, node.orelse)


def _tuples(node: ast.Tuple, function: ast.FunctionDef) -> Iterator[Edit]:
    if isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
        yield "first two swapped", ast.Tuple([node.elts[1], node.elts[0], *node.elts[2:]], node.ctx)
        yield "last one dropped", ast.Tuple(node.elts[:-1], node.ctx)


def _choices(node: ast.IfExp, function: ast.FunctionDef) -> Iterator[Edit]:
    yield "branches swapped", ast.IfExp(node.test, node.orelse, node.body)


EDITS: tuple[tuple[type | tuple[type, ...], Callable], ...] = (
    (ast.BinOp, _operators),
    (ast.Compare, _comparisons),
    (ast.Constant, _constants),
    (ast.Attribute, _attributes),
    (ast.Call, _calls),
    (ast.UnaryOp, _signs),
    (ast.Name, _names),
    ((ast.Assign, ast.AugAssign, ast.Expr, ast.If, ast.For, ast.Return), _statements),
    (ast.Tuple, _tuples),
    (ast.IfExp, _choices),
)
