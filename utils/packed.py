"""The drawn pictures in a sixth of their size: without their noise, which random numbers give back exactly.

Noise cannot be compressed, and it is most of what HDF5 stores of them. datasets/pack.py writes the file that is read here.
"""

import hashlib
import os

import numpy as np

PARTS = ("train", "test")


def unpack(path: str | os.PathLike) -> list[np.ndarray]:
    """→ train_x, train_y, test_x, test_y: x (m, 64, 64, 3) uint8, y (m,) int64, the same values as in HDF5.

    ValueError: this NumPy draws other random numbers than the one that drew the pictures.
    """
    arrays = []
    with np.load(path) as file:
        for part in PARTS:
            clean, keys, skips, y, digest = (file[f"{part}_{name}"] for name in ("clean", "keys", "skips", "y", "digest"))
            begins = zip(clean, keys, skips, strict=True)
            x = np.stack([add(noise_of(key, skip, float(file["sigma"])), picture) for picture, key, skip in begins])
            if digest_of(x) != str(digest):
                raise ValueError(
                    f"{path}: NumPy {np.__version__} gives other pictures than those of the course: "
                    "install another version of NumPy, or use the pictures of a clone (set CATS_FOLDER to its datasets/)"
                )
            arrays += [x, y]
    return arrays


def noise_of(key: np.ndarray, skip: int, sigma: float) -> np.ndarray:
    """The noise of one picture, (64, 64, 3): the generator seeded with `key`, after `skip` draws."""
    bits = np.random.PCG64(key.tolist()).advance(int(skip))
    return np.random.Generator(bits).normal(0, sigma, (64, 64, 3))


def add(noise: np.ndarray, clean: np.ndarray) -> np.ndarray:
    """The picture with its noise, in whole grey levels."""
    return np.clip(np.rint(clean + noise), 0, 255).astype(np.uint8)


def digest_of(x: np.ndarray) -> str:
    """A short hash of the pictures."""
    return hashlib.sha256(x.tobytes()).hexdigest()[:16]
