"""Watch a long training: a bar with the falling cost, and ■ (or Ctrl-C) ends it without losing what was learned."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator

import numpy as np

FIRST_SHOWN_AFTER = 1.0  # seconds: what is over by then needs no bar
SHOWN_EVERY = 0.25  # seconds
BLOCKS = 30
IN_BROWSER = sys.platform == "emscripten"  # in a browser tab: ten times slower than elsewhere
FEW = {"seeds": 3}  # how many of a repetition are enough there
TRIED = 5  # steps of a notebook's own training that show there whether train_fast gives the same


class Watch:
    """Used around a loop: `with Watch(2500) as watch: for i in range(2500): if watch.stops(i, cost): break`.

    While it is active, the first interrupt is kept until the loop asks, so that no step is left half done. A second one
    raises KeyboardInterrupt as usual. Elsewhere than in the main thread interrupts are left alone.
    """

    def __init__(self, num_iterations: int, what: str = "iterations"):
        self.num_iterations, self.what, self.interrupted = num_iterations, what, False
        self._begun = time.monotonic()
        self._next = self._begun + FIRST_SHOWN_AFTER
        self._handle = self._before = None

    def __enter__(self) -> Watch:
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._keep)
        return self

    def __exit__(self, *error: object) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
        if self._handle is not None:
            self._show("")

    def _keep(self, number: int, frame: object) -> None:
        self.interrupted = True
        signal.signal(signal.SIGINT, self._before)

    def stops(self, i: int, cost: float | None = None) -> bool:
        """Show that i iterations are done, cost being the last one known. → True if the loop should end now."""
        if self.interrupted:
            print(f"Stopped after {self._done(i, cost)}. What was learned is kept.")
        elif time.monotonic() > self._next:
            self._next = time.monotonic() + SHOWN_EVERY
            self._show(self.line(i, cost))
        return self.interrupted

    def line(self, i: int, cost: float | None = None) -> str:
        """The bar: what is done, the cost, and about how long the rest takes."""
        full = round(BLOCKS * i / self.num_iterations)
        seconds = (time.monotonic() - self._begun) * (self.num_iterations - i) / max(i, 1)
        return f"{'█' * full}{'░' * (BLOCKS - full)} {self._done(i, cost)}" + (f", {seconds:.0f} s to go" if i else "")

    def _done(self, i: int, cost: float | None) -> str:
        return f"{i} of {self.num_iterations} {self.what}" + ("" if cost is None else f", cost {cost:.4f}")

    def _show(self, text: str) -> None:
        """One line that changes in place, in a notebook. Elsewhere nothing is shown."""
        shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
        if not hasattr(shell, "kernel"):
            return
        from IPython.display import display

        if self._handle is None:
            self._handle = display({"text/plain": text}, raw=True, display_id=True)
        else:
            self._handle.update({"text/plain": text}, raw=True)


def each(items: Iterable, what: str) -> Iterator:
    """The items, one after the other, with a bar. An interrupt ends the loop after the item that is in work.

    what: how they are called, for the bar: "seeds". In a browser tab the first few seeds are enough, and it says so.
    """
    items = list(items)
    few = FEW.get(what, len(items)) if IN_BROWSER else len(items)
    if few < len(items):
        print(f"{few} of {len(items)} {what}: Python in a browser tab is slow.")
        items = items[:few]
    with Watch(len(items), what) as watch:
        for i, item in enumerate(items):
            if watch.stops(i):
                return
            yield item


class _Enough(Exception):
    """Raised inside a training that is to end."""


def watched(train: Callable, *args: object, steps: int) -> tuple[dict[str, np.ndarray], list[float]]:
    """What `train(*args)` returns, (parameters, costs), with a bar; an interrupt keeps what was learned until then.

    It sees a step whenever `train` calls the notebook's `update_parameters`, and a cost whenever it calls `compute_cost`.
    A training that calls neither is not watched. In a browser tab `train_fast` takes over where it gives the same.
    """
    fast = _by_train_fast(train, args, steps) if IN_BROWSER else None
    if fast is not None:
        return fast
    names, parameters, costs, count = train.__globals__, {}, [], 0

    def update_parameters(*given: object) -> dict[str, np.ndarray]:
        nonlocal parameters, count
        parameters, count = own["update_parameters"](*given), count + 1
        if watch.stops(count, costs[-1] if costs else None):
            raise _Enough
        return parameters

    def compute_cost(*given: object) -> float:
        costs.append(own["compute_cost"](*given))
        return costs[-1]

    watching = {"update_parameters": update_parameters, "compute_cost": compute_cost}
    own = {name: names[name] for name in watching if name in names}
    with Watch(steps) as watch:
        try:
            names |= {name: watching[name] for name in own}
            return train(*args)
        except _Enough:
            return parameters, costs
        finally:
            names |= own


def _by_train_fast(train: Callable, args: tuple, steps: int) -> tuple[dict[str, np.ndarray], list[float]] | None:
    """What `train(X, Y, layer_dims, learning_rate, num_iterations)` would return, from train_fast: exact, and much faster.

    None if the first steps of the two differ, or if there are none to compare.
    """
    from utils.training import train_fast  # not above: it watches, too

    drawn = np.random.get_state()
    start, rate, mine = _first_steps(train, args)
    np.random.set_state(drawn)
    try:
        theirs, _ = train_fast(*args[:2], start, rate, TRIED)
        if not all(_moved_alike(start[name], mine[name], theirs[name]) for name in theirs):
            return None
    except (AttributeError, KeyError, TypeError, ValueError):  # another kind of network than train_fast knows
        return None
    print(f"Your first {TRIED} steps agree with train_fast (part 8), so it does all {steps}: Python in a browser tab is slow.")
    return train_fast(*args[:2], start, rate, steps, watch=True)


def _first_steps(train: Callable, args: tuple) -> tuple[dict[str, np.ndarray], float, dict[str, np.ndarray]]:
    """Where a notebook's training starts, its learning rate, and where it is after a few steps."""
    names, start, rate, now, count = train.__globals__, {}, 0.0, {}, 0

    def update_parameters(parameters: dict, grads: dict, learning_rate: float) -> dict[str, np.ndarray]:
        nonlocal start, rate, now, count
        start = start or {name: value.copy() for name, value in parameters.items()}
        now, rate, count = own(parameters, grads, learning_rate), learning_rate, count + 1
        if count == TRIED:
            raise _Enough
        return now

    own = names["update_parameters"]
    names["update_parameters"] = update_parameters
    try:
        train(*args)
    except _Enough:
        pass
    finally:
        names["update_parameters"] = own
    return start, rate, now


def _moved_alike(start: np.ndarray, mine: np.ndarray, theirs: np.ndarray) -> bool:
    return np.abs(mine - theirs).max() <= 0.01 * max(np.abs(theirs - start).max(), 1e-6)
