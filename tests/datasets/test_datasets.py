"""The drawn pictures: what the README promises of them, and that the generator in the repository draws them."""

import hashlib

import numpy as np
import pytest

from datasets import draw
from utils.data import load_drawn

# SHA-256 of the arrays' bytes. New pictures change every number in the notebooks: never by accident.
PINNED = {
    "train_x": "0db49e039ec2fad06bf61a6a45a53bd7537f5d2f408bcbf0066461add401cfba",
    "train_y": "99437a24f0d1c6c81b08a12f346bb1e3445662da9d711272e3052f92e82e929d",
    "test_x": "a60165c1f70384b39e4fe797bdaf1335c2b341a463a048df61a61fb64dfd3af6",
    "test_y": "dc3bca5f8fe0372958dc12c97f1f79a4692cfb767878d1d3698dac4d2ce8393f",
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
