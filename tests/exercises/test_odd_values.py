"""Whatever an answer returns, it is judged: no odd value stops a check, or makes it warn."""

import numpy as np
import pytest

from grader import exercises
from grader.judging import public_cases
from grader.judging.judge import judge
from grader.judging.observe import observe
from grader.judging.values import Leaf, walk

ODD = {
    "lists of unequal length": lambda shape: [[1.0], [1.0, 2.0]],
    "nested lists": lambda shape: np.zeros(shape).tolist(),
    "truth values": lambda shape: np.zeros(shape, bool),
    "complex numbers": lambda shape: np.full(shape, 1j),
    "nan": lambda shape: np.full(shape, np.nan),
    "nothing": lambda shape: None,
    "text": lambda shape: "zeros",
}


def with_leaves(expected, make):
    """The expected result with an odd value in the place of each array or number."""
    if isinstance(expected, dict):
        return {key: with_leaves(item, make) for key, item in expected.items()}
    if isinstance(expected, tuple):
        return tuple(with_leaves(item, make) for item in expected)
    return make(np.shape(next((p.expected for p in walk(expected, expected) if isinstance(p, Leaf)), 0)))


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("id", exercises.EXERCISES)
def test_an_answer_of_odd_values_fails_and_is_told_why(id, odd):
    exercise, cases = exercises.find(id), public_cases.cases(id)
    first = cases.cases[0].expected
    shaped = first[0] if isinstance(first, list) and first else first
    wrong = with_leaves(shaped, ODD[odd])
    report = judge(exercise, [observe(exercise, lambda *args: wrong, case) for case in cases.cases])
    assert not report.passed and str(report)
