"""Everything else that is not a cat: bird, fish, flower, tree, car, house, mug."""

from __future__ import annotations

from math import cos, pi, sin

import numpy as np

from datasets.colours import COATS, GREENS, INK, PAINTS, PETALS, WHITE, brightness, mix, pick, shade
from datasets.pen import Colour, Pen, oval, smooth, symmetric

ORANGE = (240, 150, 50)


def draw_bird(pen: Pen, tone: str, random: np.random.Generator) -> None:
    """A plump bird on two thin legs, seen from the side."""
    feathers = pick(PAINTS[tone], random)
    wing = shade(feathers, -0.3 if tone == "light" else 0.25)
    for x in (-0.05, 0.2):
        pen.stroke([(x, 0.6), (x, 0.95)], ORANGE, 0.05)
        pen.stroke([(x - 0.14, 0.96), (x + 0.1, 0.96)], ORANGE, 0.05)
    pen.polygon([(0.45, 0.1), (1.05, -0.2), (1.0, 0.12), (0.55, 0.42)], wing)
    back = [(-0.75, -0.35), (-0.45, -0.72), (-0.1, -0.5), (0.35, -0.1), (0.65, 0.25)]
    pen.blob([*back, (0.3, 0.65), (-0.25, 0.66), (-0.62, 0.2)], feathers)
    pen.blob([(-0.6, 0.1), (-0.3, 0.25), (-0.05, 0.58), (-0.35, 0.55)], shade(feathers, 0.45))
    pen.blob([(-0.15, -0.15), (0.3, 0.0), (0.62, 0.25), (0.25, 0.35), (-0.1, 0.2)], wing)
    pen.polygon([(-0.72, -0.45), (-1.02, -0.3), (-0.7, -0.22)], ORANGE)
    pen.ellipse(-0.47, -0.42, 0.1, 0.1, WHITE)
    pen.ellipse(-0.48, -0.42, 0.065, 0.065, INK)


def draw_fish(pen: Pen, tone: str, random: np.random.Generator) -> None:
    """A fish with stripes, and the bubbles it makes."""
    scales = pick(PAINTS[tone], random)
    fins = shade(scales, -0.25 if tone == "light" else 0.3)
    pen.polygon(smooth([(0.5, 0.0), (1.0, -0.5), (0.85, 0.0), (1.0, 0.5)]), fins)
    pen.blob([(-0.3, -0.4), (0.1, -0.78), (0.4, -0.3)], fins)
    pen.blob([(-0.1, 0.4), (0.2, 0.7), (0.3, 0.3)], fins)
    body = smooth([(-0.9, 0.0), (-0.5, -0.4), (0.05, -0.5), (0.6, -0.12), (0.6, 0.12), (0.05, 0.5), (-0.5, 0.4)])
    pen.polygon(body, scales)
    with pen.inside(body):
        for x in (-0.2, 0.1, 0.4):
            pen.stroke([(x, -0.6), (x + 0.1, 0.0), (x, 0.6)], mix(scales, fins, 0.8), 0.1)
    pen.ellipse(-0.55, -0.1, 0.12, 0.12, WHITE)
    pen.ellipse(-0.57, -0.1, 0.07, 0.07, INK)
    pen.stroke([(-0.85, 0.12), (-0.68, 0.16)], INK, 0.04)
    for k in range(3):
        pen.ellipse(-0.95 + 0.06 * k, -0.35 - 0.22 * k, 0.05 + 0.015 * k, 0.05 + 0.015 * k, shade(scales, 0.5))


def draw_flower(pen: Pen, tone: str, random: np.random.Generator) -> None:
    """Petals round a middle, on a stem with two leaves."""
    petals = pick(PETALS[tone], random)
    green = pick(GREENS[tone], random)
    bend = random.uniform(-0.15, 0.15)
    pen.stroke([(bend, 1.1), (0, 0.5), (0, -0.2)], green, 0.1)
    for side in (-1, 1):
        pen.blob([(0, 0.75), (side * 0.3, 0.45), (side * 0.62, 0.42), (side * 0.35, 0.72)], green)
    count = int(random.integers(5, 10))
    for k in range(count):
        turn = 2 * pi * k / count
        pen.ellipse(0.4 * cos(turn), -0.35 + 0.4 * sin(turn), 0.33, 0.8 / count + 0.06, petals, turn)
    middle = ORANGE if tone == "dark" else (120, 76, 40)
    pen.ellipse(0, -0.35, 0.2, 0.2, middle)
    if random.random() < 0.4:
        ladybird(pen.at(-0.42, 0.5, 0.13))


def ladybird(pen: Pen) -> None:
    """In units of its half length."""
    pen.ellipse(0.7, 0, 0.5, 0.5, INK)
    pen.ellipse(0, 0, 1, 0.8, (206, 44, 40))
    for x, y in ((-0.4, -0.3), (0.3, -0.3), (-0.1, 0.3)):
        pen.ellipse(x, y, 0.2, 0.2, INK)


def draw_tree(pen: Pen, tone: str, random: np.random.Generator) -> None:
    """A fir, or a round crown with fruit."""
    green = pick(GREENS[tone], random)
    trunk = (150, 112, 80) if tone == "light" else (74, 50, 36)
    pen.polygon([(-0.12, 0.3), (0.12, 0.3), (0.18, 1.0), (-0.18, 1.0)], trunk)
    if random.random() < 0.5:
        for k, width in enumerate((0.72, 0.58, 0.42)):
            base = 0.62 - 0.48 * k
            pen.polygon([(-width, base), (width, base), (0, base - 0.72)], shade(green, 0.07 * k))
    else:
        crown(pen, green, (206, 60, 52) if tone == "light" else (236, 170, 80), random)


def crown(pen: Pen, green: Colour, fruit: Colour, random: np.random.Generator) -> None:
    for x, y, r in ((-0.38, 0.05, 0.42), (0.38, 0.05, 0.42), (0.0, -0.4, 0.55), (0, 0.1, 0.4)):
        pen.ellipse(x, y, r, r, green)
    for _ in range(6):
        pen.ellipse(random.uniform(-0.5, 0.5), random.uniform(-0.6, 0.25), 0.08, 0.08, fruit)


def draw_car(pen: Pen, tone: str, random: np.random.Generator) -> None:
    """A small car or a long one, seen from the side."""
    paint = pick(PAINTS[tone], random)
    glass = (84, 104, 124) if tone == "light" else (186, 212, 226)
    roof, back = random.uniform(-0.6, -0.4), random.uniform(0.0, 0.4)
    pen.polygon([(-0.55, 0.0), (-0.35, roof), (0.4 + back, roof), (0.66 + 0.7 * back, 0.0)], paint)
    pen.polygon([(-0.42, 0.0), (-0.28, roof + 0.1), (0.02, roof + 0.1), (0.02, 0.0)], glass)
    pen.polygon([(0.1, 0.0), (0.1, roof + 0.1), (0.34 + 0.9 * back, roof + 0.1), (0.52 + 0.7 * back, 0.0)], glass)
    pen.blob([(-0.95, 0.1), (-0.6, -0.04), (0.7, -0.04), (0.97, 0.15), (0.97, 0.48), (-0.97, 0.48)], paint)
    pen.stroke([(-0.85, 0.25), (0.85, 0.25)], shade(paint, -0.2), 0.04)
    pen.ellipse(-0.9, 0.18, 0.09, 0.1, (250, 236, 170))
    for x in (-0.52, 0.55):
        pen.ellipse(x, 0.5, 0.24, 0.24, INK)
        pen.ellipse(x, 0.5, 0.11, 0.11, (180, 180, 184))


def draw_house(pen: Pen, tone: str, random: np.random.Generator) -> None:
    """A wall, a roof, a chimney, a door, two windows."""
    wall = pick(PAINTS[tone] + COATS[tone], random)
    roof = mix(wall, (214, 110, 84) if tone == "light" else (126, 44, 40), 0.6)
    window = (250, 226, 130) if tone == "dark" else (104, 134, 164)
    pen.polygon([(0.35, -0.8), (0.55, -0.8), (0.55, -0.2), (0.35, -0.2)], roof)
    pen.polygon([(-0.7, -0.1), (0.7, -0.1), (0.7, 0.95), (-0.7, 0.95)], wall)
    pen.polygon([(-0.92, -0.05), (0, -0.85), (0.92, -0.05)], roof)
    pen.polygon([(-0.15, 0.4), (0.15, 0.4), (0.15, 0.95), (-0.15, 0.95)], shade(roof, -0.3 if tone == "light" else 0.5))
    for x in (-0.44, 0.44):
        pen.polygon([(x - 0.16, 0.12), (x + 0.16, 0.12), (x + 0.16, 0.46), (x - 0.16, 0.46)], window)
        pen.ellipse(x, 0.52, 0.18, 0.05, shade(roof, -0.3))
        pen.stroke([(x, 0.12), (x, 0.46)], wall, 0.04)
        pen.stroke([(x - 0.16, 0.29), (x + 0.16, 0.29)], wall, 0.04)


def draw_mug(pen: Pen, tone: str, random: np.random.Generator) -> None:
    """A mug with a band, a heart or dots on it, and steam."""
    glaze = pick(PAINTS[tone], random)
    band = shade(glaze, -0.35) if tone == "light" else shade(glaze, 0.4)
    pen.ellipse(0.58, 0.25, 0.36, 0.4, shade(glaze, -0.1))
    with pen.inside(oval(0.58, 0.25, 0.2, 0.24)):
        pen.ellipse(0.58, 0.25, 0.2, 0.24, shade(glaze, -0.3))
    body = [(-0.6, -0.3), (0.6, -0.3), (0.52, 0.8), (0.35, 0.92), (-0.35, 0.92), (-0.52, 0.8)]
    pen.polygon(body, glaze)
    with pen.inside(body):
        random.choice([band_round, heart, dots])(pen, band)
    pen.ellipse(0, -0.3, 0.6, 0.16, shade(glaze, 0.2))
    pen.ellipse(0, -0.28, 0.5, 0.11, (92, 58, 40) if tone == "light" else (238, 222, 202))  # coffee or milk
    steam = WHITE if brightness(glaze) > 110 else (228, 224, 220)
    for x in (-0.22, 0.16):
        pen.stroke([(x, -0.48), (x + 0.1, -0.62), (x - 0.04, -0.78), (x + 0.08, -0.95)], steam, 0.05)


def band_round(pen: Pen, colour: Colour) -> None:
    pen.stroke([(-0.8, 0.3), (0.8, 0.3)], colour, 0.2)


def heart(pen: Pen, colour: Colour) -> None:
    pen.polygon(symmetric([(0, 0.2), (0.14, 0.06), (0.3, 0.16), (0.22, 0.4), (0.03, 0.62)]), colour)


def dots(pen: Pen, colour: Colour) -> None:
    for x, y in ((-0.4, 0.1), (0, 0.1), (0.4, 0.1), (-0.2, 0.36), (0.2, 0.36), (-0.35, 0.62), (0, 0.62), (0.35, 0.62)):
        pen.ellipse(x, y, 0.08, 0.08, colour)
