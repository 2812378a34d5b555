"""Judge what was observed: which claims hold, what score follows, which misconception explains it.

No code of a learner runs here: only plain values are compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from grader.judging.case import CERTAIN, WORDS, CaseSet, Observation
from grader.judging.exercise import Claim, Exercise, Finding, Outcome
from grader.judging.explain import overall, raised_sentence
from grader.judging.report import ClaimResult, Report
from grader.judging.values import Leaf, Misfit, Raised, as_array, same, walk

# Exceptions whose words say what is wrong, alike in all versions. Others, about shapes for example, are told in many ways.
TELLING = ("NameError", "UnboundLocalError", "KeyError", "AttributeError", "TypeError")


def judge(exercise: Exercise, cases: CaseSet, outcomes: Sequence[Outcome]) -> Report:
    """The report on one exercise. outcomes: one for each case of `cases`, in their order."""
    findings, is_open = _findings(exercise, outcomes)
    results = tuple(_result(claim, findings[claim.name], is_open) for claim in exercise.claims)
    score = exercise.score_of(result.name for result in results if result.passed)
    passed = all(result.passed for result in results)
    name = None if passed else diagnose(exercise, cases, outcomes) or _named_by_claim(findings.values())
    about = cases.misconceptions.get(name, {})
    return Report(
        id=exercise.id,
        claims=results,
        score=1.0 if passed else score,
        passed=passed,
        misconception=name,
        explanation=about.get("sentence", ""),
        blank=bool(outcomes) and all(o.raised and o.raised.kind == "NotImplementedError" for o in outcomes),
        error=_common_error(outcomes),
        summary="" if passed else overall(outcomes) or _first_message(findings.values()),
        remarks=_remarks(exercise, outcomes, passed),
    )


def holding(exercise: Exercise, outcomes: Sequence[Outcome]) -> frozenset[str]:
    """The names of the claims that hold. As in `judge`, none does before values are right."""
    findings, is_open = _findings(exercise, outcomes)
    return frozenset(name for name, finding in findings.items() if finding is None and is_open)


def _findings(exercise: Exercise, outcomes: Sequence[Outcome]) -> tuple[dict[str, Finding | None], bool]:
    """What speaks against each claim, by its name; and whether the others count yet."""
    findings = {claim.name: claim.judge(outcomes) for claim in exercise.claims}
    is_open = not any(findings[claim.name] for claim in exercise.claims if claim.opens) or opens(exercise, outcomes)
    return findings, is_open


def opens(exercise: Exercise, outcomes: Sequence[Outcome]) -> bool:
    """All values, several of them, are right in one ordinary case, or some in two: one number can be right by chance."""
    claims = [claim for claim in exercise.claims if claim.opens]
    ordinary = [outcome for outcome in outcomes if outcome.case.tag == "ordinary"]
    right = [[claim.judge([outcome]) is None for claim in claims] for outcome in ordinary]
    at_once = any(all(one) and _several(outcome) for one, outcome in zip(right, ordinary, strict=True))
    return at_once or any(sum(one) >= 2 for one in zip(*right, strict=True))


def _several(outcome: Outcome) -> bool:
    return sum(place.expected.size for place in outcome.places() if isinstance(place, Leaf)) > 1


def _result(claim: Claim, finding: Finding | None, is_open: bool) -> ClaimResult:
    if finding is None and not is_open:
        message = "It counts as soon as the values are right."
        return ClaimResult(claim.name, claim.sentence, claim.weight, False, message, waits=True)
    if finding is None:
        return ClaimResult(claim.name, claim.sentence, claim.weight, True)
    return ClaimResult(
        claim.name, claim.sentence, claim.weight, False, finding.message, finding.expected, finding.got, finding.about
    )


def diagnose(exercise: Exercise, cases: CaseSet, outcomes: Sequence[Outcome]) -> str | None:
    """The misconception that gives what was observed wherever it differs from the right answer.

    Where several do: the one that explains every case, then the one that shows in most cases, then the first declared.
    """
    found = [name for name in cases.misconceptions if _explains(name, exercise, outcomes)]
    return max(found, key=lambda name: _strength(name, outcomes), default=None)


def _explains(name: str, exercise: Exercise, outcomes: Sequence[Outcome]) -> bool:
    showing = [outcome for outcome in outcomes if name in outcome.case.wrong]
    kept = [outcome for outcome in showing if outcome.case.wrong[name] is not None]
    return (
        bool(kept)
        and all(_is_like(outcome, outcome.case.wrong[name], exercise.may_write) for outcome in kept)
        and not any(_right(outcome) for outcome in showing)
    )


def _is_like(outcome: Outcome, known: Observation, may_write: bool) -> bool:
    """The same result, the same keys missing, the same arguments changed where that matters; a NameError about the same name."""
    if isinstance(known.got, Raised) and known.got.kind in TELLING and not _same_words(known, outcome.seen.got):
        return False
    if not may_write and known.changed != outcome.seen.changed:
        return False
    lacking = [_misfits(outcome.case.expected, got) for got in (known.got, outcome.seen.got)]
    return same(known.got, outcome.seen.got) and lacking[0] == lacking[1]


def _misfits(expected: object, got: object) -> list[str]:
    return [place.path for place in walk(expected, got) if isinstance(place, Misfit)]


def _right(outcome: Outcome) -> bool:
    """A right result with further keys is like a wrong one where keys are missing, and yet no instance of it."""
    return not outcome.seen.changed and same(outcome.case.expected, outcome.seen.got)


def _strength(name: str, outcomes: Sequence[Outcome]) -> tuple[bool, int, int]:
    showing = [outcome for outcome in outcomes if name in outcome.case.wrong]
    others_right = all(same(o.case.expected, o.seen.got) for o in outcomes if name not in o.case.wrong)
    same_words = sum(_same_words(outcome.case.wrong[name], outcome.seen.got) for outcome in showing)
    return others_right, len(showing), same_words


def _same_words(known: Observation | None, got: object) -> bool:
    """Two exceptions of one kind, told apart by what they say."""
    if known is None or not isinstance(known.got, Raised) or not isinstance(got, Raised):
        return False
    return got.message.startswith(known.got.message[:WORDS])


def _named_by_claim(findings: Iterable[Finding | None]) -> str | None:
    return next((finding.misconception for finding in findings if finding and finding.misconception), None)


def _first_message(findings: Iterable[Finding | None]) -> str:
    """What the first claim that really fails has to say. (Others may only wait for a right value.)"""
    return next((finding.message for finding in findings if finding), "")


def _common_error(outcomes: Sequence[Outcome]) -> str:
    """The sentence about an exception that stops every case."""
    if outcomes and all(isinstance(outcome.seen.got, Raised) for outcome in outcomes):
        return raised_sentence(outcomes[0].seen.got)
    return ""


def _remarks(exercise: Exercise, outcomes: Sequence[Outcome], passed: bool) -> tuple[str, ...]:
    remarks = []
    changed = next((o.case.args[o.seen.changed[0]] for o in outcomes if o.seen.changed), None)
    if exercise.may_write and changed is not None:
        kind = "dictionary" if isinstance(changed, dict) else "array"
        remarks.append(f"It writes into the {kind} it was given. That costs nothing here, but can surprise its caller.")
    if passed and any(outcome.case.tag == CERTAIN and _holds_nan(outcome) for outcome in outcomes):
        remarks.append(
            "Where a probability is exactly 0 or 1 the cost is nan: 0 · log 0 has no value. That costs nothing here; a "
            "network that trains for very long can get there."
        )
    return tuple(remarks)


def _holds_nan(outcome: Outcome) -> bool:
    numbers = (as_array(place.got) for place in outcome.places() if isinstance(place, Leaf))
    return any(array is not None and np.any(np.isnan(array)) for array in numbers)
