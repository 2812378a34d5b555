"""Gradient descent, predictions, and the whole model."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from grader.exercises.inputs import count, tries
from grader.exercises.neurons import around_half, pictures_from, problem
from grader.exercises.recurring import predict_claims
from grader.judging.claims import any_size, shapes, training, untouched, values
from grader.judging.drawing import Functions, Pictures, Random, Sizes
from grader.judging.exercise import Exercise, Inputs

MODEL_KEYS = ("w", "b", "costs", "Y_prediction_train", "Y_prediction_test")


def draw_optimize(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, *own, steps, rate in (
        ("ordinary", 3, 5, 201, 0.05),
        ("ordinary", 4, 7, 350, 0.02),
        ("ordinary", 2, 6, 3, 0.3),
        ("single", 4, 1, 101, 0.1),
        ("sizes", 5, 5, 100, 0.05),
    ):
        w, b, X, Y = problem(random, *sizes(*own))
        yield Inputs(tag, f"{count(len(w), 'feature')}, {count(steps, 'iteration')}", (w, b, X, Y, steps, rate))
    X, Y = pictures_from(pictures, int(random.integers(0, 180)), *sizes(24))
    about = f"{X.shape[1]} shrunken pictures, 120 iterations"
    yield Inputs("pictures", about, (np.zeros((192, 1)), 0.0, X, Y, 120, 0.01))


def draw_predict(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    for tag, *own in (("ordinary", 3, 40), ("ordinary", 5, 60), ("single", 4, 1), ("sizes", 1, 30), ("sizes", 6, 6)):
        n, m = sizes(*own)
        w, b, X, _ = problem(random, n, m)
        yield Inputs(tag, f"{count(n, 'feature')}, {count(m, 'picture')}", (w, b, around_half(random, w, b, X)))


def draw_model(random: Random, functions: Functions, pictures: Pictures, sizes: Sizes) -> Iterable[Inputs]:
    def tables(n: int, m_train: int, m_test: int) -> tuple:
        return *problem(random, n, m_train)[2:], *problem(random, n, m_test)[2:]

    def small_pictures(m: int) -> tuple:
        train, test = random.permutation(209)[: 2 * m].reshape(2, m)
        return pictures.X[:, train], pictures.Y[:, train], pictures.X[:, test], pictures.Y[:, test]

    for tag, *own, steps, rate in (
        ("ordinary", 3, 12, 17, 201, 0.05),
        ("ordinary", 4, 20, 25, 250, 0.1),
        ("ordinary", 2, 15, 20, 320, 0.02),
        ("single", 3, 1, 6, 101, 0.1),
    ):
        n, m, m_test = sizes(*own)
        args = _decided(functions, lambda: (*tables(n, m, m_test), steps, rate))  # noqa: B023
        yield Inputs(tag, f"{count(n, 'feature')}, {count(m, 'picture')}, {count(steps, 'iteration')}", args)
    (m,) = sizes(22)
    args = _decided(functions, lambda: (*small_pictures(m), 150, 0.05))
    yield Inputs("pictures", f"{m} shrunken pictures", args)


def _decided(functions: Functions, draw: Callable[[], tuple]) -> tuple:
    """Arguments for `model`: rounding turns no prediction; the sets are predicted differently, the test set neither as it is
    labelled nor with 0 alone, as the start does.
    """
    for _ in tries("sets whose predictions are clear and differ"):
        args = draw()
        trained = functions.model(*args)
        z = np.concatenate([trained["w"].T @ X + trained["b"] for X in (args[0], args[2])], axis=1)
        predictions = trained["Y_prediction_train"], trained["Y_prediction_test"]
        if (
            np.min(np.abs(z)) > 0.005
            and not np.array_equal(*predictions)
            and np.any(predictions[1])
            and not np.array_equal(predictions[1], args[3])
        ):
            return args


EXERCISES = (
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
            "w and dw have the same shape, and so do b and db. The step is the gradient times the learning rate.",
            "Downhill means against the gradient: subtract. Keep the cost when the iteration's number is a multiple of 100, "
            "counting from 0, and before the step.",
        ),
    ),
    Exercise(
        id="logistic_regression.predict",
        answers=("utils.neuron.predict_neuron",),
        draw=draw_predict,
        claims=predict_claims("one picture is enough, and n = m is no problem", "w and X"),
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
