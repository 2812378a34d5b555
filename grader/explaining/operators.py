"""Edits of operators, comparisons and numbers.

Each takes a node and its scope, and gives what may stand in its place.
"""

from __future__ import annotations

import ast
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
LEARNT_VALUES = (0, 1, 2, -1, 3, 4, 100, 0.5, 0.01, 0.1, 0.001, 1.2, 255)


def both_ways(*tables: Mapping) -> dict:
    """What each entry may be mistaken for, and what may be mistaken for it."""
    ways: dict = {}
    for left, others in ((left, others) for table in tables for left, others in table.items()):
        for other in others:
            ways.setdefault(left, {})[other] = ways.setdefault(other, {})[left] = True
    return ways


OPERATORS, COMPARISONS = both_ways(BROKEN_OPERATORS), both_ways(BROKEN_COMPARISONS)


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


def regrouped(node: ast.BinOp, scope: Scope) -> Iterator[Edit]:
    """Parentheses at another place: (a ∘ b) ∘ c and a ∘ (b ∘ c). Or what was added to one factor is added to the other."""
    left, right = node.left, node.right
    if isinstance(left, ast.BinOp):
        yield Edit("grouping", ast.BinOp(left.left, left.op, ast.BinOp(left.right, node.op, right)))
        yield Edit("other factor", ast.BinOp(left.left, node.op, ast.BinOp(right, left.op, left.right)))
    if isinstance(right, ast.BinOp):
        yield Edit("grouping", ast.BinOp(ast.BinOp(left, node.op, right.left), right.op, right.right))
        yield Edit("other factor", ast.BinOp(ast.BinOp(left, right.op, right.right), node.op, right.left))
    if isinstance(left, ast.UnaryOp) and isinstance(left.op, ast.USub):
        yield Edit("grouping", ast.UnaryOp(ast.USub(), ast.BinOp(left.operand, node.op, right)))


def minus_dropped(node: ast.UnaryOp, scope: Scope) -> Iterator[Edit]:
    if isinstance(node.op, ast.USub):
        yield Edit("minus dropped", node.operand)


def comparisons_broken(node: ast.Compare, scope: Scope) -> Iterator[Edit]:
    yield from _comparisons(node, BROKEN_COMPARISONS)


def comparisons_mended(node: ast.Compare, scope: Scope) -> Iterator[Edit]:
    yield from _comparisons(node, COMPARISONS)


def _comparisons(node: ast.Compare, table: Mapping) -> Iterator[Edit]:
    for other in table.get(type(node.ops[0]), ()):
        name = f"comparison {type(node.ops[0]).__name__} → {other.__name__}"
        yield Edit(name, ast.Compare(node.left, [other()], node.comparators))


def branches_swapped(node: ast.IfExp, scope: Scope) -> Iterator[Edit]:
    yield Edit("branches swapped", ast.IfExp(node.test, node.orelse, node.body))


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


def unused_instead(node: ast.Constant, scope: Scope) -> Iterator[Edit]:
    """A parameter that nothing reads in place of a number or a text that is written in."""
    if isinstance(node.value, int | float | str):
        yield from (Edit("name", ast.Name(name, ast.Load())) for name in scope.unused if name in scope.parameters)


def named_instead(node: ast.Constant, scope: Scope) -> Iterator[Edit]:
    """A size or a setting that is written into the code."""
    if isinstance(node.value, int | float | str):
        yield from (Edit("size", size) for size in scope.sizes)
        yield from (Edit("name", ast.Name(name, ast.Load())) for name in scope.names)
