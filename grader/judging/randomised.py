"""Functions that draw random numbers: they are judged by properties, never by the order of their draws.

Initialisers are called several times. Trainers are called with 0 and with k iterations and the same draws, and the
second result must be what gradient descent makes of the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from grader.judging.case import Case
from grader.judging.claims import each
from grader.judging.exercise import Claim, Finding, Outcome
from grader.judging.repeatable import repeatable
from grader.judging.values import as_array, close, describe
from utils.training import train_fast

CALLS = 3
LARGE = 1000  # weights of which the spread is judged
FACTOR = 1.6  # so that √(2/n) passes for 1/√n


def several_calls(function: Callable, *args: object) -> list[object]:
    """The results of a few calls with the same arguments."""
    return [function(*args) for _ in range(CALLS)]


def shapes_only(results: list[dict]) -> list[dict]:
    """Zeros of the right shapes: all that is compared of an initialiser's results."""
    return [{name: np.zeros(np.shape(array)) for name, array in result.items()} for result in results]


def _expected_shapes(outcome: Outcome) -> dict[str, tuple[int, ...]]:
    return {name: array.shape for name, array in outcome.case.expected[0].items()}


def _arrays(outcome: Outcome) -> list[dict[str, np.ndarray]] | None:
    """The learner's results, None where a name is missing or a shape is wrong."""
    wanted = _expected_shapes(outcome)
    results = outcome.seen.got
    if not isinstance(results, list) or not all(isinstance(result, dict) for result in results):
        return None
    fits = all(np.shape(result.get(name)) == shape for result in results for name, shape in wanted.items())
    return results if fits else None


def shapes_claim(sentence: str, weight: float = 1, tags: Sequence[str] = ("ordinary",), name: str = "shapes") -> Claim:
    """Every name is there and has its shape."""

    def check(outcome: Outcome) -> Finding | None:
        result = outcome.seen.got[0] if isinstance(outcome.seen.got, list) else outcome.seen.got
        if not isinstance(result, dict):
            return Finding("It should return a dictionary.", "a dictionary", describe(result), outcome.case.about)
        for key, shape in _expected_shapes(outcome).items():
            if key not in result:
                return Finding(f'The key "{key}" is missing.', key, describe(result), outcome.case.about)
            if np.shape(result[key]) != shape:
                message = f"{key} has the wrong shape."
                return Finding(message, f"shape {shape}", describe(result[key]), outcome.case.about)
        surplus = [
            key for key in result if key[:1] in "Wb" and key[1:].isdigit() and key not in _expected_shapes(outcome)
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


def trained_twice(position: int) -> Callable[..., tuple]:
    """How a trainer is called: with 0 iterations twice, then with k, each with the same draws.

    position: of num_iterations among the arguments. → (start, start again, end).
    """

    def call(function: Callable, *args: object) -> tuple:
        results = []
        with repeatable(function) as rewind:
            for iterations in (0, 0, args[position]):
                rewind()
                results.append(function(*args[:position], iterations, *args[position + 1 :]))
        return tuple(results)

    return call


def trained_shapes(results: tuple) -> list[dict]:
    """Zeros of the shapes of the trained parameters: all that is compared of a trainer's results directly."""
    return shapes_only([_parameters(results[-1])])


def reference_training(results: tuple) -> dict[str, dict]:
    """Where a reference's training started and ended, and its costs: nobody who starts there has to be trained after."""
    start, _, end = results
    return {"trained": {"start": _parameters(start), "end": _parameters(end), "costs": _costs(end)}}


def _parameters(result: object) -> dict[str, np.ndarray] | None:
    """The parameters in a trainer's result: a dictionary, or the first of two values."""
    chosen = result[0] if isinstance(result, tuple | list) and result else result
    if not isinstance(chosen, dict):
        return None
    arrays = {key: as_array(item) for key, item in chosen.items() if key[:1] in "Wb" and key[1:].isdigit()}
    return arrays if arrays and all(array is not None and array.ndim == 2 for array in arrays.values()) else None


def _costs(result: object) -> object:
    return result[1] if isinstance(result, tuple | list) and len(result) == 2 else None


@dataclass(frozen=True)
class Recipe:
    """How a trainer is meant to learn. read: a case's arguments → (X, Y, learning rate, number of steps)."""

    hidden: str
    read: Callable[[tuple], tuple[np.ndarray, np.ndarray, float, int]]

    def follow(
        self, start: dict[str, np.ndarray], case: Case, rate: float = 1, more: int = 0, kind: type = float
    ) -> tuple[dict[str, np.ndarray], list[float]]:
        """Parameters and costs after the steps. rate: factor on the learning rate; more: further steps; kind: of numbers.

        Where the reference started in the same place, its own training is known.
        """
        known = case.extra.get("trained")
        if known and (rate, more, kind) == (1, 0, float) and _repeatable(known["start"], start):
            return known["end"], known["costs"]
        X, Y, learning_rate, steps = self.read(case.args)
        arrays = (_frozen(X.astype(kind)), _frozen(Y), *(_frozen(array.astype(kind)) for array in start.values()))
        return _trained(arrays, tuple(start), rate * learning_rate, max(steps + more, 0), self.hidden)

    def ways(self, start: dict[str, np.ndarray], case: Case) -> Iterator[tuple[dict[str, np.ndarray], list[float]]]:
        """The ways gradient descent may take, each as `follow` gives it. Rounding can carry a Z over ReLU's corner a step earlier
        or later, and from there on the runs are a little apart: each is as right as the other.
        """
        yield self.follow(start, case)
        known = case.extra.get("trained")
        if known and _alike(known["start"], start):
            yield known["end"], known["costs"]
        yield self.follow(start, case, kind=np.float32)


def _frozen(array: np.ndarray) -> tuple[bytes, str, tuple[int, ...]]:
    return array.tobytes(), array.dtype.str, array.shape


@lru_cache(maxsize=32)  # several claims ask for the same training
def _trained(arrays: tuple, names: tuple[str, ...], learning_rate: float, steps: int, hidden: str) -> tuple[dict, list[float]]:
    X, Y, *start = (np.frombuffer(body, dtype).reshape(shape) for body, dtype, shape in arrays)
    with np.errstate(all="ignore"):
        return train_fast(X, Y, dict(zip(names, start, strict=True)), learning_rate, steps, hidden)


SLIPS = {  # name: (factor on the learning rate, further steps)
    "uphill": (-1, 0),
    "never-updates": (0, 0),
    "one-step-too-many": (1, 1),
    "one-step-too-few": (1, -1),
}


def trainer_claims(recipe: Recipe, with_costs: bool, weight: float = 4) -> tuple[Claim, ...]:
    """All that is claimed of a function that draws initial parameters and trains them."""
    steps = each("values", "it does the steps of gradient descent from where it starts", weight, ("ordinary",),
                 lambda outcome: _off_course(recipe, outcome), opens=True)  # fmt: skip
    single = each("sizes", "one example is enough, and other sizes work", 1, ("single", "sizes"),
                  lambda outcome: _off_course(recipe, outcome))  # fmt: skip
    costs = each("costs", "costs holds the cost at iterations 0, 100, 200, …", 2, ("ordinary",),
                 lambda outcome: _wrong_costs(recipe, outcome))  # fmt: skip
    return (shapes_after_training(), steps, *((costs,) if with_costs else ()), single)


def shapes_after_training() -> Claim:
    """Every W and b is there and has its shape, after training."""

    def check(outcome: Outcome) -> Finding | None:
        end = _parameters(outcome.seen.got[-1])
        for key, shape in _expected_shapes(outcome).items():
            if end is None or np.shape(end.get(key)) != shape:
                got = describe(end.get(key)) if end else describe(outcome.seen.got[-1])
                return Finding(f"{key} is missing or has the wrong shape.", f"shape {shape}", got, outcome.case.about)
        return None

    return each("shapes", "every W and b is there and has its shape", 1, ("ordinary",), check)


def _runs(outcome: Outcome) -> tuple[dict, dict, dict] | None:
    start, again, end = (_parameters(result) for result in outcome.seen.got)
    wanted = _expected_shapes(outcome)
    found = (start, again, end)
    if any(run is None or {key: run[key].shape for key in run} != wanted for run in found):
        return None
    return found


def _repeatable(start: dict[str, np.ndarray], again: dict[str, np.ndarray]) -> bool:
    """True if two calls draw alike; not so for an answer whose numbers come from the system or the clock."""
    return all(np.array_equal(start[key], again[key]) for key in start)


def _alike(left: dict[str, np.ndarray], right: dict[str, np.ndarray]) -> bool:
    """Measured by the largest of all parameters: after many steps a bias near 0 is no more exact than the weights are."""
    return close(*(np.concatenate([run[key].ravel() for key in left]) for run in (left, right)))


def _off_course(recipe: Recipe, outcome: Outcome) -> Finding | None:
    """The parameters are not what gradient descent makes of the start."""
    runs, about = _runs(outcome), outcome.case.about
    if runs is None:
        return Finding("This can be seen when names and shapes are right.", about=about)
    start, again, end = runs
    if any(np.any(start[key]) != key.startswith("W") for key in start):
        message = "With 0 iterations it should give the starting values: random weights and zero biases."
        return Finding(message, "random weights, zero biases", describe(start), about)
    if not _repeatable(start, again):
        return _does_not_learn(recipe, outcome, start, end)
    if any(_alike(one, end) for one, _ in recipe.ways(start, outcome.case)):
        return None
    wanted = recipe.follow(start, outcome.case)[0]
    slips = (
        name
        for name, (rate, more) in SLIPS.items()
        if _alike(recipe.follow(start, outcome.case, rate, more)[0], end)
    )
    wrong = next(key for key in wanted if not close(wanted[key], end[key]))
    message = f"{wrong} is not where gradient descent ends, from where it started."
    return Finding(message, describe(wanted[wrong]), describe(end[wrong]), about, next(slips, None))


def _does_not_learn(recipe: Recipe, outcome: Outcome, start: dict, end: dict) -> Finding | None:
    """Where the draw cannot be repeated: the cost falls as far as it does for the reference's own training."""
    before, reached = (recipe.follow(run, outcome.case, 0, 1)[1][0] for run in (start, end))
    wanted = recipe.follow(recipe.follow(start, outcome.case)[0], outcome.case, 0, 1)[1][0]
    if reached < before and reached - wanted <= 0.3 * (before - wanted):
        return None
    message = "The cost does not fall as it should."
    return Finding(message, f"about {wanted:.4g}", f"{before:.4g} before, {reached:.4g} after", outcome.case.about)


def _wrong_costs(recipe: Recipe, outcome: Outcome) -> Finding | None:
    runs, about = _runs(outcome), outcome.case.about
    if runs is None:
        return Finding("This can be seen when names and shapes are right.", about=about)
    start, again, _ = runs
    costs = as_array(_costs(outcome.seen.got[-1]))
    if costs is None:
        return Finding("costs should be a list of numbers.", "a list", describe(_costs(outcome.seen.got[-1])), about)
    wanted = np.array(recipe.follow(start, outcome.case)[1])
    if _repeatable(start, again) and not any(close(np.array(one), costs) for _, one in recipe.ways(start, outcome.case)):
        return Finding("These are other costs.", describe(wanted.tolist()), describe(costs), about)
    if np.size(costs) != len(wanted) or not np.all(np.diff(np.ravel(costs)) < 0):
        return Finding(
            "There should be one cost for every 100 iterations, each lower.",
            f"{len(wanted)} costs",
            describe(costs),
            about,
        )
    return None
