"""What is kept of an exception travels as plain data, unchanged, and tells nothing that was not there."""

import json

import numpy as np
import pytest

from grader.answers.reference import define
from grader.grading.sandbox import messages
from grader.judging.codec import decode, encode
from grader.judging.plain import LONGEST_NAME, MOST_SEEN, Raised, plain
from grader.judging.stopped import raised, sort_of


def stop(source, *args, **names):
    function = define("f", source, {"np": np, **names}, "<test of stopped>")
    with pytest.raises(Exception) as caught:
        function(*args)
    return raised(function, caught.value)


PRODUCT = "def f(a, b):\n    return 1 + np.dot(a, b)\n"


def test_a_stop_keeps_the_line_the_part_and_what_stood_in_it():
    told = stop(PRODUCT, np.ones((3, 1)), np.ones((3, 5)))
    assert (told.line, told.part, told.within) == ("return 1 + np.dot(a, b)", "np.dot(a, b)", "")
    assert told.seen == (("a", "(3, 1)"), ("b", "(3, 5)"))


def test_a_place_is_the_same_for_every_way_to_write_a_product():
    args = np.ones((3, 1)), np.ones((3, 5))
    other = "def f(left, right):\n    s = left @ right\n    return s\n"
    assert stop(PRODUCT, *args).place == stop(other, *args).place
    assert stop(PRODUCT, *args).place != stop(PRODUCT, np.ones((4, 1)), np.ones((4, 5))).place


def test_a_stop_crosses_the_wall_of_the_sandbox_unchanged():
    told = stop(PRODUCT, np.ones((3, 1)), np.ones((3, 5)))
    assert plain(messages.unpack(json.loads(json.dumps(messages.pack(told))))) == told


@pytest.mark.parametrize("seen", [5, "text", [["a"]], [["a", "b", "c"]], None, {"a": 1}])
def test_a_forged_stop_is_no_stop(seen):
    forged = {"$raised": messages.pack(Raised("ValueError"))["$raised"] | {"seen": seen}}
    assert not isinstance(messages.unpack(forged), Raised)


def test_a_forged_stop_is_bounded():
    forged = Raised("K" * 9999, "m" * 9999, seen=((("n" * 9999), 3),) * 99, near=("x" * 9999,) * 99, within="w" * 9999)
    told = plain(messages.unpack(messages.pack(forged)))
    assert len(told.seen) == len(told.near) == MOST_SEEN and told.seen[0][1] == "3"
    assert max(len(told.kind), len(told.within), *(len(name) for name in told.near)) == LONGEST_NAME


def test_a_case_keeps_of_a_stop_what_tells_it_from_another():
    told = stop(PRODUCT, np.ones((3, 1)), np.ones((3, 5)))
    assert decode(json.loads(json.dumps(encode(told)))) == Raised("ValueError", place=told.place)


@pytest.mark.parametrize(
    ("kind", "message", "sort"),
    [
        ("TypeError", "only length-1 arrays can be converted to Python scalars", "one number"),
        ("TypeError", "only 0-dimensional arrays can be converted to Python scalars", "one number"),
        ("ValueError", "shapes (3,1) and (3,5) not aligned: 1 (dim 1) != 3 (dim 0)", "product"),
        ("UnboundLocalError", "local variable 'x' referenced before assignment", "unbound"),
        ("ValueError", "something else", ""),
    ],
)
def test_a_stop_is_known_in_the_words_of_any_version(kind, message, sort):
    assert sort_of(kind, message) == sort
