"""The classic photographs, where somebody has them: the same costs and accuracies that are known of them."""

import os
from pathlib import Path

import numpy as np
import pytest

from grader.answers.reference import load
from utils.data import load_cats

FOLDER = Path(os.environ.get("CLASSIC_PHOTOGRAPHS", Path(__file__).parents[3] / "shared" / "datasets"))
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the classic photographs are not here")


@pytest.fixture
def pictures(monkeypatch):
    monkeypatch.setenv("CATS_FOLDER", str(FOLDER.resolve()))
    cats = load_cats()
    X_train, X_test = (x.reshape(len(x), -1).T / 255 for x in (cats.train_x, cats.test_x))
    return X_train, cats.train_y, X_test, cats.test_y


def test_logistic_regression_reaches_the_known_costs_and_accuracies(pictures):
    X_train, Y_train, X_test, Y_test = pictures
    trained = load("logistic_regression").functions.model(X_train, Y_train, X_test, Y_test, 2000, 0.005)
    assert [round(float(trained["costs"][i]), 6) for i in (0, 1, 5)] == [0.693147, 0.584508, 0.303273]
    assert round(100 * np.mean(trained["Y_prediction_train"] == Y_train), 2) == 99.04
    assert round(100 * np.mean(trained["Y_prediction_test"] == Y_test), 2) == 70.0
