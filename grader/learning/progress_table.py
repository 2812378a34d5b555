"""The table of the start page: which exercises pass, which are open, where to continue."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from grader import exercises
from grader.judging.report import BOX, CELL, LINE, PLAIN_CELL, TABLE
from grader.learning.printing import say
from grader.learning.progress import Entry, forget, path, read


@dataclass(frozen=True)
class Chapter:
    """One notebook: its place as <assignment>/<notebook>, its exercises in order, and the results kept for them."""

    path: str
    ids: tuple[str, ...]
    results: dict[str, Entry]

    @property
    def name(self) -> str:
        return self.path.split("/")[1]

    @property
    def passed(self) -> int:
        return sum(bool(entry["passed"]) for entry in self.results.values())

    @property
    def next(self) -> str:
        """The first exercise that does not pass yet, "" if all do."""
        return next((id.split(".")[1] for id in self.ids if not self.results.get(id, {}).get("passed")), "")

    def state(self, id: str) -> str:
        """What is known of an exercise, in words that need no colour."""
        entry = self.results.get(id)
        if entry is None:
            return "· open"
        day = str(entry["when"])[:10]
        return f"✓ passes, {day}" if entry["passed"] else f"✗ {entry['holding']} of {entry['claims']} claims pass, {day}"


@dataclass(frozen=True)
class Progress:
    """How far a learner has come: a table in a notebook, text elsewhere."""

    chapters: tuple[Chapter, ...]

    @property
    def headline(self) -> str:
        passed, total = sum(c.passed for c in self.chapters), sum(len(c.ids) for c in self.chapters)
        return f"{passed} of {total} exercises pass"

    def __str__(self) -> str:
        lines = [self.headline]
        for chapter in self.chapters:
            lines.append(f"  {chapter.name}: {chapter.passed} of {len(chapter.ids)}")
            lines += [f"    {id.split('.')[1]:30} {chapter.state(id)}" for id in chapter.ids]
        lines.append(_COUNTS)
        return "\n".join(lines)

    def _repr_pretty_(self, printer, cycle) -> None:
        printer.text(str(self))

    def _repr_html_(self) -> str:
        """One row for each notebook, and below each, folded, its exercises."""
        details = "".join(map(_details, self.chapters))
        note = f"<p {LINE}>{escape(_WHERE)}</p>"
        return BOX.format(colour="#0072b2", headline=self.headline, advice="", table=self._table() + details, step=note)

    def _table(self) -> str:
        heads = _row("th", ("Notebook", "Pass", "", "Continue with"))
        rows = "".join(_chapter_row(chapter) for chapter in self.chapters)
        return f"<table {TABLE}><thead>{heads}</thead><tbody>{rows}</tbody></table>"


_COUNTS = "Checks count that run in a notebook; those in a terminal are not noted."
_WHERE = f"{_COUNTS} This is kept on your computer only. forget_progress() deletes it."


def _row(tag: str, texts: tuple[str, ...]) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    cells = (f"<{tag}{scope} {CELL}>{text}</{tag}>" if text else f"<td {CELL}></td>" for text in texts)
    return f'<tr style="background:transparent">{"".join(cells)}</tr>'


def _chapter_row(chapter: Chapter) -> str:
    done, total = chapter.passed, len(chapter.ids)
    link = f'<a href="{chapter.path}.ipynb" style="text-decoration:underline">{chapter.name}</a>'
    go_on = f"<code>{chapter.next}</code>" if chapter.next else "done ✓"
    cells = f'<th scope="row" {PLAIN_CELL}>{link}</th>'
    bar = f'<span aria-hidden="true" style="font-family:monospace">{"█" * done}{"░" * (total - done)}</span>'
    cells += "".join(f"<td {CELL}>{text}</td>" for text in (f"{done} of {total}", bar, go_on))
    return f'<tr style="background:transparent">{cells}</tr>'


def _details(chapter: Chapter) -> str:
    rows = "".join(
        f'<tr style="background:transparent"><th scope="row" {PLAIN_CELL}><code>{id.split(".")[1]}</code></th>'
        f"<td {CELL}>{escape(chapter.state(id))}</td></tr>"
        for id in chapter.ids
    )
    head = _row("th", ("Exercise", "Last check"))
    table = f"<table {TABLE}><thead>{head}</thead><tbody>{rows}</tbody></table>"
    return f"<details><summary>{chapter.name}, exercise by exercise</summary>{table}</details>"


def progress() -> Progress:
    """How far you are in each notebook, from the checks you have run on this computer."""
    kept = read()
    return Progress(tuple(_chapter(path, kept) for path in exercises.NOTEBOOKS))


def _chapter(path: str, kept: dict[str, Entry]) -> Chapter:
    ids = tuple(exercise.id for exercise in exercises.of_notebook(path.split("/")[1]))
    return Chapter(path, ids, {id: kept[id] for id in ids if id in kept})


def forget_progress() -> None:
    """Delete what `progress` shows. The notebooks stay as they are."""
    try:
        forget()
    except OSError as error:
        say(f"{path()} could not be deleted ({error.strerror}).")
    else:
        say("Forgotten. Your notebooks have not changed; each check that you run is noted again.")
