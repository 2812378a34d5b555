"""Dogs: the hardest pictures to tell from cats. Hanging ears, a long snout, a tongue."""

from __future__ import annotations

import numpy as np

from datasets.colours import COATS, INK, WHITE, brightness, pick, shade
from datasets.pen import Colour, Pen, smooth

TONGUE = (226, 104, 116)


def draw_dog(pen: Pen, tone: str, random: np.random.Generator) -> None:
    """A dog, light or dark as `tone` says: a portrait, sitting or standing."""
    fur = pick(COATS[tone], random)
    ears = shade(fur, -0.35 if brightness(fur) > 100 else 0.22)
    pose = random.choice([portrait, sitting, standing], p=[0.4, 0.3, 0.3])
    pose(pen, fur, ears, random)


def portrait(pen: Pen, fur: Colour, ears: Colour, random: np.random.Generator) -> None:
    pen.blob([(-0.4, 0.3), (0.4, 0.3), (0.7, 1.0), (0.75, 1.6), (-0.75, 1.6), (-0.7, 1.0)], fur)
    head(pen.at(0, -0.1, 0.75, random.normal(0, 0.1)), fur, ears, random)


def sitting(pen: Pen, fur: Colour, ears: Colour, random: np.random.Generator) -> None:
    pen.stroke([(0.4, 0.8), (0.75, 0.65), (0.9, 0.3)], fur, 0.15)
    pen.blob([(-0.3, -0.3), (0.3, -0.3), (0.45, 0.3), (0.6, 0.9), (0, 1.0), (-0.6, 0.9), (-0.45, 0.3)], fur)
    pen.ellipse(0, 0.2, 0.2, 0.35, shade(fur, 0.3))
    for side in (-1, 1):
        pen.stroke([(side * 0.2, 0.3), (side * 0.2, 0.9)], shade(fur, -0.12), 0.24)
        pen.ellipse(side * 0.22, 0.94, 0.18, 0.1, shade(fur, 0.2))
    head(pen.at(0, -0.45, 0.52, random.normal(0, 0.1)), fur, ears, random)


def standing(pen: Pen, fur: Colour, ears: Colour, random: np.random.Generator) -> None:
    pen.stroke([(0.7, 0.1), (0.9, -0.2), (0.95, -0.4)], fur, 0.13)
    for x, far in ((-0.28, -0.2), (0.55, -0.2), (-0.42, 0.0), (0.68, 0.0)):
        pen.stroke([(x, 0.4), (x, 0.9)], shade(fur, far), 0.18)
        pen.ellipse(x - 0.05, 0.94, 0.14, 0.08, shade(fur, far))
    pen.blob([(-0.6, 0.0), (0.0, 0.05), (0.65, -0.02), (0.82, 0.25), (0.65, 0.5), (0.1, 0.55), (-0.55, 0.6)], fur)
    head(pen.at(-0.5, -0.3, 0.48, random.normal(0, 0.1)), fur, ears, random)


def head(pen: Pen, fur: Colour, ears: Colour, random: np.random.Generator) -> None:
    """In units of its half width: a narrow skull, a broad snout, ears that hang beside the cheeks."""
    pen.blob([(0, -0.8), (0.5, -0.7), (0.68, -0.2), (0.6, 0.3), (0.45, 0.85), (0, 1.02), (-0.45, 0.85), (-0.6, 0.3), (-0.68, -0.2), (-0.5, -0.7)], fur)
    droop = random.uniform(0.45, 0.75)
    for side in (-1, 1):
        pen.blob([(side * 0.42, -0.72), (side * 0.8, -0.6), (side * 1.02, 0.0), (side * 0.92, droop), (side * 0.66, 0.3), (side * 0.58, -0.3)], ears)
        pen.ellipse(side * 0.3, -0.15, 0.13, 0.15, WHITE if brightness(fur) < 90 else INK)
        pen.ellipse(side * 0.3, -0.13, 0.09, 0.11, INK)
        pen.ellipse(side * 0.27, -0.18, 0.04, 0.04, WHITE)
    if random.random() < 0.5:
        pen.blob([(-0.16, 0.7), (0.16, 0.7), (0.14, 1.15), (0, 1.25), (-0.14, 1.15)], TONGUE)
    pen.ellipse(0, 0.5, 0.42, 0.36, shade(fur, 0.32))
    pen.blob([(-0.2, 0.22), (0.2, 0.22), (0.12, 0.42), (-0.12, 0.42)], INK)
    pen.stroke(smooth([(-0.28, 0.66), (0, 0.62), (0, 0.42), (0, 0.62), (0.28, 0.66)], closed=False), INK, 0.05)
