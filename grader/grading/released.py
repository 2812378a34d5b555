"""The notebook as it was released: its cells in order, and what each of them is for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from grader import exercises
from grader.learning.notebook_file import checked_id
from grader.learning.notebook_file import read as cells_of

HIDDEN = "BEGIN HIDDEN TESTS"  # nbgrader's own mark


@dataclass(frozen=True)
class Slot:
    """One cell of the released notebook.

    kind: "text"; "given" (code that comes with the notebook); "demo" (code that graders skip); "solution" (a student
    writes it); "check" (one of this course's checks); "test" (a grade cell that runs code of its own);
    points: of a check or test; exercise: the id that a check examines; hidden: the whole of a test of which students see
    a part.
    """

    id: str
    kind: str
    cell_type: str
    source: str
    metadata: dict
    points: float = 0.0
    exercise: str = ""
    hidden: str = ""

    @property
    def graded(self) -> bool:
        return self.kind in ("check", "test")


@dataclass(frozen=True)
class Template:
    """A released notebook: name, cells, metadata of the whole."""

    name: str
    slots: tuple[Slot, ...]
    metadata: dict

    @property
    def functions(self) -> tuple[str, ...]:
        """The names of the functions that its checks examine, in order."""
        return tuple(slot.exercise.split(".")[1] for slot in self.slots if slot.exercise)

    @property
    def graded(self) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.graded)


def read(released: Path, points: Mapping[str, float], sources: Mapping[str, str] = MappingProxyType({})) -> Template:
    """The template from a released notebook. points, sources: by grade id, as the gradebook holds them."""
    slots = tuple(_slot(place, cell, points, sources) for place, cell in enumerate(cells_of(released)))
    return Template(released.stem, slots, json.loads(released.read_text(encoding="utf-8"))["metadata"])


def _slot(place: int, cell: dict, points: Mapping[str, float], sources: Mapping[str, str]) -> Slot:
    about = cell["metadata"].get("nbgrader", {})
    id = about.get("grade_id") or cell.get("id") or f"cell-{place}"
    exercise = checked_id(cell) or "" if cell["cell_type"] == "code" else ""
    kind, whole = _kind(cell, about, exercise), sources.get(id, cell["source"])
    if kind == "check" and HIDDEN in whole:
        kind, exercise = "test", ""  # what its author added counts, as nbgrader would have it
    return Slot(
        id=id,
        kind=kind,
        cell_type=cell["cell_type"],
        source=cell["source"],
        metadata=cell["metadata"],
        points=float(points.get(id, about.get("points", 0))),
        exercise=exercise,
        hidden=whole if kind == "test" and whole != cell["source"] else "",
    )


def _kind(cell: dict, about: dict, exercise: str) -> str:
    if about.get("solution"):
        return "solution"  # also where points are given by hand: nothing is run for them
    if about.get("task") or cell["cell_type"] != "code":
        return "text"
    if about.get("grade"):
        return "check" if exercise in exercises.EXERCISES else "test"
    return "demo" if "demo" in cell["metadata"].get("tags", []) else "given"
