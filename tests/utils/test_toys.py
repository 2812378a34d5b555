"""The planar data sets are what the notebooks say they are."""

import numpy as np
import pytest

from utils import toys

SETS = pytest.mark.parametrize("draw", [toys.flower, toys.ring, toys.spiral], ids=["flower", "ring", "spiral"])


def line_accuracy(X, Y):
    """The accuracy of the best straight line among 180 directions, each with its best threshold."""
    best = 0.0
    for angle in np.linspace(0, np.pi, 180, endpoint=False):
        order = np.argsort(np.array([np.cos(angle), np.sin(angle)]) @ X)
        ones_before = np.concatenate([[0], np.cumsum(Y[0, order])])
        zeros_after = (Y == 0).sum() - (np.arange(Y.size + 1) - ones_before)
        right = ones_before + zeros_after  # 1 on the near side of each threshold, 0 on the far side
        best = max(best, right.max() / Y.size, 1 - right.min() / Y.size)
    return best


@SETS
@pytest.mark.parametrize("m", [1, 7, 200])
def test_points_are_columns_and_labels_a_row(draw, m):
    X, Y = draw(m, seed=1)
    assert X.shape == (2, m) and X.dtype == np.float64
    assert Y.shape == (1, m) and Y.dtype == np.int64
    assert set(np.unique(Y)) <= {0, 1}


@SETS
def test_the_same_seed_gives_the_same_points_and_another_seed_others(draw):
    np.testing.assert_array_equal(draw(50, seed=3)[0], draw(50, seed=3)[0])
    assert not np.array_equal(draw(50, seed=3)[0], draw(50, seed=4)[0])


@SETS
def test_drawing_points_leaves_numpys_own_random_numbers_alone(draw):
    np.random.seed(0)
    expected = np.random.rand()
    np.random.seed(0)
    draw(50, seed=1)
    assert np.random.rand() == expected


@SETS
def test_both_classes_have_equally_many_points(draw):
    assert draw(200, seed=5)[1].sum() == 100


@SETS
@pytest.mark.parametrize("m, noise", [(0, 0.1), (-3, 0.1), (10, -1.0)])
def test_impossible_sizes_are_refused_with_the_value_found(draw, m, noise):
    with pytest.raises(ValueError, match=r"must be .* not -?[01-3]"):
        draw(m, seed=1, noise=noise)


@pytest.mark.parametrize("seed", range(3))
def test_no_line_separates_the_flower(seed):
    X, Y = toys.flower(2000, seed)
    assert line_accuracy(X, Y) < 0.75


@pytest.mark.parametrize("seed", range(3))
def test_no_line_separates_the_ring(seed):
    X, Y = toys.ring(2000, seed)
    assert line_accuracy(X, Y) < 0.75


@pytest.mark.parametrize("seed", range(3))
def test_no_line_separates_the_spiral(seed):
    X, Y = toys.spiral(2000, seed)
    assert line_accuracy(X, Y) < 0.75


def test_the_arms_of_the_spiral_wind_round_each_other_and_never_meet_without_noise():
    X, Y = toys.spiral(4000, seed=2, noise=0.0)
    distance = np.hypot(*X)
    turned = (2 * toys.TURNS * np.pi * distance / 3 - np.arctan2(X[1], X[0])) / np.pi  # in half turns
    np.testing.assert_allclose((turned + Y[0]) % 2 % 1.9999, 0, atol=1e-3)
    assert distance.max() <= 3
    ray = np.abs(np.arctan2(X[1], X[0])) < 0.05  # along one direction the classes take turns
    inwards = Y[0, ray][np.argsort(distance[ray])]
    assert np.count_nonzero(np.diff(inwards)) == 2 * toys.TURNS - 1


def test_the_flower_without_noise_has_petals_apart_and_with_noise_they_overlap():
    def share_in_own_quarter(noise):
        X, Y = toys.flower(4000, seed=2, noise=noise)
        quarter = np.floor((np.arctan2(X[1], X[0]) - toys.TILT + np.pi / 4) / (np.pi / 2)).astype(int)
        return np.mean(quarter % 2 == Y[0])

    assert share_in_own_quarter(0.0) == 1.0
    assert 0.8 < share_in_own_quarter(0.4) < 0.97


def test_the_disc_and_the_ring_do_not_touch_without_noise():
    X, Y = toys.ring(1000, seed=2, noise=0.0)
    distance = np.hypot(*X)
    assert distance[Y[0] == 1].max() <= 1.0
    assert distance[Y[0] == 0].min() >= 1.5
