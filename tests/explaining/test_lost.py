"""What never reaches a result is told where it is certain, and of no right answer."""

import itertools
import re
import sys

import numpy as np
import pytest

from grader import exercises
from grader.answers import alternatives, misconceptions
from grader.answers.reference import load
from grader.explaining.lost import arguments, blank_parts, result, returned, rounds, still_empty, unchanged
from grader.explaining.time_limit import TooLong, stopwatch
from grader.judging import public_cases
from grader.judging.case import Case, Observation
from grader.judging.exercise import Outcome
from grader.judging.observe import observe
from grader.judging.plain import Raised
from grader.measuring.mutants import mutants


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


def seen(got, expected, returns=()):
    return [Outcome(Case("", "", (), expected), Observation(got, ()), returns)]


COUNTED = "def f(a):\n    total = 0\n    for x in a:\n        {}\n    return total\n"


@pytest.mark.parametrize(
    ("line", "is_said"),
    [
        ("total + x", True),
        ("sum = total + x", True),
        ("total += x", False),
        ("total = total + x", False),
        ("np.add(total, x, out=total)", False),  # another function may write into it
        ("y = total", False),  # another name for it: a later line may write into it by that name
    ],
)
def test_a_value_that_no_line_changes_is_told(line, is_said):
    said = unchanged(COUNTED.format(line), blank_parts(seen(0, np.array(6.0))))
    assert said == ("`total` keeps its first value: after `total = 0` no line changes it." if is_said else "")


def test_a_list_that_stays_empty_is_told_and_not_its_neighbours():
    source = "def f(a):\n    costs = []\n    b = 0.0\n    for x in a:\n        costs + [x]\n    return {'b': b}, costs\n"
    said = unchanged(source, blank_parts(seen(({"b": 0.0}, []), ({"b": 0.0}, [1.0, 2.0]), ("params", "costs"))))
    assert said == "`costs` keeps its first value: after `costs = []` no line changes it."


FILLED = "def f(a):\n    costs = []\n    for x in a:\n        {}\n    return costs[0]\n"


@pytest.mark.parametrize(
    ("line", "seen_there", "is_said"),
    [
        ("x + 1", "an empty list", True),
        ("costs.append(x)", "an empty list", False),  # the loop has no round
        ("costs += [x]", "an empty list", False),
        ("x + 1", "a list of 2", False),
    ],
)
def test_a_list_that_is_still_empty_where_it_stops_is_told(line, seen_there, is_said):
    stop = Raised("IndexError", "list index out of range", seen=(("costs", seen_there),))
    said = still_empty(FILLED.format(line), seen(stop, np.ones(1)))
    assert said == ("`costs` keeps its first value: after `costs = []` no line changes it." if is_said else "")


def test_a_value_given_beside_others_is_told():
    source = COUNTED.replace("total = 0", "m, total = len(a), 0.0").format("m + x")
    assert unchanged(source, {""}) == "`total` keeps its first value: after `m, total = len(a), 0.0` no line changes it."


def test_a_zero_that_is_right_or_without_a_loop_is_not_told():
    assert not blank_parts(seen(0.0, np.array(0.0)))
    source = "def f(n):\n    W = np.zeros((n, n))\n    return W\n"
    assert unchanged(source, blank_parts(seen(np.zeros((2, 2)), np.ones((2, 2))))) == ""


@pytest.mark.parametrize(
    ("line", "got", "said"),
    [
        ("return A", np.ones(2), "`return A` gives back 1 value, and 2 are needed: A and cache."),
        ("return (A,)", (np.ones(2),), "`return (A,)` gives back 1 value, and 2 are needed: A and cache."),
        ("return A, Z, W", (np.ones(2), 1, 2), "`return A, Z, W` gives back 3 values, and 2 are needed: A and cache."),
        ("return A, Z", (np.ones(2), np.ones(2)), ""),
        ("return both", (np.ones(2), 1, 2), ""),  # their number is decided elsewhere
        ("if A:\n        return A\n    return A, Z", np.ones(2), ""),
    ],
)
def test_another_number_of_values_is_told_with_its_return(line, got, said):
    assert returned(f"def f(A):\n    {line}\n", seen(got, (np.ones(2), np.ones(2)), ("A", "cache"))) == said


def last_locals(function, case):
    """The names and values of a function when it ends."""
    found = {}

    def trace(frame, event, argument):
        if frame.f_code is function.__code__:
            found.update(frame.f_locals if event == "return" else {})
            return trace
        return None

    sys.settrace(trace)
    try:
        observe(exercises.EXERCISES[case[0]], function, case[1])
    finally:
        sys.settrace(None)
    return found


@pytest.mark.parametrize("id", exercises.EXERCISES)
def test_what_is_said_to_keep_its_first_value_does(id):
    exercise, reference, cases = exercises.find(id), load(exercises.find(id).notebook), public_cases.cases(id)
    wrong = [entry.text(reference, exercise.function) for entry in misconceptions(exercise)]
    wrong += [one.source for one in itertools.islice(mutants(reference.sources[exercise.function]), 0, None, 3)]
    for text in (text for text in wrong if re.search(r"^    [\w, ]+ = .*(\[\]|\{\}|0|zeros)", text, re.MULTILINE)):
        function = reference.variant(exercise.function, text, "kept")
        try:
            with stopwatch() as within, np.errstate(all="ignore"):
                within(5)
                outcomes = [observe(exercise, function, case) for case in cases.cases[:2]]
                said = unchanged(text, blank_parts(outcomes))
                if said:
                    name = re.match(r"`(\w+)`", said)[1]
                    assert not np.any(last_locals(function, (id, cases.cases[0]))[name]), (said, text)
        except TooLong:
            continue
