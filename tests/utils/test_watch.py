"""Long training can be watched, and stopped without losing the model so far."""

import os
import signal
import threading
import time

import numpy as np
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from utils import watch
from utils.training import train_fast
from utils.watch import Watch, each, watched

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
from utils.watch import Watch, each, watched
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


# A notebook's own training: watched through the functions that it calls.


def compute_cost(parameters):
    return float(np.sum(parameters["W"] ** 2))


def update_parameters(parameters, grads, learning_rate):
    return {"W": parameters["W"] - learning_rate * grads["dW"]}


def train_slowly(steps, rate, pause=0.0):
    parameters, costs = {"W": np.ones(3)}, []
    for i in range(steps):
        if i % 10 == 0:
            costs.append(compute_cost(parameters))
        parameters = update_parameters(parameters, {"dW": 2 * parameters["W"]}, rate)
        time.sleep(pause)
    return parameters, costs


def test_watching_a_learner_s_training_changes_nothing():
    plain, costs = train_slowly(35, 0.01)
    own = update_parameters, compute_cost
    seen, costs_seen = watched(train_slowly, 35, 0.01, steps=35)
    assert np.array_equal(plain["W"], seen["W"]) and costs == costs_seen
    assert (update_parameters, compute_cost) == own


def test_an_interrupt_of_a_learner_s_training_keeps_what_was_learned(capsys):
    own = update_parameters
    interrupt_soon()
    parameters, costs = watched(train_slowly, 10**9, 1e-4, 1e-3, steps=10**9)
    steps = int(capsys.readouterr().out.split("Stopped after ")[1].split()[0])
    again, costs_again = train_slowly(steps, 1e-4)
    assert steps > 10 and np.array_equal(parameters["W"], again["W"]) and costs == costs_again
    assert update_parameters is own


def test_an_interrupt_ends_a_loop_after_the_item_in_work(capsys):
    interrupt_soon()
    done = []
    for item in each(range(1000), "seeds"):
        time.sleep(0.02)
        done.append(item)
    assert 1 < len(done) < 1000 and done == list(range(len(done)))
    assert f"Stopped after {len(done)} of 1000 seeds" in capsys.readouterr().out


def test_an_error_in_a_watched_training_is_the_learner_s_own():
    def broken():
        raise ZeroDivisionError("mine")

    with pytest.raises(ZeroDivisionError, match="mine"):
        watched(broken, steps=3)


# In a browser tab, where Python is slow.


@pytest.fixture
def in_a_tab(monkeypatch):
    monkeypatch.setattr(watch, "IN_BROWSER", True)


def gradients(parameters, X, Y):
    """The cost, and the slopes of a network with one ReLU layer."""
    Z1 = parameters["W1"] @ X + parameters["b1"]
    A1 = np.maximum(Z1, 0)
    A2 = 1 / (1 + np.exp(-(parameters["W2"] @ A1 + parameters["b2"])))
    dZ2 = (A2 - Y) / Y.size
    dZ1 = (parameters["W2"].T @ dZ2) * (Z1 > 0)
    grads = {"W1": dZ1 @ X.T, "b1": dZ1.sum(axis=1, keepdims=True)}
    grads |= {"W2": dZ2 @ A1.T, "b2": dZ2.sum(axis=1, keepdims=True)}
    return -np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)), grads


def notebook_that_trains(slope_of_b2=1.0):
    """A training as a notebook has it: its functions know each other by their global names."""
    taken = []

    def update_parameters(parameters, grads, learning_rate):
        taken.append(learning_rate)
        return {name: value - learning_rate * grads[name] for name, value in parameters.items()}

    names = {"update_parameters": update_parameters, "gradients": gradients, "np": np, "slope_of_b2": slope_of_b2}
    source = """
def train(X, Y, layer_dims, learning_rate, num_iterations):
    sizes = zip(layer_dims[1:], layer_dims)
    parameters = {}
    for l, (n, n_prev) in enumerate(sizes, start=1):
        parameters |= {f"W{l}": np.random.randn(n, n_prev), f"b{l}": np.zeros((n, 1))}
    costs = []
    for i in range(num_iterations):
        cost, grads = gradients(parameters, X, Y)
        grads["b2"] = grads["b2"] * slope_of_b2
        if i % 100 == 0:
            costs.append(cost)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, costs
"""
    exec(source, names)
    return names, taken


def both(names):
    """What a training gives by itself, and watched, from one seed."""
    results = []
    for train in (names["train"], lambda *args: watched(names["train"], *args, steps=250)):
        np.random.seed(3)
        results.append(train(X, Y, [4, 3, 1], 0.2, 250))
    return results


def test_in_a_browser_tab_a_right_training_is_taken_over_and_gives_what_it_would_have_given(in_a_tab, capsys):
    names, taken = notebook_that_trains()
    (plain, costs), (fast, costs_fast) = both(names)
    assert len(taken) == 250 + watch.TRIED
    assert all(np.allclose(plain[name], fast[name]) for name in plain)
    assert np.allclose(costs, costs_fast) and len(costs) == len(costs_fast) == 3
    assert "agree with train_fast" in capsys.readouterr().out


def test_in_a_browser_tab_a_training_that_differs_is_left_to_itself(in_a_tab, capsys):
    names, taken = notebook_that_trains(slope_of_b2=1.5)
    (plain, costs), (own, costs_own) = both(names)
    assert len(taken) == 2 * 250 + watch.TRIED
    assert all(np.array_equal(plain[name], own[name]) for name in plain)
    assert costs == costs_own
    assert capsys.readouterr().out == ""


def test_in_a_browser_tab_a_training_of_another_kind_is_left_to_itself(in_a_tab):
    assert watched(train_slowly, 30, 0.1, steps=30)[1] == train_slowly(30, 0.1)[1]


def test_in_a_browser_tab_few_seeds_are_enough_and_that_is_said(in_a_tab, capsys):
    assert [*each(range(20), "seeds")] == [0, 1, 2]
    assert "3 of 20 seeds" in capsys.readouterr().out
    assert [*each(range(2), "seeds")] == [0, 1]
    assert [*each("abcd", "sizes")] == [*"abcd"]
    assert capsys.readouterr().out == ""


def test_elsewhere_every_seed_counts():
    assert [*each(range(20), "seeds")] == [*range(20)]
