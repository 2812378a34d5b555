"""Repeatable draws: wherever the random numbers come from, two calls of a trainer draw alike, and nothing is left changed."""

import random

import numpy as np
import pytest
from numpy.random import default_rng

from grader.judging.repeatable import repeatable, sources

own = default_rng(1)
old = np.random.RandomState(2)
python = random.Random(3)
method = own.standard_normal
system = random.SystemRandom()


def from_a_helper():
    return [helper() for _ in range(2)]


def helper():
    return own.random()


def by_default(generator=default_rng(5)):  # noqa: B008
    return generator.random()


def by_name(*, generator=default_rng(6)):  # noqa: B008
    return generator.random()


def around():
    generator = default_rng(4)
    return lambda: generator.random()


DRAWS = {
    "the notebook's generator": lambda: own.random(),
    "an old generator": lambda: old.rand(),
    "a generator of Python's": lambda: python.random(),
    "a method of a generator": lambda: method(),
    "a default": by_default,
    "a default by name": by_name,
    "a variable around it": around(),
    "a helper": from_a_helper,
    "a function inside": lambda: (lambda: own.random())(),
    "NumPy's global numbers": lambda: np.random.rand(),
    "Python's global numbers": lambda: random.random(),
    "a generator without a seed": lambda: default_rng().random(),
    "an old generator without a seed": lambda: np.random.RandomState().rand(),
}


@pytest.mark.parametrize("draw", DRAWS.values(), ids=DRAWS)
def test_two_calls_draw_alike_and_a_third_goes_on(draw):
    with repeatable(draw) as rewind:
        rewind()
        first = draw()
        rewind()
        assert draw() == first != draw()


@pytest.mark.parametrize("draw", DRAWS.values(), ids=DRAWS)
def test_afterwards_every_generator_goes_on_as_if_nothing_had_been(draw):
    with repeatable(draw) as undo:  # the rewinding of the test itself, around the one that is tested
        undo()
        wanted = draw()
        undo()
        with repeatable(draw) as rewind:
            rewind()
            draw()
        assert draw() == wanted


def test_generators_without_a_seed_differ_again_afterwards():
    draw = DRAWS["a generator without a seed"]
    with repeatable(draw) as rewind:
        rewind()
    assert draw() != draw()


def test_what_has_no_state_is_left_alone():
    with repeatable(lambda: system.random()) as rewind:
        rewind()


def test_generators_are_found_once_and_through_functions_that_call_each_other():
    def ping(n):
        return pong(n - 1) if n else own.random() + old.rand()

    def pong(n):
        return ping(n)

    assert sorted(map(id, sources(ping))) == sorted(map(id, [own, old]))
