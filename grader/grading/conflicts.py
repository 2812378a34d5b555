"""The marks that git leaves in a text where two versions of it could not be merged."""

from __future__ import annotations

import io
import re
from itertools import chain

MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: .*)?\s*")


def first_side(text: str) -> str:
    """The text without the marks of merge conflicts and what stands on their other sides.

    Conflicts may lie in one another, and show what both sides began with. Where one has no end, nothing is left out.
    """
    conflicts: list[list[list[str]]] = [[[]]]  # the text, and in it each conflict that is open: its sides, their lines
    for line in io.StringIO(text, newline=""):
        mark = MARK.fullmatch(line)
        kind, inside = mark[1][0] if mark else "", len(conflicts) > 1
        if kind == "<":
            conflicts.append([[]])
        elif kind == ">":
            first = conflicts.pop()[0] if inside else []
            conflicts[-1][-1] += first
        elif kind and inside:
            conflicts[-1].append([])
        else:
            conflicts[-1][-1].append(line)
    while len(conflicts) > 1:
        sides = conflicts.pop()
        conflicts[-1][-1] += chain.from_iterable(sides)
    return "".join(conflicts[0][0])
