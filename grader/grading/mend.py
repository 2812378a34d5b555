"""From a submitted file to its cells, put back where they belong, with a list of the repairs.

What counts is what a student wrote. Cells are known again by their ids, else by the function that they define; what came
with the notebook is taken from the release.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from grader.grading import gate
from grader.grading.conflicts import first_side
from grader.grading.functions import defined
from grader.grading.released import Slot, Template
from grader.grading.said_once import CHECK_MISSING, ELSEWHERE, LOST_NAME, MISSING, NO_CODE, Notes, Repair, together
from grader.learning.cell import in_module_scope, meaning, parsed

LONGEST = 200_000  # characters of one cell that are read
MOST = 2_000  # cells of one notebook that are read
LARGEST = 20 * 2**20  # bytes of a file that is read
TOTAL = 2_000_000  # characters of all cells that are read, and read again for what only IPython understands
JOINED = 10_000  # characters of a cell that may still go on in the next


class Unreadable(Exception):
    """Nothing of the file can be used; the message says why."""


@dataclass(frozen=True)
class Cell:
    """One cell to be graded. slot: the cell of the release that it is, None for one that the student added."""

    source: str
    slot: Slot | None = None
    cell_type: str = "code"

    @property
    def is_own(self) -> bool:
        """The student wrote it: it is no cell of the release, or not what it was."""
        return self.slot is None or self.slot.kind == "solution" or self.source != self.slot.source


@dataclass(frozen=True)
class Mended:
    """The cells of a submission in order, and what was repaired, one sentence each."""

    cells: tuple[Cell, ...]
    notes: tuple[str, ...]


def mend(raw: bytes, template: Template) -> Mended:
    """The cells of a submitted notebook. Unreadable: not even a part of it can be read."""
    notes: Notes = []
    found = [_clean(cell, notes) for cell in cells_of(raw, notes)]
    found = list(_joined(_placed(_affordable(found, template, notes), template, notes), notes))
    found = _without_copies(found, notes)
    return Mended(tuple(_completed(found, template, notes)), together(notes))


# --- from bytes to cells ------------------------------------------------------------------------------------------


def cells_of(raw: bytes, notes: Notes) -> list[dict]:
    """The cells of a notebook file, as dictionaries with cell_type, source and metadata."""
    if not raw.strip():
        raise Unreadable("The file is empty.")
    if len(raw) > LARGEST:
        raise Unreadable(f"The file has {len(raw) / 2**20:.0f} MB; up to {LARGEST // 2**20} MB are read.")
    text = _text(raw, notes)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        data = _resolved(text, notes) or _salvaged(text, notes)
    if isinstance(data, dict) and "worksheets" in data:
        data = _upgraded(data, notes)
    cells = data.get("cells") if isinstance(data, dict) else None
    if not isinstance(cells, list):
        raise Unreadable("The file is JSON, but no notebook: it has no list of cells.")
    kernel = (data.get("metadata") or {}).get("kernelspec") if isinstance(data.get("metadata"), dict) else None
    if isinstance(kernel, dict) and kernel.get("language", "python") != "python":
        notes.append(f"It names the kernel {kernel.get('name')!r}; it was run with Python.")
    return [cell for cell in cells if isinstance(cell, dict)]


def _text(raw: bytes, notes: Notes) -> str:
    encoding = json.detect_encoding(raw)
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        encoding, text = "latin-1", raw.decode("latin-1")
    if encoding != "utf-8":
        notes.append("The file is not plain UTF-8 text; it was read all the same.")
    return text


def _resolved(text: str, notes: Notes) -> object:
    """The data where merge-conflict markers keep it from being JSON: the first side counts. None if that is not all."""
    resolved = first_side(text)
    if resolved == text:
        return None
    try:
        data = json.loads(resolved)
    except (ValueError, RecursionError):
        return None
    notes.append("The file holds the marks of a merge conflict; the first side was taken.")
    return data


def _salvaged(text: str, notes: Notes) -> dict:
    """The complete cells of a file that is cut off or damaged."""
    start = re.search(r'"cells"\s*:\s*\[', text)
    cells, decoder = [], json.JSONDecoder()
    place = start.end() if start else len(text)
    while start and (opening := re.compile(r"[\s,]*(?=\{)").match(text, place)):
        try:
            cell, place = decoder.raw_decode(text, opening.end())
        except (ValueError, RecursionError):
            break
        cells.append(cell)
    if not cells:
        raise Unreadable("The file is not JSON, so it is no notebook.")
    notes.append(f"The file is damaged or cut off; its first {len(cells)} cells could be read.")
    return {"cells": cells}


def _upgraded(data: dict, notes: Notes) -> dict:
    import nbformat  # here and not above: it takes seconds to load, and few notebooks are that old

    try:
        upgraded = nbformat.convert(nbformat.from_dict(data), 4)
    except Exception as error:  # whatever an old notebook's parts raise on the way
        raise Unreadable(f"The notebook has an old format and cannot be converted ({type(error).__name__}).") from error
    notes.append("The notebook has an old format; it was converted.")
    return upgraded


# --- from cells to places -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Raw:
    source: str
    cell_type: str
    id: str  # nbgrader's id, else the cell's own


def _clean(cell: dict, notes: Notes) -> _Raw:
    source = cell.get("source", cell.get("input", ""))
    if isinstance(source, list):
        source = "".join(piece for piece in source if isinstance(piece, str))
    source = source if isinstance(source, str) else ""
    source = gate.code(source)
    if "\r" in source:
        source = source.replace("\r\n", "\n").replace("\r", "\n")
        notes.append("Line ends of another system were replaced.")
    if (resolved := first_side(source)) != source:
        source = resolved
        notes.append("A cell holds the marks of a merge conflict; the first side was taken.")
    if len(source) > LONGEST:
        source = source[:LONGEST]
        notes.append(f"A cell is longer than {LONGEST} characters; the rest was not read.")
    metadata = cell.get("metadata") if isinstance(cell.get("metadata"), dict) else {}
    about = metadata.get("nbgrader") if isinstance(metadata.get("nbgrader"), dict) else {}
    id = about.get("grade_id") or cell.get("id")
    return _Raw(source, str(cell.get("cell_type", "code")), id if isinstance(id, str) else "")


def _effort(raw: _Raw) -> float:
    """How many characters have to be read to understand a cell: IPython reads all again for each of its signs."""
    signs = 0
    if raw.cell_type == "code" and parsed(raw.source) is None:
        signs = sum(map(raw.source.count, "%!?")) + len(re.findall(r"^\s*[,;/]", raw.source, re.MULTILINE))
    return len(raw.source) * (1 + signs / 2)


def _affordable(found: Sequence[_Raw], template: Template, notes: Notes) -> list[_Raw]:
    """The cells that are read: where they are too many or too long, those of the release and their functions come first."""
    ids = {slot.id for slot in template.slots}
    asked = re.compile(rf"^\s*def\s+({'|'.join(map(re.escape, template.functions))})\b", re.MULTILINE)
    matters = [raw.id in ids or bool(template.functions and asked.search(raw.source)) for raw in found]
    order = sorted(range(len(found)), key=lambda i: not matters[i])
    totals = accumulate(_effort(found[i]) for i in order)
    chosen = sorted(i for i, total in list(zip(order, totals, strict=True))[:MOST] if total <= TOTAL)
    if len(chosen) < len(found):
        notes.append(f"It has {len(found)} cells; {len(chosen)} of them were read.")
    return [found[i] for i in chosen]


def _placed(found: Sequence[_Raw], template: Template, notes: Notes) -> Iterator[Cell]:
    """Each cell with its place in the release, by id, else by its text or by the function that it defines."""
    by_id = {slot.id: slot for slot in template.slots}
    by_text = {slot.source.strip(): slot for slot in template.slots if slot.source.strip()}
    written = {slot.id: slot for slot in template.slots if slot.kind == "solution" and slot.cell_type == "code"}
    present = {raw.id for raw in found}
    for raw in found:
        slot = by_id.get(raw.id)
        mine = [name for name in defined(raw.source) if name in written]
        if mine and (slot is None or slot.id not in mine):
            named = written[mine[0]]
            if slot is None and named.id not in present and raw.source.strip() not in by_text:
                notes.append(Repair(LOST_NAME, named.id))
            elif slot is not None and slot.kind in ("solution", "check"):
                notes.append(f"The cell called `{slot.id}` defines `{named.id}`; it was taken for that one.")
            slot = named if slot or named.id not in present else None
        elif slot is None or (slot.kind in ("given", "demo", "text") and raw.source.strip() != slot.source.strip()):
            slot = by_text.get(raw.source.strip(), slot)
        if mine and raw.cell_type != "code":
            notes.append(Repair(NO_CODE, mine[0]))
        if slot and slot.graded and slot.kind != "solution":
            yield Cell(slot.source, slot)
        elif mine or raw.cell_type == "code" == (slot.cell_type if slot else "code"):
            yield Cell(raw.source, slot)
        elif slot and slot.cell_type == "markdown" and raw.cell_type == "markdown":
            yield Cell(raw.source, slot, "markdown")
        else:
            yield Cell(raw.source, None, "markdown")


def _joined(cells: Iterable[Cell], notes: Notes) -> Iterator[Cell]:
    """A function that was split over two cells, in one piece again: a cell that begins indented goes on from the last."""
    last: Cell | None = None
    for cell in cells:
        if last and cell.slot is None and _goes_on(last, cell):
            last = replace(last, source=f"{last.source.rstrip()}\n{cell.source}")
            notes.append("A function was split over two cells; they were joined.")
            continue
        if last:
            yield last
        last = cell
    if last:
        yield last


def _goes_on(last: Cell, cell: Cell) -> bool:
    """It begins indented, and one of the two is nothing without the other: a cell may also be indented as a whole."""
    if last.cell_type != "code" or (last.slot and last.slot.graded) or len(last.source) > JOINED:
        return False
    return bool(re.match(r"(?:[^\S\n]*\n)*[ \t]+\S", cell.source)) and not (_is_whole(cell) and _is_whole(last))


def _is_whole(cell: Cell) -> bool:
    tree = parsed(meaning(cell.source).text)
    if tree is None or any(isinstance(one, ast.Return) for one in in_module_scope(tree.body)):
        return False
    return not (tree.body and _is_only_described(tree.body[-1]))


def _is_only_described(node: ast.stmt) -> bool:
    """A function that has a docstring and nothing else: what it does must stand further down."""
    return isinstance(node, ast.FunctionDef) and all(
        isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant) for one in node.body
    )


def _without_copies(cells: Sequence[Cell], notes: Notes) -> list[Cell]:
    """One cell for each place of the release: of several, those that say the same or nothing are dropped."""
    kept: list[Cell] = []
    for cell in cells:
        first = next((i for i, other in enumerate(kept) if cell.slot and other.slot is cell.slot), None)
        if first is None:
            kept.append(cell)
        elif cell.source == kept[first].source or not cell.is_own or not _is_written(cell):
            if cell.slot.kind == "solution" or cell.slot.graded:
                notes.append(f"There are several cells called `{cell.slot.id}`; one of them counts.")
        elif not _is_written(kept[first]):
            notes.append(f"There are several cells called `{cell.slot.id}`; the one that was filled in counts.")
            kept[first] = cell
        else:
            notes.append(f"There are several cells called `{cell.slot.id}`; all were run, so the last one counts.")
            kept.append(replace(cell, slot=None))
    return kept


def _is_written(cell: Cell) -> bool:
    return cell.slot is None or cell.source.strip() != cell.slot.source.strip()


def _completed(cells: Sequence[Cell], template: Template, notes: Notes) -> list[Cell]:
    """With every cell of the release: what is missing is put back after the cell that it followed."""
    result = list(cells)
    elsewhere = {name for cell in cells if cell.cell_type == "code" for name in defined(cell.source)}
    for place, slot in enumerate(template.slots):
        if any(cell.slot is slot for cell in result):
            continue
        source = slot.source
        if slot.kind == "solution" and slot.id in elsewhere:
            source = f"# `{slot.id}` is written in another cell."
            notes.append(Repair(ELSEWHERE, slot.id))
        elif slot.kind == "solution":
            notes.append(Repair(MISSING, slot.id))
        elif slot.graded:
            notes.append(Repair(CHECK_MISSING, slot.id))
        before = next((i for i, cell in enumerate(result) if place and cell.slot is template.slots[place - 1]), -1)
        result.insert(before + 1, Cell(source, slot, slot.cell_type))
    return result
