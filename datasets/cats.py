"""Cats: a coat, a face, and four ways of being in a picture.

Every pose is drawn in figure units: the whole figure fills about (-1, -1) to (1, 1). A head is drawn in units of its
own half width.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from datasets.colours import COATS, INK, WHITE, brightness, mix, pick, shade
from datasets.pen import Colour, Pen, Point, smooth, symmetric

PINK = (232, 150, 150)
TAN = (176, 130, 104)
EYES = [(126, 182, 82), (226, 176, 56), (94, 160, 206), (196, 140, 50), (150, 200, 140)]
COLLARS = [(204, 50, 56), (40, 120, 190), (236, 190, 60), (60, 150, 110)]
BELL = (246, 206, 84)


@dataclass(frozen=True)
class Coat:
    """`base` covers the animal, `marks` are stripes or patches, `tips` ears, paws and tail, `bib` muzzle and chest."""

    pattern: str
    base: Colour
    marks: Colour
    tips: Colour
    bib: Colour
    line: Colour  # the mouth: seen on the bib
    collar: Colour | None


@dataclass(frozen=True)
class Face:
    """What makes one cat's face differ from another's, in head units."""

    ear_height: float
    ear_lean: float
    eye_size: float
    eyes: Colour
    asleep: bool
    meows: bool
    gaze: float  # sideways shift of the pupils


def draw_cat(pen: Pen, tone: str, random: np.random.Generator) -> None:
    """A cat, light or dark as `tone` says, in a pose drawn by lot."""
    poses = {face_close_up: 0.44, sitting: 0.28, lying: 0.18, walking: 0.1}
    pose = random.choice(list(poses), p=list(poses.values()))
    pose(pen, random_coat(tone, random), random_face(random), random)


def random_coat(tone: str, random: np.random.Generator) -> Coat:
    """Plain, tabby, patched, with siamese points (light cats only) or white bib and paws (dark cats only)."""
    base = pick(COATS[tone], random)
    special = "points" if tone == "light" else "bib"
    pattern = str(random.choice(["plain", "tabby", "patched", special], p=[0.3, 0.35, 0.15, 0.2]))
    marks = shade(base, -0.4) if tone == "light" else shade(base, 0.3)
    if pattern == "patched":
        marks = pick(COATS["dark" if tone == "light" else "light"], random)
    tips = {"points": mix(base, (70, 50, 44), 0.75), "bib": WHITE}.get(pattern, base)
    # Dark cats have a lighter bib, most light cats a darker one: its brightness alone should not give the cat away.
    paler = tone == "dark" or random.random() < 0.2
    plain_bib = shade(base, 0.2) if paler else mix(base, TAN, 0.35)
    bib = {"points": mix(base, (70, 50, 44), 0.6), "bib": WHITE}.get(pattern, plain_bib)
    collar = pick(COLLARS, random) if random.random() < 0.35 else None
    return Coat(pattern, base, marks, tips, bib, line=INK if brightness(bib) > 90 else shade(bib, 0.6), collar=collar)


def random_face(random: np.random.Generator) -> Face:
    return Face(
        ear_height=random.uniform(0.95, 1.25),
        ear_lean=random.uniform(-0.08, 0.1),
        eye_size=random.uniform(0.19, 0.26),
        eyes=pick(EYES, random),
        asleep=random.random() < 0.15,
        meows=random.random() < 0.2,
        gaze=random.uniform(-0.05, 0.05),
    )


# --- poses ---


def face_close_up(pen: Pen, coat: Coat, face: Face, random: np.random.Generator) -> None:
    """A portrait: the head large, the shoulders at the lower edge."""
    shoulders = symmetric([(0.42, 0.4), (0.82, 1.0), (0.9, 1.6)])
    furred(pen, shoulders, coat, random)
    pen.ellipse(0, 1.05, 0.34, 0.42, coat.bib)
    collar(pen.at(0, 0.62, 0.5), coat)
    head(pen.at(0, 0.0, 0.78, random.normal(0, 0.08)), coat, face, random)


def sitting(pen: Pen, coat: Coat, face: Face, random: np.random.Generator) -> None:
    """Upright, seen from the front, the tail round to one side."""
    pen.stroke([(0.3, 0.85), (0.8, 0.85), (0.9, 0.45), (0.78, 0.2)], coat.base, 0.17)
    pen.stroke([(0.9, 0.45), (0.78, 0.2)], coat.tips, 0.17)
    furred(pen, symmetric([(0.3, -0.35), (0.5, 0.3), (0.62, 0.85), (0.3, 1.0)]), coat, random)
    pen.ellipse(0, 0.12, 0.24, 0.4, coat.bib)
    for side in (-1, 1):
        pen.stroke([(side * 0.17, 0.4), (side * 0.17, 0.92)], shade(coat.base, -0.12), 0.24)
        pen.stroke([(side * 0.17, 0.4), (side * 0.17, 0.9)], coat.base, 0.2)
        pen.ellipse(side * 0.19, 0.94, 0.17, 0.1, coat.tips)
    collar(pen.at(0, 0.0, 0.36), coat)
    head(pen.at(0, -0.42, 0.6, random.normal(0, 0.1)), coat, face, random)


def lying(pen: Pen, coat: Coat, face: Face, random: np.random.Generator) -> None:
    """Paws tucked in, like a loaf of bread."""
    back = [(-0.3, 0.0), (0.45, 0.0), (0.92, 0.35), (0.98, 0.75)]
    furred(pen, smooth([(-0.85, 0.75), (-0.8, 0.3), *back, (0.6, 0.9), (-0.6, 0.9)]), coat, random)
    pen.stroke([(0.85, 0.8), (0.5, 0.9), (0.05, 0.88)], shade(coat.base, -0.15), 0.19)
    pen.stroke([(0.85, 0.79), (0.5, 0.88), (0.05, 0.86)], coat.tips, 0.15)
    collar(pen.at(-0.2, 0.38, 0.36), coat)
    head(pen.at(-0.2, -0.08, 0.58, random.normal(0, 0.1)), coat, face, random)
    for x in (-0.45, -0.05):
        pen.ellipse(x, 0.86, 0.16, 0.1, coat.tips)


def walking(pen: Pen, coat: Coat, face: Face, random: np.random.Generator) -> None:
    """Seen from the side, looking at us, the tail up."""
    pen.stroke([(0.7, 0.2), (0.92, -0.15), (0.8, -0.55), (0.88, -0.8)], coat.base, 0.16)
    pen.stroke([(0.8, -0.55), (0.88, -0.8)], coat.tips, 0.16)
    swing = random.uniform(0.05, 0.15)
    for x, step, colour in ((-0.3, -swing, -0.2), (0.55, swing, -0.2), (-0.42, swing, 0.0), (0.66, -swing, 0.0)):
        far = shade(coat.base, colour)
        pen.stroke([(x, 0.45), (x + step, 0.9)], far, 0.2)
        pen.ellipse(x + step - 0.05, 0.93, 0.14, 0.08, shade(coat.tips, colour))
    back = [(-0.6, 0.05), (0.0, 0.08), (0.6, 0.0), (0.86, 0.25)]
    furred(pen, smooth([*back, (0.72, 0.58), (0.1, 0.66), (-0.5, 0.62), (-0.7, 0.35)]), coat, random)
    collar(pen.at(-0.42, 0.14, 0.36), coat)
    head(pen.at(-0.42, -0.27, 0.57, random.normal(0, 0.1)), coat, face, random)


# --- coat and head ---


def furred(pen: Pen, outline: list[Point], coat: Coat, random: np.random.Generator) -> None:
    """A part of the body with the coat's pattern on it."""
    pen.polygon(outline, coat.base)
    with pen.inside(outline):
        if coat.pattern == "tabby":
            for x in np.linspace(-0.9, 0.9, 8):
                pen.stroke([(x, -0.3), (x * 0.9, 0.25), (x * 0.7, 0.5)], coat.marks, 0.07)
        if coat.pattern == "patched":
            for _ in range(3):
                x, y = random.uniform(-0.8, 0.8), random.uniform(0.0, 0.8)
                pen.ellipse(x, y, random.uniform(0.2, 0.35), random.uniform(0.15, 0.3), coat.marks)


def collar(pen: Pen, coat: Coat) -> None:
    """In units of half its width, if the cat wears one."""
    if coat.collar:
        pen.stroke([(-1, -0.25), (0, 0.1), (1, -0.25)], coat.collar, 0.32)
        pen.ellipse(0, 0.4, 0.26, 0.26, shade(BELL, -0.4))
        pen.ellipse(0, 0.38, 0.2, 0.2, BELL)


def head(pen: Pen, coat: Coat, face: Face, random: np.random.Generator) -> None:
    """In units of its half width: cheeks at x = ±1, chin at y = 0.85, ears up to y = -1.3."""
    for side in (-1, 1):
        ear(pen, side, coat, face)
    outline = symmetric([(0, -0.72), (0.45, -0.68), (0.86, -0.3), (1.0, 0.2), (0.74, 0.6), (0.32, 0.82), (0, 0.86)])
    pen.polygon(outline, coat.base)
    with pen.inside(outline):
        forehead(pen, coat, random)
    for side in (-1, 1):
        pen.ellipse(side * 0.2, 0.52, 0.3, 0.24, coat.bib)
        eye(pen, side, coat, face)
        whiskers(pen, side, coat)
    nose_and_mouth(pen, coat, face)


def ear(pen: Pen, side: int, coat: Coat, face: Face) -> None:
    tip = (side * (0.72 + face.ear_lean), -face.ear_height)
    pen.polygon([(side * 0.96, -0.02), tip, (side * 0.14, -0.66)], coat.tips if coat.pattern == "points" else coat.base)
    inner = mix(PINK, coat.base, 0.3)
    pen.polygon([(side * 0.82, -0.25), (tip[0] * 0.97, tip[1] + 0.22), (side * 0.36, -0.6)], inner)


def forehead(pen: Pen, coat: Coat, random: np.random.Generator) -> None:
    if coat.pattern == "tabby":
        for x in (-0.26, 0.0, 0.26):
            pen.stroke([(x * 1.4, -0.8), (x, -0.34)], coat.marks, 0.1)
        for side in (-1, 1):
            pen.stroke([(side * 1.05, 0.1), (side * 0.74, 0.16)], coat.marks, 0.09)
            pen.stroke([(side * 1.0, 0.4), (side * 0.72, 0.36)], coat.marks, 0.09)
    if coat.pattern == "patched":
        side = random.choice([-1, 1])
        pen.ellipse(side * 0.6, -0.35, 0.5, 0.6, coat.marks)
    if coat.pattern == "points":
        pen.ellipse(0, 0.36, 0.55, 0.6, mix(coat.base, coat.tips, 0.8))
    if coat.pattern == "bib":
        pen.polygon([(0, -0.5), (0.3, 0.6), (-0.3, 0.6)], coat.bib)


def eye(pen: Pen, side: int, coat: Coat, face: Face) -> None:
    x, y, size = side * 0.43, 0.02, face.eye_size
    if face.asleep:
        lid = INK if brightness(coat.base) > 90 else shade(coat.base, 0.7)
        pen.stroke([(x - size, y - 0.02), (x, y + 0.12), (x + size, y - 0.02)], lid, 0.07)
        return
    rim = shade(coat.base, -0.4) if brightness(coat.base) > 110 else shade(coat.base, 0.5)
    pen.ellipse(x, y, size * 1.25, size * 1.1, rim, side * -0.2)
    pen.ellipse(x, y, size * 1.1, size * 0.95, face.eyes, side * -0.2)
    pen.ellipse(x + face.gaze, y, size * 0.36, size * 0.85, INK)
    pen.ellipse(x + face.gaze - 0.04, y - size * 0.4, 0.06, 0.06, WHITE)


def nose_and_mouth(pen: Pen, coat: Coat, face: Face) -> None:
    if face.meows:
        pen.ellipse(0, 0.64, 0.13, 0.16, (120, 44, 52))
        pen.ellipse(0, 0.7, 0.09, 0.08, PINK)
    for side in (-1, 1):
        pen.stroke([(0, 0.42), (side * 0.06, 0.54), (side * 0.24, 0.56)], coat.line, 0.05)
    pen.polygon([(-0.14, 0.29), (0.14, 0.29), (0.0, 0.44)], PINK if coat.pattern != "points" else INK)


def whiskers(pen: Pen, side: int, coat: Coat) -> None:
    colour = shade(coat.base, -0.55) if brightness(coat.base) > 130 else WHITE
    for end in (0.34, 0.54, 0.74):
        pen.stroke([(side * 0.38, 0.5 + (end - 0.54) * 0.3), (side * 1.15, end)], colour, 0.025)
