"""One neuron: its output, its cost, its gradients."""

from __future__ import annotations

import ast
from collections.abc import Iterable

import numpy as np

from grader.exercises.inputs import count
from grader.exercises.neurons import pictures_from, propagations
from grader.exercises.recurring import nodes, propagate_claims
from grader.judging.case import CERTAIN
from grader.judging.claims import any_size, extreme, shapes, training, untouched, values
from grader.judging.drawing import Functions, Pictures, Random, Sizes
from grader.judging.exercise import Exercise, Inputs


def draw_sigmoid(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for shape in (sizes(3, 4), sizes(1, 6)):
        yield Inputs("ordinary", f"an array {shape}", (_both_signs(random, shape),))
    (n,) = sizes(5)
    yield Inputs("ordinary", f"an array ({n},)", (np.concatenate([[-6.0, 6.0], random.normal(size=n - 2)]),))
    yield Inputs("number", "the number 0", (0.0,))
    yield Inputs("number", "a number", (float(np.round(random.uniform(0.5, 2.5), 3)),))
    whole = sizes.value(-2, lambda: int(random.integers(-5, 0)))
    yield Inputs("number", "a whole number", (whole,))
    yield Inputs("extreme", "z = −1000, −50, 50, 1000", (np.array([[-1000.0, -50.0, 50.0, 1000.0]]),))
    yield Inputs("extreme", "the number 1000", (1000.0,))


def _both_signs(random: Random, shape: tuple[int, int]) -> np.ndarray:
    """Numbers of size 0.3 … 5, in turns positive and negative along the last axis."""
    return random.uniform(0.3, 5, shape) * np.where(np.arange(shape[1]) % 2, -1, 1)


def draw_initialize(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for (dim,) in map(sizes, (3, int(random.integers(5, 9)), int(random.integers(20, 40)))):
        yield Inputs("ordinary", f"dim = {dim}", (dim,))
    yield Inputs("single", "dim = 1", (1,))
    (dim,) = sizes(1000)  # of a square matrix, a usual mistake, a computer can hold a million
    yield Inputs("sizes", f"dim = {dim}", (dim,))


def draw_propagate(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    yield from propagations(random, functions.propagate, sizes)
    yield Inputs(CERTAIN, "z = ±1000", (np.ones((1, 1)), 0.0, np.array([[1000.0, -1000.0]]), np.array([[1, 0]])))
    w, b = np.full((192, 1), 0.003), -0.2
    for start in random.integers(0, 180, size=2):
        X, Y = pictures_from(pictures, int(start), *sizes(20))
        yield Inputs("pictures", f"{X.shape[1]} shrunken pictures", (w, b, X, Y))


def draw_lost_bracket(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, own_m, share, lowest in (
        ("ordinary", 5, 0.6, 0.02),
        ("ordinary", 8, 0.3, 0.7),  # sure and right: all losses are small
        ("single", 1, 1.0, 0.02),
        ("single", 1, 0.0, 0.02),
        ("sizes", 12, 0.5, 0.7),
    ):
        (m,) = sizes(own_m)
        cats = round(share * m)
        Y = random.permutation(np.arange(m) < cats)
        losses = -np.log(random.uniform(lowest, 0.95, m))  # of the probabilities that the right answers got
        yield Inputs(tag, f"{count(m, 'picture')}, {count(cats, 'cat')}", (np.where(Y, losses, -losses).reshape(1, m),))


def draw_dz_gap(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for y in (0, 1, 1, 0):
        z = float(np.round(random.normal() * 2, 3))
        yield Inputs("ordinary", f"z = {z}, y = {y}", (z, y))


def draw_inner_sizes(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    def drawn() -> list[tuple[int, ...]]:  # all six differ: in no case a size stands for another one
        return [tuple(pair) for pair in random.permutation(np.arange(2, 30))[:6].reshape(3, 2).tolist()]

    for n, m in sizes.value([(4, 3), (12, 5), (7, 2)], drawn):
        yield Inputs("ordinary", f"w ({n}, 1), X ({n}, {m})", (random.normal(size=(n, 1)), random.normal(size=(n, m))))
    shape = sizes(5, 1)
    yield Inputs("single", f"w {shape}, X {shape}", (random.normal(size=shape), random.normal(size=shape)))


def overflow_remark(source: str) -> str | None:
    """Says so if nothing keeps the power of e from getting too large: NumPy warns then, and its result is still right."""
    found = nodes(source)
    names = {getattr(node, "id", getattr(node, "attr", "")) for node in found}
    cares = names & {"abs", "absolute", "clip", "errstate", "fabs", "logaddexp", "maximum", "minimum", "where"}
    branches = any(isinstance(node, ast.If | ast.IfExp | ast.Subscript) for node in found)
    if "exp" in names and not cares and not branches:
        return (
            "At z = ±1000 NumPy may warn of an overflow. No points are lost for that; the last hint shows how to avoid it."
        )
    return None


EXERCISES = (
    Exercise(
        id="logistic_regression.sigmoid",
        answers=("utils.activations.sigmoid", "utils.neuron.sigmoid"),
        draw=draw_sigmoid,
        remark=overflow_remark,
        claims=(
            shapes("the result has the shape of z"),
            values("each number is σ(z) = 1 / (1 + e^(−z))", 3),
            values("a plain number works too", 1, name="number", tags=("number",), opens=False),
            extreme("it is finite and right at z = ±1000"),
            untouched("z is left as it was"),
        ),
        hints=(
            "σ squeezes any number into the interval from 0 to 1. At z = 0 it is in the middle.",
            "NumPy's exponential works on numbers and on arrays alike. No loop and no if is needed for the shape.",
            "e^(−z) is what sends large z to 1 and very negative z to 0. Add 1 to it, then take the reciprocal. "
            "For very negative z that power is too large for a computer: σ(z) = e^z / (1 + e^z) is the same number there.",
        ),
    ),
    Exercise(
        id="logistic_regression.initialize_with_zeros",
        draw=draw_initialize,
        returns=("w", "b"),
        claims=(
            shapes("w has shape (dim, 1) and b is one number"),
            values("w and b are 0", 2),
            any_size("any dim works, 1 and 1000 too"),
        ),
        hints=(
            "One weight for each feature, and one bias in all.",
            "w is a column: as many rows as features, one column. b is a plain number.",
            "NumPy's function for zeros takes the whole shape as one argument, a tuple in its own brackets.",
        ),
    ),
    Exercise(
        id="logistic_regression.lost_bracket",
        draw=draw_lost_bracket,
        returns=("Y", "losses"),
        claims=(
            shapes("both have the shape of noted"),
            values("Y says which pictures are cats", 2, only=("Y",), name="labels"),
            values("each loss is the right one", 2, only=("losses",), name="losses"),
            any_size("one picture is enough"),
            untouched("noted is left as it was"),
        ),
        hints=(
            "Put y = 1 into the note's formula, then y = 0. One of its two terms vanishes each time.",
            "For a cat −log ŷ is left, for another picture log(1 − ŷ). The logarithm of a probability is negative: "
            "so which sign belongs to which label?",
            "For a cat the note is right, for another picture it lacks a minus sign. So a loss is its number without the sign.",
        ),
    ),
    Exercise(
        id="logistic_regression.dz_gap",
        draw=draw_dz_gap,
        claims=(values("it is the note's dz minus the true slope", 2),),
        hints=(
            "Two numbers are needed: what the note claims for dz, and the slope that the loss really has at z.",
            "The note's number depends on z only. The true slope depends on the label as well.",
            "The true slope of the loss with respect to z is prediction minus label. Subtract it from the note's number.",
        ),
    ),
    Exercise(
        id="logistic_regression.inner_sizes",
        draw=draw_inner_sizes,
        returns=("inner sizes", "shape"),
        claims=(
            values("the inner sizes are those of the note's product", 2, only=("inner sizes",), name="inner"),
            values("the shape is that of the right product", 1, only=("shape",), name="shape"),
            any_size("one picture is enough", tags=("single",)),
        ),
        hints=(
            "A matrix product of (p, q) and (r, s) needs q = r: these are the inner sizes. The result is (p, s).",
            "For the note's np.dot(w, X) look at the second size of w and the first size of X.",
            "The right product turns w on its side first. Its result has one row, and one column for each picture.",
        ),
    ),
    Exercise(
        id="logistic_regression.propagate",
        draw=draw_propagate,
        returns=("grads", "cost"),
        claims=propagate_claims(
            "the cost is the mean cross-entropy", training("it is right on small pictures of the set")
        ),
        hints=(
            "Forward first: one probability for each picture. Then the cost compares them with the labels. "
            "Then the difference between the two goes back to the weights.",
            "Z, A and dZ have the shape of Y, (1, m). dw has the shape of w. Which product of X (n, m) and dZ gives (n, 1)?",
            "The cost is the mean over the pictures of −(y log a + (1 − y) log(1 − a)). dZ is prediction minus label. "
            "dw averages each feature times dZ over the pictures, db averages dZ.",
        ),
    ),
)
