"""The way back, from one layer to all."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from grader.exercises.deep_network.networks import ACTIVATIONS, by_activation, layers, networks
from grader.exercises.inputs import slopes, tries
from grader.judging.claims import any_size, shapes, slope, untouched, values
from grader.judging.drawing import Functions, Pictures, Random, Sizes
from grader.judging.exercise import Exercise, Inputs


def draw_linear_backward(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, about, A, W, b in layers(random, sizes):
        dZ = random.normal(size=(len(W), A.shape[1]))
        yield Inputs(tag, about, (dZ, (A, W, b)))


def draw_activation_backward(
    random: Random, functions: Functions, pictures: Pictures, sizes: Sizes
) -> Iterable[Inputs]:
    for tag, about, A, W, b in layers(random, sizes):
        for activation in ACTIVATIONS:
            cache = functions.linear_activation_forward(A, W, b, activation)[1]
            dA = _of_other_signs(random, W @ A + b)
            yield Inputs(by_activation(tag, activation), f"{activation}, {about}", (dA, cache, activation))


def _of_other_signs(random: Random, Z: np.ndarray) -> np.ndarray:
    """Slopes dA that are above 0 where Z is below, and the other way round: or ReLU of dA could be ReLU's backward step."""
    for _ in tries("slopes of other signs than Z"):
        dA = random.normal(size=Z.shape)
        if np.any((dA > 0) & (Z < 0)) and np.any((dA < 0) & (Z > 0)):
            return dA


def draw_model_backward(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, about, parameters, X, Y in networks(random, functions, sizes):

        def cost(nudged: dict, X: np.ndarray = X, Y: np.ndarray = Y) -> float:
            return functions.compute_cost(functions.L_model_forward(X, nudged)[0], Y)

        AL, caches = functions.L_model_forward(X, parameters)
        yield Inputs(tag, about, (AL, Y, caches), slopes(cost, parameters))


def draw_nudged_slope(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for number, (tag, about, parameters, X, Y) in enumerate(networks(random, functions, sizes)):
        for _ in tries("a number that the cost depends on"):
            name = f"{'bW'[number % 3 > 0]}{random.integers(1, len(parameters) // 2 + 1)}"
            place = tuple(int(random.integers(size)) for size in parameters[name].shape)
            step = float(random.uniform(0.5, 1))
            if abs(functions.nudged_slope(parameters, X, Y, name, place, step)) > 1e-4:
                break
        yield Inputs(tag, f"{name}{list(place)}, {about}", (parameters, X, Y, name, place, step))


def without_activations(function: Callable, *args: object) -> object:
    """How the way back is called: the slopes of weights and biases decide, whatever those of activations are called."""
    grads = function(*args)
    return {key: slope for key, slope in grads.items() if str(key)[:2] != "dA"} if isinstance(grads, dict) else grads


EXERCISES = (
    Exercise(
        id="deep_network.linear_backward",
        draw=draw_linear_backward,
        returns=("dA_prev", "dW", "db"),
        claims=(
            shapes("dA_prev, dW and db have the shapes of A_prev, W and b"),
            values("dA_prev is right", 1, only=("dA_prev",), name="dA_prev"),
            values("dW is right", 2, only=("dW",), name="dW"),
            values("db is right", 1, only=("db",), name="db"),
            any_size("one example, one unit, equal sizes: all work"),
            untouched("dZ and the cache are left as they were"),
        ),
        hints=(
            "Three slopes come from one dZ: along the weights, along the bias, along what came in.",
            "dW (n, n_prev) is made of dZ (n, m) and A_prev (n_prev, m). dA_prev (n_prev, m) is made of W and dZ.",
            "dW and db are means over the examples. dA_prev is not: it belongs to each example by itself.",
        ),
    ),
    Exercise(
        id="deep_network.linear_activation_backward",
        draw=draw_activation_backward,
        returns=("dA_prev", "dW", "db"),
        claims=(
            shapes("dA_prev, dW and db have the shapes of A_prev, W and b"),
            values("all three are right with sigmoid and ReLU", 3),
            values("all three are right with tanh", 1, name="tanh", tags=("tanh",), opens=False),
            any_size("one example, one unit, equal sizes: all work"),
            untouched("dA and the cache are left as they were"),
        ),
        hints=(
            "Backwards the order is turned: first through the activation, then through the linear half.",
            "The activation's backward takes dA and its own cache, and gives dZ of the same shape.",
            "Take the pair of caches apart. Give each half the one that is its own.",
        ),
    ),
    Exercise(
        id="deep_network.L_model_backward",
        draw=draw_model_backward,
        call=without_activations,
        claims=(
            shapes("every dW and db is there and has the shape of its W or b"),
            values("dW and db are right in every layer", 4),
            slope("every gradient is the slope of the right cost", part=""),
            any_size("1 to 5 layers, one example, equal sizes: all work"),
            untouched("AL, Y and the caches are left as they were"),
        ),
        hints=(
            "Begin at the output. What a layer gives for its input is what the layer below gets for its output.",
            "There are L caches. The one of layer l stands at place l − 1, and so does layer 1's at place 0.",
            "For the output layer dZ is prediction minus label. Then go down from layer L − 1 to layer 1 with ReLU.",
        ),
    ),
    Exercise(
        id="deep_network.nudged_slope",
        draw=draw_nudged_slope,
        claims=(
            shapes("the slope is one number"),
            values("it is the change of the cost from a step down to a step up, divided by the distance", 3),
            any_size("any layer, one example, equal sizes: all work"),
            untouched("the parameters, X and Y are left as they were", 2),
        ),
        hints=(
            "Two costs: one with the number a step larger, one with it a step smaller. Nothing else differs.",
            "parameters is a dictionary of arrays, and parameters[name][place] is the number to nudge.",
            "Nudge a copy, or put the old number back. A copy of the dictionary alone still holds the same arrays.",
        ),
    ),
)
