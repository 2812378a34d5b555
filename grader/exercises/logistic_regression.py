"""The exercises of the notebook `logistic_regression`: what is claimed of each function, and on what it is tried."""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Callable, Iterable
from types import SimpleNamespace

import numpy as np

from grader.exercises.inputs import around_half, count, problem, propagations, tries
from grader.judging.case import CERTAIN
from grader.judging.claims import any_size, each, extreme, shapes, slope, training, untouched, values
from grader.judging.exercise import Exercise, Finding, Inputs, Outcome
from grader.judging.values import describe

Random = np.random.Generator
Functions = SimpleNamespace

MODEL_KEYS = ("w", "b", "costs", "Y_prediction_train", "Y_prediction_test")


def draw_sigmoid(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    yield Inputs("ordinary", "an array (3, 4)", (_both_signs(random, (3, 4)),))
    yield Inputs("ordinary", "an array (1, 6)", (_both_signs(random, (1, 6)),))
    yield Inputs("ordinary", "an array (5,)", (np.concatenate([[-6.0, 6.0], random.normal(size=3)]),))
    yield Inputs("number", "the number 0", (0.0,))
    yield Inputs("number", "a number", (float(np.round(random.uniform(0.5, 2.5), 3)),))
    yield Inputs("number", "a whole number", (-2,))
    yield Inputs("extreme", "z = −1000, −50, 50, 1000", (np.array([[-1000.0, -50.0, 50.0, 1000.0]]),))
    yield Inputs("extreme", "the number 1000", (1000.0,))


def _both_signs(random: Random, shape: tuple[int, int]) -> np.ndarray:
    """Numbers of size 0.3 … 5, in turns positive and negative along the last axis."""
    return random.uniform(0.3, 5, shape) * np.where(np.arange(shape[1]) % 2, -1, 1)


def draw_initialize(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for dim in (3, int(random.integers(5, 9)), int(random.integers(20, 40))):
        yield Inputs("ordinary", f"dim = {dim}", (dim,))
    yield Inputs("single", "dim = 1", (1,))
    yield Inputs("sizes", "dim = 1000", (1000,))  # of a square matrix, a usual mistake, a computer can hold a million


def draw_propagate(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    yield from propagations(random, functions.propagate)
    yield Inputs(CERTAIN, "z = ±1000", (np.ones((1, 1)), 0.0, np.array([[1000.0, -1000.0]]), np.array([[1, 0]])))
    w, b = np.full((192, 1), 0.003), -0.2
    for start in random.integers(0, 180, size=2):
        chosen = slice(int(start), int(start) + 20)
        X, Y = pictures.X[:, chosen], pictures.Y[:, chosen]
        yield Inputs("pictures", "20 shrunken pictures", (w, b, X, Y))


def draw_optimize(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, n, m, steps, rate in (
        ("ordinary", 3, 5, 201, 0.05),
        ("ordinary", 4, 7, 350, 0.02),
        ("ordinary", 2, 6, 3, 0.3),
        ("single", 4, 1, 101, 0.1),
        ("sizes", 5, 5, 100, 0.05),
    ):
        w, b, X, Y = problem(random, n, m)
        yield Inputs(tag, f"{count(n, 'feature')}, {count(steps, 'iteration')}", (w, b, X, Y, steps, rate))
    start = int(random.integers(0, 180))
    X, Y = pictures.X[:, start : start + 24], pictures.Y[:, start : start + 24]
    yield Inputs("pictures", "24 shrunken pictures, 120 iterations", (np.zeros((192, 1)), 0.0, X, Y, 120, 0.01))


def draw_predict(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, n, m in (("ordinary", 3, 40), ("ordinary", 5, 60), ("single", 4, 1), ("sizes", 1, 30), ("sizes", 6, 6)):
        w, b, X, _ = problem(random, n, m)
        yield Inputs(tag, f"{count(n, 'feature')}, {count(m, 'picture')}", (w, b, around_half(random, w, b, X)))


def draw_model(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    def tables(n: int, m: int) -> tuple:
        return *problem(random, n, m)[2:], *problem(random, n, m + 5)[2:]

    def small_pictures() -> tuple:
        train, test = random.permutation(209)[:44].reshape(2, 22)
        return pictures.X[:, train], pictures.Y[:, train], pictures.X[:, test], pictures.Y[:, test]

    for tag, n, m, steps, rate in (
        ("ordinary", 3, 12, 201, 0.05),
        ("ordinary", 4, 20, 250, 0.1),
        ("ordinary", 2, 15, 320, 0.02),
        ("single", 3, 1, 101, 0.1),
    ):
        args = _decided(functions, lambda: (*tables(n, m), steps, rate))  # noqa: B023
        yield Inputs(tag, f"{count(n, 'feature')}, {count(m, 'picture')}, {count(steps, 'iteration')}", args)
    args = _decided(functions, lambda: (*small_pictures(), 150, 0.05))
    yield Inputs("pictures", "22 shrunken pictures", args)


def _decided(functions: Functions, draw: Callable[[], tuple]) -> tuple:
    """Arguments for `model`: rounding turns no prediction; the sets are predicted differently, and not as they are labelled."""
    for _ in tries("sets whose predictions are clear and differ"):
        args = draw()
        trained = functions.model(*args)
        z = np.concatenate([trained["w"].T @ X + trained["b"] for X in (args[0], args[2])], axis=1)
        predictions = trained["Y_prediction_train"], trained["Y_prediction_test"]
        if (
            np.min(np.abs(z)) > 0.005
            and not np.array_equal(*predictions)
            and not np.array_equal(predictions[1], args[3])
        ):
            return args


def draw_lost_bracket(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for y_hat in (0.9, 0.25, float(np.round(random.uniform(0.05, 0.95), 4))):
        yield Inputs("ordinary", f"ŷ = {y_hat}", (y_hat,))
    yield Inputs("sure", "ŷ = 0.9999", (0.9999,))


def draw_dz_gap(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for y in (0, 1, 1, 0):
        z = float(np.round(random.normal() * 2, 3))
        yield Inputs("ordinary", f"z = {z}, y = {y}", (z, y))


def draw_inner_sizes(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for n, m in ((4, 3), (12, 5), (7, 2)):
        yield Inputs("ordinary", f"w ({n}, 1), X ({n}, {m})", (random.normal(size=(n, 1)), random.normal(size=(n, m))))
    yield Inputs("single", "w (5, 1), X (5, 1)", (random.normal(size=(5, 1)), random.normal(size=(5, 1))))


def draw_mended_arrays(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for rows, columns in ((2, 1), (2, 3), (30, 40)):
        yield Inputs("ordinary", f"{rows} rows, {columns} columns", (rows, columns))


def _mended(outcome: Outcome) -> Finding | None:
    """Zeros are compared; noise is judged by its shape and spread, never by the order of its draws."""
    rows, columns = outcome.case.args
    got = outcome.seen.got
    about = outcome.case.about
    if not isinstance(got, tuple | list) or len(got) != 2:
        return Finding("Return two arrays: zeros first, then noise.", "(zeros, noise)", describe(got), about)
    for name, array in zip(("zeros", "noise"), got, strict=True):
        if not isinstance(array, np.ndarray) or array.shape != (rows, columns):
            return Finding(f"{name} has the wrong shape.", f"shape ({rows}, {columns})", describe(array), about)
    if np.any(got[0] != 0):
        return Finding("zeros holds numbers that are not 0.", "zeros", describe(got[0]), about)
    if np.ptp(got[1]) == 0:
        return Finding("noise holds one number everywhere.", "random numbers", describe(got[1]), about)
    if got[1].size >= 1000 and (abs(got[1].mean()) > 0.2 or not 0.8 < got[1].std() < 1.25):
        spread = f"mean {got[1].mean():.2f}, spread {got[1].std():.2f}"
        return Finding("noise should be standard normal, as randn draws it.", "mean 0, spread 1", spread, about)
    return None


def overflow_remark(source: str) -> str | None:
    """Says so if nothing keeps the power of e from getting too large: NumPy warns then, and its result is still right."""
    try:
        nodes = list(ast.walk(ast.parse(textwrap.dedent(source))))
    except SyntaxError:
        return None
    names = {getattr(node, "id", getattr(node, "attr", "")) for node in nodes}
    cares = names & {"abs", "absolute", "clip", "errstate", "fabs", "maximum", "minimum", "where"}
    branches = any(isinstance(node, ast.If | ast.IfExp | ast.Subscript) for node in nodes)
    if "exp" in names and not cares and not branches:
        return "At z = ±1000 NumPy may warn of an overflow. That costs nothing here; the last hint shows how to avoid it."
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
        claims=(
            values("it is what the note's formula gives for y = 0", 2),
            values("it holds for a very sure wrong answer too", 1, name="sure", tags=("sure",), opens=False),
        ),
        hints=(
            "Put y = 0 into the note's formula as it is printed, without the bracket. One of its two terms vanishes.",
            "The result is one number, and for every ŷ between 0 and 1 it has a sign that no loss should have.",
            "The first term is multiplied by y and disappears. In what is left there is no minus sign in front.",
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
        id="logistic_regression.propagate",
        draw=draw_propagate,
        returns=("grads", "cost"),
        claims=(
            shapes("dw has the shape of w; db and the cost are plain numbers"),
            values("the cost is the mean cross-entropy", 2, only=("cost",), name="cost"),
            values("dw and db are right", 2, only=("grads",), name="grads"),
            slope(),
            any_size("one picture is enough, and n = m is no problem"),
            training("it is right on small pictures of the set"),
            untouched("w, X and Y are left as they were"),
        ),
        hints=(
            "Forward first: one probability for each picture. Then the cost compares them with the labels. "
            "Then the difference between the two goes back to the weights.",
            "Z, A and dZ have the shape of Y, (1, m). dw has the shape of w. Which product of X (n, m) and dZ gives (n, 1)?",
            "The cost is the mean over the pictures of −(y log a + (1 − y) log(1 − a)). dZ is prediction minus label. "
            "dw averages each feature times dZ over the pictures, db averages dZ.",
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
        id="logistic_regression.mended_arrays",
        draw=draw_mended_arrays,
        keep=lambda result: (result[0], np.zeros(result[1].shape)),
        returns=("zeros", "noise"),
        claims=(
            each(
                "values",
                "zeros are zeros, noise is standard normal, both (rows, columns)",
                1,
                ("ordinary",),
                _mended,
                opens=True,
            ),
        ),
        hints=(
            "The two functions take the shape in different ways. Each error message says which argument was not understood.",
            "One wants the shape as a single tuple, the other wants rows and columns as separate arguments.",
            "Zeros: one argument, a tuple. Standard normal numbers: two arguments, no tuple.",
        ),
    ),
    Exercise(
        id="logistic_regression.optimize",
        answers=("utils.neuron.train_neuron", "utils.training.train_fast"),
        draw=draw_optimize,
        returns=("params", "grads", "costs"),
        may_write=True,
        claims=(
            shapes("params and grads are dictionaries of arrays shaped like w and b, costs is a list"),
            values("w and b are where gradient descent ends", 3, only=("params",), name="params"),
            values("grads are those of the last iteration", 1, only=("grads",), name="grads", opens=False),
            values("costs holds the cost at iterations 0, 100, 200, …", 2, only=("costs",), name="costs"),
            any_size("one picture is enough, and n = m is no problem"),
            training("it learns from small pictures of the set as the reference does"),
        ),
        hints=(
            "One iteration: ask for the gradients and the cost, keep the cost now and then, take a small step downhill.",
            "w and dw have one shape, so have b and db. The step is the gradient times the learning rate.",
            "Downhill means against the gradient: subtract. Keep the cost when the iteration's number divides by 100, "
            "counting from 0, and before the step.",
        ),
    ),
    Exercise(
        id="logistic_regression.predict",
        answers=("utils.neuron.predict_neuron",),
        draw=draw_predict,
        claims=(
            shapes("the result has shape (1, m)"),
            values("1 where the probability is above 0.5, else 0", 3),
            any_size("one picture is enough, and n = m is no problem"),
            untouched("w and X are left as they were"),
        ),
        hints=(
            "First the probability of a cat for each picture, as in propagate. Then a decision for each.",
            "The probabilities have shape (1, m), and so has the answer. Comparing an array with a number compares each entry.",
            "Compare the probability, not z, with one half. Turn True and False into 1 and 0.",
        ),
    ),
    Exercise(
        id="logistic_regression.model",
        answers=("utils.neuron.train_neuron", "utils.training.train_fast"),
        draw=draw_model,
        keep=lambda result: {key: result[key] for key in MODEL_KEYS},
        claims=(
            shapes("it returns a dictionary with " + ", ".join(MODEL_KEYS)),
            values("w and b are learned from the training pictures", 2, only=("w", "b"), name="params"),
            values("costs holds the cost at iterations 0, 100, 200, …", 1, only=("costs",), name="costs"),
            values(
                "the predictions are those of the learned w and b",
                2,
                only=("Y_prediction",),
                name="predictions",
                opens=False,
            ),
            any_size("one picture is enough", tags=("single",)),
            training("it learns from small pictures of the set as the reference does"),
            untouched("the pictures are left as they were"),
        ),
        hints=(
            "Nothing new is computed here: the functions you have written are called in the right order.",
            "w has one row for each feature. The number of features stands in the shape of the training pictures.",
            "Start with zeros, optimise on the training pictures, predict on both sets, put everything into one dictionary.",
        ),
    ),
)
