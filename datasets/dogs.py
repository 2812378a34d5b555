"""Dogs: the hardest pictures to tell from cats. Hanging ears, a long snout, often a tongue."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from datasets.colours import COATS, INK, WHITE, brightness, pick, shade
from datasets.pen import Colour, Pen, smooth, symmetric

TONGUE = (226, 104, 116)


@dataclass(frozen=True)
class Dog:
    """Colours, and what differs from face to face."""

    fur: Colour
    ears: Colour
    snout: Colour
    droop: float  # how low the ears hang, in head units
    pants: bool  # the tongue is out
    patch: int  # the side of a dark eye, -1 or 1; 0: none


def draw_dog(pen: Pen, tone: str, random: np.random.Generator) -> None:
    """A dog, light or dark as `tone` says: a portrait, sitting or standing."""
    pose = random.choice([portrait, sitting, standing], p=[0.4, 0.3, 0.3])
    pose(pen, random_dog(tone, random), random.normal(0, 0.08))


def random_dog(tone: str, random: np.random.Generator) -> Dog:
    fur = pick(COATS[tone], random)
    return Dog(
        fur=fur,
        ears=shade(fur, -0.35 if brightness(fur) > 100 else 0.22),
        snout=shade(fur, 0.32 if random.random() < 0.7 else -0.15),
        droop=random.uniform(0.45, 0.8),
        pants=random.random() < 0.5,
        patch=int(random.choice([-1, 0, 0, 1])),
    )


# --- poses: `tilt` is the angle of the head, radians ---


def portrait(pen: Pen, dog: Dog, tilt: float) -> None:
    pen.polygon(symmetric([(0.4, 0.3), (0.7, 1.0), (0.75, 1.6)]), dog.fur)
    head(pen.at(0, -0.1, 0.75, tilt), dog)


def sitting(pen: Pen, dog: Dog, tilt: float) -> None:
    pen.stroke([(0.4, 0.8), (0.75, 0.65), (0.9, 0.3)], dog.fur, 0.15)
    pen.polygon(symmetric([(0.3, -0.3), (0.45, 0.3), (0.6, 0.9), (0, 1.0)]), dog.fur)
    pen.ellipse(0, 0.2, 0.2, 0.35, dog.snout)
    for side in (-1, 1):
        pen.stroke([(side * 0.2, 0.3), (side * 0.2, 0.9)], shade(dog.fur, -0.12), 0.24)
        pen.ellipse(side * 0.22, 0.94, 0.18, 0.1, dog.snout)
    head(pen.at(0, -0.45, 0.52, tilt), dog)


def standing(pen: Pen, dog: Dog, tilt: float) -> None:
    pen.stroke([(0.7, 0.1), (0.9, -0.2), (0.95, -0.4)], dog.fur, 0.13)
    for x, far in ((-0.28, -0.2), (0.55, -0.2), (-0.42, 0.0), (0.68, 0.0)):
        pen.stroke([(x, 0.4), (x, 0.9)], shade(dog.fur, far), 0.18)
        pen.ellipse(x - 0.05, 0.94, 0.14, 0.08, shade(dog.fur, far))
    back = [(-0.6, 0.0), (0.0, 0.05), (0.65, -0.02), (0.82, 0.25)]
    pen.blob([*back, (0.65, 0.5), (0.1, 0.55), (-0.55, 0.6)], dog.fur)
    head(pen.at(-0.5, -0.3, 0.48, tilt), dog)


# --- head: in units of its half width, a narrow skull with a broad snout ---


def head(pen: Pen, dog: Dog) -> None:
    skull = [(0, -0.8), (0.5, -0.7), (0.68, -0.2), (0.6, 0.3), (0.45, 0.85), (0, 1.02)]
    pen.polygon(symmetric(skull), dog.fur)
    if dog.patch:
        pen.ellipse(dog.patch * 0.32, -0.18, 0.3, 0.34, dog.ears)
    for side in (-1, 1):
        ear(pen, side, dog)
        eye(pen, side, dog)
    if dog.pants:
        pen.polygon(symmetric([(0.16, 0.7), (0.14, 1.15), (0, 1.25)]), TONGUE)
    pen.ellipse(0, 0.5, 0.42, 0.36, dog.snout)
    pen.polygon(symmetric([(0.2, 0.22), (0.12, 0.42)]), INK)
    line = INK if brightness(dog.snout) > 90 else shade(dog.snout, 0.6)
    pen.stroke([(0, 0.42), (0, 0.62)], line, 0.05)
    pen.stroke([(-0.28, 0.62), (0, 0.68), (0.28, 0.62)], line, 0.05)


def ear(pen: Pen, side: int, dog: Dog) -> None:
    outer = [(0.42, -0.72), (0.8, -0.6), (1.02, 0.0), (0.92, dog.droop)]
    inner = [(0.66, 0.3), (0.58, -0.3)]
    pen.polygon(smooth([(side * x, y) for x, y in outer + inner]), dog.ears)


def eye(pen: Pen, side: int, dog: Dog) -> None:
    pen.ellipse(side * 0.3, -0.15, 0.13, 0.15, WHITE if brightness(dog.fur) < 90 else INK)
    pen.ellipse(side * 0.3, -0.13, 0.09, 0.11, INK)
    pen.ellipse(side * 0.3 - 0.03, -0.18, 0.04, 0.04, WHITE)
