"""Sentences about a submission, as few as say it: one for a repair of many cells, one for what holds for several notebooks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

ALIKE = (  # a sentence about one cell, that about several
    (
        re.compile(r"The cell of (`\w+`) had lost its name; it was known by the function it defines\."),
        "The cells of {} had lost their names; they were known by the functions they define.",
    ),
    (
        re.compile(r"The cell of (`\w+`) was no code cell; it was run as code\."),
        "The cells of {} were no code cells; they were run as code.",
    ),
    (re.compile(r"The cell of (`\w+`) is missing\."), "The cells of {} are missing."),
    (re.compile(r"The check (`[\w-]+`) was missing; it was put back\."), "The checks {} were missing; they were put back."),
    (
        re.compile(r"(`\w+`) is written in the cell of another function; it counts there\."),
        "{} are written in cells of other functions; they count there.",
    ),
)


def together(notes: Iterable[str]) -> tuple[str, ...]:
    """Each sentence once, and those that say the same of several cells as one, in the place of the first."""
    groups: dict[str, list[str]] = defaultdict(list)
    order: dict[str, str] = {}  # what stands there in the end → one sentence for which it does
    for note in dict.fromkeys(notes):
        several, name = next(((several, match[1]) for one, several in ALIKE if (match := one.fullmatch(note))), (note, ""))
        groups[several].append(name)
        order.setdefault(several, note)
    return tuple(several.format(_list(groups[several])) if len(groups[several]) > 1 else note for several, note in order.items())


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


def _list(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"
