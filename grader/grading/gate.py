"""The gate for text: what a student made is shown only after it has passed here."""

from __future__ import annotations

LONGEST = 2_000  # characters of a message
MARKUP = set('<>"\\')  # in nbgrader's pages a student's name stands between quotation marks, as it is

_CONTROLS = {*range(0x20), *range(0x7F, 0xA0)} - {ord("\n"), ord("\t")}
_SURROGATES = range(0xD800, 0xE000)
_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))  # would turn text around
_REPLACED = dict.fromkeys((*_CONTROLS, *_SURROGATES, *_DIRECTIONS, 0x2028, 0x2029), "\ufffd")


def text(value: object, limit: int = LONGEST) -> str:
    """Text that any page, terminal, file or database takes: no lone surrogates, no control characters but line ends and
    tabs, at most `limit` characters.
    """
    shown = str(value)
    if len(shown) > limit:
        shown = shown[: limit - 1] + "…"
    return shown.translate(_REPLACED)


def line(value: object, limit: int = 200) -> str:
    """The same on one line: for names."""
    return " ".join(text(value, limit).split())


def is_harmless_name(name: str) -> bool:
    """A student's name that means nothing to a page or a script that holds it as it is."""
    return line(name) == name and not MARKUP & set(name)
