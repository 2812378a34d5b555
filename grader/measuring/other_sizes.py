"""Cases of other sizes than the exercises' own: what is equal on them is equal for more than the sizes of the checks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from grader.judging.drawing import Sizes

SMALL = 10  # from this size on a case needs about as many as it has, to tell mistakes from chance


class OtherSizes(Sizes):
    """Sizes drawn from a seed, near the exercise's own. Equal sizes stay equal, and a 1 stays 1: that is what they are for."""

    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)

    def __call__(self, *own: int) -> tuple[int, ...]:
        drawn = {size: self._near(size) for size in dict.fromkeys(own)}
        return tuple(drawn[size] for size in own)

    def layers(self, own: Sequence[int]) -> list[int]:
        """One hidden layer is left out, kept or doubled."""
        first, *hidden, last = self(*own)
        if hidden:
            place = int(self.random.integers(len(hidden)))
            hidden[place : place + 1] = [hidden[place]] * int(self.random.integers(3))
        return [first, *hidden, last]

    def _near(self, size: int) -> int:
        if size == 1:
            return 1
        lowest, highest = (2, size + 3) if size < SMALL else (size * 3 // 4, size * 2)
        return int(self.random.integers(lowest, highest + 1))
