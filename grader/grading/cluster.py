"""Workers on other machines: a Dask cluster's executor in place of local processes."""

from __future__ import annotations

from concurrent.futures import Executor

from grader.judging.errors import CourseError


def executor(address: str) -> Executor:
    """The executor of the Dask scheduler at `address`, such as tcp://host:8786. CourseError: no Dask, or nobody there."""
    try:
        from distributed import Client
    except ModuleNotFoundError as error:
        raise CourseError('A cluster needs Dask: pip install "neural-networks-course[cluster]"') from error
    try:
        return Client(address, timeout=10, set_as_default=False).get_executor()
    except (OSError, TimeoutError, ValueError) as error:  # ValueError: it is no address
        raise CourseError(f"No Dask scheduler answers at {address}. Start one with: dask scheduler") from error
