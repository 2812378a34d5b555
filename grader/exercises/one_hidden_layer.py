"""The exercises of the notebook `one_hidden_layer`: what is claimed of each function, and on what it is tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import SimpleNamespace

import numpy as np

from grader.exercises.inputs import away_from_half, certain, count, draw_labels, sure_probabilities, tries
from grader.judging.claims import any_size, extreme, shapes, slope, training, untouched, values
from grader.judging.exercise import Exercise, Inputs
from grader.judging.randomised import (
    Recipe,
    initialiser_claims,
    reference_training,
    several_calls,
    shapes_only,
    trained_shapes,
    trained_twice,
    trainer_claims,
)
from utils.gradient_check import numeric_gradient

Random = np.random.Generator
Functions = SimpleNamespace
NAMES = ("W1", "b1", "W2", "b2")
GRADS = tuple("d" + name for name in NAMES)


def network(random: Random, n_x: int, n_h: int) -> dict[str, np.ndarray]:
    """Parameters of ordinary size: W1 (n_h, n_x), b1 (n_h, 1), W2 (1, n_h), b2 (1, 1), no zero among them."""
    shape = {"W1": (n_h, n_x), "b1": (n_h, 1), "W2": (1, n_h), "b2": (1, 1)}
    return {name: random.uniform(0.2, 1.0, size) * random.choice([-1, 1], size) for name, size in shape.items()}


def bent(random: Random, w: np.ndarray, b: float, X: np.ndarray) -> np.ndarray:
    """X with its first example moved so that |w·x + b| is 0.5 … 1.5: there tanh is neither straight nor level."""
    X = X.copy()
    z = random.uniform(0.5, 1.5) * random.choice([-1, 1])
    X[:, 0] += w * (z - (w @ X[:, 0] + b)) / (w @ w)
    return X


# (tag, n_x, n_h, m); the sizes early, because mistakes in shapes differ there
SIZES = (
    ("ordinary", 3, 4, 6),
    ("sizes", 5, 1, 6),
    ("sizes", 4, 4, 4),
    ("ordinary", 2, 5, 9),
    ("ordinary", 4, 3, 5),
    ("single", 3, 4, 1),
)


def _networks(random: Random) -> Iterable[tuple[str, str, dict, np.ndarray, np.ndarray]]:
    for tag, n_x, n_h, m in SIZES:
        about = f"{count(n_x, 'input')}, {count(n_h, 'hidden unit')}, {count(m, 'example')}"
        yield tag, about, network(random, n_x, n_h), random.normal(size=(n_x, m)), draw_labels(random, m)


def draw_elementwise(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    """Inputs for a function of z alone: arrays of both signs, numbers, whole numbers, the kink, large numbers."""
    for shape in ((3, 4), (1, 6), (5,)):
        place = np.arange(np.prod(shape)).reshape(shape)
        size = np.where(place % 4 < 2, random.uniform(0.3, 0.9, shape), random.uniform(1.2, 2.5, shape))
        yield Inputs("ordinary", f"an array {shape}", (np.where(place % 2, size, -size),))
    for number in (-1.5, float(np.round(random.uniform(0.5, 2), 3)), 3, -2):
        yield Inputs("number", f"the number {number}", (number,))
    yield Inputs("number", "an array of whole numbers", (np.array([[-3, 2, -1], [1, -2, 4]]),))
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


def draw_layer_sizes(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, n_x, n_y, m in (("ordinary", 2, 1, 30), ("ordinary", 7, 3, 5), ("ordinary", 5, 2, 11), ("sizes", 6, 6, 6)):
        Y = draw_labels(random, n_y * m).reshape(n_y, m)
        yield Inputs(tag, f"X ({n_x}, {m}), Y ({n_y}, {m})", (random.normal(size=(n_x, m)), Y))
    yield Inputs("single", "one example", (random.normal(size=(3, 1)), draw_labels(random, 1)))


def draw_initialize(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, sizes in (
        ("ordinary", (3, 4, 1)),
        ("ordinary", (2, 5, 3)),
        ("large", (400, 50, 30)),
        ("sizes", (1, 1, 1)),
        ("sizes", (4, 4, 4)),
    ):
        yield Inputs(tag, "n_x, n_h, n_y = {}, {}, {}".format(*sizes), sizes)


def draw_forward(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, about, parameters, X, _ in _networks(random):
        yield Inputs(tag, about, (X, parameters))
    parameters = {name: array * 0.1 for name, array in network(random, 192, 4).items()}
    yield Inputs("pictures", "10 shrunken pictures", (pictures.X[:, random.integers(0, 209, 10)], parameters))


def draw_cost(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, m in (("ordinary", 7), ("ordinary", 4), ("ordinary", 3), ("ordinary", 2), ("single", 1)):
        A, Y = sure_probabilities(random, m), draw_labels(random, m)
        spare = (network(random, 2, 3),)
        yield Inputs(tag, count(m, "example"), (A, Y), spare=spare)
    yield certain(spare)


def draw_backward(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    def slopes(parameters: dict, X: np.ndarray, Y: np.ndarray) -> dict:
        def cost(nudged: dict) -> float:
            return functions.compute_cost(functions.forward_propagation(X, nudged)[0], Y)

        return {"slope": {"d" + name: value for name, value in numeric_gradient(cost, parameters).items()}}

    for tag, about, parameters, X, Y in _networks(random):
        cache = functions.forward_propagation(X, parameters)[1]
        yield Inputs(tag, about, (parameters, cache, X, Y), slopes(parameters, X, Y))
    parameters = {name: array * 0.1 for name, array in network(random, 192, 3).items()}
    chosen = random.integers(0, 209, 8)
    X, Y = pictures.X[:, chosen], pictures.Y[:, chosen]
    yield Inputs("pictures", "8 shrunken pictures", (parameters, functions.forward_propagation(X, parameters)[1], X, Y))


def draw_mistaken_slope(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for z in (0.0, float(np.round(random.uniform(0.5, 1.5), 3)), -2.0):
        yield Inputs("ordinary", f"z = {z}", (z,))


def draw_mistaken_dZ1(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, about, parameters, X, Y in _networks(random):
        if tag == "sizes":
            continue
        X = bent(random, parameters["W1"][0], parameters["b1"][0, 0], X)
        yield Inputs("ordinary", about, (parameters, functions.forward_propagation(X, parameters)[1], Y))


def draw_update(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, n_x, n_h, rate in (
        ("ordinary", 3, 4, 1.2),
        ("ordinary", 2, 5, 0.01),
        ("ordinary", 3, 2, 0.3),
        ("sizes", 4, 1, 0.7),
    ):
        grads = {"d" + name: array for name, array in network(random, n_x, n_h).items()}
        yield Inputs(
            tag,
            f"{count(n_x, 'input')}, {count(n_h, 'hidden unit')}, learning rate {rate}",
            (network(random, n_x, n_h), grads, rate),
        )


def draw_nn_model(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, n_x, n_h, m, steps in (
        ("ordinary", 3, 4, 12, 40),
        ("ordinary", 2, 5, 20, 25),
        ("single", 3, 4, 1, 10),
        ("sizes", 5, 1, 5, 20),
    ):
        X, Y = random.normal(size=(n_x, m)) * 2, draw_labels(random, m)
        yield Inputs(
            tag,
            f"{count(n_x, 'input')}, {count(n_h, 'hidden unit')}, {count(m, 'example')}, {count(steps, 'iteration')}",
            (X, Y, n_h, steps),
        )


def draw_predict(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, n_x, n_h, m in (("ordinary", 3, 4, 40), ("ordinary", 5, 3, 60), ("single", 3, 4, 1), ("sizes", 4, 4, 4)):
        parameters = _deciding(random, functions, n_x, n_h)
        X = away_from_half(random, n_x, m, lambda X: functions.forward_propagation(X, parameters)[0])  # noqa: B023
        yield Inputs(tag, f"{count(n_x, 'input')}, {count(n_h, 'hidden unit')}, {count(m, 'example')}", (parameters, X))


def _deciding(random: Random, functions: Functions, n_x: int, n_h: int) -> dict[str, np.ndarray]:
    """A network that says yes to half the examples, and is both sure and unsure of some. It is made so by b2."""
    for _ in tries("a network that says yes and no"):
        parameters, X = network(random, n_x, n_h), random.normal(size=(n_x, 400)) * 0.7
        parameters["b2"] = parameters["b2"] - np.median(functions.forward_propagation(X, parameters)[1]["Z2"])
        A = functions.forward_propagation(X, parameters)[0]
        counts, _ = np.histogram(A, [0, 0.3, 0.41, 0.5, 0.59, 0.7, 1])
        if np.all(counts >= [80, 12, 12, 12, 12, 80]) and abs(parameters["b2"][0, 0]) > 0.2:
            return parameters


def _activation_claims(sentence: str, finite: str) -> tuple:
    return (
        shapes("the result has the shape of z"),
        values(sentence, 3),
        values("plain numbers and whole numbers work too", 1, name="number", tags=("number",), opens=False),
        extreme(finite),
        untouched("z is left as it was"),
    )


LEARN = Recipe("tanh", lambda args: (args[0], args[1], 1.2, args[3]))

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
        claims=initialiser_claims("the weights are small: a spread of about 0.01", lambda n_prev: 0.01),
        hints=(
            "Weights have to differ, or all units learn the same. Biases need not.",
            "A weight matrix has one row for each unit of its own layer and one column for each unit of the layer "
            "before; a bias is a column.",
            "Draw standard normal numbers of the shape and multiply by 0.01. Mind the brackets: np.zeros wants "
            "its sizes as one pair. Collect the four in a dictionary.",
        ),
    ),
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
            "The slope is a times what is missing from a to 1.",
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
    Exercise(
        id="one_hidden_layer.forward_propagation",
        draw=draw_forward,
        returns=("A2", "cache"),
        claims=(
            shapes("A2 is (1, m), and every array of the cache has its shape"),
            values("A2 holds the right probabilities", 2, only=("A2",), name="values"),
            values("the cache holds Z1, A1, Z2 and A2", 2, only=("cache",), name="cache"),
            any_size("one example is enough, and equal sizes are no problem"),
            training("it is right on small pictures of the set"),
            untouched("X and the parameters are left as they were"),
        ),
        hints=(
            "Layer by layer: first a weighted sum, then a bend. What layer 1 gives is what layer 2 gets.",
            "W1 (n_h, n_x) times X (n_x, m) gives (n_h, m); the bias column is added to every example by broadcasting.",
            "Hidden layer: tanh. Output: the sigmoid. Keep all four arrays under their names and return the last "
            "one with the dictionary.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.compute_cost",
        draw=draw_cost,
        claims=(
            shapes("the cost is one number"),
            values("it is the mean cross-entropy", 3),
            any_size("one example is enough", tags=("single",)),
            untouched("A2 and Y are left as they were"),
        ),
        hints=(
            "For each example only the probability given to the right answer counts.",
            "A2 and Y have one shape, (1, m). The cost is one number.",
            "Minus the mean of y log a + (1 − y) log(1 − a), with the minus in front of both terms: mind the bracket.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.backward_propagation",
        draw=draw_backward,
        claims=(
            shapes("every gradient has the shape of its parameter"),
            values("dW2 and db2 are right", 2, only=("dW2", "db2"), name="output"),
            values("dW1 and db1 are right", 3, only=("dW1", "db1"), name="hidden"),
            slope("every gradient is the slope of the cost", part=""),
            any_size("one example is enough, and equal sizes are no problem"),
            training("it is right on small pictures of the set"),
            untouched("parameters, cache, X and Y are left as they were"),
        ),
        hints=(
            "Begin at the output, where the labels are. What comes back through W2 meets the slope of the hidden "
            "activation.",
            "dZ2 is (1, m), dZ1 is (n_h, m). The slope of a weight matrix is a dZ times the transposed "
            "activations that went in.",
            "dZ2 is prediction minus label. dZ1 is the transposed W2 times dZ2, entry by entry times the slope of "
            "tanh. Slopes of parameters are means over the examples: one 1/m each, and sums along the rows that "
            "stay columns.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.mistaken_dZ1",
        draw=draw_mistaken_dZ1,
        returns=("claimed", "measured"),
        claims=(
            values("claimed is what the wrong formula gives", 1, only=("claimed",), name="claimed"),
            values("measured is the slope that nudging finds", 2, only=("measured",), name="measured"),
            untouched("parameters, cache and Y are left as they were"),
        ),
        hints=(
            "Nudge one number of Z1, compute everything after it anew, and see how the loss of that example changes.",
            "Only example 0 is needed: the first column of Z1 (all hidden units), and the first label, (1, 1).",
            "Twice: copy the column, move its first number by a step up or down, tanh, layer 2, loss. Then the "
            "difference of the two losses by two steps.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.update_parameters",
        draw=draw_update,
        may_write=True,
        claims=(
            shapes("every parameter keeps its shape"),
            values("each parameter moves by the learning rate times its gradient, downhill", 3),
            any_size("any sizes work", tags=("sizes",)),
        ),
        hints=(
            "The slope points uphill; you want to go down.",
            "A parameter and its slope have one shape, and so has the result.",
            "Parameter minus learning rate times slope, four times, into a new dictionary.",
        ),
    ),
    Exercise(
        id="one_hidden_layer.nn_model",
        answers=("utils.training.train_fast",),
        draw=draw_nn_model,
        call=trained_twice(3),
        keep=trained_shapes,
        beside=reference_training,
        claims=trainer_claims(LEARN, with_costs=False),
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
        claims=(
            shapes("the result has shape (1, m)"),
            values("1 where the probability is above 0.5, else 0", 3),
            any_size("one example is enough, and equal sizes are no problem"),
            untouched("X and the parameters are left as they were"),
        ),
        hints=(
            "First the probabilities, then a decision for each.",
            "The probabilities have shape (1, m), and so has the answer.",
            "Compare the probabilities with one half and turn the answers into 0 and 1.",
        ),
    ),
)
