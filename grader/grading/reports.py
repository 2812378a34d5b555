"""From what was observed to a report: in full for public cases. Of secret ones a student learns verdicts and nothing else."""

from __future__ import annotations

import builtins
from collections.abc import Sequence
from dataclasses import replace

from grader.explaining import explain, stops
from grader.judging import public_cases
from grader.judging.case import CaseSet, Observation
from grader.judging.exercise import Exercise, Outcome
from grader.judging.judge import judge
from grader.judging.plain import Raised
from grader.judging.report import ClaimResult, Report

KINDS = frozenset(
    name for name, value in vars(builtins).items() if isinstance(value, type) and issubclass(value, BaseException)
)


def on_public_cases(exercise: Exercise, seen: Sequence[Observation], source: str) -> Report:
    """Everything that can be said. seen: one observation for each public case."""
    known = public_cases.cases(exercise.id)
    return _with_remark(exercise, explain(exercise, known, _outcomes(exercise, known, seen), source), source)


def on_secret_cases(
    exercise: Exercise, secret: CaseSet, seen: Sequence[Observation], source: str, ended: Raised | None = None
) -> Report:
    """The points, which claims hold, and the kind of an exception. Messages, numbers, names and lines may hold secret
    arguments, whoever made them: they are left behind here, and no other function judges secret cases.

    ended: why the function did not come back, in the sandbox's own words.
    """
    full = _with_remark(exercise, judge(exercise, _outcomes(exercise, secret, seen)), source)
    return Report(
        id=full.id,
        claims=tuple(ClaimResult(one.name, one.sentence, one.weight, one.passed, waits=one.waits) for one in full.claims),
        score=full.score,
        passed=full.passed,
        blank=full.blank,
        error="" if full.passed else stops.sentence(ended, source=source) if ended else _kind_sentence(seen),
        remarks=full.remarks,
    )


def _outcomes(exercise: Exercise, known: CaseSet, seen: Sequence[Observation]) -> list[Outcome]:
    return [Outcome(case, one, exercise.returns) for case, one in zip(known.cases, seen, strict=True)]


def _with_remark(exercise: Exercise, report: Report, source: str) -> Report:
    remark = exercise.remark(source) if source else None
    return replace(report, remarks=(*report.remarks, remark)) if remark else report


def _kind_sentence(seen: Sequence[Observation]) -> str:
    """That it stopped, and with what. A class that Python does not come with has a name of the student's: it is not told."""
    raised = [one.got.kind for one in seen if isinstance(one.got, Raised)]
    if not raised:
        return ""
    kind = raised[0] if raised[0] in KINDS else "an exception of another kind than Python's own"
    return f"It stopped with {kind}." if len(raised) == len(seen) else f"In some cases it stopped with {kind}."
