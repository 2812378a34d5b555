"""What several cases show together is said only where chance is excluded."""

import numpy as np
import pytest

from grader.explaining.numbers import overall
from grader.judging.case import Case, Observation
from grader.judging.exercise import Outcome
from grader.judging.plain import plain


def outcomes(function, right, *cases):
    """What `function` does where `right` is expected; cases: (tag, m, label of the last example)."""
    random = np.random.default_rng(4)
    found = []
    for tag, m, label in cases:
        X, Y = random.normal(size=(3, m)), (random.random((1, m)) < 0.5).astype(int)
        Y[0, -1] = label
        found.append(Outcome(Case(tag, "", (X, Y), plain(right(X, Y))), Observation(plain(function(X, Y)))))
    return found


ORDINARY = (("ordinary", 5, 1), ("ordinary", 7, 0))


def mean(X, Y):
    return np.mean(X * Y, axis=1, keepdims=True)


def last_only(X, Y):
    return X[:, -1:] * Y[:, -1:]


@pytest.mark.parametrize("label", [0, 1])
def test_one_label_alone_is_no_evidence_for_single_examples(label):
    assert overall(outcomes(last_only, mean, *ORDINARY, ("single", 1, label))) == ""


def test_single_examples_of_both_labels_are():
    said = overall(outcomes(last_only, mean, *ORDINARY, ("single", 1, 0), ("single", 1, 1)))
    assert said == "It is right for a single example, and wrong for several."


def test_cases_without_examples_tell_nothing_of_examples():
    sizes = [Outcome(Case(tag, "", (n,), np.ones(n)), Observation(np.ones(1))) for tag, n in (("ordinary", 3), ("single", 1))]
    assert overall(sizes) == ""


@pytest.mark.parametrize(("factor", "said"), [(lambda m: m, "m times too large"), (lambda m: 1 / m, "m times too small")])
def test_a_factor_m_is_told_where_it_is_the_number_of_examples_in_several_cases(factor, said):
    def wrong(X, Y):
        return mean(X, Y) * factor(X.shape[1])

    assert said in overall(outcomes(wrong, mean, *ORDINARY))
    assert overall(outcomes(wrong, mean, ORDINARY[0])) == ""
    assert overall(outcomes(lambda X, Y: mean(X, Y) * 3.5, mean, *ORDINARY)) == ""


def test_columns_of_one_array_alone_are_not_taken_for_examples():
    def by_columns(X):
        return X * X.shape[1]

    found = [Outcome(Case("ordinary", "", (X,), X), Observation(by_columns(X))) for X in (np.ones((2, 3)), np.ones((4, 5)))]
    assert overall(found) == ""
