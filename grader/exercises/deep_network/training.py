"""A step downhill, training, and what a trained network predicts."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from grader.exercises.deep_network.networks import NETWORKS, network
from grader.exercises.inputs import away_from_half, beginning_with, count, examples, tries
from grader.exercises.recurring import predict_claims, seed_remark, update_claims
from grader.judging.drawing import Functions, Pictures, Random, Sizes
from grader.judging.exercise import Exercise, Inputs
from grader.judging.trainers import Recipe, trainer

LEARN = Recipe("relu", lambda args: (args[0], args[1], args[3], args[4]))


def draw_update(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for (tag, own, _), rate in zip(NETWORKS, (0.5, 0.0075, 0.1, 0.3, 0.2, 1.2, 0.05), strict=True):
        if tag != "single":
            dims = sizes.layers(own)
            grads = {"d" + name: array for name, array in network(random, dims).items()}
            yield Inputs(tag, f"layer_dims {dims}, learning rate {rate}", (network(random, dims), grads, rate))


def draw_training(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, own, own_m, rate, steps in (
        ("ordinary", [3, 4, 1], 12, 0.1, 201),
        ("ordinary", [4, 5, 3, 1], 16, 0.05, 40),
        ("single", [3, 4, 1], 1, 0.1, 20),
        ("sizes", [4, 1], 4, 0.1, 301),
        ("sizes", [3, 3, 3, 3, 1], 6, 0.05, 30),
    ):
        dims, (m,) = sizes.layers(own), sizes(own_m)
        X, Y = examples(random, dims[0], m)
        yield Inputs(tag, f"layer_dims {dims}, {count(steps, 'iteration')}", (X, Y, dims, rate, steps))


def draw_predict(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, own, own_m, first in (
        ("ordinary", (3, 4, 1), 40, False),
        ("ordinary", (4, 5, 3, 1), 50, True),
        ("single", (3, 4, 1), 1, None),
        ("sizes", (5, 1), 30, False),
        ("sizes", (3, 3, 3, 3, 1), 3, None),
    ):
        dims, (m,) = sizes.layers(own), sizes(own_m)
        parameters, X = _deciding(random, functions, dims, m)
        if first is not None:  # the answers begin with a no and with a yes: the first one for all is seen
            X = beginning_with(first, X, functions.L_model_forward(X, parameters)[0])
        yield Inputs(tag, f"layer_dims {dims}, {count(m, 'example')}", (X, parameters))


def _deciding(random: Random, functions: Functions, dims: list[int], m: int) -> tuple[dict, np.ndarray]:
    """A network that says yes to some examples and no to others, and the examples. It is made so by its last bias."""
    last = f"b{len(dims) - 1}"
    for _ in tries("a network that says yes and no"):
        parameters, X = network(random, dims), random.normal(size=(dims[0], 200))
        parameters[last] -= np.median(functions.L_model_forward(X, parameters)[1][-1][1])
        AL = functions.L_model_forward(X, parameters)[0]
        if min(np.sum(AL > 0.52), np.sum(AL < 0.48)) <= 60 or abs(parameters[last][0, 0]) <= 0.2:
            continue
        X = away_from_half(random, dims[0], m, lambda X: functions.L_model_forward(X, parameters)[0])  # noqa: B023
        AL = functions.L_model_forward(X, parameters)[0]
        if m <= 10 or np.any((np.mean(AL) < AL) != (AL > 0.5)):  # the mean is no threshold
            return parameters, X


EXERCISES = (
    Exercise(
        id="deep_network.update_parameters",
        draw=draw_update,
        may_write=True,
        claims=update_claims("any number of layers works"),
        hints=(
            "The gradient points uphill.",
            "There are two parameters for each layer, and the name of a gradient is the parameter's with a d in front.",
            "Parameter minus learning rate times gradient, for every name there is, in a new dictionary.",
        ),
    ),
    Exercise(
        id="deep_network.predict",
        draw=draw_predict,
        claims=predict_claims("one example is enough, and any number of layers works", "X and the parameters"),
        hints=(
            "First the probabilities, then a decision for each.",
            "The probabilities have shape (1, m), and so has the answer.",
            "Compare the probabilities with one half.",
        ),
    ),
    Exercise(
        id="deep_network.L_layer_model",
        draw=draw_training,
        remark=seed_remark,
        **trainer(LEARN, iterations_at=4, with_costs=True),
        hints=(
            "You have written every part. This function calls them in the right order, again and again.",
            "parameters go through the loop and are replaced in each round. costs grows every 100th round.",
            "Forward, cost, backward, update. Keep the cost before the update, when the iteration divides by 100.",
        ),
    ),
)
