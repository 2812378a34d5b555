"""What stopped a function is said in a learner's words: the line, what stood in it, what does not fit. Nothing is guessed."""

import textwrap
from types import SimpleNamespace

import numpy as np
import pytest

from grader.answers.reference import define
from grader.explaining.stops import sentence
from grader.judging import stopped
from grader.judging.plain import LONGEST, MOST_SEEN, Raised, plain


def stop(body, *args, signature="f(a, b)", parameters="a, b", **names):
    """What is said of a function with this body, called with these arguments."""
    source = f"def f({parameters}):\n" + textwrap.indent(textwrap.dedent(body).strip("\n"), "    ") + "\n"
    function = define("f", source, {"np": np, **names}, f"<test of {body[:20]!r}>")
    with pytest.raises(Exception) as caught, np.errstate(all="ignore"):
        function(*args)
    return sentence(stopped.raised(function, caught.value), signature, source)


WIDE, LONG = np.ones((5, 4)), np.ones((3, 4))


@pytest.mark.parametrize("product", ["np.dot(a, b)", "a @ b", "np.matmul(a, b)", "a.dot(b)"])
def test_a_product_that_does_not_fit_names_both_factors_and_the_sizes_that_must_meet(product):
    said = stop(f"dW = {product} / 7", WIDE, LONG)
    assert said == (
        f"In `dW = {product} / 7`: `a` is (5, 4) and `b` is (3, 4). "
        "The 4 columns of the first must meet the rows of the second, and there are 3."
    )


def test_transposed_factors_keys_and_parts_of_expressions_are_looked_up():
    said = stop('return a["W2"].T @ (b * (1 - b**2))', {"W2": np.ones((1, 4))}, np.ones((2, 6)))
    assert '`a["W2"].T` is (4, 1)' in said and "`b * (1 - b ** 2)` is (2, 6)" in said


STOPS = {  # what is written → what has to be said
    "return a + b": ["`a` is (5, 4) and `b` is (3, 4)", "the sizes must be equal or one of them 1"],
    "return a.reshape(7, 2)": ["20 numbers", "(7, 2) has places for 14"],
    "return a.reshape(-1, 7)": ["20 is not divisible by 7"],
    "x, y, z = a.shape": ["3 names stand on the left", "`a.shape` is (5, 4)"],
    "x, y = a.sum()": ["nothing to share out"],
    "if a > 0:\n    return a": ["needs one yes or no", "`a` is (5, 4)"],
    "import math\nreturn math.exp(a)": ["`math.exp` takes one number", "`a` is (5, 4)", "NumPy's function of that name"],
    "return np.zeros(3, 1)": ["second argument for the type", "1 is none"],
    "return a[0, 0, 0]": ["has 2 axes, and the brackets choose along 3"],
    "return a[5]": ["5 places, 0 to 4", "place 5 is asked for"],
    "return np.max(0, a)": ["`np.max` takes one array", "its second argument is an axis", "`np.maximum` compares two things"],
    "return np.sum(a, b)": ["`np.sum` takes one array", "is an axis", "`b` is (3, 4)"],
    "return np.hstack([a, b])": ["the same number of rows", "Number 1 has 5 rows, number 2 has 3", "`a` is (5, 4)"],
    "return np.vstack([b, b[:, :1]])": ["the same number of columns", "Number 1 has 4 columns, number 2 has 1"],
    "return np.concatenate([a, a[0]])": ["the same number of axes"],
    "x, y = np.sqrt(a)": ["2 names stand on the left", "`np.sqrt(a)` gives more", "unpacked row by row"],
    "return [1, 2][a.size]": ["fewer places"],
    "x = a[0, 0]\nreturn x[0]": ["`x` is 1", "no parts"],
    "x = None\nreturn x[0]": ["`x` is None", "does not return anything gives None"],
    "x = None\nreturn a * x": ["`a` is (5, 4) and `x` is None", "does not return anything gives None"],
    "x = None\nreturn x.shape": ["`x` is None", "no `.shape`"],
    "x = (a, b)\nreturn x.shape": ["`x` is a tuple of 2", "take its parts"],
    "return a * b": ["`a` is (5, 4) and `b` is (3, 4)", "the product of matrices is `@`"],
    "c = ...\nreturn a * c": ["`c` is still `...`", "waits for your code"],
    "c = ...\nfor i in c:\n    pass": ["`c` is still `...`"],
    "return a(b)": ["`a` is (5, 4), not a function"],
    "return np.float(a[0, 0])": ["`np.float`", "write `float`"],
    "return np.Inf": ["Use `np.inf` instead."],
    "return np.sigmoid(a)": ["there is no `np.sigmoid`"],
    "return 2 ^ 0.5": ["does not work with these"],
    "return a ^ b": ["written `**`"],
    "assert a.shape == b.shape": ["own assert does not hold", "`a.shape` is (5, 4) and `b.shape` is (3, 4)"],
    "return f(a, b)": ["call themselves again and again"],
    "g = lambda x: x\nreturn g(a, b)": ["takes 1 argument and gets 2"],
    "for x in 3.5:\n    pass": ["needs several values", "one number"],
    "x = [1, 2]\nreturn x['x']": ["counted from 0", "a text"],
    "x = a.astype(int)\nx *= 0.5": ["has decimals", "whole numbers"],
    "x = (1, 2)\nx[0] = 3": ["inside a tuple"],
    "for l in range(a.size / 2):\n    pass": ["a whole number is needed, and there is a number with a decimal point"],
    "raise ValueError('sizes')": ["it stopped with ValueError: sizes"],
}


@pytest.mark.parametrize("body", STOPS)
def test_a_stop_is_told_with_the_line_and_what_stood_in_it(body):
    said = stop(body, WIDE, LONG)
    for part in STOPS[body]:
        assert part in said
    assert any(f"`{line.strip()}`" in said for line in body.splitlines())


def test_a_missing_key_is_told_with_the_keys_that_are_there_and_the_nearest():
    said = stop('return a["w1"]', {"W1": 1, "b1": 2}, None)
    assert "has no key 'w1'" in said and "Its keys: W1, b1." in said and "Did you mean 'W1'?" in said
    assert "Did you mean" not in stop('return a["dA1"]', {"Z": 1, "b": 2}, None)


def test_a_call_with_other_arguments_is_told_beside_the_contract():
    assert stop("return a", 1, 2, 3, signature="f(a, b, c)") == "It is called as `f(a, b, c)`, and yours takes 2 arguments."
    assert "yours asks for more: `b`" in stop("return a", 1, signature="f(a)")


def test_what_stops_inside_another_function_is_told_with_the_line_that_calls_it():
    source = "def helper(W, A):\n    return W @ A\n"
    helper = define("helper", source, {"np": np}, "<helper>")
    said = stop("return helper(a, b)", WIDE, LONG, helper=helper)
    assert said.startswith("In `return helper(a, b)` it stopped inside `helper`: ")
    assert "4 columns and the right one 3 rows" in said and "`a` is (5, 4)" in said


def test_a_helper_that_is_not_written_yet_is_what_is_not_written():
    helper = define("sigmoid", "def sigmoid(z):\n    raise NotImplementedError()\n", {}, "<blank helper>")
    assert stop("return sigmoid(a)", WIDE, LONG, sigmoid=helper) == "`sigmoid` is not written yet, and this function calls it."


def test_an_endless_loop_is_told_without_blame():
    late = Raised("TimeoutError", "it ran longer than 4 s")
    assert "it ran longer than 4 s" in sentence(late) and "while" not in sentence(late)
    assert "`while`" in sentence(late, source="def f():\n    while True:\n        pass\n")


class Hostile:
    """Whatever is asked of it goes wrong."""

    def __getattribute__(self, name):
        raise SystemExit("asked for " + name)

    def __len__(self):
        raise SystemExit

    __repr__ = __str__ = __iter__ = __bool__ = __eq__ = __len__
    __hash__ = None


def test_looking_at_a_line_calls_nothing_of_the_learners():
    called = []
    noisy = SimpleNamespace(__array__=lambda: called.append(1))
    said = stop("return (a, b)[2], a[b], noisy", Hostile(), [Hostile()], noisy=noisy)
    assert "fewer places" in said and not called


def test_what_leaves_is_plain_and_of_bounded_size():
    names = {f"name_{'x' * 300}_{i}": np.ones(i) for i in range(40)}
    function = define("f", f"def f():\n    return [{', '.join(names)}][99] + {'1' * 5000!r}\n", {"np": np, **names}, "<large>")
    with pytest.raises(IndexError) as caught:
        function()
    told = stopped.raised(function, caught.value)
    assert plain(told) == told
    assert len(told.seen) <= MOST_SEEN and all(len(text) <= LONGEST for text in (told.line, told.part, told.message, told.place))
