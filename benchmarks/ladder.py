"""How well each model of the course does on drawn pictures: the table of datasets/README.md.

    python -m benchmarks.ladder                  eight sets of pictures, two to five minutes
    python -m benchmarks.ladder --seeds 1 2 3    other sets

For every seed the generator draws a whole new set, 209 pictures to learn from and 500 to be tested on. Each model then
learns by plain gradient descent from five different starts (logistic regression from its only one, zero).
"""

import argparse
from typing import NamedTuple

import numpy as np

from datasets import draw
from utils.activations import relu, sigmoid
from utils.training import Parameters, train_fast

STARTS = (1, 2, 3, 4, 5)  # seeds of the initial weights


class Model(NamedTuple):
    """What the course trains: `scale` is the standard deviation of the initial weights, None for 1/√n_prev."""

    name: str
    hidden: tuple[int, ...]
    scale: float | None
    learning_rate: float
    num_iterations: int


MODELS = (
    Model("logistic regression", (), 0.0, 0.005, 2000),
    Model("one hidden layer of 7", (7,), 0.01, 0.0075, 2500),
    Model("20-7-5-1", (20, 7, 5), None, 0.0075, 2500),
)


def main() -> None:
    parser = argparse.ArgumentParser(description="Accuracies of the course's models on several drawn sets.")
    parser.add_argument("--seeds", type=int, nargs="+", default=range(1, 9), help="seeds of the generator")
    seeds = list(parser.parse_args().seeds)
    runs = {model.name: {} for model in MODELS}
    for seed in seeds:
        pictures = draw_pictures(seed)
        for model in MODELS:
            starts = STARTS if model.hidden else STARTS[:1]
            runs[model.name][seed] = np.array([run(model, start, *pictures) for start in starts])
        means = ", ".join(f"{name} {results[seed][:, 1].mean():.3f}" for name, results in runs.items())
        print(f"seed {seed}: {means}", flush=True)
    print("\n".join(table(runs, seeds)))


def table(runs: dict[str, dict[int, np.ndarray]], seeds: list[int]) -> list[str]:
    """Lines of a Markdown table. runs: for each model and seed the training and test accuracies (starts, 2)."""
    lines = [
        f"| model | training pictures | test pictures: mean of {len(seeds)} sets | lowest to highest set |",
        "|---|---|---|---|",
        "| always “non-cat” | 0.60 | 0.60 | |",
    ]
    for name, results in runs.items():
        train, test = np.array([results[seed].mean(axis=0) for seed in seeds]).T
        lines.append(f"| {name} | {train.mean():.2f} | {test.mean():.2f} | {test.min():.2f} to {test.max():.2f} |")
    return lines


def draw_pictures(seed: int) -> tuple[np.ndarray, ...]:
    """X (12288, 209), Y (1, 209), X_test (12288, 500), Y_test (1, 500), X in 0..1."""
    arrays = []
    for part in draw.PARTS:
        images, labels = draw.draw_set(seed, part)
        arrays += [images.reshape(len(images), -1).T / 255, labels.reshape(1, -1)]
    return tuple(arrays)


def run(model: Model, start: int, X: np.ndarray, Y: np.ndarray, X_test: np.ndarray, Y_test: np.ndarray) -> list[float]:
    """Train once → accuracy on the training and on the test pictures."""
    parameters = initialize(model, len(X), np.random.default_rng(start))
    parameters, _ = train_fast(X, Y, parameters, model.learning_rate, model.num_iterations)
    return [float(np.mean(predict(parameters, pictures) == labels)) for pictures, labels in ((X, Y), (X_test, Y_test))]


def initialize(model: Model, n_x: int, random: np.random.Generator) -> Parameters:
    parameters, sizes = {}, (n_x, *model.hidden, 1)
    for l in range(1, len(sizes)):
        scale = 1 / np.sqrt(sizes[l - 1]) if model.scale is None else model.scale
        parameters[f"W{l}"] = scale * random.standard_normal((sizes[l], sizes[l - 1]))
        parameters[f"b{l}"] = np.zeros((sizes[l], 1))
    return parameters


def predict(parameters: Parameters, X: np.ndarray) -> np.ndarray:
    """X (n_x, m) → 0 or 1, (1, m)."""
    A, L = X, len(parameters) // 2
    for l in range(1, L + 1):
        Z = parameters[f"W{l}"] @ A + parameters[f"b{l}"]
        A, _ = relu(Z) if l < L else sigmoid(Z)
    return (A > 0.5).astype(np.int64)


if __name__ == "__main__":
    main()
