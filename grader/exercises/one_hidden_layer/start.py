"""Before the first pass: the sizes of the layers, and initial parameters."""

from __future__ import annotations

from collections.abc import Iterable

from grader.exercises.inputs import draw_labels
from grader.exercises.recurring import seed_remark
from grader.judging.claims import any_size, values
from grader.judging.drawing import Functions, Pictures, Random, Sizes
from grader.judging.exercise import Exercise, Inputs
from grader.judging.initialisers import initialiser_claims, several_calls, shapes_only


def draw_layer_sizes(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, *own in (("ordinary", 2, 1, 30), ("ordinary", 7, 3, 5), ("ordinary", 5, 2, 11), ("sizes", 6, 6, 6)):
        n_x, n_y, m = sizes(*own)
        Y = draw_labels(random, n_y * m).reshape(n_y, m)
        yield Inputs(tag, f"X ({n_x}, {m}), Y ({n_y}, {m})", (random.normal(size=(n_x, m)), Y))
    yield Inputs("single", "one example", (random.normal(size=sizes(3, 1)), draw_labels(random, 1)))


def draw_initialize(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, own in (
        ("ordinary", (3, 4, 1)),
        ("ordinary", (2, 5, 3)),
        ("large", (400, 50, 30)),
        ("sizes", (1, 1, 1)),
        ("sizes", (4, 4, 4)),
    ):
        n_x, n_h, n_y = sizes(*own)
        yield Inputs(tag, f"n_x, n_h, n_y = {n_x}, {n_h}, {n_y}", (n_x, n_h, n_y))


EXERCISES = (
    Exercise(
        id="one_hidden_layer.layer_sizes",
        draw=draw_layer_sizes,
        returns=("n_x", "n_h", "n_y"),
        claims=(values("n_x and n_y are read from X and Y, n_h is 4", 2), any_size("any sizes work")),
        hints=(
            "Two of the three sizes are properties of the data, the third is a choice. How many examples there "
            "are does not matter.",
            "Examples stand in columns, so each row of X is a feature and each row of Y an output.",
            "The number of rows of X, then 4, then the number of rows of Y, as a tuple.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.initialize_parameters",
        draw=draw_initialize,
        call=several_calls,
        keep=shapes_only,
        remark=seed_remark,
        claims=initialiser_claims("the weights are small: a spread of about 0.01", lambda n_prev: 0.01),
        hints=(
            "Weights have to differ, or all units learn the same. Biases need not.",
            "A weight matrix has one row for each unit of its own layer and one column for each unit of the layer "
            "before; a bias is a column.",
            "Draw standard normal numbers of the shape and multiply by 0.01. Mind the brackets: np.zeros wants "
            "its sizes as one pair. Collect the four in a dictionary.",
        ),
    ),
)
