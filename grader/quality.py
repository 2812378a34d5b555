"""The scoreboard of the checks: what they catch, what they name, what they accept, and which mutants survive them."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field

from grader import exercises, public
from grader.case import CaseSet
from grader.catalogue import alternatives, equivalents, misconceptions
from grader.draw import draw_cases
from grader.exercise import Exercise
from grader.judge import judge
from grader.mutants import Mutant, mutants
from grader.observe import observe
from grader.reference import Reference, load
from grader.report import Report
from grader.values import same

SECONDS = 20  # for one answer: a mutant may loop for ever
FRESH_CASES = 500  # on which a mutant must equal the reference to count as equivalent


@dataclass
class Board:
    """The results for one exercise. Lists hold the names of what went wrong."""

    id: str
    misconceptions: int = 0
    missed: list[str] = field(default_factory=list)
    misnamed: list[str] = field(default_factory=list)
    alternatives: int = 0
    rejected: list[str] = field(default_factory=list)
    mutants: int = 0
    equivalent: list[str] = field(default_factory=list)
    survivors: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        return not (self.missed or self.misnamed or self.rejected or self.survivors)


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
    reference, cases, found = load(exercise.notebook), public.cases(id), Board(id)
    for entry in misconceptions(exercise):
        report = _report(exercise, cases, entry.function(reference, exercise.function))
        found.misconceptions += 1
        found.missed += [entry.name] if report.passed else []
        found.misnamed += [] if report.misconception == entry.name else [f"{entry.name} as {report.misconception}"]
    for entry in alternatives(exercise):
        report = _report(exercise, cases, entry.function(reference, exercise.function))
        found.alternatives += 1
        found.rejected += [] if report.passed else [entry.name]
    _try_mutants(exercise, reference, cases, found)
    return found


def _try_mutants(exercise: Exercise, reference: Reference, cases: CaseSet, found: Board) -> None:
    recorded = equivalents.REASONS.get(exercise.id, {})
    for mutant in mutants(reference.sources[exercise.function]):
        found.mutants += 1
        if _killed(exercise, reference, cases, mutant):
            continue
        if mutant.change in recorded and is_equivalent(exercise, reference, mutant):
            found.equivalent.append(mutant.change)
        else:
            found.survivors.append(mutant.change)


def _killed(exercise: Exercise, reference: Reference, cases: CaseSet, mutant: Mutant) -> bool:
    try:
        with time_limit(SECONDS):
            function = reference.variant(exercise.function, mutant.source, "mutant")
            return not _report(exercise, cases, function).passed
    except TooLong:
        return True


def is_equivalent(exercise: Exercise, reference: Reference, mutant: Mutant, count: int = FRESH_CASES) -> bool:
    """True if the mutant's results are the reference's on so many fresh cases."""
    right = getattr(reference.functions, exercise.function)
    wrong = reference.variant(exercise.function, mutant.source, "mutant")
    seed = 1000
    while count > 0:
        cases = draw_cases(exercise, seed, with_misconceptions=False).cases
        for case in cases:
            left, other = (observe(exercise, function, case).seen for function in (right, wrong))
            if left.changed != other.changed or not same(left.got, other.got):
                return False
        count, seed = count - len(cases), seed + 1
    return True


def _report(exercise: Exercise, cases: CaseSet, function: Callable) -> Report:
    return judge(exercise, cases, [observe(exercise, function, case) for case in cases.cases])


class TooLong(BaseException):
    """Not an Exception, so that no answer catches it."""


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """TooLong after so many seconds, where the platform has alarms."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ring(*_: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def table(boards: list[Board]) -> str:
    """The scoreboard as Markdown, a row for each notebook."""
    names = list(dict.fromkeys(b.id.split(".")[0] for b in boards))
    groups = [(f"`{name}`", [b for b in boards if b.id.startswith(name + ".")]) for name in names]
    head = "| notebook | misconceptions caught | named | right alternatives accepted | mutants killed | equivalent | survive |\n"
    rows = [_row(*group) for group in [*groups, ("**all**", boards)]]
    return head + "|---|---|---|---|---|---|---|\n" + "\n".join(rows)


def _row(name: str, boards: list[Board]) -> str:
    wrong, right, changed = (
        sum(getattr(b, key) for b in boards) for key in ("misconceptions", "alternatives", "mutants")
    )
    missed, misnamed, rejected, equivalent, survivors = (
        sum(len(getattr(b, key)) for b in boards)
        for key in ("missed", "misnamed", "rejected", "equivalent", "survivors")
    )
    return (
        f"| {name} | {wrong - missed} of {wrong} | {wrong - misnamed} of {wrong} | {right - rejected} of {right} "
        f"| {changed - equivalent - survivors} of {changed} | {equivalent} | {survivors} |"
    )
