"""Plain data: what is judged and shown is plain, whatever was returned, printed or raised.

Plain values are numbers, strings, arrays of numbers, nested lists, tuples and dicts, all of bounded size, depth and magnitude.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MAX_ITEMS = 10_000  # of one list or dict that is looked at
MAX_PARTS = 100_000  # of a whole value: lists in lists count together
MAX_DEPTH = 8
MAX_WHOLE = 2**63  # whole numbers from here on are kept as floats
LONGEST = 2_000  # characters of a text
LONGEST_NAME = 200  # characters of a key, or of the name of a class
MOST_SEEN = 8  # variables of a line that are told, and names that are near

_CONTROLS = {*range(0x20), *range(0x7F, 0xA0)} - {ord("\n"), ord("\t")}
_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))  # would turn text around
_LINES = (0x2028, 0x2029)
_SURROGATES = range(0xD800, 0xE000)  # half a character each: no file, database or page takes one
_REPLACED = dict.fromkeys((*_CONTROLS, *_DIRECTIONS, *_LINES, *_SURROGATES), "\ufffd")


@dataclass(frozen=True)
class Raised:
    """An exception instead of a result: its class, its message, and where it came from, as `grader.judging.stopped` sees it.

    line: the learner's own line; part: the expression in it that stopped; seen: what stood in it, (expression, short text);
    within: the function called from there in which it stopped, "" where that is the learner's function itself;
    near: known names, keys or modules like the one that is missing; place: what was tried, without the learner's own names.
    """

    kind: str
    message: str = ""
    line: str = ""
    part: str = ""
    seen: tuple[tuple[str, str], ...] = ()
    within: str = ""
    near: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True)
class Opaque:
    """A result that is no plain value, known by the name of its type only."""

    kind: str


def text(value: object, limit: int = LONGEST) -> str:
    """Text that any page, terminal, file or database takes: no lone surrogates, no control characters but line ends and
    tabs, at most `limit` characters. What str(value) raises is not caught.
    """
    shown = str(value).replace("\r\n", "\n").replace("\r", "\n")
    if len(shown) > limit:
        shown = shown[: limit - 1] + "…"
    return shown.translate(_REPLACED)


def plain(value: object) -> object:
    """A copy of `value` built of plain types only; anything else becomes Opaque. Subclasses lose their behaviour.

    A class of the learner's may raise while it is looked at: that is not caught.
    """
    return _Copy().of(value, 0)


class _Copy:
    """One value's copy. It counts the parts."""

    def __init__(self) -> None:
        self.parts = 0

    def of(self, value: object, depth: int) -> object:
        self.parts += 1
        if value is None:
            return None
        if isinstance(value, Raised):
            return _raised(value)
        if isinstance(value, Opaque):
            return Opaque(text(value.kind, LONGEST_NAME))
        if isinstance(value, np.ndarray | np.generic):
            return _array(value)
        if isinstance(value, dict | list | tuple):
            return self._container(value, depth)
        return _scalar(value)

    def _container(self, value: dict | list | tuple, depth: int) -> object:
        kind = next(kind for kind in (dict, list, tuple) if isinstance(value, kind))
        size = kind.__len__(value)
        if depth == MAX_DEPTH or size > MAX_ITEMS or self.parts + size > MAX_PARTS:
            return _too_large(value)
        if kind is dict:
            return {_key(key): self.of(item, depth + 1) for key, item in dict.items(value)}
        return kind(self.of(item, depth + 1) for item in kind.__iter__(value))


def _raised(value: Raised) -> Raised:
    """The same, of bounded size, whoever made it."""
    pairs = tuple((text(name, LONGEST_NAME), text(what, LONGEST_NAME)) for name, what in value.seen[:MOST_SEEN])
    return Raised(
        text(value.kind, LONGEST_NAME),
        *(text(told) for told in (value.message, value.line, value.part)),
        pairs,
        text(value.within, LONGEST_NAME),
        tuple(text(name, LONGEST_NAME) for name in value.near[:MOST_SEEN]),
        text(value.place),
    )


def _scalar(value: object) -> object:
    if isinstance(value, bool | float):
        return (bool if isinstance(value, bool) else float)(value)
    if isinstance(value, int):
        return _whole(value)
    return text(value) if isinstance(value, str) else Opaque(_type(value))


def _whole(value: int) -> object:
    """NumPy and JSON take no larger numbers than these as whole ones."""
    if -MAX_WHOLE <= value < MAX_WHOLE:
        return int(value)
    try:
        return float(int(value))
    except OverflowError:
        return _too_large(value)


def _key(key: object) -> str:
    try:
        return text(key, LONGEST_NAME)
    except ValueError:  # a whole number of more digits than Python writes
        return _type(key)


def _array(value: np.ndarray | np.generic) -> object:
    array = np.array(value, subok=False, copy=True)
    if array.dtype.kind == "O":  # np.array([1, np.float64(2)], dtype=object) is still numbers
        try:
            return array.astype(float)
        except (TypeError, ValueError, OverflowError):
            return Opaque("array of objects")
    if array.dtype.kind not in "biufc":
        return Opaque(text(f"array of {array.dtype}", LONGEST_NAME))
    if array.dtype.kind in "fc" and array.dtype not in (np.float16, np.float32, np.complex64):  # also long doubles
        with np.errstate(all="ignore"):
            return array.astype(complex if array.dtype.kind == "c" else float, copy=False)
    return array.astype(array.dtype.newbyteorder("="), copy=False)


def _too_large(value: object) -> Opaque:
    return Opaque(f"{_type(value)}, too large to look at")


def _type(value: object) -> str:
    return text(type(value).__name__, LONGEST_NAME)
