"""Edits of expressions: each takes a node and its scope, and gives what may stand in its place."""

from __future__ import annotations

import ast
import copy
import itertools
from collections.abc import Iterator, Mapping

from grader.explaining.scope import Edit, Scope

BROKEN_OPERATORS: dict[type, tuple[type, ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.FloorDiv: (ast.Div, ast.Mult),
    ast.Mod: (ast.FloorDiv,),
}
BROKEN_COMPARISONS: dict[type, tuple[type, ...]] = {
    ast.Gt: (ast.Lt, ast.GtE),
    ast.GtE: (ast.LtE, ast.Gt),
    ast.Lt: (ast.Gt, ast.LtE),
    ast.LtE: (ast.GtE, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
}
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
LEARNT_VALUES = (0, 1, 2, -1, 3, 4, 100, 0.5, 0.01, 0.1, 0.001, 1.2, 255)
MODULES = ("np", "numpy", "math", "range", "len", "print", "float", "int", "str", "sum", "zip", "enumerate")
REDUCING = ("sum", "mean", "max", "min", "argmax", "norm", "prod")


def _both_ways(*tables: Mapping) -> dict:
    """What each entry may be mistaken for, and what may be mistaken for it."""
    ways: dict = {}
    for left, others in ((left, others) for table in tables for left, others in table.items()):
        for other in others:
            ways.setdefault(left, {})[other] = ways.setdefault(other, {})[left] = True
    return ways


OPERATORS, COMPARISONS = _both_ways(BROKEN_OPERATORS), _both_ways(BROKEN_COMPARISONS)
FUNCTIONS = _both_ways(BROKEN_FUNCTIONS, FURTHER_FUNCTIONS)


def operators_broken(node: ast.BinOp, scope: Scope) -> Iterator[Edit]:
    yield from _operators(node, BROKEN_OPERATORS)


def operators_mended(node: ast.BinOp, scope: Scope) -> Iterator[Edit]:
    yield from _operators(node, OPERATORS)


def _operators(node: ast.BinOp, table: Mapping) -> Iterator[Edit]:
    for other in table.get(type(node.op), ()):
        yield Edit(f"operator {type(node.op).__name__} → {other.__name__}", ast.BinOp(node.left, other(), node.right))


def one_operand(node: ast.BinOp, scope: Scope) -> Iterator[Edit]:
    yield Edit("left operand only", node.left)
    yield Edit("right operand only", node.right)


def operands_swapped(node: ast.BinOp, scope: Scope) -> Iterator[Edit]:
    if isinstance(node.op, ast.Sub | ast.Div | ast.MatMult):
        yield Edit("operands swapped", ast.BinOp(node.right, node.op, node.left))


def comparisons_broken(node: ast.Compare, scope: Scope) -> Iterator[Edit]:
    yield from _comparisons(node, BROKEN_COMPARISONS)


def comparisons_mended(node: ast.Compare, scope: Scope) -> Iterator[Edit]:
    yield from _comparisons(node, COMPARISONS)


def _comparisons(node: ast.Compare, table: Mapping) -> Iterator[Edit]:
    for other in table.get(type(node.ops[0]), ()):
        name = f"comparison {type(node.ops[0]).__name__} → {other.__name__}"
        yield Edit(name, ast.Compare(node.left, [other()], node.comparators))


def constants_near(node: ast.Constant, scope: Scope) -> Iterator[Edit]:
    if isinstance(node.value, bool):
        others: tuple = (not node.value,)
    elif isinstance(node.value, int):
        others = (node.value + 1, node.value - 1)
    elif isinstance(node.value, float):
        others = (node.value * 1.2 + 0.1, -node.value) if node.value else (0.1,)
    else:
        others = ()
    for other in others:
        yield Edit(f"{node.value} → {other}", ast.Constant(other))


def usual_constants(node: ast.Constant, scope: Scope) -> Iterator[Edit]:
    if isinstance(node.value, int | float):
        others = (*LEARNT_VALUES, node.value / 10, node.value * 10)
        yield from (Edit("constant", ast.Constant(other)) for other in others if other != node.value)


def named_instead(node: ast.Constant, scope: Scope) -> Iterator[Edit]:
    """A size or a setting that is written into the code."""
    if isinstance(node.value, int | float | str):
        yield from (Edit("size", size) for size in scope.sizes)
        yield from (Edit("name", ast.Name(name, ast.Load())) for name in scope.names)


def transpose_dropped(node: ast.Attribute, scope: Scope) -> Iterator[Edit]:
    if node.attr == "T":
        yield Edit("transpose dropped", node.value)


def transposed(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    if _is_value(node, scope):
        yield Edit("transposed", ast.Attribute(node, "T", ast.Load()))


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
        yield from (Edit("helper", ast.Name(name, ast.Load())) for name in scope.helpers if name != _name(node))


def _name(node: ast.AST) -> str:
    return getattr(node, "id", getattr(node, "attr", ""))


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
    if _name(node.func) not in REDUCING:
        return
    rest = [keyword for keyword in node.keywords if keyword.arg not in ("axis", "keepdims")]
    for axis, kept in itertools.product((None, 0, 1), (False, True)):
        named = {"axis": axis} if axis is not None else {}
        named |= {"keepdims": True} if kept else {}
        added = [ast.keyword(name, ast.Constant(value)) for name, value in named.items()]
        yield Edit("axis", ast.Call(node.func, node.args[:1], [*rest, *added]))


def minus_dropped(node: ast.UnaryOp, scope: Scope) -> Iterator[Edit]:
    if isinstance(node.op, ast.USub):
        yield Edit("minus dropped", node.operand)


def negated(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    if _is_value(node, scope) and id(node) not in scope.computed:
        yield Edit("minus", ast.UnaryOp(ast.USub(), node))


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


def other_result(node: ast.Return, scope: Scope) -> Iterator[Edit]:
    """Another name is given back."""
    if isinstance(node.value, ast.Name):
        yield from (Edit("result", ast.Return(ast.Name(name, ast.Load()))) for name in scope.names)


def factor_m(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    if _is_value(node, scope) and id(node) not in scope.computed:
        for size in scope.sizes:
            yield Edit("divided by m", ast.BinOp(node, ast.Div(), size))
            yield Edit("times m", ast.BinOp(node, ast.Mult(), size))


def one_off(node: ast.Subscript | ast.Call | ast.FormattedValue, scope: Scope) -> Iterator[Edit]:
    """One more or one less of an index, of a bound, or of a number in a key."""
    for change in (ast.Add, ast.Sub):
        if isinstance(node, ast.Subscript):
            for new in _one_off(node.slice, change()):
                yield Edit("index", ast.Subscript(node.value, new, node.ctx))
        elif isinstance(node, ast.FormattedValue):
            for new in _one_off(node.value, change()):
                yield Edit("key", ast.FormattedValue(new, node.conversion, node.format_spec))
        elif _name(node.func) in ("range", "str", "zeros", "ones", "randn"):
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
    if _name(node.func) == "range" and node.args:
        first, one = node.args[0], ast.Constant(1)
        if len(node.args) == 1:
            more = ast.BinOp(first, ast.Add(), one)
            yield from (Edit("range", ast.Call(node.func, [one, stop], [])) for stop in (first, more))
        else:
            yield Edit("range", ast.Call(node.func, node.args[1:2], []))
        yield Edit("range", ast.Call(ast.Name("reversed", ast.Load()), [node], []))
    if _name(node.func) == "reversed":
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


def texts(node: ast.Constant, scope: Scope) -> Iterator[Edit]:
    if isinstance(node.value, str):
        yield from (Edit("text", ast.Constant(text)) for text in scope.texts if text != node.value)


def first_two_swapped(node: ast.Tuple, scope: Scope) -> Iterator[Edit]:
    if isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
        yield Edit("first two swapped", ast.Tuple([node.elts[1], node.elts[0], *node.elts[2:]], node.ctx))


def last_dropped(node: ast.Tuple, scope: Scope) -> Iterator[Edit]:
    if isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
        yield Edit("last one dropped", ast.Tuple(node.elts[:-1], node.ctx))


def branches_swapped(node: ast.IfExp, scope: Scope) -> Iterator[Edit]:
    yield Edit("branches swapped", ast.IfExp(node.test, node.orelse, node.body))


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
        for key, name in itertools.product(keys, loaded):
            if key.lower() == name.id.lower():
                yield Edit("key", ast.Dict([*node.keys, ast.Constant(key)], [*node.values, name]))
    elif isinstance(node, ast.Tuple) and isinstance(node.ctx, ast.Load):
        yield from (Edit("value", ast.Tuple([*node.elts, name], node.ctx)) for name in loaded)
        yield from (Edit("value", ast.Tuple([name, *node.elts], node.ctx)) for name in loaded)
    elif isinstance(node, ast.Return) and node.value and not isinstance(node.value, ast.Tuple):
        for pair in ([node.value, name] for name in loaded):
            yield Edit("value", ast.Return(ast.Tuple(pair, ast.Load())))
            yield Edit("value", ast.Return(ast.Tuple(pair[::-1], ast.Load())))


def regrouped(node: ast.BinOp, scope: Scope) -> Iterator[Edit]:
    """Parentheses at another place: (a ∘ b) ∘ c and a ∘ (b ∘ c)."""
    if isinstance(node.left, ast.BinOp):
        inner = ast.BinOp(node.left.right, node.op, node.right)
        yield Edit("grouping", ast.BinOp(node.left.left, node.left.op, inner))
    if isinstance(node.right, ast.BinOp):
        inner = ast.BinOp(node.left, node.op, node.right.left)
        yield Edit("grouping", ast.BinOp(inner, node.right.op, node.right.right))
    if isinstance(node.left, ast.UnaryOp) and isinstance(node.left.op, ast.USub):
        yield Edit("grouping", ast.UnaryOp(ast.USub(), ast.BinOp(node.left.operand, node.op, node.right)))


def complement(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    if _is_value(node, scope) and id(node) not in scope.passed_on:
        yield Edit("one minus", ast.BinOp(ast.Constant(1), ast.Sub(), node))


def powers(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    if _is_value(node, scope) and id(node) not in scope.passed_on:
        yield Edit("squared", ast.BinOp(node, ast.Pow(), ast.Constant(2)))


def products(node: ast.Call, scope: Scope) -> Iterator[Edit]:
    if _name(node.func) in ("dot", "multiply", "matmul") and len(node.args) == 2:
        left, right = node.args
        for operator in (ast.Mult(), ast.MatMult()):
            yield Edit("product", ast.BinOp(left, operator, right))
        yield Edit("product", ast.BinOp(right, ast.MatMult(), left))


def applied(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    """A function of NumPy's or of the notebook, alone or with the further arguments that go by these names."""
    if not _is_value(node, scope):
        return
    for name in ("exp", "log", "abs", "sqrt", "tanh", "sum", "mean", "squeeze"):
        yield Edit(name, ast.Call(ast.Attribute(ast.Name("__numpy", ast.Load()), name, ast.Load()), [node], []))
    for name in (*scope.helpers, "range", "len"):
        further = scope.signatures.get(name, ())[1:]
        loaded = [ast.Name(other, ast.Load()) for other in further]
        yield Edit(name, ast.Call(ast.Name(name, ast.Load()), [node, *loaded], []))


def decided(node: ast.Return | ast.Assign, scope: Scope) -> Iterator[Edit]:
    """A probability where a decision is wanted."""
    if node.value:
        decision = ast.Compare(node.value, [ast.Gt()], [ast.Constant(0.5)])
        yield Edit("decided", ast.Return(decision) if isinstance(node, ast.Return) else ast.Assign(node.targets, decision))


def sizes_of_new(node: ast.Call, scope: Scope) -> Iterator[Edit]:
    """The shape of a new array: one tuple, single numbers, one axis more."""
    if _name(node.func) not in ("zeros", "ones", "randn", "empty", "full", "reshape", "rand", "standard_normal"):
        return
    first = node.args[0] if node.args else None
    if len(node.args) > 1:
        yield Edit("tuple", ast.Call(node.func, [ast.Tuple(node.args, ast.Load())], node.keywords))
    if isinstance(first, ast.Tuple):
        yield Edit("single", ast.Call(node.func, first.elts, node.keywords))
        yield Edit("rows", ast.Call(node.func, [ast.Tuple([first.elts[0], ast.Constant(1)], ast.Load())], node.keywords))
    if len(node.args) == 1:
        column = ast.Tuple([*(first.elts if isinstance(first, ast.Tuple) else [first]), ast.Constant(1)], ast.Load())
        yield Edit("column", ast.Call(node.func, [column], node.keywords))
        yield Edit("column", ast.Call(node.func, column.elts, node.keywords))


def number_types(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("astype", "round"):
        yield Edit("as it was", node.func.value)
    if _is_value(node, scope):
        for name in ("int", "float"):
            yield Edit(name, ast.Call(ast.Attribute(node, "astype", ast.Load()), [ast.Name(name, ast.Load())], []))
            yield Edit(name, ast.Call(ast.Name(name, ast.Load()), [node], []))


def reshaped(node: ast.Call, scope: Scope) -> Iterator[Edit]:
    """reshape(a, b) and reshape(b, a).T lay the numbers out in another order; and as it was before."""
    if _name(node.func) == "reshape":
        turned = ast.Call(node.func, [*node.args[:-2], *node.args[-2:][::-1]], node.keywords)
        yield Edit("reshape", ast.Attribute(turned, "T", ast.Load()))
        if isinstance(node.func, ast.Attribute):
            yield Edit("as it was", node.func.value)


def unused_added(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    """As a factor or a term a name that nothing reads yet."""
    if _is_value(node, scope) and id(node) not in scope.computed:
        for name in scope.unused:
            yield from _with_term(node, ast.Name(name, ast.Load()))


def term_added(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    """A factor or a term more, of what the function has already."""
    if _is_value(node, scope) and id(node) not in scope.computed:
        for term in scope.terms:
            yield from _with_term(node, term)


def _with_term(node: ast.expr, term: ast.expr) -> Iterator[Edit]:
    for operator in (ast.Mult, ast.Add, ast.Sub, ast.Div):
        yield Edit("term", ast.BinOp(node, operator(), term))
    for operator in (ast.Sub, ast.Div):
        yield Edit("term", ast.BinOp(term, operator(), node))
    for factor in () if isinstance(term, ast.Constant) else (term, ast.Attribute(term, "T", ast.Load())):
        yield Edit("factor", ast.BinOp(node, ast.MatMult(), factor))
        yield Edit("factor", ast.BinOp(factor, ast.MatMult(), node))


def slope_added(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    """The slope of an activation as a factor."""
    if _is_value(node, scope) and id(node) not in scope.computed:
        for name in scope.names:
            for slope in (f"{name} * (1 - {name})", f"(1 - {name} ** 2)", f"(1 - {name})", f"({name} > 0)"):
                yield Edit("slope", ast.BinOp(node, ast.Mult(), ast.parse(slope, mode="eval").body))


def mirrored(node: ast.BinOp, scope: Scope) -> Iterator[Edit]:
    """The other half of a cross-entropy: Y · log A, and (1 − Y) · log(1 − A) beside it."""
    if isinstance(node.op, ast.Mult):
        other = _Mirror(scope).visit(copy.deepcopy(node))
        yield from (Edit("other half", ast.BinOp(node, operator, other)) for operator in (ast.Add(), ast.Sub()))


class _Mirror(ast.NodeTransformer):
    """1 − x in place of each x, and x in place of each 1 − x."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        if isinstance(node.op, ast.Sub) and isinstance(node.left, ast.Constant) and node.left.value == 1:
            return node.right
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.BinOp(ast.Constant(1), ast.Sub(), node) if node.id in self.scope.names else node


def _is_value(node: ast.expr, scope: Scope) -> bool:
    """An expression that is read, and no bare name that is given back: changing it there would only undo a symptom."""
    is_module = isinstance(node, ast.Name) and (node.id in scope.helpers or node.id not in scope.names)
    is_method = isinstance(node, ast.Attribute) and node.attr not in ("T", "size")
    return isinstance(getattr(node, "ctx", ast.Load()), ast.Load) and not (
        id(node) in scope.returned or is_module or is_method
    )
