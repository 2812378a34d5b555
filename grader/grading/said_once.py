"""Sentences about a submission, as few as say it: one for a repair of many cells, one for what holds for several notebooks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Alike(NamedTuple):
    """What is said of one cell, and what of several."""

    one: str
    several: str


class Repair(NamedTuple):
    """A sentence about the cell of this name."""

    what: Alike
    name: str


Notes = list[str | Repair]

LOST_NAME = Alike(
    "The cell of {} had lost its name; it was known by the function it defines.",
    "The cells of {} had lost their names; they were known by the functions they define.",
)
NO_CODE = Alike(
    "The cell of {} was no code cell; it was run as code.",
    "The cells of {} were no code cells; they were run as code.",
)
MISSING = Alike("The cell of {} is missing.", "The cells of {} are missing.")
CHECK_MISSING = Alike("The check {} was missing; it was put back.", "The checks {} were missing; they were put back.")
ELSEWHERE = Alike(
    "{} is written in the cell of another function; it counts there.",
    "{} are written in cells of other functions; they count there.",
)


def together(notes: Notes) -> tuple[str, ...]:
    """Each sentence once, and those that say the same of several cells as one, in the place of the first."""
    names: dict[str | Alike, list[str]] = defaultdict(list)
    for note in dict.fromkeys(notes):
        what, name = note if isinstance(note, Repair) else (note, "")
        names[what].append(f"`{name}`")
    return tuple(what if isinstance(what, str) else _said(what, found) for what, found in names.items())


def _said(what: Alike, names: Sequence[str]) -> str:
    return what.one.format(*names) if len(names) == 1 else what.several.format(f"{', '.join(names[:-1])} and {names[-1]}")


def of_notebooks(shared: Sequence[str], notes: Iterable[tuple[str, Sequence[str]]]) -> tuple[str, ...]:
    """All that is said of a submission. shared: of it as a whole; notes: (notebook, sentences); what several notebooks have is
    said once, and of none in particular.
    """
    listed = [(name, dict.fromkeys(sentences)) for name, sentences in notes]
    times = Counter(sentence for _, sentences in listed for sentence in sentences)
    said = [
        sentence if times[sentence] > 1 or sentence in shared else f"{name}: {sentence}"
        for name, sentences in listed
        for sentence in sentences
    ]
    return tuple(dict.fromkeys([*shared, *said]))
