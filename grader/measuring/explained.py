"""Measure the explanations: is a mistake explained that nobody wrote down, and is the line that is shown the right one?

Three supplies: the catalogue with its names taken away, one at a time; the mutants of the reference; mutants of mutants. An
answer is explained if its mistake has a known name, its line is found, or the line where it stopped is told.
"""

from __future__ import annotations

import ast
import difflib
import itertools
import re
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from grader import exercises, explaining
from grader.answers import misconceptions
from grader.answers.reference import Reference, load
from grader.explaining.search import Limits, locate
from grader.explaining.time_limit import TooLong, stopwatch
from grader.judging import public_cases
from grader.judging.case import CaseSet
from grader.judging.errors import CourseError
from grader.judging.exercise import Exercise
from grader.judging.observe import observe
from grader.judging.plain import Raised
from grader.judging.report import Located
from grader.judging.stopped import sort_of
from grader.measuring import in_page
from grader.measuring.mutants import mutants
from grader.measuring.quality import SECONDS

CATALOGUE, MUTANTS, PAIRS = "catalogue", "mutants", "pairs of mutants"
BEGIN, END = "<!-- explained: written by `grader quality --explained --write` -->", "<!-- /explained -->"
EVERY = 7  # of all wrong answers every so many-th is measured, as a search may take a second
MISSING = r'`(\w+)` (?:with a value|keeps its first value)|key "([A-Za-z]+)\d*" is missing'  # of a statement that is not there
SLACK = 4  # by how many per cent a share may be smaller on another machine
STEP = 301  # of all pairs of mutants every so many-th is tried


@dataclass(frozen=True)
class Explained:
    """What was said of one wrong answer. named: the name of another known mistake, or what is certain of every case;
    line: where it was located; complete: as the only mistake; stop: the line where it was told to stop;
    right: a line that differs from the reference was told, or what is missing where a line is gone; None where nobody knows (an
    answer that is written differently), or where only a stop is told, which is true wherever the mistake is;
    seconds: of computing that a check of it took.
    """

    id: str
    supply: str
    mistake: str
    named: str | None
    line: str | None
    complete: bool
    stop: str
    right: bool | None
    seconds: float

    @property
    def is_explained(self) -> bool:
        return bool(self.named or self.line or self.stop)


def measure(ids: list[str], workers: int, every: int = EVERY) -> list[Explained]:
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
    single = mutants(reference.sources[exercise.function])
    for mutant in single:
        yield MUTANTS, mutant.change, mutant.source, True
    pairs = ((first, second) for first in single for second in mutants(first.source))
    for first, second in itertools.islice(pairs, 0, None, STEP):
        yield PAIRS, f"{first.change}; {second.change}", second.source, True


def explain(
    exercise: Exercise, reference: Reference, cases: CaseSet, supply: str, mistake: str, text: str, is_edit: bool
) -> Explained | None:
    """What is said of one wrong answer when its own name is not known; None where it passes or takes too long."""
    function = reference.variant(exercise.function, text, mistake)
    known = without(cases, mistake)
    start = time.process_time()
    try:
        with stopwatch() as within:
            within(SECONDS)
            outcomes = [observe(exercise, function, case) for case in known.cases]
            report = explaining.explain(exercise, known, outcomes, text)
    except TooLong:
        return None
    if report.passed:
        return None
    found = locate(exercise, function, outcomes, Limits(patience=100), known.needs)
    seconds = time.process_time() - start
    original = reference.sources[exercise.function]
    original = original if supply == CATALOGUE else _plain(original)
    first = next((claim for claim in report.claims if not claim.passed and not claim.waits), None)
    stop = first.stopped if first and first.stopped and first.stopped.line else None
    said = f"{report.explanation} {first.message if first else ''}"
    return Explained(
        exercise.id,
        supply,
        mistake,
        named=report.misconception or report.explanation or None,
        line=f"{found.text} [{found.kind}]" if found else None,
        complete=bool(found and found.complete),
        stop=stop.line if stop else "",
        right=_is_right(original, text, found, stop, said) if is_edit else None,
        seconds=seconds,
    )


def _is_right(original: str, text: str, found: Located | None, stop: Raised | None, said: str) -> bool | None:
    """Whether the line that is told is one that differs; of a line that is gone, whether it is told what is missing."""
    changed = changed_lines(original, text)
    if found:
        return found.line in changed
    missing = [name or key for name, key in re.findall(MISSING, said)]
    if stop and sort_of(stop.kind, stop.message) in ("name", "unbound"):
        missing += re.findall(r"'(\w+)'", stop.message)
    gone = {line.strip() for line in original.splitlines()} - {line.strip() for line in text.splitlines()}
    is_gone = any(re.search(rf"^{name}\b|\b{name}\b.*[=:]|\bfor\b.*\b{name}\b", line) for name in missing for line in gone)
    told = {*re.findall(r"`([^`]+)`", said), *([stop.line] if stop else ())}
    lines = {number for number, line in enumerate(text.splitlines(), 1) if line.strip() in told}
    return True if is_gone or lines & changed else None


def without(cases: CaseSet, name: str) -> CaseSet:
    """The cases as if one misconception had never been written down."""
    kept = tuple(replace(case, wrong={k: seen for k, seen in case.wrong.items() if k != name}) for case in cases.cases)
    return replace(cases, cases=kept, misconceptions={k: about for k, about in cases.misconceptions.items() if k != name})


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
    rows = [_row(supply, [one for one in found if one.supply == supply]) for supply in (CATALOGUE, MUTANTS, PAIRS)]
    heads = ("wrong answers", "explained", "line told", "right line", "another line", "seconds, nine in ten")
    return "\n".join([f"| {' | '.join(heads)} |", "|---" * len(heads) + "|", *rows])


def told(found: list[Explained]) -> str:
    """The figures, and what was not explained, or of which another line was shown."""
    return "\n".join([table(found), *listed(found)])


def write(page: Path, found: list[Explained]) -> None:
    """Put the figures between their markers. CourseError: they are not there."""
    in_page.put(page, BEGIN, END, table(found))


def compare(page: Path, found: list[Explained]) -> None:
    """CourseError if less is explained, or found in the right line, than the page says, and more than SLACK explains."""
    before, now = (_percents(text) for text in (in_page.held(page, BEGIN, END), table(found)))
    if len(before) != len(now) or any(new < old - SLACK for old, new in zip(before, now, strict=True)):
        raise CourseError(f"Less is explained than {page.name} says: see above, or run `grader quality --explained --write`.")


def _percents(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\((\d+) %\)", text)]


def listed(found: list[Explained]) -> list[str]:
    """A line for each wrong answer that is not explained, or of which another line is shown."""
    missing = [f"{one.id}: {one.supply}: {one.mistake}: not explained" for one in found if not one.is_explained]
    unsure = [one for one in found if one.is_explained and one.right is None and one.supply == MUTANTS]
    stops = [f"{one.id}: {one.supply}: {one.mistake}: only the stop, {one.stop}" for one in unsure]
    wrong = [f"{one.id}: {one.supply}: {one.mistake}: another line, {one.line}" for one in found if one.right is False]
    return missing + stops + wrong


def _row(supply: str, found: list[Explained]) -> str:
    explained = sum(one.is_explained for one in found)
    lines = sum(bool(one.line or one.stop) for one in found)
    right, wrong = (sum(one.right is verdict for one in found) for verdict in (True, False))
    seconds = sorted(one.seconds for one in found)
    late = seconds[len(seconds) * 9 // 10] if seconds else 0
    return f"| {supply} | {_share(explained, found)} | {lines} | {_share(right, found)} | {wrong} | {late:.2f} |"


def _share(count: int, found: list[Explained]) -> str:
    return f"{count} of {len(found)} ({100 * count / max(1, len(found)):.0f} %)"
