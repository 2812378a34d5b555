"""Cases of other sizes and choices than the exercises' own: what is right on them is right for more than the public cases."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np

from grader.judging.drawing import Sizes

SMALL = 10  # from this size on a case needs as many as it has, to tell mistakes from chance


class OtherChoices(Sizes):
    """The exercise's own sizes; numbers and patterns that it has chosen are drawn."""

    def value(self, own: object, draw: Callable[[], object]) -> object:
        return draw()


class OtherSizes(OtherChoices):
    """Sizes drawn from a seed, near the exercise's own. Equal sizes stay equal, different ones stay different, and a 1 stays 1:
    that is what they are for. A network keeps its number of layers.
    """

    def __init__(self, seed: int) -> None:
        self.random = np.random.default_rng(seed)

    def __call__(self, *own: int) -> tuple[int, ...]:
        drawn: dict[int, int] = {}
        for size in sorted(set(own)):  # from the smallest on there is always a size left
            drawn[size] = self._near(size, drawn.values())
        return tuple(drawn[size] for size in own)

    def layers(self, own: Sequence[int]) -> list[int]:
        return list(self(*own))

    def _near(self, size: int, taken: Collection[int]) -> int:
        if size == 1:
            return 1
        lowest, highest = (2, size + 3) if size < SMALL else (size, size * 2)
        return int(self.random.choice([other for other in range(lowest, highest + 1) if other not in taken]))


class OtherDepths(OtherSizes):
    """Other sizes, and networks of another depth."""

    def layers(self, own: Sequence[int]) -> list[int]:
        """One hidden layer is left out, kept or doubled."""
        first, *hidden, last = self(*own)
        if hidden:
            place = int(self.random.integers(len(hidden)))
            hidden[place : place + 1] = [hidden[place]] * int(self.random.integers(3))
        return [first, *hidden, last]
