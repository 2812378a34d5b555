"""What the single steps of right answers give in each case, and from what. By these a learner's line is found: see
`grader.explaining.right_step`.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Mapping
from dataclasses import replace

from grader.answers import alternatives
from grader.answers.reference import Reference, load
from grader.explaining.right_values import NUMBERS, RETURN, are_alike, size_of, told_by
from grader.explaining.steps import Step, recorded
from grader.explaining.time_limit import TooLong, stopwatch
from grader.judging.case import CERTAIN, Case, CaseSet
from grader.judging.exercise import Exercise
from grader.judging.observe import own_draws, quiet, seed

DIGITS = 9  # of a number that is kept
SECONDS = 2.0  # that one call may take
MOST = 24  # steps that are kept, those of the reference first
Values = Mapping[int, list[object]]  # what a step gives, by the number of the case


def with_steps(exercise: Exercise, drawn: CaseSet) -> CaseSet:
    """The cases with the steps of the reference and of the other right answers, each kept once, and what each needs."""
    judged = {i: case for i, case in enumerate(drawn.cases) if case.tag != CERTAIN}
    pool, needs = _Pool(judged), {}
    reference = load(exercise.notebook)
    texts = [reference.sources[exercise.function], *(one.text(reference, exercise.function) for one in alternatives(exercise))]
    for text in texts:
        steps, values = _of_answer(exercise, reference, text, judged)
        keys = {step.number: pool.key_of(values[step.number]) for step in steps if not step.is_return and step.number in values}
        for step in steps:
            key, wanted = RETURN if step.is_return else keys.get(step.number), _needs(step, steps, keys)
            if key and wanted is not None and wanted not in needs.setdefault(key, []):
                needs[key].append(wanted)
    cases = (replace(case, steps={key: _brief(one[i]) for key, one in pool.kept.items() if i in one})
             for i, case in enumerate(drawn.cases))  # fmt: skip
    return replace(drawn, cases=tuple(cases), needs={key: sorted(ways) for key, ways in needs.items()})


class _Pool:
    """Steps by their keys: those that the cases themselves tell, and those that are kept."""

    def __init__(self, cases: Mapping[int, Case]) -> None:
        self.told = {i: told_by(case) for i, case in cases.items()}
        self.kept: dict[str, Values] = {}

    def key_of(self, values: Values) -> str | None:
        """The key under which a step with these values is known from now on; None where they are too many."""
        told = next(iter(self.told.values()))
        for key in told:
            if all(key in self.told[i] and are_alike(one, self.told[i][key]) for i, one in values.items()):
                return key
        for key, known in self.kept.items():
            if known.keys() == values.keys() and all(are_alike(known[i], one) for i, one in values.items()):
                return key
        if not values or len(self.kept) == MOST or any(size_of(one) > NUMBERS for one in values.values()):
            return None
        self.kept[str(len(self.kept))] = values
        return str(len(self.kept) - 1)


def _needs(step: Step, steps: list[Step], keys: Mapping[int, str | None]) -> list[str] | None:
    """The keys of the steps that give what a step reads; None where one has no key."""
    found = {keys.get(one.number) for one in steps if one.name in step.reads and one is not step}
    return None if None in found else sorted(found)


def _of_answer(
    exercise: Exercise, reference: Reference, text: str, cases: Mapping[int, Case]
) -> tuple[list[Step], dict[int, Values]]:
    """The steps of one right answer, and what each gives in each case in which it runs."""
    function = reference.variant(exercise.function, text)
    definition = next((one for one in ast.parse(text).body if getattr(one, "name", "") == exercise.function), None)
    if not isinstance(definition, ast.FunctionDef):
        return [], {}
    stepwise, recorder, steps = recorded(ast.Module([definition], []), function.__globals__)
    values: dict[int, dict[int, list[object]]] = {}
    with own_draws(), quiet(), stopwatch() as within:
        for i, case in cases.items():
            recorder.begin({})
            seed()
            try:
                within(SECONDS)
                exercise.call(stepwise, *copy.deepcopy(case.args))
            except (Exception, TooLong):
                return [], {}
            finally:
                within(0)
            for number, value in recorder.events:
                values.setdefault(number, {}).setdefault(i, []).append(value)
    return steps, values


def _brief(value: object) -> object:
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    if isinstance(value, dict):
        return {key: _brief(item) for key, item in value.items()}
    return type(value)(map(_brief, value)) if isinstance(value, list | tuple) else value
