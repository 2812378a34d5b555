"""Draws that begin at a seed, whatever a learner's function does about seeds itself."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from utils.seeds import draw_with

SEEDS = st.integers(0, 50)


def plain():
    return np.random.randn(3, 2)


def seeded():
    np.random.seed(4)
    return np.random.randn(3, 2)


@given(SEEDS)
def test_a_function_without_a_seed_draws_as_after_setting_the_seed(seed):
    drawn = draw_with(seed, plain)
    np.random.seed(seed)
    assert np.array_equal(drawn, plain())


@given(SEEDS, SEEDS)
def test_a_function_that_sets_a_seed_draws_other_numbers_for_other_seeds(one, other):
    assert np.array_equal(draw_with(one, seeded), draw_with(other, seeded)) == (one == other)


def test_afterwards_seeds_are_what_they_were():
    draw_with(3, seeded)
    again = seeded()
    assert np.array_equal(again, seeded()) and np.array_equal(again, np.random.RandomState(4).randn(3, 2))


def test_arguments_reach_the_function():
    assert draw_with(1, np.random.randn, 5, 4).shape == (5, 4)
