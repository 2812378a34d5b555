"""Memory that `np.empty` reserves, filled with one known number: what is left of it in a result was never set.

Otherwise a function that forgets to set it would be right or wrong by chance.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

import numpy as np

UNFILLED = 7.7e33  # float32 holds it, too
FILLED = (np.float64, np.float32)
MAKERS = ("empty", "empty_like")


def holds_unfilled(array: np.ndarray) -> bool:
    """Whether numbers of the array come from memory that was never set."""
    return array.dtype in FILLED and bool(np.any(array == array.dtype.type(UNFILLED)))


@contextlib.contextmanager
def marked() -> Iterator[None]:
    """Meanwhile `np.empty` and `np.empty_like` fill arrays of floating-point numbers with UNFILLED."""
    makers = {name: getattr(np, name) for name in MAKERS}
    try:
        for name, maker in makers.items():
            setattr(np, name, _filling(maker))
        yield
    finally:
        for name, maker in makers.items():
            setattr(np, name, maker)


def _filling(maker: Callable) -> Callable:
    def filled(*args: object, **kwargs: object) -> np.ndarray:
        array = maker(*args, **kwargs)
        if array.dtype in FILLED:
            array.fill(UNFILLED)
        return array

    return filled
