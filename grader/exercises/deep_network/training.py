"""A step downhill, training, and what a trained network predicts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from grader.exercises.deep_network.networks import NETWORKS, network
from grader.exercises.inputs import away_from_half, beginning_with, count, examples, tries
from grader.exercises.recurring import predict_claims, seed_remark, update_claims
from grader.judging.claims import any_size, shapes, untouched, values
from grader.judging.drawing import Functions, Pictures, Random, Sizes
from grader.judging.exercise import Exercise, Inputs
from grader.judging.trainers import Recipe, trainer

LEARN = Recipe("relu", lambda args: (args[0], args[1], args[3], args[4]))


def draw_update(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for (tag, own, own_m), rate in zip(NETWORKS, (0.5, 0.0075, 0.1, 0.3, 0.2, 1.2, 0.05), strict=True):
        if tag != "single":
            dims, (m,) = sizes.layers(own), sizes(own_m)
            grads = {"d" + name: array for name, array in network(random, dims).items()}
            grads |= {f"dA{l}": random.normal(size=(n, m)) for l, n in enumerate(dims[1:-1], start=1)}  # as the way back leaves
            yield Inputs(tag, f"layer_dims {dims}, learning rate {rate}", (network(random, dims), grads, rate))


def draw_momentum(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for step in draw_update(random, functions, pictures, sizes):
        parameters, grads, rate = step.args
        velocity = {name: random.normal(size=array.shape) for name, array in parameters.items()}
        beta = round(random.uniform(0.6, 0.85), 2)  # never the usual 0.9, which may be written into the code
        yield replace(step, about=f"{step.about}, beta {beta}", args=(parameters, grads, velocity, rate, beta))


def draw_asleep(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, own, own_m in (
        ("ordinary", [4, 9, 7, 1], 6),
        ("ordinary", [3, 8, 11, 6, 1], 5),
        ("single", [3, 9, 7, 1], 1),
        ("sizes", [5, 10, 1], 4),
        ("sizes", [6, 6, 6, 6, 6, 1], 6),
    ):
        dims, (m,) = sizes.layers(own), sizes(own_m)
        for _ in tries("a unit that is seldom awake"):
            X, parameters = random.normal(size=(dims[0], m)), _partly_asleep(random, dims)
            caches = functions.L_model_forward(X, parameters)[1]
            seldom = [np.any((Z.max(axis=1) > 0) & (Z.mean(axis=1) < 0)) for _, Z in caches[:-1]]
            if any(seldom) or m == 1 or max(dims[1:-1], default=0) < 5:
                break
        yield Inputs(tag, f"layer_dims {dims}, {count(m, 'example')}", (caches,))


def _partly_asleep(random: Random, dims: list[int]) -> dict[str, np.ndarray]:
    """A network in which some units have a bias that nothing can lift, and one in each layer has a sum of exactly 0."""
    parameters = network(random, dims)
    for l, n in enumerate(dims[1:-1], start=1):
        parameters[f"b{l}"][random.permutation(n)[: random.integers(1, max(2, n - 1))]] -= 60
        if n > 2:
            parameters[f"W{l}"][0], parameters[f"b{l}"][0] = 0, 0
    parameters[f"b{len(dims) - 1}"] -= random.choice([0, 60])  # the output is no ReLU unit, whatever its sum
    return parameters


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
    Exercise(
        id="deep_network.asleep_units",
        draw=draw_asleep,
        claims=(
            values("for each hidden layer, the number of units that are 0 for every example", 3),
            any_size("one example, and any number of layers, work"),
            untouched("the caches are left as they were"),
        ),
        hints=(
            "A unit is asleep if there is no example at all for which its Z is above 0.",
            "caches[l - 1] belongs to layer l and is a pair: what the linear half kept, and Z, of shape (n, m).",
            "In each row of Z ask whether all entries are 0 or less, then count these rows. The output layer has no ReLU.",
        ),
    ),
    Exercise(
        id="deep_network.update_with_momentum",
        draw=draw_momentum,
        returns=("updated", "new_velocity"),
        may_write=True,
        claims=(
            shapes("every parameter and every velocity keeps its shape"),
            values("the velocity is the running mean of the gradients", 2, only=("new_velocity",), name="velocity"),
            values("each parameter moves by the learning rate times its new velocity, downhill", 2, only=("updated",)),
            any_size("any number of layers works", tags=("sizes",)),
        ),
        hints=(
            "First the velocity, then the step, and the step uses the new velocity.",
            "velocity has the names of the parameters. The gradient of a parameter has a d in front.",
            "The new velocity is beta parts of the old one and 1 − beta parts of the gradient.",
        ),
    ),
)
