"""Controls to play with, where ipywidgets is there to show them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

MISSING = "The controls need the package ipywidgets. Without it: {static}"
BETWEEN_PICTURES = 250  # milliseconds, while a film runs


def play_with(draw: Callable[..., None], static: str, **controls: object) -> None:
    """Call `draw` again whenever a control changes: a pair (lowest, highest) of numbers is a slider, a list a menu.

    static: what to look at instead, said where ipywidgets is missing, for example "Figure 7 shows four of the cases.".
    A number in a triple (lowest, highest, step) sets the step. The controls are named by the arguments of `draw`.
    """
    try:
        from ipywidgets import interact
    except ImportError:
        print(MISSING.format(static=static))
        return
    interact(draw, **controls)


def play_film(draw: Callable[..., None], static: str, steps: Sequence[int]) -> None:
    """A slider over the steps of a training, which calls `draw(step=…)`, and a ▶ that moves it by itself.

    static: what to look at instead, said where ipywidgets is missing.
    """
    try:
        from ipywidgets import HBox, Play, SelectionSlider, VBox, interactive_output, jslink
    except ImportError:
        print(MISSING.format(static=static))
        return
    from IPython.display import display

    slider = SelectionSlider(options=list(steps), description="step")
    start = Play(min=0, max=len(steps) - 1, interval=BETWEEN_PICTURES)
    jslink((start, "value"), (slider, "index"))
    display(VBox([HBox([start, slider]), interactive_output(draw, {"step": slider})]))
