"""The drawn pictures: what the README promises of them, and that the generator in the repository draws them."""

import hashlib

import numpy as np
import pytest

from datasets import draw
from utils.data import load_drawn

# SHA-256 of the arrays' bytes. New pictures change every number in the notebooks: never by accident.
PINNED = {
    "train_x": "fd0848dfe8563c2ff49b711e74434b22f0088bde1e1fa81a877f4a63129c2b65",
    "train_y": "cf080551efc71f5ab9e8abc7081ecd5eda9264f70c6e9174463fa10e89a6c92b",
    "test_x": "e3b9aebdb69a394b514f027857ecddfccee2fdbcccdc5070eac06ed272aa3e86",
    "test_y": "34fe91e17298e51484c1173bdb9302001ceed1ad1aaddb316ba63599db9bdb61",
}


@pytest.fixture(scope="module")
def drawn():
    return load_drawn()


@pytest.mark.parametrize("name", PINNED)
def test_the_committed_pictures_are_the_pinned_ones(drawn, name):
    assert hashlib.sha256(getattr(drawn, name).tobytes()).hexdigest() == PINNED[name]


@pytest.mark.parametrize("part", draw.PARTS)
def test_the_generator_draws_the_committed_pictures(drawn, part):
    """Every tenth picture, within 2 grey levels on 99 % of the values: versions of Pillow differ at the edges."""
    images, labels = getattr(drawn, f"{part}_x"), getattr(drawn, f"{part}_y")[0]
    sample = range(0, len(images), 10)
    again = np.stack([draw.draw_picture(draw.SEED, part, i, int(labels[i])) for i in sample])
    difference = np.abs(again.astype(int) - images[sample].astype(int))
    assert np.mean(difference <= 2) >= 0.99


@pytest.mark.parametrize("part", draw.PARTS)
def test_the_generator_gives_the_committed_labels(drawn, part):
    assert np.array_equal(draw.draw_labels(draw.SEED, part), getattr(drawn, f"{part}_y")[0])


def test_two_pictures_in_five_are_cats_so_that_never_cat_scores_sixty_percent(drawn):
    assert drawn.train_y.sum() == 84 and drawn.test_y.sum() == 200


def test_cats_come_in_random_order(drawn):
    """A learner who trains on the first pictures only meets both classes, about as often as in the whole."""
    assert 0.2 < drawn.train_y[0, :50].mean() < 0.6 and 0.2 < drawn.test_y[0, :50].mean() < 0.6


def test_no_picture_occurs_twice_within_or_across_the_parts(drawn):
    pictures = np.concatenate([drawn.train_x, drawn.test_x]).reshape(709, -1)
    assert len(np.unique(pictures, axis=0)) == 709


def test_no_test_picture_is_a_training_picture_with_other_noise(drawn):
    """Mean square difference per value: two pictures that differ in noise only have 2σ² = 288."""
    train, test = (x.reshape(len(x), -1).astype(np.float64) for x in (drawn.train_x, drawn.test_x))
    squares = (train**2).sum(1)[:, None] + (test**2).sum(1) - 2 * train @ test.T
    assert squares.min() / train.shape[1] > 2 * (2 * draw.NOISE**2)


def test_train_and_test_are_drawn_alike(drawn):
    """Mean colour of cats and of the rest, grey levels: the parts differ by chance only (its standard error is about 5)."""
    for label in (0, 1):
        train = drawn.train_x[drawn.train_y[0] == label].mean((0, 1, 2))
        test = drawn.test_x[drawn.test_y[0] == label].mean((0, 1, 2))
        assert np.abs(train - test).max() < 20


def test_another_seed_draws_other_pictures_of_the_same_balance():
    labels = draw.draw_labels(draw.SEED + 1, "test")
    assert labels.sum() == 200 and not np.array_equal(labels, draw.draw_labels(draw.SEED, "test"))
    pictures = [draw.draw_picture(seed, "test", 0, 1) for seed in (draw.SEED, draw.SEED + 1)]
    assert not np.array_equal(*pictures)


def test_a_written_file_is_read_back_by_the_loader(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(draw, "PARTS", {"train": (5, 2), "test": (4, 2)})
    monkeypatch.setattr("sys.argv", ["draw", "--seed", "7", "--folder", str(tmp_path / "mine")])
    draw.main()
    monkeypatch.setenv("CATS_FOLDER", str(tmp_path / "mine"))
    from utils.data import load_cats

    cats = load_cats()
    assert cats.train_x.shape == (5, 64, 64, 3) and cats.test_y.sum() == 2
    assert np.array_equal(cats.train_x, draw.draw_set(7, "train")[0])
