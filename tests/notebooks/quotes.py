"""The numbers that a notebook's text quotes, and those that it may quote: printed by a run, typed in the code, or worked out.

A number counts as a quote if it has a decimal point or a percent sign. Numbers of sections and figures do not count, nor does
what stands in code. A quote is true if some number of its part or an earlier one, rounded to as many places, is the same. Signs
are left aside.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import nbformat

LEFT_OUT = re.compile(r"`[^`]*`|^#+ .*$|[Ss]ections? \d+\.\d+|\]\([^)]*\)|\b[Vv]ersion \d[\d.]*", re.MULTILINE)
QUOTE = re.compile(r"(?<![\w.\\])\d[\d,]*\.\d+(?![\d.]*\w)|(?<![\w.])\d+(?= ?\\?%)")
PRINTED = re.compile(r"\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?")


@dataclass
class Part:
    """One part of a notebook: the quotes of its text, and the numbers that a run prints or the code contains there."""

    quotes: list[str] = field(default_factory=list)
    numbers: set[float] = field(default_factory=set)


def parts(run: nbformat.NotebookNode) -> list[Part]:
    """The parts of an executed notebook: each begins with a heading of the first level."""
    found = [Part()]
    for cell in run.cells:
        if cell.cell_type == "markdown":
            if re.search(r"^# ", cell.source, re.MULTILINE):
                found.append(Part())
            found[-1].quotes += quotes(cell.source)
        else:
            found[-1].numbers |= {*printed(cell), *typed(cell.source)}
    return found


def quotes(text: str) -> list[str]:
    """The numbers that a text quotes, as they stand there, without commas."""
    plain = LEFT_OUT.sub(" ", text).replace(r"\,", "").replace("{,}", "").replace(r"\ldots", " ")
    return [number.replace(",", "") for number in QUOTE.findall(plain)]


def printed(cell: nbformat.NotebookNode) -> Iterator[float]:
    """The numbers in what a cell prints."""
    for output in cell.outputs:
        text = output.get("text") or output.get("data", {}).get("text/plain", "")
        for number in PRINTED.findall(text):
            yield float(number.replace(",", ""))


def typed(source: str) -> Iterator[float]:
    """The numbers in a cell's code, those in formatted text included."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            yield abs(float(node.value))


def is_true(quote: str, numbers: set[float]) -> bool:
    """One of the numbers, or a hundred times it for a percentage, is the quoted one after rounding."""
    places = len(quote.partition(".")[2])
    near = 0.5000001 * 10**-places
    candidates = numbers if places else {*numbers, *(100 * number for number in numbers)}
    return any(abs(number - float(quote)) <= near for number in candidates)


def untrue(run: nbformat.NotebookNode, worked_out: dict[str, float]) -> list[tuple[int, str]]:
    """The quotes that nothing up to their part supports, with its number. worked_out: values by their quotes."""
    wrong, numbers = [], set()
    for place, part in enumerate(parts(run)):
        numbers |= part.numbers
        own = {quote: {worked_out[quote]} if quote in worked_out else numbers for quote in part.quotes}
        wrong += [(place, quote) for quote, allowed in own.items() if not is_true(quote, allowed)]
    return wrong
