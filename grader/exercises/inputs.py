"""Consistent inputs for cases: labels of both kinds, probabilities near 0 and 1, none at the threshold."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from grader.judging.case import CERTAIN
from grader.judging.errors import CourseError
from grader.judging.exercise import Inputs
from utils.gradient_check import numeric_gradient

Random = np.random.Generator

TRIES = 2000  # in 1000 seeds nothing took more than 300

# (tag, n, m); "sure": an ordinary case with probabilities near 0 and 1
SIZES = (("sure", 3, 5), ("ordinary", 4, 7), ("ordinary", 5, 3), ("single", 4, 1), ("sizes", 1, 6), ("sizes", 6, 6))


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


def propagations(random: Random, propagate: Callable) -> Iterator[Inputs]:
    """Cases (w, b, X, Y) of all sizes for a function that returns ({"dw", "db"}, cost), with the slope of its cost."""
    for tag, n, m in SIZES:
        w, b, X, Y = problem(random, n, m)
        if tag == "sure":
            tag, X = "ordinary", pushed(w, b, X)
            Y[0, :2] = 1  # the first is sure and wrong, the second sure and right
        numeric = numeric_gradient(lambda p: propagate(p["w"], p["b"], X, Y)[1], {"w": w, "b": b})  # noqa: B023
        extra = {"slope": {"dw": numeric["w"], "db": numeric["b"]}}
        yield Inputs(tag, f"{count(n, 'feature')}, {count(m, 'picture')}", (w, b, X, Y), extra)


def tries(what: str) -> Iterator[int]:
    """Numbers to count tries with. RuntimeError after so many that no further one is likely to succeed."""
    yield from range(TRIES)
    raise CourseError(f"{what}: none was found in {TRIES} tries. Ask for something that is drawn more often.")


def count(number: int, noun: str) -> str:
    """ "1 example", "3 examples"."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def draw_labels(random: Random, m: int) -> np.ndarray:
    """Y (1, m) of 0 and 1, both there where m > 1."""
    return random.permutation(np.arange(m) % 2).reshape(1, m) if m > 1 else np.array([[1]])


def sure_probabilities(random: Random, m: int) -> np.ndarray:
    """A (1, m) in 0.1 … 0.9; from four examples on, one is 1e-4 and one 1 − 1e-4, where a clip shows."""
    A = random.uniform(0.1, 0.9, size=(1, m))
    if m >= 4:
        A[0, random.permutation(m)[:2]] = 1e-4, 1 - 1e-4
    return A


def certain(spare: tuple) -> Inputs:
    """A case (A, Y) for a cost, with probabilities of exactly 1 and 0."""
    return Inputs(
        CERTAIN, "probabilities of 0 and 1", (np.array([[1.0, 0.0, 0.6]]), np.array([[1, 0, 1]])), spare=spare
    )


def beginning_with(answer: bool, X: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    """X with its first example and another swapped, if need be, so that it begins with a yes or a no, as `answer` says."""
    X, wanted = X.copy(), np.flatnonzero((probabilities[0] > 0.5) == answer)
    X[:, [0, wanted[0]]] = X[:, [wanted[0], 0]]
    return X


def away_from_half(random: Random, n_x: int, m: int, probabilities: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """X (n_x, m) for which no probability lies within 0.01 of one half.

    From 30 examples on a fifth on each side lies near it, within 0.09, where a wrong threshold shows, and, where
    the network ever gives such, three lie in 0.602 … 0.62: they tell the threshold 0.6 from one of 0.5 on the
    weighted sum, which is 0.622 for the probability.
    """
    for _ in tries("examples on both sides of one half"):
        pool = random.normal(size=(n_x, 100 * m)) * 0.7
        A = probabilities(pool)[0]
        off = np.abs(A - 0.5)
        high, low = (np.flatnonzero((off > 0.01) & (side > 0)) for side in (A - 0.5, 0.5 - A))
        near = [side[off[side] < 0.09] for side in (high, low)]
        between = np.flatnonzero((A > 0.602) & (A < 0.62))[:3]
        if m < 30 and len(high) + len(low) >= m:
            return pool[:, random.permutation(np.concatenate([high, low]))[:m]]
        if min(map(len, near)) >= m // 5 and min(len(high), len(low)) >= m // 4:
            sides = near[0][: m // 5], near[1][: m // 5], high[-(m // 4) :], low[-(m // 4) :]
            chosen = np.concatenate([between, *sides])
            rest = random.permutation(np.concatenate([high, low]))[: m - len(chosen)]
            return pool[:, random.permutation(np.concatenate([chosen, rest]))]
