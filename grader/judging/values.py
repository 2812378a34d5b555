"""Plain values: numbers, strings, arrays, nested lists, tuples and dicts. What is judged is plain, whatever was returned.

The tolerances of the whole grader stand here. They follow from what must be told apart:
right in float32, after 200 steps of training, or with a fudge of 1e-8 inside a logarithm (off by at most 1e-4 relative):
accepted; probabilities clipped at 0.001, one example forgotten, a factor m/(m − 1): rejected.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

import numpy as np

RELATIVE = 1e-4  # of the expected number itself
OF_LARGEST = 1e-5  # of the largest expected number in the same array
ABSOLUTE = 1e-7  # where zero is expected, or a sum that cancels: in float32 it is off by as much
MAX_ITEMS = 10_000  # of one list or dict that is looked at
MAX_DEPTH = 8


@dataclass(frozen=True)
class Raised:
    """An exception instead of a result: its class, its message, and the learner's own line that raised it."""

    kind: str
    message: str = ""
    line: str = ""


@dataclass(frozen=True)
class Opaque:
    """A result that is no plain value, known by the name of its type only."""

    kind: str


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


def plain(value: object, depth: int = 0) -> object:
    """A copy of `value` built of plain types only; anything else becomes Opaque. Subclasses lose their behaviour."""
    if value is None or isinstance(value, (Raised, Opaque)):
        return value
    if isinstance(value, np.ndarray | np.generic):
        return _plain_array(value)
    for kind in (bool, int, float, str):
        if isinstance(value, kind):
            return kind(value)
    if isinstance(value, dict | list | tuple) and (depth == MAX_DEPTH or len(value) > MAX_ITEMS):
        return Opaque(f"{type(value).__name__} too large to look at")
    if isinstance(value, dict):
        return {str(key): plain(item, depth + 1) for key, item in dict.items(value)}
    if isinstance(value, list):
        return [plain(item, depth + 1) for item in list.__iter__(value)]
    if isinstance(value, tuple):
        return tuple(plain(item, depth + 1) for item in tuple.__iter__(value))
    return Opaque(type(value).__name__)


def _plain_array(value: np.ndarray | np.generic) -> object:
    array = np.array(value, subok=False, copy=True)
    if array.dtype.kind in "biufc":
        return array
    if array.dtype.kind == "O":  # np.array([1, np.float64(2)], dtype=object) is still numbers
        try:
            return array.astype(float)
        except (TypeError, ValueError):
            return Opaque("array of objects")
    return Opaque(f"array of {array.dtype}")


def is_number(value: object) -> bool:
    """True for a Python or NumPy number and a 0-d array."""
    return isinstance(value, int | float | complex) or (isinstance(value, np.ndarray) and value.ndim == 0)


def as_array(value: object) -> np.ndarray | None:
    """The numbers of `value` as an array, None where there are none. A list of numbers counts."""
    if isinstance(value, np.ndarray):
        return value
    if is_number(value):
        return np.asarray(value)
    if isinstance(value, list | tuple):
        try:
            array = np.array([as_array(item) for item in value])
        except ValueError:
            return None
        return array if array.dtype.kind in "biufc" else None
    return None


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
            near = difflib.get_close_matches(key, got, n=1, cutoff=0.5)
            keys = ", ".join(got) if got else "no key at all"
            yield Misfit(place, f'the key "{key}"', f"keys: {keys}" + (f' (did you mean "{near[0]}"?)' if near else ""))


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
        return "a dictionary with " + (", ".join(f"{key} {_short(item)}" for key, item in value.items()) or "no keys")
    name = type(value).__name__
    if value and all(is_number(item) for item in value):
        return f"a {name} of {len(value)} numbers: {_numbers(as_array(value))}"
    return f"a {name} of {len(value)}: ({', '.join(_short(item) for item in value)})"


def _short(value: object) -> str:
    if is_number(value):
        return "a number"
    if isinstance(value, np.ndarray):
        return f"{value.shape}"
    return type(value).__name__ if not isinstance(value, dict) else f"{{{', '.join(value)}}}"


def _numbers(array: np.ndarray) -> str:
    text = np.array2string(array, precision=4, threshold=12, edgeitems=2, separator=", ", suppress_small=False)
    return " ".join(text.split())
