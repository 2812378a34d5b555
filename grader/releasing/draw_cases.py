"""Draw cases: inputs from a seed, the reference's results, and what each misconception would give."""

from __future__ import annotations

import inspect
from dataclasses import replace
from functools import cache

import numpy as np

from grader import exercises
from grader.answers import Misconception, misconceptions
from grader.answers.conditions import conditions
from grader.answers.reference import Reference, load
from grader.explaining.lost import unread_positions
from grader.judging.case import BULKY, CERTAIN, Case, CaseSet, Observation
from grader.judging.drawing import Pictures, Sizes
from grader.judging.errors import CourseError
from grader.judging.exercise import Exercise, Inputs
from grader.judging.observe import observe
from grader.judging.values import Raised, same
from grader.releasing.draw_steps import with_steps
from utils.data import load_drawn

KEPT = (3, 2)  # the first and last cases in which the result of a misconception is kept
OWN_SIZES = Sizes()
PUBLIC_SEED = 20  # of the public cases; any other number gives other cases of the same kinds


@cache
def shrunken_pictures() -> Pictures:
    """The drawn training pictures as columns of 192 features in 0..1: X (192, 209), Y (1, 209).

    Each feature is the rounded mean of one colour over a block of 8 × 8 pixels.
    """
    drawn = load_drawn()
    m = len(drawn.train_x)
    blocks = drawn.train_x.reshape(m, 8, 8, 8, 8, 3).mean(axis=(2, 4))
    return Pictures(X=np.rint(blocks).reshape(m, -1).T / 255, Y=drawn.train_y)


def draw_cases(exercise: Exercise, seed: int, with_misconceptions: bool = True, sizes: Sizes = OWN_SIZES) -> CaseSet:
    """The cases of one exercise, of its own sizes or of others. The same seed gives the same cases anywhere.

    CourseError: the reference raises, a claim is about cases that are never drawn, or the catalogue is not in order.
    """
    reference = load(exercise.notebook)
    random = np.random.default_rng([seed, *exercise.id.encode()])
    inputs = list(exercise.draw(random, reference.functions, shrunken_pictures(), sizes))
    _refuse_unmet_tags(exercise, inputs)
    cases = [_with_expected(exercise, reference, item) for item in inputs]
    known = misconceptions(exercise) if with_misconceptions else ()
    for misconception in known:
        cases = _with_misconception(exercise, reference, misconception, cases)
    signature = f"{exercise.function}{inspect.signature(getattr(reference.functions, exercise.function))}"
    unread = unread_positions(reference.sources[exercise.function])
    return CaseSet(tuple(cases), {entry.name: _about(entry) for entry in known}, signature, unread)


def _about(entry: Misconception) -> dict[str, object]:
    """What is kept of a misconception: its sentence, and what the source has to show."""
    needs, lacks = conditions(entry.sentence)
    needs, lacks = [*needs, *filter(None, [entry.needs])], [*lacks, *filter(None, [entry.lacks])]
    return {"sentence": entry.sentence} | ({"needs": needs} if needs else {}) | ({"lacks": lacks} if lacks else {})


def _refuse_unmet_tags(exercise: Exercise, inputs: list[Inputs]) -> None:
    """A claim about cases that there are none of would hold whatever is handed in."""
    drawn = dict.fromkeys(item.tag for item in inputs)
    for claim in exercise.claims:
        unmet = [tag for tag in claim.tags if tag not in drawn]
        if unmet:
            raise CourseError(
                f"{exercise.id}: the claim {claim.name!r} is about cases with the tag {unmet[0]!r}, and none is drawn. "
                f"Drawn are: {', '.join(drawn)}. Correct the tag, or draw such a case."
            )


def _with_expected(exercise: Exercise, reference: Reference, inputs: Inputs) -> Case:
    case = Case(inputs.tag, inputs.about, inputs.args, None, extra=inputs.extra, spare=inputs.spare)
    got = observe(exercise, getattr(reference.functions, exercise.function), case).seen.got
    if isinstance(got, Raised):
        raise CourseError(f"The reference of {exercise.id} raised {got.kind}: {got.message} in the case {case.about!r}.")
    return replace(case, expected=exercise.keep(got), extra={**case.extra, **exercise.beside(got)})


def _with_misconception(
    exercise: Exercise, reference: Reference, misconception: Misconception, cases: list[Case]
) -> list[Case]:
    """The cases, with the misconception's result added where it differs from the right one.

    The results of a few small cases are enough to know it again. In the others only the fact that it differs is kept.
    """
    wrong = misconception.function(reference, exercise.function)
    seen = {i: observe(exercise, wrong, case).seen for i, case in enumerate(cases)}
    differing = [i for i, case in enumerate(cases) if _differs(case, seen[i])]
    small = [i for i in differing if cases[i].tag not in BULKY]
    shown = small or differing
    kept = shown[: KEPT[0]] + shown[KEPT[0] :][-KEPT[1] :]
    return [
        replace(case, wrong={**case.wrong, misconception.name: seen[i] if i in kept else None})
        if i in differing
        else case
        for i, case in enumerate(cases)
    ]


def _differs(case: Case, seen: Observation) -> bool:
    return case.tag != CERTAIN and (bool(seen.changed) or not same(case.expected, seen.got))


def draw_notebook(notebook: str, seed: int = PUBLIC_SEED) -> dict[str, CaseSet]:
    """The cases of every exercise of one notebook, by id, with what single steps of right answers give."""
    return {exercise.id: with_steps(exercise, draw_cases(exercise, seed)) for exercise in exercises.of_notebook(notebook)}
