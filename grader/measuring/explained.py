"""Measure the explanations: is the line of a mistake found that nobody wrote down, and is it the right one?

Two supplies: the catalogue with its names taken away, one at a time, and the mutants of the reference.
"""

from __future__ import annotations

import ast
import difflib
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace

from grader import exercises, explaining
from grader.answers import misconceptions
from grader.answers.reference import Reference, load
from grader.explaining.search import Limits, locate
from grader.explaining.time_limit import TooLong, stopwatch
from grader.judging import public_cases
from grader.judging.case import CaseSet
from grader.judging.exercise import Exercise
from grader.judging.observe import observe
from grader.measuring.mutants import mutants
from grader.measuring.quality import SECONDS

CATALOGUE, MUTANTS = "catalogue", "mutants"


@dataclass(frozen=True)
class Explained:
    """What was said of one wrong answer. named: the name of another known mistake; line: where it was located; complete: as
    the only mistake; right: one of the lines that differ from the reference, None where nobody knows (an answer that is
    written differently); seconds: that the search took.
    """

    id: str
    supply: str
    mistake: str
    named: str | None
    line: str | None
    complete: bool
    right: bool | None
    seconds: float


def measure(ids: list[str], workers: int, every: int = 1) -> list[Explained]:
    """Every wrong answer of these exercises, or every so many-th of them."""
    with ProcessPoolExecutor(workers) as pool:
        return [one for found in pool.map(_of_exercise, ids, [every] * len(ids)) for one in found]


def _of_exercise(id: str, every: int) -> list[Explained]:
    exercise = exercises.find(id)
    reference, cases = load(exercise.notebook), public_cases.cases(id)
    found = (explain(exercise, reference, cases, *wrong) for wrong in list(_wrong(exercise, reference))[::every])
    return [one for one in found if one]


def _wrong(exercise: Exercise, reference: Reference) -> Iterator[tuple[str, str, str, bool]]:
    """Supply, name and text of each wrong answer, and whether it is the reference with a few words changed."""
    for entry in misconceptions(exercise):
        yield CATALOGUE, entry.name, entry.text(reference, exercise.function), not entry.source
    for mutant in mutants(reference.sources[exercise.function]):
        yield MUTANTS, mutant.change, mutant.source, True


def explain(
    exercise: Exercise, reference: Reference, cases: CaseSet, supply: str, mistake: str, text: str, is_edit: bool
) -> Explained | None:
    """What is said of one wrong answer when its own name is not known; None where it passes or takes too long."""
    function = reference.variant(exercise.function, text, mistake)
    known = without(cases, mistake)
    try:
        with stopwatch() as within:
            within(SECONDS)
            outcomes = [observe(exercise, function, case) for case in known.cases]
            report = explaining.explain(exercise, known, outcomes, text)
    except TooLong:
        return None
    if report.passed:
        return None
    start = time.process_time()
    found = locate(exercise, function, outcomes, Limits(clock=time.process_time))
    seconds = time.process_time() - start
    original = reference.sources[exercise.function]
    original = original if supply == CATALOGUE else _plain(original)
    right = found.line in changed_lines(original, text) if found and is_edit else None
    line = f"{found.text} [{found.kind}]" if found else None
    complete = bool(found and found.complete)
    return Explained(exercise.id, supply, mistake, report.misconception, line, complete, right, seconds)


def without(cases: CaseSet, name: str) -> CaseSet:
    """The cases as if one misconception had never been written down."""
    kept = tuple(replace(case, wrong={k: seen for k, seen in case.wrong.items() if k != name}) for case in cases.cases)
    return CaseSet(kept, {k: about for k, about in cases.misconceptions.items() if k != name})


def _plain(source: str) -> str:
    """The source as mutants are written: without docstring and comments."""
    tree = ast.parse(source)
    del tree.body[0].body[0]
    return ast.unparse(tree)


def changed_lines(original: str, text: str) -> set[int]:
    """The lines of `text` whose statements differ from the original; beside a missing one, its neighbours."""
    old, new = ([line.rstrip() for line in source.splitlines()] for source in (original, text))
    changed: set[int] = set()
    for tag, _, _, start, end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            changed |= set(range(start + 1, end + 1)) if end > start else {start, start + 1}
    statements = [
        node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.stmt) and not hasattr(node, "body")
    ]
    for node in statements:
        lines = set(range(node.lineno, node.end_lineno + 1))
        changed |= lines if lines & changed else set()
    return changed


def table(found: list[Explained]) -> str:
    """The figures as Markdown, a row for each supply."""
    rows = [_row(supply, [one for one in found if one.supply == supply]) for supply in (CATALOGUE, MUTANTS)]
    heads = ("wrong answers", "explained", "line found", "right line", "another line", "seconds, nine in ten")
    return "\n".join([f"| {' | '.join(heads)} |", "|---" * len(heads) + "|", *rows])


def told(ids: list[str], workers: int) -> str:
    """The figures for these exercises, and what was not found or wrongly."""
    found = measure(ids, workers)
    return "\n".join([table(found), *listed(found)])


def listed(found: list[Explained]) -> list[str]:
    """A line for each wrong answer whose line was not found, or is another one."""
    missing = [f"{one.id}: {one.mistake}: no line" for one in found if not one.line]
    return missing + [f"{one.id}: {one.mistake}: another line, {one.line}" for one in found if one.right is False]


def _row(supply: str, found: list[Explained]) -> str:
    explained = sum(bool(one.named or one.line) for one in found)
    lines = [one for one in found if one.line]
    right, wrong = (sum(one.right is verdict for one in lines) for verdict in (True, False))
    seconds = sorted(one.seconds for one in found)
    late = seconds[len(seconds) * 9 // 10] if seconds else 0
    return f"| {supply} | {explained} of {len(found)} | {len(lines)} | {right} | {wrong} | {late:.2f} |"
