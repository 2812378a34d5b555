"""Cases are stored as JSON and come back as they were."""

import json

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from grader.judging.case import Case, CaseSet, Observation, from_json, to_json
from grader.judging.codec import decode, encode
from grader.judging.plain import Raised

NUMBERS = arrays(
    st.sampled_from([np.float64, np.float32, np.int64, np.uint8, np.bool_]),
    array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=6),
)


def roundtrip(value):
    return decode(json.loads(json.dumps(encode(value))))


@given(NUMBERS)
def test_every_array_comes_back_with_shape_type_and_values(array):
    back = roundtrip(array)
    assert back.dtype == array.dtype and back.shape == array.shape
    assert np.array_equal(back, array, equal_nan=array.dtype.kind == "f")


def test_pictures_are_stored_as_bytes_and_come_back_exactly():
    X = np.random.default_rng(0).integers(0, 256, size=(12, 20)) / 255
    assert len(json.dumps(encode(X))) < 2 * X.size
    assert np.array_equal(roundtrip(X), X)


def test_a_case_with_a_misconception_that_raises_comes_back():
    case = Case(
        "ordinary",
        "m = 2",
        (np.ones((2, 1)), 0.5),
        {"w": np.zeros(3)},
        {"no-transpose": Observation(Raised("ValueError"), (0,))},
    )
    (back,) = from_json(to_json({"x.f": CaseSet((case,), {"no-transpose": {"sentence": "…"}})}))["x.f"].cases
    assert back.wrong["no-transpose"] == Observation(Raised("ValueError"), (0,))
    assert back.args[1] == 0.5 and isinstance(back.args, tuple)
    assert back.expected["w"].tolist() == [0, 0, 0]


def test_stored_cases_hold_no_code():
    text = to_json({"x.f": CaseSet((Case("ordinary", "", (np.ones(100),), 1.0),), {})})
    assert "pickle" not in text and json.loads(text)
