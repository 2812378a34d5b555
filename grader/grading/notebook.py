"""One submitted notebook → points and reports. Student code runs in the sandbox only; here plain values are compared."""

from __future__ import annotations

import marshal
import re
import time
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from grader import exercises
from grader.answers.reference import load
from grader.explaining.edits import KINDS, VALUE
from grader.grading import gate, not_here
from grader.grading.closed import closed
from grader.grading.functions import functions_of
from grader.grading.mend import Cell, Mended, Unreadable, mend
from grader.grading.plan import defined_again, steps
from grader.grading.released import Slot, Template
from grader.grading.reports import on_public_cases, on_secret_cases
from grader.grading.sandbox import messages
from grader.grading.sandbox.outside import Sandboxes
from grader.grading.sandbox.session import Ran, Running
from grader.grading.secret_cases import SecretCases
from grader.judging import public_cases
from grader.judging.case import Observation, to_json
from grader.judging.exercise import Exercise
from grader.judging.plain import Raised
from grader.judging.report import Located, Report, points_for

ONLY_PUBLIC = (
    "It is right in the cases that `check` shows, and wrong in others of the same kind. "
    "Look for numbers or sizes of the shown cases in your code."
)


@dataclass(frozen=True)
class Verdict:
    """What one check of one submission came to. points: None where a person has to decide; hidden: it is a test with a part
    that students do not see.
    """

    cell: str
    points: float | None
    possible: float
    report: Report | None = None
    hidden: bool = False


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
    handed_in = _handed_in(template, functions_of(step.source for step in plan))
    sandbox = sandboxes.for_source(source)
    with Running(sandbox, template.name, plan, template.functions, closed(template.name), modules) as running:
        reports, ran = _examine(handed_in, running, secret)
    of_tests = ran | _hidden_tests(mended, template, sandboxes, modules)
    places = {cell.slot.id: i for i, cell in enumerate(mended.cells) if cell.slot}
    verdicts = {}
    for slot in template.graded:
        if slot.kind == "check":
            report = reports[slot.exercise]
            verdicts[slot.id] = Verdict(slot.id, points_for(report.score, slot.points), slot.points, report)
        if slot.kind == "test":
            points = _points_of_test(slot, of_tests.get(places[slot.id]))
            verdicts[slot.id] = Verdict(slot.id, points, slot.points, hidden=bool(slot.hidden))
    ended = [f"Cell {place + 1}: {what.end}" for place, what in sorted(ran.items()) if what.ended]
    in_order = tuple(verdicts[slot.id] for slot in template.graded)
    libraries = not_here.libraries(mended.cells, modules)
    lacking = [f"{name} is not installed here: what needs it was skipped, all else counts." for name in libraries]
    notes = (*mended.notes, *defined_again(mended.cells, template), *not_here.skipped(mended.cells), *lacking, *ended)
    return Judged(template.name, in_order, mended.cells, ran, notes, libraries, time.monotonic() - began)


@dataclass(frozen=True)
class _HandedIn:
    """One function of a submission: its source text, and the right functions that take the place of the student's own."""

    exercise: Exercise
    source: str
    helpers: tuple[str, ...]


def _handed_in(template: Template, texts: dict[str, str]) -> list[_HandedIn]:
    """In the notebook's order: right helpers are sent only where nothing can be stolen for an exercise to come."""
    found: list[_HandedIn] = []
    for exercise in (exercises.find(slot.exercise) for slot in template.graded if slot.kind == "check"):
        judged = tuple(one.exercise.function for one in found)
        found.append(_HandedIn(exercise, texts.get(exercise.function, ""), _right_helpers(exercise, texts, judged)))
    return found


def _examine(handed_in: list[_HandedIn], running: Running, secret: SecretCases) -> tuple[dict[str, Report], dict[int, Ran]]:
    """The report on each exercise, by id, and what the cells did: points by the secret cases, words by the public ones.

    All are judged in one fork, in the notebook's order. One that does not pass there is judged again at once, in a fork of its
    own and before a right function takes its place: it pays for nothing that another has left behind, and gains nothing.
    The words come from a process of their own, which has met no secret case: what a function saw there, it cannot tell.
    """
    reports, in_question = {}, []
    for one in handed_in:
        report = _on_secret_cases(one, running, secret, together=True)
        if running.met_others and not (report.passed or report.blank):
            report = _on_secret_cases(one, running, secret)
        reports[one.exercise.id] = report
        if not (report.passed or report.blank or running.ended):  # what ran too long, or ended its process, is not tried again
            in_question.append(one)
    ran = dict(running.ran)
    running.renew()
    words = {one.exercise.id: _on_public_cases(one, running) for one in in_question}
    running.renew()  # in the last process right helpers of all exercises could be kept
    for one in in_question:
        report, said = reports[one.exercise.id], words[one.exercise.id]
        if one.helpers and said and not said.misconception:
            # A right function may rely on its author's own helpers, as long as all of them are right together.
            with_own = _on_secret_cases(replace(one, helpers=()), running, secret)
            report = max(report, with_own, key=lambda report: report.score)
        reports[one.exercise.id] = _in_words(report, said)
    return reports, ran


def _on_secret_cases(one: _HandedIn, running: Running, secret: SecretCases, together: bool = False) -> Report:
    if one.exercise.function not in running.defined:
        running.ended, running.met_others = None, False
        missing = [_undefined(one.exercise)] * len(public_cases.cases(one.exercise.id).cases)
        report = replace(on_public_cases(one.exercise, missing, ""), score=0.0)
        why = running.why_undefined(one.exercise.function)
        return replace(report, error=f"It was never defined: its cell {why}") if why else report
    seen = _seen(one, running, secret, together)
    return on_secret_cases(one.exercise, secret.of(one.exercise.id), seen, one.source, running.ended)


def _on_public_cases(one: _HandedIn, running: Running) -> Report | None:
    """None: it was not to be seen this time, as time was up, or is not there."""
    if one.exercise.function not in running.defined:
        return None
    seen = _seen(one, running, None)
    return None if running.ended else _with_line(one, running, on_public_cases(one.exercise, seen, one.source))


def _with_line(one: _HandedIn, running: Running, report: Report) -> Report:
    """The report with the line of a mistake that has no name, where one is certain. No secret case is near."""
    if report.passed or report.blank or report.misconception or report.error:
        return report
    lines = one.source.split("\n")
    code = _compiled(one.exercise.notebook, one.helpers) if one.helpers else None
    found = running.locate(one.exercise.id, _public_as_json(one.exercise.id), one.helpers, code, len(lines))
    if not found:
        return report
    line, kind, complete = found
    idea = next(one.idea for one in (*KINDS, VALUE) if one.name == kind)
    return replace(report, located=Located(line, gate.line(lines[line - 1]), kind, idea, complete))


@lru_cache(maxsize=64)
def _public_as_json(id: str) -> str:
    """The public cases of an exercise, without what known mistakes give."""
    known = public_cases.cases(id)
    return to_json({id: replace(known, cases=tuple(replace(case, wrong={}) for case in known.cases), misconceptions={})})


def _in_words(report: Report, words: Report | None) -> Report:
    """The report by secret cases, told in the words of the one by public cases."""
    if report.passed or not words:
        return report
    if words.passed:
        return replace(report, error="", summary=f"{ONLY_PUBLIC} {report.error}".strip())
    return replace(words, score=report.score)


def _seen(one: _HandedIn, running: Running, secret: SecretCases | None, together: bool = False) -> list[Observation]:
    """What the function gives on secret cases, or on the public ones."""
    code = _compiled(one.exercise.notebook, one.helpers) if one.helpers else None
    return running.observe(one.exercise.id, _asked(one.exercise.id, secret), one.helpers, code, together)


def _undefined(exercise: Exercise) -> Observation:
    return Observation(Raised("NameError", f"there is no function {exercise.function} in the notebook"))


@lru_cache(maxsize=4096)
def _asked(id: str, secret: SecretCases | None) -> list[dict]:
    """What the sandbox is told of the cases: their arguments. secret: None for the public ones."""
    known = secret.of(id) if secret else public_cases.cases(id)
    return [{"args": messages.pack(case.args), "spare": messages.pack(case.spare)} for case in known.cases]


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
def _compiled(notebook: str, names: tuple[str, ...]) -> np.ndarray:
    """Code that defines functions of the reference, as bytes. Compiling it anew for each student would take longer."""
    reference = load(notebook)
    text = "\n\n".join([reference.imports, *(reference.sources[name] for name in names)])
    return np.frombuffer(marshal.dumps(compile(text, "<right helpers>", "exec")), np.uint8)


def _hidden_tests(mended: Mended, template: Template, sandboxes: Sandboxes, modules: dict[str, str]) -> dict[int, Ran]:
    """What the tests that have a hidden part did as a whole, by their place. Only points follow from it.

    They run in a process of their own: what a student's code reads of them there, it can tell nobody.
    """
    places = {i for i, cell in enumerate(mended.cells) if cell.slot and cell.slot.hidden}
    if not places:
        return {}
    cells = [_whole(cell) for cell in mended.cells]
    plan = steps(cells, template)
    sandbox = sandboxes.for_source("\n\n".join([*(step.source for step in plan), *modules.values()]))
    with Running(sandbox, template.name, plan, (), closed(template.name), modules) as running:
        return {place: running.ran[place] for place in places & running.ran.keys()}


def _whole(cell: Cell) -> Cell:
    """A test with its hidden part."""
    if not (cell.slot and cell.slot.hidden):
        return cell
    return replace(cell, source=cell.slot.hidden, slot=replace(cell.slot, source=cell.slot.hidden))


def _points_of_test(slot: Slot, ran: Ran | None) -> float | None:
    """nbgrader's own rules: an error or anything on stderr earns nothing, a number is partial credit, all else everything."""
    if ran is None or ran.ended or ran.error or ran.err:
        return 0.0
    try:
        return min(max(float(ran.value), 0.0), slot.points) if ran.value is not None else slot.points
    except ValueError:
        return slot.points
