"""Repeatable draws: every source of random numbers that a function can reach is put back to where it was.

A learner may draw from NumPy's global numbers, from Python's `random`, or from a generator of the notebook's own.
"""

from __future__ import annotations

import inspect
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import CodeType, FunctionType

import numpy as np
from numpy.random import bit_generator

SEED = 7


@contextmanager
def repeatable(function: Callable) -> Iterator[Callable[[], None]]:
    """Gives a function to call before each call of `function`: all draws begin again. Afterwards all go on as before."""
    mine = [restorer for restorer in map(_restorer, sources(function)) if restorer]
    others = [_restorer(np.random.get_state.__self__), _restorer(random.getstate.__self__)]
    entropy = getattr(bit_generator, "randbits", None)

    def rewind() -> None:
        np.random.seed(SEED)
        random.seed(SEED)
        bit_generator.randbits = random.getrandbits  # what generators that are made without a seed begin with
        for restore in mine:
            restore()

    try:
        yield rewind
    finally:
        bit_generator.randbits = entropy
        for restore in mine + others:
            restore()


def sources(function: Callable) -> list[object]:
    """The generators that `function`, or a function it calls, has as a global name, a default or a variable around it."""
    found, waiting, seen = [], [inspect.unwrap(function)], set()
    while waiting:
        value = waiting.pop()
        value = getattr(value, "__self__", value)  # of a generator's method, as in `randn = generator.standard_normal`
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, FunctionType):
            waiting += _values(value)
        elif isinstance(value, np.random.Generator | np.random.RandomState | random.Random):
            found.append(value)
    return found


def _values(function: FunctionType) -> Iterator[object]:
    """What the names in a function's code stand for, and its defaults."""
    yield from (function.__globals__[name] for name in names_in(function.__code__) if name in function.__globals__)
    yield from function.__defaults__ or ()
    yield from (function.__kwdefaults__ or {}).values()
    for cell in function.__closure__ or ():
        with suppress(ValueError):  # a variable that has no value yet
            yield cell.cell_contents


def names_in(code: CodeType) -> Iterator[str]:
    """The global names and attributes in a function's code, and in that of functions inside it."""
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from names_in(inner)


def _restorer(source: object) -> Callable[[], None] | None:
    """A function that puts a generator back to its state of now. None: it has no state, as the system's own has none."""
    if isinstance(source, np.random.Generator):
        state = source.bit_generator.state
        return lambda: setattr(source.bit_generator, "state", state)
    if isinstance(source, np.random.RandomState):
        state = source.get_state()
        return lambda: source.set_state(state)
    if isinstance(source, random.SystemRandom):
        return None
    state = source.getstate()
    return lambda: source.setstate(state)
