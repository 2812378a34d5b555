"""Seeds that a function sets itself hold for one call only: it is seen to draw anew, as it would without them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np


class _OfOneCall(np.random.MT19937):
    """NumPy's global numbers. From the second call on, a seed gives others than before, however it was set."""

    call = 0

    def _legacy_seeding(self, seed: object) -> None:  # what np.random.seed ends in, under whatever name it was imported
        again = self.call and seed is not None
        super()._legacy_seeding([*np.ravel(seed).tolist(), self.call] if again else seed)


_OfOneCall.__name__ = np.random.MT19937.__name__  # by which NumPy tells whether a state is its own


@contextmanager
def seeds_of_one_call() -> Iterator[Callable[[], None]]:
    """Gives a function to call between two calls: a seed set from then on gives other draws. Within one call equal seeds
    give equal draws. Draws without a seed go on as they would have.
    """
    before, seed = np.random.get_bit_generator(), random.seed
    ours = _OfOneCall()
    ours.state = before.state

    def next_call() -> None:
        ours.call += 1

    def seed_of_this_call(a: object = None, version: int = 2) -> None:
        seed(f"{a!r}, call {ours.call}" if ours.call and a is not None else a, version)

    np.random.set_bit_generator(ours)
    random.seed = seed_of_this_call
    try:
        yield next_call
    finally:
        before.state = ours.state
        np.random.set_bit_generator(before)
        random.seed = seed


def draw_with(seed: int, function: Callable, *args: object) -> object:
    """What `function(*args)` returns, with NumPy's global draws begun at `seed`.

    A seed that the function sets itself does not undo it: other seeds give other draws, and the same seed the same ones.
    """
    with seeds_of_one_call() as next_call:
        np.random.seed(seed)
        for _ in range(seed + 1):
            next_call()
        return function(*args)
