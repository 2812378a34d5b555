"""Cases of other sizes: every size that an exercise leaves free differs from the exercise's own."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader import exercises
from grader.exercises.deep_network.start import PICTURES_OF_THE_SET
from grader.judging.case import CERTAIN, PICTURES
from grader.releasing.draw_cases import PUBLIC_SEED, draw_cases
from grader.releasing.other_sizes import OtherDepths

SEEDS = range(1, 13)
FIXED = {  # exercises without an array, and why
    "vectorization.computation_graph": "three numbers in, one number and three slopes out",
    "vectorization.nudge_b": "four numbers in, one out",
    "logistic_regression.pictures_needed": "two numbers in, one out",
    "logistic_regression.dz_gap": "two numbers in, one out",
    "one_hidden_layer.mistaken_tanh_slope": "one number in, two out",
    "deep_network.network_shapes": "sizes in, sizes out, and no array",
}
CHOSEN = {  # tags of cases whose few numbers are chosen, not drawn, and what they are chosen for
    "extreme": "numbers that overflow",
    "number": "plain and whole numbers",
    CERTAIN: "probabilities of exactly 0 and 1",
}
FEATURES = {192}  # of a shrunken picture
PICTURE = {8, 3} | FEATURES  # the same, as rows, columns and colours

by_id = pytest.mark.parametrize("exercise", exercises.EXERCISES.values(), ids=lambda exercise: exercise.id)


def sizes(value: object, path: str = "") -> dict[tuple[str, int], int]:
    """Every axis of every array in nested arguments or results, by where it is."""
    if isinstance(value, dict):
        return {axis: size for key, item in value.items() for axis, size in sizes(item, f"{path}/{key}").items()}
    if isinstance(value, tuple | list):
        return {axis: size for i, item in enumerate(value) for axis, size in sizes(item, f"{path}/{i}").items()}
    return {(path, axis): size for axis, size in enumerate(value.shape)} if isinstance(value, np.ndarray) else {}


def free_sizes(exercise, seed: int = PUBLIC_SEED, **how: object) -> list[dict[tuple[str, int], int]]:
    """For each case the sizes that could be others: not 1, which is what it is for, and not a picture's."""
    found = []
    for case in draw_cases(exercise, seed, with_misconceptions=False, **how).cases:
        picture = PICTURE if getattr(case.args[0], "ndim", 0) == 4 else FEATURES
        kept = {1} | (picture if case.tag == PICTURES else set())
        every = sizes((case.args, case.expected))
        found.append({axis: size for axis, size in every.items() if size not in kept and case.tag not in CHOSEN})
    return found


@by_id
def test_every_size_that_an_exercise_leaves_free_is_another_one_in_other_cases(exercise):
    own = free_sizes(exercise)
    others = [free_sizes(exercise, seed, sizes=OtherDepths(seed)) for seed in SEEDS]
    assert any(own) != (exercise.id in FIXED)
    for i, case in enumerate(own):
        for axis, size in case.items():
            assert {other[i][axis] for other in others if axis in other[i]} - {size}, (i, axis)


def test_sizes_that_are_arguments_are_others_too():
    exercise = exercises.find("deep_network.network_shapes")
    own = draw_cases(exercise, PUBLIC_SEED, with_misconceptions=False).cases
    for i, case in enumerate(own):
        others = [draw_cases(exercise, seed, False, OtherDepths(seed)).cases[i].args for seed in SEEDS]
        assert any(dims != case.args[0] for dims, _ in others)
        assert case.tag == "single" or case.args[1] == PICTURES_OF_THE_SET or any(m != case.args[1] for _, m in others)


@given(st.lists(st.integers(1, 60), min_size=2, max_size=6), st.integers(0, 10**6))
def test_equal_sizes_stay_equal_different_ones_differ_and_only_a_one_is_one(own, seed):
    drawn = OtherDepths(seed)(*own)
    assert all((size == 1) == (before == 1) for size, before in zip(drawn, own, strict=True))
    assert len(set(drawn)) == len(set(own))
    assert len(set(zip(own, drawn, strict=True))) == len(set(own))


@given(st.lists(st.integers(2, 9), max_size=4), st.integers(0, 10**6))
def test_a_network_keeps_its_one_output_and_may_be_a_layer_deeper_or_shallower(hidden, seed):
    own = [5, *hidden, 1]
    drawn = OtherDepths(seed).layers(own)
    assert drawn[-1] == 1 and abs(len(drawn) - len(own)) <= bool(hidden)
