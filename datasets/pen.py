"""A pen that draws figures in units of their own, so that a cat is described once and drawn anywhere, at any size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import cos, pi, sin

import numpy as np
from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
Point = tuple[float, float]


@dataclass(frozen=True)
class Pen:
    """Draws on `image`. The figure's origin lies at (x, y), `size` is one of its units, both as fractions of the
    picture's width; figure x runs right, y down; `angle` turns clockwise (radians); `mirrored` swaps left and right."""

    image: Image.Image
    x: float = 0.5
    y: float = 0.5
    size: float = 0.5
    angle: float = 0.0
    mirrored: bool = False

    def at(self, x: float, y: float, size: float = 1.0, angle: float = 0.0) -> Pen:
        """A pen for a part of this figure: its origin at (x, y), its unit `size` of this pen's."""
        column, row = self._place(x, y)
        turn = -angle if self.mirrored else angle
        width = self.image.width
        return replace(self, x=column / width, y=row / width, size=self.size * size, angle=self.angle + turn)

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        ImageDraw.Draw(self.image).polygon([self._place(*point) for point in points], fill=colour)

    def blob(self, points: Sequence[Point], colour: Colour) -> None:
        """A closed shape whose edge runs smoothly through the points."""
        self.polygon(smooth(points), colour)

    def ellipse(self, x: float, y: float, rx: float, ry: float, colour: Colour, angle: float = 0.0) -> None:
        self.polygon(oval(x, y, rx, ry, angle), colour)

    def stroke(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """A smooth line through the points with round ends, `width` in figure units."""
        line = [self._place(*point) for point in smooth(points, closed=False)]
        pixels = max(1.0, width * self.size * self.image.width)
        draw = ImageDraw.Draw(self.image)
        draw.line(line, fill=colour, width=round(pixels), joint="curve")
        for column, row in (line[0], line[-1]):
            half = pixels / 2
            draw.ellipse((column - half, row - half, column + half, row + half), fill=colour)

    @contextmanager
    def inside(self, outline: Sequence[Point]) -> Iterator[None]:
        """Within this block, whatever is drawn outside the outline is taken back: stripes stay on the cat."""
        before = self.image.copy()
        yield
        outside = Image.new("L", self.image.size, 255)
        ImageDraw.Draw(outside).polygon([self._place(*point) for point in outline], fill=0)
        self.image.paste(before, mask=outside)

    def _place(self, x: float, y: float) -> Point:
        """Figure units to pixels."""
        x = -x if self.mirrored else x
        turned = (x * cos(self.angle) - y * sin(self.angle), x * sin(self.angle) + y * cos(self.angle))
        width = self.image.width
        return (self.x + self.size * turned[0]) * width, (self.y + self.size * turned[1]) * width


def oval(x: float, y: float, rx: float, ry: float, angle: float = 0.0, corners: int = 48) -> list[Point]:
    """An ellipse as a polygon, turned clockwise by `angle` (radians)."""
    turns = [2 * pi * k / corners for k in range(corners)]
    round_points = [(rx * cos(turn), ry * sin(turn)) for turn in turns]
    return [(x + a * cos(angle) - b * sin(angle), y + a * sin(angle) + b * cos(angle)) for a, b in round_points]


def smooth(points: Sequence[Point], closed: bool = True, steps: int = 8) -> list[Point]:
    """A Catmull-Rom curve: passes through all points, its slope at each is that between the neighbours."""
    P = np.asarray(points, dtype=float)
    P = np.vstack([P[-1], P, P[:2]]) if closed else np.vstack([P[0], P, P[-1]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    curve = [_between(*P[k : k + 4], t) for k in range(len(P) - 3)]
    if not closed:
        curve.append(P[-1:])
    return [(float(x), float(y)) for x, y in np.vstack(curve)]


def symmetric(right: Sequence[Point]) -> list[Point]:
    """A smooth closed outline from its right half, listed from the top down; the left half is its mirror image."""
    left = [(-x, y) for x, y in reversed(right) if x != 0]
    return smooth([*right, *left])


def _between(before: np.ndarray, start: np.ndarray, end: np.ndarray, after: np.ndarray, t: np.ndarray) -> np.ndarray:
    """The stretch from `start` to `end` of a Catmull-Rom curve, t (k, 1) in [0, 1) → (k, 2)."""
    linear = end - before
    square = 2 * before - 5 * start + 4 * end - after
    cube = 3 * (start - end) + after - before
    return start + (linear * t + square * t**2 + cube * t**3) / 2
