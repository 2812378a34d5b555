"""The exercises of the notebook `deep_network`: what is claimed of each function, and on what it is tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from types import SimpleNamespace

import numpy as np

from grader.exercises.inputs import (
    away_from_half,
    beginning_with,
    certain,
    count,
    draw_labels,
    sure_probabilities,
    tries,
)
from grader.judging.claims import any_size, each, shapes, slope, training, untouched, values
from grader.judging.exercise import Claim, Exercise, Finding, Inputs, Outcome
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
from grader.judging.values import describe, same
from utils.gradient_check import numeric_gradient

Random = np.random.Generator
Functions = SimpleNamespace
ACTIVATIONS = ("sigmoid", "relu", "tanh")
NEAR = 0.02  # no Z lies nearer to 0: there the slope of ReLU jumps, and float32 has few right digits

# (tag, layer_dims, m): L from 1 to 5, equal and unequal sizes, one example.
# Equal sizes come early, as the results of a mistake are kept in the first cases only. There mistakes in shapes differ.
NETWORKS = (
    ("ordinary", (4, 3, 1), 6),
    ("ordinary", (3, 5, 4, 1), 7),
    ("sizes", (3, 3, 3, 3, 1), 3),
    ("sizes", (4, 1), 6),
    ("ordinary", (5, 4, 3, 2, 1), 5),
    ("single", (3, 4, 1), 1),
    ("sizes", (2, 4, 3, 4, 3, 1), 5),
)


def network(random: Random, layer_dims: tuple[int, ...]) -> dict[str, np.ndarray]:
    """Parameters of ordinary size, biases included, with ReLU units that are partly on and partly off."""
    parameters = {}
    for l in range(1, len(layer_dims)):
        n, n_prev = layer_dims[l], layer_dims[l - 1]
        parameters[f"W{l}"] = random.normal(size=(n, n_prev)) * np.sqrt(2 / n_prev)
        parameters[f"b{l}"] = random.uniform(0.1, 0.6, size=(n, 1))
    return parameters


def _networks(random: Random, functions: Functions) -> Iterator[tuple[str, str, dict, np.ndarray, np.ndarray]]:
    for tag, dims, m in NETWORKS:
        for _ in tries("a network that is alive"):
            parameters, X = network(random, dims), random.normal(size=(dims[0], m))
            if _alive(functions.L_model_forward(X, parameters)):
                break
        about = f"layer_dims {list(dims)}, {count(m, 'example')}"
        yield tag, about, parameters, X, draw_labels(random, m)


def _alive(forward: tuple) -> bool:
    """Every layer has a Z above 0 and one below, no output is sure, and no Z lies at the kink."""
    AL, caches = forward
    Z = [cache[1] for cache in caches]
    return (
        all(np.any(z > 0) and np.any(z < 0) for z in Z if z.size > 1)
        and all(np.any(z > 0) for z in Z[:-1])
        and all(np.min(np.abs(z)) > NEAR for z in Z)
        and bool(np.all(np.abs(AL - 0.5) < 0.45))
    )


def _layer(random: Random, n: int, n_prev: int, m: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A, W and b for which Z is clearly positive in places and clearly negative in others, and never near 0."""
    for _ in tries("a layer with Z on both sides of 0"):
        b = random.uniform(0.2, 0.8, size=(n, 1)) * random.choice([-1, 1], size=(n, 1))
        A, W = random.normal(size=(n_prev, m)), random.normal(size=(n, n_prev))
        Z = W @ A + b
        if np.max(Z) > 0.3 and np.min(Z) < -0.3 and np.min(np.abs(Z)) > NEAR:
            return A, W, b


# (tag, n, n_prev, m), the square one early
LAYERS = (
    ("ordinary", 3, 4, 5),
    ("sizes", 4, 4, 4),
    ("ordinary", 5, 2, 6),
    ("ordinary", 2, 3, 4),
    ("single", 4, 3, 1),
    ("sizes", 1, 3, 4),
)


def _layers(random: Random) -> Iterator[tuple[str, str, np.ndarray, np.ndarray, np.ndarray]]:
    for tag, n, n_prev, m in LAYERS:
        about = f"{count(n_prev, 'input')}, {count(n, 'unit')}, {count(m, 'example')}"
        yield tag, about, *_layer(random, n, n_prev, m)


def draw_network_shapes(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, dims, m in (
        ("ordinary", [4, 3, 2], 7),
        ("ordinary", [12288, 20, 7, 5, 1], 209),
        ("ordinary", [2, 5, 6, 1], 3),
        ("single", [3, 2, 1], 1),
        ("sizes", [6, 1], 4),
        ("sizes", [3, 3, 3], 3),
    ):
        yield Inputs(tag, f"layer_dims {dims}, m = {m}", (dims, m))


def draw_initialize(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, dims in (
        ("ordinary", [5, 4, 3, 1]),
        ("ordinary", [3, 6, 2]),
        ("large", [400, 60, 50]),
        ("sizes", [4, 1]),
        ("sizes", [3, 3, 3, 3, 3, 2]),
    ):
        yield Inputs(tag, f"layer_dims {dims}", (dims,))


def draw_linear_forward(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, about, A, W, b in _layers(random):
        yield Inputs(tag, about, (A, W, b))


def draw_activation_forward(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, about, A, W, b in _layers(random):
        for activation in ACTIVATIONS:
            yield Inputs(_by_activation(tag, activation), f"{activation}, {about}", (A, W, b, activation))


def _by_activation(tag: str, activation: str) -> str:
    """Ordinary cases are told apart by their activation, so that one that is missing costs its own claim only."""
    return activation if tag == "ordinary" and activation == "tanh" else tag


def draw_model_forward(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, about, parameters, X, _ in _networks(random, functions):
        yield Inputs(tag, about, (X, parameters))
    chosen = random.integers(0, 209, 6)
    yield Inputs("pictures", "6 shrunken pictures", (pictures.X[:, chosen], network(random, (192, 4, 3, 1))))


def draw_cost(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, m in (("ordinary", 8), ("ordinary", 5), ("ordinary", 3), ("ordinary", 2), ("single", 1)):
        AL, Y = sure_probabilities(random, m), draw_labels(random, m)
        Y[AL < 0.001] = 1  # sure and wrong: there a clip shows most
        spare = (network(random, (2, 3, 1)),)
        yield Inputs(tag, count(m, "example"), (AL, Y), spare=spare)
    yield certain(spare)


def draw_linear_backward(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, about, A, W, b in _layers(random):
        dZ = random.normal(size=(len(W), A.shape[1]))
        yield Inputs(tag, about, (dZ, (A, W, b)))


def draw_activation_backward(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, about, A, W, b in _layers(random):
        for activation in ACTIVATIONS:
            cache = functions.linear_activation_forward(A, W, b, activation)[1]
            dA = _of_other_signs(random, W @ A + b)
            yield Inputs(_by_activation(tag, activation), f"{activation}, {about}", (dA, cache, activation))


def _of_other_signs(random: Random, Z: np.ndarray) -> np.ndarray:
    """Slopes dA that are above 0 where Z is below, and the other way round: or ReLU of dA could be ReLU's backward step."""
    for _ in tries("slopes of other signs than Z"):
        dA = random.normal(size=Z.shape)
        if np.any((dA > 0) & (Z < 0)) and np.any((dA < 0) & (Z > 0)):
            return dA


def draw_tanh_mistake(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    """Mostly the wrong slope is the smaller one, as it is near 0. Far from 0 it is the larger one."""
    for shape in ((2, 3), (1, 4), (3, 2), (5,)):
        z = random.uniform(0.7, 2.0, shape)
        z.flat[random.integers(z.size)] = random.uniform(0.3, 0.5)
        yield Inputs("ordinary", f"an array {shape}", (z * random.choice([-1, 1], shape),))
    far = random.permutation([1.9, *random.uniform(2.3, 2.7, 3)]).reshape(2, 2)
    yield Inputs("ordinary", "an array (2, 2), far from 0", (far * random.choice([-1, 1], (2, 2)),))


def draw_model_backward(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    def slopes(parameters: dict, X: np.ndarray, Y: np.ndarray) -> dict:
        def cost(nudged: dict) -> float:
            return functions.compute_cost(functions.L_model_forward(X, nudged)[0], Y)

        return {"slope": {"d" + name: value for name, value in numeric_gradient(cost, parameters).items()}}

    for tag, about, parameters, X, Y in _networks(random, functions):
        AL, caches = functions.L_model_forward(X, parameters)
        yield Inputs(tag, about, (AL, Y, caches), slopes(parameters, X, Y))


def draw_update(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for (tag, dims, _), rate in zip(NETWORKS, (0.5, 0.0075, 0.1, 0.3, 0.2, 1.2, 0.05), strict=True):
        if tag != "single":
            grads = {"d" + name: array for name, array in network(random, dims).items()}
            yield Inputs(tag, f"layer_dims {list(dims)}, learning rate {rate}", (network(random, dims), grads, rate))


def draw_training(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, dims, m, rate, steps in (
        ("ordinary", [3, 4, 1], 12, 0.1, 201),
        ("ordinary", [4, 5, 3, 1], 16, 0.05, 40),
        ("single", [3, 4, 1], 1, 0.1, 20),
        ("sizes", [4, 1], 4, 0.1, 301),
        ("sizes", [3, 3, 3, 3, 1], 6, 0.05, 30),
    ):
        X, Y = random.normal(size=(dims[0], m)), draw_labels(random, m)
        yield Inputs(tag, f"layer_dims {dims}, {count(steps, 'iteration')}", (X, Y, dims, rate, steps))


def draw_predict(random: Random, functions: Functions, pictures: SimpleNamespace) -> Iterable[Inputs]:
    for tag, dims, m, first in (
        ("ordinary", (3, 4, 1), 40, False),
        ("ordinary", (4, 5, 3, 1), 50, True),
        ("single", (3, 4, 1), 1, None),
        ("sizes", (5, 1), 30, False),
        ("sizes", (3, 3, 3, 3, 1), 3, None),
    ):
        parameters, X = _deciding(random, functions, dims, m)
        if first is not None:  # the answers begin with a no and with a yes: the first one for all is seen
            X = beginning_with(first, X, functions.L_model_forward(X, parameters)[0])
        yield Inputs(tag, f"layer_dims {list(dims)}, {count(m, 'example')}", (X, parameters))


def _deciding(random: Random, functions: Functions, dims: tuple[int, ...], m: int) -> tuple[dict, np.ndarray]:
    """A network that says yes to some examples and no to others, and the examples. It is made so by its last bias."""
    last = f"b{len(dims) - 1}"
    for _ in tries("a network that says yes and no"):
        parameters, X = network(random, dims), random.normal(size=(dims[0], 200))
        parameters[last] -= np.median(functions.L_model_forward(X, parameters)[1][-1][1])
        AL = functions.L_model_forward(X, parameters)[0]
        if min(np.sum(AL > 0.52), np.sum(AL < 0.48)) <= 60 or abs(parameters[last][0, 0]) <= 0.2:
            continue
        X = away_from_half(random, dims[0], m, lambda X: functions.L_model_forward(X, parameters)[0])  # noqa: B023
        AL = functions.L_model_forward(X, parameters)[0]
        if m <= 10 or np.any((np.mean(AL) < AL) != (AL > 0.5)):  # the mean is no threshold
            return parameters, X


def without_activations(function: Callable, *args: object) -> object:
    """How the way back is called: the slopes of weights and biases decide, whatever those of activations are called."""
    grads = function(*args)
    return {key: slope for key, slope in grads.items() if key[:2] != "dA"} if isinstance(grads, dict) else grads


def no_further_layers() -> Claim:
    """The table has nothing for a layer that is not there."""

    def check(outcome: Outcome) -> Finding | None:
        found = outcome.seen.got if isinstance(outcome.seen.got, dict) else {}
        surplus = [key for key in found if key[:1] in "WbZA" and key[1:].isdigit() and key not in outcome.case.expected]
        if not surplus:
            return None
        message = f'There is no "{surplus[0]}": the input is layer 0 and computes nothing, and the last layer is L.'
        return Finding(message, "no such key", f"the key {surplus[0]}", outcome.case.about, "input-counted-as-a-layer")

    return each("layers", "only the layers 1 to L have W, b and Z", 1, ("ordinary", "sizes"), check)


def layers_that_differ() -> Claim:
    """No two layers of one size start with the same weights."""

    def check(outcome: Outcome) -> Finding | None:
        first = outcome.seen.got[0]
        if not isinstance(first, dict):
            return Finding("It should return a dictionary.", "a dictionary", describe(first), outcome.case.about)
        by_bytes = {}
        for key in outcome.case.expected[0]:
            weights = np.asarray(first.get(key))
            if key.startswith("W") and weights.size > 1:
                twin = by_bytes.setdefault((weights.shape, weights.tobytes()), key)
                if twin != key:
                    message = f"{twin} and {key} hold the same numbers: is a seed set anew for every layer?"
                    return Finding(message, "numbers that differ", describe(weights), outcome.case.about, SAME_SEED)
        return None

    return each("layers", "no two layers start alike", 1, ("sizes",), check)


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


OLDER_CACHES = "caches-kept-between-calls"
SAME_SEED = "same-seed-for-every-layer"
LEARN = Recipe("relu", lambda args: (args[0], args[1], args[3], args[4]))

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
        id="deep_network.compute_cost",
        draw=draw_cost,
        claims=(
            shapes("the cost is one number"),
            values("it is the mean cross-entropy", 3),
            any_size("one example is enough", tags=("single",)),
            untouched("AL and Y are left as they were"),
        ),
        hints=(
            "For each example only the probability given to the right answer counts.",
            "AL and Y have one shape, (1, m). The cost is one number.",
            "Minus the mean of the logarithms of these probabilities.",
        ),
    ),
    Exercise(
        id="deep_network.linear_backward",
        draw=draw_linear_backward,
        returns=("dA_prev", "dW", "db"),
        claims=(
            shapes("dA_prev, dW and db have the shapes of A_prev, W and b"),
            values("dA_prev is right", 1, only=("dA_prev",), name="dA_prev"),
            values("dW is right", 2, only=("dW",), name="dW"),
            values("db is right", 1, only=("db",), name="db"),
            any_size("one example, one unit, equal sizes: all work"),
            untouched("dZ and the cache are left as they were"),
        ),
        hints=(
            "Three slopes come from one dZ: along the weights, along the bias, along what came in.",
            "dW (n, n_prev) is made of dZ (n, m) and A_prev (n_prev, m). dA_prev (n_prev, m) is made of W and dZ.",
            "dW and db are means over the examples. dA_prev is not: it belongs to each example by itself.",
        ),
    ),
    Exercise(
        id="deep_network.tanh_mistake",
        draw=draw_tanh_mistake,
        claims=(values("it is the largest distance between the wrong slope and the right one", 2),),
        hints=(
            "Two arrays of slopes, one by the wrong formula, one by the right one.",
            "Both have the shape of Z. The result is one number.",
            "Take the absolute value of the difference, and its largest entry.",
        ),
    ),
    Exercise(
        id="deep_network.linear_activation_backward",
        draw=draw_activation_backward,
        returns=("dA_prev", "dW", "db"),
        claims=(
            shapes("dA_prev, dW and db have the shapes of A_prev, W and b"),
            values("all three are right with sigmoid and ReLU", 3),
            values("all three are right with tanh", 1, name="tanh", tags=("tanh",), opens=False),
            any_size("one example, one unit, equal sizes: all work"),
            untouched("dA and the cache are left as they were"),
        ),
        hints=(
            "Backwards the order is turned: first through the activation, then through the linear half.",
            "The activation's backward takes dA and its own cache, and gives dZ of the same shape.",
            "Take the pair of caches apart. Give each half the one that is its own.",
        ),
    ),
    Exercise(
        id="deep_network.L_model_backward",
        draw=draw_model_backward,
        call=without_activations,
        claims=(
            shapes("every dW and db is there and has the shape of its W or b"),
            values("dW and db are right in every layer", 4),
            slope("every gradient is the slope of the cost", part=""),
            any_size("1 to 5 layers, one example, equal sizes: all work"),
            untouched("AL, Y and the caches are left as they were"),
        ),
        hints=(
            "Begin at the output. What a layer gives for its input is what the layer below gets for its output.",
            "There are L caches. The one of layer l stands at place l − 1, and so does layer 1's at place 0.",
            "For the output layer dZ is prediction minus label. Then go down from layer L − 1 to layer 1 with ReLU.",
        ),
    ),
    Exercise(
        id="deep_network.update_parameters",
        draw=draw_update,
        may_write=True,
        claims=(
            shapes("every parameter keeps its shape"),
            values("each parameter moves by the learning rate times its gradient, downhill", 3),
            any_size("any number of layers works", tags=("sizes",)),
        ),
        hints=(
            "The gradient points uphill.",
            "There are two parameters for each layer, and the name of a gradient is the parameter's with a d in front.",
            "Parameter minus learning rate times gradient, for every name there is, in a new dictionary.",
        ),
    ),
    Exercise(
        id="deep_network.L_layer_model",
        answers=("utils.training.train_fast",),
        draw=draw_training,
        call=trained_twice(4),
        keep=trained_shapes,
        beside=reference_training,
        claims=trainer_claims(LEARN, with_costs=True),
        hints=(
            "You have written every part. This function calls them in the right order, again and again.",
            "parameters go through the loop and are replaced in each round. costs grows every 100th round.",
            "Forward, cost, backward, update. Keep the cost before the update, when the iteration divides by 100.",
        ),
    ),
    Exercise(
        id="deep_network.predict",
        draw=draw_predict,
        claims=(
            shapes("the result has shape (1, m)"),
            values("1 where the probability is above 0.5, else 0", 3),
            any_size("one example is enough, and any number of layers works"),
            untouched("X and the parameters are left as they were"),
        ),
        hints=(
            "First the probabilities, then a decision for each.",
            "The probabilities have shape (1, m), and so has the answer.",
            "Compare the probabilities with one half.",
        ),
    ),
)
