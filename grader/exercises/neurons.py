"""Examples for one neuron: moderate sums, both labels, probabilities that are sure or near one half where it matters."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from grader.exercises.inputs import count, draw_labels, slopes
from grader.judging.drawing import Pictures, Random, Sizes
from grader.judging.exercise import Inputs

# (tag, n, m); "sure": an ordinary case with probabilities near 0 and 1
PROPAGATIONS = (
    ("sure", 3, 5),
    ("ordinary", 4, 7),
    ("ordinary", 5, 3),
    ("single", 4, 1),
    ("sizes", 1, 6),
    ("sizes", 6, 6),
)


def problem(random: Random, n: int, m: int) -> tuple[np.ndarray, float, np.ndarray, np.ndarray]:
    """Weights and examples: w (n, 1), b, X (n, m), Y (1, m) with both labels where m > 1.

    The weighted sums are moderate, |z| ≤ 2.5, so that no example outweighs the others in a cost.
    """
    w = random.uniform(0.3, 1.5, size=(n, 1)) * random.choice([-1, 1], size=(n, 1))
    b = float(random.uniform(0.3, 0.8) * random.choice([-1, 1]))
    X = random.normal(size=(n, m))
    z = w.T @ X + b
    X = moved(w, b, X, np.clip(z, -2.5, 2.5))
    return w, b, X, draw_labels(random, m)


def moved(w: np.ndarray, b: float, X: np.ndarray, z: np.ndarray) -> np.ndarray:
    """X moved along w, so that wᵀX + b is z (1, m)."""
    return X + w * ((z - (w.T @ X + b)) / np.sum(w * w))


def pushed(w: np.ndarray, b: float, X: np.ndarray) -> np.ndarray:
    """X with its first two examples moved along w until their probabilities are 1e-4 and 1 − 1e-4: a clip shows there."""
    z = w.T @ X + b
    z[0, :2] = -9.2, 9.2
    return moved(w, b, X, z)


def around_half(random: Random, w: np.ndarray, b: float, X: np.ndarray) -> np.ndarray:
    """X moved along w so that the probabilities are spread over 0.3 … 0.7, none nearer to 0.5 than 0.01."""
    m = X.shape[1]
    away = np.concatenate([random.uniform(0.05, 0.35, m // 2), random.uniform(0.45, 0.85, m - m // 2)])
    z = random.permutation(away * np.where(np.arange(m) % 2, 1, -1)).reshape(1, m)
    return moved(w, b, X, z)


def propagations(random: Random, propagate: Callable, sizes: Sizes) -> Iterator[Inputs]:
    """Cases (w, b, X, Y) of all sizes for a function that returns ({"dw", "db"}, cost), with the slope of its cost."""
    for tag, *own in PROPAGATIONS:
        n, m = sizes(*own)
        w, b, X, Y = problem(random, n, m)
        if tag == "sure":
            tag, X = "ordinary", pushed(w, b, X)
            Y[0, :2] = 1  # the first is sure and wrong, the second sure and right
        extra = slopes(lambda p: propagate(p["w"], p["b"], X, Y)[1], {"w": w, "b": b})  # noqa: B023
        yield Inputs(tag, f"{count(n, 'feature')}, {count(m, 'picture')}", (w, b, X, Y), extra)


def pictures_from(pictures: Pictures, start: int, m: int) -> tuple[np.ndarray, np.ndarray]:
    """X (192, m) and Y (1, m) of m shrunken pictures in a row, or of as many as there are."""
    chosen = slice(start, start + m)
    return pictures.X[:, chosen], pictures.Y[:, chosen]
