"""A step downhill, training, and what a trained network predicts."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from grader.exercises.inputs import away_from_half, count, examples, tries
from grader.exercises.one_hidden_layer.networks import network
from grader.exercises.recurring import predict_claims, seed_remark, update_claims
from grader.judging.claims import any_size, untouched, values
from grader.judging.drawing import Functions, Pictures, Random, Sizes
from grader.judging.exercise import Exercise, Inputs
from grader.judging.trainers import Recipe, trainer

LEARN = Recipe("tanh", lambda args: (args[0], args[1], 1.2, args[3]))


def draw_update(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, *own, rate in (
        ("ordinary", 3, 4, 1.2),
        ("ordinary", 2, 5, 0.01),
        ("ordinary", 3, 2, 0.3),
        ("sizes", 4, 1, 0.7),
    ):
        n_x, n_h = sizes(*own)
        grads = {"d" + name: array for name, array in network(random, n_x, n_h).items()}
        yield Inputs(
            tag,
            f"{count(n_x, 'input')}, {count(n_h, 'hidden unit')}, learning rate {rate}",
            (network(random, n_x, n_h), grads, rate),
        )


def draw_nn_model(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, *own, steps in (
        ("ordinary", 3, 4, 12, 40),
        ("ordinary", 2, 5, 20, 25),
        ("single", 3, 4, 1, 10),
        ("sizes", 5, 1, 5, 20),
    ):
        n_x, n_h, m = sizes(*own)
        X, Y = examples(random, n_x, m, spread=2)
        yield Inputs(
            tag,
            f"{count(n_x, 'input')}, {count(n_h, 'hidden unit')}, {count(m, 'example')}, {count(steps, 'iteration')}",
            (X, Y, n_h, steps),
        )


def draw_predict(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, *own in (("ordinary", 3, 4, 40), ("ordinary", 5, 3, 60), ("single", 3, 4, 1), ("sizes", 4, 4, 4)):
        n_x, n_h, m = sizes(*own)
        parameters = _deciding(random, functions, n_x, n_h)
        X = away_from_half(random, n_x, m, lambda X: functions.forward_propagation(X, parameters)[0])  # noqa: B023
        yield Inputs(tag, f"{count(n_x, 'input')}, {count(n_h, 'hidden unit')}, {count(m, 'example')}", (parameters, X))


def draw_different_units(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, *own in (("ordinary", 3, 9), ("ordinary", 2, 14), ("single", 3, 1), ("sizes", 12, 12), ("sizes", 4, 21)):
        n_x, n_h = sizes(*own)
        for _ in tries("units whose weights in alone tell another number, rounded or not"):
            different = int(random.integers((n_h + 1) // 2, max(n_h, 2)))  # at least one copy, if there is more than one unit
            table = _units(random, n_x, n_h, different)
            if n_h < 3 or len(np.unique(table[:, :n_x], axis=0)) != different:
                break
        W1, b1, W2 = table[:, :n_x], table[:, [n_x]], table[:, [n_x + 1]].T
        about = f"{count(n_x, 'input')}, {count(n_h, 'hidden unit')}"
        yield Inputs(tag, about, ({"W1": W1, "b1": b1, "W2": W2, "b2": random.normal(size=(1, 1))},))


def _units(random: Random, n_x: int, n_h: int, different: int) -> np.ndarray:
    """A row for each hidden unit, (n_h, n_x + 2): weights in, bias, weight out. Some differ in one number, some are copies."""
    units = (random.uniform(0.2, 1, (different, n_x + 2)) * random.choice([-1, 1], (different, n_x + 2))).round(2)
    for one in range(1, different, 2):  # as the one before, but for a weight in, the bias or the weight out
        changed = (0, n_x, n_x + 1, n_x)[one // 2 % 4]
        units[one], units[one, changed] = units[one - 1], units[one - 1, changed] + (0.01, 2e-8)[one // 6 % 2]
    copied = random.integers(different, size=n_h - different)
    nudge = 2e-9 * (np.arange(len(copied)) % 2 == 0)  # in the ninth decimal of every other copy: answers have to round
    return np.concatenate([units, units[copied] + nudge[:, None]])[random.permutation(n_h)]


def _deciding(random: Random, functions: Functions, n_x: int, n_h: int) -> dict[str, np.ndarray]:
    """A network that says yes to half the examples, and is both sure and unsure of some. It is made so by b2.

    Few hidden units with weights of ordinary size are hardly ever sure, so W2 grows where that is not found soon.
    """
    for tried in tries("a network that says yes and no"):
        parameters, X = network(random, n_x, n_h), random.normal(size=(n_x, 400)) * 0.7
        parameters["W2"] *= max(1, tried / 500)
        parameters["b2"] = parameters["b2"] - np.median(functions.forward_propagation(X, parameters)[1]["Z2"])
        A = functions.forward_propagation(X, parameters)[0]
        counts, _ = np.histogram(A, [0, 0.3, 0.41, 0.5, 0.59, 0.7, 1])
        if np.all(counts >= [80, 12, 12, 12, 12, 80]) and abs(parameters["b2"][0, 0]) > 0.2:
            return parameters


EXERCISES = (
    Exercise(
        id="one_hidden_layer.update_parameters",
        draw=draw_update,
        may_write=True,
        claims=update_claims("any sizes work"),
        hints=(
            "The slope points uphill; you want to go down.",
            "A parameter and its slope have one shape, and so has the result.",
            "Parameter minus learning rate times slope, four times, into a new dictionary.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.nn_model",
        draw=draw_nn_model,
        remark=seed_remark,
        **trainer(LEARN, iterations_at=3, with_costs=False),
        hints=(
            "You have written every part. This function calls them in the right order, again and again.",
            "n_x and n_y come from the data, n_h is given (do not take it from layer_sizes).",
            "Before the loop: draw the parameters. In it: forward, backward, update with 1.2, keeping what update "
            "returns.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.predict",
        draw=draw_predict,
        claims=predict_claims("one example is enough, and equal sizes are no problem", "X and the parameters"),
        hints=(
            "First the probabilities, then a decision for each.",
            "The probabilities have shape (1, m), and so has the answer.",
            "Compare the probabilities with one half and turn the answers into 0 and 1.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.different_units",
        draw=draw_different_units,
        claims=(
            values("it is the number of hidden units that differ in a weight or in the bias", 3),
            any_size("one unit, and any number of inputs, work"),
            untouched("the parameters are left as they were"),
        ),
        hints=(
            "Put all numbers that belong to one unit next to each other, one unit a row. Then count the rows that differ.",
            "A unit owns a row of W1 (n_h, n_x), a row of b1 (n_h, 1) and a column of W2 (1, n_h).",
            "np.hstack puts tables side by side, np.round drops the last digits, np.unique(…, axis=0) keeps one of each row.",
        ),
    ),
)
