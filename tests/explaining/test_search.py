"""The learner's line is found where a small edit mends the function, and nothing is said where that is not certain."""

import ast
import functools
import io
import linecache
import math
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace

import IPython
import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from grader import check, examine, exercises, hint
from grader.answers import alternatives, misconceptions
from grader.answers.reference import define, load
from grader.explaining import answer, search, time_limit
from grader.explaining.search import Limits, locate
from grader.explaining.time_limit import TooLong, by_timer, by_tracing
from grader.explaining.trial import Trial
from grader.judging import public_cases
from grader.judging.observe import observe

PATIENT = Limits(seconds=60, tries=3000)  # a busy machine finds the same line, only later
PROPAGATE = """def propagate(w, b, X, Y):
    m = X.shape[1]
    Z = np.dot(w.T, X) + b
    A = sigmoid(Z)
    error = A - Y
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    dw = np.dot(X, error.T) / m
    db = np.sum(error) / m
    return {"dw": dw, "db": db}, cost
"""
BACKWARD = """def linear_backward(dZ, cache):
    A_prev, W, b = cache
    examples = A_prev.shape[1]
    dW = np.dot(dZ, A_prev.T) / examples
    db = np.sum(dZ, axis=1, keepdims=True) / examples
    dA_prev = np.dot(W.T, dZ)
    return dA_prev, dW, db
"""
UPDATE = """def update_parameters(parameters, grads, learning_rate):
    new = {}
    for l in range(1, len(parameters) // 2 + 1):
        for kind in ("W", "b"):
            new[kind + str(l)] = parameters[kind + str(l)] - learning_rate * grads["d" + kind + str(l)]
    return new
"""
SHAPES = """def network_shapes(layer_dims, m):
    shapes = {"A0": (layer_dims[0], m)}
    for l in range(1, len(layer_dims)):
        n, n_before = layer_dims[l], layer_dims[l - 1]
        shapes[f"W{l}"], shapes[f"b{l}"] = (n, n_before), (n, 1)
        shapes[f"Z{l}"] = shapes[f"A{l}"] = (n, m)
    return shapes
"""
IDS = {"propagate": "logistic_regression.propagate", "linear_backward": "deep_network.linear_backward",
       "update_parameters": "deep_network.update_parameters"}  # fmt: skip


def written(source, id=None):
    """A learner's function, as a cell of a notebook defines it; its id."""
    id = id or IDS[source.split("(")[0].removeprefix("def ")]
    exercise = exercises.find(id)
    return define(exercise.function, source, load(exercise.notebook).namespace, f"<learner {hash(source)}>"), id


def found_in(source, limits=PATIENT, id=None):
    function, id = written(source, id)
    exercise = exercises.find(id)
    return locate(
        exercise, function, [observe(exercise, function, case) for case in public_cases.cases(id).cases], limits
    )


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        (PROPAGATE, "error = A - Y", "error = A + Y"),
        (PROPAGATE, "np.dot(X, error.T)", "np.dot(X, error)"),
        (PROPAGATE, "(1 - A)) / m", "(1 - A))"),
        (PROPAGATE, "np.log(1 - A)", "np.log(A)"),
        (PROPAGATE, "cost = -np", "cost = np"),
        (PROPAGATE, '"db": db', '"bd": db'),
        (PROPAGATE, '"db": db}, cost', '"db": db}'),
        (PROPAGATE, "X.shape[1]", "X.shape[0]"),
        (BACKWARD, "axis=1", "axis=0"),
        (BACKWARD, ", keepdims=True", ""),
        (BACKWARD, "dA_prev, dW, db", "dW, db, dA_prev"),
        (BACKWARD, "np.dot(W.T, dZ)", "np.dot(dZ, W.T)"),
        (UPDATE, "// 2 + 1", "// 2"),
        (UPDATE, "- learning_rate", "+ learning_rate"),
        (UPDATE, "    return new", "        return new"),
    ],
)
def test_the_line_of_one_mistake_is_found_and_the_edit_is_not_told(source, right, wrong):
    assert source.count(right) == 1
    mistaken = source.replace(right, wrong)
    found = found_in(mistaken)
    lines = mistaken.splitlines()
    assert lines[found.line - 1].strip() == found.text and found.complete
    assert found.text not in [line.strip() for line in source.splitlines()] or right.strip() == found.text
    assert str(found) == f"Everything else is right. Look at `{found.text}`."


def test_of_two_mistakes_one_is_shown_and_the_other_is_announced():
    found = found_in(PROPAGATE.replace("X, error.T) / m", "X, error.T)").replace("cost = -np", "cost = np"))
    assert not found.complete and found.text.startswith(("dw = ", "cost = "))
    assert "There seems to be another one." in str(found)


@pytest.mark.parametrize("id", [id for id in exercises.EXERCISES if alternatives(exercises.find(id))])
def test_right_answers_are_shown_no_line(id):
    exercise = exercises.find(id)
    reference = load(exercise.notebook)
    for entry in alternatives(exercise)[:2]:
        assert examine(id, entry.function(reference, exercise.function)).located is None


@pytest.mark.parametrize(
    "line",
    [
        "open('grades.txt', 'w')",
        "input()",
        "import os",
        "eval('1')",
        "np.save('weights', w)",
        "while True: pass",
        "global m",
        "plt.plot(X)",
    ],
)
def test_a_function_that_reaches_outside_or_may_never_end_is_left_alone(line):
    function, _ = written(
        PROPAGATE.replace("    m = X", f"    if m_ := 0:\n        {line}\n    m = X").replace("+ Y", "- Y")
    )
    assert answer.read(function) is None


def test_a_function_whose_helper_reaches_outside_or_that_shares_an_array_with_the_notebook_is_left_alone():
    function, _ = written(PROPAGATE.replace("A - Y", "A + Y"))
    assert answer.read(function)
    for shared in (np.zeros(3), [1.0], {}):
        function.__globals__["sigmoid"] = shared
        assert answer.read(function) is None
    writes = define("sigmoid", "def sigmoid(z):\n    open('z', 'w')\n", {}, "<writes>")
    function.__globals__["sigmoid"] = writes
    assert answer.read(function) is None


@pytest.mark.parametrize(
    "value",
    [
        *(os.remove, time.sleep, np.save, io.open, [].append, check, os, shutil, functools.partial(print)),
        type("Counter", (), {"__module__": "__main__"}),
    ],
)
def test_what_reaches_outside_does_so_under_any_name(value):
    function, _ = written(PROPAGATE.replace("A - Y", "A + Y").replace("m = X", "sure = tidy\n    m = X"))
    function.__globals__["tidy"] = value
    assert answer.read(function) is None
    for harmless in (np.exp, np, np.random.randn, math.exp, len, 3):
        function.__globals__["tidy"] = harmless
        assert answer.read(function)


def test_no_edit_calls_a_function_that_was_not_written_in_the_notebook():
    function, _ = written(PROPAGATE.replace("A - Y", "A + Y"))
    function.__globals__["open"] = IPython.core.interactiveshell._modified_open  # as every kernel has it
    exec("def double(z):\n    return 2 * z", function.__globals__)
    assert {"double"} == set(answer.read(function).signatures) - set(answer.read(written(PROPAGATE)[0]).signatures)


@pytest.mark.parametrize(
    ("right", "wrong"), [("(n, n_before)", "(n_before, n)"), ("(n, 1)", "(n,)"), ('f"W{l}"', '"W{l}"'), ("(n, m)", "[n, m]")]
)
def test_a_check_closes_no_file_of_its_kernel(right, wrong):
    cells = ("import os, numpy as np\nfrom grader import check", SHAPES.replace(right, wrong),
             "before = set(os.listdir('/proc/self/fd'))",
             'check("deep_network.network_shapes", network_shapes)',
             "sorted(before - set(os.listdir('/proc/self/fd')))")  # fmt: skip
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    assert len(ast.literal_eval(notebook.cells[-1].outputs[0].data["text/plain"])) <= 1  # listing them opens one


def test_a_source_that_was_edited_since_is_left_alone():
    function, _ = written(PROPAGATE.replace("A - Y", "A + Y"))
    text = PROPAGATE.replace("A - Y", "Y + A * 2")
    name = function.__code__.co_filename
    linecache.cache[name] = (len(text), None, text.splitlines(keepends=True), name)
    assert answer.read(function) is None


def test_the_search_ends_after_so_many_edits():
    function, id = written(PROPAGATE.replace("A - Y", "np.cos(A) * 3"))
    exercise = exercises.find(id)
    seen = [observe(exercise, function, case) for case in public_cases.cases(id).cases]
    one = search.Search(exercise, answer.read(function), seen, Limits(seconds=60, tries=50))
    one.located()
    assert one.tried == 50


def test_the_search_ends_when_its_time_is_over():
    ticks = iter(range(10**6))
    function, id = written(PROPAGATE.replace("A - Y", "np.cos(A) * 3"))
    exercise = exercises.find(id)
    seen = [observe(exercise, function, case) for case in public_cases.cases(id).cases]
    one = search.Search(exercise, answer.read(function), seen, Limits(seconds=30, clock=lambda: next(ticks)))
    one.located()
    assert one.tried <= 30


COUNTING = """def sigmoid(z):
    total = 0
    while total < 1:
        total += 1
    return 1 / (1 + np.exp(z))
"""


def test_an_edit_that_makes_a_loop_endless_is_given_up():
    assert found_in(COUNTING, id="logistic_regression.sigmoid").text == "return 1 / (1 + np.exp(z))"


@pytest.mark.parametrize("stopwatch", [by_timer, by_tracing])
def test_a_call_that_takes_too_long_is_ended_and_all_is_put_back(stopwatch):
    before = signal.getsignal(signal.SIGVTALRM), sys.gettrace()
    def endless():
        while True:
            pass

    with stopwatch() as within:
        within(0.01)
        with pytest.raises(TooLong):
            endless()
        within(5)
        assert written(PROPAGATE)  # what is quick enough is left alone
        within(0)
    assert (signal.getsignal(signal.SIGVTALRM), sys.gettrace()) == before


def test_no_factor_is_thought_of_where_a_decision_is_wrong():
    source = "def predict(w, b, X):\n    Z = w.T @ X + b\n    return (Z > 0.5).astype(int)\n"
    assert found_in(source, id="logistic_regression.predict").kind != "factor-m"


def test_rows_that_are_counted_in_place_of_columns_are_found():
    assert found_in(PROPAGATE.replace("X.shape[1]", "len(Y)")).text == "m = len(Y)"


def test_a_signal_that_comes_late_does_not_end_the_process():
    late = "with by_timer() as within: within(5)\nsignal.raise_signal(signal.SIGVTALRM)\nprint('alive')"
    code = f"import signal\nfrom grader.explaining.time_limit import by_timer\n{late}"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "alive\n"


def test_without_timers_and_signals_endless_loops_end_and_the_same_line_is_found(monkeypatch):
    monkeypatch.setattr(time_limit, "signal", None)
    assert not time_limit.has_timer()
    assert found_in(COUNTING, id="logistic_regression.sigmoid").text == "return 1 / (1 + np.exp(z))"


def test_trying_edits_leaves_arguments_draws_and_the_notebook_s_names_as_they_were():
    function, id = written(PROPAGATE.replace("A - Y", "A + Y"))
    names = dict(function.__globals__)
    before = [replace(case) for case in public_cases.cases(id).cases]
    state = np.random.get_state()[1].copy()
    assert examine(id, function).located
    assert function.__globals__ == names
    assert np.array_equal(np.random.get_state()[1], state)
    for old, new in zip(before, public_cases.cases(id).cases, strict=True):
        assert all(np.array_equal(left, right) for left, right in zip(old.args, new.args, strict=True))


def test_the_line_stands_first_and_the_hints_follow(capsys):
    function, id = written(BACKWARD.replace("axis=1", "axis=0"))
    check(id, function)
    shown = capsys.readouterr().out.splitlines()
    assert "`db = np.sum(dZ, axis=0, keepdims=True) / examples`" in "".join(shown[1:3])
    hint(id)
    hint(id)
    said = capsys.readouterr().out
    assert said.startswith("Hint 1 of 3") and "Hint 2 of 3" in said


def test_a_broken_helper_comes_first_and_no_line_is_blamed():
    function, id = written(PROPAGATE)
    function.__globals__["sigmoid"] = define(
        "sigmoid", "def sigmoid(z):\n    return np.tanh(z)\n", {"np": np}, "<tanh>"
    )
    report = examine(id, function)
    assert report.mend_first == "sigmoid" and report.located is None


@pytest.mark.parametrize("id", exercises.EXERCISES)
def test_the_reference_in_place_of_a_wrong_answer_is_seen_to_mend_everything(id):
    """Otherwise no line of any answer to this exercise could ever be told."""
    exercise, cases = exercises.find(id), public_cases.cases(id)
    reference = load(exercise.notebook)
    text = reference.sources[exercise.function]
    right = reference.variant(exercise.function, text, "right")
    tried = []
    for entry in misconceptions(exercise)[:5]:
        wrong = reference.variant(exercise.function, entry.text(reference, exercise.function), entry.name)
        trial = Trial(exercise, [observe(exercise, wrong, case) for case in cases.cases])
        with trial.running():
            if trial.is_possible(answer.read(wrong)):
                tried.append(trial.gain(right)[1])
    assert tried and all(tried)
