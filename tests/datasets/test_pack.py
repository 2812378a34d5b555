"""The packed pictures, and what happens where they do not come back as they were."""

import zlib

import numpy as np
import pytest

from datasets import draw, pack
from utils import packed
from utils.data import load_drawn


def test_a_picture_is_packed_without_its_noise_and_comes_back_to_the_last_bit():
    cats = load_drawn()
    for part, index in (("train", 0), ("train", 208), ("test", 77)):
        picture, label = getattr(cats, f"{part}_x")[index], int(getattr(cats, f"{part}_y")[0, index])
        key, skip = np.array([draw.SEED, packed.PARTS.index(part), 1 + index]), pack.draws_before_noise(part, index, label)
        clean = pack.without_noise(picture, key, skip)
        assert len(zlib.compress(clean)) < len(zlib.compress(picture)) / 2
        assert np.array_equal(packed.add(packed.noise_of(key, skip, draw.NOISE), clean), picture)


def test_another_picture_than_the_drawn_one_is_not_packed():
    with pytest.raises(ValueError, match=r"picture 3 .* is not the one"):
        pack.without_noise(np.full((64, 64, 3), 255, np.uint8), np.array([draw.SEED, 0, 4]), 0)


def test_pictures_that_do_not_come_back_are_refused_with_the_way_out(tmp_path):
    clean, y = np.full((1, 64, 64, 3), 128, np.uint8), np.array([1])
    about = {"clean": clean, "keys": np.array([[4, 0, 1]]), "skips": np.array([0]), "y": y, "digest": np.array("other")}
    arrays = {f"{part}_{name}": value for part in packed.PARTS for name, value in about.items()}
    np.savez_compressed(tmp_path / "drawn.npz", sigma=np.array(12.0), **arrays)
    with pytest.raises(ValueError, match="another version of NumPy"):
        packed.unpack(tmp_path / "drawn.npz")
