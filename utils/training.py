"""Gradient descent on wide pictures, exact and fast: the Gram matrix stands in for the pictures."""

import zlib
from collections.abc import Callable, Sequence
from contextlib import nullcontext

import numpy as np

from utils import activations
from utils.watch import IN_BROWSER, Watch

Parameters = dict[str, np.ndarray]
Activation = tuple[Callable, Callable]  # forward: Z → (A, cache), backward: (dA, cache) → dZ

ACTIVATIONS: dict[str, Activation] = {
    "sigmoid": (activations.sigmoid, activations.sigmoid_backward),
    "tanh": (activations.tanh, activations.tanh_backward),
    "relu": (activations.relu, activations.relu_backward),
    "leaky_relu": (activations.leaky_relu, activations.leaky_relu_backward),
}

_last_gram: tuple[tuple | None, np.ndarray | None] = (None, None)  # what it was made of, and itself


def train_fast(
    X: np.ndarray,
    Y: np.ndarray,
    parameters: Parameters,
    learning_rate: float,
    num_iterations: int,
    hidden: str | Sequence[str] = "relu",
    every: int = 100,
    watch: bool = False,
) -> tuple[Parameters, list[float]]:
    """Train an L-layer classifier by plain gradient descent, without touching the pictures inside the loop.

    Each step changes W1 by −α/m · dZ1 Xᵀ. So W1 is always W1_start + C Xᵀ, where the small matrix C (n_1, m) collects
    −α/m · dZ1, and all that the network asks of W1 is W1 X = W1_start X + C (XᵀX). The Gram matrix XᵀX (m, m) is
    computed once. With 209 pictures of 12,288 numbers a step then costs about a hundredth of the arithmetic. This is
    the same algorithm, not an approximation: only rounding differs. With as many examples as features or more
    (m ≥ n_x) the Gram matrix would be the larger one, and the change of W1 is collected directly.

    X: (n_x, m) float32 or float64, a precision that everything then has. Y: (1, m) of 0 and 1, any dtype.
    parameters: W1 (n_1, n_x), b1 (n_1, 1), …, WL (1, n_{L−1}), bL (1, 1), where training starts; left untouched.
    hidden: activation of the hidden layers, a key of ACTIVATIONS, or one for each hidden layer.
    watch: show a bar with the falling cost, and let an interrupt (■, Ctrl-C) end the training: what was learned until then
    is returned.
    The output is one sigmoid unit, the cost its cross-entropy (written in Z, so that it needs no log of 0).
    Returns new parameters and the costs at iterations 0, every, 2·every, … below num_iterations.
    Raises ValueError for an unknown activation and for shapes that do not fit together.
    """
    W, b = _copy_layers(X, Y, parameters)
    layers = _hidden_activations(hidden, len(W) - 1)
    Y = Y.astype(X.dtype)
    rate = X.dtype.type(learning_rate / X.shape[1])

    n_x, m = X.shape
    use_gram = m < n_x
    K = _gram(X) if use_gram else None
    W1X_start = W[0] @ X
    C = np.zeros((len(W[0]), m if use_gram else n_x), X.dtype)

    costs = []
    with Watch(num_iterations) if watch else nullcontext() as watcher:
        for i in range(num_iterations):
            Z, A, caches = _forward(W1X_start + (_times_gram(C, K) if use_gram else C @ X), W, b, layers)
            if i % every == 0:
                costs.append(_cross_entropy(Z, Y))
            if watcher and watcher.stops(i, costs[-1]):
                break
            step1 = _backward(rate * (activations.sigmoid(Z)[0] - Y), A, caches, W, b, layers)
            C -= step1 if use_gram else step1 @ X.T

    W[0] += C @ X.T if use_gram else C
    return _named(W, b), costs


def _gram(X: np.ndarray) -> np.ndarray:
    """XᵀX (m, m). The last one is remembered: many trainings learn from the same pictures."""
    global _last_gram
    columns = np.ascontiguousarray(X.T)
    key = (columns.shape, columns.dtype, zlib.crc32(columns))
    if _last_gram[0] != key:
        _last_gram = key, columns @ columns.T
    return _last_gram[1]


def _times_gram(C: np.ndarray, K: np.ndarray) -> np.ndarray:
    """C K, where K is symmetric. A browser's NumPy has no BLAS: einsum along rows takes half of the time of @ there."""
    return np.einsum("ij,kj->ik", C, K) if IN_BROWSER else C @ K


def _forward(W1X: np.ndarray, W: list, b: list, layers: list[Activation]) -> tuple[np.ndarray, list, list]:
    """From W1 X (n_1, m) to the output's Z (1, m), with the hidden layers' A and caches. W1X is written into."""
    Z, A, caches = W1X, [], []
    Z += b[0]
    for (activate, _), W_next, b_next in zip(layers, W[1:], b[1:], strict=True):
        a, cache = activate(Z)
        A.append(a)
        caches.append(cache)
        Z = W_next @ a
        Z += b_next
    return Z, A, caches


def _backward(step: np.ndarray, A: list, caches: list, W: list, b: list, layers: list[Activation]) -> np.ndarray:
    """Move every W and b but W1 by one step, in place; return α/m · dZ1.

    step: α/m · dZ of the output layer (1, m). The factor rides along, so each product below is a step already.
    """
    for l in reversed(range(1, len(W))):
        dA = W[l].T @ step
        W[l] -= step @ A[l - 1].T
        b[l] -= step.sum(axis=1, keepdims=True)
        step = layers[l - 1][1](dA, caches[l - 1])
    b[0] -= step.sum(axis=1, keepdims=True)
    return step


def _cross_entropy(Z: np.ndarray, Y: np.ndarray) -> float:
    """Mean of −(y log σ(z) + (1 − y) log(1 − σ(z))) = log(1 + eᶻ) − y z, finite for every z. Z, Y: (1, m)."""
    return float(np.mean(np.logaddexp(0, Z) - Y * Z))


def _hidden_activations(hidden: str | Sequence[str], count: int) -> list[Activation]:
    names = [hidden] * count if isinstance(hidden, str) else list(hidden)
    if len(names) != count:
        raise ValueError(f"hidden names {len(names)} activations, the parameters have {count} hidden layers")
    for name in names:
        if name not in ACTIVATIONS:
            raise ValueError(f"hidden: unknown activation {name!r}; choose from {', '.join(ACTIVATIONS)}")
    return [ACTIVATIONS[name] for name in names]


def _copy_layers(X: np.ndarray, Y: np.ndarray, parameters: Parameters) -> tuple[list, list]:
    """Lists of W and b in X's precision, checked against X (n_x, m) and Y (1, m)."""
    if X.dtype not in (np.float32, np.float64):
        raise ValueError(f"X holds {X.dtype}, expected float32 or float64: divide the pictures by 255 first")
    _expect_shape("Y", Y, (1, X.shape[1]))
    W, b, n_prev = [], [], len(X)
    for l in range(1, len(parameters) // 2 + 1):
        W.append(parameters[f"W{l}"].astype(X.dtype))
        b.append(parameters[f"b{l}"].astype(X.dtype))
        _expect_shape(f"W{l}", W[-1], (len(W[-1]), n_prev))
        n_prev = len(W[-1])
        _expect_shape(f"b{l}", b[-1], (n_prev, 1))
    if n_prev != 1:
        raise ValueError(f"the last layer has {n_prev} units, expected 1: the output is one sigmoid unit")
    return W, b


def _expect_shape(name: str, array: np.ndarray, expected: tuple[int, ...]) -> None:
    if array.shape != expected:
        raise ValueError(f"{name} has shape {array.shape}, expected {expected}")


def _named(W: list, b: list) -> Parameters:
    """Back to W1, b1, W2, b2, …"""
    parameters = {}
    for l in range(len(W)):
        parameters[f"W{l + 1}"], parameters[f"b{l + 1}"] = W[l], b[l]
    return parameters
