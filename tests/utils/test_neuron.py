"""The ready-made neuron is the one of assignment 01."""

import numpy as np
import pytest

from utils.neuron import predict_neuron, sigmoid, train_neuron


def test_sigmoid_takes_numbers_and_arrays_and_stays_finite():
    assert sigmoid(0.0) == 0.5
    np.testing.assert_allclose(sigmoid(np.array([[-1000.0, 0.0, 1000.0]])), [[0.0, 0.5, 1.0]])


def test_one_step_from_zero_is_the_mean_of_the_pushes():
    X = np.array([[1.0, 2.0, 3.0], [0.0, 1.0, 0.0]])
    Y = np.array([[0, 1, 1]])
    w, b = train_neuron(X, Y, num_iterations=1, learning_rate=0.6)
    # dz = a − y is 0.5, −0.5, −0.5 at the start: dw = X dzᵀ / 3 and db = −1/6
    np.testing.assert_allclose(w, [[0.6 * 2.0 / 3], [0.6 * 0.5 / 3]])
    assert b == pytest.approx(0.1)


def test_it_separates_what_a_line_separates():
    rng = np.random.default_rng(0)
    X = rng.standard_normal((2, 100))
    Y = (X[:1] + X[1:] > 0.3).astype(int)
    w, b = train_neuron(X, Y, num_iterations=3000, learning_rate=1.0)
    predictions = predict_neuron(w, b, X)
    assert predictions.shape == (1, 100)
    assert np.mean(predictions == Y) > 0.98
