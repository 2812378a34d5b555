"""Points in the plane to learn on: small problems that can be drawn, so that a boundary can be seen."""

import numpy as np
from numpy.typing import NDArray

PETALS = 4
PETAL_LENGTH = 3.0
TURNS = 1.5  # of each arm of the spiral
TILT = 0.3  # radians; keeps the petals off the axes, so that no single feature is special

Points = tuple[NDArray[np.float64], NDArray[np.int64]]


def flower(m: int, seed: int, noise: float = 0.4) -> Points:
    """A flower of four petals, coloured 0, 1, 0, 1 in turn: no straight line separates the colours.

    m: number of points, shared out evenly among the petals; seed: the same seed gives the same points;
    noise: standard deviation of the blur added to both coordinates (petals are 3 long), so that neighbouring petals
    overlap a little and no honest model reaches 100 %.

    Returns X (2, m) float64, one point a column, and Y (1, m) int64, 0 or 1. ValueError if m < 1 or noise < 0.
    """
    _require_sizes(m, noise)
    rng = np.random.default_rng(seed)
    petal = rng.permutation(np.arange(m) % PETALS)
    across = rng.uniform(-1, 1, m)  # from one edge of the petal to the other
    angle = TILT + (petal + 0.4 * across) * 2 * np.pi / PETALS
    outline = PETAL_LENGTH * np.sqrt(np.cos(0.45 * np.pi * across))
    radius = outline * np.sqrt(rng.uniform(0.05, 1, m))  # the root spreads points evenly over the area
    return _blurred(radius, angle, noise, rng), (petal % 2)[np.newaxis].astype(np.int64)


def ring(m: int, seed: int, noise: float = 0.15) -> Points:
    """A disc (1) inside a ring (0): the boundary between them has to close on itself.

    m: number of points, half of them in the disc; seed: the same seed gives the same points;
    noise: standard deviation of the blur added to both coordinates. The disc's radius is 1, the ring's radii are
    1.5 and 2.5.

    Returns X (2, m) float64, one point a column, and Y (1, m) int64, 0 or 1. ValueError if m < 1 or noise < 0.
    """
    _require_sizes(m, noise)
    rng = np.random.default_rng(seed)
    inside = rng.permutation(np.arange(m) % 2)
    share = rng.uniform(0, 1, m)
    radius = np.where(inside == 1, np.sqrt(share), np.sqrt(1.5**2 + share * (2.5**2 - 1.5**2)))
    return _blurred(radius, rng.uniform(0, 2 * np.pi, m), noise, rng), inside[np.newaxis].astype(np.int64)


def spiral(m: int, seed: int, noise: float = 0.1) -> Points:
    """Two arms that wind round each other, one of each class: the boundary has to wind between them.

    m: number of points, half of them in each arm; seed: the same seed gives the same points;
    noise: standard deviation of the blur added to both coordinates. Each arm makes TURNS turns on its way out to radius 3.

    Returns X (2, m) float64, one point a column, and Y (1, m) int64, 0 or 1. ValueError if m < 1 or noise < 0.
    """
    _require_sizes(m, noise)
    rng = np.random.default_rng(seed)
    arm = rng.permutation(np.arange(m) % 2)
    outwards = np.sqrt(rng.uniform(0.02, 1, m))  # the root gives the long outer turns more points
    angle = (2 * TURNS * outwards + arm) * np.pi
    return _blurred(3 * outwards, angle, noise, rng), arm[np.newaxis].astype(np.int64)


def _blurred(
    radius: NDArray[np.float64], angle: NDArray[np.float64], noise: float, rng: np.random.Generator
) -> NDArray[np.float64]:
    """Polar coordinates (m,) as columns of (2, m), each moved a little at random."""
    X = np.stack([radius * np.cos(angle), radius * np.sin(angle)])
    return X + noise * rng.standard_normal(X.shape)


def _require_sizes(m: int, noise: float) -> None:
    if m < 1:
        raise ValueError(f"m is the number of points and must be 1 or more, not {m}")
    if noise < 0:
        raise ValueError(f"noise is a standard deviation and must be 0 or more, not {noise}")
