"""What a learner reads after a typical mistake, compared with the texts in approved/, which a person has read and liked.

After a change of the words, write them anew and read the difference before you commit it:

    .venv/bin/python tests/exercises/test_messages.py && git diff tests/exercises/approved
"""

from pathlib import Path

import pytest

from grader import exercises
from grader.answers.reference import load
from grader.explaining import explain
from grader.judging import public_cases
from grader.judging.observe import observe

APPROVED = Path(__file__).parent / "approved"

# name → exercise, and what the learner wrote
MISTAKES = {
    "sigmoid-for-one-number": (
        "logistic_regression.sigmoid",
        """def sigmoid(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))
""",
    ),
    "rows-by-the-wrong-axis": (
        "vectorization.normalize_rows",
        """def normalize_rows(x):
    lengths = np.linalg.norm(x, axis=0, keepdims=True)
    return x / lengths
""",
    ),
    "gradients-not-averaged": (
        "logistic_regression.propagate",
        """def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": np.dot(X, (A - Y).T), "db": np.sum(A - Y)}, cost
""",
    ),
    "nothing-returned": (
        "one_hidden_layer.compute_cost",
        """def compute_cost(A2, Y):
    cost = -np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))
    print(cost)
""",
    ),
    "bracket-lost": (
        "deep_network.compute_cost",
        """def compute_cost(AL, Y):
    m = Y.shape[1]
    return float(-1 / m * np.sum(Y * np.log(AL)) + np.sum((1 - Y) * np.log(1 - AL)) / m)
""",
    ),
    "a-row-where-a-column-belongs": (
        "deep_network.linear_backward",
        """def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    return np.dot(W.T, dZ), np.dot(dZ, A_prev.T) / m, np.sum(dZ, axis=1) / m
""",
    ),
    "name-from-another-cell": (
        "one_hidden_layer.backward_propagation",
        """def backward_propagation(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = parameters["W2"].T @ dZ2 * (1 - cache["A1"] ** 2)
    return {"dW1": dZ1 @ X.T / n_examples, "db1": np.mean(dZ1, axis=1, keepdims=True),
            "dW2": dZ2 @ cache["A1"].T / n_examples, "db2": np.mean(dZ2, axis=1, keepdims=True)}
""",
    ),
    "slope-of-another-activation": (
        "one_hidden_layer.backward_propagation",
        """def backward_propagation(parameters, cache, X, Y):
    m, A1 = X.shape[1], cache["A1"]
    dZ2 = cache["A2"] - Y
    dZ1 = parameters["W2"].T @ dZ2 * A1 * (1 - A1)
    return {"dW1": dZ1 @ X.T / m, "db1": np.sum(dZ1, axis=1, keepdims=True) / m,
            "dW2": dZ2 @ A1.T / m, "db2": np.sum(dZ2, axis=1, keepdims=True) / m}
""",
    ),
    "output-layer-fed-too-early": (
        "deep_network.L_model_forward",
        """def L_model_forward(X, parameters):
    caches, A, L = [], X, len(parameters) // 2
    for l in range(1, L):
        A_prev = A
        A, cache = linear_activation_forward(A_prev, parameters["W" + str(l)], parameters["b" + str(l)], "relu")
        caches.append(cache)
    AL, cache = linear_activation_forward(A_prev, parameters["W" + str(L)], parameters["b" + str(L)], "sigmoid")
    caches.append(cache)
    return AL, caches
""",
    ),
    "weights-without-their-scale": (
        "deep_network.initialize_parameters_deep",
        """def initialize_parameters_deep(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters
""",
    ),
    "one-step-too-few": (
        "one_hidden_layer.nn_model",
        """def nn_model(X, Y, n_h, num_iterations):
    parameters = initialize_parameters(X.shape[0], n_h, Y.shape[0])
    for i in range(1, num_iterations):
        A2, cache = forward_propagation(X, parameters)
        parameters = update_parameters(parameters, backward_propagation(parameters, cache, X, Y), 1.2)
    return parameters
""",
    ),
    "threshold-for-the-sum": (
        "logistic_regression.predict",
        """def predict(w, b, X):
    z = np.dot(w.T, X) + b
    return (z > 0.5) * 1
""",
    ),
}


def message(name):
    """The report on a mistake, as text."""
    id, source = MISTAKES[name]
    exercise, cases = exercises.find(id), public_cases.cases(id)
    function = load(exercise.notebook).variant(exercise.function, source, "answer")
    seen = [observe(exercise, function, case) for case in cases.cases]
    return f"{explain(exercise, cases, seen, source)}\n"


@pytest.mark.parametrize("name", MISTAKES)
def test_the_words_about_a_typical_mistake_are_the_approved_ones(name):
    assert message(name) == (APPROVED / f"{name}.txt").read_text(encoding="utf-8")


def test_every_approved_text_is_about_one_of_these_mistakes():
    assert {path.stem for path in APPROVED.glob("*.txt")} == set(MISTAKES)


if __name__ == "__main__":
    for name in MISTAKES:
        (APPROVED / f"{name}.txt").write_text(message(name), encoding="utf-8")
