"""Colours: coats, paints and backgrounds, each in a light and a dark version."""

import numpy as np

from datasets.pen import Colour

INK = (34, 28, 32)
WHITE = (250, 247, 240)

COATS = {  # what dogs and cats wear
    "light": [(242, 236, 224), (232, 206, 164), (222, 162, 100), (198, 194, 192), (236, 224, 200), (228, 178, 124)],
    "dark": [(44, 40, 44), (78, 58, 48), (92, 88, 96), (112, 66, 40), (62, 58, 72), (58, 44, 40)],
}
PAINTS = {  # what cars, mugs, birds and petals wear
    "light": [(240, 214, 112), (244, 170, 150), (168, 208, 232), (186, 218, 160), (236, 232, 226), (216, 184, 228)],
    "dark": [(140, 36, 44), (32, 66, 120), (36, 92, 64), (96, 44, 104), (70, 62, 60), (150, 74, 28)],
}
PETALS = {  # paints without the greens, which leaves wear
    "light": [(240, 214, 112), (244, 170, 150), (168, 208, 232), (244, 240, 232), (216, 184, 228)],
    "dark": [(150, 34, 48), (32, 56, 120), (104, 40, 110), (120, 30, 84), (150, 74, 28)],
}
GREENS = {
    "light": [(170, 206, 110), (200, 214, 120), (150, 200, 140)],
    "dark": [(40, 84, 48), (62, 92, 40), (30, 70, 62)],
}
GROUNDS = {  # backgrounds, by warmth and tone
    ("warm", "light"): [(250, 222, 190), (246, 204, 178), (244, 226, 168), (240, 210, 200), (236, 208, 160)],
    ("warm", "dark"): [(108, 56, 44), (92, 60, 36), (116, 66, 60), (82, 44, 52), (104, 72, 40)],
    ("cool", "light"): [(190, 222, 240), (178, 226, 218), (204, 214, 244), (196, 230, 204), (208, 222, 232)],
    ("cool", "dark"): [(36, 58, 96), (34, 78, 84), (52, 50, 100), (38, 76, 62), (50, 66, 82)],
}


def pick(colours: list[Colour], random: np.random.Generator) -> Colour:
    """One of the colours, a little lighter or darker, its hue hardly changed."""
    colour = np.array(colours[random.integers(len(colours))])
    return as_colour(colour + random.normal(0, 10) + random.normal(0, 4, 3))


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """`share` of the second colour in the first: 0 is all first, 1 all second."""
    return as_colour((1 - share) * np.array(first) + share * np.array(second))


def shade(colour: Colour, change: float) -> Colour:
    """Lighter by a share of the way to white (change > 0), darker towards black (change < 0)."""
    return mix(colour, (255, 255, 255) if change > 0 else (0, 0, 0), abs(change))


def brightness(colour: Colour) -> float:
    """Mean of the three channels, 0 to 255."""
    return sum(colour) / 3


def as_colour(values: np.ndarray) -> Colour:
    red, green, blue = (round(float(value)) for value in np.clip(values, 0, 255))
    return red, green, blue
