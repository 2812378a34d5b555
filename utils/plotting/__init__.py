"""Figures of the course, in one house style. `use_house_style()` once, then draw.

Functions that fill one pair of axes take `ax=` (new axes if it is left out) and return the Axes; the others return the
Figure. Jupyter shows a figure at the end of the cell that draws it; in a script, call `plt.show()` or save the figure.
"""

from utils.plotting.curves import plot_bars, plot_costs, plot_curves
from utils.plotting.graph import draw_computation_graph
from utils.plotting.layers import plot_layer_sizes
from utils.plotting.network import draw_network
from utils.plotting.pictures import show_channels, show_pictures, show_weights
from utils.plotting.plane import plot_decision_boundary, plot_points
from utils.plotting.style import use_house_style
from utils.plotting.units import plot_hidden_units

__all__ = [
    "draw_computation_graph",
    "draw_network",
    "plot_bars",
    "plot_costs",
    "plot_curves",
    "plot_decision_boundary",
    "plot_hidden_units",
    "plot_layer_sizes",
    "plot_points",
    "show_channels",
    "show_pictures",
    "show_weights",
    "use_house_style",
]
