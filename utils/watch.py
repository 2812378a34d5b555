"""Watch a long training: a bar with the falling cost, and ■ (or Ctrl-C) ends it without losing what was learned."""

from __future__ import annotations

import signal
import sys
import threading
import time

FIRST_SHOWN_AFTER = 1.0  # seconds: what is over by then needs no bar
SHOWN_EVERY = 0.25  # seconds
BLOCKS = 30


class Watch:
    """Used around a loop: `with Watch(2500) as watch: for i in range(2500): if watch.stops(i, cost): break`.

    While it is active, the first interrupt is kept until the loop asks, so that no step is left half done. A second one
    raises KeyboardInterrupt as usual. Elsewhere than in the main thread interrupts are left alone.
    """

    def __init__(self, num_iterations: int):
        self.num_iterations, self.interrupted = num_iterations, False
        self._next = time.monotonic() + FIRST_SHOWN_AFTER
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

    def stops(self, i: int, cost: float) -> bool:
        """Show that i iterations are done, cost being the last one known. → True if the loop should end now."""
        if self.interrupted:
            print(f"Stopped after {i} of {self.num_iterations} iterations, cost {cost:.4f}. What was learned is kept.")
        elif time.monotonic() > self._next:
            self._next = time.monotonic() + SHOWN_EVERY
            self._show(self.line(i, cost))
        return self.interrupted

    def line(self, i: int, cost: float) -> str:
        """The bar: what is done, and the cost."""
        full = round(BLOCKS * i / self.num_iterations)
        return f"{'█' * full}{'░' * (BLOCKS - full)} {i} of {self.num_iterations} iterations, cost {cost:.4f}"

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
