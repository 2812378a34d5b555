"""The classic photographs, where somebody has them: deep_network gives the figures that are well known for them.

The legacy seeding is np.random.seed(1) before the weights, which are drawn in the order W1, W2, …
"""

import os
from pathlib import Path

import numpy as np
import pytest

from grader.answers import reference
from utils.data import load_cats

FOLDER = Path(os.environ.get("CLASSIC_PHOTOGRAPHS", Path(__file__).parents[3] / "shared" / "datasets"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the classic photographs are not here"),
]


@pytest.fixture(scope="module")
def deep():
    return reference.load("deep_network").functions


@pytest.fixture
def photographs(monkeypatch):
    monkeypatch.setenv("CATS_FOLDER", str(FOLDER.resolve()))
    cats = load_cats()
    X_train, X_test = (x.reshape(len(x), -1).T / 255 for x in (cats.train_x, cats.test_x))
    return X_train, cats.train_y, X_test, cats.test_y


def test_four_layers_have_the_known_costs_and_accuracies(deep, photographs):
    X_train, Y_train, X_test, Y_test = photographs
    np.random.seed(1)
    parameters, costs = deep.L_layer_model(X_train, Y_train, [12288, 20, 7, 5, 1], 0.0075, 2500)
    assert costs[:2] == pytest.approx([0.771749, 0.672053], abs=5e-7)
    assert np.mean(deep.predict(X_train, parameters) == Y_train) == pytest.approx(0.98565, abs=5e-6)
    assert np.mean(deep.predict(X_test, parameters) == Y_test) == pytest.approx(0.80)


def test_two_layers_that_start_with_0_01_have_the_known_costs(deep, photographs):
    X_train, Y_train, _, _ = photographs
    np.random.seed(1)
    parameters = {
        "W1": np.random.randn(7, 12288) * 0.01,
        "b1": np.zeros((7, 1)),
        "W2": np.random.randn(1, 7) * 0.01,
        "b2": np.zeros((1, 1)),
    }
    costs = []
    for i in range(101):
        AL, caches = deep.L_model_forward(X_train, parameters)
        if i % 100 == 0:
            costs.append(deep.compute_cost(AL, Y_train))
        parameters = deep.update_parameters(parameters, deep.L_model_backward(AL, Y_train, caches), 0.0075)
    assert costs == pytest.approx([0.693049735659989, 0.6464320953428849], abs=1e-12)
