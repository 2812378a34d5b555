"""One thread for NumPy's products."""

from collections.abc import Iterator
from contextlib import contextmanager

from threadpoolctl import threadpool_limits


@contextmanager
def one_thread() -> Iterator[None]:
    """While it is active, NumPy multiplies matrices in one thread: `with one_thread(): ...`.

    The products of this course are of medium size. On a quiet machine a second thread hardly helps them; as soon as another
    program is busy, the threads wait for each other, and a product can take fifty times as long.
    """
    with threadpool_limits(1, user_api="blas"):
        yield
