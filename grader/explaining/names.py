"""Edits of what is read and given back: names, indices, bounds, keys, the order of several values.

Each takes a node and its scope, and gives what may stand in its place.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator

from grader.explaining.scope import Edit, Scope, name_of

MODULES = ("np", "numpy", "math", "range", "len", "print", "float", "int", "str", "sum", "zip", "enumerate")


def next_parameter(node: ast.Name, scope: Scope) -> Iterator[Edit]:
    """Another of the function's parameters in place of one, the next in their order."""
    if isinstance(node.ctx, ast.Load) and node.id in scope.parameters and len(scope.parameters) > 1:
        other = scope.parameters[(scope.parameters.index(node.id) + 1) % len(scope.parameters)]
        yield Edit(f"{node.id} → {other}", ast.Name(other, node.ctx))


def other_names(node: ast.Name, scope: Scope) -> Iterator[Edit]:
    """Another local name; in place of one that is no name of the function at all, too."""
    is_local = node.id in scope.names
    is_unknown = not is_local and node.id not in scope.helpers and node.id not in MODULES
    if isinstance(node.ctx, ast.Load) and (is_local or is_unknown) and id(node) not in scope.returned:
        yield from (Edit(f"{node.id} → {name}", ast.Name(name, node.ctx)) for name in scope.names if name != node.id)


def other_value(node: ast.Tuple | ast.Dict, scope: Scope) -> Iterator[Edit]:
    """Another name among what is given back: what is right was computed, and something else is handed over."""
    items = node.elts if isinstance(node, ast.Tuple) else node.values
    for place, item in enumerate(items):
        is_under_its_name = isinstance(node, ast.Dict) and _is_under_its_name(node.keys[place], item)
        if id(item) not in scope.returned or not isinstance(item, ast.Name) or is_under_its_name:
            continue
        for name in (name for name in scope.names if name != item.id):
            changed = [*items[:place], ast.Name(name, ast.Load()), *items[place + 1 :]]
            yield Edit("value", ast.Tuple(changed, node.ctx) if isinstance(node, ast.Tuple) else ast.Dict(node.keys, changed))


def other_result(node: ast.Return, scope: Scope) -> Iterator[Edit]:
    """Another name is given back."""
    if isinstance(node.value, ast.Name):
        yield from (Edit("result", ast.Return(ast.Name(name, ast.Load()))) for name in scope.names)


def one_off(node: ast.Subscript | ast.Call | ast.FormattedValue, scope: Scope) -> Iterator[Edit]:
    """One more or one less of an index, of a bound, or of a number in a key."""
    for change in (ast.Add, ast.Sub):
        if isinstance(node, ast.Subscript):
            for new in _one_off(node.slice, change()):
                yield Edit("index", ast.Subscript(node.value, new, node.ctx))
        elif isinstance(node, ast.FormattedValue):
            for new in _one_off(node.value, change()):
                yield Edit("key", ast.FormattedValue(new, node.conversion, node.format_spec))
        elif name_of(node.func) in ("range", "str", "zeros", "ones", "randn"):
            for place, argument in enumerate(node.args):
                for new in _one_off(argument, change()):
                    arguments = [*node.args[:place], new, *node.args[place + 1 :]]
                    yield Edit("bound", ast.Call(node.func, arguments, node.keywords))


def _one_off(index: ast.expr, change: ast.operator) -> Iterator[ast.expr]:
    if isinstance(index, ast.Tuple):
        for place, item in enumerate(index.elts):
            for new in _one_off(item, change):
                yield ast.Tuple([*index.elts[:place], new, *index.elts[place + 1 :]], index.ctx)
    elif isinstance(index, ast.Slice):
        yield from (ast.Slice(new, index.upper) for new in (_one_off(index.lower, change) if index.lower else ()))
        yield from (ast.Slice(index.lower, new) for new in (_one_off(index.upper, change) if index.upper else ()))
    elif isinstance(index, ast.Name | ast.Call | ast.BinOp | ast.Subscript):
        yield ast.BinOp(index, change, ast.Constant(1))


def loop_bounds(node: ast.Call, scope: Scope) -> Iterator[Edit]:
    if name_of(node.func) == "range" and node.args:
        first, one = node.args[0], ast.Constant(1)
        if len(node.args) == 1:
            more = ast.BinOp(first, ast.Add(), one)
            yield from (Edit("range", ast.Call(node.func, [one, stop], [])) for stop in (first, more))
        else:
            yield Edit("range", ast.Call(node.func, node.args[1:2], []))
        yield Edit("range", ast.Call(ast.Name("reversed", ast.Load()), [node], []))
    if name_of(node.func) == "reversed":
        yield Edit("forwards", node.args[0])


def subscripts(node: ast.Subscript, scope: Scope) -> Iterator[Edit]:
    """The other axis, the last entry, the whole instead of an entry."""
    if isinstance(node.slice, ast.Tuple) and len(node.slice.elts) == 2:
        turned = ast.Tuple(node.slice.elts[::-1], ast.Load())
        yield Edit("indices swapped", ast.Subscript(node.value, turned, node.ctx))
    if isinstance(node.ctx, ast.Load):
        yield Edit("whole", node.value)
        if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, int):
            yield Edit("last", ast.Subscript(node.value, ast.Constant(-1), node.ctx))


def lengths(node: ast.Call, scope: Scope) -> Iterator[Edit]:
    """The columns of an array in place of its length, which counts the rows."""
    if name_of(node.func) == "len" and len(node.args) == 1 and isinstance(node.args[0], ast.Name):
        shape = ast.Attribute(node.args[0], "shape", ast.Load())
        yield Edit("columns", ast.Subscript(shape, ast.Constant(1), ast.Load()))


def texts(node: ast.Constant, scope: Scope) -> Iterator[Edit]:
    """Another key or name; a whole key, as dW1 is, only in place of a whole one."""
    if isinstance(node.value, str):
        is_piece = node.value.isalpha()
        others = (text for text in scope.texts if text != node.value and text.isalpha() >= is_piece)
        yield from (Edit("text", ast.Constant(text)) for text in others)


def first_two_swapped(node: ast.Tuple, scope: Scope) -> Iterator[Edit]:
    if isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
        yield Edit("first two swapped", ast.Tuple([node.elts[1], node.elts[0], *node.elts[2:]], node.ctx))


def last_dropped(node: ast.Tuple, scope: Scope) -> Iterator[Edit]:
    if isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
        yield Edit("last one dropped", ast.Tuple(node.elts[:-1], node.ctx))


def other_orders(node: ast.Tuple | ast.Dict, scope: Scope) -> Iterator[Edit]:
    """Every two swapped, one less, and the other ways round; of a dictionary its values."""
    items = node.elts if isinstance(node, ast.Tuple) else node.values
    if isinstance(node, ast.Dict) and all(map(_is_under_its_name, node.keys, items)):
        return  # the names are right, so what they hold went wrong further up
    pairs = itertools.combinations(range(len(items)), 2) if len(items) < 7 else ()
    orders = [_swapped(items, *pair) for pair in pairs]
    if isinstance(node, ast.Dict):
        yield from (Edit("values swapped", ast.Dict(node.keys, order)) for order in orders)
        return
    orders += [items[1:], items[::-1], [*items[1:], *items[:1]], [*items[-1:], *items[:-1]]]
    yield from (Edit("order", ast.Tuple(order, node.ctx)) for order in orders)


def _is_under_its_name(key: ast.expr | None, value: ast.expr) -> bool:
    return isinstance(key, ast.Constant) and isinstance(value, ast.Name) and key.value == value.id


def _swapped(items: list[ast.expr], left: int, right: int) -> list[ast.expr]:
    swapped = [*items]
    swapped[left], swapped[right] = swapped[right], swapped[left]
    return swapped


def value_added(node: ast.Tuple | ast.Dict | ast.Return, scope: Scope) -> Iterator[Edit]:
    """A name more in what is given back; in a dictionary under its own name as the key."""
    loaded = [ast.Name(name, ast.Load()) for name in scope.names]
    if isinstance(node, ast.Dict):
        keys = [text for text in scope.texts if text not in {getattr(key, "value", None) for key in node.keys}]
        given = {name_of(value) for value in node.values}
        for key, name in itertools.product(keys, loaded):
            if key.lower() == name.id.lower() or name.id not in given:
                yield Edit("key", ast.Dict([*node.keys, ast.Constant(key)], [*node.values, name]))
    elif isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load):
        yield from (Edit("value", ast.Tuple([*node.elts, name], node.ctx)) for name in loaded)
        yield from (Edit("value", ast.Tuple([name, *node.elts], node.ctx)) for name in loaded)
    elif isinstance(node, ast.Return) and node.value and not isinstance(node.value, ast.Tuple):
        for pair in ([node.value, name] for name in loaded):
            yield Edit("value", ast.Return(ast.Tuple(pair, ast.Load())))
            yield Edit("value", ast.Return(ast.Tuple(pair[::-1], ast.Load())))


def other_container(node: ast.Tuple | ast.Dict, scope: Scope) -> Iterator[Edit]:
    """The same values in a dictionary, under keys that are known, or in a tuple."""
    if isinstance(node, ast.Dict) and len(node.keys) > 1 and all(node.keys):
        yield Edit("tuple", ast.Tuple(node.values, ast.Load()))
    elif isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
        keys = [name_of(item) for item in node.elts]
        if all(key in scope.texts for key in keys):
            yield Edit("dictionary", ast.Dict([ast.Constant(key) for key in keys], node.elts))
