"""Curves, costs and bars."""

from collections.abc import Mapping, Sequence
from textwrap import fill

import numpy as np
from matplotlib.axes import Axes

from utils.plotting.style import SKY, axes_or_new

Numbers = Sequence[float] | np.ndarray


def plot_curves(
    x: Numbers,
    curves: Mapping[str, Numbers],
    xlabel: str | None = None,
    ylabel: str | None = None,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Several curves over the same x. curves: heights by name, each as long as x. Returns the axes.

    Raises ValueError for a curve of another length.
    """
    x = np.ravel(x)
    heights = {name: np.ravel(y) for name, y in curves.items()}
    for name, y in heights.items():
        if len(y) != len(x):
            raise ValueError(f"curve {name!r} has {len(y)} values, x has {len(x)}: they must be equally many")
    ax = _ready_axes(ax, xlabel, ylabel, title)
    for name, y in heights.items():
        ax.plot(x, y, label=name)
    _add_legend(ax, None)
    return ax


def plot_costs(
    costs: Numbers | Mapping[str, Numbers],
    every: int = 100,
    title: str | None = None,
    legend: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """The cost over the iterations of gradient descent. Returns the axes.

    costs: the cost at iterations 0, every, 2·every, …, or several such lists by name, as {"0.005": costs, …}.
    legend: what the names are ("learning rate"). Raises ValueError for a list that is empty or no list of numbers.
    """
    curves = costs if isinstance(costs, Mapping) else {"": costs}
    ax = _ready_axes(ax, "iteration", "cost", title)
    for name, values in curves.items():
        heights = _as_costs(values, name)
        marker = "o" if len(heights) == 1 else None  # a single point has no line
        ax.plot(every * np.arange(len(heights)), heights, marker=marker, label=str(name) or None)
    if isinstance(costs, Mapping):
        _add_legend(ax, legend)
    return ax


def plot_bars(
    values: Mapping[str, float],
    errors: Mapping[str, float] | Numbers | None = None,
    ylabel: str | None = None,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """One bar for each name, its value written above it. Returns the axes.

    errors: half the length of each error bar, by name or in the order of values; say in the caption what it stands for
    (one standard error, a range over seeds, …). Raises ValueError if the errors do not belong to the names.
    """
    names, heights = list(values), [float(value) for value in values.values()]
    halves = _errors_in_order(names, errors)
    ax = axes_or_new(ax, max(4.5, 1.5 * len(names)), 4.0)
    ax.grid(axis="y")
    ax.bar(range(len(names)), heights, width=0.6, color=SKY, yerr=halves, capsize=5, error_kw={"elinewidth": 1.5})
    for place, (height, half) in enumerate(zip(heights, halves or [0.0] * len(names), strict=True)):
        ax.annotate(_three_digits(height), (place, height + half), (0, 4), textcoords="offset points", ha="center")
    ax.set_xticks(range(len(names)), [fill(str(name), 16) for name in names])
    ax.tick_params(axis="x", length=0)
    ax.margins(y=0.12)
    ax.set(ylabel=ylabel, title=title)
    return ax


def _ready_axes(ax: Axes | None, xlabel: str | None, ylabel: str | None, title: str | None) -> Axes:
    ax = axes_or_new(ax, 7.0, 4.0)
    ax.grid(True)
    ax.set(xlabel=xlabel, ylabel=ylabel, title=title)
    return ax


def _add_legend(ax: Axes, title: str | None) -> None:
    if ax.get_legend_handles_labels()[1]:
        ax.legend(title=title, handlelength=3)


def _as_costs(values: Numbers, name: str) -> np.ndarray:
    try:
        heights = np.array([float(np.squeeze(value)) for value in values])
    except TypeError:
        heights = np.array([])
    if not len(heights):
        label = f"costs[{name!r}]" if name else "costs"
        raise ValueError(f"{label} is {values!r:.60}, expected a list of numbers: one cost every so many iterations")
    return heights


def _three_digits(value: float) -> str:
    """0.700, 12.3, 123, 12,288: equally exact on every bar."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:#.3g}"


def _errors_in_order(names: list[str], errors: Mapping[str, float] | Numbers | None) -> list[float] | None:
    if errors is None:
        return None
    if isinstance(errors, Mapping):
        missing = [name for name in names if name not in errors]
        if missing:
            raise ValueError(f"errors lacks {', '.join(map(repr, missing))}: give one for each bar")
        return [float(errors[name]) for name in names]
    if len(errors) != len(names):
        raise ValueError(f"errors has {len(errors)} entries for {len(names)} bars: give one for each")
    return [float(error) for error in errors]
