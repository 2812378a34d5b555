"""Initial parameters are what later steps can work with: arrays of floats, and nothing else in the dictionary."""

import numpy as np
import pytest

from grader import examine
from grader.answers.reference import load

EXERCISES = pytest.mark.parametrize(
    "name", ["one_hidden_layer.initialize_parameters", "deep_network.initialize_parameters_deep"]
)


def changed(name, change):
    """The reference's function, with its dictionary changed."""
    notebook, function = name.split(".")
    draw = getattr(load(notebook).functions, function)
    return lambda *args: change(draw(*args))


def message(report):
    return " ".join(claim.message for claim in report.claims if not claim.passed)


@EXERCISES
def test_biases_that_cannot_take_a_fraction_fail(name):
    def whole(parameters):
        return {key: value.astype(int) if key.startswith("b") else value for key, value in parameters.items()}

    report = examine(name, changed(name, whole))
    assert not report.passed and "b1 holds whole numbers" in message(report)


@EXERCISES
@pytest.mark.parametrize("further", [{"n_h": 4}, {"layers": [2, 3]}])
def test_what_is_no_parameter_fails_and_is_named(name, further):
    report = examine(name, changed(name, lambda parameters: parameters | further))
    assert not report.passed and f"There should be no {next(iter(further))!r}" in message(report)


@EXERCISES
@pytest.mark.parametrize("kind", [np.float32, np.float64])
def test_floats_of_either_precision_pass(name, kind):
    assert examine(name, changed(name, lambda parameters: {key: value.astype(kind) for key, value in parameters.items()})).passed
