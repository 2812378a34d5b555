"""The steps of a function are seen in time, and can be replaced one by one; what it gives is what it gave."""

import ast

import numpy as np
import pytest

from grader.answers import alternatives
from grader.answers.reference import load
from grader.exercises import EXERCISES
from grader.explaining.steps import Miscounted, recorded
from grader.judging import public_cases
from grader.judging.observe import observe
from grader.judging.values import same

SUMS = """def f(a, n):
    total, doubled = 0, {}
    for i in range(n):
        total += a * i
        doubled[str(i)] = 2 * total
    if n > 5:
        kept = [total]
        kept.append(n)
    return total, doubled
"""


def seen(source, *args, instead=None, replaced=()):
    function, recorder, steps = recorded(ast.parse(source), {"np": np}, replaced)
    recorder.begin(instead or {})
    return function(*args), recorder, steps


def test_each_step_is_seen_in_time_with_all_its_rounds():
    result, recorder, steps = seen(SUMS, 3, 3)
    assert result == (9, {"0": 0, "1": 6, "2": 18})
    named = [(steps[number].name or "return", value) for number, value in recorder.events]
    assert named[:3] == [("total", 0), ("doubled", {}), ("i", 0)]
    assert [value for name, value in named if name == "total"] == [0, 0, 3, 9]
    assert [value for name, value in named if name == "doubled"] == [{}, 0, 6, 18]
    assert named[-1] == ("return", result) and recorder.at_return == {"total": 9, "doubled": result[1]}


def test_a_step_knows_what_it_reads_and_whether_it_may_not_run():
    _, _, steps = seen(SUMS, 3, 3)
    total = next(step for step in steps if isinstance(step.statement, ast.AugAssign))
    assert total.reads == {"total", "a", "i"} and not total.guarded
    assert all(step.guarded == (step.name == "kept") for step in steps)
    assert steps[-1].is_return and steps[-1].only_names


def test_a_step_is_replaced_round_by_round_and_its_statement_does_not_run():
    source = "def f(a):\n    b = a.nowhere\n    return b + 1\n"
    assert seen(source, 1, instead={0: [41]}, replaced=[0])[0] == 42
    _, _, steps = seen(SUMS, 3, 3)
    number = next(step.number for step in steps if isinstance(step.statement, ast.AugAssign))
    assert seen(SUMS, 3, 3, instead={number: [1, 1, 5]}, replaced=[number])[0] == (5, {"0": 2, "1": 2, "2": 10})


@pytest.mark.parametrize("values", [[1], [1, 2, 3, 4]])
def test_more_or_fewer_rounds_than_values_are_refused(values):
    function, recorder, steps = recorded(ast.parse(SUMS), {})
    number = next(step.number for step in steps if isinstance(step.statement, ast.AugAssign))
    recorder.begin({number: values})
    with pytest.raises(Miscounted):
        function(3, 3)
        recorder.refuse_rest()


@pytest.mark.parametrize("id", list(EXERCISES)[::4])
def test_watched_step_by_step_right_answers_give_what_they_give_otherwise(id):
    exercise, reference = EXERCISES[id], load(EXERCISES[id].notebook)
    others = [one.text(reference, exercise.function) for one in alternatives(exercise)[:3]]
    for text in (reference.sources[exercise.function], *others):
        function = reference.variant(exercise.function, text)
        tree = ast.parse(text)
        tree.body = [one for one in tree.body if getattr(one, "name", "") == exercise.function]
        watched, recorder, _ = recorded(tree, function.__globals__)
        for case in public_cases.cases(id).cases[:2]:
            recorder.begin({})
            assert same(observe(exercise, function, case).seen.got, observe(exercise, watched, case).seen.got)
