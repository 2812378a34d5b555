"""The gate: what a student made is data, and passes here before anything else of ours sees it.

Text becomes text that any page, terminal, file and database takes; a message of the sandbox is read for what it says, whoever
wrote it; a value in it becomes a plain one of bounded size, depth and magnitude. Behind the gate no code has to expect the odd.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from grader.explaining.ideas import IDEAS
from grader.grading.sandbox import messages
from grader.judging import plain
from grader.judging.case import Observation

MARKUP = set('<>"\\')  # in nbgrader's pages a student's name stands between quotation marks, as it is
OUTPUT = 20_000  # characters that a cell prints
ERROR = 4_000  # characters of an exception in a cell


class Forged(ValueError):
    """A message that our side of the sandbox does not send."""


def text(value: object, limit: int = plain.LONGEST) -> str:
    """Text without lone surrogates, without control characters but line ends and tabs, of at most `limit` characters."""
    return plain.text(value, limit)


def name(value: str) -> str:
    """The name of a file or folder as a database can hold it: bytes that are no UTF-8 are written out, so two names stay two."""
    return re.sub("[\udc80-\udcff]", lambda byte: f"\\x{ord(byte[0]) - 0xDC00:02x}", value)


def line(value: object, limit: int = plain.LONGEST_NAME) -> str:
    """Text on one line, for names where they are shown."""
    return " ".join(text(name(str(value)), limit).split())


def code(value: str) -> str:
    """The source of a cell, as a kernel gets it from a browser: half characters are replaced, all else may mean something."""
    return value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def is_harmless_name(name: str) -> bool:
    """A student's name that means nothing to a page or a script that holds it as it is."""
    return line(name) == name and not MARKUP & set(name)


# --- messages of the sandbox ----------------------------------------------------------------------------------------


def message(received: object) -> dict:
    """A message, whatever is in it."""
    if not isinstance(received, dict):
        raise Forged("not a dictionary")
    return received


def place(message: dict, name: str, places: Collection[int]) -> int:
    """The number under `name`. Forged: it is none of these places."""
    if type(message.get(name)) is not int or message[name] not in places:
        raise Forged(f"{name} is none of the places that were asked for")
    return message[name]


def names(message: dict, known: Iterable[str]) -> set[str]:
    """Which of the known functions are defined. Forged: it does not tell."""
    if not isinstance(message.get("defined"), list):
        raise Forged("not a list of names")
    return {name for name in known if name in message["defined"]}


def observation(message: dict, arguments: int) -> Observation:
    """What a call gave. arguments: how many it had. Forged: something is missing, or another argument is said to be changed."""
    changed = message.get("changed")
    if "got" not in message or not isinstance(changed, list) or len(changed) > arguments:
        raise Forged("not an observation")
    if not all(type(position) is int and 0 <= position < arguments for position in changed):
        raise Forged("another argument than there is was changed")
    return Observation(plain.plain(messages.unpack(message["got"])), tuple(changed))


def located(message: dict, lines: int) -> tuple[int, str, bool] | None:
    """Line, kind of edit and whether that mends all, None where nothing was found. Forged: no line of so many, no such kind."""
    found = message.get("located")
    if found is None and "located" in message:
        return None
    if not isinstance(found, list) or [type(part) for part in found] != [int, str, bool]:
        raise Forged("not the place of a line")
    if not 1 <= found[0] <= lines or found[1] not in IDEAS:
        raise Forged("none of the lines or kinds that there are")
    return found[0], found[1], found[2]


def output(message: dict) -> tuple[str, str, dict[str, str] | None, str | None]:
    """What a cell printed on each stream, the error that it raised, the text of its value."""
    error, value = message.get("error"), message.get("value")
    if error is not None:
        told = error if isinstance(error, dict) else {}
        error = {key: text(told.get(key, ""), ERROR) for key in ("kind", "message", "text")}
    value = None if value is None else text(value, OUTPUT)
    return text(message.get("out", ""), OUTPUT), text(message.get("err", ""), OUTPUT), error, value
