"""A stop with what stood in its line, and the words for types and numbers that its sentences are made of."""

from __future__ import annotations

import ast
import re

from grader.judging import looking
from grader.judging.plain import Raised

NONE = "A function that does not return anything gives None."
TYPES = {
    "NoneType": "None", "tuple": "a tuple", "list": "a list", "dict": "a dictionary", "str": "a text", "float": "one number",
    "int": "one number", "numpy.float64": "one number", "numpy.ndarray": "an array", "function": "a function",
    "builtin_function_or_method": "a function", "module": "a module", "type": "a type", "ellipsis": "three dots (...)",
}  # fmt: skip
ADVICE = {"None": f" {NONE}", "a tuple": " A function that returns several values gives a tuple: take its parts.",
          "a function": " Parentheses behind a function call it."}  # fmt: skip


class Stop:
    """A stop with the operands of what stopped: their texts and what stood in them."""

    def __init__(self, raised: Raised, source: str) -> None:
        self.raised, self.message, self.source = raised, raised.message, source
        self.action, operands = looking.tried(parsed(raised.part)) if raised.part and not raised.within else ("", ())
        known = dict(raised.seen)
        self.operands = [(looking.text(operand), known.get(looking.text(operand), "")) for operand in operands]

    @property
    def where(self) -> str:
        """The learner's line, and the function called in it where it stopped there."""
        if not self.raised.line:
            return ""
        inside = f" it stopped inside `{self.raised.within}`" if self.raised.within else ""
        return f"In `{self.raised.line}`{inside}: "

    @property
    def as_it_is(self) -> str:
        """The exception's own words, and what stood in the line."""
        said = f"{self.raised.kind}: {self.message}" if self.message else self.raised.kind
        stopped = "" if self.raised.within else f"{'it' if self.where else 'It'} stopped with "
        return f"{stopped}{said}{'' if said.endswith(('.', '?', '!')) else '.'}{self.here}"

    @property
    def here(self) -> str:
        """What stood in the line, as a sentence of its own."""
        found = [f"`{name}` is {what}" for name, what in self.raised.seen]
        return f" Here {listed(found)}." if found else ""

    def first(self, otherwise: str) -> str:
        """The first operand and what it is."""
        text, what = self.operands[0] if self.operands else ("", "")
        return f"`{text}` is {what or otherwise}" if text else f"{'this' if self.where else 'This'} is {otherwise}"

    def search(self, pattern: str) -> tuple[str, ...]:
        found = re.search(pattern, self.message)
        return found.groups() if found else ()


def parsed(part: str) -> ast.AST:
    """The part of a source that stopped. What is on the left of an assignment stays so."""
    try:
        statement = ast.parse(part).body[0]
    except (SyntaxError, ValueError, IndexError):
        return ast.Pass()
    return statement.value if isinstance(statement, ast.Expr) else statement


def type_of(name: str) -> str:
    """Python's name of a type in words."""
    return TYPES.get(name, f"of type {name}")


def none(what: str) -> str:
    return f" {NONE}" if what == "None" else ""


def listed(parts: list[str]) -> str:
    return f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else "".join(parts)


def shape(what: str) -> tuple[int, ...] | None:
    """The shape that `looking.describe` wrote, None where it wrote something else."""
    return tuple(int(size) for size in re.findall(r"\d+", what)) if re.fullmatch(r"\([\d, ]+\)", what) else None


def counted(number: str, word: str) -> str:
    return f"{'no' if number == '0' else number} {word}{'' if number == '1' else 's'}"
