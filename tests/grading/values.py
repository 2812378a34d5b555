"""Anything that a function may return, and anything that may stand in a message, for Hypothesis to draw from."""

from dataclasses import asdict

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from grader.judging.plain import Opaque, Raised

DTYPES = (
    "?", "i1", "u8", ">i4", "f2", "f4", "f8", ">f8", "g", "c8", "c16", "G", "U3", "S2", "M8[s]", "m8[D]", "O",
    [("x", "f8"), ("y", "i4")],
)  # fmt: skip
TEXTS = st.text(st.characters(), max_size=12)  # lone surrogates and control characters among them
NAMES = ("W1", "b1", "W2", "b2", "dw", "db", "w", "b", "costs", "dW1", "Z1", "A1", "da", "", "b²", "dA0", "W99")


class Odd(type):
    """Classes without a proper name."""

    __name__ = property(lambda self: "\ud800")


class Oddly(metaclass=Odd):
    pass


def arrays(shapes=None) -> st.SearchStrategy:
    """Arrays of every kind of number, and of what is none."""
    if shapes is None:
        shapes = npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=3)
    return st.builds(lambda shape, dtype, fill: _filled(shape, dtype, fill), shapes, st.sampled_from(DTYPES), st.integers(0, 6))


def _filled(shape: tuple, dtype: object, fill: int) -> np.ndarray:
    """An array with zeros, ones, noise, or some numbers that are hard to calculate with."""
    made = np.zeros(shape, dtype)
    if made.dtype.kind == "O":
        made[...] = (None, "text", 10**400, 1.5, 1j, [1], True)[fill]
    elif made.dtype.kind in "fc" and fill:
        made[...] = (0, 1, np.nan, np.inf, np.finfo(made.dtype).max, np.finfo(made.dtype).tiny, -np.inf)[fill]
    elif made.dtype.kind in "biu" and fill:
        made[...] = np.arange(made.size).reshape(shape) % (2 if fill < 3 else 5)
    return made


NUMBERS = st.one_of(
    st.integers(), st.sampled_from([10**19, 2**63, -(10**400), True]), st.floats(), st.complex_numbers()
)
LEAVES = st.one_of(
    st.none(),
    NUMBERS,
    TEXTS,
    arrays(),
    arrays().map(lambda array: array.flat[0] if array.size else array),
    st.sampled_from([Raised("TypeError", "\ud800"), Opaque("\x1b"), object(), Oddly(), b"\xff", {1, 2}]),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.lists(inner, max_size=4).map(tuple),
        st.dictionaries(st.one_of(st.sampled_from(NAMES), TEXTS, NUMBERS, st.tuples(TEXTS)), inner, max_size=4),
    ),
    max_leaves=8,
)


def deep(value: object, depth: int) -> object:
    """A value in many lists."""
    for _ in range(depth):
        value = [value]
    return value


def resembling(expected: object) -> st.SearchStrategy:
    """Values with the containers, keys and shapes of the right result, and parts of any kind: they get furthest."""
    if isinstance(expected, dict):
        some = st.sampled_from(sorted(expected)) if expected else st.nothing()
        kept = st.fixed_dictionaries({key: resembling(item) for key, item in expected.items()})
        return st.one_of(kept, st.builds(lambda made, more: made | more, kept, st.dictionaries(some | TEXTS, VALUES, max_size=2)))
    if isinstance(expected, tuple | list):
        made = st.tuples(*(resembling(item) for item in expected))
        return st.one_of(made.map(type(expected)), made.map(list), VALUES)
    if isinstance(expected, np.ndarray):
        shape = st.just(expected.shape)
        return st.one_of(arrays(shape), st.just(expected), arrays(shape).map(lambda array: array.tolist()), VALUES)
    return st.one_of(st.just(expected), VALUES)


TAGS = ["$tuple", "$pairs", "$opaque", "$raised", "$bytes", "$right", "$again", "$float64 2", "$full float64 9 9", "$"]
JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.just(10**4000), st.floats(), TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.sampled_from([*TAGS, "kind", "message", "line", "seen", "near"]) | TEXTS, inner, max_size=4),
        st.dictionaries(st.sampled_from(TAGS), inner, min_size=1, max_size=1),
    ),
    max_leaves=10,
)
SHAPES = st.lists(st.sampled_from([0, 1, 2, -1, 2**31, 2**62, 10**30, 1.0, True, None]), max_size=70) | JSON
SAID = st.sampled_from(["<f8", "<f16", "|O", "f8,f8", "(3,", "|V8", "<U3", "<M8[s]", ">c16", "|b1"]) | JSON
PACKED = st.one_of(
    JSON,
    st.fixed_dictionaries({"$bytes": st.tuples(SAID, SHAPES).map(list) | JSON}),
    st.fixed_dictionaries({"$pairs": st.lists(st.tuples(JSON, JSON).map(list), max_size=3) | JSON}),
    st.fixed_dictionaries({"$raised": st.fixed_dictionaries(dict.fromkeys(asdict(Raised("")), JSON))}),
)
