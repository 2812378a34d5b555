"""What a wrong result makes likely: kinds of edits that are tried earlier, because mistakes of that kind look so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from grader.judging.exercise import Outcome
from grader.judging.plain import Raised
from grader.judging.stopped import sort_of
from grader.judging.values import Leaf, Misfit, as_array, close

OF_STOPS: dict[str, tuple[str, ...]] = {
    "product": ("transpose", "operands", "product", "name", "arguments"),
    "broadcast": ("keyword", "axis", "transpose", "name", "shape-of-new"),
    "unpack": ("order", "missing-value", "surplus-value", "name", "result"),
    "range": ("index", "bounds", "constant", "axis-of-shape"),
    "indices": ("index", "axis-of-shape", "shape-of-new"),
    "key": ("text", "index", "bounds", "written-in"),
    "name": ("name",),
    "unbound": ("name", "condition", "loop"),
    "truth": ("comparison", "decision"),
    "operands": ("name", "order", "result", "missing-value"),
    "no parts": ("name", "order", "result", "missing-value"),
    "arguments": ("missing-argument", "arguments"),
}  # fmt: skip
LACKING = ("missing-value", "container", "result", "text", "order", "return", "index", "bounds")
TURNED = ("transpose", "operands", "axis-of-shape", "order", "reshape")
MISSHAPEN = ("axis", "keyword", "shape-of-new", "axis-of-shape", "transpose", "operands", "product", "name")
OPPOSITE = ("sign", "operands", "operator")
SCALED = ("factor-m", "constant", "axis-of-shape", "surplus", "function", "missing-term")
NO_NUMBER = ("function", "sign", "complement", "name")


def likely(outcomes: Sequence[Outcome]) -> frozenset[str]:
    """The names of the kinds of edits that what was observed speaks for; none where it speaks for nothing."""
    found: set[str] = set()
    for outcome in outcomes:
        if isinstance(outcome.seen.got, Raised):
            found.update(OF_STOPS.get(sort_of(outcome.raised.kind, outcome.raised.message), ()))
        else:
            found.update(kind for place in outcome.places() for kind in _of_place(place))
            found.update(("copy",) if outcome.seen.changed else ())
    return frozenset(found)


def _of_place(place: Leaf | Misfit) -> Iterable[str]:
    if isinstance(place, Misfit) or place.got is None:
        return LACKING
    got, wanted = as_array(place.got), place.expected
    if got is None or got.dtype.kind == "c":
        return LACKING
    if got.shape != wanted.shape:
        return TURNED if got.shape == wanted.shape[::-1] else MISSHAPEN
    if close(wanted, got):
        return ()
    left, right = wanted.astype(float), got.astype(float)
    if not np.all(np.isfinite(right)):
        return NO_NUMBER if np.all(np.isfinite(left)) else ()
    if close(left, -right):
        return OPPOSITE
    size = float(np.sum(left * left))
    factor = float(np.sum(left * right)) / size if size else 0.0
    is_decision = np.all((left == 0) | (left == 1))  # many factors would turn the same decisions over
    return SCALED if factor and left.size > 1 and not is_decision and close(left * factor, right) else ()
