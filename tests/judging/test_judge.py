"""Observing and judging, on a small exercise of the tests' own: the mean of each row as a column."""

import inspect

import numpy as np
import pytest

from grader.explaining import explain
from grader.judging.case import Case, CaseSet, Observation
from grader.judging.claims import any_size, extreme, shapes, untouched, values
from grader.judging.exercise import Exercise
from grader.judging.observe import observe
from grader.judging.plain import plain

MEANS = Exercise(
    id="tests.means",
    draw=lambda random, functions, pictures: (),
    claims=(
        shapes("one row each", 1),
        values("each row's mean", 2),
        any_size("a single column works", 1),
        extreme("large numbers work", 1),
        untouched("x is left as it was", 1),
    ),
    hints=("Add.", "Divide."),
)


def means(x):
    return np.mean(x, axis=1, keepdims=True)


def sums(x):
    return np.sum(x, axis=1, keepdims=True)


def cases() -> CaseSet:
    random = np.random.default_rng(3)
    drawn = [("ordinary", random.normal(size=(3, 4))), ("ordinary", random.normal(size=(2, 5))),
             ("single", random.normal(size=(3, 1))), ("extreme", random.normal(size=(2, 3)) * 1e8)]  # fmt: skip
    return CaseSet(
        tuple(
            Case(
                tag, f"shape {x.shape}", (x,), means(x), {"sum": Observation(plain(sums(x)))} if x.shape[1] > 1 else {}
            )
            for tag, x in drawn
        ),
        {"sum": {"sentence": "This is the sum, not the mean."}},
    )


def report_on(function):
    drawn = cases()
    seen = [observe(MEANS, function, case) for case in drawn.cases]
    return explain(MEANS, drawn, seen, inspect.getsource(function))


def holding(report):
    return {claim.name for claim in report.claims if claim.passed}


def test_a_right_answer_passes_every_claim():
    report = report_on(means)
    assert report.passed and report.score == 1.0 and report.misconception is None


def test_a_known_mistake_is_named_and_explained():
    report = report_on(sums)
    assert report.misconception == "sum" and "not the mean" in str(report)
    assert not report.passed


def test_a_wrong_shape_with_right_values_loses_shapes_and_what_depends_on_them_only():
    report = report_on(lambda x: np.mean(x, axis=1))
    assert holding(report) == {"values", "extreme", "untouched"}
    assert report.score == pytest.approx(4 / 6)
    assert "keepdims" in str(report)


@pytest.mark.parametrize("answer", [None, 0.0, "text", np.zeros((3, 1)), [], {}])
def test_a_constant_earns_nothing(answer):
    assert report_on(lambda x: answer).score == 0


def test_an_echo_earns_nothing_and_is_told_as_one():
    report = report_on(lambda x: x)
    assert report.score == 0
    assert "The result is argument 1, as it came in." in str(report)


def test_memory_that_is_never_set_is_told_every_time_and_a_right_answer_may_reserve_it():
    def forgetful(x):
        return np.empty((len(x), 1))

    def thorough(x):
        result = np.empty_like(x[:, :1])
        for i, row in enumerate(x):
            result[i] = sum(row) / len(row)
        return result

    told = [str(report_on(forgetful)) for _ in range(3)]
    assert "numbers that were never set" in told[0] and len(set(told)) == 1
    assert report_on(thorough).passed
    assert np.empty(3).shape == (3,) and np.empty.__module__ == "numpy"  # all is put back


def test_random_numbers_of_the_right_shape_earn_nothing():
    assert report_on(lambda x: np.random.default_rng(0).normal(size=(len(x), 1))).score == 0


def test_writing_into_an_argument_is_seen_and_said():
    def impolite(x):
        x += 1
        return means(x - 1)

    report = report_on(impolite)
    assert holding(report) == {"shapes", "values", "sizes", "untouched", "extreme"} - {"untouched"}
    assert "argument 1" in str(report)


def test_an_empty_answer_is_called_not_written_yet():
    def blank(x):
        raise NotImplementedError()

    report = report_on(blank)
    assert report.blank and report.score == 0 and "not written yet" in str(report)


def test_an_exception_is_shown_with_the_learners_own_line():
    def broken(x):
        return totl / len(x)  # noqa: F821

    text = str(report_on(broken))
    assert "`totl`" in text and "return totl / len(x)" in text


def test_an_exception_in_one_case_only_costs_the_claims_about_that_case():
    def fragile(x):
        if x.shape[1] == 1:
            raise IndexError("too few")
        return means(x)

    assert "sizes" not in holding(report_on(fragile))
    assert {"values", "shapes"} <= holding(report_on(fragile))


def test_nothing_is_printed(capsys):
    def noisy(x):
        print("hello")
        return means(x) + 0 * np.log(np.zeros(1))

    report_on(noisy)
    assert capsys.readouterr() == ("", "")


def test_leaving_python_does_not_end_the_check():
    def leaver(x):
        raise SystemExit(0)

    assert report_on(leaver).score == 0


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda x: -means(x), "wrong sign"),
        (lambda x: means(x) * 3, "3 times"),
        (lambda x: means(x) + 0.5, "off by the same number"),
        (lambda x: means(x).T, "transposed"),
        (lambda x: means(x) + np.zeros((len(x), 7)), "axis 1 has 7 where 1 is needed"),
        (lambda x: means(x).tolist(), "not a NumPy array"),
        (lambda x: None, "return"),
        (lambda x: means(x) * np.nan, "nan"),
    ],
)
def test_what_is_wrong_is_said_simply(wrong, said):
    assert said in str(report_on(wrong))


@pytest.mark.parametrize("odd", [np.ones(3), object(), [1], "text", None])
def test_whatever_is_put_in_the_place_of_an_arguments_number_is_a_change(odd):
    def writes(grads):
        grads["db"] = odd

    case = Case("ordinary", "a number in a dictionary", ({"db": 0.5},), None)
    assert observe(MEANS, writes, case).seen.changed == (0,)
