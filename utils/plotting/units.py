"""What the hidden units of a network say, place by place, and the boundary that they make together."""

from collections.abc import Callable, Mapping

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from utils.plotting.plane import grid_over, plot_decision_boundary
from utils.plotting.style import CLASS_COLOURS, LINES, PALE, quiet

Parameters = Mapping[str, np.ndarray]
Network = Callable[[np.ndarray, Parameters], tuple[np.ndarray, Mapping[str, np.ndarray]]]

SIDE = 40  # squares along each side of a unit's map
TOWARDS = LinearSegmentedColormap.from_list("towards", [CLASS_COLOURS[0], "white", CLASS_COLOURS[1]])


def plot_hidden_units(
    forward: Network, parameters: Parameters, X: np.ndarray, Y: np.ndarray, title: str | None = None
) -> Figure:
    """A network with one hidden layer: its boundary, and what each hidden unit does to it. Returns the figure.

    forward: points (2, k) and parameters → A2 (1, k) and a cache that holds A1 (n_h, k).
    parameters: W1 (n_h, 2), b1 (n_h, 1), W2 (1, n_h), b2 (1, 1). X: (2, m). Y: m entries 0 or 1.
    Left: the boundary, with a line for each unit, where its weighted sum is 0. Right: a map for each unit, coloured by
    W2[0, k] · A1[k], which pushes the answer towards 0 or towards 1. Quick enough to follow a slider, for up to 7 units.
    """
    figure, (left, right) = plt.subplots(1, 2, figsize=(8.4, 4.1))
    plot_decision_boundary(lambda points: forward(points, parameters)[0], X, Y, title=title, ax=left, bare=True)
    looks = [look for _, look in zip(parameters["W1"], LINES(), strict=False)]
    for k, look in enumerate(looks):
        _draw_line(left, parameters["W1"][k], float(parameters["b1"][k, 0]), k, look)
    x1, x2 = grid_over(X, SIDE)
    _, cache = forward(np.stack([x1.ravel(), x2.ravel()]), parameters)
    _draw_maps(right, (parameters["W2"].T * cache["A1"]).reshape(-1, SIDE, SIDE), looks)
    right.set_title("what each unit pushes towards")
    return quiet(figure)


def _draw_line(ax: Axes, w: np.ndarray, b: float, k: int, look: dict) -> None:
    """Where w · x + b = 0, with the unit's number at the place nearest to the middle. w: (2,)."""
    length = np.hypot(*w)
    if length == 0:  # no weights, no line
        return
    nearest = -b * w / length**2
    ax.axline(nearest, slope=-w[0] / w[1] if w[1] else np.inf, linewidth=1.8, **look)
    (left, right), (bottom, top) = ax.get_xlim(), ax.get_ylim()
    if left < nearest[0] < right and bottom < nearest[1] < top:
        box = {"boxstyle": "circle,pad=0.15", "facecolor": "white", "edgecolor": look["color"]}
        ax.text(*nearest, str(k), color=look["color"], ha="center", va="center", fontsize=9, bbox=box)


def _draw_maps(ax: Axes, pushes: np.ndarray, looks: list[dict]) -> None:
    """One square for each unit, in two rows. pushes: (n_h, SIDE, SIDE), negative towards 0, positive towards 1."""
    columns = -(-len(pushes) // 2)
    rows = -(-len(pushes) // columns)
    most = max(1.0, float(np.abs(pushes).max()))  # where all push weakly, all are pale
    for k, (push, look) in enumerate(zip(pushes, looks, strict=True)):
        x, y = k % columns, -(k // columns)
        place = (x, x + 0.94, y, y + 0.86)
        ax.imshow(push, extent=place, origin="lower", cmap=TOWARDS, vmin=-most, vmax=most, interpolation="nearest")
        ax.add_patch(Rectangle((x, y), 0.94, 0.86, fill=False, edgecolor=PALE, linewidth=1))
        ax.text(x + 0.47, y + 0.88, f"unit {k}", color=look["color"], ha="center", va="bottom", fontsize=10)
    ax.set(xlim=(-0.02, columns), ylim=(0.98 - rows, 1.05), xticks=[], yticks=[])
    ax.axis("off")
