"""Judge what was observed: which claims hold, and what score follows.

No code of a learner runs here: only plain values are compared. `grader.explaining` finds the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from grader.judging.case import CERTAIN
from grader.judging.exercise import Claim, Exercise, Finding, Outcome
from grader.judging.plain import Raised
from grader.judging.report import ClaimResult, Report
from grader.judging.values import Leaf, as_array


def judge(exercise: Exercise, outcomes: Sequence[Outcome]) -> Report:
    """The report on one exercise, whatever was returned. outcomes: one for each case."""
    with np.errstate(all="ignore"):  # numbers of any size are compared
        return _judge(exercise, outcomes)


def _judge(exercise: Exercise, outcomes: Sequence[Outcome]) -> Report:
    findings, is_open = _findings(exercise, outcomes)
    results = tuple(_result(claim, findings[claim.name], is_open) for claim in exercise.claims)
    score = exercise.score_of(result.name for result in results if result.passed)
    passed = all(result.passed for result in results)
    return Report(
        id=exercise.id,
        claims=results,
        score=1.0 if passed else score,
        passed=passed,
        misconception=_named_by_claim(findings.values()),
        blank=bool(outcomes) and all(o.raised and _is_blank(o.raised) for o in outcomes),
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
    told = (finding.message, finding.expected, finding.got, finding.about)
    return ClaimResult(claim.name, claim.sentence, claim.weight, False, *told, stopped=finding.stopped)


def _named_by_claim(findings: Iterable[Finding | None]) -> str | None:
    return next((finding.misconception for finding in findings if finding and finding.misconception), None)


def _is_blank(raised: Raised) -> bool:
    """Nothing is written in the function itself yet; a helper that it calls may be what is not written."""
    return raised.kind == "NotImplementedError" and not raised.within


def _remarks(exercise: Exercise, outcomes: Sequence[Outcome], passed: bool) -> tuple[str, ...]:
    remarks = []
    changed = next((o.case.args[i] for o in outcomes for i in o.seen.changed if 0 <= i < len(o.case.args)), None)
    if exercise.may_write and changed is not None:
        kind = "dictionary" if isinstance(changed, dict) else "array"
        inside = ", or an array in it" if isinstance(changed, dict) else ""
        remarks.append(f"It changes the {kind} it was given{inside}. No points are lost for that, but it can surprise a caller.")
    if passed and any(outcome.case.tag == CERTAIN and _holds_nan(outcome) for outcome in outcomes):
        remarks.append(
            "Where a probability is exactly 0 or 1 the cost is nan: 0 · log 0 has no value. No points are lost for that; a "
            "network that trains for very long can get there."
        )
    return tuple(remarks)


def _holds_nan(outcome: Outcome) -> bool:
    numbers = (as_array(place.got) for place in outcome.places() if isinstance(place, Leaf))
    return any(array is not None and np.any(np.isnan(array)) for array in numbers)
