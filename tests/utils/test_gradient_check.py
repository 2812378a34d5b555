"""The gradient check agrees with derivatives done by hand, and says what is wrong with the others."""

import math

import numpy as np
import pytest

from utils.gradient_check import gradient_check, numeric_gradient, relative_error


def cost(parameters: dict) -> float:
    """½‖W‖² b + sin of the sum of W: derivatives are easy by hand."""
    W, b = parameters["W"], parameters["b"]
    return 0.5 * np.sum(W**2) * b + math.sin(np.sum(W))


def right_gradients(parameters: dict) -> dict:
    W, b = parameters["W"], parameters["b"]
    return {"dW": W * b + math.cos(np.sum(W)), "db": 0.5 * float(np.sum(W**2))}


@pytest.fixture
def parameters() -> dict:
    return {"W": np.array([[1.0, -2.0, 0.5], [0.3, 0.0, -1.0]]), "b": 2.0}


# --- numeric_gradient ---


def test_numeric_slopes_equal_the_derivatives_done_by_hand(parameters):
    slopes, right = numeric_gradient(cost, parameters), right_gradients(parameters)
    np.testing.assert_allclose(slopes["W"], right["dW"], atol=1e-8)
    assert slopes["b"] == pytest.approx(right["db"], abs=1e-8)


def test_the_graph_of_the_course_has_the_slopes_3_6_9():
    slopes = numeric_gradient(lambda p: 3 * (p["a"] + p["b"] * p["c"]), {"a": 5, "b": 3, "c": 2})
    assert slopes == pytest.approx({"a": 3, "b": 6, "c": 9}, abs=1e-7)


def test_central_differences_have_no_error_on_a_parabola_even_with_a_large_step():
    assert numeric_gradient(lambda p: p["a"] ** 2, {"a": 3.0}, step=0.5)["a"] == 6.0


@pytest.mark.parametrize("shape", [(), (3,), (1, 1), (2, 3), (2, 1, 2)])
def test_slopes_have_the_shape_of_their_parameter(shape):
    slope = numeric_gradient(lambda p: float(np.sum(p["W"])), {"W": np.ones(shape)})["W"]
    assert isinstance(slope, np.ndarray)
    assert slope.shape == shape


def test_a_plain_number_gets_a_plain_number():
    seen = []
    slopes = numeric_gradient(lambda p: seen.append(p["b"]) or p["b"] ** 2, {"b": 1.5})
    assert type(slopes["b"]) is float
    assert all(type(b) is float for b in seen)


def test_parameters_are_never_changed_even_by_a_cost_that_writes_into_them(parameters):
    def careless(p: dict) -> float:
        value = cost(p)
        p["W"] *= 0
        p["b"] = None
        return value

    before = parameters["W"].copy()
    slopes = numeric_gradient(careless, parameters)
    np.testing.assert_array_equal(parameters["W"], before)
    assert parameters["b"] == 2.0
    np.testing.assert_allclose(slopes["W"], right_gradients(parameters)["dW"], atol=1e-8)


def test_read_only_single_precision_and_whole_numbers_are_nudged_in_double_precision():
    W = np.array([1.0, 2.0], np.float32)
    W.setflags(write=False)
    slopes = numeric_gradient(lambda p: np.sum(p["W"] ** 2) + np.sum(p["k"] ** 2), {"W": W, "k": np.array([3])})
    np.testing.assert_allclose(slopes["W"], [2, 4], atol=1e-8)
    np.testing.assert_allclose(slopes["k"], [6], atol=1e-8)


def test_a_cost_in_an_array_of_one_is_a_number():
    assert numeric_gradient(lambda p: np.array([[2 * p["a"]]]), {"a": 1.0})["a"] == pytest.approx(2)


def test_a_function_that_returns_gradients_and_cost_is_refused_in_words():
    with pytest.raises(TypeError, match="f returned a tuple, expected one number: let it return the cost alone"):
        numeric_gradient(lambda p: ({}, 1.0), {"a": 1.0})


def test_a_cost_that_was_not_summed_is_refused_in_words():
    with pytest.raises(ValueError, match=r"array of shape \(1, 3\), expected one number: sum or average it"):
        numeric_gradient(lambda p: np.ones((1, 3)), {"a": 1.0})


# --- relative_error ---


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (1.0, 1.0, 0.0),
        (0.0, 0.0, 0.0),
        (np.zeros((2, 2)), np.zeros((2, 2)), 0.0),
        (1.0, 0.0, 1.0),
        (1.0, -1.0, 1.0),
        (1.0, 3.0, 0.5),
        ([3.0, 4.0], [0.0, 0.0], 1.0),
        ([3.0, 4.0], [6.0, 8.0], 1 / 3),  # norms 5 and 10, difference 5
    ],
)
def test_relative_error_is_the_difference_over_the_sum_of_the_norms(a, b, expected):
    assert relative_error(a, b) == pytest.approx(expected, abs=1e-15)
    assert type(relative_error(a, b)) is float


def test_relative_error_does_not_depend_on_the_unit():
    a, b = np.array([1.0, 2.0]), np.array([1.1, 2.0])
    assert relative_error(1e-9 * a, 1e-9 * b) == pytest.approx(relative_error(a, b))


def test_relative_error_refuses_to_broadcast():
    with pytest.raises(ValueError, match=r"a has shape \(3, 1\), b has \(1, 3\)"):
        relative_error(np.ones((3, 1)), np.ones((1, 3)))


# --- gradient_check ---


def test_right_gradients_pass(parameters):
    verdict = gradient_check(cost, right_gradients(parameters), parameters)
    assert verdict.passed
    assert verdict
    assert set(verdict.errors) == {"dW", "db"}
    assert max(verdict.errors.values()) < 1e-8
    assert str(verdict).startswith("gradient check passed")


def test_single_precision_gradients_pass(parameters):
    gradients = {name: np.float32(value) for name, value in right_gradients(parameters).items()}
    assert gradient_check(cost, gradients, parameters).passed


def test_other_entries_of_the_gradients_are_ignored(parameters):
    gradients = right_gradients(parameters) | {"dA0": np.ones((7, 7))}
    assert set(gradient_check(cost, gradients, parameters).errors) == {"dW", "db"}


@pytest.mark.parametrize("factor", [-1.0, 0.0, 2.0, 1.001, 1 / 6])
def test_a_wrong_gradient_is_named_and_the_right_one_stays_right(parameters, factor):
    gradients = right_gradients(parameters)
    gradients["dW"] = factor * gradients["dW"]
    verdict = gradient_check(cost, gradients, parameters)
    assert not verdict.passed
    assert not verdict
    assert verdict.errors["dW"] == pytest.approx(abs(1 - factor) / (1 + abs(factor)), rel=1e-4)
    head, about_W, about_b = str(verdict).splitlines()
    assert "FAILED" in head
    assert "dW" in about_W and "WRONG" in about_W
    assert "db" in about_b and "right" in about_b


def test_the_worst_entry_is_shown_with_the_slope_it_should_have(parameters):
    gradients = right_gradients(parameters)
    true = gradients["dW"][1, 2]
    gradients["dW"][1, 2] = 77.0
    text = str(gradient_check(cost, gradients, parameters))
    assert f"worst at [1, 2]: yours 77, the cost's slope {true:.6g}" in text


@pytest.mark.parametrize(
    ("db", "remark"),
    [
        (np.array([[3.0]]), "WRONG SHAPE: (1, 1), expected one number"),
        (np.nan, "NOT FINITE"),
        (np.inf, "NOT FINITE"),
        (None, "NO NUMBERS: found None"),
        ("three", "NO NUMBERS: found 'three'"),
    ],
)
def test_a_gradient_that_cannot_be_compared_is_a_finding(parameters, db, remark):
    verdict = gradient_check(cost, right_gradients(parameters) | {"db": db}, parameters)
    assert not verdict.passed
    assert verdict.errors["db"] == math.inf
    assert remark in str(verdict)


def test_a_gradient_of_the_transposed_shape_is_reported_with_both_shapes(parameters):
    gradients = right_gradients(parameters)
    gradients["dW"] = gradients["dW"].T
    assert "WRONG SHAPE: (3, 2), expected (2, 3)" in str(gradient_check(cost, gradients, parameters))


def test_a_missing_gradient_is_reported_with_what_is_there(parameters):
    verdict = gradient_check(cost, {"W": 1, "db": right_gradients(parameters)["db"]}, parameters)
    assert 'MISSING: gradients has no "dW", it holds W, db' in str(verdict)
    assert verdict.errors["dW"] == math.inf


def test_slopes_of_zero_that_rounding_blurs_are_no_false_alarm():
    def flat(p: dict) -> float:
        return float(np.sum((p["w"] + 0.3) - p["w"]))  # constant but for rounding

    parameters = {"w": np.array([0.1, 0.2, 0.3])}
    assert np.any(numeric_gradient(flat, parameters)["w"] != 0)
    verdict = gradient_check(flat, {"dw": np.zeros(3)}, parameters)
    assert verdict.passed
    assert "no more than rounding does" in str(verdict)


def test_a_small_gradient_is_still_judged():
    parameters = {"w": np.array([0.1, 0.2])}
    verdict = gradient_check(lambda p: 1e-4 * np.sum(p["w"]), {"dw": np.full(2, 0.9e-4)}, parameters)
    assert not verdict.passed


def test_a_cost_that_is_not_finite_is_refused_in_words():
    with pytest.raises(ValueError, match="the cost at these parameters is nan"):
        gradient_check(lambda p: math.nan, {"da": 1.0}, {"a": 1.0})


def test_the_learners_arrays_stay_as_they_are(parameters):
    gradients = right_gradients(parameters)
    W_before, dW_before = parameters["W"].copy(), gradients["dW"].copy()
    gradient_check(cost, gradients, parameters)
    np.testing.assert_array_equal(parameters["W"], W_before)
    np.testing.assert_array_equal(gradients["dW"], dW_before)


def test_logistic_regression_passes_and_its_famous_slip_does_not():
    rng = np.random.default_rng(3)
    X, Y = rng.normal(size=(4, 6)), np.array([[0, 1, 1, 0, 1, 0]])
    parameters = {"w": rng.normal(size=(4, 1)), "b": 0.3}

    def probabilities(p: dict) -> np.ndarray:
        return 1 / (1 + np.exp(-(p["w"].T @ X + p["b"])))

    def cross_entropy(p: dict) -> float:
        A = probabilities(p)
        return -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))

    A = probabilities(parameters)
    right, slip = A - Y, A * (1 - A)  # dz is a − y, not a(1 − a)
    for dZ, passes in ((right, True), (slip, False)):
        gradients = {"dw": X @ dZ.T / 6, "db": float(np.mean(dZ))}
        assert gradient_check(cross_entropy, gradients, parameters).passed is passes
