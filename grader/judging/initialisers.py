"""Functions that draw initial parameters: they are called several times, and judged by properties, never by their draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from grader.judging.claims import each
from grader.judging.exercise import Claim, Finding, Outcome
from grader.judging.values import as_array, describe

CALLS = 3
LARGE = 1000  # weights of which the spread is judged
FACTOR = 1.6  # so that √(2/n) passes for 1/√n


def several_calls(function: Callable, *args: object) -> list[object]:
    """The results of a few calls with the same arguments."""
    return [function(*args) for _ in range(CALLS)]


def shapes_only(results: list[dict]) -> list[dict]:
    """Zeros of the right shapes: all that is compared of an initialiser's results."""
    return [{name: np.zeros(np.shape(array)) for name, array in result.items()} for result in results]


def expected_shapes(outcome: Outcome) -> dict[str, tuple[int, ...]]:
    return {name: array.shape for name, array in outcome.case.expected[0].items()}


def _arrays(outcome: Outcome) -> list[dict[str, np.ndarray]] | None:
    """The learner's results, None where a name is missing or a shape is wrong."""
    wanted = expected_shapes(outcome)
    results = outcome.seen.got
    if not isinstance(results, list) or not all(isinstance(result, dict) for result in results):
        return None
    found = [{name: _real(result.get(name)) for name in wanted} for result in results]
    fits = all(array is not None and array.shape == wanted[name] for one in found for name, array in one.items())
    return found if fits else None


def _real(value: object) -> np.ndarray | None:
    """The numbers of `value` as floats; None where there are none, or complex ones."""
    array = as_array(value)
    return None if array is None or array.dtype.kind == "c" else array.astype(float)


def shapes_claim(sentence: str, weight: float = 1, tags: Sequence[str] = ("ordinary",), name: str = "shapes") -> Claim:
    """Every name is there and has its shape."""

    def check(outcome: Outcome) -> Finding | None:
        result = outcome.seen.got[0] if isinstance(outcome.seen.got, list) else outcome.seen.got
        if not isinstance(result, dict):
            return Finding("It should return a dictionary.", "a dictionary", describe(result), outcome.case.about)
        for key, shape in expected_shapes(outcome).items():
            if key not in result:
                return Finding(f'The key "{key}" is missing.', key, describe(result), outcome.case.about)
            found = as_array(result[key])
            if found is None or found.shape != shape:
                message = f"{key} has the wrong shape."
                return Finding(message, f"shape {shape}", describe(result[key]), outcome.case.about)
        surplus = [
            key for key in result if key[:1] in "Wb" and key[1:].isdigit() and key not in expected_shapes(outcome)
        ]
        if surplus:
            message = f"There is no layer for {surplus[0]}: the layers are counted by the number of entries."
            return Finding(message, "no such key", describe(result), outcome.case.about)
        return None

    return each(name, sentence, weight, tags, check)


def drawn_claim(weight: float = 3) -> Claim:
    """The weights are random, no two rows equal, and the biases are zero. This opens the other claims."""

    def check(outcome: Outcome) -> Finding | None:
        results = _arrays(outcome)
        if results is None:
            return Finding("This can be seen when names and shapes are right.", about=outcome.case.about)
        for key, weights in results[0].items():
            if key.startswith("W") and not np.any(weights):
                message = f"{key} is zero everywhere: all units of a layer would compute the same, for ever."
                return Finding(message, "random numbers", describe(weights), outcome.case.about, "zero-weights")
            if key.startswith("W") and (np.ptp(weights) == 0) and weights.size > 1:
                message = f"{key} holds one number everywhere: all units would learn the same."
                return Finding(message, "random numbers", describe(weights), outcome.case.about, "equal-weights")
            if key.startswith("W") and len(np.unique(weights, axis=0)) < len(weights):
                message = f"Two rows of {key} are equal: these units would learn the same."
                return Finding(message, "rows that differ", describe(weights), outcome.case.about, "equal-weights")
            if key.startswith("b") and np.any(weights):
                message = f"{key} is not zero. Biases may start at zero: the weights already make the units differ."
                return Finding(message, "zeros", describe(weights), outcome.case.about, "random-biases")
        return None

    sentence = "the weights are random, no two units start alike, and the biases are zero"
    return each("values", sentence, weight, ("ordinary",), check, opens=True)


def spread_claim(sentence: str, wanted: Callable[[int], float], weight: float = 2) -> Claim:
    """The weights' standard deviation is wanted(n_prev) within a factor, their mean about 0: on many weights."""

    def check(outcome: Outcome) -> Finding | None:
        results = _arrays(outcome)
        if results is None:
            return Finding("This can be seen when names and shapes are right.", about=outcome.case.about)
        for key, weights in results[0].items():
            if key.startswith("W") and weights.size >= LARGE:
                finding = _spread_finding(key, weights, wanted(weights.shape[1]), outcome.case.about)
                if finding:
                    return finding
        return None

    return each("scale", sentence, weight, ("large",), check)


def _spread_finding(key: str, weights: np.ndarray, wanted: float, about: str) -> Finding | None:
    spread, mean = float(np.std(weights)), float(np.mean(weights))
    expected, got = f"a spread of about {wanted:.3g}", f"mean {mean:.3g}, spread {spread:.3g}"
    if abs(mean) > 0.25 * max(spread, 1e-12):
        message = f"The mean of {key} is not 0: were the numbers drawn by np.random.rand, which gives 0 to 1?"
        return Finding(message, "mean 0", got, about, "uniform-weights")
    if wanted / FACTOR <= spread <= wanted * FACTOR:
        return None
    if 1 / FACTOR <= spread <= FACTOR:
        message = f"{key} has a spread of 1: its scale is missing. With so many inputs the units saturate."
        return Finding(message, expected, got, about, "no-scale")
    if 0.01 / FACTOR <= spread <= 0.01 * FACTOR:
        message = (
            f"{key} has a spread of 0.01. In a deep network the signal dies on its way: divide by √n_prev instead."
        )
        return Finding(message, expected, got, about, "scale-0.01")
    return Finding(f"{key} has the wrong spread.", expected, got, about)


def initialiser_claims(scale_sentence: str, wanted: Callable[[int], float]) -> tuple[Claim, ...]:
    """All that is claimed of a function that draws initial parameters."""
    return (
        shapes_claim("every W and b is there and has its shape"),
        drawn_claim(),
        spread_claim(scale_sentence, wanted),
        shapes_claim("any sizes work", tags=("sizes",), name="sizes"),
    )
