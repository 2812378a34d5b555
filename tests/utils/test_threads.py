"""NumPy's threads are limited while the course trains, and only then."""

import numpy as np
import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from utils.stopwatch import milliseconds
from utils.threads import one_thread
from utils.training import train_fast
from utils.watch import Watch, each


def threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


@pytest.fixture(autouse=True)
def two_threads():
    with threadpool_limits(2, user_api="blas"):
        if threads() != {2}:
            pytest.skip("this NumPy multiplies in one thread only")
        yield


def train(watch):
    seen = []

    class Seen(np.ndarray):
        """An input that notes how many threads there are when it is multiplied."""

        def __matmul__(self, other):
            seen.append(threads())
            return np.asarray(self) @ np.asarray(other)

    X, Y = np.ones((3, 2)), np.array([[0, 1]])
    parameters = {"W1": np.ones((2, 3)), "b1": np.zeros((2, 1)), "W2": np.ones((1, 2)).view(Seen), "b2": np.zeros((1, 1))}
    train_fast(X, Y, parameters, 0.1, 3, watch=watch)
    return seen


@pytest.mark.parametrize("watch", [False, True])
def test_a_training_takes_one_thread(watch):
    seen = train(watch)
    assert seen and all(count == {1} for count in seen)


def test_a_watched_loop_and_a_stopwatch_take_one_thread():
    seen = [threads() for _ in each(range(2), "seeds")]
    with Watch(3):
        seen.append(threads())
    milliseconds(lambda: seen.append(threads()), runs=1)
    assert all(count == {1} for count in seen)


def test_afterwards_there_are_as_many_as_before_an_error_or_not():
    train(watch=True)
    with pytest.raises(ZeroDivisionError), one_thread():
        raise ZeroDivisionError
    for _ in each(range(3), "seeds"):
        break
    waiting = one_thread(), Watch(3)  # made, and not begun
    assert threads() == {2} and waiting
