"""Writes the drawn pictures without their noise, as utils/packed.py reads them: 1.4 MB in place of 8.7.

    python -m datasets.pack FILE.npz
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np

from datasets import draw
from utils.data import load_drawn
from utils.packed import PARTS, add, digest_of, noise_of


def packed() -> dict[str, np.ndarray]:
    """What the file holds, by name. ValueError: the pictures in datasets/ are not those that the generator draws."""
    cats = load_drawn()
    arrays: dict[str, np.ndarray] = {"sigma": np.array(draw.NOISE)}
    for number, part in enumerate(PARTS):
        x, y = getattr(cats, f"{part}_x"), getattr(cats, f"{part}_y")[0]
        keys = np.array([(draw.SEED, number, 1 + index) for index in range(len(x))])
        skips = np.array([draws_before_noise(part, index, int(label)) for index, label in enumerate(y)])
        clean = np.stack([without_noise(*one) for one in zip(x, keys, skips, strict=True)])
        arrays |= {f"{part}_clean": clean, f"{part}_keys": keys, f"{part}_skips": skips}
        arrays |= {f"{part}_y": y, f"{part}_digest": np.array(digest_of(x))}
    return arrays


def draws_before_noise(part: str, index: int, label: int) -> int:
    """How many numbers a picture's generator has given when the noise begins."""
    _, random = draw.draw_without_noise(draw.SEED, part, index, label)
    bits = np.random.PCG64([draw.SEED, PARTS.index(part), 1 + index])
    count = 0
    while bits.state["state"] != random.bit_generator.state["state"]:
        bits.advance(1)
        count += 1
    return count


def without_noise(picture: np.ndarray, key: np.ndarray, skip: int) -> np.ndarray:
    noise = noise_of(key, skip, draw.NOISE)
    clean = np.clip(picture - np.rint(noise), 0, 255).astype(np.uint8)
    if not np.array_equal(add(noise, clean), picture):
        raise ValueError(f"picture {key[2] - 1} in datasets/ is not the one that datasets/draw.py draws with seed {key[0]}")
    return clean


def main() -> None:
    parser = argparse.ArgumentParser(description="Pack the drawn pictures.")
    parser.add_argument("file", type=Path)
    np.savez_compressed(parser.parse_args().file, **packed())


if __name__ == "__main__":
    main()
