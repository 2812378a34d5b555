"""Moodle's grading worksheet, a table for each assignment: who has which number in a download, when they handed in, and where
grades go back.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from grader.grading.downloads import Download
from grader.grading.roster import Roster
from grader.judging.errors import CourseError
from grader.releasing import moments

NUMBER = re.compile(r"(\d+)\s*$")  # of "Participant 12345", in any language
NAMED = (("id", "id number"), ("number", "id number"), ("email", "email address"), ("name", "full name"))
ROUNDED = 2  # decimals
TOLERANCE = 1e-6


@dataclass(frozen=True)
class Worksheet:
    """head: its columns as Moodle calls them; rows: a dictionary by column in lower case."""

    path: Path
    head: tuple[str, ...]
    rows: tuple[dict[str, str], ...]

    def by_participant(self) -> dict[str, dict[str, str]]:
        return {match[1]: row for row in self.rows if (match := NUMBER.search(row["identifier"]))}


def read(path: Path) -> Worksheet:
    """CourseError: it is no grading worksheet in English."""
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            head, *rows = [*csv.reader(file)] or [[]]
    except (OSError, ValueError, csv.Error) as error:  # ValueError: it is no text
        raise CourseError(f"{path} cannot be read as a table ({error}).") from None
    lower = [name.strip().lower() for name in head]
    if lacking := {"identifier", "grade"} - set(lower):
        raise CourseError(
            f"{path} has no column {' and no column '.join(sorted(lacking))}: in Moodle, set your language to English, then "
            "View all submissions, Download grading worksheet."
        )
    return Worksheet(path, tuple(head), tuple(dict(zip(lower, row, strict=False)) for row in rows if any(row)))


def names(row: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What may tell whose row it is, the surest first."""
    return tuple((kind, row[column].strip()) for kind, column in NAMED if row.get(column, "").strip())


def told(download: Download, sheet: Worksheet, zone: tzinfo) -> Download:
    """The download with names and times from the worksheet. zone: of its times.

    CourseError: its numbers are of another assignment.
    """
    rows = sheet.by_participant()
    attempts, notes, known = [], list(download.notes), 0
    for attempt in download.attempts:
        row = rows.get(next((form for kind, form in attempt.names if kind == "participant"), ""))
        if row is None:
            attempts.append(attempt)
            continue
        known += 1
        time, problem = _moment(row.get("last modified (submission)", ""), zone)
        notes += [f"{attempt.shown}: {problem}"] if problem else []
        attempts.append(replace(attempt, names=names(row) or attempt.names, time=time))
    if not known:
        raise CourseError(f"{sheet.path} is the worksheet of another assignment: none of its numbers is in the download.")
    return replace(download, attempts=attempts, notes=notes)


def _moment(said: str, zone: tzinfo) -> tuple[datetime | None, str]:
    """A time as Moodle writes it, `Wednesday, 14 October 2026, 9:05 PM`, and what is wrong with it."""
    if said.strip() in ("", "-"):
        return None, ""
    try:
        return moments.utc(f"{said} {zone}").replace(tzinfo=UTC), ""
    except moments.NoMoment:
        return None, f"the worksheet's time {said!r} was not understood; it counts as in time"


def fill(sheet: Worksheet, roster: Roster, totals: Mapping[str, float | None], possible: float, target: Path) -> list[str]:
    """Write the worksheet with the totals as grades, for Moodle's *Upload grading worksheet*. → what did not fit.

    A total that is None, or not there, leaves the grade as it is. CourseError: Moodle's maximum is not what is possible.
    """
    left, notes = dict(totals), []
    for row in sheet.rows:
        _check_maximum(row, possible, sheet.path)
        match = roster.match(names(row))
        if not match.students and (shown := dict(names(row)).get("name", row["identifier"])):
            notes.append(f"{shown}: {match.how}")
        total = left.pop(match.students[0], None) if match.students else None
        if total is not None:
            row["grade"] = f"{round(total, ROUNDED):g}"
    notes += [f"{student}: not in the worksheet" for student in left]
    with target.open("w", newline="", encoding="utf-8-sig") as file:
        writer = csv.writer(file)
        writer.writerow(sheet.head)
        writer.writerows([row.get(name.strip().lower(), "") for name in sheet.head] for row in sheet.rows)
    return notes


def _check_maximum(row: Mapping[str, str], possible: float, path: Path) -> None:
    maximum = row.get("maximum grade", "").strip().replace(",", ".")
    try:
        differs = bool(maximum) and abs(float(maximum) - possible) > TOLERANCE
    except ValueError:
        raise CourseError(f"{path}: the assignment has no points in Moodle: set its grade to {possible:g} points.") from None
    if differs:
        raise CourseError(f"{path}: Moodle's maximum is {maximum}, here {possible:g} points are possible. Set it in Moodle.")
