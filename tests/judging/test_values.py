"""What counts as equal, and how values are made plain and described."""

import numpy as np
import pytest

from grader.judging.plain import Opaque, Raised, plain
from grader.judging.values import Leaf, close, describe, right_shape, same, walk


class Liar(np.ndarray):
    """An array that says it equals everything."""

    def __eq__(self, other):
        return np.bool_(True)


def test_an_array_subclass_loses_its_behaviour():
    lying = np.zeros(3).view(Liar)
    assert type(plain(lying)) is np.ndarray
    assert not same(np.ones(3), plain(lying))


def test_an_object_that_equals_everything_is_equal_to_nothing():
    class Yes:
        def __eq__(self, other):
            return True

    assert plain(Yes()) == Opaque("Yes")
    assert not same(1.0, plain(Yes()))


def test_a_plain_copy_does_not_follow_later_changes():
    array = np.zeros(2)
    copy = plain({"a": array})
    array += 1
    assert copy["a"].tolist() == [0, 0]


@pytest.mark.parametrize("got", [0.5, np.float32(0.5), np.array(0.5), np.array([[0.5]]), 0.5 + 1e-5])
def test_a_right_number_is_close_whatever_holds_it(got):
    assert close(np.array(0.5), plain(got))


@pytest.mark.parametrize("got", [0.501, np.nan, np.inf, None, "0.5", 0.5 + 1j, [0.5, 0.5]])
def test_a_wrong_number_is_not_close(got):
    assert not close(np.array(0.5), plain(got))


def test_float32_results_are_accepted():
    right = np.random.default_rng(0).normal(size=(5, 7))
    assert same(right, plain(right.astype(np.float32)))


def test_a_logarithm_with_a_tiny_fudge_is_accepted_and_a_clip_is_not():
    a = np.array([[1e-4, 0.5, 1 - 1e-4]])
    assert close(-np.log(a), -np.log(a + 1e-8))
    assert not close(-np.log(a), -np.log(np.clip(a, 1e-3, 1 - 1e-3)))


def test_one_wrong_entry_among_many_is_seen():
    right = np.ones((50, 50))
    wrong = right.copy()
    wrong[20, 30] += 0.001
    assert not same(right, wrong)


@pytest.mark.parametrize("got", [np.zeros(3), np.zeros((1, 3)), np.zeros((3, 3)), [[0.0], [0.0], [0.0]], 0.0])
def test_another_shape_is_not_the_same(got):
    assert not same(np.zeros((3, 1)), plain(got))


def test_a_rank_1_array_has_the_wrong_shape_but_can_have_the_right_values():
    leaf = Leaf("A", np.array([[1.0, 2.0]]), np.array([1.0, 2.0]))
    assert not right_shape(leaf) and close(leaf.expected, leaf.got)


@pytest.mark.parametrize("got", [[1.0, 0.5], [np.float64(1), np.array(0.5)], np.array([1.0, 0.5]), (1.0, 0.5)])
def test_a_list_of_costs_may_be_any_sequence_of_numbers(got):
    assert same([1.0, 0.5], plain(got))


def test_further_keys_are_passed_over_and_missing_ones_are_not():
    assert same({"dw": 1.0}, {"dw": 1.0, "dA0": 2.0})
    (misfit,) = walk({"dw": 1.0}, {"Dw": 1.0})
    assert '(should "Dw" be "dw"?)' in misfit.got


def test_a_list_does_for_a_tuple_but_another_length_does_not():
    assert same((1.0, 2.0), [1.0, 2.0])
    assert not same((1.0, 2.0), (1.0, 2.0, 3.0))


def test_exceptions_are_the_same_by_their_class():
    assert same(Raised("TypeError"), Raised("TypeError", "other words"))
    assert not same(Raised("TypeError"), 1.0)


def test_nan_where_nan_is_expected_is_the_same():
    wrong = np.array([1.0, np.nan])
    assert same(wrong, wrong.copy()) and not same(wrong, np.array([np.nan, 1.0]))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "None"),
        (0.693147, "0.693147"),
        (np.zeros((2, 1)), "shape (2, 1): [[0.], [0.]]"),
        ({"dw": np.zeros((3, 1)), "db": 0.0}, "a dictionary with dw (3, 1), db a number"),
        ([0.5, 0.25], "a list of 2 numbers: [0.5 , 0.25]"),
    ],
)
def test_values_are_described_shape_first(value, text):
    assert describe(value) == text


def test_a_deep_or_endless_structure_is_not_followed():
    endless: list = []
    endless.append(endless)
    assert "list" in str(plain(endless))
