"""The layers of a network, drawn as columns of circles."""

from collections.abc import Sequence
from textwrap import fill

from matplotlib.axes import Axes
from matplotlib.patches import Circle

from utils.plotting.style import BLUE, CLASS_FILLS, GREY, LINE_HEIGHT, PALE, axes_in_inches

# Inches
BETWEEN_LAYERS = 1.3
BETWEEN_UNITS = 0.44
RADIUS = 0.15

MOST_UNITS = 8  # a layer with more is shown as its first and last units, with dots between
SHOWN_AT_EACH_END = 3


def draw_network(
    layer_sizes: Sequence[int],
    labels: Sequence[str] | None = None,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """The layers of a network, units as circles, weights as lines; the biases are left out. Returns the axes.

    layer_sizes: units of each layer, input first: [12288, 20, 7, 5, 1]. A layer of more than 8 is abbreviated by dots.
    labels: a name below each layer; "input", "hidden 1", …, "output" if left out.
    Raises ValueError for fewer than two layers, a size below 1, or another number of labels than of layers.
    """
    sizes = [int(size) for size in layer_sizes]
    if len(sizes) < 2 or min(sizes) < 1:
        raise ValueError(f"layer_sizes is {list(layer_sizes)}, expected two sizes or more, each 1 or more")
    names = _names(sizes, labels)
    columns = [_heights(size) for size in sizes]
    x = [BETWEEN_LAYERS * l for l in range(len(sizes))]
    top = max(max(column) for column in columns)
    text_top = -top - 2 * RADIUS
    room = LINE_HEIGHT * (1 + max(name.count("\n") for name in names)) + 0.1
    ax = axes_in_inches(ax, (x[0] - 0.7, x[-1] + 0.7), (text_top - room, top + 0.25), title)
    for l in range(len(sizes)):
        if l > 0:
            _draw_weights(ax, x[l - 1], columns[l - 1], x[l], columns[l])
        _draw_layer(ax, x[l], columns[l], sizes[l], is_input=l == 0)
        ax.text(x[l], text_top, names[l], ha="center", va="top")
    return ax


def _names(sizes: list[int], labels: Sequence[str] | None) -> list[str]:
    """What to write below each layer: its label, in lines short enough, and its size."""
    count = len(sizes)
    if labels is None:
        labels = ["input", *(f"hidden {l}" for l in range(1, count - 1)), "output"]
    if len(labels) != count:
        raise ValueError(f"{len(labels)} labels for {count} layers: give one for each, the input's too")
    return [f"{fill(labels[l], 14)}\n$n^{{[{l}]}} = {sizes[l]}$" for l in range(count)]


def _heights(size: int) -> list[float]:
    """Heights of the circles of a layer, centred on 0; a long layer has a gap in the middle, for the dots."""
    rows = [(size - 1) / 2 - i for i in range(size)]
    if size > MOST_UNITS:
        upper = [float(SHOWN_AT_EACH_END - i) for i in range(SHOWN_AT_EACH_END)]
        rows = upper + [-row for row in reversed(upper)]
    return [BETWEEN_UNITS * row for row in rows]


def _draw_weights(ax: Axes, x: float, heights: list[float], x_next: float, heights_next: list[float]) -> None:
    for y in heights:
        for y_next in heights_next:
            ax.plot([x, x_next], [y, y_next], color=PALE, linewidth=0.7, linestyle="-", zorder=1)


def _draw_layer(ax: Axes, x: float, heights: list[float], size: int, is_input: bool) -> None:
    inside, edge = ("white", GREY) if is_input else (CLASS_FILLS[0], BLUE)  # the input computes nothing
    for y in heights:
        ax.add_patch(Circle((x, y), RADIUS, facecolor=inside, edgecolor=edge, linewidth=1.5, zorder=2))
    if size > MOST_UNITS:
        ax.plot([x] * 3, [-RADIUS, 0, RADIUS], color=edge, linestyle="", marker="o", markersize=3, zorder=2)
