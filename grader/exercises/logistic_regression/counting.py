"""An honest count: what a constant answer gets, and how many pictures a percentage needs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import numpy as np

from grader.exercises.inputs import count, tries
from grader.judging.claims import any_size, untouched, values
from grader.judging.drawing import Functions, Pictures, Random, Sizes
from grader.judging.exercise import Exercise, Inputs


def draw_majority_baseline(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, own_m, share in (
        ("ordinary", 10, 0.3),
        ("ordinary", 9, 0.7),
        ("ordinary", 24, 0.8),
        ("sizes", 15, 0.2),
        ("sizes", 4, 0.75),
    ):
        (m,) = sizes(own_m)
        cats = max(round(share * m), m // 2 + 1) if share > 0.5 else min(round(share * m), (m - 1) // 2)  # never a tie
        Y = random.permutation(np.arange(m) < cats).astype(np.int64).reshape(1, m)
        yield Inputs(tag, f"{count(m, 'label')}, {cats} of them 1", (Y,))


def draw_pictures_needed(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    def numbers(lowest: float) -> tuple[float, float]:
        """p and the margin, such that what is left over a whole number of pictures is from `lowest` to 0.4 more."""
        for _ in tries("a number of pictures away from a whole one"):
            p, margin = np.round(random.uniform(0.55, 0.95), 2), np.round(random.uniform(0.015, 0.12), 3)
            if lowest < 4 * p * (1 - p) / margin**2 % 1 < lowest + 0.4:
                return float(p), float(margin)

    little, much = partial(numbers, 0.05), partial(numbers, 0.55)  # rounding to the nearest goes wrong with a little
    for pair, anew in (((0.72, 0.05), much), (little(), little), (much(), much), (little(), little)):
        p, margin = sizes.value(pair, anew)
        yield Inputs("ordinary", f"an accuracy of {p}, give or take {margin}", (p, margin))
    margin = sizes.value(0.25, lambda: 2.0 ** -int(random.integers(1, 6)))
    yield Inputs("whole", f"an accuracy of 0.5, give or take {margin}", (0.5, margin))


EXERCISES = (
    Exercise(
        id="logistic_regression.majority_baseline",
        draw=draw_majority_baseline,
        claims=(
            values("it is the share that the better of the two constant answers gets right", 2),
            any_size("any number of pictures works", tags=("sizes",)),
            untouched("Y is left as it was"),
        ),
        hints=(
            "There are two constant answers. What share of the pictures does each of them get right?",
            "Y holds 0 and 1, so its mean is the share of the cats. What is the share of the others?",
            "The baseline is the better of the two shares: the larger one.",
        ),
    ),
    Exercise(
        id="logistic_regression.pictures_needed",
        draw=draw_pictures_needed,
        claims=(
            values("it is the smallest number of pictures for which two standard errors are no more than the margin", 2),
            values("a number that is whole already stays", 1, name="whole", tags=("whole",), opens=False),
        ),
        hints=(
            "Write it as an inequality: twice the standard error on m pictures ≤ margin. Then solve it for m.",
            "Square both sides. The root is gone, and m stands in a denominator.",
            "Pictures come in whole numbers. If the inequality asks for 322.56 of them, then 322 are too few.",
        ),
    ),
)
