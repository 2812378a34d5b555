"""Known misconceptions: whose result is this? A name is given only where chance is excluded.

A result is the same in every number. Two stops are alike where the kind of stop, what was tried and the sizes are; the learner's
own names never count. What a sentence says of the source has to stand there.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from grader.explaining.tree import parsed
from grader.judging.case import CERTAIN, CaseSet, Observation
from grader.judging.exercise import Exercise, Outcome
from grader.judging.plain import Raised
from grader.judging.values import Misfit, same, walk


def diagnose(exercise: Exercise, cases: CaseSet, outcomes: Sequence[Outcome], source: str = "") -> str | None:
    """The misconception that gives what was observed in every case: right where it is right, and wrong in the same way elsewhere.

    Where several do: the one that shows in most cases, then the first declared.
    """
    found = [
        name
        for name, about in cases.misconceptions.items()
        if fits_source(about, source) and _explains(name, exercise, outcomes)
    ]
    return max(found, key=lambda name: sum(name in outcome.case.wrong for outcome in outcomes), default=None)


def fits_source(about: Mapping[str, object], source: str) -> bool:
    """What the sentence says of the source stands there, and what it says is missing does not."""
    needs, lacks = about.get("needs", ()), about.get("lacks", ())
    if not needs and not lacks:
        return True
    code = _code(source)
    stands = {one: bool(re.search(one, code, re.M)) for one in (*needs, *lacks)}
    return bool(code) and all(stands[one] for one in needs) and not any(stands[one] for one in lacks)


@lru_cache(maxsize=64)
def _code(source: str) -> str:
    """The source without comments and docstring, written in one way; "" where there is none."""
    tree = parsed(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and ast.get_docstring(node) is not None:
            node.body = node.body[1:] or [ast.Pass()]
    return ast.unparse(tree)


def _explains(name: str, exercise: Exercise, outcomes: Sequence[Outcome]) -> bool:
    showing = [outcome for outcome in outcomes if name in outcome.case.wrong]
    kept = [outcome for outcome in showing if outcome.case.wrong[name] is not None]
    return (
        bool(kept)
        and all(_is_like(outcome, outcome.case.wrong[name], exercise.may_write) for outcome in kept)
        and not any(_right(outcome) for outcome in showing)
        and all(same(o.case.expected, o.seen.got) for o in outcomes if name not in o.case.wrong and o.case.tag != CERTAIN)
    )


def _is_like(outcome: Outcome, known: Observation, may_write: bool) -> bool:
    """The same result, the same keys missing, the same arguments changed where that matters; or a stop that is alike."""
    got = outcome.seen.got
    if not may_write and known.changed != outcome.seen.changed:
        return False
    if isinstance(known.got, Raised) or isinstance(got, Raised):
        return isinstance(known.got, Raised) and isinstance(got, Raised) and alike(known.got, got)
    lacking = [_misfits(outcome.case.expected, one) for one in (known.got, got)]
    return same(known.got, got) and lacking[0] == lacking[1]


def alike(known: Raised, got: Raised) -> bool:
    """Two stops for the same reason: what was tried, the kind of stop and the sizes agree as far as they are known."""
    left, right = known.place.split(" | "), got.place.split(" | ")
    if not known.place or len(left) != len(right):
        return False
    return all("?" in pair or pair[0] == pair[1] for pair in zip(left, right, strict=True))


def _misfits(expected: object, got: object) -> list[str]:
    return [place.path for place in walk(expected, got) if isinstance(place, Misfit)]


def _right(outcome: Outcome) -> bool:
    """A right result with further keys is like a wrong one where keys are missing, and yet no instance of it."""
    return not outcome.seen.changed and same(outcome.case.expected, outcome.seen.got)
