"""A report with its words: what stopped, which known mistake it is, what the numbers show. No code of a learner runs here."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from grader.explaining import known, numbers, stops, two_known
from grader.explaining.lost import lost, still_empty
from grader.explaining.stop import listed
from grader.judging.case import CaseSet
from grader.judging.exercise import Exercise, Outcome
from grader.judging.judge import judge
from grader.judging.plain import Raised
from grader.judging.report import ClaimResult, Report

SAME = "It stopped in the same way."
BY_PLACE = re.compile(r"\bargument (\d+)")


def explain(exercise: Exercise, cases: CaseSet, outcomes: Sequence[Outcome], source: str = "") -> Report:
    """The report on one exercise, with the sentence that helps most. outcomes: one for each case of `cases`, in their order;
    source: the learner's function as text. Names that say something of the source are given only where there is one.
    """
    report = judge(exercise, outcomes)
    if report.passed or report.blank:
        return report
    with np.errstate(all="ignore"):  # numbers of any size are compared
        name = _name(exercise, cases, outcomes, source, report)
        two = {} if name else two_known.both(exercise, cases, outcomes, source)
        summary = numbers.overall(outcomes)
    common = _common_stop(outcomes)
    is_lost = still_empty(source, outcomes) if common else lost(source, outcomes, cases.needed)
    named = _with_names(report.claims, cases.signature)
    claims = _with_stops(named, None if name or is_lost else common, cases.signature, source)
    return replace(
        report,
        misconception=name or " and ".join(two) or None,
        explanation=cases.misconceptions[name]["sentence"] if name else _of_two(two, cases) or is_lost,
        error=stops.sentence(common, cases.signature, source) if common else "",
        summary=summary or next((claim.message for claim in claims if not claim.passed and not claim.waits), ""),
        claims=claims,
    )


def _of_two(two: Mapping[str, Sequence[str]], cases: CaseSet) -> str:
    """Both sentences, each with the parts of the result that show it."""
    said = [f"{listed(list(parts))}: {cases.misconceptions[name]['sentence']}" for name, parts in two.items()]
    return f"Two things are wrong. {' '.join(said)}" if said else ""


def _name(exercise: Exercise, cases: CaseSet, outcomes: Sequence[Outcome], source: str, report: Report) -> str | None:
    found, by_claim = known.diagnose(exercise, cases, outcomes, source), report.misconception
    about = cases.misconceptions.get(by_claim, {})
    return found or (by_claim if about and known.fits_source(about, source) else None)


def _common_stop(outcomes: Sequence[Outcome]) -> Raised | None:
    """What stops every case, as it was in the first."""
    return outcomes[0].raised if outcomes and all(outcome.raised for outcome in outcomes) else None


def _with_names(claims: Sequence[ClaimResult], signature: str) -> tuple[ClaimResult, ...]:
    """An argument by the name that it has in the exercise, and not by its place."""
    names = re.findall(r"[(,] ?(\w+)", signature)

    def named(text: str, mark: str = "") -> str:
        known = (f"{mark}{names[int(place) - 1]}{mark}" if int(place) <= len(names) else "" for place in BY_PLACE.findall(text))
        return BY_PLACE.sub(lambda found: next(known) or found[0], text)

    return tuple(replace(claim, message=named(claim.message, "`"), got=named(claim.got)) for claim in claims)


def _with_stops(claims: Sequence[ClaimResult], told: Raised | None, signature: str, source: str) -> tuple[ClaimResult, ...]:
    """Each stop in full once, in the first claim that it costs; not at all where it is told above the claims."""
    seen, result = {_which(told)} if told else set(), []
    for claim in claims:
        stop = claim.stopped
        if stop and told and _which(stop) == _which(told):
            claim = replace(claim, message="", about="")
        elif stop:
            claim = replace(claim, message=SAME if _which(stop) in seen else stops.sentence(stop, signature, source))
            seen.add(_which(stop))
        result.append(claim)
    return tuple(result)


def _which(stop: Raised) -> tuple[str, str, str]:
    return stop.kind, stop.line, stop.part
