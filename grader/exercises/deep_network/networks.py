"""Networks of any depth, and single layers, that are alive: no sum lies at ReLU's corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from grader.exercises.inputs import count, draw_labels, tries
from grader.judging.drawing import Functions, Random, Sizes

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


def network(random: Random, layer_dims: Sequence[int]) -> dict[str, np.ndarray]:
    """Parameters of ordinary size, biases included, with ReLU units that are partly on and partly off."""
    parameters = {}
    for l, (n_prev, n) in enumerate(pairwise(layer_dims), start=1):
        parameters[f"W{l}"] = random.normal(size=(n, n_prev)) * np.sqrt(2 / n_prev)
        parameters[f"b{l}"] = random.uniform(0.1, 0.6, size=(n, 1))
    return parameters


def networks(
    random: Random, functions: Functions, sizes: Sizes
) -> Iterator[tuple[str, str, dict, np.ndarray, np.ndarray]]:
    """Tag, description, parameters, X (n_x, m) and Y (1, m) of each network."""
    for tag, own, own_m in NETWORKS:
        dims, (m,) = sizes.layers(own), sizes(own_m)
        for _ in tries("a network that is alive"):
            parameters, X = network(random, dims), random.normal(size=(dims[0], m))
            if _alive(functions.L_model_forward(X, parameters)):
                break
        about = f"layer_dims {dims}, {count(m, 'example')}"
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


# (tag, n, n_prev, m), the square one early
LAYERS = (
    ("ordinary", 3, 4, 5),
    ("sizes", 4, 4, 4),
    ("ordinary", 5, 2, 6),
    ("ordinary", 2, 3, 4),
    ("single", 4, 3, 1),
    ("sizes", 1, 3, 4),
)


def _layer(random: Random, n: int, n_prev: int, m: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """A, W and b for which Z is clearly positive in places and clearly negative in others, and never near 0."""
    for _ in tries("a layer with Z on both sides of 0"):
        b = random.uniform(0.2, 0.8, size=(n, 1)) * random.choice([-1, 1], size=(n, 1))
        A, W = random.normal(size=(n_prev, m)), random.normal(size=(n, n_prev))
        Z = b + W @ A  # written the other way round than in the answer: learners have this file
        if np.max(Z) > 0.3 and np.min(Z) < -0.3 and np.min(np.abs(Z)) > NEAR:
            return A, W, b


def layers(random: Random, sizes: Sizes) -> Iterator[tuple[str, str, np.ndarray, np.ndarray, np.ndarray]]:
    """Tag, description, A (n_prev, m), W (n, n_prev) and b (n, 1) of each layer."""
    for tag, *own in LAYERS:
        n, n_prev, m = sizes(*own)
        about = f"{count(n_prev, 'input')}, {count(n, 'unit')}, {count(m, 'example')}"
        yield tag, about, *_layer(random, n, n_prev, m)


def by_activation(tag: str, activation: str) -> str:
    """Cases with tanh, of any size, are a kind of their own, so that a tanh that is missing or wrong costs its own claim only."""
    return activation if activation == "tanh" else tag
