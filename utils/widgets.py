"""Controls to play with, where ipywidgets is there to show them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from inspect import signature

MISSING = "The controls need the package ipywidgets. Without it: {static}"
BETWEEN_PICTURES = 250  # milliseconds, while a film runs


def play_with(draw: Callable[..., None], static: str, **controls: object) -> None:
    """Call `draw` again whenever a control changes: a pair (lowest, highest) of numbers is a slider, a list a menu.

    static: what to look at instead, said where ipywidgets is missing, for example "Figure 7 shows four of the cases.".
    A number in a triple (lowest, highest, step) sets the step, and a list of numbers is a slider that stops at them only.
    The controls are named by the arguments of `draw`, and begin with their defaults.
    """
    try:
        from ipywidgets import SelectionSlider, interact
    except ImportError:
        print(MISSING.format(static=static))
        return
    for name, given in controls.items():
        if isinstance(given, list) and all(isinstance(value, int | float) for value in given):
            default = signature(draw).parameters[name].default
            controls[name] = SelectionSlider(options=given, value=default if default in given else given[0])
    _with_room_for_names(interact(draw, **controls).widget.children[:-1])  # the last one is what is drawn


def play_film(draw: Callable[..., None], static: str, steps: Sequence[int], **menus: Sequence) -> None:
    """A slider over the steps of a training, which calls `draw(step=…)`, and a ▶ that moves it by itself.

    static: what to look at instead, said where ipywidgets is missing. menus: what to choose from, by further arguments of `draw`.
    """
    try:
        from ipywidgets import Dropdown, HBox, Play, SelectionSlider, VBox, interactive_output, jslink
    except ImportError:
        print(MISSING.format(static=static))
        return
    from IPython.display import display

    choices = {name: Dropdown(options=list(options), description=name) for name, options in menus.items()}
    slider = SelectionSlider(options=list(steps), description="step")
    start = Play(min=0, max=len(steps) - 1, interval=BETWEEN_PICTURES)
    jslink((start, "value"), (slider, "index"))
    picture = interactive_output(draw, {"step": slider, **choices})
    _with_room_for_names([*choices.values(), slider])
    display(VBox([*choices.values(), HBox([start, slider]), picture]))


def _with_room_for_names(controls: Sequence) -> None:
    """No name of a control is cut off, and their sliders begin below each other."""
    longest = max((len(control.description) for control in controls), default=0)
    for control in controls:
        control.style.description_width = f"{longest + 1}ch"
