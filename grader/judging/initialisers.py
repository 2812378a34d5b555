"""Functions that draw initial parameters: they are called several times, and judged by properties, never by their draws."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from grader.judging.claims import each
from grader.judging.exercise import Claim, Finding, Outcome
from grader.judging.values import as_array, describe, shape_of
from utils.seeds import seeds_of_one_call

CALLS = 3
LARGE = 1000  # weights of which the spread is judged
FACTOR = 1.6  # so that √(2/n) passes for 1/√n
TINY = 1e-6  # a weight of this size does not move in any training of the course
SEVERAL, NEAR = 8, 0.2  # so many independent numbers are never so near to others, measured by their own size
ALIKE = 0.5  # a correlation of this size, between two draws of LARGE independent numbers, does not happen


def several_calls(function: Callable, *args: object) -> list[object]:
    """The results of a few calls with the same arguments. A seed that the function sets holds for one call only."""
    results = []
    with seeds_of_one_call() as next_call:
        for _ in range(CALLS):
            results.append(function(*args))
            next_call()
    return results


def shapes_only(results: list[dict]) -> list[dict]:
    """Zeros of the right shapes: all that is compared of an initialiser's results."""
    return [{name: np.zeros(np.shape(array)) for name, array in result.items()} for result in results]


def expected_shapes(outcome: Outcome) -> dict[str, tuple[int, ...]]:
    return {name: array.shape for name, array in outcome.case.expected[0].items()}


def _arrays(outcome: Outcome) -> list[dict[str, np.ndarray]] | None:
    """What the learner's calls gave for the expected names, as floats; None where one is missing or its shape is wrong."""
    wanted = expected_shapes(outcome)
    results = outcome.seen.got
    if not isinstance(results, list) or len(results) < 2 or not all(isinstance(result, dict) for result in results):
        return None
    fits = all(_has_shape(result.get(name), shape) for result in results for name, shape in wanted.items())
    return [{name: result[name].astype(float) for name in wanted} for result in results] if fits else None


def _has_shape(value: object, shape: tuple[int, ...]) -> bool:
    """True for an array of real numbers of this shape."""
    array = as_array(value)
    return shape_of(value) == shape and array is not None and array.dtype.kind != "c"


def first_result(outcome: Outcome) -> object:
    """What the first of several calls gave."""
    results = outcome.seen.got
    return results[0] if isinstance(results, list) and results else results


def drawn_alike(first: np.ndarray, second: np.ndarray) -> bool:
    """True for two draws that are equal, or nearly so, or many numbers that go together: little or nothing was drawn anew."""
    if np.allclose(first, second, rtol=1e-3, atol=0):
        return True
    if first.size < LARGE:
        return first.size >= SEVERAL and bool(np.linalg.norm(first - second) < NEAR * np.linalg.norm(first))
    return bool(np.std(first) and np.std(second) and abs(np.corrcoef(first.ravel(), second.ravel())[0, 1]) > ALIKE)


def _same_again(results: Sequence[dict[str, np.ndarray]], about: str) -> Finding | None:
    """Weights that two calls give alike: chance has no part in them."""
    first, *others = results
    for key, weights in first.items():
        if key.startswith("W") and any(drawn_alike(weights, other[key]) for other in others):
            message = (
                f"It returns the same {key} in every call: the numbers are fixed, by a generator that is made anew with a seed, "
                "or by a formula. Draw them with np.random, and set no seed in the function."
            )
            return Finding(message, "other numbers in each call", describe(weights), about)
    return None


def shapes_claim(sentence: str, weight: float = 1, tags: Sequence[str] = ("ordinary",), name: str = "shapes") -> Claim:
    """Every name is there and has its shape, an array of floats, and there is no other name."""

    def check(outcome: Outcome) -> Finding | None:
        result = first_result(outcome)
        if not isinstance(result, dict):
            return Finding("It should return a dictionary.", "a dictionary", describe(result), outcome.case.about)
        for key, shape in expected_shapes(outcome).items():
            if key not in result:
                return Finding(f'The key "{key}" is missing.', key, describe(result), outcome.case.about)
            if not _has_shape(result[key], shape):
                numbers = shape_of(result[key]) not in (None, shape)
                message = f"{key} has the wrong shape." if numbers else f"{key} is not an array of real numbers."
                return Finding(message, f"shape {shape}", describe(result[key]), outcome.case.about)
            if key.startswith("b") and as_array(result[key]).dtype.kind != "f":
                message = f"{key} holds whole numbers. Learning makes fractions of them: it needs floats, as np.zeros gives."
                return Finding(message, "floats", describe(result[key]), outcome.case.about)
        surplus = [key for key in result if key not in expected_shapes(outcome)]
        if surplus and str(surplus[0])[:1] in "Wb":
            message = f"There is no layer for {surplus[0]}: the layers are counted by the number of entries."
            return Finding(message, "no such key", describe(result), outcome.case.about)
        if surplus:
            message = f"There should be no {surplus[0]!r}: whoever goes through all parameters, to change them, meets it."
            return Finding(message, "no such key", describe(result), outcome.case.about)
        return None

    return each(name, sentence, weight, tags, check)


def drawn_claim(weight: float = 3) -> Claim:
    """The weights are random, no two rows equal, and the biases are zero. This opens the other claims."""

    def check(outcome: Outcome) -> Finding | None:
        results = _arrays(outcome)
        if results is None:
            return Finding("Names and shapes have to be right first.", about=outcome.case.about)
        for key, weights in results[0].items():
            if not np.all(np.isfinite(weights)):
                return Finding(f"{key} holds nan or infinity.", "numbers", describe(weights), outcome.case.about)
            if key.startswith("W") and not np.any(weights):
                message = f"{key} is zero everywhere: all units of a layer would compute the same, for ever."
                name = "zero-weights" if not _of_kind("W", results[0], np.any) else None
                return Finding(message, "random numbers", describe(weights), outcome.case.about, name)
            if key.startswith("W") and (np.ptp(weights) == 0) and weights.size > 1:
                message = f"{key} holds one number everywhere: all units would learn the same."
                name = "equal-weights" if not _of_kind("W", results[0], np.ptp) else None
                return Finding(message, "random numbers", describe(weights), outcome.case.about, name)
            if key.startswith("W") and len(np.unique(weights, axis=0)) < len(weights):
                message = f"Two rows of {key} are equal: these units would learn the same."
                return Finding(message, "rows that differ", describe(weights), outcome.case.about)
            if key.startswith("W") and np.max(np.abs(weights)) < TINY:
                message = f"{key} is so near 0 that no training moves it: all units of a layer would compute the same."
                return Finding(message, "random numbers that can be told from 0", describe(weights), outcome.case.about)
            if key.startswith("b") and np.any(weights):
                message = f"{key} is not zero. Biases may start at zero: the weights already make the units differ."
                name = "random-biases" if _of_kind("b", results[0], np.ptp) else None
                return Finding(message, "zeros", describe(weights), outcome.case.about, name)
        return _same_again(results, outcome.case.about)

    sentence = "the weights are random, no two units start alike, and the biases are zero"
    return each("values", sentence, weight, ("ordinary",), check, opens=True)


def _of_kind(letter: str, arrays: dict[str, np.ndarray], has: Callable[[np.ndarray], object]) -> bool:
    """True if one of the arrays whose name begins with the letter has it."""
    return any(has(array) for key, array in arrays.items() if key.startswith(letter))


def spread_claim(sentence: str, wanted: Callable[[int], float], weight: float = 2) -> Claim:
    """The weights' standard deviation is wanted(n_prev) within a factor, their mean about 0: on many weights."""

    def check(outcome: Outcome) -> Finding | None:
        results = _arrays(outcome)
        if results is None:
            return Finding("Names and shapes have to be right first.", about=outcome.case.about)
        large = {key: weights for key, weights in results[0].items() if key.startswith("W") and weights.size >= LARGE}
        about = outcome.case.about
        findings = [_spread_finding(key, weights, wanted(weights.shape[1]), about) for key, weights in large.items()]
        first = next(filter(None, findings), None)
        is_alike = all(finding and finding.misconception == first.misconception for finding in findings)
        if first is None:
            return _same_again(results, about)
        return first if is_alike else replace(first, misconception=None)

    return each("scale", sentence, weight, ("large",), check)


def _spread_finding(key: str, weights: np.ndarray, wanted: float, about: str) -> Finding | None:
    spread, mean = float(np.std(weights)), float(np.mean(weights))
    expected, got = f"a spread of about {wanted:.3g}", f"mean {mean:.3g}, spread {spread:.3g}"
    if abs(mean) > 0.25 * max(spread, 1e-12):
        message = f"The mean of {key} is not 0."
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
