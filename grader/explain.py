"""The most useful sentence about a wrong value or shape: transposed, right up to a factor, wrong axis, nan …"""

from __future__ import annotations

import numpy as np

from grader.values import Leaf, Misfit, Raised, as_array, close, describe, shape_of


def shape_sentence(leaf: Leaf) -> str:
    """What is wrong with the shape of `leaf.got`, and the usual reason."""
    wanted, got = leaf.expected.shape, shape_of(leaf.got)
    name = leaf.path or "The result"
    if leaf.got is None:
        return f"{name} is None: does the function return it?"
    if isinstance(leaf.got, list | tuple):
        return f"{name} is a {type(leaf.got).__name__}, not a NumPy array."
    if got is None:
        return f"{name} is {describe(leaf.got)}, not {'a number' if wanted == () else 'an array'}."
    if wanted == ():
        return f"{name} should be one number. Yours is an array of shape {got}."
    if got == ():
        return f"{name} should be an array of shape {wanted}. Yours is a single number: was one sum too many taken?"
    if len(got) == 1 and len(wanted) == 2:
        reason = "A sum with axis= needs keepdims=True" if wanted[1] == 1 else "Keep both axes"
        return f"{name} has one axis, {got}; it needs two, {wanted}. {reason}, or reshape it."
    if len(wanted) == 2 and got == wanted[::-1]:
        return f"{name} is transposed: shape {got} instead of {wanted}."
    if len(got) == len(wanted):
        return f"{name} has shape {got} instead of {wanted}: {_wrong_axis(wanted, got)}."
    return f"{name} has shape {got} instead of {wanted}."


def _wrong_axis(wanted: tuple[int, ...], got: tuple[int, ...]) -> str:
    wrong = [axis for axis, (left, right) in enumerate(zip(wanted, got, strict=True)) if left != right]
    places = " and ".join(f"axis {axis} has {got[axis]} where {wanted[axis]} is needed" for axis in wrong)
    hint = " (broadcasting made it larger)" if any(wanted[axis] == 1 < got[axis] for axis in wrong) else ""
    return places + hint


def value_sentence(leaf: Leaf) -> str:
    """How wrong numbers differ from the right ones, said as simply as possible."""
    name, got = leaf.path or "The result", as_array(leaf.got)
    if got is None:
        return shape_sentence(leaf)
    if got.dtype.kind == "c":
        return f"{name} holds complex numbers."
    if not np.all(np.isfinite(got)) and np.all(np.isfinite(leaf.expected)):
        kind = "nan (not a number)" if np.any(np.isnan(got)) else "infinity"
        return f"{name} holds {kind}: an exponential overflowed, or a logarithm of 0 was taken."
    if np.squeeze(got).shape != np.squeeze(leaf.expected).shape:
        return shape_sentence(leaf)
    return f"{name} {_relation(np.squeeze(leaf.expected).astype(float), np.squeeze(got).astype(float))}."


def _relation(wanted: np.ndarray, got: np.ndarray) -> str:
    if close(wanted, -got):
        return "has the right size and the wrong sign"
    if not np.any(got):
        return "is 0 everywhere"
    if wanted.ndim == 2 and wanted.shape[0] == wanted.shape[1] and close(wanted, got.T):
        return "is transposed: rows and columns are swapped"
    factor = float(np.sum(wanted * got) / np.sum(wanted * wanted)) if np.any(wanted) else 0.0
    if factor and close(wanted, got / factor):
        return f"is right up to a factor: yours is {_factor(factor)} times the expected one"
    if wanted.size > 1 and np.ptp(got - wanted) <= 1e-6 * max(1.0, np.max(np.abs(wanted))):
        return f"is off by the same number everywhere, {float(np.mean(got - wanted)):.4g}"
    return "has wrong values"


def _factor(factor: float) -> str:
    inverse = 1 / factor
    if abs(inverse - round(inverse)) < 1e-6 and abs(round(inverse)) > 1:
        return f"1/{round(inverse)}"
    return f"{factor:.4g}"


def misfit_sentence(place: Misfit) -> str:
    return f"{place.path or 'The result'} should be {place.expected}. Yours: {place.got}."


def raised_sentence(raised: Raised) -> str:
    """An exception in the learner's words: what stopped, in which of their lines."""
    if raised.kind == "NotImplementedError":
        return "Not written yet."
    where = f" in your line `{raised.line}`" if raised.line else ""
    if raised.kind in ("NameError", "UnboundLocalError") and "'" in raised.message:
        name = raised.message.split("'")[1]
        return (
            f"The name `{name}` is not defined inside the function{where}. A name from another cell is not known here."
        )
    return f"It stopped with {raised.kind}{where}: {raised.message}"


def leaf_texts(leaf: Leaf) -> tuple[str, str]:
    """Expected and got as texts, shape first."""
    return describe(leaf.expected), describe(leaf.got)
