"""Draws the pictures of the course and writes them as HDF5, in the layout of the classic cat / non-cat files.

    python -m datasets.draw            the committed set
    python -m datasets.draw --seed 7   another set of the same kind, for example to see how much a result depends on it

Every picture has a random generator of its own, made from (seed, part, index): any of them can be drawn again alone.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

import h5py
import numpy as np
from PIL import Image

from datasets.backgrounds import draw_background
from datasets.cats import draw_cat
from datasets.dogs import draw_dog
from datasets.pen import Pen
from datasets.things import draw_bird, draw_car, draw_fish, draw_flower, draw_house, draw_mug, draw_tree

SEED = 4
PARTS = {"train": (209, 84), "test": (500, 200)}  # pictures, cats among them
SIDE = 64  # pixels
FINENESS = 4  # drawn this many times larger, then scaled down: smooth edges
JITTER = 0.06  # how far the figure may be from the middle, each way, as a share of the width
SIZES = (0.40, 0.44)  # half the figure's height, as a share of the width
TURN = 0.02  # standard deviation of the figure's angle, radians
NOISE = 12.0  # standard deviation, grey levels
CUE = 0.65  # share of cats before a warm background, and of other pictures before a cool one
DOGS = 0.2  # share of dogs among the pictures without a cat
THINGS = {  # and where each of them is at home
    draw_bird: "outdoors",
    draw_fish: "water",
    draw_flower: "outdoors",
    draw_tree: "outdoors",
    draw_car: "outdoors",
    draw_house: "outdoors",
    draw_mug: "indoors",
}


def draw_set(seed: int, part: str) -> tuple[np.ndarray, np.ndarray]:
    """All pictures of "train" or "test" → images (m, 64, 64, 3) uint8, labels (m,) int64."""
    labels = draw_labels(seed, part)
    return np.stack([draw_picture(seed, part, index, int(label)) for index, label in enumerate(labels)]), labels


def draw_labels(seed: int, part: str) -> np.ndarray:
    """The fixed number of cats, in random order: (m,) int64."""
    count, cats = PARTS[part]
    labels = np.zeros(count, dtype=np.int64)
    labels[:cats] = 1
    return np.random.default_rng([seed, list(PARTS).index(part)]).permutation(labels)


def draw_picture(seed: int, part: str, index: int, label: int) -> np.ndarray:
    """One picture, (64, 64, 3) uint8; label 1 is a cat. The same arguments always give the same picture."""
    return add_noise(*draw_without_noise(seed, part, index, label))


def draw_without_noise(seed: int, part: str, index: int, label: int) -> tuple[Image.Image, np.random.Generator]:
    """The picture before noise is added, and the generator that goes on to give the noise."""
    random = np.random.default_rng([seed, list(PARTS).index(part), 1 + index])
    image = Image.new("RGB", (SIDE * FINENESS, SIDE * FINENESS))
    warm = bool(random.random() < (CUE if label else 1 - CUE))
    # The figure is lighter or darker than its background by lot, in both classes: no weighted sum can read its shape.
    figure, ground = ("light", "dark") if random.random() < 0.5 else ("dark", "light")
    draw_figure, places = (draw_cat, "anywhere") if label else choose_non_cat(random)
    draw_background(image, places, warm, ground, random)
    draw_figure(place(image, random), figure, random)
    return image.resize((SIDE, SIDE), Image.Resampling.BOX), random


def choose_non_cat(random: np.random.Generator) -> tuple[Callable, str]:
    """What to draw, and the places where it may be: see THINGS."""
    if random.random() < DOGS:
        return draw_dog, "anywhere"
    return list(THINGS.items())[random.integers(len(THINGS))]


def place(image: Image.Image, random: np.random.Generator) -> Pen:
    """Near the middle, a little larger or smaller, a little turned, either way round."""
    x, y = random.uniform(0.5 - JITTER, 0.5 + JITTER, 2)
    return Pen(image, x, y, random.uniform(*SIZES), random.normal(0, TURN), bool(random.random() < 0.5))


def add_noise(image: Image.Image, random: np.random.Generator) -> np.ndarray:
    pixels = np.asarray(image, dtype=np.float64)
    return np.clip(np.rint(pixels + random.normal(0, NOISE, pixels.shape)), 0, 255).astype(np.uint8)


def write(path: Path, part: str, x: np.ndarray, y: np.ndarray) -> None:
    """One file in the classic layout."""
    with h5py.File(path, "w") as file:
        file.create_dataset(f"{part}_set_x", data=x, compression="gzip", compression_opts=9, shuffle=False)
        file.create_dataset(f"{part}_set_y", data=y)
        file.create_dataset("list_classes", data=np.array([b"non-cat", b"cat"]))


def main() -> None:
    parser = argparse.ArgumentParser(description="Draw the cat / non-cat pictures.")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--folder", type=Path, default=Path(__file__).parent)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        path = options.folder / f"{part}_catvnoncat.h5"
        x, y = draw_set(options.seed, part)
        write(path, part, x, y)
        print(f"Wrote {path}: {len(x)} pictures, {y.sum()} cats.")


if __name__ == "__main__":
    main()
