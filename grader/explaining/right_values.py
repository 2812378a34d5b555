"""Values that steps of right answers give in a case: the stored ones, and those that the case itself tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from grader.judging.case import Case
from grader.judging.plain import Opaque, Raised
from grader.judging.values import close, is_number

ARGUMENT, START, RESULT, RETURN = "argument", "start", "result", "return"  # what keys begin with
STARTS: tuple[tuple[str, object], ...] = (("0", 0), ("1", 1), ("[]", []), ("{}", {}))  # of sums, products, lists
NUMBERS = 300  # of which one step may give, in all its rounds, to be kept
Known = Mapping[str, Sequence[object]]  # by a key that is the same in all cases: what a right step gives, in time


def known_values(case: Case) -> Known:
    """Every right step that is known in this case."""
    return {**told_by(case), **case.steps}


def told_by(case: Case) -> dict[str, list[object]]:
    """The arguments, their sizes, the parts of the expected result, and what sums, products and lists begin with."""
    found: dict[str, list[object]] = {f"{START} {name}": [value] for name, value in STARTS}
    for root, value in ((ARGUMENT, case.args), (RESULT, (case.expected,))):
        for path, part in _parts(value, root):
            found[path] = [part]
            if root == ARGUMENT and isinstance(part, np.ndarray):
                found |= {f"{path} size {axis}": [size] for axis, size in enumerate(part.shape)}
    return found


def _parts(value: object, path: str) -> Iterator[tuple[str, object]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list | tuple) else ()
    for key, item in items:
        yield f"{path} {key}", item
        yield from _parts(item, f"{path} {key}")


def are_alike(left: Sequence[object], right: Sequence[object]) -> bool:
    return len(left) == len(right) and all(alike(*pair) for pair in zip(left, right, strict=True))


def alike(left: object, right: object) -> bool:
    """The same containers, shapes and numbers; an axis of length 1 counts."""
    if _is_numeric(left) or _is_numeric(right):
        return _is_numeric(left) and _is_numeric(right) and np.shape(left) == np.shape(right) and _are_close(left, right)
    if type(left) is not type(right) or isinstance(left, Raised | Opaque | np.ndarray):
        return False
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(alike(left[key], right[key]) for key in left)
    return are_alike(left, right) if isinstance(left, list | tuple) else bool(left == right)


def _is_numeric(value: object) -> bool:
    return is_number(value) or (isinstance(value, np.ndarray) and value.dtype.kind in "biuf")


def _are_close(left: object, right: object) -> bool:
    one, other = np.asarray(left), np.asarray(right)
    return close(one, other) or np.array_equal(one, other)  # infinite ones are close to nothing


def size_of(value: object) -> int:
    """How many numbers and texts it holds; NUMBERS + 1 of what cannot be kept."""
    if isinstance(value, dict):
        return sum(map(size_of, value.values()))
    if isinstance(value, list | tuple):
        return sum(map(size_of, value))
    return NUMBERS + 1 if isinstance(value, Opaque | Raised) else int(np.size(value))
