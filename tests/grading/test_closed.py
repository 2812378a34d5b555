"""What utils has of an answer is of no use in grading, however early it is copied; what right answers call is left."""

import nbformat
import pytest
from conftest import ROOT

from grader.answers.reference import load
from grader.exercises import of_notebook
from grader.grading import released
from grader.grading.closed import closed
from grader.grading.notebook import judge_file
from grader.grading.sandbox.outside import Limits, Sandboxes, can_isolate
from grader.grading.secret_cases import SecretCases
from grader.measuring.cohort import Part, fill_in

COPIES = {
    "a function of its code": """
import types
from utils import neuron

kept = types.FunctionType(neuron.sigmoid.__code__, dict(neuron.sigmoid.__globals__))
other = types.FunctionType(neuron.activations.sigmoid.__code__, dict(neuron.activations.sigmoid.__globals__))


def sigmoid(z):
    kept.__globals__["activations"] = types.SimpleNamespace(sigmoid=other)
    return kept(z)
""",
    "its code in bytes": """
import marshal, types
from utils import activations

kept = marshal.dumps(activations.sigmoid.__code__)


def sigmoid(z):
    return types.FunctionType(marshal.loads(kept), {"np": np})(z)[0]
""",
    "its source": """
import inspect
from utils import activations

space = {"np": np, "Array": np.ndarray}
exec(inspect.getsource(activations.sigmoid), space)


def sigmoid(z):
    return space["sigmoid"](z)[0]
""",
    "a module that is loaded again": """
import importlib
from utils import activations

activations = importlib.reload(activations)


def sigmoid(z):
    return activations.sigmoid(z)[0]
""",
    "its file": """
import glob, marshal, sys

space = {"np": np, "__name__": "copy"}
for path in [*glob.glob("/course/utils/activations.py"), *glob.glob("/course/utils/__pycache__/activations*")]:
    try:
        exec(marshal.loads(open(path, "rb").read()[16:]) if path.endswith("pyc") else open(path).read(), space)
    except Exception:
        pass


def sigmoid(z):
    return space["sigmoid"](z)[0]
""",
}
TRAINING = """
from utils import training


def L_layer_model(X, Y, layer_dims, learning_rate, num_iterations):
    parameters = initialize_parameters_deep(layer_dims)
    W, b = training._copy_layers(X, Y, parameters)
    layers = training._hidden_activations("relu", len(W) - 1)
    costs = []
    for i in range(num_iterations):
        Z, A, caches = training._forward(W[0] @ X, W, b, layers)
        costs += [training._cross_entropy(Z, Y)] if i % 100 == 0 else []
        step = learning_rate / X.shape[1] * (1 / (1 + np.exp(-Z)) - Y)
        W[0] = W[0] - training._backward(step, A, caches, W, b, layers) @ X.T
    return training._named(W, b), costs
"""


@pytest.fixture(scope="module")
def sandboxes():
    made = Sandboxes(Limits(seconds=8, total=40))
    yield made
    made.close()


def lost(name, sandboxes, **answers):
    """The functions that lose points where all others are right."""
    path = next(ROOT.glob(f"notebooks/*/{name}.ipynb"))
    notebook, sources = nbformat.read(path, 4), load(name).sources
    parts = {e.id: Part("", "", answers.get(e.function, sources[e.function]), 1.0) for e in of_notebook(name)}
    fill_in(notebook, name, parts)
    judged = judge_file(nbformat.writes(notebook).encode(), released.read(path, {}), SecretCases(77), sandboxes)
    assert all(verdict.points in (0, verdict.possible) for verdict in judged.verdicts)
    return {verdict.cell.removeprefix("check-") for verdict in judged.verdicts if not verdict.points}


@pytest.mark.skipif(not can_isolate(), reason="files are hidden by bubblewrap")
@pytest.mark.parametrize("source", COPIES.values(), ids=COPIES)
def test_a_helper_that_is_copied_before_it_is_needed_earns_nothing(source, sandboxes):
    assert lost("logistic_regression", sandboxes, sigmoid=source) == {"sigmoid"}


def test_private_parts_of_a_trainer_earn_nothing(sandboxes):
    assert lost("deep_network", sandboxes, L_layer_model=TRAINING) == {"L_layer_model"}


@pytest.mark.parametrize("name", ["vectorization", "logistic_regression", "one_hidden_layer", "deep_network"])
def test_right_answers_find_in_utils_what_they_call(name, sandboxes):
    assert not lost(name, sandboxes)


def test_closed_is_what_exercises_name_and_what_is_private_beside_it():
    found = closed("one_hidden_layer")
    assert {"utils.training.train_fast", "utils.training._backward", "utils.activations.sigmoid_backward"} <= set(found)
    assert not {"utils.neuron.sigmoid", "utils.activations.sigmoid", "utils.activations.tanh"} & set(found)
    assert not [path for path in closed("deep_network") if path.startswith("utils.activations")]
