"""An end to calls that take too long, also in a notebook's kernel, and where a system has no timers or signals.

One clock measures both ways: the time that this process computes, so a busy machine is not taken for an endless loop.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

try:
    import signal
except ImportError:  # WebAssembly may come without it
    signal = None

Within = Callable[[float], None]


class TooLong(BaseException):
    """Not an Exception, so that no answer catches it."""


def has_timer() -> bool:
    """The platform has a timer of computing time, and this is the thread that its signal reaches."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def stopwatch() -> Iterator[Within]:
    """Gives a function that lets TooLong come after so many seconds of computing; 0 takes that back."""
    with by_timer() if has_timer() else by_tracing() as within:
        yield within


@contextmanager
def by_timer() -> Iterator[Within]:
    """The system interrupts: costs nothing meanwhile.

    A signal may still be on its way to another thread afterwards. What the system does by default would end the process then, so
    a handler that does nothing stays.
    """
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
        if callable(before):
            signal.signal(signal.SIGVTALRM, before)


@contextmanager
def by_tracing() -> Iterator[Within]:
    """The interpreter looks at the clock at each line of Python, and so slows every call down."""
    until, before = float("inf"), sys.gettrace()

    def look(frame: FrameType, event: str, argument: object) -> Callable:
        if time.process_time() > until:
            raise TooLong
        return look

    def within(seconds: float) -> None:
        nonlocal until
        until = time.process_time() + seconds if seconds > 0 else float("inf")
        sys.settrace(look if seconds > 0 else before)

    try:
        yield within
    finally:
        within(0)
