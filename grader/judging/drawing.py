"""What the cases of an exercise are drawn from: random numbers, the reference's functions, pictures, and sizes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace

import numpy as np

Random = np.random.Generator
Functions = SimpleNamespace  # the reference's functions of the exercise's notebook
Pictures = SimpleNamespace  # shrunken: X (192, 209) in 0..1, Y (1, 209)


class Sizes:
    """How large the arrays of a case are: as large as the exercise says.

    Whoever draws a case asks for each size that the exercise leaves free, `n, m = sizes(3, 5)`. Other cases of the same
    kinds come from another class of sizes: within one call equal sizes stay equal there, and a size of 1 stays 1.
    """

    def __call__(self, *own: int) -> tuple[int, ...]:
        return own

    def layers(self, own: Sequence[int]) -> list[int]:
        """The sizes of a network's layers, input and output included. Here the number of layers is free as well."""
        return list(own)

    def value(self, own: object, draw: Callable[[], object]) -> object:
        """A number or a pattern that the exercise has chosen. Other cases have what `draw` gives in its place."""
        return own
