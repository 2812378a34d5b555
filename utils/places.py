"""Where the course's files are: beside utils (a clone, an unpacked bundle), or where pip puts them."""

from collections.abc import Iterator
from pathlib import Path

SHARE = Path("share", "neural-networks-course")


def places(name: str) -> Iterator[Path]:
    """The places where the course's folder `name` may be, best first. None of them need exist."""
    above = Path(__file__).resolve().parents[1:]
    yield above[0] / name
    for folder in above:
        yield folder / SHARE / name
