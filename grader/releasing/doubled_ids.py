"""An id that two cells of a notebook share ends nbgrader's release half-way: it is refused before anything is touched."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from grader.judging.errors import CourseError
from grader.learning.notebook_file import read


def refuse_doubled_ids(notebooks: Iterable[Path]) -> None:
    """CourseError: cells of one of these notebooks share an nbgrader ID; it says which, and where."""
    found = [sentence for path in sorted(notebooks) for sentence in _doubled(path)]
    if found:
        raise CourseError("\n".join([*found, "Nothing was released. Give each cell an ID of its own (Create Assignment)."]))


def _doubled(path: Path) -> list[str]:
    places: dict[str, list[int]] = defaultdict(list)
    for number, cell in enumerate(read(path), start=1):
        if id := cell["metadata"].get("nbgrader", {}).get("grade_id"):
            places[id].append(number)
    name = "/".join(path.parts[-3:])
    return [f"{name}: the ID {id!r} is in the cells {_listed(numbers)}." for id, numbers in places.items() if len(numbers) > 1]


def _listed(numbers: list[int]) -> str:
    *most, last = map(str, numbers)
    return f"{', '.join(most)} and {last}"
