"""A stopwatch for the speed demonstrations: it repeats short work, and leaves out what other programs do meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable

from threadpoolctl import threadpool_limits

LEAST = 0.005  # seconds of one measurement: far more than any clock's smallest step
MOST_TURNS = 2**20


def milliseconds(work: Callable[[], object], runs: int = 7) -> float:
    """How long one call of `work()` takes, in milliseconds: the shortest of several measurements. Always above 0.

    Other programs can make a measurement longer, but never shorter. Each one is of as many calls as take 5 ms together,
    so a coarse clock is good enough. NumPy computes in one thread meanwhile: with several, a product of medium size can
    take longer than a loop as soon as another program is busy.
    """
    with threadpool_limits(1, user_api="blas"):
        turns = 1
        while (seconds := _seconds(work, turns)) < LEAST and turns < MOST_TURNS:
            turns *= 2
        shortest = min([seconds, *(_seconds(work, turns) for _ in range(runs - 1))])
    return 1000 * max(shortest, 1e-9) / turns


def _seconds(work: Callable[[], object], turns: int) -> float:
    start = time.perf_counter()
    for _ in range(turns):
        work()
    return time.perf_counter() - start
