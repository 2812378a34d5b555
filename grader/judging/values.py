"""Compare plain values, expected and got, and describe them.

The tolerances of the whole grader stand here. They follow from what must be told apart:
right in float32, after 200 steps of training, or with a fudge of 1e-8 inside a logarithm (off by at most 1e-4 relative):
accepted; probabilities clipped at 0.001, one example forgotten, a factor m/(m − 1): rejected.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isfinite

import numpy as np

from grader.judging.plain import MAX_WHOLE, Opaque, Raised

RELATIVE = 1e-4  # of the expected number itself
OF_LARGEST = 1e-5  # of the largest expected number in the same array
ABSOLUTE = 1e-7  # where zero is expected, or a sum that cancels: in float32 it is off by as much
NUMBERS = "biufc"  # NumPy's kinds of numbers, truth values among them
SHOWN = 24  # parts of a list or dict that are told
MOST_KEYS = 200  # among which a similar one is searched


@dataclass(frozen=True)
class Leaf:
    """One place in a result where an array or a number is expected, and what is there."""

    path: str
    expected: np.ndarray
    got: object


@dataclass(frozen=True)
class Misfit:
    """A place where the containers already differ: a key is missing, a tuple has another length."""

    path: str
    expected: str
    got: str


def is_number(value: object) -> bool:
    """True for a Python or NumPy number and a 0-d array of one. NumPy has no whole numbers beyond MAX_WHOLE."""
    if isinstance(value, int):
        return abs(value) <= MAX_WHOLE
    return isinstance(value, float | complex) or (_is_numeric(value) and value.ndim == 0)


def _is_numeric(value: object) -> bool:
    return isinstance(value, np.ndarray) and value.dtype.kind in NUMBERS


def as_array(value: object) -> np.ndarray | None:
    """The numbers of `value` as an array, None where there are none. A list of numbers counts."""
    if isinstance(value, list | tuple):
        try:
            array = np.array([as_array(item) for item in value])
        except ValueError:  # ragged
            return None
    else:
        array = np.asarray(value) if is_number(value) else value
    return array if _is_numeric(array) else None


def _all_numbers(value: object) -> bool:
    return isinstance(value, list) and all(is_number(item) for item in value)


def walk(expected: object, got: object, path: str = "", names: tuple[str, ...] = ()) -> Iterator[Leaf | Misfit]:
    """Go through an expected result and what was got side by side. Keys that are not expected are passed over.

    names: what the parts of a tuple are called, for the paths.
    """
    if isinstance(expected, dict):
        yield from _walk_dict(expected, got, path)
    elif isinstance(expected, tuple) or (isinstance(expected, list) and not _all_numbers(expected)):
        yield from _walk_sequence(expected, got, path, names)
    elif expected is None or isinstance(expected, str):
        if type(got) is not type(expected) or got != expected:
            yield Misfit(path, describe(expected), describe(got))
    elif isinstance(expected, Opaque):
        if not isinstance(got, Opaque) or got != expected:  # an array would compare place by place
            yield Misfit(path, describe(expected), describe(got))
    else:
        yield Leaf(path, as_array(expected), got)


def _walk_dict(expected: dict, got: object, path: str) -> Iterator[Leaf | Misfit]:
    if not isinstance(got, dict):
        yield Misfit(path, f"a dictionary with the keys {', '.join(expected)}", describe(got))
        return
    for key, item in expected.items():
        place = f'{path}["{key}"]' if path else key
        if key in got:
            yield from walk(item, got[key], place)
        else:
            near = _near(key, [surplus for surplus in map(str, got) if surplus not in expected][:MOST_KEYS])
            keys = _joined(got) if got else "no key at all"
            yield Misfit(place, f'the key "{key}"', f"keys: {keys}" + (f' (should "{near}" be "{key}"?)' if near else ""))


def _near(key: str, surplus: list[str]) -> str:
    """The one of the keys that nobody asked for that is most like a missing one, "" where none is. Capitals do not count."""
    by_small = {other.lower(): other for other in reversed(surplus)}
    return next((by_small[one] for one in difflib.get_close_matches(key.lower(), by_small, n=1, cutoff=0.5)), "")


def _walk_sequence(expected: tuple | list, got: object, path: str, names: tuple[str, ...]) -> Iterator[Leaf | Misfit]:
    if not isinstance(got, tuple | list) or len(got) != len(expected):
        wanted = f"{len(expected)} values" + (f" ({', '.join(names)})" if names else "")
        yield Misfit(path, wanted, describe(got))
        return
    for index, (left, right) in enumerate(zip(expected, got, strict=True)):
        name = names[index] if names else f"{path}[{index}]" if path else f"value {index + 1}"
        yield from walk(left, right, name)


def shape_of(value: object) -> tuple[int, ...] | None:
    """The shape of an array or number; None for anything else (a list has no shape)."""
    return value.shape if isinstance(value, np.ndarray) else () if is_number(value) else None


def close(expected: np.ndarray, got: object) -> bool:
    """Equal within the tolerances, whatever axes of length 1 there are. Nothing is close to nan or infinity."""
    array = as_array(got)
    if array is None or array.dtype.kind == "c":
        return False
    left, right = expected.squeeze().astype(float), array.squeeze().astype(float)
    if left.shape != right.shape:
        return False
    if left.size == 0:
        return True
    if left.size == 1:
        return _close_numbers(left.item(), right.item())
    sizes = abs(left)
    largest = sizes.max()
    if not isfinite(largest):
        return False
    allowed = RELATIVE * sizes + (OF_LARGEST * largest + ABSOLUTE)
    with np.errstate(all="ignore"):
        return bool((abs(left - right) <= allowed).all())


def _close_numbers(left: float, right: float) -> bool:
    return isfinite(left) and abs(left - right) <= (RELATIVE + OF_LARGEST) * abs(left) + ABSOLUTE


def right_shape(leaf: Leaf) -> bool:
    """True where the shape is the expected one; a list of numbers or a 1-d array does for an expected list."""
    shape = shape_of(leaf.got)
    if shape is None and isinstance(leaf.got, list | tuple) and leaf.expected.ndim == 1:
        array = as_array(leaf.got)
        shape = None if array is None else array.shape
    return shape == leaf.expected.shape


def same(expected: object, got: object) -> bool:
    """True if the containers, shapes and numbers of `got` are those of `expected`."""
    if isinstance(expected, Raised) or isinstance(got, Raised):
        return isinstance(expected, Raised) and isinstance(got, Raised) and expected.kind == got.kind
    if isinstance(expected, Opaque) or isinstance(got, Opaque):
        return isinstance(expected, Opaque) and isinstance(got, Opaque) and expected == got
    return all(
        isinstance(place, Leaf) and right_shape(place) and (close(place.expected, place.got) or _same_nan(place))
        for place in walk(expected, got)
    )


def _same_nan(leaf: Leaf) -> bool:
    array = as_array(leaf.got)
    if array is None or array.dtype.kind == "c" or array.shape != leaf.expected.shape:
        return False
    left, right = leaf.expected.astype(float), array.astype(float)
    finite = np.isfinite(left)
    return (
        not finite.all()
        and np.array_equal(left[~finite], right[~finite], equal_nan=True)
        and close(left[finite], right[finite])
    )


def describe(value: object) -> str:
    """A short text for a person: shape first, then values."""
    if value is None:
        return "None"
    if isinstance(value, Raised):
        return f"{value.kind}: {value.message}" if value.message else value.kind
    if isinstance(value, Opaque):
        return f"an object of type {value.kind}"
    if is_number(value):
        return f"{value.item() if isinstance(value, np.ndarray) else value:.6g}"
    if isinstance(value, np.ndarray):
        return f"shape {value.shape}: {_numbers(value)}"
    if isinstance(value, str):
        return repr(value)
    if isinstance(value, dict):
        return "a dictionary with " + (_joined(f"{key} {_short(item)}" for key, item in value.items()) or "no keys")
    name, numbers = type(value).__name__, as_array(value)
    if not isinstance(value, list | tuple):
        return f"an object of type {name}"
    if numbers is not None and numbers.ndim == 1 and numbers.size:
        shown = numbers if numbers.dtype.kind == "c" else numbers.astype(float)
        return f"a {name} of {len(value)} number{'s' * (len(value) != 1)}: {_numbers(shown)}"
    return f"a {name} of {len(value)}: ({_joined(map(_short, value))})"


def _short(value: object) -> str:
    if is_number(value):
        return "a number"
    if isinstance(value, np.ndarray):
        return f"{value.shape}"
    return f"{{{_joined(value)}}}" if isinstance(value, dict) else type(value).__name__


def _joined(parts: Iterable[str]) -> str:
    """The first of them, and how many more there are."""
    parts = [str(part) for part in parts]
    more = [f"and {len(parts) - SHOWN} more"] if len(parts) > SHOWN else []
    return ", ".join([*parts[:SHOWN], *more])


def _numbers(array: np.ndarray) -> str:
    if array.ndim > 2:  # the corners of so many axes would fill pages
        array = array.ravel()
    text = np.array2string(array, precision=4, threshold=12, edgeitems=2, separator=", ", suppress_small=False)
    return " ".join(text.split())
