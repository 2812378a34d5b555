"""Edits that add something: a sign, a factor, a power, a function, a term.

Each takes a node and its scope, and gives what may stand in its place.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterable, Iterator

from grader.explaining.scope import Edit, Scope, is_value, name_of


def negated(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    if is_value(node, scope) and id(node) not in scope.computed:
        yield Edit("minus", ast.UnaryOp(ast.USub(), node))


def factor_m(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    if is_value(node, scope) and id(node) not in scope.computed:
        yield from _with_sizes(node, scope.sizes)


def unused_m(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    """A number of examples that is counted and never used."""
    if is_value(node, scope) and id(node) not in scope.computed:
        yield from _with_sizes(node, [size for size in scope.sizes if name_of(size) in scope.unused])


def _with_sizes(node: ast.expr, sizes: Iterable[ast.expr]) -> Iterator[Edit]:
    for size in sizes:
        yield Edit("divided by m", ast.BinOp(node, ast.Div(), size))
        yield Edit("times m", ast.BinOp(node, ast.Mult(), size))


def complement(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    if is_value(node, scope) and id(node) not in scope.passed_on:
        yield Edit("one minus", ast.BinOp(ast.Constant(1), ast.Sub(), node))


def powers(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    if is_value(node, scope) and id(node) not in scope.passed_on:
        yield Edit("squared", ast.BinOp(node, ast.Pow(), ast.Constant(2)))


def number_types(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("astype", "round"):
        yield Edit("as it was", node.func.value)
    if is_value(node, scope):
        for name in ("int", "float"):
            yield Edit(name, ast.Call(ast.Attribute(node, "astype", ast.Load()), [ast.Name(name, ast.Load())], []))
            yield Edit(name, ast.Call(ast.Name(name, ast.Load()), [node], []))


def decided(node: ast.Return | ast.Assign, scope: Scope) -> Iterator[Edit]:
    """A probability where a decision is wanted."""
    if node.value:
        decision = ast.Compare(node.value, [ast.Gt()], [ast.Constant(0.5)])
        yield Edit(
            "decided", ast.Return(decision) if isinstance(node, ast.Return) else ast.Assign(node.targets, decision)
        )


def applied(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    """A function of NumPy's or of the notebook, alone or with the further arguments that go by these names."""
    if not is_value(node, scope):
        return
    for name in ("exp", "log", "abs", "sqrt", "tanh", "sum", "mean", "squeeze"):
        yield Edit(name, ast.Call(ast.Attribute(ast.Name("__numpy", ast.Load()), name, ast.Load()), [node], []))
    for name in (*scope.helpers, "range", "len"):
        further = scope.signatures.get(name, ())[1:]
        loaded = [ast.Name(other, ast.Load()) for other in further]
        yield Edit(name, ast.Call(ast.Name(name, ast.Load()), [node, *loaded], []))


def unused_added(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    """As a factor or a term a name that nothing reads yet."""
    if is_value(node, scope) and id(node) not in scope.computed:
        for name in (one for one in scope.unused if one not in map(name_of, scope.sizes)):
            yield from _with_term(node, ast.Name(name, ast.Load()), True)


def one_added(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    """1 + x, 1 / x, x - 1, 2 x and x / 2: `complement` has 1 - x."""
    if is_value(node, scope) and id(node) not in scope.passed_on:
        one, two = ast.Constant(1), ast.Constant(2)
        yield Edit("one", ast.BinOp(one, ast.Add(), node))
        yield Edit("one", ast.BinOp(one, ast.Div(), node))
        yield Edit("one", ast.BinOp(node, ast.Sub(), one))
        yield Edit("two", ast.BinOp(two, ast.Mult(), node))
        yield Edit("two", ast.BinOp(node, ast.Div(), two))


def term_added(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    """A factor or a term more, of what the function has already."""
    if is_value(node, scope) and id(node) not in scope.computed:
        for term in scope.terms:
            yield from _with_term(node, term, scope.has_products)


def _with_term(node: ast.expr, term: ast.expr, with_products: bool) -> Iterator[Edit]:
    for operator in (ast.Mult, ast.Add, ast.Sub, ast.Div):
        yield Edit("term", ast.BinOp(node, operator(), term))
    for operator in (ast.Sub, ast.Div):
        yield Edit("term", ast.BinOp(term, operator(), node))
    for factor in (term, ast.Attribute(term, "T", ast.Load())) if with_products else ():
        yield Edit("factor", ast.BinOp(node, ast.MatMult(), factor))
        yield Edit("factor", ast.BinOp(factor, ast.MatMult(), node))


def slope_added(node: ast.expr, scope: Scope) -> Iterator[Edit]:
    """The slope of an activation as a factor."""
    if is_value(node, scope) and id(node) not in scope.computed:
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
