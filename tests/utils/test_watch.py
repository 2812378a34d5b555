"""Long training can be watched, and stopped without losing the model so far."""

import os
import signal
import threading
import time

import numpy as np
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from utils.training import train_fast
from utils.watch import Watch

RANDOM = np.random.default_rng(0)
X, Y = RANDOM.normal(size=(4, 20)), (RANDOM.random((1, 20)) < 0.5).astype(int)
START = {
    "W1": RANDOM.normal(size=(3, 4)),
    "b1": np.zeros((3, 1)),
    "W2": RANDOM.normal(size=(1, 3)),
    "b2": np.zeros((1, 1)),
}


def interrupt_soon() -> None:
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()


def test_watching_changes_nothing_in_what_is_learned():
    plain, costs = train_fast(X, Y, START, 0.5, 300)
    watched, costs_watched = train_fast(X, Y, START, 0.5, 300, watch=True)
    assert costs == costs_watched
    assert all(np.array_equal(plain[name], watched[name]) for name in plain)


def test_an_interrupt_ends_the_training_and_returns_a_whole_number_of_steps(capsys):
    before = signal.getsignal(signal.SIGINT)
    interrupt_soon()
    stopped, costs = train_fast(X, Y, START, 0.5, 10**9, every=1, watch=True)
    steps = len(costs) - 1  # the cost of the step that was not taken is known
    again, _ = train_fast(X, Y, START, 0.5, steps)
    assert all(np.array_equal(stopped[name], again[name]) for name in again)
    assert f"Stopped after {steps} of" in capsys.readouterr().out
    assert signal.getsignal(signal.SIGINT) is before


def test_unwatched_training_is_interrupted_as_usual():
    interrupt_soon()
    with pytest.raises(KeyboardInterrupt):
        train_fast(X, Y, START, 0.5, 10**9)


def test_a_second_interrupt_is_not_swallowed():
    with pytest.raises(KeyboardInterrupt), Watch(10):
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(1)


def test_the_bar_shows_how_much_is_done_and_the_cost():
    line = Watch(200).line(100, 0.25)
    assert line.count("█") == line.count("░")
    assert "100 of 200 iterations, cost 0.2500" in line


def test_a_notebook_shows_the_bar_while_it_trains_and_takes_it_away_at_the_end():
    source = """
import time
from utils.watch import Watch
with Watch(3) as watch:
    for i in range(3):
        time.sleep(0.7)
        watch.stops(i, 0.5)
"""
    seen = []
    client = NotebookClient(new_notebook(cells=[new_code_cell(source)]), timeout=120, kernel_name="python3")
    keep = client.process_message

    def process(message, *arguments):
        if message["msg_type"] in ("display_data", "update_display_data"):
            seen.append(message["content"]["data"]["text/plain"])
        return keep(message, *arguments)

    client.process_message = process
    client.execute()
    assert any("1 of 3 iterations, cost 0.5000" in text for text in seen)
    assert seen[-1] == ""


def test_elsewhere_than_in_the_main_thread_training_can_be_watched_too():
    done = []
    thread = threading.Thread(target=lambda: done.append(train_fast(X, Y, START, 0.5, 10, watch=True)))
    thread.start()
    thread.join()
    assert len(done) == 1
