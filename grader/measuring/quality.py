"""Measure the checks: what they catch, what they name, what they accept, and which mutants survive them."""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import cache

from grader import exercises
from grader.answers import Misconception, alternatives, misconceptions
from grader.answers.reference import Reference, load
from grader.explaining import explain
from grader.explaining.time_limit import TooLong, stopwatch
from grader.judging import public_cases
from grader.judging.case import CaseSet
from grader.judging.exercise import Exercise, Outcome
from grader.judging.observe import observe
from grader.judging.report import Report
from grader.judging.values import same
from grader.measuring import equivalents
from grader.measuring.mutants import Mutant, mutants
from grader.releasing.draw_cases import OWN_SIZES, draw_cases
from grader.releasing.other_sizes import OtherDepths

SECONDS = 20  # for one answer: a mutant may loop for ever
FRESH_SEED = 1000  # and the numbers after it: no other cases are drawn from them
FRESH_CASES = 500  # on which a mutant must equal the reference to be recorded as equivalent


@dataclass
class Board:
    """The results for one exercise. Lists hold the names of what went wrong."""

    id: str
    misconceptions: int = 0
    missed: list[str] = field(default_factory=list)
    misnamed: list[str] = field(default_factory=list)
    misscored: list[str] = field(default_factory=list)
    alternatives: int = 0
    rejected: list[str] = field(default_factory=list)
    mutants: int = 0
    equivalent: list[str] = field(default_factory=list)
    unjudged: list[str] = field(default_factory=list)
    survivors: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not any((self.missed, self.misnamed, self.misscored, self.rejected, self.survivors, self.outdated))


def measure(ids: list[str], workers: int, tell: Callable[[str], None] = lambda id: None) -> list[Board]:
    """The boards of these exercises, in their order, measured side by side. tell: called with each id that is done."""
    boards = {}
    with ProcessPoolExecutor(workers) as pool:
        running = [pool.submit(board, id) for id in ids]
        for future in as_completed(running):
            boards[future.result().id] = future.result()
            tell(future.result().id)
    return [boards[id] for id in ids]


def board(id: str) -> Board:
    """Try every catalogued answer and every mutant of one exercise on its public cases."""
    exercise = exercises.find(id)
    reference, cases, found = load(exercise.notebook), public_cases.cases(id), Board(id)
    for entry in misconceptions(exercise):
        found.misconceptions += 1
        _compare(entry, _report(exercise, cases, entry.function(reference, exercise.function)), found)
    for entry in alternatives(exercise):
        report = _report(exercise, cases, entry.function(reference, exercise.function))
        found.alternatives += 1
        found.rejected += [] if report.passed else [entry.name]
    _try_mutants(exercise, reference, cases, found)
    return found


def _compare(entry: Misconception, report: Report, found: Board) -> None:
    """Note where a misconception passes, is called otherwise, or leaves other claims standing than declared."""
    holding = [claim.name for claim in report.claims if claim.passed]
    if report.passed:
        found.missed.append(entry.name)
    if report.misconception != entry.name:
        found.misnamed.append(f"{entry.name} as {report.misconception}")
    if set(holding) != set(entry.holds):
        found.misscored.append(f'{entry.name}, holds="{" ".join(holding)}"')


def _try_mutants(exercise: Exercise, reference: Reference, cases: CaseSet, found: Board) -> None:
    recorded, unjudged = (table.get(exercise.id, {}) for table in (equivalents.REASONS, equivalents.UNJUDGED))
    for mutant in mutants(reference.sources[exercise.function]):
        found.mutants += 1
        if _killed(exercise, reference, cases, mutant):
            continue
        is_known = mutant.change in recorded or mutant.change in unjudged
        if is_known and is_equivalent(exercise, reference, mutant):
            (found.equivalent if mutant.change in recorded else found.unjudged).append(mutant.change)
        else:
            found.survivors.append(mutant.change)
    found.outdated = [change for change in (*recorded, *unjudged) if change not in found.equivalent + found.unjudged]


def _killed(exercise: Exercise, reference: Reference, cases: CaseSet, mutant: Mutant) -> bool:
    try:
        with stopwatch() as within:
            within(SECONDS)
            function = reference.variant(exercise.function, mutant.source, "mutant")
            return not _report(exercise, cases, function).passed
    except TooLong:
        return True


def is_equivalent(exercise: Exercise, reference: Reference, mutant: Mutant, count: int = FRESH_CASES) -> bool:
    """True if the mutant's results are the reference's on so many fresh cases."""
    wrong = reference.variant(exercise.function, mutant.source, "mutant")
    for outcome in fresh_outcomes(exercise.id, count):
        seen = observe(exercise, wrong, outcome.case).seen
        if seen.changed != outcome.seen.changed or not same(outcome.seen.got, seen.got):
            return False
    return True


@cache
def fresh_outcomes(id: str, count: int) -> list[Outcome]:
    """What the reference does in so many cases, or a few more, that no check has seen: half of them of other sizes, too."""
    exercise, outcomes = exercises.find(id), []
    right = getattr(load(exercise.notebook).functions, exercise.function)
    for seed in itertools.count(FRESH_SEED):
        if len(outcomes) >= count:
            return outcomes
        sizes = OtherDepths(seed) if seed % 2 else OWN_SIZES
        cases = draw_cases(exercise, seed, with_misconceptions=False, sizes=sizes).cases
        outcomes += [observe(exercise, right, case) for case in cases]


def _report(exercise: Exercise, cases: CaseSet, function: Callable) -> Report:
    seen = [observe(exercise, function, case) for case in cases.cases]
    return explain(exercise, cases, seen, inspect.getsource(function))
