"""One submitted notebook → points and reports. Student code runs in the sandbox only; here plain values are compared."""

from __future__ import annotations

import base64
import marshal
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from grader import exercises
from grader.answers.reference import load
from grader.explaining import explain, stops
from grader.grading import not_here
from grader.grading.functions import functions_of
from grader.grading.mend import Cell, Mended, Unreadable, mend
from grader.grading.plan import steps
from grader.grading.released import Slot, Template
from grader.grading.sandbox.outside import Sandboxes
from grader.grading.sandbox.session import Ran, Running
from grader.grading.secret_cases import SecretCases
from grader.judging import public_cases
from grader.judging.case import CaseSet, Observation, encode
from grader.judging.exercise import Exercise, Outcome
from grader.judging.plain import Raised
from grader.judging.report import ClaimResult, Report, points_for

ONLY_PUBLIC = (
    "It is right in the cases that `check` shows, and wrong in others of the same kind. "
    "Look for numbers or sizes of the shown cases in your code."
)


@dataclass(frozen=True)
class Verdict:
    """What one check of one submission came to. points: None where a person has to decide."""

    cell: str
    points: float | None
    possible: float
    report: Report | None = None


@dataclass(frozen=True)
class Judged:
    """One notebook of one submission.

    cells: as mended, None where nothing could be read; ran: what the cells did that were run, by their place;
    notes: what was mended or went wrong; libraries: what it imports and is not installed; seconds: how long it took;
    found: False if there was nothing to grade.
    """

    name: str
    verdicts: tuple[Verdict, ...]
    cells: tuple[Cell, ...] = ()
    ran: dict[int, Ran] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    seconds: float = 0.0
    found: bool = True


def judge_file(
    raw: bytes, template: Template, secret: SecretCases, sandboxes: Sandboxes, modules: dict[str, str] | None = None
) -> Judged:
    """Judge a notebook file on `secret` cases. What cannot be read at all earns nothing, and says why.

    modules: the texts of the Python files handed in beside it, by name.
    """
    try:
        return judge_cells(mend(raw, template), template, secret, sandboxes, modules or {})
    except Unreadable as error:
        return nothing(template, str(error))


def nothing(template: Template, *why: str) -> Judged:
    """Nothing to grade, for a reason. It counts as no points, as nbgrader does it: a total without them would look complete."""
    verdicts = tuple(Verdict(slot.id, 0.0, slot.points) for slot in template.graded)
    return Judged(template.name, verdicts, notes=why, found=False)


def judge_cells(
    mended: Mended, template: Template, secret: SecretCases, sandboxes: Sandboxes, modules: dict[str, str]
) -> Judged:
    """Run the cells in the sandbox, call each function on secret cases, and judge what comes back."""
    began = time.monotonic()
    plan = steps(mended.cells, template)
    source = "\n\n".join([*(step.source for step in plan), *modules.values()])
    texts = functions_of(step.source for step in plan)
    verdicts = {}
    judged: list[str] = []  # may be sent as right helpers: nothing can be stolen for an exercise to come
    with Running(sandboxes.for_source(source), template.name, plan, template.functions, modules) as running:
        for slot in template.graded:
            if slot.kind == "check":
                exercise = exercises.find(slot.exercise)
                report = _examine(exercise, running, texts, secret, tuple(judged))
                judged.append(exercise.function)
                verdicts[slot.id] = Verdict(slot.id, points_for(report.score, slot.points), slot.points, report)
        ran = dict(running.ran)
    places = {cell.slot.id: i for i, cell in enumerate(mended.cells) if cell.slot}
    for slot in template.graded:
        if slot.kind == "test":
            verdicts[slot.id] = Verdict(slot.id, _points_of_test(slot, ran.get(places[slot.id])), slot.points)
    ended = [f"Cell {place + 1}: {what.ended}" for place, what in sorted(ran.items()) if what.ended]
    in_order = tuple(verdicts[slot.id] for slot in template.graded)
    libraries = not_here.libraries(mended.cells, modules)
    lacking = [f"{name} is not installed here: what needs it was skipped, all else counts." for name in libraries]
    notes = (*mended.notes, *not_here.skipped(mended.cells), *lacking, *ended)
    return Judged(template.name, in_order, mended.cells, ran, notes, libraries, time.monotonic() - began)


def _examine(
    exercise: Exercise, running: Running, texts: dict[str, str], secret: SecretCases, judged: tuple[str, ...]
) -> Report:
    """The report on one function: points by the secret cases, words and examples by the public ones."""
    hidden = secret.of(exercise.id)
    if exercise.function not in running.defined:
        return _report(exercise, hidden, [_undefined(exercise)] * len(hidden.cases), "")
    helpers = _right_helpers(exercise, texts, judged)
    text = texts.get(exercise.function, "")
    seen = _seen(exercise, running, helpers, secret)
    report = _report(exercise, hidden, seen, text)
    if report.passed or report.blank or running.ended:
        # What ran too long, or ended its process, is not tried again. What is said of that is the sandbox's, not the student's.
        error = stops.sentence(seen[-1].got, source=text) if running.ended else ""
        return replace(_without_examples(report), error=error, summary="")
    known = public_cases.cases(exercise.id)
    shown = _report(exercise, known, _seen(exercise, running, helpers, None), text)
    if helpers and not shown.misconception:
        # A right function may rely on its author's own helpers, as long as all of them are right together.
        with_own = _report(exercise, hidden, _seen(exercise, running, (), secret), text)
        if with_own.passed:
            return with_own
        report = max(report, with_own, key=lambda one: one.score)
    if shown.passed:
        return replace(_without_examples(report), misconception=None, explanation="", error="", summary=ONLY_PUBLIC)
    return replace(shown, score=report.score)


def _without_examples(report: Report) -> Report:
    """Nothing of a secret case is told: no number, no name or shape from a line that stopped, no exception's own words."""
    return replace(report, claims=tuple(map(_without_example, report.claims)))


def _without_example(claim: ClaimResult) -> ClaimResult:
    told = f"It stopped with {claim.stopped.kind}." if claim.stopped else claim.message if claim.waits else ""
    return replace(claim, message=told, expected="", got="", about="", stopped=None)


def _seen(exercise: Exercise, running: Running, helpers: tuple[str, ...], secret: SecretCases | None) -> list[Observation]:
    code = _compiled(exercise.notebook, helpers) if helpers else ""
    return running.observe(exercise.id, _asked(exercise.id, secret), helpers, code, exercise.answers)


def _report(exercise: Exercise, known: CaseSet, seen: Sequence[Observation], source: str) -> Report:
    outcomes = [Outcome(case, one, exercise.returns) for case, one in zip(known.cases, seen, strict=True)]
    report = explain(exercise, known, outcomes, source)
    remark = exercise.remark(source) if source else None
    return replace(report, remarks=(*report.remarks, remark)) if remark else report


def _undefined(exercise: Exercise) -> Observation:
    return Observation(Raised("NameError", f"there is no function {exercise.function} in the notebook"))


@lru_cache(maxsize=4096)
def _asked(id: str, secret: SecretCases | None) -> list[dict]:
    """What the sandbox is told of the cases: their arguments. secret: None for the public ones."""
    known = secret.of(id) if secret else public_cases.cases(id)
    return [{"args": encode(case.args), "spare": encode(case.spare)} for case in known.cases]


def _right_helpers(exercise: Exercise, texts: dict[str, str], judged: tuple[str, ...]) -> tuple[str, ...]:
    """The right functions in place of the student's own, by name: all that this one may call."""
    sources = load(exercise.notebook).sources
    asked = {exercise.function} | (texts.keys() - sources.keys())  # it, and what the student added
    words = set().union(*(_words(texts.get(name, "")) for name in asked))
    needed: set[str] = set()
    while more := (words & set(judged)) - needed - {exercise.function}:
        needed |= more
        words = set().union(*(_words(sources[name]) for name in more))
    return tuple(name for name in judged if name in needed)


@lru_cache(maxsize=4096)
def _words(source: str) -> frozenset[str]:
    return frozenset(re.findall(r"[A-Za-z_]\w*", source))


@lru_cache(maxsize=256)
def _compiled(notebook: str, names: tuple[str, ...]) -> str:
    """Code that defines functions of the reference, in base64. Compiling it anew for each student would take longer."""
    reference = load(notebook)
    text = "\n\n".join([reference.imports, *(reference.sources[name] for name in names)])
    return base64.b64encode(marshal.dumps(compile(text, "<right helpers>", "exec"))).decode("ascii")


def _points_of_test(slot: Slot, ran: Ran | None) -> float | None:
    """nbgrader's own rules: an error or anything on stderr earns nothing, a number is partial credit, all else everything."""
    if ran is None or ran.ended or ran.error or ran.err:
        return 0.0
    try:
        return min(max(float(ran.value), 0.0), slot.points) if ran.value is not None else slot.points
    except ValueError:
        return slot.points
