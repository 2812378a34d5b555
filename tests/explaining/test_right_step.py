"""A wrong step is told only where all that it reads is right, whatever the mistake is; otherwise nothing is told."""

import numpy as np
import pytest
from test_search import BACKWARD, PROPAGATE, written

from grader import exercises
from grader.explaining.answer import read
from grader.explaining.right_step import Watch
from grader.explaining.right_values import alike
from grader.explaining.trial import Trial
from grader.judging import public_cases
from grader.judging.observe import observe


def wrong_step(source, id=None):
    function, id = written(source, id)
    exercise, cases = exercises.find(id), public_cases.cases(id)
    trial = Trial(exercise, [observe(exercise, function, case) for case in cases.cases])
    with trial.running():
        assert trial.is_possible(read(function))
        return Watch(trial, read(function), cases.needs, lambda: False).wrong_step()


AT_ONCE = PROPAGATE.replace("    Z = np.dot(w.T, X) + b\n", "").replace("sigmoid(Z)", "sigmoid(np.dot(w.T, X) + b)")
NO_EDIT = [  # what no small edit mends
    (PROPAGATE, "error = A - Y", "error = np.cos(A) * 3"),
    (PROPAGATE, "np.dot(X, error.T) / m", "np.sort(X)[:, :1] * 7"),
    (AT_ONCE, "sigmoid(np.dot(w.T, X) + b)", "np.arctan(X[:1]) / np.pi + 0.4"),
    (AT_ONCE, "sigmoid(np.dot(w.T, X) + b)", "sigmoid(np.dot(X, w.T) + b)"),
    (BACKWARD, "np.sum(dZ, axis=1, keepdims=True) / examples", "dZ[:, :1] ** 3"),
    (BACKWARD, "dA_prev = np.dot(W.T, dZ)", "dA_prev = np.cumsum(W.T, axis=0) @ np.abs(dZ)"),
]


OUT_OF_PLACE = [  # what is given here is right, too, in another place
    (PROPAGATE, "error = A - Y", "error = Y"),
    (PROPAGATE, "np.dot(X, error.T) / m", "error"),
    (BACKWARD, "np.dot(dZ, A_prev.T) / examples", "examples"),
    (BACKWARD, "np.sum(dZ, axis=1, keepdims=True) / examples", "dZ"),
]


@pytest.mark.parametrize(("source", "right", "wrong"), [*NO_EDIT, *OUT_OF_PLACE], ids=lambda text: text.strip()[:20])
def test_a_step_is_found_whatever_is_wrong_with_it(source, right, wrong):
    found = wrong_step(source.replace(right, wrong))
    mistaken = next(n for n, line in enumerate(source.splitlines(), 1) if right in line)
    assert found.complete and mistaken in found.step.lines


def test_of_two_wrong_steps_one_is_found_and_is_not_called_the_only_one():
    found = wrong_step(BACKWARD.replace("axis=1, keepdims=True", "axis=0").replace("np.dot(W.T, dZ)", "np.dot(W.T, dZ) ** 3"))
    assert not found.complete and found.step.name in ("db", "dA_prev")


def test_a_quotient_of_a_difference_is_not_blamed_for_what_is_too_small_to_be_seen_before():
    source = """def mistaken_dZ1(parameters, cache, Y):
    step, W2, b2 = 1e-6, parameters["W2"], parameters["b2"]
    claimed = (W2.T @ (cache["A2"] - Y))[0, 0]
    losses = []
    for nudge in (step, -step):
        z1 = cache["Z1"][:, :1].copy()
        losses.append(compute_cost(sigmoid(W2 @ np.tanh(z1) + b2), Y[:, :1]))
    measured = (losses[0] - losses[1]) / (2 * step)
    return claimed, measured
"""
    assert wrong_step(source, "one_hidden_layer.mistaken_dZ1") is None


def test_what_is_written_into_an_entry_of_an_entry_is_a_step():
    source = """def nudged_slope(parameters, X, Y, name, place, step):
    costs = []
    for nudge in (step, -step):
        nudged = {key: value.copy() for key, value in parameters.items()}
        nudged[name][place] = nudge
        AL, _ = L_model_forward(X, nudged)
        costs.append(compute_cost(AL, Y))
    return (costs[0] - costs[1]) / (2 * step)
"""
    assert wrong_step(source, "deep_network.nudged_slope").step.statement.lineno == 5


def test_a_right_step_that_is_returned_too_early_is_told_at_the_return():
    source = "def sigmoid(z):\n    small = np.exp(-np.abs(z))\n    top = np.where(z >= 0, 1, small)\n    return top\n"
    found = wrong_step(source, "logistic_regression.sigmoid")
    assert found.complete and found.step.is_return


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (PROPAGATE, '{"dw": dw, "db": db}, cost', 'cost, {"dw": dw, "db": db}'),  # the return only hands on
        (PROPAGATE, "Z = np.dot(w.T, X) + b", "Z = np.dot(w.T, X) + b\n    if b > 0:\n        Z = Z * 2"),  # or the condition
        (PROPAGATE, "sigmoid(Z)", "np.arctan(Z) / np.pi + 0.4"),  # no right answer is known that has a Z
        (PROPAGATE, "error = A - Y", "error = missing - Y"),  # where the name should get its value nobody knows
    ],
)
def test_where_another_line_may_be_wrong_no_step_is_told(source, right, wrong):
    assert wrong_step(source.replace(right, wrong)) is None


def test_a_step_that_reads_something_wrong_is_not_blamed():
    """A value may be right elsewhere: what is read must be what a right answer reads."""
    source = PROPAGATE.replace("m = X.shape[1]", "m = X.shape[0]")
    found = wrong_step(source)
    assert found is None or found.step.name == "m"


@pytest.mark.parametrize(
    ("left", "right", "is_alike"),
    [
        (np.ones((1, 3)), np.ones((1, 3)) + 1e-9, True),
        (np.ones((1, 3)), np.ones(3), False),
        (np.ones((1, 1)), 1.0, False),
        (1, 1.0, True),
        ({"W": np.ones(2)}, {"W": np.ones(2)}, True),
        ({"W": np.ones(2)}, {"b": np.ones(2)}, False),
        ((1, "a"), (1, "a"), True),
        ((1, "a"), [1, "a"], False),
        (None, 0, False),
    ],
)
def test_values_are_alike_in_containers_shapes_and_numbers(left, right, is_alike):
    assert alike(left, right) is is_alike
