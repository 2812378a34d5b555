"""Backgrounds: plain, shaded, wallpaper, a room, a meadow by day or night, the sea.

Each exists warm and cool, light and dark. A unit of the pen is the picture's width, its origin the upper left corner.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from datasets.colours import GROUNDS, Colour, mix, pick, shade
from datasets.pen import Pen, oval, smooth


def draw_background(image: Image.Image, places: str, warm: bool, tone: str, random: np.random.Generator) -> None:
    """Fill the image with one of the scenes that suit a figure: places is a key of SCENES."""
    scenes = SCENES[places]
    scene = scenes[random.integers(len(scenes))]
    colours = GROUNDS["warm" if warm else "cool", tone]
    scene(Pen(image, x=0, y=0, size=1), pick(colours, random), pick(colours, random), tone, random)


def fill(pen: Pen, left: float, top: float, right: float, bottom: float, colour: Colour) -> None:
    pen.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], colour)


def plain(pen: Pen, ground: Colour, second: Colour, tone: str, random: np.random.Generator) -> None:
    fill(pen, 0, 0, 1, 1, ground)


def shaded(pen: Pen, ground: Colour, second: Colour, tone: str, random: np.random.Generator) -> None:
    """From one colour to the other, downwards."""
    rows = pen.image.height
    draw = ImageDraw.Draw(pen.image)
    for row in range(rows):
        draw.line([(0, row), (pen.image.width, row)], fill=mix(shade(ground, 0.12), shade(second, -0.12), row / rows))


def wallpaper(pen: Pen, ground: Colour, second: Colour, tone: str, random: np.random.Generator) -> None:
    """Stripes or dots, hardly lighter than the ground."""
    fill(pen, 0, 0, 1, 1, ground)
    pattern = mix(ground, shade(second, 0.25), 0.6)
    if random.random() < 0.5:
        for x in np.arange(0.04, 1, 0.16):
            fill(pen, x, 0, x + 0.07, 1, pattern)
    else:
        for row, y in enumerate(np.arange(0.06, 1.05, 0.14)):
            for x in np.arange(0.05 + 0.08 * (row % 2), 1.05, 0.16):
                pen.ellipse(x, y, 0.025, 0.025, pattern)


def room(pen: Pen, ground: Colour, second: Colour, tone: str, random: np.random.Generator) -> None:
    """A wall with a window or a picture on it, and a floor."""
    floor = shade(second, -0.16)
    horizon = random.uniform(0.68, 0.8)
    fill(pen, 0, 0, 1, 1, ground)
    fill(pen, 0, horizon, 1, 1, floor)
    fill(pen, 0, horizon - 0.02, 1, horizon + 0.01, shade(ground, 0.3))
    left = random.choice([0.06, 0.66])
    fill(pen, left, 0.08, left + 0.28, 0.38, shade(second, -0.28))
    fill(pen, left + 0.025, 0.105, left + 0.255, 0.355, shade(ground, 0.4 if tone == "light" else 0.18))
    fill(pen, left + 0.13, 0.105, left + 0.15, 0.355, shade(second, -0.28))


def meadow(pen: Pen, ground: Colour, second: Colour, tone: str, random: np.random.Generator) -> None:
    """Sky and two hills; sun and a cloud by day, moon and stars by night."""
    fill(pen, 0, 0, 1, 1, ground)
    x = random.uniform(0.1, 0.9)
    if tone == "dark":
        for _ in range(12):
            size = random.uniform(0.006, 0.011)
            pen.ellipse(random.uniform(0, 1), random.uniform(0, 0.5), size, size, (236, 232, 206))
        pen.ellipse(x, 0.14, 0.075, 0.075, (240, 232, 196))
        pen.ellipse(x + 0.035, 0.12, 0.065, 0.065, ground)
    else:
        pen.ellipse(x, 0.14, 0.08, 0.08, (254, 244, 190))
        for shift, size in ((0, 0.06), (0.07, 0.08), (0.15, 0.055)):
            pen.ellipse(1 - x + shift - 0.1, 0.2, size * 1.3, size * 0.7, shade(ground, 0.6))
    crest = random.uniform(0.58, 0.72)
    ridge = [(-0.2, crest), (0.25, crest - 0.08), (0.6, crest + 0.03), (1.2, crest - 0.1)]
    pen.polygon(smooth([*ridge, (1.2, 1.2), (-0.2, 1.2)]), mix(shade(second, -0.12), (96, 130, 70), 0.3))
    near = oval(random.uniform(0.2, 0.8), 1.25, 1.0, 0.45)
    pen.polygon(near, mix(shade(second, -0.25), (80, 120, 60), 0.35))


def sea(pen: Pen, ground: Colour, second: Colour, tone: str, random: np.random.Generator) -> None:
    """Water that grows darker downwards, waves of light, sand and weed."""
    shaded(pen, shade(ground, 0.1), shade(ground, -0.1), tone, random)
    for y in (0.08, 0.2, 0.34):
        x = random.uniform(0, 0.4)
        pen.stroke([(x + 0.1 * k, y + 0.015 * (-1) ** k) for k in range(5)], shade(ground, 0.25), 0.012)
    pen.ellipse(random.uniform(0.2, 0.8), 1.1, 0.9, 0.25, mix(second, (232, 208, 150), 0.35))
    for x in random.uniform(0.05, 0.95, 4):
        weed = [(x, 1.0), (x + 0.03, 0.88), (x - 0.02, 0.78), (x + 0.02, 0.66)]
        pen.stroke(weed, mix(ground, (60, 130, 80), 0.45), 0.03)


SCENES = {
    "anywhere": (plain, shaded, wallpaper, room, meadow, meadow),
    "indoors": (plain, shaded, wallpaper, room),
    "outdoors": (plain, shaded, meadow),
    "water": (plain, shaded, sea, sea),
}
