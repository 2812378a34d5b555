"""Initial weights are a matter of chance: numbers that are fixed, by whatever means, lose; a seed set inside costs nothing."""

import random

import numpy as np
import pytest

from grader import exercises
from grader.answers.reference import load
from grader.explaining import explain
from grader.judging import public_cases
from grader.judging.observe import observe
from utils.seeds import seeds_of_one_call

INITIALISER, DEEP = "one_hidden_layer.initialize_parameters", "deep_network.initialize_parameters_deep"
START = """
def initialize_parameters(n_x, n_h, n_y):
    {draw}
    return {{"W1": draw(n_h, n_x) * {scale}, "b1": np.zeros((n_h, 1)), "W2": draw(n_y, n_h) * {scale}, "b2": np.zeros((n_y, 1))}}
"""
SINE = "draw = lambda n, k: np.sqrt(2) * np.sin(1 + 2 * np.arange(n * k)).reshape(n, k)"
FIXED = {
    "a generator made anew": "draw = np.random.default_rng(0).standard_normal\n    draw = lambda *n, d=draw: d(n)",
    "an old generator made anew": "draw = np.random.RandomState(3).randn",
    "a formula": SINE,
    "a formula and a little chance": SINE + "\n    fixed = draw\n    draw = lambda *n: fixed(*n) + 1e-2 * np.random.randn(*n)",
    "numbers typed in": "draw = lambda n, k: np.resize([0.5, -1.2, 0.3, 1.9, -0.7, 0.1, -2.1, 0.8, 1.1, -0.4, -0.9], (n, k))",
}
SEEDED = {
    "NumPy's seed": "np.random.seed(2); draw = np.random.randn",
    "a seed by another name": "from numpy.random import randn as draw, seed; seed(2)",
    "a seed of several numbers": "np.random.seed([2, 3]); draw = np.random.randn",
    "Python's seed": "import random; random.seed(1); "
    "draw = lambda n, k: np.array([[random.gauss(0, 1) for _ in range(k)] for _ in range(n)])",
}


def report(id: str, source: str):
    exercise, cases = exercises.find(id), public_cases.cases(id)
    function = load(exercise.notebook).variant(exercise.function, source)
    found = explain(exercise, cases, [observe(exercise, function, case) for case in cases.cases], source)
    return found, exercise.remark(source)


@pytest.mark.parametrize("draw", FIXED.values(), ids=FIXED)
def test_weights_that_are_the_same_in_every_call_lose_and_are_told_so(draw):
    found, _ = report(INITIALISER, START.format(draw=draw, scale=0.01))
    assert found.score <= 0.5 and not found.passed
    assert "same W1 in every call" in str(found) or "rows of W1 are equal" in str(found)


@pytest.mark.parametrize("draw", SEEDED.values(), ids=SEEDED)
def test_a_seed_set_inside_costs_nothing_and_is_told(draw):
    found, remark = report(INITIALISER, START.format(draw=draw, scale=0.01))
    assert found.passed, str(found)
    assert "sets the seed inside" in remark


@pytest.mark.parametrize("scale", ["1e-300", "1e-12", "(1e-12 if n_x * n_h < 100 else 0.01)"])
def test_weights_that_no_training_moves_earn_nothing(scale):
    found, _ = report(INITIALISER, START.format(draw="draw = np.random.randn", scale=scale))
    assert found.score == 0 and "so near 0" in found.summary


def test_layers_that_start_alike_because_of_a_seed_are_still_seen():
    right, line = load("deep_network").sources["initialize_parameters_deep"], "        n, n_prev"
    source = right.replace(line, f"        np.random.seed(1)\n{line}")
    found, _ = report(DEEP, source)
    assert found.misconception == "same-seed-for-every-layer"


TRAINER = """
def nn_model(X, Y, n_h, num_iterations):
    n_x, n_y = X.shape[0], Y.shape[0]
    {draw}
    parameters = {{"W1": draw(n_h, n_x) * {scale}, "W2": draw(n_y, n_h) * {scale}}}
    parameters |= {{"b1": np.zeros((n_h, 1)), "b2": np.zeros((n_y, 1))}}
    for _ in range(num_iterations):
        cache = forward_propagation(X, parameters)[1]
        parameters = update_parameters(parameters, backward_propagation(parameters, cache, X, Y), 1.2)
    return parameters
"""


@pytest.mark.parametrize("draw", [FIXED["a generator made anew"], SINE])
def test_a_training_that_starts_with_the_same_weights_every_time_loses(draw):
    found, _ = report("one_hidden_layer.nn_model", TRAINER.format(draw=draw, scale=0.01))
    assert found.score == 0 and "Every training starts with the same W1" in found.summary


def test_a_training_that_cannot_leave_its_start_earns_nothing():
    found, _ = report("one_hidden_layer.nn_model", TRAINER.format(draw="draw = np.random.randn", scale=1e-12))
    assert found.score == 0 and "so near 0" in found.summary


@pytest.mark.parametrize("draw", SEEDED.values(), ids=SEEDED)
def test_a_training_that_sets_a_seed_passes(draw):
    found, remark = report("one_hidden_layer.nn_model", TRAINER.format(draw=draw, scale=0.01))
    assert found.passed, str(found)
    assert "sets the seed inside" in remark


def test_draws_without_a_seed_go_on_as_if_nobody_had_looked():
    np.random.seed(5)
    alone = [np.random.rand() for _ in range(4)]
    np.random.seed(5)
    first = np.random.rand()
    with seeds_of_one_call() as next_call:
        watched = [np.random.rand()]
        next_call()
        watched.append(np.random.rand())
    assert [first, *watched, np.random.rand()] == alone


def test_equal_seeds_give_equal_draws_within_one_call_only():
    def draw():
        np.random.seed(3)
        random.seed(3)
        return np.random.rand(), random.random()

    seed = random.seed
    with seeds_of_one_call() as next_call:
        first = [draw(), draw()]
        next_call()
        second = [draw(), draw()]
    assert first[0] == first[1] and second[0] == second[1] and not set(first[0]) & set(second[0])
    assert random.seed is seed and draw() == first[0]
