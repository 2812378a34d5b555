"""Drawings with nodes and arrows: a computation graph, the layers of a network."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle

from utils.plotting.style import BLUE, CLASS_FILLS, GREY, PALE, VERMILLION, axes_or_new

Number = float | str | None
Place = tuple[float, float]

MOST_UNITS = 8  # a layer with more is shown as its first and last units, with dots between
SHOWN_AT_EACH_END = 3


def draw_computation_graph(
    nodes: Mapping[str, Number],
    edges: Iterable[tuple[str, str]],
    derivatives: Mapping[str, Number] | None = None,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """A formula as boxes and arrows, inputs on the left, result on the right. Returns the axes.

    For J = 3v, v = a + u, u = bc at a, b, c = 5, 3, 2:

        draw_computation_graph(
            nodes={"a": 5, "b": 3, "c": 2, "u = bc": 6, "v = a + u": 11, "J = 3v": 33},
            edges=[("b", "u"), ("c", "u"), ("a", "v"), ("u", "v"), ("v", "J")],
            derivatives={"J": 1, "v": 3, "a": 3, "u": 3, "b": 6, "c": 9},
        )

    nodes: what stands in each box, with the value to write below it (a number, a text, or None for nothing). A node's
    name is the part before the first "=": "u" for "u = bc". Nodes of one column stand in the order given.
    edges: (from, to) pairs of names. A node stands one column to the right of the last that it needs.
    derivatives: by name, the derivative of the result with respect to that node, written "du = 3" in the colour of the
    dashed arrows, which run backwards from each node that has one. Nodes may be left out: show one step at a time.
    Raises ValueError for a name that is no node, and for arrows that run in a circle.
    """
    boxes = {text.split("=")[0].strip(): text for text in nodes}
    values = dict(zip(boxes, nodes.values(), strict=True))
    edges, derivatives = list(edges), dict(derivatives or {})
    _require_names(boxes, {name for edge in edges for name in edge}, "edges")
    _require_names(boxes, derivatives, "derivatives")
    places = _places(list(boxes), edges)

    columns, heights = zip(*places.values(), strict=True)
    ax = _canvas(ax, 2.1 * (max(columns) + 1), 1.25 * (max(heights) - min(heights) + 1), title)
    for name, text in boxes.items():
        _draw_box(ax, places[name], text, values[name], f"d{name}", derivatives.get(name))
    for start, end in edges:
        _draw_edge(ax, places[start], places[end], backwards=start in derivatives)
    ax.set(xlim=(min(columns) - 0.5, max(columns) + 0.5), ylim=(min(heights) - 0.65, max(heights) + 0.4))
    return ax


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
    labels = _layer_names(len(sizes)) if labels is None else list(labels)
    if len(labels) != len(sizes):
        raise ValueError(f"{len(labels)} labels for {len(sizes)} layers: give one for each, the input's too")

    heights = [_unit_heights(size) for size in sizes]
    tallest = max(max(column) for column in heights)
    ax = _canvas(ax, min(9.0, 1.9 * len(sizes)), 0.42 * (2 * tallest + 1) + 1.0, title)
    gap = max(2.5, 0.9 * tallest)  # between layers, in units of the distance between circles
    for l in range(1, len(sizes)):
        _draw_weights(ax, gap * (l - 1), heights[l - 1], gap * l, heights[l])
    for l, size in enumerate(sizes):
        _draw_layer(ax, gap * l, heights[l], size, is_input=l == 0)
        ax.text(gap * l, -tallest - 0.8, f"{labels[l]}\n$n^{{[{l}]}} = {size}$", ha="center", va="top")
    ax.set(xlim=(-1.2, gap * (len(sizes) - 1) + 1.2), ylim=(-tallest - 2.2, tallest + 0.6))
    return ax


def _canvas(ax: Axes | None, width: float, height: float, title: str | None) -> Axes:
    """Axes without frame or ticks, one unit as long upwards as sideways where circles are to be round."""
    ax = axes_or_new(ax, width, height + (0.3 if title else 0))
    ax.axis("off")
    ax.set_title(title)
    return ax


# --- computation graph ---


def _require_names(boxes: Mapping[str, str], names: Iterable[str], what: str) -> None:
    for name in names:
        if name not in boxes:
            raise ValueError(f"{what} names {name!r}, which is no node: the nodes are {', '.join(boxes)}")


def _places(names: list[str], edges: list[tuple[str, str]]) -> dict[str, Place]:
    """Column (the longest way from an input) and height of each node: as high as what it needs, on average."""
    before = {name: [start for start, end in edges if end == name] for name in names}
    columns = {name: _depth(name, before, ()) for name in names}
    places: dict[str, Place] = {}
    for column in range(max(columns.values()) + 1):
        members = [name for name in names if columns[name] == column]
        wishes = [np.mean([places[start][1] for start in before[name]]) if before[name] else 0.0 for name in members]
        for name, height in zip(members, _apart(wishes), strict=True):
            places[name] = (float(column), height)
    return places


def _depth(name: str, before: Mapping[str, list[str]], path: tuple[str, ...]) -> int:
    if name in path:
        raise ValueError(f"the edges run in a circle: {' → '.join((*reversed(path), path[0]))}")
    return max((1 + _depth(start, before, (*path, name)) for start in before[name]), default=0)


def _apart(wishes: list[float]) -> list[float]:
    """Heights near the wishes, in the given order from the top, at least 1 apart."""
    heights: list[float] = []
    for wish in wishes:
        heights.append(min(wish, heights[-1] - 1) if heights else wish)
    shift = float(np.mean(wishes) - np.mean(heights))
    return [float(height) + shift for height in heights]


def _draw_box(ax: Axes, place: Place, text: str, value: Number, d_name: str, derivative: Number) -> None:
    x, y = place
    box = {"boxstyle": "round,pad=0.45", "facecolor": CLASS_FILLS[0], "edgecolor": BLUE, "linewidth": 1.3}
    ax.text(x, y, text, ha="center", va="center", fontsize=12, bbox=box, zorder=3)
    below = [] if value is None else [(_written(value), "black")]
    below += [] if derivative is None else [(f"{d_name} = {_written(derivative)}", VERMILLION)]
    for line, (words, colour) in enumerate(below):
        ax.annotate(
            words, (x, y), (0, -20 - 15 * line), textcoords="offset points", ha="center", va="top", color=colour
        )


def _draw_edge(ax: Axes, start: Place, end: Place, backwards: bool) -> None:
    forward = {"arrowstyle": "-|>", "color": GREY, "linewidth": 1.5, "shrinkA": 32, "shrinkB": 36}
    ax.annotate("", end, start, arrowprops=forward)
    if backwards:
        back = {"arrowstyle": "-|>", "color": VERMILLION, "linewidth": 1.3, "linestyle": "--"}
        back |= {"shrinkA": 36, "shrinkB": 32, "connectionstyle": "arc3,rad=-0.2"}
        ax.annotate("", start, end, arrowprops=back)


def _written(value: Number) -> str:
    return value if isinstance(value, str) else f"{value:g}"


# --- network ---


def _layer_names(count: int) -> list[str]:
    return ["input", *(f"hidden {l}" for l in range(1, count - 1)), "output"]


def _unit_heights(size: int) -> list[float]:
    """Heights of the circles of a layer, centred on 0; a long layer has a gap in the middle, for the dots."""
    if size <= MOST_UNITS:
        return [(size - 1) / 2 - i for i in range(size)]
    upper = [SHOWN_AT_EACH_END - i for i in range(SHOWN_AT_EACH_END)]
    return [float(height) for height in upper + [-height for height in reversed(upper)]]


def _draw_weights(ax: Axes, x: float, heights: list[float], x_next: float, heights_next: list[float]) -> None:
    for y in heights:
        for y_next in heights_next:
            ax.plot([x, x_next], [y, y_next], color=PALE, linewidth=0.7, linestyle="-", zorder=1)


def _draw_layer(ax: Axes, x: float, heights: list[float], size: int, is_input: bool) -> None:
    ax.set_aspect("equal")
    fill, edge = ("white", GREY) if is_input else (CLASS_FILLS[0], BLUE)  # the input computes nothing
    for y in heights:
        ax.add_patch(Circle((x, y), 0.34, facecolor=fill, edgecolor=edge, linewidth=1.5, zorder=2))
    if size > MOST_UNITS:
        ax.plot([x] * 3, [0.35, 0, -0.35], "o", color=edge, markersize=3, zorder=2)
