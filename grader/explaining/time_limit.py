"""An end to calls that take too long, also in a notebook's kernel: by the timer of the time a process computes."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class TooLong(BaseException):
    """Not an Exception, so that no answer catches it."""


def is_possible() -> bool:
    """The platform has such a timer, and this is the thread that its signal reaches."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def stopwatch() -> Iterator[Callable[[float], None]]:
    """Gives a function that lets TooLong come after so many seconds of computing; 0 takes that back.

    Where it is not possible the function does nothing.
    """
    if not is_possible():
        yield lambda seconds: None
        return
    armed = False

    def ring(*_: object) -> None:
        if armed:
            raise TooLong

    def within(seconds: float) -> None:
        nonlocal armed
        armed = seconds > 0
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)

    before = signal.signal(signal.SIGVTALRM, ring)
    try:
        yield within
    finally:
        within(0)
        signal.signal(signal.SIGVTALRM, before)
