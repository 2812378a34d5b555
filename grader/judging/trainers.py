"""Functions that draw initial parameters and train them.

They are called with 0 and with k iterations and the same draws, and the second result must be what gradient descent
makes of the first. With other draws they must start elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from grader.judging.case import Case
from grader.judging.claims import each
from grader.judging.exercise import Claim, Finding, Outcome
from grader.judging.initialisers import drawn_alike, expected_shapes, shapes_only
from grader.judging.repeatable import repeatable
from grader.judging.values import as_array, close, describe
from utils.seeds import seeds_of_one_call
from utils.training import train_fast

SMALL_START = 1e-3  # where no weight is larger at the start, the steps of a whole training can hardly be seen

SLIPS = {  # name: (factor on the learning rate, further steps)
    "uphill": (-1, 0),
    "never-updates": (0, 0),
    "one-step-too-many": (1, 1),
    "one-step-too-few": (1, -1),
}


def trainer(recipe: Recipe, iterations_at: int, with_costs: bool) -> dict[str, object]:
    """The fields of an `Exercise` that trains parameters it has drawn: all but its id, drawing and hints.

    iterations_at: the place of num_iterations among the arguments; with_costs: it returns costs beside the parameters.
    """
    return {
        "answers": ("utils.training.train_fast",),
        "call": trained_twice(iterations_at),
        "keep": trained_shapes,
        "beside": reference_training,
        "claims": trainer_claims(recipe, with_costs),
    }


def trained_twice(position: int) -> Callable[..., tuple]:
    """How a trainer is called: with 0 iterations twice, then with k, each with the same draws; then with 0 and other draws.

    position: of num_iterations among the arguments. → (start, start again, end, W1 of the other start).
    """

    def call(function: Callable, *args: object) -> tuple:
        def run(iterations: int) -> object:
            return function(*args[:position], iterations, *args[position + 1 :])

        results = []
        with seeds_of_one_call() as next_call, repeatable(function) as rewind:
            for iterations in (0, 0, args[position]):
                rewind()
                results.append(run(iterations))
            next_call()
            return (*results, (_parameters(run(0)) or {}).get("W1"))

    return call


def trained_shapes(results: tuple) -> list[dict]:
    """Zeros of the shapes of the trained parameters: all that is compared of a trainer's results directly."""
    return shapes_only([_parameters(results[2])])


def reference_training(results: tuple) -> dict[str, dict]:
    """Where a reference's training started and ended, and its costs: nobody who starts there has to be trained after."""
    start, _, end, _ = results
    return {"trained": {"start": _parameters(start), "end": _parameters(end), "costs": _costs(end)}}


def _parameters(result: object) -> dict[str, np.ndarray] | None:
    """The parameters in a trainer's result: a dictionary, or the first of two values."""
    chosen = result[0] if isinstance(result, tuple | list) and result else result
    if not isinstance(chosen, dict):
        return None
    arrays = {key: as_array(item) for key, item in chosen.items() if key[:1] in "Wb" and key[1:].isdigit()}
    fits = all(array is not None and array.ndim == 2 and array.dtype.kind != "c" for array in arrays.values())
    return arrays if arrays and fits else None


def _results(outcome: Outcome) -> tuple:
    """What the calls of a trainer gave: start, start again, end, and W1 of another start."""
    got = outcome.seen.got
    return tuple(got) if isinstance(got, tuple | list) and len(got) == 4 else (None,) * 4


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
def _trained(
    arrays: tuple, names: tuple[str, ...], learning_rate: float, steps: int, hidden: str
) -> tuple[dict, list[float]]:
    X, Y, *start = (np.frombuffer(body, dtype).reshape(shape) for body, dtype, shape in arrays)
    with np.errstate(all="ignore"):
        return train_fast(X, Y, dict(zip(names, start, strict=True)), learning_rate, steps, hidden)


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
        last = _results(outcome)[2]
        end = _parameters(last)
        for key, shape in expected_shapes(outcome).items():
            if end is None or np.shape(end.get(key)) != shape:
                got = describe(end.get(key)) if end else describe(last)
                return Finding(f"{key} is missing or has the wrong shape.", f"shape {shape}", got, outcome.case.about)
        return None

    return each("shapes", "every W and b is there and has its shape", 1, ("ordinary",), check)


def _runs(outcome: Outcome) -> tuple[dict, dict, dict] | None:
    """The parameters of (start, start again, end), None where a name is missing or a shape is wrong."""
    found = tuple(_parameters(result) for result in _results(outcome)[:3])
    wanted = expected_shapes(outcome)
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
        return Finding("Names and shapes have to be right first, and all iterations done.", about=about)
    start, again, end = runs
    if any(np.any(start[key]) != key.startswith("W") for key in start):
        message = "With 0 iterations it should give the starting values: random weights and zero biases."
        return Finding(message, "random weights, zero biases", describe(start), about)
    fixed = _not_by_chance(start, as_array(_results(outcome)[3]), about)
    if fixed:
        return fixed
    if not _repeatable(start, again):
        return _does_not_learn(recipe, outcome, start, end)
    if any(_alike(one, end) for one, _ in recipe.ways(start, outcome.case)):
        return None
    wanted = recipe.follow(start, outcome.case)[0]
    slips = (
        name for name, (rate, more) in SLIPS.items() if _alike(recipe.follow(start, outcome.case, rate, more)[0], end)
    )
    wrong = next(key for key in wanted if not close(wanted[key], end[key]))
    message = f"{wrong} is not where gradient descent ends, from where it started."
    return Finding(message, describe(wanted[wrong]), describe(end[wrong]), about, next(slips, None))


def _not_by_chance(start: dict[str, np.ndarray], other: np.ndarray | None, about: str) -> Finding | None:
    """Weights that are alike at the start of two trainings, or so small that nothing is seen of the training.

    other: W1 at the start of another training.
    """
    weights = [key for key in start if key.startswith("W")]
    if max(np.max(np.abs(start[key])) for key in weights) < SMALL_START:
        message = "All weights are so near 0 at the start that the network can hardly move from there."
        return Finding(message, "random weights that can be told from 0", describe(start[weights[0]]), about)
    if other is None or other.shape != start["W1"].shape or not drawn_alike(start["W1"], other.astype(float)):
        return None
    message = (
        "Every training starts with the same W1: the numbers are fixed, by a generator that is made anew with a seed, or by a "
        "formula. Start with random weights."
    )
    return Finding(message, "other weights in each call", describe(other), about)


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
        return Finding("Names and shapes have to be right first, and all iterations done.", about=about)
    start, again, _ = runs
    told = _costs(_results(outcome)[2])
    costs = as_array(told)
    if costs is None or costs.dtype.kind == "c":
        return Finding("costs should be a list of numbers.", "a list", describe(told), about)
    wanted = np.array(recipe.follow(start, outcome.case)[1])
    if _repeatable(start, again) and not any(
        close(np.array(one), costs) for _, one in recipe.ways(start, outcome.case)
    ):
        return Finding("These are other costs.", describe(wanted.tolist()), describe(costs), about)
    if np.size(costs) != len(wanted) or not np.all(np.diff(np.ravel(costs)) < 0):
        return Finding(
            "There should be one cost for every 100 iterations, each lower.",
            f"{len(wanted)} costs",
            describe(costs),
            about,
        )
    return None
