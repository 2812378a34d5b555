"""Colours, letters and lines that all figures share."""

from typing import TypeVar

import matplotlib.pyplot as plt
from cycler import cycler
from matplotlib.axes import Axes
from matplotlib.figure import Figure

Drawn = TypeVar("Drawn", Axes, Figure)

# Colours that people with any colour vision tell apart: M. Okabe, K. Ito, "Color Universal Design", 2008.
BLACK = "#000000"
ORANGE = "#E69F00"
SKY = "#56B4E9"
GREEN = "#009E73"
BLUE = "#0072B2"
VERMILLION = "#D55E00"
PURPLE = "#CC79A7"

LINE_HEIGHT = 0.21  # inches: a line of ordinary text

GREY = "#767676"  # as light as text on white may be
PALE = "#C8C8C8"

CLASS_COLOURS = (BLUE, VERMILLION)  # class 0, class 1
CLASS_MARKERS = ("o", "^")  # the shape says it too
CLASS_FILLS = ("#D6E8F4", "#FAE0CF")  # the same, as a background

WRONG = VERMILLION  # with a cross and a word beside it

# Lines differ by pattern as well as by colour.
LINES = cycler(
    color=[BLUE, VERMILLION, GREEN, PURPLE, BLACK, ORANGE, SKY],
    linestyle=["-", "--", "-.", ":", (0, (8, 2)), (0, (4, 1, 1, 1, 1, 1)), (0, (1, 2))],
)

HOUSE_STYLE = {
    "figure.facecolor": "white",  # opaque: dark letters stay readable where the page is dark
    "figure.edgecolor": "white",
    "figure.dpi": 110,
    "figure.figsize": (7.0, 4.0),  # inches
    "figure.max_open_warning": 0,  # a notebook that is run without Jupyter keeps all its figures open
    "savefig.facecolor": "white",
    "savefig.transparent": False,
    "axes.facecolor": "white",
    "text.color": "#1A1A1A",
    "axes.labelcolor": "#1A1A1A",
    "axes.edgecolor": GREY,
    "xtick.color": "#444444",
    "ytick.color": "#444444",
    "font.size": 11,
    "axes.titlesize": 12,
    "axes.titleweight": "bold",
    "figure.titlesize": 13,
    "figure.titleweight": "bold",
    "axes.labelsize": 11,
    "xtick.labelsize": 10,
    "ytick.labelsize": 10,
    "legend.fontsize": 10,
    "legend.frameon": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": False,
    "grid.color": "#E6E6E6",
    "axes.axisbelow": True,
    "axes.prop_cycle": LINES,
    "lines.linewidth": 2.0,
    "image.interpolation": "nearest",  # a pixel stays a square
}


def use_house_style() -> None:
    """Give every figure from here on the look of the course, those made with plain matplotlib too."""
    plt.rcParams.update(HOUSE_STYLE)


def axes_or_new(ax: Axes | None, width: float, height: float) -> Axes:
    """`ax`, or the only axes of a new figure of that size in inches."""
    if ax is None:
        _, ax = plt.subplots(figsize=(width, height), layout="constrained")
    return quiet(ax)


def axes_in_inches(
    ax: Axes | None, across: tuple[float, float], upwards: tuple[float, float], title: str | None
) -> Axes:
    """Bare axes for a drawing, from left to right and from bottom to top, measured in inches.

    Letters have a fixed size, so boxes and circles that hold them are laid out in inches and the figure grows.
    """
    ax = axes_or_new(ax, across[1] - across[0], upwards[1] - upwards[0] + (0.35 if title else 0))
    ax.axis("off")
    ax.set(xlim=across, ylim=upwards, title=title)
    ax.set_aspect("equal")
    return ax


def quiet(drawn: Drawn) -> Drawn:
    """Keep Jupyter from showing a result twice.

    Jupyter shows all open figures when a cell ends. A cell whose last line returns a figure would show it a second
    time, one whose last line returns axes would print a line of text.
    """
    drawn._ipython_display_ = lambda: _show(drawn) if isinstance(drawn, Figure) else None
    return drawn


def _show(figure: Figure) -> None:
    """Show a figure in Jupyter, and close it: what is closed is not shown again when the cell ends."""
    from IPython.core.pylabtools import print_figure  # here only: a script needs no Jupyter
    from IPython.display import Image, display

    display(Image(print_figure(figure)))
    plt.close(figure)
