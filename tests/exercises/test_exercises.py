"""Every exercise: declared once, in the notebook it belongs to, catching what is wrong and accepting what is right."""

import inspect
import json
from dataclasses import replace

import numpy as np
import pytest

from grader import answers, exercises
from grader.answers import reference
from grader.answers.reference import load
from grader.exercises.deep_network.training import LEARN
from grader.explaining import explain
from grader.judging import public_cases
from grader.judging.claims import slope, values
from grader.judging.errors import CourseError
from grader.judging.observe import observe
from grader.judging.values import close, same
from grader.releasing.draw_cases import draw_cases

EXERCISES = list(exercises.EXERCISES.values())
by_id = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
SEEDS = (20, 41)  # the public one and another; `test_verdicts_do_not_depend_on_the_seed` tries more


def report_on(exercise, cases, function):
    seen = [observe(exercise, function, case) for case in cases.cases]
    return explain(exercise, cases, seen, inspect.getsource(function))


@pytest.fixture(scope="module")
def drawn():
    """The cases of an exercise for a seed, drawn once."""
    found = {}

    def cases(exercise, seed):
        key = exercise.id, seed
        if key not in found:
            found[key] = public_cases.cases(exercise.id) if seed == SEEDS[0] else draw_cases(exercise, seed)
        return found[key]

    return cases


def solution_cells(notebook):
    cells = json.loads(reference.notebooks()[notebook].read_text(encoding="utf-8"))["cells"]
    return {cell["metadata"]["nbgrader"]["grade_id"]: cell for cell in cells if "nbgrader" in cell["metadata"]}


@by_id
def test_every_exercise_has_its_fill_in_cell_and_its_check_cell(exercise):
    cells = solution_cells(exercise.notebook)
    check = cells[f"check-{exercise.function}"]
    assert cells[exercise.function]["metadata"]["nbgrader"]["solution"]
    assert check["metadata"]["nbgrader"]["points"] > 0
    assert "".join(check["source"]) == f'check("{exercise.id}", {exercise.function})'


@pytest.mark.parametrize("notebook", reference.notebooks())
def test_every_fill_in_cell_and_every_check_cell_has_its_exercise(notebook):
    declared = {exercise.function for exercise in exercises.of_notebook(notebook)}
    marked = {id: cell["metadata"]["nbgrader"] for id, cell in solution_cells(notebook).items()}
    assert {id for id, about in marked.items() if about["solution"]} == declared
    assert {id for id, about in marked.items() if about["grade"]} == {f"check-{name}" for name in declared}


@by_id
def test_the_reference_passes(exercise, drawn):
    for seed in SEEDS:
        function = getattr(load(exercise.notebook).functions, exercise.function)
        assert report_on(exercise, drawn(exercise, seed), function).passed


def wrong(exercise):
    return [
        pytest.param(exercise, entry, id=f"{exercise.id}-{entry.name}") for entry in answers.misconceptions(exercise)
    ]


def right(exercise):
    return [
        pytest.param(exercise, entry, id=f"{exercise.id}-{entry.name}") for entry in answers.alternatives(exercise)
    ]


@pytest.mark.parametrize(("exercise", "entry"), [case for exercise in EXERCISES for case in wrong(exercise)])
def test_every_misconception_is_caught_named_and_scored(exercise, entry, drawn):
    for seed in SEEDS:
        function = entry.function(load(exercise.notebook), exercise.function)  # anew: some keep a state
        report = report_on(exercise, drawn(exercise, seed), function)
        assert not report.passed
        assert report.misconception == entry.name
        assert {claim.name for claim in report.claims if claim.passed} == set(entry.holds)
        assert report.score == pytest.approx(exercise.score_of(entry.holds))
        assert entry.sentence in str(report)


@pytest.mark.parametrize(("exercise", "entry"), [case for exercise in EXERCISES for case in right(exercise)])
def test_every_right_alternative_passes(exercise, entry, drawn):
    function = entry.function(load(exercise.notebook), exercise.function)
    for seed in SEEDS:
        report = report_on(exercise, drawn(exercise, seed), function)
        assert report.passed, str(report)


@pytest.mark.slow
@by_id
def test_verdicts_do_not_depend_on_the_seed(exercise):
    known = load(exercise.notebook)
    for seed in range(100, 120):
        cases = draw_cases(exercise, seed)
        for entry in answers.alternatives(exercise):
            assert report_on(exercise, cases, entry.function(known, exercise.function)).passed, (entry.name, seed)
        for entry in answers.misconceptions(exercise):
            report = report_on(exercise, cases, entry.function(known, exercise.function))
            holding = {claim.name for claim in report.claims if claim.passed}
            assert (report.misconception, holding) == (entry.name, set(entry.holds)), seed


def test_a_cost_that_happens_to_be_right_once_earns_nothing():
    exercise = exercises.find("vectorization.propagate_loop")
    cases = draw_cases(exercise, 209865783210172)  # in one of its cases the bias hardly changes the cost
    entry = next(entry for entry in answers.misconceptions(exercise) if entry.name == "bias-forgotten")
    wrong = entry.function(load(exercise.notebook), exercise.function)
    right = [same(case.expected[1], wrong(*case.args)[1]) for case in cases.cases if case.tag == "ordinary"]
    assert sum(right) == 1
    assert report_on(exercise, cases, wrong).score == 0


def test_pictures_of_another_type_cost_that_claim_alone():
    def flatten_images(images):
        m, h, w, c = images.shape
        X = np.zeros((h * w * c, m))
        for i in range(m):
            X[:, i] = images[i].reshape(-1)
        return X

    exercise = exercises.find("vectorization.flatten_images")
    report = report_on(exercise, public_cases.cases(exercise.id), flatten_images)
    (failed,) = [claim for claim in report.claims if not claim.passed]
    assert (failed.name, failed.message) == ("type", "The result holds numbers of type float64, not uint8.")


def test_of_a_single_number_only_the_factor_is_told():
    exercise = exercises.find("vectorization.nudge_b")
    report = report_on(exercise, public_cases.cases(exercise.id), lambda a, b, c, step: 9 * c)
    assert "The result is 3 times the expected number." in str(report)
    report = report_on(exercise, public_cases.cases(exercise.id), lambda a, b, c, step: 6000 * c)
    assert "times the expected" not in str(report)


def test_a_right_network_in_float32_passes_where_rounding_carries_a_unit_over_relus_corner():
    exercise = exercises.find("deep_network.L_layer_model")
    cases = draw_cases(exercise, 1014, with_misconceptions=False)
    entry = next(entry for entry in answers.alternatives(exercise) if entry.name == "float32")
    function = entry.function(load(exercise.notebook), exercise.function)
    case = cases.cases[0]
    (start, _), _, (end, _), _ = observe(exercise, function, case).seen.got
    exact, _ = LEARN.follow(start, case)
    assert not all(close(exact[name], end[name]) for name in exact)
    assert report_on(exercise, cases, function).passed


CONSTANTS = (None, 0, 0.0, 1, "text", (), {}, np.zeros((1, 1)), np.ones((3, 4)), float("nan"))


@by_id
@pytest.mark.parametrize("answer", CONSTANTS, ids=repr)
def test_a_constant_earns_nothing(exercise, answer, drawn):
    assert report_on(exercise, drawn(exercise, SEEDS[0]), lambda *args: answer).score == 0


@by_id
def test_handing_back_an_argument_earns_nothing(exercise, drawn):
    cases = drawn(exercise, SEEDS[0])
    for position in range(len(cases.cases[0].args)):
        assert report_on(exercise, cases, lambda *args: args[position]).score == 0  # noqa: B023
    assert report_on(exercise, cases, lambda *args: args).score == 0


def like(random, value):
    """Random numbers in the containers and shapes of `value`."""
    if isinstance(value, dict):
        return {key: like(random, item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(like(random, item) for item in value)
    return random.normal(size=np.shape(value)) if isinstance(value, np.ndarray) else float(random.normal())


@by_id
def test_random_numbers_in_the_right_shapes_earn_nothing(exercise, drawn):
    random = np.random.default_rng(0)
    cases = drawn(exercise, SEEDS[0])
    answers = iter([])

    def guesser(*args):
        return next(answers)

    for _ in range(5):
        answers = (like(random, case.expected) for case in cases.cases for _ in range(3))
        assert report_on(exercise, cases, guesser).score == 0


@by_id
def test_zeros_in_the_right_shapes_earn_nothing(exercise, drawn):
    if exercise.id == "logistic_regression.initialize_with_zeros":
        pytest.skip("zeros are the right answer")
    cases = drawn(exercise, SEEDS[0])
    answers = (like(Zeros(), case.expected) for case in cases.cases for _ in range(3))
    assert report_on(exercise, cases, lambda *args: next(answers)).score == 0


class Zeros:
    """A generator that draws zeros."""

    def normal(self, size=()):
        return np.zeros(size)


@by_id
def test_an_empty_answer_is_called_not_written_yet(exercise, drawn):
    def blank(*args):
        raise NotImplementedError()

    report = report_on(exercise, drawn(exercise, SEEDS[0]), blank)
    assert report.blank and report.score == 0


@by_id
def test_hints_never_hold_a_line_of_the_reference(exercise):
    source = load(exercise.notebook).sources[exercise.function]
    solution = source.split("### BEGIN SOLUTION")[1].split("### END SOLUTION")[0]
    lines = [line.split("#")[0].strip() for line in solution.splitlines()]
    assert len(exercise.hints) >= 3
    for line in lines:
        assert len(line) < 9 or not any(line in hint for hint in exercise.hints)


def test_the_same_seed_gives_the_same_cases_and_another_seed_others():
    exercise = exercises.find("logistic_regression.propagate")
    first, again, other = (draw_cases(exercise, seed, with_misconceptions=False) for seed in (3, 3, 4))
    assert np.array_equal(first.cases[0].args[0], again.cases[0].args[0])
    assert not np.array_equal(first.cases[0].args[0], other.cases[0].args[0])


def test_public_cases_come_from_the_drawn_pictures_whatever_cats_folder_says(monkeypatch, tmp_path):
    monkeypatch.setenv("CATS_FOLDER", str(tmp_path))
    exercise = exercises.find("logistic_regression.propagate")
    stored = [case for case in public_cases.cases(exercise.id).cases if case.tag == "pictures"]
    drawn = [case for case in draw_cases(exercise, SEEDS[0], with_misconceptions=False).cases if case.tag == "pictures"]
    assert all(np.array_equal(left.args[2], right.args[2]) for left, right in zip(stored, drawn, strict=True))


def test_all_public_cases_together_take_less_than_two_megabytes():
    assert sum(path.stat().st_size for path in public_cases.FOLDER.glob("*")) < 2_000_000


def test_a_reference_that_raises_is_an_error_when_cases_are_drawn(monkeypatch):
    exercise = exercises.find("logistic_regression.sigmoid")

    def raising(*args):
        raise ZeroDivisionError("no")

    monkeypatch.setitem(load("logistic_regression").namespace, "sigmoid", raising)
    with pytest.raises(CourseError, match="raised ZeroDivisionError"):
        draw_cases(exercise, 1)


@pytest.mark.parametrize("claim", ["values", "slope"])
def test_a_claim_about_cases_that_are_never_drawn_is_an_error_when_cases_are_drawn(claim):
    exercise = exercises.find("logistic_regression.propagate")
    misspelt = [values("right", name=claim, tags=("ordinary", "picturs")), slope(tags=("szes",))]
    wrong = next(one for one in misspelt if one.name == claim)
    with pytest.raises(CourseError, match=rf"propagate: the claim '{claim}' .* '{wrong.tags[-1]}'.*ordinary, .*pictures"):
        draw_cases(replace(exercise, claims=(*exercise.claims, wrong)), 1, with_misconceptions=False)


def answer(id, source, **names):
    """The report on a source in which these names are defined, too, on the public cases."""
    exercise = exercises.find(id)
    known = load(exercise.notebook)
    function = reference.define(exercise.function, source, known.namespace | names, "<answer>")
    return report_on(exercise, public_cases.cases(id), function), function


def test_a_cost_that_is_nan_at_certain_probabilities_gets_a_remark_where_that_is_not_yet_taught():
    source = "def compute_cost(A2, Y):\n    return float(-np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)))\n"
    report, _ = answer("one_hidden_layer.compute_cost", source)
    assert report.passed and any("0 · log 0" in remark for remark in report.remarks)


@pytest.mark.parametrize(
    "cost",
    [
        "-np.mean(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))",
        "-np.mean(np.nan_to_num(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)))",
        "-np.mean(Y * np.nan_to_num(np.log(AL)) + (1 - Y) * np.nan_to_num(np.log(1 - AL)))",
        "-np.nanmean(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))",
        "-np.mean(Y * np.log(AL + 1e-12) + (1 - Y) * np.log(1 - AL + 1e-12))",
        "-np.mean(np.log(np.maximum(np.where(Y == 1, AL, 1 - AL), 1e-300)))",
    ],
)
def test_a_cost_that_does_not_survive_certain_probabilities_fails_where_that_is_the_lesson(cost):
    report, _ = answer("deep_network.compute_cost", f"def compute_cost(AL, Y):\n    return float({cost})\n")
    assert [claim.name for claim in report.claims if not claim.passed] == ["sure"]


def test_a_name_error_about_another_name_is_not_taken_for_a_known_one():
    source = "def linear_backward(dZ, cache):\n    return cache[1].T @ dZ, dZ @ cache[0].T / {}, dZ\n"
    known, _ = answer("deep_network.linear_backward", source.format("m"))
    other, _ = answer("deep_network.linear_backward", source.format("examples"))
    assert known.misconception == "m-from-another-cell" and "`m` has no value here" in str(known)
    assert other.misconception is None and "`examples` has no value here" in str(other)


def test_caches_of_earlier_calls_are_recognised_however_many_calls_there_were():
    source = load("deep_network").sources["L_model_forward"].replace("A, caches = X, []", "A, caches = X, kept")
    report, function = answer("deep_network.L_model_forward", source, kept=[])
    again = report_on(exercises.find(report.id), public_cases.cases(report.id), function)
    assert report.misconception == again.misconception == "caches-kept-between-calls"
    assert again.explanation and "earlier calls" in again.explanation


def test_going_uphill_in_place_is_named_as_going_uphill_and_the_remark_says_what_was_written_into():
    source = load("logistic_regression").sources["optimize"]
    source = source.replace("w = w - learning", "w += learning").replace("b = b - learning", "b += learning")
    report, _ = answer("logistic_regression.optimize", source)
    assert report.misconception == "uphill" and "changes the array it was given" in str(report)


def test_a_row_of_zeros_divided_by_its_length_is_not_called_an_overflow():
    source = "def normalize_rows(x):\n    return x / np.sqrt((x * x).sum(axis=1)).reshape(-1, 1)\n"
    report, _ = answer("vectorization.normalize_rows", source)
    assert "overflow" not in str(report) and "has length 0" in str(report)


def test_a_result_with_all_keys_is_not_taken_for_one_in_which_keys_are_missing():
    source = load("one_hidden_layer").sources["update_parameters"]
    source = source.replace("    return updated", '    return updated | {"b1": parameters["b1"]}')
    report, _ = answer("one_hidden_layer.update_parameters", source)
    assert not report.passed and report.misconception != "return-inside-the-loop"


def test_a_slope_that_happens_to_be_almost_zero_may_be_rounded_as_float32_rounds():
    exercise = exercises.find("logistic_regression.propagate")
    cases = draw_cases(exercise, 108, with_misconceptions=False)
    smallest = min(abs(float(case.expected[0]["db"])) for case in cases.cases if case.tag != "certain")
    float32 = next(entry for entry in answers.alternatives(exercise) if entry.name == "float32")
    assert smallest < 1e-4
    assert report_on(exercise, cases, float32.function(load(exercise.notebook), "propagate")).passed
