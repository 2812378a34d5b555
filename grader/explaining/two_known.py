"""Two known misconceptions at once, part by part: dw shows the one, db the other.

Each must account for parts of the result that the other does not, in every case, and nothing may be left over.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from grader.explaining.known import fits_source
from grader.judging.case import CERTAIN, CaseSet
from grader.judging.exercise import Exercise, Outcome
from grader.judging.plain import Raised
from grader.judging.values import Leaf, same, walk

LEAST = 2  # cases in which a part must show its misconception: one could be chance


def both(exercise: Exercise, cases: CaseSet, outcomes: Sequence[Outcome], source: str) -> dict[str, list[str]]:
    """The two misconceptions that a wrong result is made of, each with the parts that show it; empty where none are certain."""
    judged = [outcome for outcome in outcomes if outcome.case.tag != CERTAIN]
    if any(outcome.raised or (outcome.seen.changed and not exercise.may_write) for outcome in judged):
        return {}
    got = [_parts(outcome, outcome.seen.got) for outcome in judged]
    right = [_parts(outcome, outcome.case.expected) for outcome in judged]
    wrong = {part for ours, theirs in zip(right, got, strict=True) for part in ours if not _same(ours, theirs, part)}
    if len(wrong) < 2 or _are_swapped(wrong, got, right):
        return {}
    shows = {
        name: {part for part in wrong if _accounts(name, part, judged, got, right)}
        for name, about in cases.misconceptions.items()
        if fits_source(about, source)
    }
    whole = {name: parts for name, parts in shows.items() if parts and parts >= _changes(name, judged, right)}
    pairs = [(one, other) for one, other in itertools.combinations(whole, 2) if whole[one] | whole[other] == wrong]
    apart = [pair for pair in pairs if not whole[pair[0]] & whole[pair[1]]]
    return {name: sorted(whole[name]) for name in apart[0]} if len(apart) == 1 else {}


def _are_swapped(wrong: set[str], got: list[dict], right: list[dict]) -> bool:
    """What is right for one part stands in another: that is one mistake, whatever it looks like."""
    pairs = itertools.permutations(sorted(wrong), 2)
    return any(
        all(part in theirs and other in ours and same(ours[other], theirs[part]) for theirs, ours in zip(got, right, strict=True))
        for part, other in pairs
    )


def _changes(name: str, outcomes: Sequence[Outcome], right: list[dict]) -> set[str]:
    """The parts that are wrong in any case with this misconception alone."""
    known = [(outcome, ours, outcome.case.wrong.get(name)) for outcome, ours in zip(outcomes, right, strict=True)]
    return {
        part
        for outcome, ours, seen in known
        if seen is not None
        for theirs in [_parts(outcome, seen.got)]
        for part in ours
        if not _same(ours, theirs, part)
    }


def _parts(outcome: Outcome, got: object) -> dict[str, object]:
    places = walk(outcome.case.expected, got, names=outcome.names)
    return {place.path: place.got for place in places if isinstance(place, Leaf)}


def _same(left: dict[str, object], right: dict[str, object], part: str) -> bool:
    return part in left and part in right and same(left[part], right[part])


def _accounts(name: str, part: str, outcomes: Sequence[Outcome], got: list[dict], right: list[dict]) -> bool:
    """In this part the results are those of the misconception in every case, and wrong in several."""
    differs = 0
    for outcome, theirs, ours in zip(outcomes, got, right, strict=True):
        known = outcome.case.wrong.get(name)
        if name in outcome.case.wrong and known is None:
            continue  # not kept
        if known is not None and (isinstance(known.got, Raised) or known.changed != outcome.seen.changed):
            return False
        expected = ours if known is None else _parts(outcome, known.got)
        if part in ours and not _same(expected, theirs, part):
            return False
        differs += part in ours and not _same(ours, theirs, part)
    return differs >= LEAST
