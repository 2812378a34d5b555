"""The way forward, from one layer's sums to the cost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from grader.exercises.deep_network.networks import ACTIVATIONS, by_activation, layers, network, networks
from grader.exercises.inputs import cost_cases, count, draw_labels
from grader.exercises.recurring import cost_claims
from grader.judging.claims import any_size, each, shapes, training, untouched, values
from grader.judging.drawing import Functions, Pictures, Random, Sizes
from grader.judging.exercise import Claim, Exercise, Finding, Inputs, Outcome
from grader.judging.values import as_array, describe, same

OLDER_CACHES = "caches-kept-between-calls"


def draw_linear_forward(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, about, A, W, b in layers(random, sizes):
        yield Inputs(tag, about, (A, W, b))


def draw_activation_forward(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, about, A, W, b in layers(random, sizes):
        for activation in ACTIVATIONS:
            yield Inputs(by_activation(tag, activation), f"{activation}, {about}", (A, W, b, activation))


def draw_model_forward(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, about, parameters, X, _ in networks(random, functions, sizes):
        yield Inputs(tag, about, (X, parameters))
    *hidden, m = sizes(4, 3, 6)
    chosen = random.integers(0, 209, m)
    yield Inputs("pictures", f"{m} shrunken pictures", (pictures.X[:, chosen], network(random, (192, *hidden, 1))))


def draw_zigzag(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, own_m, own_layers in (
        ("ordinary", 6, 1),
        ("ordinary", 7, 3),
        ("ordinary", 9, 4),
        ("single", 1, 2),
        ("sizes", 5, 6),
    ):
        (m,) = sizes(own_m)
        layers = own_layers if own_layers == 1 else sizes.value(own_layers, lambda: int(random.integers(2, 7)))
        left, right = random.uniform(0.05, 0.45, size=m // 2), random.uniform(0.55, 0.95, size=m - m // 2)
        x = random.permutation(np.concatenate([left, right])).reshape(1, m)
        yield Inputs(tag, f"{count(m, 'number')}, {count(layers, 'layer')}", (x, layers))


def draw_cost(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, about, AL, Y in cost_cases(random, sizes, (8, 5, 3, 2, 1)):
        Y[AL < 0.001] = 1  # sure and wrong: there a clip shows most
        spare = (network(random, (2, 3, 1)),)
        yield Inputs(tag, about, (AL, Y), spare=spare)
    for about, surprised in (("sure and right", False), ("sure of everything, once wrong", True)):
        (m,) = sizes(5)
        Y = draw_labels(random, m)
        AL = np.where(random.permutation(m) < m - 2, random.uniform(0.2, 0.8, size=(1, m)), Y)
        AL[0, [Y.argmax(), Y.argmin()]] = 1 - surprised, 0  # exactly 1 or 0 for a cat, and 0 for another picture
        yield Inputs("sure", f"{count(m, 'example')}, {about}", (AL, Y), spare=spare)


def sure_of_itself() -> Claim:
    """Probabilities of exactly 0 and 1: nothing for the right answer, infinity for the wrong one, nan for none."""
    finite = values("it is the mean cross-entropy", tags=("sure",))

    def check(outcome: Outcome) -> Finding | None:
        expected, got = outcome.case.expected, outcome.seen.got
        if np.isfinite(expected):
            return finite.judge([outcome])
        number = as_array(got)
        if number is not None and number.size == 1 and same(expected, number.reshape(())):
            return None
        message = "A right answer got probability 0, so the cost is infinite, and yours is not: clip, shift and replace nothing."
        return Finding(message, describe(expected), describe(got), outcome.case.about)

    return each("sure", "it is right for probabilities of exactly 0 and 1, too", 2, ("sure",), check)


def caches_in_order() -> Claim:
    """The list of caches. Where older ones stand in front of them, it says so, however often the function was called before."""
    plain = values(
        "the caches are those of the layers, in their order", 2, only=("caches",), name="caches", opens=False
    )

    def judge(outcomes: Sequence[Outcome]) -> Finding | None:
        finding = plain.judge(outcomes)
        if finding and any(map(_has_older_caches, outcomes)):
            return replace(
                finding, message="There are caches of earlier calls in the list.", misconception=OLDER_CACHES
            )
        return finding

    return replace(plain, judge=judge)


def _has_older_caches(outcome: Outcome) -> bool:
    got, wanted = outcome.seen.got, outcome.case.expected[1]
    if not isinstance(got, tuple | list) or len(got) != 2 or not isinstance(got[1], list):
        return False
    return len(got[1]) > len(wanted) and same(wanted, got[1][-len(wanted) :])


EXERCISES = (
    Exercise(
        id="deep_network.linear_forward",
        draw=draw_linear_forward,
        returns=("Z", "cache"),
        claims=(
            shapes("Z is (n, m), and the cache holds A, W and b in this order"),
            values("Z is the weighted sum plus b", 3, only=("Z",)),
            values("the cache holds A, W and b", 1, only=("cache",), name="cache", opens=False),
            any_size("one example, one unit, equal sizes: all work"),
            untouched("A, W and b are left as they were"),
        ),
        hints=(
            "Every unit adds up its inputs, weighted, and its own bias, for all examples at once.",
            "W (n, n_prev) and A (n_prev, m) make (n, m). The bias column is broadcast over the examples.",
            "Keep what the way back will need: the input, the weights, the bias, in this order.",
        ),
    ),
    Exercise(
        id="deep_network.linear_activation_forward",
        draw=draw_activation_forward,
        returns=("A", "cache"),
        claims=(
            shapes("A is (n, m), and the cache is the pair (linear_cache, activation_cache)"),
            values("A is right with sigmoid and ReLU", 2, only=("A",)),
            values("A and the cache are right with tanh", 1, name="tanh", tags=("tanh",), opens=False),
            values("the cache holds what both halves kept", 1, only=("cache",), name="cache", opens=False),
            any_size("one example, one unit, equal sizes: all work"),
            untouched("A_prev, W and b are left as they were"),
        ),
        hints=(
            "Two halves, one after the other: linear, then activation. Each returns its result and its cache.",
            "The activation functions of utils return a pair (A, cache). A has the shape of Z.",
            "Choose the activation by its name. The cache of the layer is the pair of the two caches.",
        ),
    ),
    Exercise(
        id="deep_network.L_model_forward",
        draw=draw_model_forward,
        returns=("AL", "caches"),
        claims=(
            shapes("AL is (1, m), and caches is a list with one cache for each layer"),
            values("AL holds the right probabilities", 3, only=("AL",)),
            caches_in_order(),
            any_size("1 to 5 layers, one example, equal sizes: all work"),
            training("it is right on small pictures of the set"),
            untouched("X and the parameters are left as they were"),
        ),
        hints=(
            "The output of a layer is the input of the next. All layers but the last use ReLU.",
            "There are two parameters for each layer. The names are made of a letter and the layer's number.",
            "Begin with X. For each layer call the function for a whole layer, and append its cache. The last one uses the "
            "sigmoid.",
        ),
    ),
    Exercise(
        id="deep_network.zigzag",
        draw=draw_zigzag,
        claims=(
            shapes("the result has the shape of x"),
            values("each layer folds what the layer below gives: up to 1 in the middle, down to 0 at the end", 3),
            any_size("one number, and any number of layers, work"),
            untouched("x is left as it was"),
        ),
        hints=(
            "One layer is two ReLU units and their weighted sum. The second unit wakes up at one half.",
            "The first unit has the weight 2. At x = 1 it gives 2, the second one gives one half, and together they must give 0.",
            "Depth is repetition: what comes out of a layer goes into the next one, which is the same.",
        ),
    ),
    Exercise(
        id="deep_network.compute_cost",
        draw=draw_cost,
        claims=cost_claims("AL", sure_of_itself()),
        hints=(
            "For each example only the probability given to the right answer counts.",
            "AL and Y have one shape, (1, m). The cost is one number.",
            "Minus the mean of the logarithms of these probabilities.",
        ),
    ),
)
