"""Names without a value: what is said is true of the function, and never that a name from another cell cannot be known."""

import textwrap

import numpy as np
import pytest

from grader import exercises
from grader.answers import alternatives
from grader.answers.reference import define, load
from grader.explaining.missing import arguments, outside_data, remark, result, rounds
from grader.explaining.stops import sentence
from grader.judging import public_cases, stopped


def said_of(body, *args, parameters="a", **names):
    source = f"def f({parameters}):\n" + textwrap.indent(textwrap.dedent(body).strip("\n"), "    ") + "\n"
    function = define("f", source, names, f"<test of {body[:30]!r}>")
    with pytest.raises(NameError) as caught:
        function(*args)
    said = sentence(stopped.raised(function, caught.value), "", source)
    assert "not known" not in said and "not defined" not in said
    return said


def test_an_unknown_name_asks_for_its_cell():
    said = said_of("return a / m_train", 1)
    assert said.startswith("In `return a / m_train`: `m_train` has no value here. Did its cell run after the restart?")


def test_a_slip_in_the_spelling_is_told_with_the_nearest_name():
    assert "Did you mean `learning_rate`?" in said_of("return learing_rate", 1, learning_rate=0.1)
    assert "Did you mean `cost`?" in said_of("cost = a\nreturn Cost", 1)


@pytest.mark.parametrize(("name", "order"), [("np", "import numpy as np"), ("copy", "import copy"), ("math", "import math")])
def test_a_forgotten_import_is_told(name, order):
    assert f"`{order}` is missing, or its cell has not run" in said_of(f"return {name}.x(a)", 1)


BRANCHES = """
if a == "sigmoid":
    dZ = 1
elif a == "relu":
    dZ = 2
return dZ
"""


def test_a_branch_that_did_not_run_is_told_with_what_decided():
    said = said_of(BRANCHES, "tanh")
    assert "only in `if a == 'sigmoid'` or `if a == 'relu'`, and that did not run" in said
    assert "`a` is 'tanh'" in said


def test_a_loop_without_a_round_is_told():
    assert "only in `for l in range(a)`" in said_of("for l in range(a):\n    A = l\nreturn A", 0)


def test_a_value_that_is_set_further_down_blames_no_branch():
    said = said_of("x = Z + 1\nZ = a\nreturn x", 1)
    assert "has no value yet in this line" in said and "only in" not in said


def test_adding_to_a_name_without_a_start_is_told():
    assert "changed before it has a first value" in said_of("for i in range(3):\n    db += i\nreturn db", 1)


def test_data_of_the_notebook_that_is_read_is_remarked_and_functions_and_constants_are_not():
    source = "def f(X):\n    return np.sum(X) / m + len(y) * EPSILON + helper(X).m_test\n"
    names = {"np": np, "m": 5, "y": np.ones(3), "EPSILON": 1e-8, "helper": abs, "m_test": 7}
    function = define("f", source, names, "<test of data>")
    assert outside_data(function) == ["m", "y"]
    assert remark(function).startswith("It reads `m`, `y` from the notebook.")
    assert remark(len) == ""


@pytest.mark.parametrize(
    ("source", "is_said"),
    [
        ("def f(a):\n    b = a + 1\n", True),
        ("def f(a):\n    if a:\n        return\n    b = a\n", True),
        ("def f(a):\n    if a:\n        return a\n", False),
        ("def f(a):\n    return None\n", False),
        ("", False),
    ],
)
def test_that_nothing_is_returned_is_said_only_where_no_return_has_a_value(source, is_said):
    assert bool(result(source)) == is_said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def f(params, grads, rate):\n    return {}\n", "never reads `params` and `grads`: its result cannot depend on them."),
        ("def f(a, grads):\n    a, grads = grads, a\n    return a\n", ""),
        ("def f(a, b, c):\n    return a * b\n", ""),  # the third does not count
        ("def f(a, b):\n    def g():\n        return b\n    return a + g()\n", ""),
        ("def f(a, b):\n    return sum(locals().values())\n", ""),
        ("f = lambda a, b: a\n", ""),
    ],
)
def test_arguments_that_are_never_read_are_told_where_they_count(source, said):
    assert arguments(source, {0, 1}).endswith(said) and bool(arguments(source, {0, 1})) == bool(said)


@pytest.mark.parametrize("id", exercises.EXERCISES)
def test_no_right_answer_leaves_unread_or_ends_early_what_is_told_of_wrong_ones(id):
    exercise, cases = exercises.find(id), public_cases.cases(id)
    reference = load(exercise.notebook)
    right = [reference.sources[exercise.function], *(one.text(reference, exercise.function) for one in alternatives(exercise))]
    said = [arguments(source, cases.needed) + rounds(source) for source in right]
    assert not any(said)


def test_a_return_inside_a_loop_is_told_and_one_in_a_branch_is_not():
    source = "def f(X):\n    for i in range(3):\n        x = i\n        return x\n"
    assert rounds(source) == "The `return` stands inside the loop `for i in range(3)`: the function ends in its first round."
    assert rounds(source.replace("return x", "if x:\n            return x")) == ""
