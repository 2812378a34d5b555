"""Backgrounds: plain, shaded, a room, a meadow by day or night. Each exists warm and cool, light and dark."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw

from datasets.colours import GROUNDS, Colour, mix, pick, shade
from datasets.pen import Pen, oval, smooth


def draw_background(image: Image.Image, warm: bool, tone: str, random: np.random.Generator) -> None:
    """Fill the image with a scene drawn by lot."""
    scenes: list[Callable] = [plain, shaded, wallpaper, room, meadow]
    scene = scenes[random.integers(len(scenes))]
    colours = GROUNDS["warm" if warm else "cool", tone]
    # A unit of this pen is the picture's width, its origin the upper left corner.
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
    far = smooth([(-0.2, crest), (0.25, crest - 0.08), (0.6, crest + 0.03), (1.2, crest - 0.1), (1.2, 1.2), (-0.2, 1.2)])
    pen.polygon(far, mix(shade(second, -0.12), (96, 130, 70), 0.3))
    near = oval(random.uniform(0.2, 0.8), 1.25, 1.0, 0.45)
    pen.polygon(near, mix(shade(second, -0.25), (80, 120, 60), 0.35))
