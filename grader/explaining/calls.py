"""Edits of calls: another function, other arguments, axes and shapes.

Each takes a node and its scope, and gives what may stand in its place.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator, Mapping

from grader.explaining.operators import both_ways
from grader.explaining.scope import Edit, Scope, is_value, name_of

BROKEN_FUNCTIONS: dict[str, tuple[str, ...]] = {
    "zeros": ("ones",), "mean": ("sum",), "sum": ("mean",), "log": ("exp",), "exp": ("log",), "maximum": ("minimum",),
    "max": ("min",), "randn": ("rand",), "sqrt": ("square",), "tanh": ("sinh",), "abs": ("negative",),
}  # fmt: skip
FURTHER_FUNCTIONS: dict[str, tuple[str, ...]] = {
    "maximum": ("max", "fmax"), "argmax": ("max",), "log": ("log2", "log10", "log1p"), "exp": ("exp2", "expm1"),
    "tanh": ("sin", "cosh", "arctan"), "dot": ("multiply", "outer"), "floor": ("ceil", "round"),
    "zeros": ("empty",), "zeros_like": ("ones_like", "empty_like"), "shape": ("size",), "append": ("extend",),
    "sum": ("median", "prod", "cumsum", "max"), "mean": ("median", "max"), "values": ("keys", "items"),
}  # fmt: skip
REDUCING = ("sum", "mean", "max", "min", "argmax", "norm", "prod")
FUNCTIONS = both_ways(BROKEN_FUNCTIONS, FURTHER_FUNCTIONS)


def functions_broken(node: ast.Attribute, scope: Scope) -> Iterator[Edit]:
    yield from _functions(node, BROKEN_FUNCTIONS)


def functions_mended(node: ast.Attribute, scope: Scope) -> Iterator[Edit]:
    yield from _functions(node, FUNCTIONS)
    if isinstance(node.value, ast.Name) and node.value.id == "math":
        yield Edit("NumPy's", ast.Attribute(ast.Name("__numpy", ast.Load()), node.attr, node.ctx))


def _functions(node: ast.Attribute, table: Mapping) -> Iterator[Edit]:
    for other in table.get(node.attr, ()):
        yield Edit(f"{node.attr} → {other}", ast.Attribute(node.value, other, node.ctx))


def helpers(node: ast.Name | ast.Attribute, scope: Scope) -> Iterator[Edit]:
    """Another function of the notebook in place of one, or of NumPy's."""
    is_function = node.attr in FUNCTIONS if isinstance(node, ast.Attribute) else node.id in scope.helpers
    if is_function and isinstance(node.ctx, ast.Load):
        yield from (Edit("helper", ast.Name(name, ast.Load())) for name in scope.helpers if name != name_of(node))


def arguments_swapped(node: ast.Call, scope: Scope) -> Iterator[Edit]:
    for place in range(len(node.args) - 1):
        swapped = [*node.args]
        swapped[place], swapped[place + 1] = swapped[place + 1], swapped[place]
        what = f"arguments {place + 1} and {place + 2} swapped"
        yield Edit(what, ast.Call(node.func, swapped, node.keywords))


def keyword_dropped(node: ast.Call, scope: Scope) -> Iterator[Edit]:
    for place, keyword in enumerate(node.keywords):
        rest = node.keywords[:place] + node.keywords[place + 1 :]
        yield Edit(f"{keyword.arg}= dropped", ast.Call(node.func, node.args, rest))


def call_dropped(node: ast.Call, scope: Scope) -> Iterator[Edit]:
    if isinstance(node.func, ast.Attribute) and not node.args:
        yield Edit("call dropped", node.func.value)
    if node.args:
        yield Edit("argument instead of the call", node.args[0])


def axes(node: ast.Call, scope: Scope) -> Iterator[Edit]:
    """axis= and keepdims= of a sum in all ways."""
    if name_of(node.func) not in REDUCING:
        return
    rest = [keyword for keyword in node.keywords if keyword.arg not in ("axis", "keepdims")]
    for axis, kept in itertools.product((None, 0, 1), (False, True)):
        named = {"axis": axis} if axis is not None else {}
        named |= {"keepdims": True} if kept else {}
        added = [ast.keyword(name, ast.Constant(value)) for name, value in named.items()]
        yield Edit("axis", ast.Call(node.func, node.args[:1], [*rest, *added]))


def products(node: ast.Call, scope: Scope) -> Iterator[Edit]:
    if name_of(node.func) in ("dot", "multiply", "matmul") and len(node.args) == 2:
        left, right = node.args
        for operator in (ast.Mult(), ast.MatMult()):
            yield Edit("product", ast.BinOp(left, operator, right))
        yield Edit("product", ast.BinOp(right, ast.MatMult(), left))


def factors(node: ast.BinOp | ast.Call, scope: Scope) -> Iterator[Edit]:
    """A matrix product with its factors in either order, each transposed or not: what one slip less would not mend."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        pair = node.left, node.right
    elif isinstance(node, ast.Call) and name_of(node.func) in ("dot", "matmul"):
        pair = tuple(node.args) if len(node.args) == 2 else (getattr(node.func, "value", None), *node.args)
    else:
        return
    if len(pair) == 2 and all(pair):
        for left, right in (pair, pair[::-1]):
            for first, second in itertools.product(_turns(left), _turns(right)):
                yield Edit("factors", ast.BinOp(first, ast.MatMult(), second))


def _turns(node: ast.expr) -> tuple[ast.expr, ast.expr]:
    """As it is, and the other way round."""
    is_turned = isinstance(node, ast.Attribute) and node.attr == "T"
    return node, node.value if is_turned else ast.Attribute(node, "T", ast.Load())


def transpose_dropped(node: ast.Attribute, scope: Scope) -> Iterator[Edit]:
    if node.attr == "T":
        yield Edit("transpose dropped", node.value)


def transposed(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    if is_value(node, scope):
        yield Edit("transposed", ast.Attribute(node, "T", ast.Load()))


def sizes_of_new(node: ast.Call, scope: Scope) -> Iterator[Edit]:
    """The shape of a new array: one tuple, single numbers, one axis more."""
    if name_of(node.func) not in ("zeros", "ones", "randn", "empty", "full", "reshape", "rand", "standard_normal"):
        return
    first = node.args[0] if node.args else None
    if len(node.args) > 1:
        yield Edit("tuple", ast.Call(node.func, [ast.Tuple(node.args, ast.Load())], node.keywords))
    if isinstance(first, ast.Tuple):
        yield Edit("single", ast.Call(node.func, first.elts, node.keywords))
        yield Edit(
            "rows", ast.Call(node.func, [ast.Tuple([first.elts[0], ast.Constant(1)], ast.Load())], node.keywords)
        )
    if len(node.args) == 1:
        column = ast.Tuple([*(first.elts if isinstance(first, ast.Tuple) else [first]), ast.Constant(1)], ast.Load())
        yield Edit("column", ast.Call(node.func, [column], node.keywords))
        yield Edit("column", ast.Call(node.func, column.elts, node.keywords))


def reshaped(node: ast.Call, scope: Scope) -> Iterator[Edit]:
    """reshape(a, b) and reshape(b, a).T lay the numbers out in another order; and as it was before."""
    if name_of(node.func) == "reshape":
        turned = ast.Call(node.func, [*node.args[:-2], *node.args[-2:][::-1]], node.keywords)
        yield Edit("reshape", ast.Attribute(turned, "T", ast.Load()))
        if isinstance(node.func, ast.Attribute):
            yield Edit("as it was", node.func.value)
