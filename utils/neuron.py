"""The single neuron of assignment 01, ready-made: what networks are compared with."""

import numpy as np

from utils import activations


def sigmoid(z: np.ndarray | float) -> np.ndarray:
    """1 / (1 + e⁻ᶻ), element by element, without overflow. z: any shape → the same shape."""
    return activations.sigmoid(z)[0]


def train_neuron(X: np.ndarray, Y: np.ndarray, num_iterations: int, learning_rate: float) -> tuple[np.ndarray, float]:
    """Logistic regression by gradient descent from zero weights. X: (n_x, m), Y: (1, m) → w (n_x, 1) and b."""
    m = X.shape[1]
    w, b = np.zeros((X.shape[0], 1)), 0.0
    for _ in range(num_iterations):
        dZ = sigmoid(w.T @ X + b) - Y  # (1, m)
        w = w - learning_rate * X @ dZ.T / m
        b = b - learning_rate * float(dZ.mean())
    return w, b


def predict_neuron(w: np.ndarray, b: float, X: np.ndarray) -> np.ndarray:
    """1 where the probability is above 0.5, else 0. w: (n_x, 1), X: (n_x, m) → (1, m) int64."""
    return (sigmoid(w.T @ X + b) > 0.5).astype(np.int64)
