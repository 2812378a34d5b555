"""The activation functions of the course, each with its way back.

Forward: Z → (A, cache). A = g(Z), element by element, in Z's shape. The cache is Z itself: what the way back needs.
Backward: (dA, cache) → dZ = dA * g'(Z), by the chain rule. dA is the derivative of the cost with respect to A, an array
of Z's shape or one number.

Every function takes an array of any shape, or a number. None writes into its arguments; float32 stays float32; all are
finite for every finite Z.
"""

import numpy as np

LEAKY_SLOPE = 0.01  # slope of leaky ReLU below zero

Array = np.ndarray


def sigmoid(Z: Array | float) -> tuple[Array, Array]:
    """1 / (1 + e⁻ᶻ), between 0 and 1.

    e⁻ᶻ overflows far below zero. There the same fraction, multiplied by eᶻ above and below, is eᶻ / (1 + eᶻ). So only
    the exponential of −|z|, which is at most 1, is ever computed.
    """
    e = np.exp(-np.abs(Z))
    return np.where(np.greater_equal(Z, 0), 1, e) / (1 + e), Z


def tanh(Z: Array | float) -> tuple[Array, Array]:
    """(eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ) = 2σ(2z) − 1, between −1 and 1."""
    return np.tanh(Z), Z


def relu(Z: Array | float) -> tuple[Array, Array]:
    """max(0, z): what is positive passes, the rest is 0."""
    return np.maximum(0, Z), Z


def leaky_relu(Z: Array | float) -> tuple[Array, Array]:
    """z above zero, 0.01 z below: a small slope stays, so that a unit can recover."""
    return np.maximum(np.multiply(LEAKY_SLOPE, Z), Z), Z


def sigmoid_backward(dA: Array | float, cache: Array) -> Array:
    """dA * a(1 − a)."""
    _require_fit(dA, cache)
    A, _ = sigmoid(cache)
    return dA * A * (1 - A)


def tanh_backward(dA: Array | float, cache: Array) -> Array:
    """dA * (1 − a²)."""
    _require_fit(dA, cache)
    A, _ = tanh(cache)
    return dA * (1 - A**2)


def relu_backward(dA: Array | float, cache: Array) -> Array:
    """dA where z > 0, else 0. At the kink, z = 0, any slope from 0 to 1 would do; 0 is the custom."""
    _require_fit(dA, cache)
    return np.where(np.greater(cache, 0), dA, 0)


def leaky_relu_backward(dA: Array | float, cache: Array) -> Array:
    """dA where z > 0, else 0.01 dA (so at the kink, too)."""
    _require_fit(dA, cache)
    return np.where(np.greater(cache, 0), dA, np.multiply(LEAKY_SLOPE, dA))


def _require_fit(dA: Array | float, cache: Array) -> None:
    """Say it when the wrong cache is handed in: NumPy would broadcast, and the mistake would show much later."""
    if isinstance(cache, tuple | list | dict):
        raise TypeError(
            f"cache is a {type(cache).__name__} of {len(cache)}, expected the array Z: the second value that the "
            "activation's forward function returned"
        )
    if np.ndim(dA) > 0 and np.shape(dA) != np.shape(cache):
        raise ValueError(
            f"dA has shape {np.shape(dA)}, the cache Z has {np.shape(cache)}: they must be equal; "
            "is this the cache of the same layer?"
        )
