"""The most useful sentence about a wrong value or shape: transposed, right up to a factor, wrong axis, nan …"""

from __future__ import annotations

import numpy as np

from grader.judging.unfilled import holds_unfilled
from grader.judging.values import Leaf, Misfit, as_array, close, describe, shape_of

LARGE = 1000  # a factor that nobody forgets


def shape_sentence(leaf: Leaf) -> str:
    """What is wrong with the shape of `leaf.got`, and the usual reason."""
    wanted, got = leaf.expected.shape, shape_of(leaf.got)
    name = leaf.path or "The result"
    if leaf.got is None:
        return f"{name} is None: does the function return it?"
    if isinstance(leaf.got, list | tuple):
        return _list_sentence(name, leaf)
    if got is None:
        return f"{name} is {describe(leaf.got)}, not {'a number' if wanted == () else 'an array'}."
    if wanted == ():
        return f"{name} should be one number. Yours is an array of shape {got}."
    if got == ():
        return f"{name} should be an array of shape {wanted}. Yours is a single number."
    if len(got) == 1 and len(wanted) == 2:
        reason = "keepdims=True keeps an axis that is summed over, reshape adds one"
        return f"{name} has one axis, {got}; it needs two, {wanted}. ({reason}.)"
    if len(wanted) == 2 and got == wanted[::-1]:
        return f"{name} is transposed: shape {got} instead of {wanted}."
    if len(got) == len(wanted):
        return f"{name} has shape {got} instead of {wanted}: {_wrong_axis(wanted, got)}."
    return f"{name} has shape {got} instead of {wanted}."


def _wrong_axis(wanted: tuple[int, ...], got: tuple[int, ...]) -> str:
    wrong = [axis for axis, (left, right) in enumerate(zip(wanted, got, strict=True)) if left != right]
    return " and ".join(f"axis {axis} has {got[axis]} where {wanted[axis]} is needed" for axis in wrong)


def _list_sentence(name: str, leaf: Leaf) -> str:
    """A list where an array is wanted, or one of another length where a list will do."""
    kind, array = type(leaf.got).__name__, as_array(leaf.got)
    if leaf.expected.ndim == 1 and array is not None and array.ndim == 1:
        return f"{name} has {len(leaf.got)} number{'' if len(leaf.got) == 1 else 's'} instead of {leaf.expected.size}."
    if leaf.expected.ndim == 0:
        return f"{name} should be one number. Yours is a {kind} of {len(leaf.got)}."
    return f"{name} is a {kind}, not a NumPy array."


def value_sentence(leaf: Leaf) -> str:
    """How wrong numbers differ from the right ones, said as simply as possible."""
    name, got = leaf.path or "The result", as_array(leaf.got)
    if got is None:
        return shape_sentence(leaf)
    if got.dtype.kind == "c":
        return f"{name} holds complex numbers."
    if holds_unfilled(got):
        return f"{name} holds numbers that were never set: `np.empty` only reserves memory, with whatever was left there."
    if not np.all(np.isfinite(got)) and np.all(np.isfinite(leaf.expected)):
        if np.any(np.isnan(got)):
            return (
                f"{name} holds nan (not a number). Where it comes from: a logarithm or a root of a negative number, "
                "0 divided by 0, or a calculation with infinity."
            )
        return f"{name} holds infinity, as a division by 0, a logarithm of 0 or an exponential of a large number gives."
    if np.squeeze(got).shape != np.squeeze(leaf.expected).shape:
        return shape_sentence(leaf)
    if leaf.expected.ndim == 0 and leaf.expected.dtype.kind in "iu":
        return f"{name} should be {leaf.expected}. Yours is {describe(leaf.got)}."
    wanted, got = leaf.expected.astype(float), got.astype(float)
    relation = _relation(np.squeeze(wanted), np.squeeze(got))
    return f"{name} {relation or 'has wrong values' + _first_wrong(wanted, got)}."


def _first_wrong(wanted: np.ndarray, got: np.ndarray) -> str:
    """Where some numbers are right: how many are not, and the first of them."""
    got = got.reshape(wanted.shape)
    wrong = [place for place in np.ndindex(wanted.shape) if not close(wanted[place], got[place].item())]
    if not 0 < len(wrong) < wanted.size:
        return ""
    first, theirs, right = list(wrong[0]), got[wrong[0]], wanted[wrong[0]]
    return f": {len(wrong)} of {wanted.size} numbers, the first at {first}, {theirs:.4g} instead of {right:.4g}"


def _relation(wanted: np.ndarray, got: np.ndarray) -> str:
    """How all numbers differ in the same simple way; "" if they do not."""
    if close(wanted, -got):
        return "has the right size and the wrong sign"
    if not np.any(got):
        return "is 0 everywhere" if got.size > 1 else "is 0"
    if wanted.ndim == 2 and wanted.shape[0] == wanted.shape[1] and close(wanted, got.T):
        return "is transposed: rows and columns are swapped"
    factor = float(np.sum(wanted * got) / np.sum(wanted * wanted)) if np.any(wanted) else 0.0
    if factor and close(wanted, got / factor):
        if wanted.size > 1:
            return f"is right up to a factor: yours is {_factor(factor)} times the expected one"
        if _is_round(factor) or _is_round(1 / factor):  # of a single number that is all that can be said
            return f"is {_factor(factor)} times the expected number"
    if wanted.size > 1 and np.ptp(got - wanted) <= 1e-6 * max(1.0, np.max(np.abs(wanted))):
        return f"is off by the same number everywhere, {float(np.mean(got - wanted)):.4g}"
    return ""


def _is_round(factor: float) -> bool:
    """A whole number other than 0 and ±1, as forgotten or doubled factors are; no large one, as chance gives."""
    return 1.5 < abs(factor) < LARGE and abs(factor - round(factor)) < 1e-4


def _factor(factor: float) -> str:
    return f"{'-' * (factor < 0)}1/{round(abs(1 / factor))}" if _is_round(1 / factor) else f"{factor:.4g}"


def misfit_sentence(place: Misfit) -> str:
    if place.expected.startswith("the key "):
        return f"The key {place.expected.removeprefix('the key ')} is missing. Yours: {place.got.removeprefix('keys: ')}."
    return f"{place.path or 'The result'} should be {place.expected}. Yours: {place.got}."


def leaf_texts(leaf: Leaf) -> tuple[str, str]:
    """Expected and got as texts, shape first."""
    return describe(leaf.expected), describe(leaf.got)
