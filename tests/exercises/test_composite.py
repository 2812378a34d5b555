"""Answers made of two: a right alternative with a mistake on top, two mistakes at once. They lose what is wrong, and no more."""

import ast

import pytest

from grader import answers, exercises
from grader.answers.reference import load
from grader.judging import public_cases
from grader.judging.judge import judge, opens
from grader.judging.observe import observe
from grader.judging.values import same

DRAWS = ("initialize_parameters", "initialize_parameters_deep", "nn_model", "L_layer_model")

# Where one part mends, does not use, or hands on what the other has spoilt: the claims that hold for both together.
TOGETHER = {
    ("one_hidden_layer.mistaken_dZ1", "last-unit", "chain-rule"): set(),
    ("logistic_regression.sigmoid", "overflows", "top-always-one"): {"shapes", "values", "number", "untouched"},
    ("deep_network.compute_cost", "clipped", "nan-replaced"): {"shapes", "values", "sizes", "untouched"},
    ("deep_network.zigzag", "one-layer-too-many", "folds-the-input-again"): {"shapes", "untouched"},
    ("one_hidden_layer.mistaken_tanh_slope", "order-of-results", "sigmoid-nudged"): {"claimed"},
}


def pairs(kinds, per_exercise=6):
    """Pairs of edits of one exercise that can both be made, a few for each exercise."""
    found = []
    for exercise in exercises.EXERCISES.values():
        source = load(exercise.notebook).sources[exercise.function]
        firsts, seconds = (kind(exercise) for kind in kinds)
        both = [
            (exercise, one, other)
            for one in firsts
            for other in seconds
            if one.edits and other.edits and one.name != other.name and fit(source, one, other)
        ]
        found += both[:: max(1, len(both) // per_exercise)][:per_exercise]
    return [pytest.param(*pair, id=f"{pair[0].id}-{pair[1].name}-{pair[2].name}") for pair in found]


def fit(source, one, other):
    """Both edits apply, and they are about different lines."""
    lines = [{line for line in source.splitlines() for old, _ in e.edits if old in line} for e in (one, other)]
    return all(lines) and not lines[0] & lines[1] and is_python(composed(source, one, other))


def is_python(source):
    try:
        return bool(ast.parse(source))
    except SyntaxError:
        return False


def composed(source, *entries):
    for entry in entries:
        for old, new in entry.edits:
            source = source.replace(old, new)
    return source


def outcomes(exercise, *entries):
    known = load(exercise.notebook)
    function = known.variant(exercise.function, composed(known.sources[exercise.function], *entries))
    return [observe(exercise, function, case) for case in public_cases.cases(exercise.id).cases]


def holding(exercise, *entries):
    report = judge(exercise, outcomes(exercise, *entries))
    return {claim.name for claim in report.claims if claim.passed}


def is_right(exercise, *entries):
    """The results are the reference's: one edit replaces what the other has spoilt."""
    return all(
        same(o.case.expected, o.seen.got) and not (o.seen.changed and "untouched" in names(exercise))
        for o in outcomes(exercise, *entries)
    )


def names(exercise):
    return {claim.name for claim in exercise.claims}


@pytest.mark.parametrize(("exercise", "wrong", "right"), pairs((answers.misconceptions, answers.alternatives)))
def test_a_mistake_costs_the_same_however_the_rest_is_written(exercise, wrong, right):
    right_together = exercise.function not in DRAWS and is_right(exercise, wrong, right)
    left = TOGETHER.get((exercise.id, wrong.name, right.name), set(wrong.holds))
    assert holding(exercise, wrong, right) == (names(exercise) if right_together else left)


@pytest.mark.parametrize(("exercise", "one", "other"), pairs((answers.misconceptions, answers.misconceptions)))
def test_two_mistakes_cost_what_both_cost_and_no_more(exercise, one, other):
    left = TOGETHER.get((exercise.id, one.name, other.name), set(one.holds) & set(other.holds))
    assert holding(exercise, one, other) == (left if opens(exercise, outcomes(exercise, one, other)) else set())
