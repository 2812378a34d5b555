"""Two known mistakes at once are both named, each with the parts that show it; where it could be others, none is."""

import itertools

import pytest

from grader import exercises
from grader.answers import misconceptions
from grader.answers.reference import define, load
from grader.explaining import explain
from grader.judging import public_cases
from grader.judging.observe import observe

BACKWARD = """def linear_backward(dZ, cache):
    A_prev, W, b = cache
    count = A_prev.shape[1]
    dW = dZ @ A_prev.T / count
    db = np.sum(dZ, axis=1, keepdims=True) / count
    dA_prev = W.T @ dZ
    return dA_prev, dW, db
"""


def report_on(source, id="deep_network.linear_backward"):
    exercise, cases = exercises.find(id), public_cases.cases(id)
    function = define(exercise.function, source, load(exercise.notebook).namespace, f"<two {hash(source)}>")
    return explain(exercise, cases, [observe(exercise, function, case) for case in cases.cases], source)


SLIPS = {
    "dw-not-averaged": ("dZ @ A_prev.T / count", "dZ @ A_prev.T"),
    "db-not-averaged": ("keepdims=True) / count", "keepdims=True)"),
    "da-averaged": ("W.T @ dZ", "W.T @ dZ / count"),
}


@pytest.mark.parametrize("names", [*itertools.combinations(SLIPS, 2)], ids=" ".join)
def test_both_are_named_with_the_parts_that_show_them(names):
    source = BACKWARD
    for name in names:
        assert source.count(SLIPS[name][0]) == 1
        source = source.replace(*SLIPS[name])
    report = report_on(source)
    known = {entry.name for entry in misconceptions(exercises.find("deep_network.linear_backward"))}
    if set(names) == {"dw-not-averaged", "db-not-averaged"}:
        assert report.misconception == "not-averaged"  # which is one mistake, not two
    else:
        assert set(report.misconception.split(" and ")) == set(names) <= known
        assert report.explanation.startswith("Two things are wrong. ")
        for name, part in (("dw-not-averaged", "dW: "), ("db-not-averaged", "db: "), ("da-averaged", "dA_prev: ")):
            assert (part in report.explanation) == (name in names)


@pytest.mark.parametrize("change", [("W.T @ dZ", "W.T @ dZ * 3"), ("W.T @ dZ", "np.abs(W.T @ dZ)")])
def test_a_known_mistake_beside_an_unknown_one_is_not_called_two_known_ones(change):
    source = BACKWARD.replace(*SLIPS["dw-not-averaged"]).replace(*change)
    assert report_on(source).misconception is None
