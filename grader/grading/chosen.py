"""Which file is which notebook: by what is in it, not by its name. Where several could be meant, the one with most written."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from grader import exercises
from grader.grading.handed_in import HandedIn
from grader.grading.mend import Unreadable, cells_of
from grader.grading.released import Template
from grader.grading.unpack import is_hidden

COURSE = {PurePosixPath(path).name for path in exercises.NOTEBOOKS}
LISTED = 3  # files that a note names
BOUND = re.compile(r"^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)|^(\w+)[ \t]*=(?!=)", re.MULTILINE)


@dataclass(frozen=True)
class Choice:
    """The file that is graded as one notebook, None if there is none, and what there is to say about that."""

    raw: bytes | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Look:
    """What one file holds. sources: id of a cell or name that it defines → the cells' texts; why: it cannot be read."""

    name: str
    raw: bytes
    sources: dict[str, set[str]]
    why: str = ""

    def fit(self, names: Iterable[str]) -> float:
        """Which share of the names is there."""
        names = set(names)
        return len(names & self.sources.keys()) / max(len(names), 1)

    def is_named(self, name: str) -> bool:
        """The file is called like the notebook, or like a copy of it."""
        return _plain(name) in _plain(PurePosixPath(self.name).name)

    def written(self, template: Template) -> tuple[int, int]:
        """How many of the cells to fill in are not as they were released, and how many characters are in them."""
        new = [self._new(slot.id, slot.source) for slot in template.slots if slot.kind == "solution"]
        return sum(map(bool, new)), sum(new)

    def _new(self, name: str, released: str) -> int:
        texts = {"".join(text.split()) for text in self.sources.get(name, ())} - {"".join(released.split()), ""}
        return sum(map(len, texts))


def choose(found: HandedIn, templates: Sequence[Template]) -> dict[str, Choice]:
    """The file of each notebook. Where one is missing, the notes say what there is in its place."""
    homes: dict[str, list[Look]] = defaultdict(list)
    strays = [*found.notes, *found.others]
    if not (strays or found.notebooks):
        strays = ["The folder is empty."]
    for look in (_look(name, raw) for name, raw in found.notebooks.items()):
        home = _home(look, templates)
        if isinstance(home, Template):
            homes[home.name].append(look)
        else:
            strays.append(home)
    return {
        template.name: _best(homes[template.name], template)
        if homes[template.name]
        else Choice(None, (f"No notebook {template.name}.ipynb was handed in.", *strays))
        for template in templates
    }


def _look(name: str, raw: bytes) -> Look:
    sources: dict[str, set[str]] = defaultdict(set)
    try:
        for cell in cells_of(raw, []):
            text = cell.get("source", cell.get("input", ""))
            text = "".join(filter(lambda piece: isinstance(piece, str), text if isinstance(text, list) else [text]))
            for known in _names(cell, text):
                sources[known].add(text)
    except Unreadable as error:
        return Look(name, raw, {}, str(error))
    return Look(name, raw, dict(sources))


def _names(cell: dict, text: str) -> set[str]:
    """A cell's ids, and what it defines."""
    about = cell.get("metadata")
    about = about.get("nbgrader") if isinstance(about, dict) else None
    ids = [cell.get("id"), about.get("grade_id") if isinstance(about, dict) else None]
    return {id for id in ids if isinstance(id, str)} | {name for pair in BOUND.findall(text) for name in pair if name}


def _home(look: Look, templates: Sequence[Template]) -> Template | str:
    """The notebook that a file is, or a sentence that says why it is none of them."""
    if look.why:
        return f"`{look.name}`: {look.why}"
    fits = [(_fit(look, template), look.is_named(template.name), template) for template in templates]
    fit, _, template = max(fits, key=lambda one: one[:2])
    for notebook in COURSE - {other.name for other in templates}:
        if look.fit(exercise.function for exercise in exercises.of_notebook(notebook)) > max(fit, 0.5):
            return f"`{look.name}` is the notebook {notebook}, which belongs to another assignment."
    return template if fit else f"`{look.name}` holds none of the cells and functions that are asked for."


def _fit(look: Look, template: Template) -> float:
    """A notebook that asks for nothing to be written is known by its name."""
    asked = {slot.id for slot in template.slots if slot.kind == "solution"} | set(template.functions)
    return look.fit(asked) if asked else float(look.is_named(template.name))


def _best(looks: Sequence[Look], template: Template) -> Choice:
    """Of several files that are the same notebook, the one with most written. Checkpoints count where nothing else is there."""
    open_to_see = [look for look in looks if not is_hidden(look.name)] or looks
    exact = {look.name: PurePosixPath(look.name).name == f"{template.name}.ipynb" for look in looks}
    written = {look.name: look.written(template) for look in looks}

    def rank(look: Look) -> tuple:
        cells, characters = written[look.name]
        return -cells, not exact[look.name], look.name.count("/"), -characters, look.name

    best, *rest = sorted(open_to_see, key=rank)
    rest = [look for look in rest if look.raw != best.raw]
    if not rest:
        return Choice(best.raw, () if exact[best.name] else (f"`{best.name}` was taken for {template.name}.ipynb.",))
    counts = {look.name: written[look.name][0] for look in (best, *rest)}
    return Choice(best.raw, (f"`{best.name}` was graded: {_beside(best.name, counts)}.",))


def _beside(best: str, counts: dict[str, int]) -> str:
    """Why the other files were not taken. counts: name → how many cells were filled in."""
    most = counts[best]
    groups = (
        ("{} beside it {is_as_it_was} released", [name for name, count in counts.items() if count == 0 < most]),
        ("less is written in {}", [name for name, count in counts.items() if 0 < count < most]),
        ("no more is written in {}", [name for name, count in counts.items() if count == most and name != best]),
    )
    return "; ".join(sentence.format(_list(names), is_as_it_was=_verb(names)) for sentence, names in groups if names)


def _list(names: Sequence[str]) -> str:
    shown = ", ".join(f"`{name}`" for name in names[:LISTED])
    return f"{shown} and {len(names) - LISTED} more" if len(names) > LISTED else shown


def _verb(names: Sequence[str]) -> str:
    return "is as it was" if len(names) == 1 else "are as they were"


def _plain(name: str) -> str:
    """A name without what systems do to it: case, form of its accents, spaces."""
    return "".join(unicodedata.normalize("NFC", name).casefold().split())
