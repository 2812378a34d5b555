"""Consistent inputs for cases: labels of both kinds, probabilities near 0 and 1, none at the threshold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import numpy as np

from grader.judging.case import CERTAIN
from grader.judging.drawing import Random, Sizes
from grader.judging.errors import CourseError
from grader.judging.exercise import Inputs
from utils.gradient_check import numeric_gradient

TRIES = 2000  # in 1000 seeds nothing took more than 300


def tries(what: str) -> Iterator[int]:
    """Numbers to count tries with. CourseError after so many that no further one is likely to succeed."""
    yield from range(TRIES)
    raise CourseError(f"{what}: none was found in {TRIES} tries. Ask for something that is drawn more often.")


def count(number: int, noun: str) -> str:
    """ "1 example", "3 examples"."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def draw_labels(random: Random, m: int) -> np.ndarray:
    """Y (1, m) of 0 and 1, both there where m > 1."""
    return random.permutation(np.arange(m) % 2).reshape(1, m) if m > 1 else np.array([[1]])


def examples(random: Random, n_x: int, m: int, spread: float = 1) -> tuple[np.ndarray, np.ndarray]:
    """X (n_x, m), normal numbers with this spread, and Y (1, m) of both labels where m > 1."""
    return random.normal(size=(n_x, m)) * spread, draw_labels(random, m)


def sure_probabilities(random: Random, m: int) -> np.ndarray:
    """A (1, m) in 0.1 … 0.9; from four examples on, one is 1e-4 and one 1 − 1e-4, where a clip shows."""
    A = random.uniform(0.1, 0.9, size=(1, m))
    if m >= 4:
        A[0, random.permutation(m)[:2]] = 1e-4, 1 - 1e-4
    return A


def cost_cases(random: Random, sizes: Sizes, own: tuple[int, ...]) -> Iterator[tuple[str, str, np.ndarray, np.ndarray]]:
    """Tag, description, A (1, m) and Y (1, m) of as many cases for a cost as there are sizes m."""
    for own_m in own:
        (m,) = sizes(own_m)
        tag = "single" if m == 1 else "ordinary"
        yield tag, count(m, "example"), sure_probabilities(random, m), draw_labels(random, m)


def certain(spare: tuple) -> Inputs:
    """A case (A, Y) for a cost, with probabilities of exactly 1 and 0."""
    return Inputs(
        CERTAIN, "probabilities of 0 and 1", (np.array([[1.0, 0.0, 0.6]]), np.array([[1, 0, 1]])), spare=spare
    )


def slopes(cost: Callable[[dict], float], parameters: Mapping[str, np.ndarray | float]) -> dict[str, dict]:
    """What `claims.slope` compares with: the numeric slope of the cost along each parameter, under its name with a d."""
    return {"slope": {"d" + name: slope for name, slope in numeric_gradient(cost, parameters).items()}}


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
