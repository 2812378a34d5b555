"""Before the first pass: the shapes of all arrays, and initial parameters."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from grader.exercises.recurring import seed_remark
from grader.judging.claims import any_size, each, untouched, values
from grader.judging.drawing import Functions, Pictures, Random, Sizes
from grader.judging.exercise import Claim, Exercise, Finding, Inputs, Outcome
from grader.judging.initialisers import first_result, initialiser_claims, several_calls, shapes_only
from grader.judging.values import as_array, describe

PICTURES_OF_THE_SET = 209  # in one case always: who has written it into the code is right there
SAME_SEED = "same-seed-for-every-layer"


def draw_network_shapes(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, own, own_m in (
        ("ordinary", [4, 3, 2], 7),
        ("ordinary", [12288, 20, 7, 5, 1], PICTURES_OF_THE_SET),
        ("ordinary", [2, 5, 6, 1], 3),
        ("single", [3, 2, 1], 1),
        ("sizes", [6, 1], 4),
        ("sizes", [3, 3, 3], 3),
    ):
        dims, (m,) = sizes.layers(own), (own_m,) if own_m == PICTURES_OF_THE_SET else sizes(own_m)
        yield Inputs(tag, f"layer_dims {dims}, m = {m}", (dims, m))


def draw_initialize(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, own in (
        ("ordinary", [5, 4, 3, 1]),
        ("ordinary", [3, 6, 2]),
        ("large", [400, 60, 50]),
        ("sizes", [4, 1]),
        ("sizes", [3, 3, 3, 3, 3, 2]),
    ):
        dims = sizes.layers(own)
        yield Inputs(tag, f"layer_dims {dims}", (dims,))


def no_further_layers() -> Claim:
    """The table has nothing for a layer that is not there."""

    def check(outcome: Outcome) -> Finding | None:
        found = outcome.seen.got if isinstance(outcome.seen.got, dict) else {}
        surplus = [key for key in found if key[:1] in "WbZA" and key[1:].isdigit() and key not in outcome.case.expected]
        if not surplus:
            return None
        message = f'There is no "{surplus[0]}": the input is layer 0 and computes nothing, and the last layer is L.'
        name = "input-counted-as-a-layer" if outcome.case.expected.keys() <= found.keys() else None
        return Finding(message, "no such key", f"the key {surplus[0]}", outcome.case.about, name)

    return each("layers", "only the layers 1 to L have W, b and Z", 1, ("ordinary", "sizes"), check)


def layers_that_differ() -> Claim:
    """No two layers of one size start with the same weights."""

    def check(outcome: Outcome) -> Finding | None:
        first = first_result(outcome)
        if not isinstance(first, dict):
            return Finding("It should return a dictionary.", "a dictionary", describe(first), outcome.case.about)
        by_bytes = {}
        for key in outcome.case.expected[0]:
            weights = as_array(first.get(key))
            if key.startswith("W") and weights is not None and weights.size > 1:
                twin = by_bytes.setdefault((weights.shape, weights.tobytes()), key)
                if twin != key:
                    message = f"{twin} and {key} hold the same numbers: layers that start alike learn alike."
                    return Finding(message, "numbers that differ", describe(weights), outcome.case.about, SAME_SEED)
        return None

    return each("layers", "no two layers start alike", 1, ("sizes",), check)


EXERCISES = (
    Exercise(
        id="deep_network.network_shapes",
        draw=draw_network_shapes,
        claims=(
            values("every array has the right shape", 3),
            no_further_layers(),
            any_size("one example, one layer, equal sizes: all work"),
            untouched("layer_dims is left as it was"),
        ),
        hints=(
            "Rows are units, columns are examples. A weight matrix takes the activations of the layer before.",
            "Z, A and b of layer l have n[l] rows. W has n[l] rows too, and one column for each unit of the layer before.",
            "The input has one entry of its own. Then go through the layers from 1 to L, with the size before and the size here.",
        ),
    ),
    Exercise(
        id="deep_network.initialize_parameters_deep",
        draw=draw_initialize,
        call=several_calls,
        keep=shapes_only,
        remark=seed_remark,
        claims=(
            *initialiser_claims("the spread of the weights is about 1/√n_prev", lambda n_prev: 1 / np.sqrt(n_prev)),
            layers_that_differ(),
        ),
        hints=(
            "Weights have to differ, and their size decides whether a signal survives many layers.",
            "W[l] has n[l] rows and n[l−1] columns, b[l] has n[l] rows and one column.",
            "Draw standard normal numbers of that shape, divided by the square root of the number of inputs of a unit.",
        ),
    ),
)
