"""What the single statements of a function give: seen while it runs, or replaced by other values.

A step is a place that gives something a value: a target of an assignment, a loop's own name, a list that something is
appended to, a `return`. In a loop it gives one value after the other.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from grader.explaining.tree import end_line
from grader.judging.plain import plain

SEEN = "__seen"  # the name of the recorder in the namespace of what runs
CONTAINERS = ("append", "extend", "insert", "update", "setdefault", "reverse")


class Miscounted(Exception):
    """A step runs more or less often than there are values for it."""


@dataclass(frozen=True)
class Step:
    """One step. name: what is given a value, "" of a return; reads: the local names that its value comes from;
    guarded: it stands in a branch, and may not run; looped: in a `while`, whose end nobody sees here; is_part: only an entry
    of the name is given a value.
    """

    number: int
    statement: ast.stmt
    name: str
    reads: frozenset[str]
    guarded: bool
    looped: bool
    is_part: bool = False

    @property
    def lines(self) -> range:
        """Of a loop only its head."""
        return range(self.statement.lineno, end_line(self.statement) + 1)

    @property
    def is_return(self) -> bool:
        return isinstance(self.statement, ast.Return)

    @property
    def only_names(self) -> bool:
        """It gives names back as they are."""
        plain_nodes = ast.Name | ast.Constant | ast.Tuple | ast.List | ast.Dict | ast.expr_context
        return all(isinstance(node, plain_nodes) for node in ast.walk(self.statement.value))

    @property
    def magnifies(self) -> bool:
        """It divides a difference: what is wrong in what it reads may be too small to be seen there."""
        nodes = ast.walk(self.statement)
        return any(isinstance(n, ast.BinOp) and isinstance(n.op, ast.Div) and _is_difference(n.left) for n in nodes)

    @property
    def is_loop(self) -> bool:
        return isinstance(self.statement, ast.For)


class Recorder:
    """What steps give in one call, in time: kept, or replaced where `instead` has values for a step."""

    def __init__(self) -> None:
        self.begin({})

    def begin(self, instead: dict[int, Sequence[object]]) -> None:
        self.events: list[tuple[int, object]] = []
        self.at_return: dict[str, object] = {}
        self.instead, self._used = instead, dict.fromkeys(instead, 0)

    def __call__(self, number: int, value: object) -> object:
        if number not in self.instead:
            if not self.instead:  # nobody looks where something is replaced
                self.events.append((number, plain(value)))
            return value
        place = self._used[number]
        if place == len(self.instead[number]):
            raise Miscounted
        self._used[number] = place + 1
        return copy.deepcopy(self.instead[number][place])

    def look(self, **names: object) -> None:
        """What stands in the names that a return reads."""
        if not self.instead:
            self.at_return = {name: plain(value) for name, value in names.items()}

    def refuse_rest(self) -> None:
        """Miscounted: a step has run less often than there are values for it."""
        if any(0 < used < len(self.instead[number]) for number, used in self._used.items()):
            raise Miscounted


def stepwise(function: ast.FunctionDef, replaced: Collection[int] = ()) -> tuple[ast.FunctionDef, list[Step]]:
    """A copy of the function that hands each step to the recorder; its steps. replaced: the numbers of steps whose own
    statement does not run at all, where it gives nothing else a value.
    """
    inner = {id(n) for c in ast.walk(function) if isinstance(c, ast.comprehension) for n in ast.walk(c.target)}
    stored = (n for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
    local = {node.id for node in stored if id(node) not in inner} | {argument.arg for argument in function.args.args}
    return _Stepwise(frozenset(local), replaced).of(function)


class _Stepwise:
    def __init__(self, local: frozenset[str], replaced: Collection[int]) -> None:
        self.local, self.replaced, self.steps = local, replaced, []

    def of(self, function: ast.FunctionDef) -> tuple[ast.FunctionDef, list[Step]]:
        changed = copy.copy(function)
        changed.body = self._block(function.body, guarded=False, looped=False)
        ast.fix_missing_locations(changed)
        return changed, self.steps

    def _block(self, body: Sequence[ast.stmt], guarded: bool, looped: bool) -> list[ast.stmt]:
        return [new for one in body for new in self._statement(one, guarded, looped)]

    def _statement(self, one: ast.stmt, guarded: bool, looped: bool) -> list[ast.stmt]:
        if isinstance(one, ast.Return):
            step = self._step(one, one.value, "", guarded, looped)
            return [_looked_at(step.reads), ast.Return(_handed(step, one.value))] if one.value else [one]
        if isinstance(one, ast.For | ast.While | ast.If | ast.With):
            return [self._compound(one, guarded or isinstance(one, ast.If), looped or isinstance(one, ast.While))]
        targets = list(_targets(one))
        handed = [self._given(one, target, guarded, looped) for target in targets]
        is_replaced = len(targets) == 1 and self.steps[-1].number in self.replaced
        return handed if is_replaced else [one, *handed]

    def _compound(self, one: ast.stmt, guarded: bool, looped: bool) -> ast.stmt:
        changed, first = copy.copy(one), []
        if isinstance(one, ast.For):
            first = [self._given(one, target, guarded, looped) for target in _names_in(one.target)]
        changed.body = first + self._block(one.body, guarded, looped)
        if hasattr(one, "orelse"):
            changed.orelse = self._block(one.orelse, guarded, looped)
        return changed

    def _given(self, one: ast.stmt, target: ast.expr, guarded: bool, looped: bool) -> ast.stmt:
        loaded = copy.deepcopy(target)
        loaded.ctx = ast.Load()
        value = one.iter if isinstance(one, ast.For) else one.value
        step = self._step(one, value, _root(target).id, guarded, looped, target)
        return ast.Assign([target], _handed(step, ast.Constant(None) if step.number in self.replaced else loaded))

    def _step(
        self, one: ast.stmt, value: ast.expr | None, name: str, guarded: bool, looped: bool, target: ast.expr | None = None
    ) -> Step:
        read = {node.id for part in (value, target) if part for node in ast.walk(part) if isinstance(node, ast.Name)}
        is_changed = isinstance(one, ast.AugAssign | ast.Expr) or isinstance(target, ast.Subscript)
        reads = (read if is_changed else read - ({name} if not _reads(value, name) else set())) & self.local
        step = Step(len(self.steps), one, name, frozenset(reads), guarded, looped, isinstance(target, ast.Subscript))
        self.steps.append(step)
        return step


def _reads(value: ast.expr | None, name: str) -> bool:
    return value is not None and any(isinstance(node, ast.Name) and node.id == name for node in ast.walk(value))


def _is_difference(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub) and not isinstance(node.left, ast.Constant)


def _looked_at(names: Collection[str]) -> ast.stmt:
    looks = ast.Call(ast.Attribute(ast.Name(SEEN, ast.Load()), "look", ast.Load()), [],
                     [ast.keyword(name, ast.Name(name, ast.Load())) for name in sorted(names)])  # fmt: skip
    return ast.Expr(looks)


def _handed(step: Step, value: ast.expr) -> ast.expr:
    return ast.Call(ast.Name(SEEN, ast.Load()), [ast.Constant(step.number), value], [])


def _targets(one: ast.stmt) -> Iterator[ast.expr]:
    """What a statement gives values: names, and entries of what has a name."""
    if isinstance(one, ast.Assign):
        for target in one.targets:
            yield from _names_in(target)
    elif isinstance(one, ast.AugAssign | ast.AnnAssign) and one.value:
        yield from _names_in(one.target)
    elif isinstance(one, ast.Expr) and isinstance(one.value, ast.Call):
        called = one.value.func
        if isinstance(called, ast.Attribute) and called.attr in CONTAINERS and isinstance(called.value, ast.Name):
            yield ast.Name(called.value.id, ast.Store())


def _names_in(target: ast.expr) -> Iterator[ast.expr]:
    if isinstance(target, ast.Tuple | ast.List):
        for item in target.elts:
            yield from _names_in(item)
    elif isinstance(_root(target), ast.Name):
        yield target


def _root(target: ast.expr) -> ast.expr:
    """What an entry is of: `a` in `a[i][j]`."""
    while isinstance(target, ast.Subscript):
        target = target.value
    return target


def recorded(
    tree: ast.Module, namespace: dict[str, object], replaced: Collection[int] = ()
) -> tuple[Callable, Recorder, list[Step]]:
    """The function of `tree` so that its steps are seen: itself, what sees them, and the steps."""
    changed, steps = stepwise(tree.body[0], replaced)
    recorder, own = Recorder(), dict(namespace)
    own[SEEN] = recorder
    exec(compile(ast.Module([changed], []), "<stepwise>", "exec"), own)
    return own[changed.name], recorder, steps
