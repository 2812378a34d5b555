"""Points in the plane, and the boundary that a model draws between them."""

from collections.abc import Callable, Sequence

import numpy as np
from matplotlib.axes import Axes

from utils.plotting.style import CLASS_COLOURS, CLASS_FILLS, CLASS_MARKERS, axes_or_new

GRID, BARE_GRID = 300, 80  # points along each side of the grid on which the model is asked


def plot_points(
    X: np.ndarray,
    Y: np.ndarray,
    title: str | None = None,
    classes: Sequence[str] = ("y = 0", "y = 1"),
    ax: Axes | None = None,
    bare: bool = False,
) -> Axes:
    """Points of two classes: circles and triangles. Returns the axes.

    X: (2, m), one point a column. Y: m entries 0 or 1, (1, m) or (m,). classes: names for the legend.
    bare: no legend, and no numbers at the axes, so that it is drawn quickly enough to follow a slider.
    Raises ValueError for other shapes or other labels.
    """
    X, Y = _require_points(X, Y)
    size = 26 if ax is None and not bare else 16  # one of several plots side by side is small
    ax = axes_or_new(ax, 5.0, 4.8)
    for k, name in enumerate(classes):
        look = {"marker": CLASS_MARKERS[k], "color": CLASS_COLOURS[k], "edgecolors": "white", "linewidths": 0.5}
        ax.scatter(*X[:, np.equal(Y, k)], s=size, label=name, **look)
    (left, right), (bottom, top) = _ranges(X)
    ax.set(xlim=(left, right), ylim=(bottom, top))
    if 0.25 < (top - bottom) / (right - left) < 4:  # else one side would be too short to see anything
        ax.set_aspect("equal")
    if bare:
        ax.set(xticks=[], yticks=[], title=title)
        return ax
    ax.set(xlabel="$x_1$", ylabel="$x_2$")
    ax.set_title(title, pad=24)  # above the legend
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 0.98), ncols=len(classes), handletextpad=0.1, columnspacing=1.2)
    return ax


def plot_decision_boundary(
    predict: Callable[[np.ndarray], np.ndarray],
    X: np.ndarray,
    Y: np.ndarray,
    title: str | None = None,
    ax: Axes | None = None,
    bare: bool = False,
) -> Axes:
    """Where a model says 0 and where 1, under the points it is about. Returns the axes.

    predict: points (2, k), one a column → (1, k) or (k,): 0 and 1, bool, or probabilities, which count as 1 above 0.5.
    X, Y, bare: as for plot_points. Raises ValueError if predict returns another shape.
    """
    X, Y = _require_points(X, Y)
    x1, x2 = grid_over(X, BARE_GRID if bare else GRID)
    field = _ask(predict, np.stack([x1.ravel(), x2.ravel()])).reshape(x1.shape)
    ax = plot_points(X, Y, title=title, ax=ax, bare=bare)
    ax.contourf(x1, x2, field, levels=[-np.inf, 0.5, np.inf], colors=CLASS_FILLS, zorder=0)
    if field.min() <= 0.5 < field.max():
        ax.contour(x1, x2, field, levels=[0.5], colors="black", linewidths=1.5, zorder=0.5)
    return ax


def grid_over(X: np.ndarray, side: int) -> tuple[np.ndarray, np.ndarray]:
    """The two coordinates of a grid over the points X (2, m) and a margin: twice (side, side)."""
    return tuple(np.meshgrid(*(np.linspace(low, high, side) for low, high in _ranges(X))))


def _ranges(X: np.ndarray) -> list[tuple[float, float]]:
    """From where to where the two axes run: the points and a margin."""
    ends = [(float(x.min()), float(x.max())) for x in X]
    return [(low - margin, high + margin) for low, high in ends for margin in [0.08 * (high - low) or 0.5]]


def _ask(predict: Callable[[np.ndarray], np.ndarray], points: np.ndarray) -> np.ndarray:
    """predict's answers for points (2, k) as floats (k,)."""
    k = points.shape[1]
    answers = np.asarray(predict(points))
    if answers.shape not in ((1, k), (k,)):
        raise ValueError(
            f"predict returned shape {answers.shape} for points of shape (2, {k}), expected (1, {k}): "
            "does it use the points it is given?"
        )
    return answers.astype(np.float64).ravel()


def _require_points(X: np.ndarray, Y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """X (2, m) and Y as (m,), or ValueError."""
    X, Y = np.asarray(X), np.ravel(Y)
    if X.ndim != 2 or X.shape[0] != 2:
        turn = ": points go in columns, so give X.T" if X.ndim == 2 and X.shape[1] == 2 else ""
        raise ValueError(f"X has shape {X.shape}, expected (2, m){turn}")
    if len(Y) != X.shape[1]:
        raise ValueError(f"Y has {len(Y)} entries for {X.shape[1]} points: one label for each column of X")
    if not np.all(np.isin(Y, (0, 1))):
        raise ValueError(f"Y holds {Y[~np.isin(Y, (0, 1))][0]}, expected labels 0 and 1 only")
    return X, Y
