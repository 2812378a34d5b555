"""utils.training: the quick way to train gives what plain gradient descent gives."""

import itertools

import numpy as np
import pytest

from utils import training
from utils.training import ACTIVATIONS, train_fast


def start(layer_dims, seed=0, dtype=np.float64):
    """Weights N(0, 1)/√n_prev, zero biases."""
    rng = np.random.default_rng(seed)
    parameters = {}
    for l, (n_prev, n) in enumerate(itertools.pairwise(layer_dims), start=1):
        parameters[f"W{l}"] = (rng.standard_normal((n, n_prev)) / np.sqrt(n_prev)).astype(dtype)
        parameters[f"b{l}"] = np.zeros((n, 1), dtype)
    return parameters


def pictures(n_x, m, seed=1, dtype=np.float64):
    rng = np.random.default_rng(seed)
    return rng.random((n_x, m)).astype(dtype), rng.integers(0, 2, (1, m))


def train_plainly(X, Y, parameters, learning_rate, num_iterations, hidden):
    """Gradient descent as the course writes it, every gradient with respect to its own layer. The oracle."""
    p = {name: value.copy() for name, value in parameters.items()}
    L, m = len(p) // 2, X.shape[1]
    sigmoid = ACTIVATIONS["sigmoid"][0]
    for _ in range(num_iterations):
        A, Z = [X], [None]
        for l in range(1, L + 1):
            Z.append(p[f"W{l}"] @ A[-1] + p[f"b{l}"])
            A.append(sigmoid(Z[-1])[0] if l == L else ACTIVATIONS[hidden[l - 1]][0](Z[-1])[0])
        dZ = A[L] - Y
        for l in range(L, 0, -1):
            dW, db = dZ @ A[l - 1].T / m, np.mean(dZ, axis=1, keepdims=True)
            if l > 1:
                dZ = ACTIVATIONS[hidden[l - 2]][1](p[f"W{l}"].T @ dZ, Z[l - 1])
            p[f"W{l}"] -= learning_rate * dW
            p[f"b{l}"] -= learning_rate * db
    return p, (A, Z)


def assert_same_parameters(trained, expected, relative):
    assert trained.keys() == expected.keys()
    for name, value in expected.items():
        scale = np.abs(value).max()
        assert np.abs(trained[name] - value).max() <= relative * scale, name


def test_after_500_iterations_on_12288_features_the_parameters_are_those_of_plain_training():
    X, Y = pictures(12288, 60)
    parameters = start((12288, 20, 7, 5, 1))
    trained, _ = train_fast(X, Y, parameters, 0.0075, 500)
    expected, _ = train_plainly(X, Y, parameters, 0.0075, 500, ("relu",) * 3)
    assert_same_parameters(trained, expected, 1e-11)


@pytest.mark.parametrize("hidden", ACTIVATIONS)
@pytest.mark.parametrize("m", [1, 12, 50])  # fewer, as many (and more) examples than the 12 features
def test_every_activation_and_any_number_of_examples_train_as_plainly(hidden, m):
    X, Y = pictures(12, m)
    parameters = start((12, 6, 4, 1))
    trained, _ = train_fast(X, Y, parameters, 0.05, 200, hidden)
    expected, _ = train_plainly(X, Y, parameters, 0.05, 200, (hidden, hidden))
    assert_same_parameters(trained, expected, 1e-11)


def test_each_hidden_layer_may_have_its_own_activation():
    X, Y = pictures(40, 9)
    parameters = start((40, 5, 5, 1))
    trained, _ = train_fast(X, Y, parameters, 0.05, 100, ("tanh", "leaky_relu"))
    expected, _ = train_plainly(X, Y, parameters, 0.05, 100, ("tanh", "leaky_relu"))
    assert_same_parameters(trained, expected, 1e-11)


def test_without_hidden_layers_it_is_logistic_regression():
    X, Y = pictures(300, 20)
    parameters = {"W1": np.zeros((1, 300)), "b1": np.zeros((1, 1))}
    trained, costs = train_fast(X, Y, parameters, 0.005, 300)
    expected, _ = train_plainly(X, Y, parameters, 0.005, 300, ())
    assert_same_parameters(trained, expected, 1e-11)
    assert costs[0] == pytest.approx(np.log(2), rel=1e-14)


def test_costs_are_those_of_every_hundredth_iteration():
    X, Y = pictures(60, 15)
    parameters = start((60, 4, 1))
    _, costs = train_fast(X, Y, parameters, 0.02, 201)
    assert len(costs) == 3
    for cost, iterations in zip(costs, (0, 100, 200), strict=True):
        _, (A, _) = train_plainly(X, Y, parameters, 0.02, iterations + 1, ("relu",))
        assert cost == pytest.approx(-np.mean(np.log(np.where(Y, A[-1], 1 - A[-1]))), rel=1e-11)
    assert len(train_fast(X, Y, parameters, 0.02, 25, every=10)[1]) == 3


def test_the_cost_is_finite_where_a_probability_rounds_to_one():
    X, Y = np.array([[1000.0, -1000.0]]), np.array([[0, 1]])
    _, costs = train_fast(X, Y, {"W1": np.ones((1, 1)), "b1": np.zeros((1, 1))}, 0.0, 1)
    assert costs == [1000.0]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_precision_of_the_pictures_is_kept_whatever_the_labels_are(dtype):
    X, Y = pictures(80, 10, dtype=dtype)
    trained, costs = train_fast(X, Y.astype(np.int64), start((80, 6, 3, 1)), 0.01, 20)
    assert {value.dtype for value in trained.values()} == {np.dtype(dtype)}
    assert type(costs[0]) is float


def test_single_precision_follows_double_precision():
    X, Y = pictures(500, 30)
    parameters = start((500, 8, 4, 1))
    exact, _ = train_fast(X, Y, parameters, 0.0075, 300)
    single, _ = train_fast(X.astype(np.float32), Y, parameters, 0.0075, 300)
    assert_same_parameters(single, exact, 1e-3)


def test_the_starting_parameters_are_left_as_they_were():
    X, Y = pictures(30, 8)
    parameters = start((30, 5, 5, 1))
    before = {name: value.copy() for name, value in parameters.items()}
    train_fast(X, Y, parameters, 0.1, 20)
    assert all(np.array_equal(parameters[name], before[name]) for name in before)


def test_zero_iterations_give_the_start_back():
    X, Y = pictures(30, 8)
    parameters = start((30, 5, 1))
    trained, costs = train_fast(X, Y, parameters, 0.1, 0)
    assert costs == [] and all(np.array_equal(trained[name], parameters[name]) for name in parameters)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"hidden": "softmax"}, "unknown activation 'softmax'; choose from sigmoid, tanh"),
        ({"hidden": ("relu", "relu")}, "hidden names 2 activations, the parameters have 1 hidden layers"),
        ({"X": np.zeros((30, 8), np.uint8)}, "X holds uint8, expected float32 or float64"),
        ({"Y": np.zeros((8, 1))}, r"Y has shape \(8, 1\), expected \(1, 8\)"),
        ({"parameters": start((31, 5, 1))}, r"W1 has shape \(5, 31\), expected \(5, 30\)"),
        ({"parameters": start((30, 5, 2))}, "the last layer has 2 units, expected 1"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(change, message):
    X, Y = pictures(30, 8)
    arguments = {"X": X, "Y": Y, "parameters": start((30, 5, 1)), "learning_rate": 0.1, "num_iterations": 1} | change
    with pytest.raises(ValueError, match=message):
        train_fast(**arguments)


def test_pictures_that_were_changed_in_place_are_noticed():
    X, Y = pictures(40, 8)
    first = start([40, 3, 1])
    train_fast(X, Y, first, 0.5, 20)
    X[0] += 1
    changed, _ = train_fast(X, Y, first, 0.5, 20)
    expected, _ = train_plainly(X, Y, first, 0.5, 20, ["relu"])
    assert all(np.allclose(changed[name], expected[name]) for name in changed)


def test_a_browser_s_product_with_the_gram_matrix_is_the_same(monkeypatch):
    X, Y = pictures(40, 8)
    first = start([40, 3, 1])
    usual, _ = train_fast(X, Y, first, 0.5, 20)
    monkeypatch.setattr(training, "IN_BROWSER", True)
    there, _ = train_fast(X, Y, first, 0.5, 20)
    assert all(np.allclose(usual[name], there[name], rtol=1e-12) for name in usual)
