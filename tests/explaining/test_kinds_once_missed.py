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


NUDGED = """def nudged_slope(parameters, X, Y, name, place, step):
    {first}
    higher, _ = L_model_forward(X, other)
    {second}
    lower, _ = L_model_forward(X, other)
    return (compute_cost(higher, Y) - compute_cost(lower, Y)) / (step + step)
"""
NAMED = {  # the exercise, an answer, and what has to be said of it
    "the caller's arguments are swapped, not the function's": (
        "deep_network.predict",
        "def predict(X, parameters):\n    AL, caches = L_model_forward(parameters, X)\n    return AL > 0.5\n",
        "handed over in the wrong order",
    ),
    "the function's arguments are swapped": (
        "deep_network.predict",
        "def predict(parameters, X):\n    return 1 * (L_model_forward(X, parameters)[0] > 0.5)\n",
        "declared in the wrong order",
    ),
    "compared in every digit": (
        "one_hidden_layer.different_units",
        "def different_units(parameters):\n    W, b, out = (parameters[key] for key in ('W1', 'b1', 'W2'))\n"
        "    return len({(*W[k], b[k, 0], out[0, k]) for k in range(len(b))})\n",
        "compared in every digit",
    ),
    "nudges that pile up": (
        "deep_network.nudged_slope",
        NUDGED.format(first="other = parameters; other[name][place] += step", second="other[name][place] -= step"),
        "takes the first one back",
    ),
    "np.max for np.maximum": (
        "one_hidden_layer.relu",
        "def relu(z):\n    return np.max(z, 0)\n",
        "np.maximum compares two things",
    ),
}


@pytest.mark.parametrize(("id", "source", "said"), NAMED.values(), ids=NAMED)
def test_a_mistake_is_told_by_what_stands_in_the_answer(id, source, said):
    report = examine(id, written(source, id)[0])
    assert not report.passed and said in report.explanation, str(report)


def test_a_wrong_factor_without_a_division_is_not_told_as_a_forgotten_second_step():
    source = """def mistaken_dZ1(parameters, cache, Y):
    claimed = parameters["W2"][0, 0] * (cache["A2"] - Y)[0, 0]
    return claimed, 2 * claimed * (1 - cache["A1"][0, 0] ** 2)
"""
    report = examine("one_hidden_layer.mistaken_dZ1", written(source, "one_hidden_layer.mistaken_dZ1")[0])
    assert "two steps" not in str(report) and "2 times the expected" in str(report)
