"""Moments: what somebody types for a due date or finds in a timestamp.txt, and the moment in UTC that it means.

nbgrader's own reading takes a zone that it does not know for UTC, "+0200" for 200 seconds, and "11:59 PM" for the morning.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from types import TracebackType
from zoneinfo import ZoneInfo

from dateutil import parser

from grader.judging.errors import CourseError

FORMS = '"2026-10-15 23:59 +0200", "2026-10-15 23:59 Europe/Berlin" or "2026-10-15 23:59 UTC"'
NAMED = re.compile(r"(?P<moment>.*\d.*?)\s+(?P<zone>[A-Za-z_]+(?:/[A-Za-z_+-]+)+)\s*")
DAY_OR_MONTH = re.compile(r"(?<![\d.:/-])(\d\d?)[./-](\d\d?)[./-]\d{2,4}(?!\d)")
TIME_OF_DAY = re.compile(r"\d:\d|\dT\d|\d *[AaPp]\.?[Mm]|\d{6,8} \d{4}")
BOTH_WAYS = re.compile(r"[A-Z]{3,}[+-]\d+")


class NoMoment(CourseError, ValueError):
    """A text that tells no moment, or not for certain which."""


def utc(text: str | datetime | None) -> datetime | None:
    """The moment in UTC, without a zone as nbgrader keeps it. A text without a zone is UTC.

    NoMoment: it is no date and time, or its zone is not known; the message says how to write it.
    """
    if text is None or isinstance(text, datetime):
        moment = text
    elif named := NAMED.fullmatch(text):
        moment = _read(named["moment"]).replace(tzinfo=_zone(named["zone"]))
    else:
        moment = _read(text)
    try:
        return moment.astimezone(UTC).replace(tzinfo=None) if moment and moment.tzinfo else moment
    except OverflowError as error:  # in UTC it is before the year 1 or after 9999
        raise NoMoment(f"{str(moment)!r} is beyond the calendar. Write the time as {FORMS}.") from error


def _read(text: str) -> datetime:
    if (day := DAY_OR_MONTH.search(text)) and day[1] != day[2] and max(int(day[1]), int(day[2])) <= 12:
        raise NoMoment(f"{day[0]!r} can begin with the day or with the month. Write the time as {FORMS}.")
    if not TIME_OF_DAY.search(text):
        raise NoMoment(f"{text!r} has no time of day. Write the time as {FORMS}.")
    if both := BOTH_WAYS.search(text):  # to people it is east of Greenwich, to POSIX west
        raise NoMoment(f"The time zone {both[0]!r} is not known for certain. Write the time as {FORMS}.")
    try:
        return parser.parse(text, tzinfos=_zone)
    except CourseError:
        raise
    except Exception as error:  # whatever a parser of dates makes of any text
        raise NoMoment(f"{text!r} is no date and time. Write it as {FORMS}.") from error


def _zone(name: str | None, offset: int | None = None) -> tzinfo:
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    try:
        return ZoneInfo("UTC" if name in ("Z", "z", None) else name)
    except Exception as error:  # no such key, or no name of a file
        raise NoMoment(f"The time zone {name!r} is not known. Write the time as {FORMS}.") from error


def guard() -> None:
    """Let nbgrader read moments as `utc` does, in all its commands and buttons. Called by nbgrader_config.py."""
    from nbgrader import utils

    theirs = utils.parse_utc
    if theirs is utc:  # nbgrader_config.py runs several times in JupyterLab
        return
    for module in list(sys.modules.values()):
        if getattr(module, "__dict__", {}).get("parse_utc") is theirs:
            module.parse_utc = utc
    sys.excepthook = _told_plainly(sys.excepthook)


def _told_plainly(otherwise: Callable) -> Callable:
    """What nbgrader's commands show of an expected error: one sentence. otherwise: what shows any other."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, CourseError):
            print(f"Error: {error}", file=sys.stderr)
        else:
            otherwise(kind, error, trace)

    return show
