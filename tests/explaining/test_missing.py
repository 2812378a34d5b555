"""Names without a value: what is said is true of the function, and never that a name from another cell cannot be known."""

import textwrap

import numpy as np
import pytest

from grader.answers.reference import define
from grader.explaining.missing import outside_data, remark
from grader.explaining.stops import sentence
from grader.judging import stopped


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
    assert said.startswith("In `return a / m_train`: `m_train` has no value here. This function is given ")


def test_a_slip_in_the_spelling_is_told_with_the_nearest_name():
    assert "Did you mean `learning_rate`?" in said_of("return learing_rate", 1, learning_rate=0.1)
    assert "Did you mean `cost`?" in said_of("cost = a\nreturn Cost", 1)


@pytest.mark.parametrize(("name", "order"), [("np", "import numpy as np"), ("copy", "import copy"), ("math", "import math")])
def test_a_forgotten_import_is_told(name, order):
    assert f"`{order}` is missing, or its cell has not run" in said_of(f"return {name}.x(a)", 1)


@pytest.mark.parametrize(
    ("line", "meant"),
    [("1 / (1 + exp(-a))", "np.exp"), ("random.randn(a) * 0.01", "np.random"), ("maximum (a, 0)", "np.maximum")],
)
def test_a_function_of_numpy_without_np_is_told(line, meant):
    assert f"Did you mean `{meant}`?" in said_of(f"return {line}", 1)


@pytest.mark.parametrize("line", ["test + a", "[dot, a]", "random.choice(a)", "sigmoids(a)"])
def test_a_name_that_only_looks_like_numpy_is_told_as_any_other(line):
    assert "np." not in said_of(f"return {line}", 1)


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
