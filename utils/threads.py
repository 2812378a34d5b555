"""One thread for NumPy's products."""

from threadpoolctl import threadpool_limits


def one_thread() -> None:
    """From now on NumPy multiplies matrices in one thread.

    The products of this course are of medium size. On a quiet machine a second thread hardly helps them; as soon as another
    program is busy, the threads wait for each other, and a product can take fifty times as long.
    """
    threadpool_limits(1, user_api="blas")
