"""What a learner types: check, examine, hint, guess."""

import random
import subprocess
import sys

import nbformat
import numpy as np
import pytest
from nbclient import NotebookClient

from grader import Report, Score, check, examine, guess, hint
from grader.answers import alternatives
from grader.answers.reference import load
from grader.exercises import find
from grader.exercises.predictions import PREDICTIONS
from grader.judging.prediction import Prediction
from grader.judging.report import points_for

PROPAGATE = "logistic_regression.propagate"


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def summed(w, b, X, Y):
    A = sigmoid(w.T @ X + b)
    dZ = A - Y
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ dZ.T, "db": np.sum(dZ)}, cost


@pytest.fixture
def right():
    return load("logistic_regression").functions.propagate


def test_examine_returns_a_report_and_shows_nothing(right, capsys):
    report = examine(PROPAGATE, right)
    assert isinstance(report, Report)
    assert report.passed is True and report.score == 1.0 and report.misconception is None
    assert capsys.readouterr() == ("", "")


def test_examine_names_the_mistake():
    report = examine(PROPAGATE, summed)
    assert not report.passed and 0 < report.score < 1
    assert report.misconception == "gradients-not-averaged"


def test_an_unknown_exercise_is_refused_with_near_ones():
    with pytest.raises(KeyError, match=r"logistic_regression\.propagate"):
        examine("logistic_regression.propogate", summed)


def test_a_result_in_place_of_the_function_is_refused_with_a_hint():
    with pytest.raises(TypeError, match="Leave out the parentheses"):
        examine("logistic_regression.sigmoid", sigmoid(0))


def test_check_prints_where_there_is_no_rich_output_and_returns_the_points(capsys):
    score = check(PROPAGATE, summed, points=6)
    printed = capsys.readouterr()
    assert "divide by m" in printed.out and printed.err == ""
    assert type(score) is Score and isinstance(score, float)
    assert str(score) == repr(score) == "2.67" and score == 2.67


def test_a_score_without_points_is_a_share_of_one(right):
    assert check(PROPAGATE, right) == 1.0


def test_a_source_notebook_that_nbgrader_validates_gets_full_marks_whatever_the_points(right, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    assert check(PROPAGATE, right) is None
    assert check(PROPAGATE, summed) < 1


@pytest.mark.parametrize(
    ("score", "points", "earned"), [(1, 5, 5), (1 / 3, 5, 1.67), (0, 5, 0), (0.5, 3, 1.5), (1, 0, 0)]
)
def test_points_are_rounded_to_two_decimals_and_never_exceed_what_is_possible(score, points, earned):
    assert points_for(score, points) == earned


def test_the_helper_that_is_wrong_itself_is_named_first():
    def sigmoid(z):
        return np.tanh(z)

    source = load("logistic_regression").sources["propagate"]
    names = {"np": np, "sigmoid": sigmoid}
    exec(source, names)
    report = examine(PROPAGATE, names["propagate"])
    assert report.mend_first == "sigmoid"
    assert "First fix `sigmoid`" in str(report)


def test_a_right_function_with_right_helpers_has_nothing_to_mend(right):
    assert examine(PROPAGATE, right).mend_first is None


def test_the_table_says_in_words_what_it_shows_in_colour():
    page = examine(PROPAGATE, summed)._repr_html_()
    assert "✓&nbsp;passes" in page and "✗&nbsp;fails" in page
    assert '<th scope="col"' in page and '<th scope="row"' in page


def test_expected_and_yours_stand_there_only_where_there_is_something_to_compare(right):
    def stops(w, b, X, Y):
        return X @ X

    heads = [f">{name}</th>" in examine(PROPAGATE, answer)._repr_html_() for answer in (stops, right, summed)
             for name in ("Expected", "Yours")]  # fmt: skip
    assert heads == [False, False, False, False, True, True]


def test_what_a_learners_code_says_cannot_become_html():
    def nasty(w, b, X, Y):
        raise ValueError("<script>alert(1)</script>")

    page = examine(PROPAGATE, nasty)._repr_html_()
    assert "<script>" not in page and "&lt;script&gt;" in page


def test_hints_come_one_after_the_other_and_do_not_run_out(capsys):
    for _ in range(5):
        hint("vectorization.nudge_b")
    said = " ".join(capsys.readouterr().out.split())
    assert said.startswith("Hint 1 of 3") and said.count("Hint 3 of 3") == 1
    assert said.count("The last one again") == 2


def test_a_guess_is_answered_at_once(capsys):
    id, prediction = next((id, p) for id, p in PREDICTIONS.items() if isinstance(p.answer, int | float))
    guess(id, prediction.answer)
    assert "Yes." in capsys.readouterr().out
    guess(id, None)
    assert "in place of None" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("value", ["D", "", 3, True, ["A"]])
def test_a_guess_that_is_no_choice_is_refused_and_gives_no_answer_away(capsys, value):
    guess("one_hidden_layer.one_neuron", value)
    said = " ".join(capsys.readouterr().out.split())
    assert "is none of the choices, which are A, B, C." in said and "straight line" not in said
    guess("one_hidden_layer.one_neuron", " b ")
    assert "Not quite: it is A." in capsys.readouterr().out


def in_a_kernel(*sources: str) -> list[str]:
    """Run cells in a kernel, whatever stops them. → what each shows, as text."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources])
    NotebookClient(notebook, timeout=120, kernel_name="python3", allow_errors=True).execute()
    return ["\n".join(map(as_text, cell.outputs)) for cell in notebook.cells]


def as_text(output: dict) -> str:
    return "".join(output.get("text") or output.get("data", {}).get("text/plain") or output["traceback"])


def test_after_a_typing_error_a_check_says_that_it_judges_the_version_before():
    begin = "from grader import check, hint"
    right, slip = "def sigmoid(z):\n    return 1", "def sigmoid(z):\n    return 1 +\n"
    call = 'check("logistic_regression.sigmoid", sigmoid)'
    *_, before, _, after, _, mended = in_a_kernel(begin, right, call, slip, call, right, call)
    told = "The newest cell with sigmoid did not run (line 2, invalid syntax). This is about the version"
    assert told in " ".join(after.split()) and "did not run" not in before + mended
    assert "0 of" in before and "0 of" in after


def test_a_mistyped_name_is_one_line_in_a_notebook():
    said = in_a_kernel("from grader import hint", 'hint("one_hidden_layer.reluu")')[1]
    assert said.startswith("Unknown: ") and "one_hidden_layer.relu" in said and len(said.splitlines()) == 1


def test_what_is_said_fits_into_a_narrow_window_and_breaks_no_number(capsys):
    for id, prediction in PREDICTIONS.items():
        guess(id, None)
        guess(id, prediction.answer)
        said = capsys.readouterr().out
        assert max(map(len, said.splitlines())) <= 80
        whole = f"{prediction.question} Put your guess in place of None. Your guess: {prediction.answer}. Yes. {prediction.reply}"
        assert said.split() == whole.split()


def test_an_unknown_prediction_is_refused_with_near_ones():
    with pytest.raises(KeyError, match="Near ones"):
        guess("vectorization.nothing", 1)


@pytest.mark.parametrize(
    ("answer", "within", "value", "met"),
    [
        (0.693, 0.01, 0.69, True),
        (0.693, 0.01, 0.7, False),
        ("C", 0, " c ", True),
        (True, 0, True, True),
        (True, 0, 1, False),
        (3, 0, "x", False),
    ],
)
def test_guesses_are_judged_by_value(answer, within, value, met):
    assert Prediction("x.y", "?", answer, "…", within).is_met_by(value) is met


def test_every_prediction_belongs_to_a_notebook_and_says_something():
    for id, prediction in PREDICTIONS.items():
        assert id.split(".")[0] in ("vectorization", "logistic_regression", "one_hidden_layer", "deep_network")
        assert len(prediction.question) > 10 and len(prediction.reply) > 20


@pytest.mark.parametrize("module", ["nbgrader", "matplotlib", "h5py", "IPython"])
def test_examining_needs_nothing_but_numpy(module):
    code = f"import sys; sys.modules[{module!r}] = None\nfrom grader import examine\n"
    code += "print(examine('vectorization.nudge_b', len).score)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "0.0\n" and done.stderr == ""


def test_a_remark_tells_who_should_have_used_loops():
    known = alternatives(find("vectorization.propagate_loop"))
    vectorised = next(answer for answer in known if answer.name == "vectorised")
    report = examine("vectorization.propagate_loop", vectorised.function(load("vectorization"), "propagate_loop"))
    assert report.passed and any("loops" in remark for remark in report.remarks)


def test_examining_leaves_the_global_draws_alone():
    def seeds(z):
        np.random.seed(1)
        random.seed(1)
        return 1 / (1 + np.exp(-z))

    np.random.seed(5)
    random.seed(5)
    expected = np.random.rand(), random.random()
    np.random.seed(5)
    random.seed(5)
    assert examine("logistic_regression.sigmoid", seeds).passed
    assert (np.random.rand(), random.random()) == expected


def test_a_sigmoid_that_overflows_with_a_warning_earns_full_points_and_a_remark():
    def plain(z):
        return 1 / (1 + np.exp(-z))

    def careful(z):
        p = np.exp(-np.abs(z))
        return np.where(z >= 0, 1, p) / (1 + p)

    report = examine("logistic_regression.sigmoid", plain)
    assert report.passed and any("overflow" in remark for remark in report.remarks)
    assert not examine("logistic_regression.sigmoid", careful).remarks
