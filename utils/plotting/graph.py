"""A formula drawn as boxes and arrows: the computation graph, forward and back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.text import Text

from utils.plotting.style import BLUE, CLASS_FILLS, GREY, LINE_HEIGHT, VERMILLION, axes_in_inches

Value = float | str | None
Edges = list[tuple[str, str]]  # (from, to)

BETWEEN_COLUMNS = 0.8  # inches: room for an arrow
BACK = {"color": VERMILLION, "linewidth": 1.3, "linestyle": "--"}  # arrows of the way back


@dataclass(frozen=True)
class Box:
    """What a node shows: the text inside, and the lines below it with their colours."""

    text: str
    below: list[tuple[str, str]]

    @property
    def width(self) -> float:
        """Inches that the longest text takes, roughly."""
        return 0.35 + 0.1 * max(len(self.text), *(len(line) for line, _ in self.below), 1)


def draw_computation_graph(
    nodes: Mapping[str, Value],
    edges: Iterable[tuple[str, str]],
    derivatives: Mapping[str, Value] | None = None,
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
    dashed arrows, or a text that is written as it is. The arrows run back to each node that has one. Nodes may be left
    out: show one step at a time.
    Raises ValueError for a name that is no node or two, and for arrows that run in a circle.
    """
    edges, derivatives = list(edges), dict(derivatives or {})
    boxes = _boxes(nodes, derivatives)
    _require_names(boxes, [name for edge in edges for name in edge], "edges")
    _require_names(boxes, derivatives, "derivatives")

    columns = _columns(boxes, edges)
    x, across = _spread(columns, boxes)
    pitch = 0.5 + LINE_HEIGHT * max(len(box.below) for box in boxes.values())
    y = {name: pitch * row for name, row in _rows(columns, edges).items()}
    ax = axes_in_inches(ax, across, (min(y.values()) - pitch + 0.15, max(y.values()) + 0.35), title)

    drawn = {name: _draw_box(ax, x[name], y[name], box) for name, box in boxes.items()}
    for start, end in edges:
        _draw_arrow(ax, drawn[start], drawn[end], color=GREY, linewidth=1.5)
        if start in derivatives:
            falls = y[start] > y[end] + 0.01
            bend = 0.2 if falls else -0.25  # outwards, where no other node is
            _draw_arrow(ax, drawn[end], drawn[start], connectionstyle=f"arc3,rad={bend}", **BACK)
    return ax


def _boxes(nodes: Mapping[str, Value], derivatives: Mapping[str, Value]) -> dict[str, Box]:
    """The boxes by the names of their nodes."""
    boxes: dict[str, Box] = {}
    for text, value in nodes.items():
        name = text.split("=")[0].strip()
        if name in boxes:
            raise ValueError(f"two nodes have the name {name!r}: {boxes[name].text!r} and {text!r}")
        below = [] if value is None else [(line, "black") for line in _written(value).split("\n")]
        if derivatives.get(name) is not None:
            value = derivatives[name]
            below.append((value if isinstance(value, str) else f"d{name} = {_written(value)}", VERMILLION))
        boxes[name] = Box(text, below)
    if not boxes:
        raise ValueError('nodes is empty, expected names and values, such as {"a": 5, "J = 3a": 15}')
    return boxes


def _written(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:g}"


def _require_names(boxes: Mapping[str, Box], names: Iterable[str], what: str) -> None:
    for name in names:
        if name not in boxes:
            raise ValueError(f"{what} names {name!r}, which is no node: the nodes are {', '.join(boxes)}")


# --- where each node stands ---


def _columns(names: Iterable[str], edges: Edges) -> dict[str, int]:
    """Column of each node: the number of arrows on the longest way to it."""
    columns = dict.fromkeys(names, 0)
    for _ in columns:
        late = [(start, end) for start, end in edges if columns[end] <= columns[start]]
        if not late:
            return columns
        for start, end in late:
            columns[end] = max(columns[end], columns[start] + 1)
    raise ValueError(f"the edges run in a circle through {late[0][0]!r} and {late[0][1]!r}: no node may need itself")


def _rows(columns: Mapping[str, int], edges: Edges) -> dict[str, float]:
    """Height of each node: level with what it needs from the column before, a row apart from its neighbours."""
    rows: dict[str, float] = {}
    for column in range(max(columns.values()) + 1):
        members = [name for name in columns if columns[name] == column]
        before = [[start for start, end in edges if end == name and columns[start] == column - 1] for name in members]
        wishes = [float(np.mean([rows[start] for start in starts])) if starts else 0.0 for starts in before]
        rows |= zip(members, _apart(wishes), strict=True)
    return rows


def _apart(wishes: list[float]) -> list[float]:
    """Heights near the wishes, in the given order from the top, at least 1 apart."""
    heights: list[float] = []
    for wish in wishes:
        heights.append(min(wish, heights[-1] - 1) if heights else wish)
    shift = np.mean(wishes) - np.mean(heights)
    return [float(height + shift) for height in heights]


def _spread(columns: Mapping[str, int], boxes: Mapping[str, Box]) -> tuple[dict[str, float], tuple[float, float]]:
    """The middle of each node, sideways, and where the drawing begins and ends. A column is as wide as its widest."""
    count = max(columns.values()) + 1
    widths = [max(boxes[name].width for name in boxes if columns[name] == column) for column in range(count)]
    lefts = [sum(widths[:column]) + BETWEEN_COLUMNS * column for column in range(count)]
    x = {name: lefts[column] + widths[column] / 2 for name, column in columns.items()}
    return x, (0.0, lefts[-1] + widths[-1])


# --- drawing ---


def _draw_box(ax: Axes, x: float, y: float, box: Box) -> Text:
    look = {"boxstyle": "round,pad=0.4", "facecolor": CLASS_FILLS[0], "edgecolor": BLUE, "linewidth": 1.3}
    drawn = ax.text(x, y, box.text, ha="center", va="center", fontsize=12, bbox=look, zorder=2)
    clear = {"facecolor": "white", "edgecolor": "none", "pad": 0.5}  # a passing arrow must not strike a number out
    for line, (words, colour) in enumerate(box.below):
        top = y - 0.24 - LINE_HEIGHT * line
        ax.text(x, top, words, ha="center", va="top", color=colour, bbox=clear, zorder=4)
    return drawn


def _draw_arrow(ax: Axes, start: Text, end: Text, **look: object) -> None:
    """An arrow from the edge of one box to the edge of another."""
    ends = {"patchA": start.get_bbox_patch(), "patchB": end.get_bbox_patch(), "shrinkA": 3, "shrinkB": 3}
    look = {"arrowstyle": "-|>", "mutation_scale": 13} | ends | look
    ax.annotate("", end.get_position(), start.get_position(), arrowprops=look, zorder=3)
