"""Controls to play with, where ipywidgets is there to show them."""

from __future__ import annotations

from collections.abc import Callable


def play_with(draw: Callable[..., None], static: str, **controls: object) -> None:
    """Call `draw` again whenever a control changes: a pair (lowest, highest) of numbers is a slider, a list a menu.

    static: what to look at instead, said where ipywidgets is missing, for example "Figure 7 shows four of the cases.".
    A number in a triple (lowest, highest, step) sets the step. The controls are named by the arguments of `draw`.
    """
    try:
        from ipywidgets import interact
    except ImportError:
        print(f"The controls need the package ipywidgets. Without it: {static}")
        return
    interact(draw, **controls)
