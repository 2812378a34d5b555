"""Drawings with nodes and arrows: a computation graph, the layers of a network."""

from collections.abc import Iterable, Mapping, Sequence
from textwrap import fill

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Circle
from matplotlib.text import Text

from utils.plotting.style import BLUE, CLASS_FILLS, GREY, PALE, VERMILLION, axes_or_new

Number = float | str | None
Place = tuple[float, float]

# Both drawings are laid out in inches: boxes and circles keep their size, the figure grows.
LINE = 0.21  # height of a line of text
BETWEEN_BOXES = 0.8  # room for an arrow
BETWEEN_LAYERS = 1.3  # from circle to circle, sideways
BETWEEN_UNITS = 0.44  # and downwards
RADIUS = 0.15

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
    edges: (from, to) pairs of names. A node stands one column to the right of the last that it needs, level with it.
    derivatives: by name, the derivative of the result with respect to that node, written "du = 3" in the colour of the
    dashed arrows, which run backwards from each node that has one. Nodes may be left out: show one step at a time.
    Raises ValueError for a name that is no node, and for arrows that run in a circle.
    """
    boxes = {text.split("=")[0].strip(): text for text in nodes}
    values = dict(zip(boxes, nodes.values(), strict=True))
    edges, derivatives = list(edges), dict(derivatives or {})
    _require_names(boxes, {name for edge in edges for name in edge}, "edges")
    _require_names(boxes, derivatives, "derivatives")
    below = {name: _lines_below(name, values[name], derivatives.get(name)) for name in boxes}
    columns, heights = _columns(list(boxes), edges), _heights(list(boxes), edges)
    widths = {name: 0.35 + 0.1 * max(map(len, (text, *below[name]))) for name, text in boxes.items()}
    x = _spread(columns, widths)
    pitch = 0.5 + LINE * max(map(len, below.values()))
    y = {name: pitch * height for name, height in heights.items()}

    left, right = min(x[name] - widths[name] / 2 for name in x), max(x[name] + widths[name] / 2 for name in x)
    ax = _canvas(ax, (left, right), (min(y.values()) - pitch + 0.15, max(y.values()) + 0.35), title)
    drawn = {name: _draw_box(ax, (x[name], y[name]), boxes[name], below[name]) for name in boxes}
    for start, end in edges:
        _draw_edge(ax, drawn[start], drawn[end], backwards=start in derivatives)
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

    names = [
        f"{fill(label, 14)}\n$n^{{[{l}]}} = {size}$" for l, (label, size) in enumerate(zip(labels, sizes, strict=True))
    ]
    heights = [_unit_heights(size) for size in sizes]
    x = [BETWEEN_LAYERS * l for l in range(len(sizes))]
    bottom = min(map(min, heights)) - 2 * RADIUS
    room = LINE * (1 + max(name.count("\n") for name in names)) + 0.1
    ax = _canvas(ax, (x[0] - 0.7, x[-1] + 0.7), (bottom - room, max(map(max, heights)) + 0.25), title)
    for l, size in enumerate(sizes):
        if l > 0:
            _draw_weights(ax, x[l - 1], heights[l - 1], x[l], heights[l])
        _draw_layer(ax, x[l], heights[l], size, is_input=l == 0)
        ax.text(x[l], bottom, names[l], ha="center", va="top")
    return ax


def _canvas(ax: Axes | None, across: Place, upwards: Place, title: str | None) -> Axes:
    """Bare axes from left to right and from bottom to top, measured in inches."""
    ax = axes_or_new(ax, across[1] - across[0], upwards[1] - upwards[0] + (0.35 if title else 0))
    ax.axis("off")
    ax.set(xlim=across, ylim=upwards, title=title)
    ax.set_aspect("equal")
    return ax


# --- computation graph ---


def _require_names(boxes: Mapping[str, str], names: Iterable[str], what: str) -> None:
    for name in names:
        if name not in boxes:
            raise ValueError(f"{what} names {name!r}, which is no node: the nodes are {', '.join(boxes)}")


def _columns(names: list[str], edges: list[tuple[str, str]]) -> dict[str, int]:
    """Column of each node: the length of the longest way to it from an input."""
    columns = dict.fromkeys(names, 0)
    for _ in names:
        late = [(start, end) for start, end in edges if columns[end] <= columns[start]]
        for start, end in late:
            columns[end] = max(columns[end], columns[start] + 1)
        if not late:
            return columns
    raise ValueError(f"the edges run in a circle through {late[0][0]!r} and {late[0][1]!r}: no node may need itself")


def _heights(names: list[str], edges: list[tuple[str, str]]) -> dict[str, float]:
    """Height of each node, in rows: level with what it needs from the column before, at least a row apart."""
    columns = _columns(names, edges)
    heights: dict[str, float] = {}
    for column in range(max(columns.values()) + 1):
        members = [name for name in names if columns[name] == column]
        before = [[start for start, end in edges if end == name and columns[start] == column - 1] for name in members]
        wishes = [float(np.mean([heights[start] for start in starts])) if starts else 0.0 for starts in before]
        heights |= zip(members, _apart(wishes), strict=True)
    return heights


def _apart(wishes: list[float]) -> list[float]:
    """Heights near the wishes, in the given order from the top, at least 1 apart."""
    heights: list[float] = []
    for wish in wishes:
        heights.append(min(wish, heights[-1] - 1) if heights else wish)
    shift = np.mean(wishes) - np.mean(heights)
    return [float(height + shift) for height in heights]


def _spread(columns: Mapping[str, int], widths: Mapping[str, float]) -> dict[str, float]:
    """The middle of each node, sideways: every column is as wide as its widest node."""
    count = max(columns.values()) + 1
    wide = [max(widths[name] for name in columns if columns[name] == column) for column in range(count)]
    middles = [sum(wide[:column]) + wide[column] / 2 + BETWEEN_BOXES * column for column in range(count)]
    return {name: middles[column] for name, column in columns.items()}


def _lines_below(name: str, value: Number, derivative: Number) -> dict[str, str]:
    """What to write below a node, with its colour."""
    lines = {} if value is None else {_written(value): "black"}
    return lines if derivative is None else lines | {f"d{name} = {_written(derivative)}": VERMILLION}


def _draw_box(ax: Axes, place: Place, text: str, below: Mapping[str, str]) -> Text:
    box = {"boxstyle": "round,pad=0.4", "facecolor": CLASS_FILLS[0], "edgecolor": BLUE, "linewidth": 1.3}
    drawn = ax.text(*place, text, ha="center", va="center", fontsize=12, bbox=box, zorder=2)
    for line, (words, colour) in enumerate(below.items()):
        ax.annotate(
            words,
            place,
            (0, -17 - 72 * LINE * line),  # points
            textcoords="offset points",
            ha="center",
            va="top",
            color=colour,
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.5},
            zorder=4,  # an arrow that passes must not strike a number out
        )
    return drawn


def _draw_edge(ax: Axes, start: Text, end: Text, backwards: bool) -> None:
    """An arrow from box to box and, where the derivative is known, a dashed one back."""
    _draw_arrow(ax, start, end, color=GREY, linewidth=1.5)
    if backwards:
        falls = start.get_position()[1] > end.get_position()[1] + 0.01
        bend = f"arc3,rad={0.2 if falls else -0.25}"  # outwards, where no other node is
        _draw_arrow(ax, end, start, color=VERMILLION, linewidth=1.3, linestyle="--", connectionstyle=bend)


def _draw_arrow(ax: Axes, start: Text, end: Text, **look: object) -> None:
    ends = {"patchA": start.get_bbox_patch(), "patchB": end.get_bbox_patch(), "shrinkA": 3, "shrinkB": 3}
    look = {"arrowstyle": "-|>", "mutation_scale": 13} | ends | look
    ax.annotate("", end.get_position(), start.get_position(), arrowprops=look, zorder=3)


def _written(value: Number) -> str:
    return value if isinstance(value, str) else f"{value:g}"


# --- network ---


def _layer_names(count: int) -> list[str]:
    return ["input", *(f"hidden {l}" for l in range(1, count - 1)), "output"]


def _unit_heights(size: int) -> list[float]:
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
    fill_colour, edge = ("white", GREY) if is_input else (CLASS_FILLS[0], BLUE)  # the input computes nothing
    for y in heights:
        ax.add_patch(Circle((x, y), RADIUS, facecolor=fill_colour, edgecolor=edge, linewidth=1.5, zorder=2))
    if size > MOST_UNITS:
        ax.plot([x] * 3, [-RADIUS, 0, RADIUS], color=edge, linestyle="", marker="o", markersize=3, zorder=2)
