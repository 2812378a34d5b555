"""Points come from secret cases, words from public ones, and a mistake costs only its own points."""


import nbformat
import pytest
from conftest import ROOT
from pages import page

from grader.answers import misconceptions
from grader.answers.reference import load
from grader.exercises import find, of_notebook
from grader.grading import released
from grader.grading.notebook import ONLY_PUBLIC, judge_file
from grader.grading.sandbox.outside import Limits, Sandboxes
from grader.grading.secret_cases import SecretCases
from grader.judging import public_cases
from grader.judging.values import describe
from grader.measuring.cohort import Part, fill_in

NAME = "logistic_regression"
RELEASED = ROOT / "notebooks" / "01-logistic-regression" / f"{NAME}.ipynb"
SECRET = SecretCases(4711)


@pytest.fixture(scope="module")
def sandboxes():
    made = Sandboxes(Limits(seconds=4, total=30))
    yield made
    made.close()


@pytest.fixture
def judged(sandboxes):
    """Judge right answers, with other ones where they are given."""

    def judge(**answers: str):
        notebook, sources = nbformat.read(RELEASED, 4), load(NAME).sources
        parts = {e.id: Part("", "", answers.get(e.function, sources[e.function]), 1.0) for e in of_notebook(NAME)}
        fill_in(notebook, NAME, parts)
        return judge_file(nbformat.writes(notebook).encode(), released.read(RELEASED, {}), SECRET, sandboxes)

    return judge


def lost(judged) -> set[str]:
    return {verdict.cell.removeprefix("check-") for verdict in judged.verdicts if verdict.points < verdict.possible}


def report(judged, function: str):
    return next(verdict.report for verdict in judged.verdicts if verdict.cell == f"check-{function}")


def wrong(function: str, name: str) -> str:
    found = next(m for m in misconceptions(find(f"{NAME}.{function}")) if m.name == name)
    return found.text(load(NAME), function)


def test_an_early_mistake_costs_its_points_once(judged):
    assert lost(judged(sigmoid="def sigmoid(z):\n    return 1 / (1 + np.exp(z))")) == {"sigmoid"}


def test_a_missing_function_costs_its_points_once(judged):
    result = judged(sigmoid="# nothing", propagate="propagate = 3")
    assert lost(result) == {"sigmoid", "propagate"}


def test_functions_that_are_right_only_together_are_right(judged):
    both = {
        "sigmoid": "def sigmoid(z, b=0):\n    return 1 / (1 + np.exp(-(z + b)))",
        "predict": "def predict(w, b, X):\n    return (sigmoid(w.T @ X, b) > 0.5) * 1.0",
    }
    assert "predict" not in lost(judged(**both))


def test_a_later_cell_of_the_notebook_does_not_undo_what_a_student_defines(judged):
    given = next(cell for cell in nbformat.read(RELEASED, 4).cells if cell.source.startswith("prices ="))
    name = given.source.split()[0]
    own = f"def {name}(z):\n    return 1 / (1 + np.exp(-np.clip(z, -700, 700)))\n\n\ndef sigmoid(z):\n    return {name}(z)"
    assert "sigmoid" not in lost(judged(sigmoid=own))


def test_a_mistake_is_named_with_examples_of_the_public_cases_only(judged):
    name = misconceptions(find(f"{NAME}.propagate"))[0].name
    found = report(judged(propagate=wrong("propagate", name)), "propagate")
    assert found.misconception == name
    known = {case.about for case in public_cases.cases(f"{NAME}.propagate").cases}
    assert {claim.about for claim in found.claims if claim.about} <= known


TYPED_IN = """
from grader.judging import public_cases


def dz_gap(z, y):
    known = {case.args: case.expected for case in public_cases.cases("logistic_regression.dz_gap").cases}
    return known.get((z, y), 0.0)
"""


def test_an_answer_typed_in_for_the_public_cases_earns_no_full_points_and_is_told_why(judged):
    result = judged(dz_gap=TYPED_IN)
    assert "dz_gap" in lost(result)
    assert report(result, "dz_gap").summary == ONLY_PUBLIC


@pytest.mark.parametrize("source", [TYPED_IN, "while True:\n    pass"])
def test_no_secret_case_is_in_the_feedback(judged, source):
    endless = "def propagate(w, b, X, Y):\n    while True:\n        pass"
    result = judged(dz_gap=source, propagate=endless)
    shown = page(result, released.read(RELEASED, {}))
    for id in (f"{NAME}.dz_gap", f"{NAME}.propagate"):
        public_abouts = {case.about for case in public_cases.cases(id).cases}
        for case in SECRET.of(id).cases:
            assert case.about in public_abouts or case.about not in shown
            if id.endswith("propagate"):
                assert describe(case.expected[1]) not in shown


def test_what_utils_offers_as_the_answer_cannot_be_handed_in(judged):
    answer = "from utils.neuron import sigmoid as ready\n\n\ndef sigmoid(z):\n    return ready(z)"
    result = judged(sigmoid=answer)
    assert lost(result) == {"sigmoid"} and "write this one yourself" in report(result, "sigmoid").error


def test_a_function_that_never_ends_costs_only_its_own_points(judged):
    result = judged(predict="def predict(w, b, X):\n    while True:\n        pass")
    assert lost(result) == {"predict"} and "ran longer than 4 s" in report(result, "predict").error


LEAVES_BEHIND = {
    "a patched library": "np.zeros = np.dot = np.where = None",
    "a thread that ends the process": "import os, threading; threading.Timer(0.02, os._exit, [3]).start()",
    "another function in place of a name": "globals()['propagate'] = globals()['predict'] = None",
    "a file of a name that is imported": "open('numpy.py', 'w').write('raise RuntimeError')",
}


@pytest.mark.parametrize("what", LEAVES_BEHIND)
def test_what_a_function_leaves_behind_costs_no_other_function_its_points(judged, what):
    right = "1 / (1 + np.exp(-np.clip(z, -700, 700)))"
    sigmoid = f"def sigmoid(z):\n    result = {right}\n    {LEAVES_BEHIND[what]}\n    return result"
    assert lost(judged(sigmoid=sigmoid)) <= {"sigmoid"}


NOBODY_WROTE_DOWN = """def propagate(w, b, X, Y):
    examples = X.shape[1]
    probs = sigmoid(w.T @ X + b)
    losses = Y * np.log(probs) + (1 - Y) * np.log(1 - probs * probs)
    difference = probs - Y
    return {"dw": X @ difference.T / examples, "db": difference.mean()}, -losses.mean()
"""


def test_of_a_mistake_that_nobody_wrote_down_the_line_is_shown_and_its_idea_is_the_hint(judged):
    result = judged(propagate=NOBODY_WROTE_DOWN)
    found = report(result, "propagate")
    assert found.misconception is None and found.located.complete
    assert found.located.line == 4 and found.located.text == NOBODY_WROTE_DOWN.splitlines()[3].strip()
    shown = page(result, released.read(RELEASED, {}))
    assert "Look at <code>losses = " in shown and found.located.idea in shown


@pytest.mark.parametrize("line", ["open('there', 'w').close()", "while True: pass", "import os; os._exit(0)"])
def test_a_function_that_reaches_outside_only_while_its_line_is_searched_is_judged_as_before(judged, line):
    calls = f"def propagate(w, b, X, Y):\n    if len(w) < 0:\n        {line}\n"
    result = judged(propagate=calls + NOBODY_WROTE_DOWN.split("\n", 1)[1])
    assert lost(result) == {"propagate"} and report(result, "propagate").located is None


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("def sigmoid(z):\n    return “z”", "stopped with SyntaxError: invalid character '“' (U+201C), in its line 2."),
        ("```python\ndef sigmoid(z):\n    return z", "stopped with SyntaxError: invalid syntax, in its line 1."),
        ("def sigmoid(z: torch.Tensor): return z", "stopped with NameError: name 'torch' is not defined."),
        ("import os\nos._exit(0)\n\n\ndef sigmoid(z):\n    return z", ""),
        ("def sigmoid(z, k=os._exit(0) if (os := __import__('os')) else 1):\n    return z", "ended the process that ran it."),
    ],
)
def test_a_function_that_never_came_to_be_is_told_with_the_reason(judged, source, said):
    told = report(judged(sigmoid=source), "sigmoid")
    assert not told.passed and "None, no function" not in str(told)
    assert told.error == (f"It was never defined: its cell {said}" if said else "")


def test_of_a_cell_that_does_not_come_to_its_end_the_functions_count(judged):
    drawn = "\n\n\ndef show():\n    print(trained)\n\n\ntrained = [sigmoid(0) for _ in iter(int, 1)]\n\n\n"
    rest = drawn + load(NAME).sources["initialize_with_zeros"]
    helper = "OFFSET = 0\n\n\ndef same(z):\n    return z + OFFSET\n\n\n"
    sigmoid = load(NAME).sources["sigmoid"].replace("np.abs(z)", "np.abs(same(z))")
    result = judged(sigmoid=helper + sigmoid + rest, initialize_with_zeros="# above")
    assert lost(result) == set()
    assert any("The functions that it defines count all the same." in note for note in result.notes)


def test_a_function_that_is_defined_again_further_down_is_told(judged):
    note = "`sigmoid` is defined in 2 cells; the last one counts."
    further_down = load(NAME).sources["pictures_needed"] + "\n\n\ndef sigmoid(z):\n    return z"
    result = judged(pictures_needed=further_down)
    assert lost(result) == {"sigmoid"} and note in result.notes
    right = load(NAME).sources["pictures_needed"] + "\n\n\n" + load(NAME).sources["sigmoid"]
    result = judged(sigmoid="def sigmoid(z):\n    return z", pictures_needed=right)
    assert lost(result) == set() and note in result.notes
    assert not any("is defined in" in note for note in judged().notes)
