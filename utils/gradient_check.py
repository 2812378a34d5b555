"""Is a gradient the slope of its cost? Nudge every number a little, watch the cost, and compare."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

Value = np.ndarray | float
Cost = Callable[[dict[str, Value]], float]

STEP = 1e-6
LIMIT = 1e-5  # right gradients come out near 1e-8, wrong ones above 1e-3


@dataclass(frozen=True, repr=False)
class Verdict:
    """What `gradient_check` found. Shown as text, one line for each gradient; true where all are right."""

    passed: bool
    errors: dict[str, float]  # relative error by the gradient's name ("dW1"); inf where nothing could be compared
    text: str

    def __bool__(self) -> bool:
        return self.passed

    def __repr__(self) -> str:
        return self.text


def numeric_gradient(f: Cost, parameters: Mapping[str, Value], step: float = STEP) -> dict[str, Value]:
    """The slope of f at `parameters` in the direction of each number, by central differences.

    (f(θ + step) − f(θ − step)) / (2 step), for one number θ at a time: two calls of f for each, so use small arrays.
    The error of one slope is about step² (curvature) plus 1e-16 · |f| / step (rounding).

    f: takes a dict like `parameters`, returns one number. It is handed float64 copies: the originals are never changed,
    whatever f does with them. parameters: arrays of any shape, or plain numbers, by name ("W1", "b1", …).
    Returns the slopes under the same names, each in the shape of its parameter.
    Raises TypeError or ValueError if f returns anything but one number.
    """
    slopes = {}
    for name, value in parameters.items():
        slope = np.zeros(np.shape(value))
        for index in np.ndindex(slope.shape):
            above = _number(f(_nudged(parameters, name, index, step)))
            below = _number(f(_nudged(parameters, name, index, -step)))
            slope[index] = (above - below) / (2 * step)
        slopes[name] = _as_given(slope, value)
    return slopes


def relative_error(a: Value, b: Value) -> float:
    """‖a − b‖ / (‖a‖ + ‖b‖): 0 for equal arrays, at most 1; 0 where both are all zeros.

    a, b: numbers or arrays of one shape; ValueError if the shapes differ. The norm is the root of the sum of squares.
    """
    a, b = np.asarray(a, dtype=np.float64), np.asarray(b, dtype=np.float64)
    if a.shape != b.shape:
        raise ValueError(f"a has shape {a.shape}, b has {b.shape}: they must be equal to be compared")
    size = np.linalg.norm(a) + np.linalg.norm(b)
    return float(np.linalg.norm(a - b) / size) if size > 0 else 0.0


def gradient_check(f: Cost, gradients: Mapping[str, Value], parameters: Mapping[str, Value]) -> Verdict:
    """Hold `gradients` against the slopes of f at `parameters`; the parameters stay as they are.

    f: takes a dict like `parameters`, returns the cost. gradients: what backpropagation found, under "d" + the
    parameter's name: "dW1" for "W1". Other entries of it ("dA0", …) are ignored.
    Right is a relative error below 1e-5, or a difference too small to tell from rounding. ReLU has a kink at 0: a z
    that lies within a step of it shows as a false alarm; draw other numbers and check again.
    Returns a Verdict; missing, mis-shaped and non-numeric gradients are findings, not exceptions.
    Raises ValueError if the cost itself is not finite, TypeError or ValueError if f does not return one number.
    """
    cost = _number(f(_nudged(parameters)))
    if not math.isfinite(cost):
        raise ValueError(f"the cost at these parameters is {cost}: a slope needs a finite cost; is there a log of 0?")
    slopes = numeric_gradient(f, parameters)
    noise = 10 * np.finfo(np.float64).eps * max(1.0, abs(cost)) / STEP  # what rounding can do to one slope
    findings = {f"d{name}": _compare(gradients, f"d{name}", slope, noise) for name, slope in slopes.items()}
    passed = all(right for _, right, _ in findings.values())
    lines = [f"  {name:<4} {remark}" for name, (_, _, remark) in findings.items()]
    return Verdict(
        passed=passed,
        errors={name: error for name, (error, _, _) in findings.items()},
        text="\n".join([f"gradient check {'passed' if passed else 'FAILED'}", *lines]),
    )


def _compare(gradients: Mapping[str, Value], name: str, slope: Value, noise: float) -> tuple[float, bool, str]:
    """One gradient against the numeric slope → relative error, right or not, a remark."""
    try:
        gradient = _array(gradients, name, np.shape(slope))
    except ValueError as error:
        return math.inf, False, str(error)
    error = relative_error(gradient, slope)
    difference = np.abs(gradient - slope)
    if error < LIMIT:
        return error, True, f"right: relative error {error:.1e}"
    if np.all(difference <= noise):
        return error, True, f"right: differs by at most {difference.max():.1e}, no more than rounding does"
    worst = np.unravel_index(np.argmax(difference), difference.shape)
    place = f" at [{', '.join(map(str, worst))}]" if worst else ""
    pair = f"yours {gradient[worst]:.6g}, the cost's slope {np.asarray(slope)[worst]:.6g}"
    return error, False, f"WRONG: relative error {error:.1e}; worst{place}: {pair}"


def _array(gradients: Mapping[str, Value], name: str, shape: tuple[int, ...]) -> np.ndarray:
    """The named gradient as float64, or ValueError with the remark that says why there is none to compare."""
    if name not in gradients:
        found = ", ".join(map(str, gradients)) or "nothing"
        raise ValueError(f'MISSING: gradients has no "{name}", it holds {found}')
    try:
        gradient = np.asarray(gradients[name]).astype(np.float64, casting="same_kind")
    except TypeError:
        raise ValueError(f"NO NUMBERS: found {gradients[name]!r:.60}") from None
    if gradient.shape != shape:
        raise ValueError(f"WRONG SHAPE: {gradient.shape}, expected {shape or 'one number'} like its parameter")
    if not np.all(np.isfinite(gradient)):
        raise ValueError("NOT FINITE: holds nan or inf")
    return gradient


def _nudged(
    parameters: Mapping[str, Value], name: str = "", index: tuple[int, ...] = (), change: float = 0.0
) -> dict[str, Value]:
    """A float64 copy of all parameters, one entry of one of them changed."""
    copies = {key: np.array(value, dtype=np.float64) for key, value in parameters.items()}
    if name:
        copies[name][index] += change
    return {key: _as_given(copy, parameters[key]) for key, copy in copies.items()}


def _as_given(array: np.ndarray, given: Value) -> Value:
    """An array for an array, a plain float for a number."""
    return array if isinstance(given, np.ndarray) or array.ndim else array.item()


def _number(cost: object) -> float:
    if isinstance(cost, tuple | list | dict) or cost is None:
        raise TypeError(f"f returned a {type(cost).__name__}, expected one number: let it return the cost alone")
    if np.size(cost) != 1:
        raise ValueError(f"f returned an array of shape {np.shape(cost)}, expected one number: sum or average it")
    return float(np.asarray(cost).item())
