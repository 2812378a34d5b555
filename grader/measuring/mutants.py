"""Automatic mutants: small changes of a function's source, one at a time, most of which make it wrong."""

from __future__ import annotations

import ast
from dataclasses import dataclass

from grader.explaining.edits import KINDS
from grader.explaining.scope import Edit, scope_of
from grader.explaining.tree import Place, is_docstring, places, replaced


@dataclass(frozen=True)
class Mutant:
    """One changed source. change: what was changed, and in which statement."""

    change: str
    source: str


def mutants(source: str) -> list[Mutant]:
    """Every mutant of a function's source that differs from it and from the others, in the order of the text."""
    tree = ast.parse(source)
    function = tree.body[0]
    if is_docstring(function.body[0]):
        del function.body[0]
    original, scope = ast.unparse(tree), scope_of(function)
    found: dict[str, Mutant] = {}
    for place in list(places(function)):
        line = ast.unparse(place.statement).splitlines()[0]
        for kind in KINDS:
            for edit in kind.breaks(place.node, scope) if kind.breaks and isinstance(place.node, kind.on) else ():
                text = _edited(tree, place, edit)
                if text in (None, original) or text in found or _is_mirrored_draw(edit.what, line):
                    continue
                found[text] = Mutant(f"{edit.what}, in `{line}`", text)
    return list(found.values())


def _is_mirrored_draw(what: str, line: str) -> bool:
    """A constant's sign in front of normal random numbers: minus such a number is as likely as the number itself."""
    return "randn" in line and "→ -" in what


def _edited(tree: ast.Module, place: Place, edit: Edit) -> str | None:
    """The text of the tree after one edit; None where that is no Python."""
    with replaced(place, edit.new):
        try:
            text = ast.unparse(tree)
            compile(text, "<mutant>", "exec")
        except (SyntaxError, ValueError, AttributeError, IndexError):
            return None
    return text
