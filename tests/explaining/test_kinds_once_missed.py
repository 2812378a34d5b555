"""Mistakes that were once not told, or told falsely: each kind is explained by its name or by its line."""

import pytest
from test_search import written

from grader import examine

BACK = """def linear_activation_backward(dA, cache, activation):
    linear_cache, Z = cache
    if activation == "{relu}":
        dZ = relu_backward(dA, Z)
    elif activation == "sigmoid":
        dZ = sigmoid_backward(dA, Z)
    else:
        dZ = tanh_backward(dA, Z)
    return linear_backward(dZ, linear_cache)
"""
HIDDEN = """def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    A1, A2 = cache["A1"], cache["A2"]
    dZ2 = A2 - Y
    dZ1 = {dZ1}
    return {{"dW1": dZ1 @ X.T / m, "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
            "dW2": dZ2 @ A1.T / m, "db2": np.sum(dZ2, axis=1, keepdims=True) / m}}
"""
ONWARDS = """def L_model_forward(X, parameters):
    caches = {start}
    A = X
    L = len(parameters) // 2
    for l in range(1, L{end}):
        A, cache = linear_activation_forward(A, parameters["W" + str(l)], parameters["b" + str(l)], "relu")
        {keep}
    AL, cache = linear_activation_forward(A, parameters["W" + str(L)], parameters["b" + str(L)], "sigmoid")
    {keep}
    return AL, caches
"""
APPEND = "caches.append(cache)"


@pytest.mark.parametrize(
    ("id", "source"),
    [
        ("deep_network.linear_activation_backward", BACK.format(relu="ReLU")),
        ("one_hidden_layer.backward_propagation", HIDDEN.format(dZ1='(parameters["W2"].T @ dZ2) @ (1 - A1**2)')),
        ("one_hidden_layer.backward_propagation", HIDDEN.format(dZ1='parameters["W2"].T @ dZ2 * (1 - A1)**2')),
        ("deep_network.L_model_forward", ONWARDS.format(start="[]", end=" - 1", keep=APPEND)),
        ("deep_network.L_model_forward", ONWARDS.format(start="[]", end="", keep="caches.insert(0, cache)")),
    ],
    ids=["capital letters", "@ for *", "(1 - a)**2", "a loop one short", "reversed caches"],
)
def test_a_kind_once_missed_is_explained_now(id, source):
    function, _ = written(source, id)
    report = examine(id, function)
    stopped = [claim.stopped for claim in report.claims if claim.stopped and claim.stopped.line]
    assert not report.passed and (report.misconception or report.located or stopped), str(report)


def test_an_exception_for_an_infinite_number_blames_no_division():
    """nan of the logarithm of a negative number is not told as 0 divided by 0 alone."""
    source = "def compute_cost(A2, Y):\n    return float(np.mean(np.log(A2 - 2)))\n"
    said = str(examine("one_hidden_layer.compute_cost", written(source, "one_hidden_layer.compute_cost")[0]))
    assert "nan" in said and "as 0 divided by 0 gives" not in said and "broadcasting made it larger" not in said


def test_one_number_in_place_of_an_array_is_told_without_a_guess_at_a_sum():
    source = "def linear_forward(A, W, b):\n    return 3.0, (A, W, b)\n"
    said = str(examine("deep_network.linear_forward", written(source, "deep_network.linear_forward")[0]))
    assert "single number" in said and "one sum too many" not in said and "needs keepdims" not in said
