"""The most useful sentence about a wrong value or shape: transposed, right up to a factor, wrong axis, nan …"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from grader.judging.exercise import Outcome
from grader.judging.values import Leaf, Misfit, Raised, as_array, close, describe, same, shape_of


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
        if np.any(np.isnan(got)):
            return (
                f"{name} holds nan (not a number), as 0 divided by 0 gives, or infinity times 0 or divided by infinity."
            )
        return f"{name} holds infinity: a number was divided by 0, a logarithm of 0 was taken, or an exponential overflowed."
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
        return "is 0 everywhere"
    if wanted.ndim == 2 and wanted.shape[0] == wanted.shape[1] and close(wanted, got.T):
        return "is transposed: rows and columns are swapped"
    factor = float(np.sum(wanted * got) / np.sum(wanted * wanted)) if np.any(wanted) else 0.0
    if factor and close(wanted, got / factor) and (wanted.size > 1 or _is_round(factor) or _is_round(1 / factor)):
        return f"is right up to a factor: yours is {_factor(factor)} times the expected one"
    if wanted.size > 1 and np.ptp(got - wanted) <= 1e-6 * max(1.0, np.max(np.abs(wanted))):
        return f"is off by the same number everywhere, {float(np.mean(got - wanted)):.4g}"
    return ""


def _is_round(factor: float) -> bool:
    """A whole number other than 0 and ±1, as forgotten or doubled factors are."""
    return 1.5 < abs(factor) < np.inf and abs(factor - round(factor)) < 1e-4


def _factor(factor: float) -> str:
    return f"1/{round(1 / factor)}" if _is_round(1 / factor) else f"{factor:.4g}"


def overall(outcomes: Sequence[Outcome]) -> str:
    """What only a look at several cases shows: right for m = 1 only, wrong by a factor m everywhere. "" if nothing."""
    ordinary, single = ([o for o in outcomes if o.case.tag == tag] for tag in ("ordinary", "single"))
    by_examples = _by_examples([o for o in ordinary if not _is_right(o)])
    if by_examples or not single:
        return by_examples
    if all(map(_is_right, single)) and not any(map(_is_right, ordinary)):
        return "It is right for a single example, and wrong for several."
    if all(map(_is_right, ordinary)) and not any(map(_is_right, single)):
        return "It is right for several examples, and wrong for a single one."
    return ""


def _is_right(outcome: Outcome) -> bool:
    return same(outcome.case.expected, outcome.seen.got)


def _by_examples(outcomes: Sequence[Outcome]) -> str:
    """A sentence if the same part is m times too large or too small in all these cases, two or more."""
    wrong = [[(place, o) for place in o.places() if isinstance(place, Leaf)] for o in outcomes]
    found = [{(p.path, kind) for p, o in places for kind in _kinds(p, o)} for places in wrong]
    common = sorted(set.intersection(*found)) if len(found) > 1 else []
    sentences = {
        "large": "{} is m times too large, m being the number of examples: a sum stands where a mean should.",
        "small": "{} is m times too small, m being the number of examples: it is divided by m once too often.",
    }
    return sentences[common[0][1]].format(common[0][0] or "The result") if common else ""


def _kinds(place: Leaf, outcome: Outcome) -> list[str]:
    """Says "large" or "small", where the factor between got and expected is the number of columns of an argument."""
    got = as_array(place.got)
    columns = {a.shape[1] for a in outcome.case.args if isinstance(a, np.ndarray) and a.ndim == 2 and a.shape[1] > 1}
    if got is None or got.dtype.kind == "c" or not np.any(place.expected):
        return []
    wanted = place.expected.astype(float)
    return [
        kind
        for m in columns
        for kind, factor in (("large", m), ("small", 1 / m))
        if close(wanted * factor, got) and not close(wanted, got)
    ]


def misfit_sentence(place: Misfit) -> str:
    if place.expected.startswith("the key "):
        return f"The key {place.expected.removeprefix('the key ')} is missing. Yours: {place.got.removeprefix('keys: ')}."
    return f"{place.path or 'The result'} should be {place.expected}. Yours: {place.got}."


def raised_sentence(raised: Raised) -> str:
    """An exception in the learner's words: what stopped, in which of their lines."""
    if raised.kind == "NotImplementedError":
        return "Not written yet."
    where = f" in your line `{raised.line}`" if raised.line else ""
    if raised.kind in ("NameError", "UnboundLocalError") and "'" in raised.message:
        name = raised.message.split("'")[1]
        place = f": see your line `{raised.line}`" if raised.line else ""
        return (
            f"The name `{name}` is not defined inside the function{place}. A name from another cell is not known here."
        )
    return f"It stopped with {raised.kind}{where}: {_plainly(raised.message)}"


def _plainly(message: str) -> str:
    """What an exception says; NumPy's words about the sizes of a matrix product in words that a learner knows."""
    sizes = re.match(r"matmul: Input operand 1 has a mismatch.*size (\d+) is different from (\d+)", message)
    if not sizes:
        return message
    return f"the left factor of a matrix product has {sizes[2]} columns and the right one {sizes[1]} rows. These must agree."


def leaf_texts(leaf: Leaf) -> tuple[str, str]:
    """Expected and got as texts, shape first."""
    return describe(leaf.expected), describe(leaf.got)
