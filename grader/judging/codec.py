"""Plain values as JSON data, and back. Whoever stores them or sends them says how an array is written.

Numbers, texts, lists and dicts stay what they are. What JSON does not have is an object with one key that begins with "$":
`{"$tuple": [...]}`. So such an object is never a dict of the learner's.
"""

from __future__ import annotations

import base64
from collections.abc import Callable

import numpy as np

from grader.judging.plain import Opaque, Raised

SHORT = 16  # arrays up to this many numbers are stored readably


def stored(value: np.ndarray | Raised) -> dict:
    """An array or an exception as it is stored. Of an exception only what tells it from another is kept."""
    if isinstance(value, Raised):
        return {"$raised": [value.kind, value.place]}
    if value.size <= SHORT:
        return {_tag(value): value.ravel().tolist()}
    if np.all(value == value.flat[0]):
        return {_tag(value, "full"): value.flat[0].item()}
    if value.dtype == np.float64:
        with np.errstate(all="ignore"):
            grey = np.rint(value * 255)
            if np.all((grey >= 0) & (grey <= 255)) and np.array_equal(grey / 255, value):
                return {_tag(grey.astype(np.uint8), "grey"): as_base64(grey.astype(np.uint8))}
    return {_tag(value): as_base64(value)}


def restored(tag: str, body: object) -> object:
    """The inverse of `stored`."""
    if tag == "$raised":
        return Raised(body[0], place=body[1])
    how, *words = tag[1:].split()
    dtype, *shape = words if how in ("full", "grey") else (how, *words)
    dtype, shape = np.dtype(dtype), [int(length) for length in shape]
    if how == "full":
        return np.full(shape, body, dtype)
    if isinstance(body, str):
        array = np.frombuffer(base64.b64decode(body), dtype.newbyteorder("<")).astype(dtype).reshape(shape)
        return array / 255 if how == "grey" else array
    return np.array(body, dtype).reshape(shape)


def short(array: np.ndarray) -> dict:
    """An array in the fewest characters: numbers of seven digits. None of them becomes infinite or 0 by it."""
    with np.errstate(all="ignore"):
        single = array.astype(np.float32)
    data = stored(array)
    if any(tag.startswith("$full") for tag in data) or not np.array_equal(np.isfinite(single), np.isfinite(array)):
        return data
    return {_tag(single): as_base64(single)}


def as_base64(array: np.ndarray) -> str:
    """The numbers of an array, little-endian, as text."""
    return base64.b64encode(array.astype(array.dtype.newbyteorder("<")).tobytes()).decode("ascii")


def _tag(array: np.ndarray, *how: str) -> str:
    return "$" + " ".join([*how, str(array.dtype), *map(str, array.shape)])


def encode(value: object, leaf: Callable[[np.ndarray | Raised], object] = stored) -> object:
    """A plain value, Raised or Opaque as JSON data. leaf: how an array and an exception are written."""
    if isinstance(value, np.ndarray | Raised):
        return leaf(value)
    if isinstance(value, list):
        return [encode(item, leaf) for item in value]
    if isinstance(value, tuple):
        return {"$tuple": [encode(item, leaf) for item in value]}
    if isinstance(value, Opaque):
        return {"$opaque": value.kind}
    if not isinstance(value, dict):
        return value
    if all(type(key) is str and not key.startswith("$") for key in value):
        return {key: encode(item, leaf) for key, item in value.items()}
    return {"$pairs": [[key, encode(item, leaf)] for key, item in value.items()]}


def decode(data: object, leaf: Callable[[str, object], object] = restored) -> object:
    """The inverse of `encode`. Data that `encode` did not write: KeyError, IndexError, TypeError, ValueError, OverflowError."""
    if isinstance(data, list):
        return [decode(item, leaf) for item in data]
    if not isinstance(data, dict):
        return data
    tag, body = special(data)
    if not tag:
        return {key: decode(item, leaf) for key, item in data.items()}
    if tag == "$tuple":
        return tuple([decode(item, leaf) for item in body])
    if tag == "$pairs":
        return {key: decode(item, leaf) for key, item in body}
    if tag == "$opaque":
        return Opaque(body)
    return leaf(tag, body)


def special(data: object) -> tuple[str, object]:
    """The tag and the body of an object that stands for what JSON does not have; of all else "" and None."""
    if isinstance(data, dict) and len(data) == 1:
        ((tag, body),) = data.items()
        if tag.startswith("$"):
            return tag, body
    return "", None
