"""Reports on answers of which something false could be said: what is said instead is true, and said once."""

import pytest

from grader import exercises
from grader.answers.reference import load
from grader.explaining import explain
from grader.explaining.told import SAME
from grader.judging import public_cases
from grader.judging.observe import observe


def report_on(id, source):
    exercise, cases = exercises.find(id), public_cases.cases(id)
    function = load(exercise.notebook).variant(exercise.function, source, "answer")
    return explain(exercise, cases, [observe(exercise, function, case) for case in cases.cases], source)


def passing(report):
    return {claim.name for claim in report.claims if claim.passed}


# exercise, what was written, what may not be said of it (each was said once, and was false), what is said
FALSE = {
    "the cache taken apart as one half": (
        "deep_network.linear_activation_backward",
        """def linear_activation_backward(dA, cache, activation):
    A_prev, W, b = cache
    Z = W @ A_prev + b
    return linear_backward(relu_backward(dA, Z), cache)
""",
        "slope was taken at A_prev",
        "3 names stand on the left",
    ),
    "two names for three sizes": (
        "one_hidden_layer.nn_model",
        """def nn_model(X, Y, n_h, num_iterations):
    n_x, n_y = layer_sizes(X, Y)
    return initialize_parameters(n_x, n_h, n_y)
""",
        "wrong order",
        "2 names stand on the left",
    ),
    "a product further down": (
        "logistic_regression.propagate",
        """def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    dZ = A - Y
    dw = X.T @ dZ / m
    return {"dw": dw, "db": np.sum(dZ) / m}, cost
""",
        "np.dot(w, X) does not fit",
        "`X.T` is (5, 3) and `dZ` is (1, 5)",
    ),
    "a bracket further to the right": (
        "one_hidden_layer.backward_propagation",
        """def backward_propagation(parameters, cache, X, Y):
    m, A1 = X.shape[1], cache["A1"]
    dZ2 = cache["A2"] - Y
    dZ1 = parameters["W2"].T @ (dZ2 * (1 - A1**2))
    return {"dW1": dZ1 @ X.T / m, "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
            "dW2": dZ2 @ A1.T / m, "db2": np.sum(dZ2, axis=1, keepdims=True) / m}
""",
        "On the way back it is transposed",
        '`parameters["W2"].T` is (4, 1)',
    ),
    "a square written into the cache": (
        "one_hidden_layer.backward_propagation",
        """def backward_propagation(parameters, cache, X, Y):
    m, A1 = X.shape[1], cache["A1"]
    dZ2 = cache["A2"] - Y
    dW2 = dZ2 @ A1.T / m
    A1 **= 2
    dZ1 = parameters["W2"].T @ dZ2 * (1 - A1)
    return {"dW1": dZ1 @ X.T / m, "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
            "dW2": dW2, "db2": np.sum(dZ2, axis=1, keepdims=True) / m}
""",
        "another name for A2",
        "wrote into `cache`",
    ),
    "m read from the labels' rows": (
        "one_hidden_layer.compute_cost",
        """def compute_cost(A2, Y):
    m = Y.shape[0]
    return -float(np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))) / m
""",
        "missing",
        "Divide by m: Y has one row, and m columns",
    ),
    "one label's term, and no mean": (
        "logistic_regression.propagate",
        """def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A))
    return {"dw": X @ (A - Y).T / m, "db": np.sum(A - Y) / m}, cost
""",
        "right for a single example",
        "cost",
    ),
    "one layer of zeros": (
        "one_hidden_layer.initialize_parameters",
        """def initialize_parameters(n_x, n_h, n_y):
    return {"W1": np.random.randn(n_h, n_x) * 0.01, "b1": np.zeros((n_h, 1)),
            "W2": np.zeros((n_y, n_h)), "b2": np.zeros((n_y, 1))}
""",
        "All weights are zero",
        "W2 is zero everywhere",
    ),
    "no seed anywhere": (
        "deep_network.initialize_parameters_deep",
        """def initialize_parameters_deep(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters[f"W{l}"] = np.zeros((layer_dims[l], layer_dims[l - 1]))
        parameters[f"b{l}"] = np.zeros((layer_dims[l], 1))
    return parameters
""",
        "seed",
        "The weights are zero",
    ),
    "the index of the largest": (
        "deep_network.predict",
        """def predict(X, parameters):
    AL, _ = L_model_forward(X, parameters)
    return np.argmax(AL, axis=0).reshape(1, -1)
""",
        "astype(int)",
        "0 everywhere",
    ),
    "a cost too few": (
        "logistic_regression.optimize",
        """def optimize(w, b, X, Y, num_iterations, learning_rate):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
        if i % 100 == 0 and i > 0 and i < 199:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs
""",
        "not a NumPy array",
        "costs has 1 number",
    ),
    "a key written small": (
        "one_hidden_layer.forward_propagation",
        """def forward_propagation(X, parameters):
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]
    A2 = sigmoid(Z2)
    return A2, {"A1": A1, "Z2": Z2, "A2": A2}
""",
        'should "',
        "Z1",
    ),
}


@pytest.mark.parametrize("name", FALSE)
def test_what_is_not_true_is_not_said(name):
    id, source, false, true = FALSE[name]
    said = str(report_on(id, source))
    assert false not in said and true in said


TANH_MISSING = """def linear_activation_{way}:
    if activation == "sigmoid":
        {sigmoid}
    elif activation == "relu":
        {relu}
    return {result}
"""
FORWARD = TANH_MISSING.format(
    way="forward(A_prev, W, b, activation)",
    sigmoid="out, kept = sigmoid(linear_forward(A_prev, W, b)[0])",
    relu="out, kept = relu(linear_forward(A_prev, W, b)[0])",
    result="out, ((A_prev, W, b), kept)",
)
BACKWARD = TANH_MISSING.format(
    way="backward(dA, cache, activation)",
    sigmoid="slope = sigmoid_backward(dA, cache[1])",
    relu="slope = relu_backward(dA, cache[1])",
    result="linear_backward(slope, cache[0])",
)


@pytest.mark.parametrize(
    ("way", "source"), [("forward", FORWARD), ("backward", BACKWARD)], ids=["forward", "backward"]
)
def test_a_missing_tanh_branch_costs_one_claim_and_is_named_whatever_the_names_are(way, source):
    report = report_on(f"deep_network.linear_activation_{way}", source)
    assert {claim.name for claim in report.claims} - passing(report) == {"tanh"}
    assert report.misconception == "tanh-missing"
    assert """only in `if activation == 'sigmoid'` or `if activation == 'relu'`""" in str(report)


def test_a_tanh_branch_with_a_slip_is_not_called_missing():
    slip = FORWARD.replace("    return", '    elif activation == "tanh":\n        outt, kept = tanh(W @ A_prev + b)\n    return')
    report = report_on("deep_network.linear_activation_forward", slip)
    assert report.misconception is None and "no branch" not in str(report) and "that did not run" in str(report)


def test_an_exception_that_stops_every_case_is_told_once():
    source = "def propagate(w, b, X, Y):\n    A = sigmoid(w.T @ X + b)\n    return A / m_examples\n"
    report = report_on("logistic_regression.propagate", source)
    assert str(report).count("m_examples") == 2  # the line and the name, in one sentence
    assert SAME not in str(report)


def test_an_exception_that_is_told_in_a_claim_is_not_repeated_in_the_next_one():
    source = "def propagate(w, b, X, Y):\n    if X.shape[1] > 1:\n        raise KeyError('odd')\n    return 0\n"
    text = str(report_on("logistic_regression.propagate", source))
    assert text.count("raise KeyError") <= 2 and SAME in text


def test_what_is_not_written_is_the_helper():
    exercise, cases = exercises.find("logistic_regression.propagate"), public_cases.cases("logistic_regression.propagate")
    known = load("logistic_regression")
    source = known.sources["propagate"].replace("sigmoid(", "sigmoid_to_write(")
    blank = "def sigmoid_to_write(z):\n    raise NotImplementedError()\n"
    function = known.variant("propagate", blank + source, "answer")
    report = explain(exercise, cases, [observe(exercise, function, case) for case in cases.cases], source)
    assert not report.blank
    assert report.advice[0] == "`sigmoid_to_write` is not written yet, and this function calls it."


def test_a_list_that_nothing_fills_is_told_beside_where_it_stops():
    told = report_on(
        "deep_network.nudged_slope",
        """def nudged_slope(parameters, X, Y, name, place, step):
    costs = []
    for nudge in (step, -step):
        nudged = copy.deepcopy(parameters)
        nudged[name][place] += nudge
        cost = compute_cost(L_model_forward(X, nudged)[0], Y)
    return (costs[0] - costs[1]) / (2 * step)
""",
    )
    assert told.explanation == "`costs` keeps its first value: after `costs = []` no line changes it."
    assert "`costs` is an empty list" in told.claims[0].message
