"""Call a function on the inputs of a case and see what it does, without letting it do harm to the judging.

Here a learner's code runs. What leaves is plain values only.
"""

from __future__ import annotations

import contextlib
import copy
import inspect
import io
import random
import warnings
from collections.abc import Callable, Sequence

import numpy as np

from grader.judging.case import Case, Observation
from grader.judging.exercise import Exercise, Outcome
from grader.judging.plain import plain
from grader.judging.stopped import raised
from grader.judging.unfilled import marked

SMALL = 1000  # numbers of an array that is compared as bytes first


def observe(exercise: Exercise, function: Callable, case: Case) -> Outcome:
    """One call of `function` on a copy of the case's arguments. Nothing is printed, no warning is shown.

    NumPy's and Python's global generators are seeded for it, and left as the call leaves them: see `own_draws`.
    """
    args = copy.deepcopy(case.args + wanted_spares(function, case))
    with quiet(), marked():
        seed()
        try:
            got = plain(exercise.call(function, *args))
        except (Exception, SystemExit) as error:
            got = raised(function, error)
    return Outcome(case, Observation(got, changed(case, args)), exercise.returns)


def changed(case: Case, args: Sequence[object]) -> tuple[int, ...]:
    """The positions of the case's arguments that are other ones after a call with `args`."""
    return tuple(i for i, before in enumerate(case.args) if not _identical(before, args[i]))


@contextlib.contextmanager
def own_draws():
    """Global draws go on afterwards as if nothing had been."""
    states = np.random.get_state(), random.getstate()
    try:
        yield
    finally:
        np.random.set_state(states[0])
        random.setstate(states[1])


def seed() -> None:
    """Global draws begin at a fixed seed."""
    np.random.seed(0)
    random.seed(0)


@contextlib.contextmanager
def quiet():
    """No output and no warnings."""
    sink = io.StringIO()
    with contextlib.redirect_stdout(sink), contextlib.redirect_stderr(sink), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with np.errstate(all="ignore"):
            yield


def wanted_spares(function: Callable, case: Case) -> tuple:
    """Further positional arguments, where the signature requires more than the classic ones."""
    if not case.spare:
        return ()
    try:
        parameters = inspect.signature(function).parameters.values()
    except Exception:  # whatever a callable object of the learner's says when it is asked
        return ()
    kinds = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    required = sum(p.kind in kinds and p.default is p.empty for p in parameters)
    return case.spare[: max(0, required - len(case.args))]


def _identical(before: object, after: object) -> bool:
    if isinstance(before, np.ndarray):
        same_kind = isinstance(after, np.ndarray) and before.shape == after.shape and before.dtype == after.dtype
        if same_kind and before.size < SMALL and before.dtype != object and before.tobytes() == after.tobytes():
            return True  # mostly so, and quicker to see
        return same_kind and np.array_equal(before, after, equal_nan=before.dtype.kind == "f")
    if isinstance(before, dict):
        return (
            isinstance(after, dict)
            and before.keys() == after.keys()
            and all(_identical(item, after[key]) for key, item in before.items())
        )
    if isinstance(before, list | tuple):
        same_kind = type(before) is type(after) and len(before) == len(after)
        return same_kind and all(_identical(left, right) for left, right in zip(before, after, strict=True))
    try:
        return bool(before == after)
    except Exception:  # an array, or an object of the learner's, where a number was
        return False
