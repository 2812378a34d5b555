"""Forward, the cost, and back."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from grader.exercises.inputs import certain, cost_cases, slopes
from grader.exercises.one_hidden_layer.networks import bent, network, networks
from grader.exercises.recurring import cost_claims
from grader.judging.claims import any_size, shapes, slope, training, untouched, values
from grader.judging.drawing import Functions, Pictures, Random, Sizes
from grader.judging.exercise import Exercise, Inputs


def draw_forward(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, about, parameters, X, _ in networks(random, sizes):
        yield Inputs(tag, about, (X, parameters))
    n_h, m = sizes(4, 10)
    parameters = {name: array * 0.1 for name, array in network(random, 192, n_h).items()}
    yield Inputs("pictures", f"{m} shrunken pictures", (pictures.X[:, random.integers(0, 209, m)], parameters))


def draw_cost(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, about, A, Y in cost_cases(random, sizes, (7, 4, 3, 2, 1)):
        spare = (network(random, 2, 3),)
        yield Inputs(tag, about, (A, Y), spare=spare)
    yield certain(spare)


def draw_backward(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, about, parameters, X, Y in networks(random, sizes):

        def cost(nudged: dict, X: np.ndarray = X, Y: np.ndarray = Y) -> float:
            return functions.compute_cost(functions.forward_propagation(X, nudged)[0], Y)

        cache = functions.forward_propagation(X, parameters)[1]
        yield Inputs(tag, about, (parameters, cache, X, Y), slopes(cost, parameters))
    n_h, m = sizes(3, 8)
    parameters = {name: array * 0.1 for name, array in network(random, 192, n_h).items()}
    chosen = random.integers(0, 209, m)
    X, Y = pictures.X[:, chosen], pictures.Y[:, chosen]
    yield Inputs(
        "pictures", f"{m} shrunken pictures", (parameters, functions.forward_propagation(X, parameters)[1], X, Y)
    )


def draw_mistaken_dZ1(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, about, parameters, X, Y in networks(random, sizes):
        if tag == "sizes":
            continue
        X = bent(random, parameters["W1"][0], parameters["b1"][0, 0], X)
        yield Inputs("ordinary", about, (parameters, functions.forward_propagation(X, parameters)[1], Y))


EXERCISES = (
    Exercise(
        id="one_hidden_layer.forward_propagation",
        draw=draw_forward,
        returns=("A2", "cache"),
        claims=(
            shapes("A2 is (1, m), and every array of the cache has its shape"),
            values("A2 holds the right probabilities", 2, only=("A2",), name="values"),
            values("the cache holds Z1, A1, Z2 and A2", 2, only=("cache",), name="cache"),
            any_size("one example is enough, and equal sizes are no problem"),
            training("it is right on small pictures of the set"),
            untouched("X and the parameters are left as they were"),
        ),
        hints=(
            "Layer by layer: first a weighted sum, then a bend. What layer 1 gives is what layer 2 gets.",
            "W1 (n_h, n_x) times X (n_x, m) gives (n_h, m); the bias column is added to every example by broadcasting.",
            "Hidden layer: tanh. Output: the sigmoid. Keep all four arrays under their names and return the last "
            "one with the dictionary.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.compute_cost",
        draw=draw_cost,
        claims=cost_claims("A2"),
        hints=(
            "For each example only the probability given to the right answer counts.",
            "A2 and Y have one shape, (1, m). The cost is one number.",
            "Minus the mean of y log a + (1 − y) log(1 − a), with the minus in front of both terms: mind the bracket.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.backward_propagation",
        draw=draw_backward,
        claims=(
            shapes("every gradient has the shape of its parameter"),
            values("dW2 and db2 are right", 2, only=("dW2", "db2"), name="output"),
            values("dW1 and db1 are right", 3, only=("dW1", "db1"), name="hidden"),
            slope("every gradient is the slope of the right cost", part=""),
            any_size("one example is enough, and equal sizes are no problem"),
            training("it is right on small pictures of the set"),
            untouched("parameters, cache, X and Y are left as they were"),
        ),
        hints=(
            "Begin at the output, where the labels are. What comes back through W2 meets the slope of the hidden "
            "activation.",
            "dZ2 is (1, m), dZ1 is (n_h, m). The slope of a weight matrix is a dZ times the transposed "
            "activations that went in.",
            "dZ2 is prediction minus label. dZ1 is the transposed W2 times dZ2, entry by entry times the slope of "
            "tanh. Slopes of parameters are means over the examples: one 1/m each, and sums along the rows that "
            "stay columns.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.mistaken_dZ1",
        draw=draw_mistaken_dZ1,
        returns=("claimed", "measured"),
        claims=(
            values("claimed is what the wrong formula gives", 1, only=("claimed",), name="claimed"),
            values("measured is the slope that nudging finds", 2, only=("measured",), name="measured"),
            untouched("parameters, cache and Y are left as they were"),
        ),
        hints=(
            "Nudge one number of Z1, compute everything after it anew, and see how the loss of that example changes.",
            "Only example 0 is needed: the first column of Z1 (all hidden units), and the first label, (1, 1).",
            "Twice: copy the column, move its first number by a step up or down, tanh, layer 2, loss. Then the "
            "difference of the two losses by two steps.",
        ),
    ),
)
