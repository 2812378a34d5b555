"""The scoreboard for people: a progress bar, a table, a list of what went wrong, and the table's place in the documents."""

from __future__ import annotations

import json
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from grader.judging.errors import CourseError
from grader.measuring import in_page
from grader.measuring.quality import Board, measure

PAGE = Path("docs", "how-a-check-judges.md")  # of the course's folder
BEGIN, END = "<!-- quality: written by `make quality` -->", "<!-- /quality -->"
PROBLEMS = {
    "missed": "passes, and is wrong",
    "misnamed": "is called otherwise",
    "misscored": "these claims hold, not the declared ones",
    "rejected": "fails, and is right",
    "survivors": "mutant survives",
    "outdated": "recorded as equivalent, and no longer there or no longer equivalent",
}


def measure_with_progress(ids: list[str], workers: int, console: Console) -> list[Board]:
    """`measure`, with a bar on `console` that shows how many exercises are done."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("Measuring the checks", total=len(ids))
        return measure(ids, workers, lambda id: progress.advance(task))


def told(boards: list[Board], as_json: bool) -> str:
    """The boards as JSON, or as the table and the list of what went wrong."""
    if as_json:
        return json.dumps([vars(board) for board in boards], indent=1, ensure_ascii=False)
    return "\n".join([table(boards), *problems(boards)])


def problems(boards: list[Board]) -> list[str]:
    """One line for each answer or mutant that was judged wrongly."""
    return [
        f"{board.id}: {name}: {text}"
        for key, text in PROBLEMS.items()
        for board in boards
        for name in getattr(board, key)
    ]


def write(page: Path, boards: list[Board]) -> None:
    """Put the table between the two markers. CourseError: they are not there."""
    in_page.put(page, BEGIN, END, table(boards))


def compare(page: Path, boards: list[Board]) -> None:
    """CourseError if the table between the markers is another one."""
    if in_page.held(page, BEGIN, END) != table(boards).strip():
        raise CourseError(f"The table in {page.name} differs from what was measured just now: run `make quality`.")


def table(boards: list[Board]) -> str:
    """The scoreboard as Markdown, a row for each notebook."""
    names = list(dict.fromkeys(b.id.split(".")[0] for b in boards))
    groups = [(f"`{name}`", [b for b in boards if b.id.startswith(name + ".")]) for name in names]
    head = "| notebook | misconceptions caught | named | right alternatives accepted | mutants killed | equivalent "
    head += "| unjudged | survive |\n"
    rows = [_row(*group) for group in [*groups, ("**all**", boards)]]
    return head + "|---|---|---|---|---|---|---|---|\n" + "\n".join(rows)


def _row(name: str, boards: list[Board]) -> str:
    wrong, right, changed = (
        sum(getattr(b, key) for b in boards) for key in ("misconceptions", "alternatives", "mutants")
    )
    missed, misnamed, rejected, equivalent, unjudged, survivors = (
        sum(len(getattr(b, key)) for b in boards)
        for key in ("missed", "misnamed", "rejected", "equivalent", "unjudged", "survivors")
    )
    return (
        f"| {name} | {wrong - missed} of {wrong} | {wrong - misnamed} of {wrong} | {right - rejected} of {right} "
        f"| {changed - equivalent - unjudged - survivors} of {changed} | {equivalent} | {unjudged} | {survivors} |"
    )
