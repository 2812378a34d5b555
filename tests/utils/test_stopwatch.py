"""The stopwatch of the speed demonstrations."""

import time

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from utils import stopwatch
from utils.stopwatch import milliseconds


def test_work_that_takes_longer_is_measured_as_longer():
    assert milliseconds(lambda: time.sleep(0.02), runs=2) > 5 * milliseconds(lambda: time.sleep(0.001), runs=2)


@pytest.mark.parametrize("step", [0.001, 0.02, 0.1])
def test_a_coarse_clock_never_gives_zero(step, monkeypatch):
    fine = time.perf_counter
    monkeypatch.setattr(stopwatch.time, "perf_counter", lambda: fine() // step * step)
    assert 0 < milliseconds(lambda: None, runs=2) < 1


def test_numpy_computes_in_one_thread_while_it_is_timed_and_as_before_afterwards():
    def threads():
        return {one["num_threads"] for one in threadpool_info() if one["user_api"] == "blas"}

    np.ones((2, 2)) @ np.ones((2, 2))
    before, seen = threads(), []
    milliseconds(lambda: seen.append(threads()), runs=1)
    assert set().union(*seen) == {1} and threads() == before


def test_an_error_in_the_work_is_the_learner_s_own():
    with pytest.raises(ZeroDivisionError):
        milliseconds(lambda: 1 / 0)
