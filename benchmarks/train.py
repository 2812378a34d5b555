"""Training 20-7-5-1 on pictures (12288, 209): the course's own loop, the Gram matrix, and PyTorch side by side.

`python -m benchmarks.train` prints the table; `measure()` returns its figures. PyTorch is optional.

Every one of the three has one thread, the same pictures and labels, starting weights of the same size, and leaves out
the gradient with respect to the pictures, as PyTorch does. What is measured is processor time: with one thread it is
what a clock shows on an idle machine, and other programs do not disturb it. The three take turns, and the median of
their rounds counts.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

LAYER_DIMS = [12288, 20, 7, 5, 1]
PICTURES = 209
LEARNING_RATE = 0.0075
ROUNDS = 7
ITERATIONS = {"reference": 40, "fast": 2500, "torch": 40}  # in each round; the fast one includes its work done once
PRECISIONS = ("float32", "float64")
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"
)
ROOT = Path(__file__).resolve().parent.parent


def measure() -> dict[str, float]:
    """The figures of the table by name, and the two ratios the course promises, each for its worse precision.

    train_<reference|fast|torch>_ms_<precision>: milliseconds per iteration. train_reference_time_over_torch,
    train_fast_speed_over_torch: only where PyTorch is installed.
    train_fast_relative_difference: of all parameters from plain training after 500 iterations in float64, the largest.
    """
    # NumPy reads the number of threads once, when it is loaded: hence a process of its own.
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.train", "--figures"],
        cwd=ROOT,
        env=os.environ | ONE_THREAD,
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout)


def _figures() -> dict[str, float]:
    """What `measure` returns, measured in this process."""
    figures: dict[str, float] = {}
    for precision in PRECISIONS:
        times = _milliseconds(_contestants(precision))
        figures |= {f"train_{name}_ms_{precision}": ms for name, ms in times.items()}
    if _has_torch():
        figures |= _against_torch(figures)
    figures["train_fast_relative_difference"] = _relative_difference(500)
    return figures


def _contestants(precision: str) -> dict[str, Callable[[int], object]]:
    """By name, a function that trains for the given number of iterations."""
    from grader.answers import reference
    from utils.training import train_fast

    deep = reference.load("deep_network").functions
    X, Y = _pictures(precision)
    parameters = deep.initialize_parameters_deep(LAYER_DIMS)
    contestants: dict[str, Callable[[int], object]] = {
        "reference": lambda n: deep.L_layer_model(X, Y, LAYER_DIMS, LEARNING_RATE, n),
        "fast": lambda n: train_fast(X, Y, parameters, LEARNING_RATE, n),
    }
    if _has_torch():
        contestants["torch"] = _torch_trainer(X, Y, parameters)
    return contestants


def _pictures(precision: str) -> tuple[np.ndarray, np.ndarray]:
    """The drawn pictures as the notebooks prepare them: X (12288, 209) in 0 … 1, Y (1, 209), both of the precision."""
    from utils.data import load_drawn

    cats = load_drawn()
    X = (cats.train_x.reshape(len(cats.train_x), -1).T / 255).astype(precision)
    return X, cats.train_y.astype(precision)


def _torch_trainer(X: np.ndarray, Y: np.ndarray, parameters: dict[str, np.ndarray]) -> Callable[[int], None]:
    """Full-batch gradient descent as one writes it in PyTorch, with automatic differentiation."""
    import torch

    torch.set_num_threads(1)
    X, Y = torch.from_numpy(X), torch.from_numpy(Y)
    layers = range(1, len(LAYER_DIMS))
    W = [torch.tensor(parameters[f"W{l}"], dtype=X.dtype, requires_grad=True) for l in layers]
    b = [torch.tensor(parameters[f"b{l}"], dtype=X.dtype, requires_grad=True) for l in layers]
    optimizer = torch.optim.SGD([*W, *b], lr=LEARNING_RATE)

    def train(iterations: int) -> None:
        for _ in range(iterations):
            A = X
            for W_l, b_l in zip(W[:-1], b[:-1], strict=True):
                A = torch.relu(W_l @ A + b_l)
            cost = torch.nn.functional.binary_cross_entropy_with_logits(W[-1] @ A + b[-1], Y)
            optimizer.zero_grad()
            cost.backward()
            optimizer.step()

    return train


def _milliseconds(contestants: dict[str, Callable[[int], object]]) -> dict[str, float]:
    """Median processor time per iteration. They take turns, so that a slow minute of the machine hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for train in contestants.values():
        train(3)  # load, allocate, warm up
    for _ in range(ROUNDS):
        for name, train in contestants.items():
            start = time.process_time()
            train(ITERATIONS[name])
            times[name].append((time.process_time() - start) / ITERATIONS[name] * 1000)
    return {name: statistics.median(values) for name, values in times.items()}


def _against_torch(figures: dict[str, float]) -> dict[str, float]:
    def ratios(above: str, below: str) -> list[float]:
        return [figures[f"train_{above}_ms_{p}"] / figures[f"train_{below}_ms_{p}"] for p in PRECISIONS]

    return {
        "train_reference_time_over_torch": max(ratios("reference", "torch")),
        "train_fast_speed_over_torch": min(ratios("torch", "fast")),
    }


def _relative_difference(iterations: int) -> float:
    """Largest |fast − plain| of a parameter array, relative to the array's largest entry; one start, float64."""
    from grader.answers import reference
    from utils.training import train_fast

    deep = reference.load("deep_network").functions
    X, Y = _pictures("float64")
    np.random.seed(1)
    plain, _ = deep.L_layer_model(X, Y, LAYER_DIMS, LEARNING_RATE, iterations)
    np.random.seed(1)
    fast, _ = train_fast(X, Y, deep.initialize_parameters_deep(LAYER_DIMS), LEARNING_RATE, iterations)
    return max(float(np.abs(fast[name] - value).max() / np.abs(value).max()) for name, value in plain.items())


def _has_torch() -> bool:
    return importlib.util.find_spec("torch") is not None


def table(figures: dict[str, float]) -> str:
    """The figures as lines of text."""
    version = importlib.metadata.version("torch") if _has_torch() else "(not installed)"
    lines = [
        "Training 20-7-5-1 on (12288, 209), one thread, milliseconds per iteration",
        f"{'':36}{'float32':>10}{'float64':>10}",
    ]
    for name, label in (
        ("reference", "the course's L_layer_model"),
        ("fast", "utils.training.train_fast"),
        ("torch", f"PyTorch {version}"),
    ):
        cells = [figures.get(f"train_{name}_ms_{p}") for p in PRECISIONS]
        lines.append(f"{label:36}" + "".join("         –" if ms is None else f"{ms:10.3f}" for ms in cells))
    if "train_fast_speed_over_torch" in figures:
        lines.append(f"{'reference: time over PyTorch (worse)':36}{figures['train_reference_time_over_torch']:10.2f}")
        lines.append(f"{'fast: speed over PyTorch (worse)':36}{figures['train_fast_speed_over_torch']:10.1f}")
    else:
        lines.append('PyTorch is not installed: pip install -e ".[bench]" fills its rows.')
    lines.append(f"{'fast against plain, 500 iterations':36}{figures['train_fast_relative_difference']:10.0e}")
    return "\n".join(lines)


if __name__ == "__main__":
    if "--figures" in sys.argv:
        print(json.dumps(_figures()))
    else:
        print(table(measure()))
