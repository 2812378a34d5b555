"""A table between two markers of a page: what a measurement writes there, and reads again to compare."""

from __future__ import annotations

from pathlib import Path

from grader.judging.errors import CourseError


def put(page: Path, begin: str, end: str, table: str) -> None:
    """Put the table between the two markers. CourseError: they are not there."""
    before, _, after = _parts(page, begin, end)
    page.write_text(f"{before}{begin}\n{table}\n{end}{after}", encoding="utf-8")


def held(page: Path, begin: str, end: str) -> str:
    """The table between the two markers. CourseError: they are not there."""
    return _parts(page, begin, end)[1].strip()


def _parts(page: Path, begin: str, end: str) -> tuple[str, str, str]:
    """The text before the first marker, between the two, and after the second."""
    text = page.read_text(encoding="utf-8")
    if text.count(begin) != 1 or text.count(end) != 1:
        raise CourseError(f"{page} needs the lines {begin} and {end} once each: the table stands between them.")
    before, rest = text.split(begin)
    return before, *rest.split(end)
