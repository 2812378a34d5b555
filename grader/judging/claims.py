"""The kinds of claims. Each function here makes one `Claim` for an exercise's list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from grader.judging.case import PICTURES
from grader.judging.exercise import Claim, Finding, Outcome
from grader.judging.explain import leaf_texts, misfit_sentence, shape_sentence, value_sentence
from grader.judging.values import Leaf, Misfit, as_array, close, describe, right_shape

Check = Callable[[Outcome], Finding | None]


def each(name: str, sentence: str, weight: float, tags: Sequence[str], check: Check, opens: bool = False) -> Claim:
    """`check` finds nothing wrong in any case with one of these tags, and none of them raises."""

    def judge(outcomes: Sequence[Outcome]) -> Finding | None:
        asked = [outcome for outcome in outcomes if outcome.case.tag in tags]
        return next((finding for finding in map(guarded, asked) if finding), None)

    def guarded(outcome: Outcome) -> Finding | None:
        if outcome.raised:
            return Finding("It stopped.", about=outcome.case.about, stopped=outcome.raised)
        return check(outcome)

    return Claim(name, sentence, weight, judge, opens, tuple(tags))


def shapes(sentence: str, weight: float = 1, only: Sequence[str] = (), name: str = "shapes") -> Claim:
    """Containers and shapes are the expected ones in the ordinary cases."""
    return each(name, sentence, weight, ("ordinary",), lambda outcome: _first_misshape(outcome, only))


def values(
    sentence: str,
    weight: float = 2,
    only: Sequence[str] = (),
    name: str = "values",
    tags: Sequence[str] = ("ordinary",),
    opens: bool = True,
) -> Claim:
    """The numbers are the reference's, within the tolerances, whatever axes of length 1 there are."""
    return each(name, sentence, weight, tags, lambda outcome: _first_wrong_value(outcome, only), opens)


def any_size(sentence: str, weight: float = 1, tags: Sequence[str] = ("single", "sizes"), name: str = "sizes") -> Claim:
    """Shapes and numbers are right for m = 1 and for other sizes too."""
    return each(name, sentence, weight, tags, lambda outcome: _first_misshape(outcome) or _first_wrong_value(outcome))


def same_type(sentence: str, weight: float = 1, name: str = "type") -> Claim:
    """The numbers of an array are of the expected type, in the ordinary cases."""
    return each(name, sentence, weight, ("ordinary",), _first_other_type)


def extreme(sentence: str, weight: float = 1) -> Claim:
    """Finite and right at extreme inputs."""
    return each("extreme", sentence, weight, ("extreme",), _first_wrong_value)


def training(sentence: str, weight: float = 1, name: str = PICTURES) -> Claim:
    """Right on small slices of real pictures."""
    return each(name, sentence, weight, (PICTURES,), _first_wrong_value)


def untouched(sentence: str = "the arguments are left as they were", weight: float = 1) -> Claim:
    """No argument was written into."""
    return Claim("untouched", sentence, weight, _written_into)


def slope(
    sentence: str = "the gradient is the slope of the right cost",
    weight: float = 1,
    part: str = "grads",
    of: str = "the right cost",
    tags: Sequence[str] = ("ordinary", "single", "sizes"),
) -> Claim:
    """The gradients are the numeric slope of the right cost, stored with the case under extra["slope"]."""
    return each("slope", sentence, weight, tags, lambda outcome: _off_slope(outcome, part, of))


def _first_misshape(outcome: Outcome, only: Sequence[str] = ()) -> Finding | None:
    for place in outcome.places(only):
        if isinstance(place, Misfit):
            return Finding(misfit_sentence(place), place.expected, place.got, outcome.case.about)
        if not right_shape(place):
            expected = f"shape {place.expected.shape}" if place.expected.ndim else "a number"
            return Finding(shape_sentence(place), expected, describe(place.got), outcome.case.about)
    return None


def _first_wrong_value(outcome: Outcome, only: Sequence[str] = ()) -> Finding | None:
    for place in outcome.places(only):
        if isinstance(place, Misfit):
            return Finding(misfit_sentence(place), place.expected, place.got, outcome.case.about)
        if not close(place.expected, place.got):
            return Finding(_as_it_came_in(place, outcome) or value_sentence(place), *leaf_texts(place), outcome.case.about)
    return None


def _first_other_type(outcome: Outcome) -> Finding | None:
    for place in outcome.places():
        got = as_array(place.got) if isinstance(place, Leaf) else None
        if got is not None and got.dtype != place.expected.dtype:
            message = f"{place.path or 'The result'} holds numbers of type {got.dtype}, not {place.expected.dtype}."
            return Finding(message, str(place.expected.dtype), str(got.dtype), outcome.case.about)
    return None


def _as_it_came_in(place: Leaf, outcome: Outcome) -> str:
    """What is said of an array that is still one of the arguments; "" of any other."""
    got = as_array(place.got)
    if got is None or got.size < 2 or not np.any(got):
        return ""
    for position, given in enumerate(outcome.case.args, 1):
        if isinstance(given, np.ndarray) and np.array_equal(given, got):
            return f"{place.path or 'The result'} is argument {position}, as it came in."
    return ""


def _written_into(outcomes: Sequence[Outcome]) -> Finding | None:
    if all(outcome.raised for outcome in outcomes):
        return Finding("It stopped before this could be seen.")
    for outcome in outcomes:
        if outcome.seen.changed:
            which = ", ".join(f"argument {position + 1}" for position in outcome.seen.changed)
            message = (
                f"The function wrote into {which}. Work on a copy, or make a new value: `a = a - b` does, `a -= b` does not."
            )
            return Finding(message, "unchanged arguments", f"{which} changed", outcome.case.about)
    return None


def _off_slope(outcome: Outcome, part: str, of: str) -> Finding | None:
    wanted = outcome.case.extra.get("slope")
    if wanted is None:
        return None
    got = {place.path: place.got for place in outcome.places((part,)) if isinstance(place, Leaf)}
    for name, numeric in wanted.items():
        path = f'{part}["{name}"]' if part else name
        if got.get(path) is None:
            return Finding(f"There is no {name} to compare with the slope of {of}.", describe(numeric), "", outcome.case.about)
        analytic = as_array(got[path])
        if analytic is None or analytic.dtype.kind == "c" or not _slope_close(np.asarray(numeric), analytic):
            message = (
                f"{name} is not the slope of {of}: nudge the variable a little, and {of} changes by another amount."
            )
            return Finding(message, describe(numeric), describe(got[path]), outcome.case.about)
    return None


def _slope_close(numeric: np.ndarray, analytic: np.ndarray) -> bool:
    """Looser than `close`: a numeric slope is good to about six digits."""
    left, right = np.squeeze(numeric), np.squeeze(analytic)
    if left.shape != right.shape:
        return False
    return bool(np.all(np.abs(left - right) <= 1e-3 * np.max(np.abs(left), initial=0) + 1e-7))
