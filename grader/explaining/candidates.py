"""Every edit of the table at every place of an answer, the likeliest and nearest first."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from grader.explaining.edits import KINDS, Kind
from grader.explaining.evidence import UNLIKELY
from grader.explaining.scope import Edit, Scope
from grader.explaining.tree import Place, places, replaced

RANKS = (1, 2, 3)


@dataclass(frozen=True)
class Candidate:
    """One edit, at one place or at all alike of a statement; its line; how near that is to the evidence, 0 the nearest."""

    kind: Kind
    changes: tuple[tuple[Place, Edit], ...]
    line: int
    near: int

    @property
    def order(self) -> tuple[int, int]:
        return self.kind.rank, self.near

    @contextmanager
    def applied(self) -> Iterator[None]:
        """Meanwhile the tree is the edited one."""
        with ExitStack() as stack:
            for place, edit in self.changes:
                stack.enter_context(replaced(place, edit.new))
            yield


def candidates(function: ast.FunctionDef, scope: Scope, near: Mapping[int, int]) -> Iterator[Candidate]:
    """The edits of one rank after those of another, and in each the nearest first."""
    everywhere = list(places(function))
    for rank in RANKS:
        kinds = [kind for kind in KINDS if kind.rank == rank and kind.mends]
        found = [
            Candidate(kind, ((place, edit),), line, near.get(line, UNLIKELY))
            for place in everywhere
            for kind in kinds
            if isinstance(place.node, kind.on)
            for edit in kind.mends(place.node, scope)
            for line in [(edit.at or place.statement).lineno]
        ]
        yield from sorted([*found, *_at_all_alike(found)], key=lambda candidate: candidate.near)


def _at_all_alike(found: list[Candidate]) -> list[Candidate]:
    """The same word in place of the same word everywhere in a statement, where it stands there more than once."""
    groups: dict[tuple, list[Candidate]] = {}
    for candidate in found:
        place, edit = candidate.changes[0]
        words = _word(place.node), _word(edit.new)
        if None not in words:
            groups.setdefault((candidate.kind.name, id(place.statement), *words), []).append(candidate)
    return [
        Candidate(same[0].kind, tuple(change for one in same for change in one.changes), same[0].line, same[0].near)
        for same in groups.values()
        if len(same) > 1
    ]


def _word(node: object) -> object:
    """A name, the last name of a dotted one, or a constant; None for anything else."""
    if isinstance(node, ast.Constant):
        return repr(node.value)
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else None
