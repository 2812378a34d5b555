"""Every edit of the table at every place of an answer, the likeliest and nearest first."""

from __future__ import annotations

import ast
import heapq
import itertools
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from grader.explaining.edits import KINDS, Kind
from grader.explaining.evidence import UNLIKELY
from grader.explaining.scope import Edit, Scope
from grader.explaining.tree import Place, places, replaced

LIKELIER = 0.6  # by how much the rank of a kind is less that what was observed speaks for
STEP = 0.5  # what one step away from the evidence costs, in ranks
MOST_LINES = 4  # in which the same mistake is looked for


@dataclass(frozen=True)
class Candidate:
    """One edit, at one place or at all alike; its lines; how near the first is to the
    evidence, 0 the nearest; the rank of its kind, less where what was observed speaks for that kind."""

    kind: Kind
    changes: tuple[tuple[Place, Edit], ...]
    lines: tuple[int, ...]
    near: int
    rank: float

    @property
    def line(self) -> int:
        return self.lines[0]

    @property
    def cost(self) -> float:
        """The less, the likelier."""
        return self.rank + STEP * self.near

    @contextmanager
    def applied(self) -> Iterator[None]:
        """Meanwhile the tree is the edited one."""
        with ExitStack() as stack:
            for place, edit in self.changes:
                stack.enter_context(replaced(place, edit.new))
            yield


def candidates(
    function: ast.FunctionDef, scope: Scope, near: Mapping[int, int], likely: Collection[str] = ()
) -> Iterator[Candidate]:
    """The edits by what they cost, the least first, no edit twice. likely: names of kinds that come earlier."""
    everywhere = [(place, _shape(place.node)) for place in places(function)]
    tried = [kind for kind in KINDS if kind.mends and (kind.name in likely or not kind.needs_symptom)]
    ranks = {kind: kind.rank - LIKELIER * (kind.name in likely) for kind in tried}
    waiting, number, seen = [], itertools.count(), set()
    for rank, then in itertools.pairwise([*sorted(set(ranks.values())), float("inf")]):
        kinds = [kind for kind, its in ranks.items() if its == rank]
        for one in _of_kinds(kinds, rank, everywhere, scope, near):
            heapq.heappush(waiting, (one.cost, next(number), one))
        while waiting and waiting[0][0] < then:
            one = heapq.heappop(waiting)[2]
            what = tuple((id(place.node), _written(edit.new)) for place, edit in one.changes)
            if what not in seen:
                seen.add(what)
                yield one


def _of_kinds(
    kinds: list[Kind], rank: float, everywhere: list[tuple[Place, str]], scope: Scope, near: Mapping[int, int]
) -> Iterator[Candidate]:
    """The edits of some kinds: each alone, and where the same can be done at a few places, all of these at once."""
    alike: dict[tuple, list[Candidate]] = {}
    for place, shape in everywhere:
        for kind in kinds:
            edits = kind.mends(place.node, scope) if isinstance(place.node, kind.on) else ()
            for number, edit in enumerate(edits):
                line = (edit.at or place.statement).lineno
                one = Candidate(kind, ((place, edit),), (line,), near.get(line, UNLIKELY), rank)
                yield one
                words = _word(place.node), _word(edit.new)
                if None not in words:
                    alike.setdefault((kind.name, line, *words), []).append(one)
                alike.setdefault((kind.name, number, shape), []).append(one)
    yield from (_together(group) for group in alike.values() if 1 < len(group) <= MOST_LINES)


def _written(new: ast.AST | list[ast.stmt]) -> str:
    return "\n".join(map(ast.dump, new if isinstance(new, list) else [new]))


def _together(group: list[Candidate]) -> Candidate:
    lines = tuple(sorted({one.line for one in group}))
    changes = tuple(change for one in group for change in one.changes)
    near = max(one.near for one in group) + len(lines) - 1
    return Candidate(group[0].kind, changes, lines, near, group[0].rank)


def _shape(node: ast.AST) -> str:
    """What a node looks like, whatever its names and texts are: `w - rate * dw` is like `b - rate * db`."""
    return re.sub(r"(id|value)='[^']*'", "", ast.dump(node))


def _word(node: object) -> object:
    """A name, the last name of a dotted one, or a constant; None for anything else."""
    if isinstance(node, ast.Constant):
        return repr(node.value)
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else None
