"""A mistake is named only where its sentence is true: the catalogue's other mistakes are what each name is tried against."""

import ast
import random
from dataclasses import replace

import pytest

from grader import exercises
from grader.answers import misconceptions
from grader.answers.conditions import conditions
from grader.answers.reference import load
from grader.explaining import explain
from grader.explaining.known import alike, fits_source
from grader.judging import public_cases
from grader.judging.observe import observe
from grader.judging.plain import Raised

EXERCISES = list(exercises.EXERCISES.values())
by_id = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)


def seen_of(exercise, source):
    function = load(exercise.notebook).variant(exercise.function, source, "answer")
    return [observe(exercise, function, case) for case in public_cases.cases(exercise.id).cases]


def report_on(exercise, source, without=None):
    """The report on an answer, by a catalogue in which the mistake `without` is not known."""
    cases = public_cases.cases(exercise.id)
    known = {name: about for name, about in cases.misconceptions.items() if name != without}
    return explain(exercise, replace(cases, misconceptions=known), seen_of(exercise, source), source)


def entries(exercise):
    return [(entry, entry.text(load(exercise.notebook), exercise.function)) for entry in misconceptions(exercise)]


def stops(exercise):
    return [pair for pair in entries(exercise) if any(outcome.raised for outcome in seen_of(exercise, pair[1]))]


def assert_no_other_name(exercise, entry, source):
    report = report_on(exercise, source, without=entry.name)
    is_two = " and " in (report.misconception or "")  # a mistake in several parts: what is said of each is true of it
    assert report.misconception is None or is_two, f"{entry.name} is called {report.misconception}"
    assert report.advice, f"nothing is said of {entry.name}"


@by_id
def test_a_mistake_that_stops_is_never_given_the_name_of_another_one(exercise):
    for entry, source in stops(exercise):
        assert_no_other_name(exercise, entry, source)


def test_a_mistake_is_never_given_the_name_of_another_one_in_a_sample():
    drawn = random.Random(5).sample([(exercise, *pair) for exercise in EXERCISES for pair in entries(exercise)], 100)
    for exercise, entry, source in drawn:
        assert_no_other_name(exercise, entry, source)


@pytest.mark.slow
@by_id
def test_no_mistake_is_given_the_name_of_another_one(exercise):
    for entry, source in entries(exercise):
        assert_no_other_name(exercise, entry, source)


class Renamed(ast.NodeTransformer):
    """Every local name gets another one; parameters, helpers and keys keep theirs."""

    def __init__(self, tree):
        arguments = {argument.arg for argument in ast.walk(tree) if isinstance(argument, ast.arg)}
        stored = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
        self.names = {name: f"mine_{i}" for i, name in enumerate(sorted(stored - arguments))}

    def visit_Name(self, node):
        return ast.copy_location(ast.Name(self.names.get(node.id, node.id), node.ctx), node)


@by_id
def test_the_learners_own_names_do_not_matter(exercise):
    for entry, source in stops(exercise):
        tree = ast.parse(source)
        renamed = ast.unparse(Renamed(tree).visit(tree)) + "\n"
        missing = [outcome.raised.kind for outcome in seen_of(exercise, renamed) if outcome.raised]
        if "NameError" not in missing:  # what such a sentence names is the name
            assert report_on(exercise, renamed).misconception == entry.name


@by_id
@pytest.mark.parametrize("error", ["ValueError('x')", "IndexError('x')", "KeyError('x')", "TypeError('x')", "AssertionError()"])
def test_a_function_that_only_raises_is_given_no_name(exercise, error):
    report = report_on(exercise, f"def {exercise.function}(*arguments):\n    raise {error}\n")
    assert report.misconception is None and error.split("(")[0] in f"{report.error} AssertionError"


def test_nothing_is_called_printed_that_is_not():
    exercise = exercises.find("one_hidden_layer.compute_cost")
    source = "def compute_cost(A2, Y):\n    cost = -np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))\n    {}\n"
    assert report_on(exercise, source.format("print(cost)")).misconception == "printed-not-returned"
    silent = report_on(exercise, source.format("cost += 0"))
    assert silent.misconception is None and "print" not in str(silent)


def test_what_stands_in_a_comment_or_docstring_is_no_evidence():
    about = {"sentence": "", "needs": [r"\bprint\("], "lacks": ["'tanh'"]}
    assert fits_source(about, "def f(x):\n    print(x)\n")
    assert not fits_source(about, 'def f(x):\n    """print(x)"""\n    return x  # print(x)\n')
    assert not fits_source(about, "def f(x):\n    print('tanh')\n")
    assert not fits_source(about, "") and not fits_source(about, "def f(:")
    assert fits_source({"sentence": ""}, "")


def test_a_number_that_a_sentence_names_has_to_stand_in_the_source():
    needs, lacks = conditions("209 is written into the code. Read the number of pictures from the shape of X.")
    about = {"needs": needs, "lacks": lacks}
    assert fits_source(about, "def f(X):\n    return X / 209\n")
    assert not fits_source(about, "def f(X):\n    return X / 2090\n")


def test_stops_are_alike_only_where_what_was_tried_and_the_sizes_are():
    one = Raised("ValueError", place="product | ValueError | product | 1 3 | (3, 1) | (3, 5)")
    assert alike(one, Raised("ValueError", place="product | ValueError | product | 1 3 | ? | (3, 5)"))
    assert not alike(one, Raised("ValueError", place="product | ValueError | product | 1 3 | (5, 1) | (3, 5)"))
    assert not alike(one, Raised("ValueError", place="Add | ValueError | product | 1 3 | (3, 1) | (3, 5)"))
    assert not alike(Raised("ValueError"), Raised("ValueError"))
