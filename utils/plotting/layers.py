"""How large the numbers in each layer of a network are."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from utils.plotting.style import BLUE, axes_or_new

TALLEST = 0.85  # bar of a layer; the layers stand 1 apart
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")  # drawn in a tenth of the time of $10^{-3}$
BARS = 4  # for each power of ten


def plot_layer_sizes(
    layers: Sequence[np.ndarray],
    names: Sequence[str],
    powers: tuple[int, int] = (-12, 2),
    title: str | None = None,
    colour: str = BLUE,
    ax: Axes | None = None,
) -> Axes:
    """For each layer a histogram of the sizes of its numbers, in powers of ten, the first layer on top. Returns the axes.

    layers: an array of any shape for each layer. Zeros are left out: they have no power of ten. What is beyond the scale
    is counted at its end. names: what to write at the left of each layer, "" for nothing.
    powers: from which to which power of ten the scale runs. Quick enough to follow a slider.
    Raises ValueError for another number of names than of layers.
    """
    if len(names) != len(layers):
        raise ValueError(f"{len(names)} names for {len(layers)} layers: give one for each")
    low, high = powers
    ax = axes_or_new(ax, 6.0, 0.9 + 0.5 * len(layers))
    edges = np.linspace(low, high, BARS * (high - low) + 1)
    for l, (values, name) in enumerate(zip(layers, names, strict=True)):
        sizes = np.abs(values[np.nonzero(values)])
        counts, _ = np.histogram(np.log10(sizes).clip(low, high), edges)
        heights = TALLEST * np.append(counts, 0) / max(counts.max(), 1)
        ax.fill_between(edges, heights - l, -l, step="post", color=colour, linewidth=0)
        ax.text(low - 0.3, 0.3 - l, name, ha="right", va="center", fontsize=10)
    ticks = range(low, high + 1, max(1, (high - low) // 4))
    ax.set(xlim=powers, ylim=(0.9 - len(layers), 1.05), yticks=[], title=title)
    ax.set_xticks(ticks, ["10" + str(power).translate(RAISED) if power else "1" for power in ticks])
    return ax
