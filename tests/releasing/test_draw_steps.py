"""What single steps of right answers give is kept once, is short, and each step is known with what it is computed from."""

import pytest

from grader.exercises import EXERCISES
from grader.explaining.right_values import NUMBERS, RETURN, are_alike, known_values, size_of, told_by
from grader.judging import public_cases
from grader.judging.case import from_json, to_json


@pytest.mark.parametrize("id", list(EXERCISES))
def test_what_is_kept_is_short_and_is_told_nowhere_else(id):
    known = public_cases.cases(id)
    for case in known.cases:
        assert all(size_of(values) <= NUMBERS for values in case.steps.values())
    keys = {key for case in known.cases for key in case.steps}
    for key in keys:
        showing = [case for case in known.cases if key in case.steps]
        told = set(told_by(showing[0]))
        for other in (*told, *keys - {key}):
            pairs = [(case.steps[key], known_values(case).get(other, ())) for case in showing]
            assert not all(are_alike(*pair) for pair in pairs) or len(showing) < len(known.cases)


@pytest.mark.parametrize("id", list(EXERCISES))
def test_what_a_step_needs_is_known_itself(id):
    known = public_cases.cases(id)
    keys = {RETURN, *(key for case in known.cases for key in known_values(case))}
    assert keys.issuperset(known.needs)
    assert all(keys.issuperset(way) for ways in known.needs.values() for way in ways)


def test_steps_are_stored_and_read_again_in_double_precision():
    known = public_cases.cases("deep_network.linear_backward")
    again = from_json(to_json({"x": known}))["x"]
    assert again.needs == known.needs
    for left, right in zip(known.cases, again.cases, strict=True):
        assert left.steps.keys() == right.steps.keys() and left.steps
        assert all(are_alike(values, right.steps[key]) for key, values in left.steps.items())
        assert all(value.dtype != "float32" for values in right.steps.values() for value in values if hasattr(value, "dtype"))
