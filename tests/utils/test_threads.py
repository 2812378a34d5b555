"""NumPy's threads can be limited for good or for a while."""

import numpy  # noqa: F401  its BLAS is what is counted
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from utils.stopwatch import milliseconds
from utils.threads import one_thread


def threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


@pytest.fixture(autouse=True)
def two_threads():
    with threadpool_limits(2, user_api="blas"):
        if threads() != {2}:
            pytest.skip("this NumPy multiplies in one thread only")
        yield


def test_from_now_on_there_is_one_thread():
    one_thread()
    assert threads() == {1}


def test_a_stopwatch_takes_one_thread_and_leaves_as_many_as_before():
    seen = []
    milliseconds(lambda: seen.append(threads()), runs=1)
    assert all(count == {1} for count in seen)
    assert threads() == {2}


def test_after_an_error_there_are_as_many_as_before():
    with pytest.raises(ZeroDivisionError):
        milliseconds(lambda: 1 / 0)
    assert threads() == {2}
