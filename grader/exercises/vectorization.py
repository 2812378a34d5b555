"""The exercises of the notebook `vectorization`: what is claimed of each function, and on what it is tried."""

from __future__ import annotations

import ast
from collections.abc import Iterable

import numpy as np

from grader.exercises.inputs import count, slopes
from grader.exercises.neurons import propagations
from grader.exercises.recurring import nodes, propagate_claims
from grader.judging.claims import any_size, same_type, shapes, slope, training, untouched, values
from grader.judging.drawing import Functions, Pictures, Random, Sizes
from grader.judging.exercise import Claim, Exercise, Inputs


def draw_capped_price(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    def rule() -> tuple[float, float, float]:
        start = float(np.round(random.uniform(15, 40), 1))
        return float(np.round(random.uniform(1.5, 4.5), 2)), start, start + float(np.round(random.uniform(50, 90), 1))

    for own, numbers in ((7, (3.0, 20.0, 120.0)), (9, rule()), (6, rule())):
        w, start, end = sizes.value(numbers, rule)
        (k,) = sizes(own)
        zones = (random.uniform(*ends, k) for ends in ((1, start - 2), (start + 2, end - 2), (end + 2, end + 60)))
        size = np.round(np.choose(random.permutation(np.arange(k) % 3), list(zones)), 1)
        yield Inputs("ordinary", f"{k} sizes, w = {w:g}, from {start:g} to {end:g}", (size, w, start, end))
    w, start, end = rule()
    for size in (start + 13.5, end + 31.5):
        yield Inputs("number", f"size {size:g}, w = {w:g}, from {start:g} to {end:g}", (size, w, start, end))


def draw_flatten(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, own in (
        ("ordinary", (5, 4, 3, 3)),
        ("ordinary", (7, 2, 5, 3)),
        ("ordinary", (3, 4, 4, 3)),
        ("single", (1, 3, 2, 3)),
        ("sizes", (4, 5, 2, 1)),
    ):
        shape = sizes(*own)
        images = random.integers(0, 256, size=shape).astype(np.uint8)
        yield Inputs(tag, f"images of shape {shape}", (images,))
    (m,) = sizes(6)
    chosen = pictures.X[:, random.integers(0, 209, size=m)]
    images = np.rint(chosen * 255).astype(np.uint8).T.reshape(m, 8, 8, 3)
    yield Inputs("pictures", f"{m} shrunken pictures", (images,))


def draw_normalize_rows(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, own in (
        ("ordinary", (3, 4)),
        ("ordinary", (5, 2)),
        ("ordinary", (4, 4)),
        ("single", (1, 3)),
        ("sizes", (6, 1)),
    ):
        shape = sizes(*own)
        yield Inputs(tag, f"x of shape {shape}", (random.normal(size=shape) * 3,))
    yield Inputs("whole", "whole numbers", (random.integers(1, 9, size=sizes(3, 2)),))
    x = random.normal(size=sizes(4, 3))
    x[1] = 0
    yield Inputs("zero", "one row of zeros", (x,))


def draw_graph(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    def bill(inputs: dict[str, float]) -> float:
        return functions.computation_graph(*inputs.values())[0]

    def numbers() -> tuple[float, ...]:
        return tuple(float(np.round(value, 2)) for value in random.normal(size=3) * 4)

    def with_a_zero() -> tuple[float, ...]:
        a, _, c = numbers()
        return a, 0.0, c

    drawn = [numbers() for _ in range(3)]
    for args in [sizes.value((5.0, 3.0, 2.0), numbers), *drawn, with_a_zero()]:
        about = "a, b, c = " + ", ".join(f"{value:g}" for value in args)
        yield Inputs("ordinary", about, args, slopes(bill, dict(zip("abc", args, strict=True))))


def draw_nudge_b(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    def numbers() -> tuple[float, ...]:
        return tuple(float(np.round(value, 2)) for value in random.normal(size=3) * 4 + 0.5)

    drawn = [numbers() for _ in range(3)]
    places = [sizes.value((5.0, 3.0, 2.0), numbers), *drawn]
    for (a, b, c), step in zip(places, (0.001, 0.01, -0.1, -0.001), strict=True):
        yield Inputs("ordinary", f"a, b, c = {a:g}, {b:g}, {c:g}; step = {step}", (a, b, c, step))
    a, b, c = (float(np.round(value, 2)) for value in random.uniform(2, 9, size=3))
    yield Inputs("tiny", f"a, b, c = {a:g}, {b:g}, {c:g}; step = 1e-17, too small to change b", (a, b, c, 1e-17))


def draw_propagate_loop(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    yield from propagations(random, functions.propagate_loop, sizes)


def draw_distances(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, *own in (("ordinary", 3, 5), ("ordinary", 4, 2), ("single", 5, 1), ("sizes", 1, 4), ("sizes", 6, 6)):
        n, m = sizes(*own)
        about = f"{count(n, 'feature')}, {count(m, 'picture')}"
        yield Inputs(tag, about, (random.normal(size=(n, 1)), random.normal(size=(n, m))))
    X = pictures.X[:, random.integers(0, 209, size=sizes(6)[0] + 1)]
    yield Inputs("pictures", f"{count(X.shape[1] - 1, 'shrunken picture')}", (X[:, :1], X[:, 1:]))


def loop_remark(source: str) -> str | None:
    """Says so if an answer that should use loops only has none, or calls a product of arrays."""
    found = nodes(source)
    has_loop = any(isinstance(node, ast.For | ast.While) for node in found)
    products = any(
        isinstance(node, ast.MatMult) or getattr(node, "attr", "") in ("dot", "matmul", "einsum") for node in found
    )
    if found and (products or not has_loop):
        return "It is meant to be written with loops only here. The version without them comes later."
    return None


def array_remark(source: str) -> str | None:
    """Says so if an answer that should do without loops has one."""
    if any(isinstance(node, ast.For | ast.While | ast.comprehension) for node in nodes(source)):
        return "It has a loop. That costs no points, but time: try whole arrays, and race both."
    return None


def zero_remark(source: str) -> str | None:
    """Says so if a row of zeros is divided first and mended afterwards: NumPy warns then, and the result is still right."""
    names = {getattr(node, "id", getattr(node, "attr", "")) for node in nodes(source)}
    if names & {"nan_to_num", "isnan", "isfinite"} and "errstate" not in names:
        return "It divides by a length of 0 first and replaces the nan afterwards. That costs no points, but NumPy warns."
    return None


def distance_claims() -> tuple[Claim, ...]:
    """Of the distances of one picture from m others."""
    return (
        shapes("the result is a row with one number for each picture, (1, m)"),
        values("each number is the distance of x from a picture", 3),
        any_size("one picture is enough, and one feature too"),
        training("it is right on small pictures of the set"),
        untouched("x and X are left as they were"),
    )


EXERCISES = (
    Exercise(
        id="vectorization.capped_price",
        draw=draw_capped_price,
        claims=(
            shapes("there is one price for each size"),
            values("the price is 0, rises from start to end, and stays where it is", 3),
            values("a single size works too", 1, name="number", tags=("number",), opens=False),
            untouched("the sizes are left as they were"),
        ),
        hints=(
            "Draw it. Where does the first neuron start to rise? And what must happen at `end` so that it rises no further?",
            "To rise by w and fall by w at the same time is to stand still. So take something away that begins to rise at `end`.",
            "max(0, w · size + b) bends where w · size + b = 0. Which b puts that at `start`? Take one neuron away from another.",
        ),
    ),
    Exercise(
        id="vectorization.flatten_images",
        draw=draw_flatten,
        claims=(
            shapes("X has one row for each number of a picture and one column for each picture"),
            values("column i holds picture i, its numbers in the order in which NumPy stores them", 3),
            any_size("one picture is enough, and grey pictures work too"),
            training("it is right on small pictures of the set"),
            same_type("X holds numbers of the same type as the pictures"),
            untouched("the pictures are left as they were"),
        ),
        hints=(
            "Every picture becomes one column. Nothing is computed: the numbers are only laid out in another way.",
            "NumPy reads numbers in rows. First make a table with one row for each picture, (m, everything else).",
            "Then swap rows and columns. Reshaping straight to the final shape would mix numbers of different pictures.",
        ),
    ),
    Exercise(
        id="vectorization.computation_graph",
        draw=draw_graph,
        returns=("J", "slopes"),
        claims=(
            values("J = 3(a + bc)", 1, only=("J",), name="cost"),
            values("da, db and dc follow from the chain rule", 2, only=("slopes",), name="grads", opens=True),
            slope("each derivative is the slope of J", part="slopes", of="J", tags=("ordinary",)),
        ),
        hints=(
            "Go through the graph from left to right for J, and from right to left for the derivatives.",
            "Three small steps: a product u, a sum v, and three times that sum. Each step has a slope of its own.",
            "dv is 3. a and u each enter v once, so they get what v got. b enters u multiplied by c, and c by b.",
        ),
    ),
    Exercise(
        id="vectorization.nudge_b",
        draw=draw_nudge_b,
        claims=(
            values("it is the change of J per unit of change in b alone", 2),
            values("it is measured: a step too small to change b gives 0", 1, name="tiny", tags=("tiny",), opens=False),
        ),
        hints=(
            "A slope can be measured: change one input a little, see how much the result changes.",
            "J is needed twice: at b and at b + step. a and c stay as they are.",
            "Divide the change of J by the change of b.",
        ),
    ),
    Exercise(
        id="vectorization.propagate_loop",
        draw=draw_propagate_loop,
        returns=("grads", "cost"),
        remark=loop_remark,
        claims=propagate_claims("the cost is the mean loss"),
        hints=(
            "One loop goes over the pictures. For each picture: forward, its loss, its share of the gradients.",
            "z is one number for each picture: the sum over the features of weight times feature, plus b. That is a second loop.",
            "Start the sums at 0 before the loop, add to them inside, divide them by m after it.",
        ),
    ),
    Exercise(
        id="vectorization.distances_loop",
        draw=draw_distances,
        remark=loop_remark,
        claims=distance_claims(),
        hints=(
            "One loop goes over the pictures, a second one, inside, over the features. What has to start anew for each picture?",
            "Picture i is column i of X, and its feature k is X[k, i]. That of x is x[k, 0].",
            "Square each difference, add the squares up, and take the root once, when all features of the picture are in.",
        ),
    ),
    Exercise(
        id="vectorization.distances",
        draw=draw_distances,
        remark=array_remark,
        claims=distance_claims(),
        hints=(
            "Say what each loop did. The inner one added something up: there is a NumPy function for that.",
            "All differences at once are a table of the shape of X. Which direction of it are the features: down or across?",
            "Square the table, add it up down the columns and keep that direction: a row (1, m) is left. The root comes last.",
        ),
    ),
    Exercise(
        id="vectorization.normalize_rows",
        draw=draw_normalize_rows,
        remark=zero_remark,
        claims=(
            shapes("the result has the shape of x"),
            values("each row is divided by its own length", 3),
            values("whole numbers work too", 1, name="whole", tags=("whole",), opens=False),
            values("a row of zeros stays a row of zeros", 1, name="zero", tags=("zero",), opens=False),
            any_size("a single row and a single column work"),
            untouched("x is left as it was"),
        ),
        hints=(
            "The length of a row is the square root of the sum of its squares. After dividing, each row has length 1.",
            "There is one length for each row: as a column of shape (rows, 1) it broadcasts over the row.",
            "Add up the squares along each row, keep that axis, and take the root. A length of 0 must not be divided by: use 1 "
            "in its place.",
        ),
    ),
)
