"""Activation functions and their slopes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from grader.judging.claims import extreme, shapes, untouched, values
from grader.judging.drawing import Functions, Pictures, Random, Sizes
from grader.judging.exercise import Claim, Exercise, Inputs


def draw_elementwise(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    """Inputs for a function of z alone: arrays of both signs, numbers, whole numbers, the kink, large numbers."""
    for own in ((3, 4), (1, 6), (5,)):
        shape = sizes(*own)
        place = np.arange(np.prod(shape)).reshape(shape)
        size = np.where(place % 4 < 2, random.uniform(0.3, 0.9, shape), random.uniform(1.2, 2.5, shape))
        z = np.where(place % 2, size, -size)
        z = sizes.value(z, lambda: random.permutation(z.ravel()).reshape(shape))  # noqa: B023
        yield Inputs("ordinary", f"an array {shape}", (z,))
    negative = sizes.value(-1.5, lambda: float(np.round(random.uniform(-2, -0.5), 3)))
    whole = sizes.value((3, -2), lambda: (int(random.integers(2, 6)), int(random.integers(-5, -1))))
    for number in (negative, float(np.round(random.uniform(0.5, 2), 3)), *whole):
        yield Inputs("number", f"the number {number}", (number,))
    numbers = np.array([[-3, 2, -1], [1, -2, 4]])
    numbers = sizes.value(numbers, lambda: random.permutation(numbers.ravel()).reshape(2, 3))
    yield Inputs("number", "an array of whole numbers", (numbers,))
    yield Inputs("extreme", "z from −1000 to 1000", (np.array([[-1000.0, -40.0, 0.0, 40.0, 1000.0]]),))


def either_slope_at_zero(left: float) -> Callable[[Callable, np.ndarray | float], object]:
    """How a slope with a corner is called. At z = 0 both conventions are in use: there 1, the right slope, counts as `left`."""

    def call(function: Callable, z: np.ndarray | float) -> object:
        corner = np.asarray(z) == 0
        slope = function(z)
        if not isinstance(slope, np.ndarray) or slope.shape != corner.shape:
            return slope
        return np.where(corner & (slope == 1), left, slope)

    return call


def draw_mistaken_slope(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    def negative(smallest: float, largest: float) -> float:
        return -float(np.round(random.uniform(smallest, largest), 3))

    middle = sizes.value(0.0, lambda: negative(0.1, 0.5))
    far = sizes.value(-2.0, lambda: negative(1.6, 2.4))
    for z in (middle, float(np.round(random.uniform(0.5, 1.5), 3)), far):
        yield Inputs("ordinary", f"z = {z}", (z,))


def _activation_claims(sentence: str, finite: str) -> tuple[Claim, ...]:
    return (
        shapes("the result has the shape of z"),
        values(sentence, 3),
        values("plain numbers and whole numbers work too", 1, name="number", tags=("number",), opens=False),
        extreme(finite),
        untouched("z is left as it was"),
    )


EXERCISES = (
    Exercise(
        id="one_hidden_layer.relu",
        answers=("utils.activations.relu",),
        draw=draw_elementwise,
        claims=_activation_claims("z where z is positive, 0 elsewhere", "it is right at z = ±1000 and at 0"),
        hints=(
            "Each number is compared with 0: what is positive stays, the rest becomes 0.",
            "The result has the shape of z; NumPy compares entry by entry, and works for a plain number too.",
            "Take the larger of 0 and z, entry by entry, with NumPy's function for two things (not Python's max).",
        ),
    ),
    Exercise(
        id="one_hidden_layer.leaky_relu",
        answers=("utils.activations.leaky_relu",),
        draw=draw_elementwise,
        claims=_activation_claims("z where z is positive, 0.01 z elsewhere", "it is right at z = ±1000 and at 0"),
        hints=(
            "Like ReLU, but what is negative leaks through, a hundredth of it.",
            "The result has the shape of z. NumPy can choose between two arrays place by place: see the worked "
            "example.",
            "Where z is positive choose z itself, elsewhere 0.01 times z.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.sigmoid_derivative",
        answers=("utils.activations.sigmoid_backward",),
        draw=draw_elementwise,
        claims=_activation_claims("the slope of the sigmoid at z", "it is 0 far out and 1/4 in the middle"),
        hints=(
            "The slope is largest in the middle, 1/4, and vanishes far out.",
            "The argument is z. The formula of assignment 01 is in terms of a = σ(z): compute a first.",
            "The slope is a times what is left between a and 1.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.tanh_derivative",
        answers=("utils.activations.tanh_backward",),
        draw=draw_elementwise,
        claims=_activation_claims("the slope of tanh at z", "it is 0 far out and 1 in the middle"),
        hints=(
            "In the middle tanh rises as steeply as z itself (slope 1), far out not at all.",
            "The argument is z. The short formula is in terms of a = tanh(z): compute a first.",
            "The slope is 1 minus the square of a. (Unfold the steps above for the reason.)",
        ),
    ),
    Exercise(
        id="one_hidden_layer.relu_derivative",
        answers=("utils.activations.relu_backward",),
        draw=draw_elementwise,
        call=either_slope_at_zero(0.0),
        claims=_activation_claims(
            "1 where z is positive, 0 elsewhere", "it is right at z = ±1000, and one of its two slopes at 0"
        ),
        hints=(
            "ReLU is made of two straight lines, and each has one slope.",
            "The result has the shape of z and holds two values only.",
            "To the right of 0 the line rises as z does. To the left it is level. At 0 itself take the left one.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.leaky_relu_derivative",
        answers=("utils.activations.leaky_relu_backward",),
        draw=draw_elementwise,
        call=either_slope_at_zero(0.01),
        claims=_activation_claims(
            "1 where z is positive, 0.01 elsewhere", "it is right at z = ±1000, and one of its two slopes at 0"
        ),
        hints=(
            "Two straight lines, two slopes.",
            "The result has the shape of z and holds two values only.",
            "To the right of 0 the slope is 1; to the left, and at 0, it is the leak.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.mistaken_tanh_slope",
        draw=draw_mistaken_slope,
        returns=("claimed", "measured"),
        claims=(
            values("claimed is what the wrong formula gives", 1, only=("claimed",), name="claimed"),
            values("measured is the slope that nudging finds", 1, only=("measured",), name="measured"),
        ),
        hints=(
            "Two numbers: one from the formula on trial, one from an experiment. Do not mend the formula.",
            "The experiment needs tanh at two places, a step to the right of z and a step to the left.",
            "Divide the difference of the two values by the distance between the places, which is two steps.",
        ),
    ),
)
