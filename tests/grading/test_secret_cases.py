"""Public results earn nothing on secret cases, and what a student is shown does not depend on them."""

import re

import nbformat
import numpy as np
import pytest
from conftest import ROOT
from pages import page

from grader import exercises
from grader.answers.reference import load
from grader.grading import autograded, released, secret_cases
from grader.grading.notebook import judge_file
from grader.grading.sandbox.outside import Limits, Sandboxes
from grader.grading.secret_cases import SecretCases, draw_secret
from grader.judging import public_cases
from grader.judging.case import Observation
from grader.judging.errors import CourseError
from grader.judging.exercise import Outcome
from grader.judging.judge import judge
from grader.judging.observe import observe
from grader.judging.values import same
from grader.measuring.cohort import Part, fill_in

SEEDS = (31, 2**47 + 5)
by_id = pytest.mark.parametrize("exercise", exercises.EXERCISES.values(), ids=lambda exercise: exercise.id)


def numbers(value: object) -> np.ndarray:
    """All numbers of nested arguments in one row."""
    if isinstance(value, dict | list | tuple):
        items = value.values() if isinstance(value, dict) else value
        return np.concatenate([np.zeros(0), *map(numbers, items)])
    return np.ravel(value).astype(float) if isinstance(value, np.ndarray | int | float) else np.zeros(0)


def shapes(args: tuple) -> list:
    return [np.shape(arg) if isinstance(arg, np.ndarray) else type(arg) for arg in args]


def distance(left: tuple, right: tuple) -> float:
    """Between arguments of one shape, or else by how many numbers there are."""
    one, other = numbers(left), numbers(right)
    return float(np.sum((one - other) ** 2)) if one.shape == other.shape else 1e12 + abs(len(one) - len(other))


# The public case (its place) whose result is handed in: by the place of a call and by its arguments.
REPLAYS = {
    "by place": lambda place, args, public: place % len(public),
    "by shape": lambda place, args, public: next(
        (i for i, case in enumerate(public) if shapes(case.args) == shapes(args)), 0
    ),
    "by the nearest arguments": lambda place, args, public: int(np.argmin([distance(c.args, args) for c in public])),
    "by an equal first argument": lambda place, args, public: next(
        (i for i, case in enumerate(public) if same(case.args[0], args[0])), place % len(public)
    ),
    "by the nearest first argument": lambda place, args, public: int(
        np.argmin([distance(case.args[:1], args[:1]) for case in public])
    ),
}


@by_id
@pytest.mark.parametrize("seed", SEEDS)
def test_public_results_earn_nothing_however_they_are_chosen(exercise, seed):
    public = public_cases.cases(exercise.id).cases
    right = getattr(load(exercise.notebook).functions, exercise.function)
    results = [observe(exercise, right, case).seen for case in public]
    secret = draw_secret(exercise, seed)
    assert judge(exercise, [observe(exercise, right, case) for case in secret.cases]).passed
    for name, choose in REPLAYS.items():
        chosen = [results[choose(i, case.args, public)] for i, case in enumerate(secret.cases)]
        outcomes = [Outcome(case, Observation(one.got), exercise.returns) for case, one in zip(secret.cases, chosen, strict=True)]
        assert judge(exercise, outcomes).score == 0, name


@by_id
def test_secret_cases_come_in_an_order_of_their_own_with_an_ordinary_one_first(exercise):
    public = [case.tag for case in public_cases.cases(exercise.id).cases]
    orders = [[case.tag for case in draw_secret(exercise, seed).cases] for seed in SEEDS]
    assert all(sorted(order) == sorted(public) and order[0] == "ordinary" for order in orders)
    assert len(set(public)) == 1 or len(public) < 6 or orders != [public, public]


def test_a_slope_by_place_is_not_a_slope_by_sign():
    """Signs that alternate from place to place would be right without a look at z."""
    exercise = exercises.find("one_hidden_layer.relu_derivative")
    for seed in range(20):
        secret = draw_secret(exercise, seed)
        seen = [observe(exercise, lambda z: np.arange(np.size(z)).reshape(np.shape(z)) % 2, case) for case in secret.cases]
        assert judge(exercise, seen).score == 0


def test_an_exercise_whose_results_never_differ_is_refused_by_name(monkeypatch):
    monkeypatch.setattr(secret_cases, "_gives_away", lambda *what: True)
    with pytest.raises(CourseError, match=r"vectorization.nudge_b.*public result"):
        draw_secret(exercises.find("vectorization.nudge_b"), 1)


# --- what is shown ----------------------------------------------------------------------------------------------------

NAME = "logistic_regression"
RELEASED = ROOT / "notebooks" / "01-logistic-regression" / f"{NAME}.ipynb"
ANY = "\n\n\ndef {function}(*args):\n    text = repr(args)\n    "
CHANNELS = {  # ways to tell what a function was called with
    "a message": ANY + "raise ValueError(text)",
    "a class": ANY + "raise type('E' + text, (Exception,), {{'__module__': text}})(text)",
    "a note, a cause": ANY + "raise KeyError(text) from RuntimeError(text)",
    "an assertion": ANY + "assert not args, text",
    "a warning": "import warnings" + ANY + "warnings.warn(text)\n    print(text)\n    raise UserWarning(text)",
    "keys": ANY + "return {{text: 1.0, 'dw': np.zeros(int(abs(hash(text)) % 9))}}, 0.5",
    "a string": ANY + "return text",
    "the arguments": ANY + "return args",
    "a type": ANY + "return type(text, (), {{}})()",
    "changed arguments": ANY + "[arg.fill(3) for arg in args if hasattr(arg, 'fill')]\n    return text, text",
    "a line": "import linecache" + ANY + (
        "name = {function}.__code__.co_filename\n"
        "    linecache.cache[name] = (1, None, [text + chr(10)] * 99, name)\n    raise IndexError(text)"
    ),
    "a file name": ANY + "exec(compile('raise e', text, 'exec'), {{'e': OSError(text)}})",
    "a name that is missing": ANY + "return eval('x' + ''.join(c for c in text if c.isalnum()))",
    "shared memory": "import mmap\n\nshared = mmap.mmap(-1, 2**16)" + ANY + (
        "kept = shared[:].rstrip(bytes(1))\n    shared[: len(text)] = text.encode()[: 2**16]\n    raise ValueError(kept)"
    ),
    "an end": "import os" + ANY + "os._exit(hash(text) % 99)",
    "right where it is known": (
        "from grader.judging import public_cases\nfrom grader.judging.values import same" + ANY + (
            "for case in public_cases.cases('logistic_regression.{function}').cases:\n"
            "        if same(case.args, args):\n            return case.expected\n    raise ArithmeticError(text)"
        )
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def sandboxes():
    made = Sandboxes(Limits(seconds=4, total=30))
    yield made
    made.close()


def shown(answers: dict[str, str], seed: int, sandboxes: Sandboxes) -> str:
    """Everything that a student may see of the graded notebook."""
    notebook, template = nbformat.read(RELEASED, 4), released.read(RELEASED, {})
    fill_in(notebook, NAME, {f"{NAME}.{name}": Part("", "", source, 1.0) for name, source in answers.items()})
    judged = judge_file(nbformat.writes(notebook).encode(), template, SecretCases(seed), sandboxes)
    assert not any(verdict.points for verdict in judged.verdicts)
    texts = [str(verdict.report) for verdict in judged.verdicts]
    told = [page(judged, template), repr(autograded.notebook(judged, template)), *texts, *judged.notes]
    return re.sub(r"0x[0-9a-f]+", "an address", "\n".join(told))


@pytest.mark.parametrize("part", [0, 1])
def test_what_is_shown_is_the_same_whatever_the_secret_cases_were(part, sandboxes):
    functions = [exercise.function for exercise in exercises.of_notebook(NAME)]
    channels = list(CHANNELS.values())[part * 8 : part * 8 + 8]
    assert len(channels) <= len(functions)
    answers = {name: channels[i % 8].format(function=name) for i, name in enumerate(functions)}
    first, second = (shown(answers, seed, sandboxes) for seed in SEEDS)
    assert first == second
