"""Edits of whole statements: each takes a node and its scope, and gives what may stand in its place."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from grader.explaining.scope import Edit, Scope, name_of

EVERY = (100, 10, 1000)  # rounds of a loop, after which something is kept


def dropped(node: ast.stmt, scope: Scope) -> Iterator[Edit]:
    yield Edit("statement dropped", ast.Pass())


def overwritten(node: ast.AugAssign, scope: Scope) -> Iterator[Edit]:
    yield Edit("overwritten instead of accumulated", ast.Assign([node.target], node.value))


def always(node: ast.If, scope: Scope) -> Iterator[Edit]:
    yield Edit("always", ast.If(ast.Constant(True), node.body, node.orelse))


def conditions(node: ast.If | ast.While | ast.IfExp, scope: Scope) -> Iterator[Edit]:
    yield Edit("negated", type(node)(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse))


def copied(node: ast.Assign | ast.AugAssign, scope: Scope) -> Iterator[Edit]:
    """A copy first; or a new array in place of one that is written into."""
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name | ast.Subscript):
        yield Edit("new", ast.Assign([node.target], ast.BinOp(_read(node.target), node.op, node.value)))
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name | ast.Subscript | ast.Call):
        yield Edit("copied", ast.Assign(node.targets, _copy(node.value)))
    target = node.target if isinstance(node, ast.AugAssign) else node.targets[0]
    if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Name):
        name = target.value.id
        if name in scope.parameters:
            yield Edit("copied first", [ast.Assign([ast.Name(name, ast.Store())], _copy(_read(target.value))), node])


def _read(target: ast.Name | ast.Subscript) -> ast.expr:
    if isinstance(target, ast.Name):
        return ast.Name(target.id, ast.Load())
    return ast.Subscript(target.value, target.slice, ast.Load())


def _copy(value: ast.expr) -> ast.Call:
    return ast.Call(ast.Name("__deepcopy", ast.Load()), [value], [])


def accumulated(node: ast.Assign | ast.AugAssign, scope: Scope) -> Iterator[Edit]:
    if isinstance(node, ast.AugAssign):
        for operator in (ast.Add, ast.Sub, ast.Mult, ast.Div):
            if not isinstance(node.op, operator):
                yield Edit("operator", ast.AugAssign(node.target, operator(), node.value))
    elif len(node.targets) == 1 and isinstance(node.targets[0], ast.Name | ast.Subscript):
        for operator in (ast.Add, ast.Sub):
            yield Edit("accumulated", ast.AugAssign(node.targets[0], operator(), node.value))


def moved_out(node: ast.For | ast.While | ast.If, scope: Scope) -> Iterator[Edit]:
    """Each statement of a loop, or of a branch, after it or before it."""
    for place, statement in enumerate(node.body):
        rest = [*node.body[:place], *node.body[place + 1 :]] or [ast.Pass()]
        yield Edit("after the loop", [_with_body(node, rest), statement], statement)
        yield Edit("before the loop", [statement, _with_body(node, rest)], statement)


def moved_in(node: ast.For | ast.While | ast.If, scope: Scope) -> Iterator[Edit]:
    """The statement after a loop in it, too: one that only computes does no harm when it runs once more."""
    after = scope.following.get(id(node))
    if after is not None:
        yield Edit("into the loop", _with_body(node, [*node.body, after]), after)


def _with_body(node: ast.For | ast.While | ast.If, body: list[ast.stmt]) -> ast.stmt:
    if isinstance(node, ast.For):
        return ast.For(node.target, node.iter, body, node.orelse)
    return type(node)(node.test, body, node.orelse)


def swapped_with_next(node: ast.stmt, scope: Scope) -> Iterator[Edit]:
    """The next statement before this one, and once more after it: as if they were swapped, where it only computes."""
    after = scope.following.get(id(node))
    if after is not None and isinstance(node, ast.Assign) and not isinstance(after, ast.Return):
        yield Edit("later", [after, node])


def returned(node: ast.stmt, scope: Scope) -> Iterator[Edit]:
    """What is computed or printed last is given back, or something else is."""
    names = [ast.Name(name, ast.Load()) for name in reversed(scope.names)]
    if isinstance(node, ast.Expr):
        is_print = isinstance(node.value, ast.Call) and getattr(node.value.func, "id", "") == "print"
        for value in node.value.args if is_print else [node.value]:
            yield Edit("returned", ast.Return(value))
        if is_print and len(node.value.args) > 1:
            yield Edit("returned", ast.Return(ast.Tuple(node.value.args, ast.Load())))
    if node is scope.last and not isinstance(node, ast.Return):
        yield from (Edit("returned", [node, ast.Return(name)], _deepest(node)) for name in names)
    if isinstance(node, ast.Return) and (node.value is None or isinstance(node.value, ast.Constant)):
        yield from (Edit("returned", ast.Return(name)) for name in names)


def _deepest(node: ast.stmt) -> ast.stmt:
    """The last statement in it: what is missing after a loop is missing behind that line."""
    body = getattr(node, "orelse", None) or getattr(node, "body", None)
    return _deepest(body[-1]) if body else node


def now_and_then(node: ast.For, scope: Scope) -> Iterator[Edit]:
    """What is kept in every round of a loop is kept in every 100th, say; or under another condition of that kind."""
    for place, statement in enumerate(node.body):
        is_kept = isinstance(statement, ast.Expr) and name_of(getattr(statement.value, "func", statement)) == "append"
        is_constant = isinstance(statement, ast.If) and isinstance(statement.test, ast.Constant)
        if isinstance(node.target, ast.Name) and (is_kept or is_constant):
            for every in EVERY:
                rest = ast.BinOp(ast.Name(node.target.id, ast.Load()), ast.Mod(), ast.Constant(every))
                test = ast.Compare(rest, [ast.Eq()], [ast.Constant(0)])
                seldom = ast.If(test, statement.body if is_constant else [statement], [])
                yield Edit("seldom", _with_body(node, [*node.body[:place], seldom, *node.body[place + 1 :]]), statement)


def step_added(node: ast.Assign, scope: Scope) -> Iterator[Edit]:
    """What is computed and never read is kept in a list, or is what a function of the notebook was to be called with."""
    targets = [inner.id for target in node.targets for inner in ast.walk(target) if isinstance(inner, ast.Name)]
    for lost in (name for name in targets if name in scope.unused):
        for name in scope.names:
            kept = ast.Attribute(ast.Name(name, ast.Load()), "append", ast.Load())
            yield Edit("kept", [node, ast.Expr(ast.Call(kept, [ast.Name(lost, ast.Load())], []))])
        for helper, parameters in scope.signatures.items():
            if lost in parameters and set(parameters) <= set(scope.names):
                call = ast.Call(ast.Name(helper, ast.Load()), [ast.Name(name, ast.Load()) for name in parameters], [])
                yield from (Edit("step", [node, ast.Assign([ast.Name(n, ast.Store())], call)]) for n in parameters)
