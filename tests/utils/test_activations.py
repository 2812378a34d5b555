"""Activations and their derivatives, held against SciPy, hand values and difference quotients."""

import subprocess
import sys

import numpy as np
import pytest
from scipy.special import expit

from utils import activations

FORWARD = {
    "sigmoid": activations.sigmoid,
    "tanh": activations.tanh,
    "relu": activations.relu,
    "leaky_relu": activations.leaky_relu,
}
BACKWARD = {
    "sigmoid": activations.sigmoid_backward,
    "tanh": activations.tanh_backward,
    "relu": activations.relu_backward,
    "leaky_relu": activations.leaky_relu_backward,
}
NAMES = list(FORWARD)
each = pytest.mark.parametrize("name", NAMES)


def some_z(shape: tuple[int, ...] = (3, 4), dtype: type = np.float64) -> np.ndarray:
    return np.random.default_rng(5).normal(scale=3, size=shape).astype(dtype)


def test_sigmoid_is_the_logistic_function_to_the_last_digit():
    Z = np.concatenate([np.linspace(-700, 700, 2001), np.geomspace(1e-12, 1, 50), -np.geomspace(1e-12, 1, 50)])
    np.testing.assert_allclose(activations.sigmoid(Z)[0], expit(Z), rtol=4e-16)


def test_tanh_is_two_sigmoids_of_twice_z_minus_one():
    Z = some_z()
    np.testing.assert_allclose(activations.tanh(Z)[0], 2 * expit(2 * Z) - 1, rtol=1e-12)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        # g(−2), g(0), g(3), from a table of eˣ
        ("sigmoid", [0.11920292202211755, 0.5, 0.9525741268224334]),
        ("tanh", [-0.9640275800758169, 0.0, 0.9950547536867305]),
        ("relu", [0.0, 0.0, 3.0]),
        ("leaky_relu", [-0.02, 0.0, 3.0]),
    ],
)
def test_values_are_those_of_the_textbook(name, values):
    np.testing.assert_allclose(FORWARD[name](np.array([-2.0, 0.0, 3.0]))[0], values, rtol=1e-14)


@pytest.mark.parametrize(
    ("name", "limits"),
    [("sigmoid", [0, 1]), ("tanh", [-1, 1]), ("relu", [0, 1000]), ("leaky_relu", [-10, 1000])],
)
@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_far_from_zero_the_limits_are_reached_without_a_warning(name, limits, dtype):
    Z = np.array([[-1000.0, 1000.0]], dtype)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        A, cache = FORWARD[name](Z)
        dZ = BACKWARD[name](np.ones_like(Z), cache)
    np.testing.assert_allclose(A, [limits], rtol=1e-6)
    far_slopes = {"sigmoid": [0, 0], "tanh": [0, 0], "relu": [0, 1], "leaky_relu": [0.01, 1]}
    np.testing.assert_allclose(dZ, [far_slopes[name]], rtol=1e-6)


@each
def test_the_cache_is_z(name):
    Z = some_z()
    assert FORWARD[name](Z)[1] is Z


@each
@pytest.mark.parametrize("shape", [(1, 1), (1, 7), (4, 1), (3, 5), (6,), (2, 3, 4)])
def test_any_shape_keeps_its_shape(name, shape):
    Z = some_z(shape)
    A, cache = FORWARD[name](Z)
    assert A.shape == shape
    assert BACKWARD[name](np.ones(shape), cache).shape == shape


@each
def test_arguments_are_never_written_into(name):
    Z, dA = some_z(), some_z()[::-1]
    Z_before, dA_before = Z.copy(), dA.copy()
    A, cache = FORWARD[name](Z)
    dZ = BACKWARD[name](dA, cache)
    A += 1  # results are the caller's own: changing them changes nothing else
    dZ += 1
    np.testing.assert_array_equal(Z, Z_before)
    np.testing.assert_array_equal(dA, dA_before)


@each
def test_arguments_may_be_read_only(name):
    Z = some_z()
    Z.setflags(write=False)
    dA = np.ones_like(Z)
    dA.setflags(write=False)
    BACKWARD[name](dA, FORWARD[name](Z)[1])


@each
def test_single_precision_stays_single(name):
    Z = some_z(dtype=np.float32)
    A, cache = FORWARD[name](Z)
    assert A.dtype == np.float32
    assert BACKWARD[name](np.ones_like(Z), cache).dtype == np.float32


@each
def test_whole_numbers_give_the_values_of_their_decimals(name):
    Z = np.array([-2, 0, 3])
    np.testing.assert_array_equal(FORWARD[name](Z)[0], FORWARD[name](Z.astype(float))[0])
    np.testing.assert_array_equal(BACKWARD[name](np.ones(3), Z), BACKWARD[name](np.ones(3), Z.astype(float)))


@each
def test_plain_numbers_are_taken_too(name):
    assert float(FORWARD[name](0.7)[0]) == FORWARD[name](np.array([0.7]))[0][0]
    assert float(BACKWARD[name](2.0, 0.7)) == BACKWARD[name](np.array([2.0]), np.array([0.7]))[0]


@each
def test_backward_is_da_times_the_slope_of_forward(name):
    Z, step = some_z(), 1e-6
    dA = np.random.default_rng(6).normal(size=Z.shape)
    slope = (FORWARD[name](Z + step)[0] - FORWARD[name](Z - step)[0]) / (2 * step)
    np.testing.assert_allclose(BACKWARD[name](dA, Z), dA * slope, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize(
    ("name", "slope_at_zero"), [("sigmoid", 0.25), ("tanh", 1.0), ("relu", 0.0), ("leaky_relu", 0.01)]
)
def test_the_slope_at_zero_is_the_customary_one(name, slope_at_zero):
    assert BACKWARD[name](np.array([[1.0]]), np.array([[0.0]]))[0, 0] == slope_at_zero


@each
def test_one_number_as_da_gives_the_slope_itself(name):
    Z = some_z()
    np.testing.assert_array_equal(BACKWARD[name](1.0, Z), BACKWARD[name](np.ones_like(Z), Z))


@each
def test_a_cache_of_another_layer_is_refused_before_it_broadcasts(name):
    with pytest.raises(ValueError, match=r"dA has shape \(3, 1\), the cache Z has \(3, 4\)"):
        BACKWARD[name](np.ones((3, 1)), some_z())


@each
def test_the_whole_cache_of_a_layer_is_refused_in_words(name):
    with pytest.raises(TypeError, match="cache is a tuple of 2, expected the array Z"):
        BACKWARD[name](np.ones((3, 4)), (some_z(), some_z()))


def test_activations_and_gradient_check_need_nothing_but_numpy():
    command = (
        "import sys, utils.activations, utils.gradient_check; print(*{name.split('.')[0] for name in sys.modules})"
    )
    loaded = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True).stdout.split()
    assert "numpy" in loaded
    assert not {"matplotlib", "h5py", "PIL", "scipy"} & set(loaded)
