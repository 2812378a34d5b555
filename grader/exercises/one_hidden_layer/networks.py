"""Networks with one hidden layer."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from grader.exercises.inputs import count, examples
from grader.judging.drawing import Random, Sizes

# (tag, n_x, n_h, m); the sizes early, because mistakes in shapes differ there
NETWORKS = (
    ("ordinary", 3, 4, 6),
    ("sizes", 5, 1, 6),
    ("sizes", 4, 4, 4),
    ("ordinary", 2, 5, 9),
    ("ordinary", 4, 3, 5),
    ("single", 3, 4, 1),
)


def network(random: Random, n_x: int, n_h: int) -> dict[str, np.ndarray]:
    """Parameters of ordinary size: W1 (n_h, n_x), b1 (n_h, 1), W2 (1, n_h), b2 (1, 1), no zero among them."""
    shape = {"W1": (n_h, n_x), "b1": (n_h, 1), "W2": (1, n_h), "b2": (1, 1)}
    return {name: random.uniform(0.2, 1.0, size) * random.choice([-1, 1], size) for name, size in shape.items()}


def networks(random: Random, sizes: Sizes) -> Iterator[tuple[str, str, dict, np.ndarray, np.ndarray]]:
    """Tag, description, parameters, X (n_x, m) and Y (1, m) of each network."""
    for tag, *own in NETWORKS:
        n_x, n_h, m = sizes(*own)
        about = f"{count(n_x, 'input')}, {count(n_h, 'hidden unit')}, {count(m, 'example')}"
        yield tag, about, network(random, n_x, n_h), *examples(random, n_x, m)


def bent(random: Random, w: np.ndarray, b: float, X: np.ndarray) -> np.ndarray:
    """X with its first example moved so that |w·x + b| is 0.5 … 1.5: there tanh is neither straight nor level."""
    X = X.copy()
    z = random.uniform(0.5, 1.5) * random.choice([-1, 1])
    X[:, 0] += w * (z - (w @ X[:, 0] + b)) / (w @ w)
    return X
