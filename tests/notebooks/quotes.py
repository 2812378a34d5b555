"""The numbers that a notebook's text quotes, and those that it may quote: printed by a run, typed in the code, or worked out.

A number counts as a quote if it has a decimal point or a percent sign. Numbers of sections and figures do not count, nor does
what stands in code. A quote is true if some number of its part or an earlier one, rounded to as many places, is the same. Signs
are left aside.
"""

import ast
import math
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

import nbformat
import numpy as np

from utils.neuron import sigmoid

LEFT_OUT = re.compile(r"`[^`]*`|^#+ .*$|\]\([^)]*\)", re.MULTILINE)
SECTION = re.compile(r"^## (\d+\.\d+) ", re.MULTILINE)
QUOTE = re.compile(r"(?<![\w.\\])\d[\d,]*\.\d+(?![\d.]*\w)|(?<![\w.])\d+(?= ?\\?%)")
PRINTED = re.compile(r"\d[\d,]*(?:\.\d+)?(?:e[-+]?\d+)?")

FLATS = np.array([[50, 70, 80, 100, 120, 150], [85, 155, 175, 245, 295, 395]])  # sizes and prices in `vectorization`
FOUR_PICTURES = np.array([[-4, -1, 1, 1.5], [0, 1, 1, 0]])  # features and labels in `logistic_regression`
TWO_ERRORS = math.erf(1.96 / math.sqrt(2))  # the share within 1.96, about two, standard errors


def cost_of_four(weight: float) -> float:
    """The cost of the four pictures, with the bias 3."""
    A = sigmoid(weight * FOUR_PICTURES[0] + 3)
    return -np.mean(np.log(np.where(FOUR_PICTURES[1], A, 1 - A)))


# What the text works out by hand and no cell prints, by notebook: how it is written, and what it is.
WORKED_OUT = {
    "vectorization": {
        "3.1": 3.1,  # a weight that the learner may choose
        "3.8": np.mean(np.abs(3.1 * FLATS[0] - 70 - FLATS[1])),
        "0.9": 0.3 * 3,
        "2.718": math.e,
        "0.99": math.exp(-0.01),
        "0.69": -math.log(0.5),
        "4.61": -math.log(0.01),
        "0.5981": -math.log(1 - sigmoid(-0.2)),
        "3.001": 3 + 0.001,
        "33.006": 3 * (5 + 3.001 * 2),
    },
    "logistic_regression": {
        **{number: float(number) for number in ("0.2", "0.1", "0.3", "0.4")},  # the neuron of the notebook before
        "0.7": 0.7,  # a probability that is supposed
        "1.8": sys.float_info.max / 1e308,
        "95": 100 * TWO_ERRORS,
        "1.000045": 1 + math.exp(-10),
        "0.105": sigmoid(2) * (1 - sigmoid(2)),
        "0.25": sigmoid(0) * (1 - sigmoid(0)),
        "3.6": math.log((1 + math.sqrt(0.9)) / (1 - math.sqrt(0.9))),  # where the slope is a tenth of 0.25
        "2.718": math.e,
        "0.85": min(np.arange(-1, 3, 0.05), key=cost_of_four),
        "0.09": 1 / 11,
        "2.4": 3 - 0.1 * 6,
        "4.8": 2 * 2.4,
        "0.48": 0.1 * 4.8,
        "1.92": 2.4 - 0.48,
        "3.84": 2 * 1.92,
        "0.384": 0.1 * 3.84,
        "1.536": 1.92 - 0.384,
        "0.4502": sigmoid(-0.2),
        "0.01888": 0.1 * 0.1888,
        "0.28": 1 - 0.72,
    },
    "one_hidden_layer": {"0.5": sigmoid(0), "0.99995": sigmoid(10)},
    "deep_network": {
        "0.1": 0.1,  # a guess, for example
        "95": 100 * TWO_ERRORS,
        "0.731": sigmoid(1),
        "0.693": math.log(2),
        "2.5": 2.5,  # million numbers and a little more
        "0.673": -0.4 * math.log(0.4) - 0.6 * math.log(0.6),
        "0.67": -0.4 * math.log(0.4) - 0.6 * math.log(0.6),
        "80": 80,  # an accuracy that is supposed
        "1.8": 100 * math.sqrt(0.8 * 0.2 / 500),
        "0.18": 2 * (1 + 0.8) / (1 - 0.8) / 100,  # the largest rate of momentum 0.8 where the slope is 100 times the place
        "0.99": 0.99,  # a momentum to try
    },
}


@dataclass
class Part:
    """One part of a notebook: the quotes of its text, and the numbers that a run prints or the code contains there."""

    quotes: list[str] = field(default_factory=list)
    numbers: set[float] = field(default_factory=set)


def parts(run: nbformat.NotebookNode) -> list[Part]:
    """The parts of an executed notebook: each begins with a heading of the first level."""
    sections = {number for cell in run.cells for number in SECTION.findall(cell.source)}
    found = [Part()]
    for cell in run.cells:
        if cell.cell_type == "markdown":
            if re.search(r"^# ", cell.source, re.MULTILINE):
                found.append(Part())
            found[-1].quotes += quotes(cell.source, sections)
        else:
            found[-1].numbers |= {*printed(cell), *typed(cell.source)}
    return found


def quotes(text: str, sections: set[str] = frozenset()) -> list[str]:
    """The numbers that a text quotes, as they stand there, without commas. sections: numbers of sections, such as "1.2"."""
    plain = LEFT_OUT.sub(" ", text)
    for number in sections:
        plain = re.sub(rf"\b([Ss]ections?|[Ii]n|of) {re.escape(number)}\b", " ", plain)
    plain = plain.replace(r"\,", "").replace("{,}", "").replace(r"\ldots", " ")
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
        own = {quote: numbers | {worked_out[quote]} if quote in worked_out else numbers for quote in part.quotes}
        wrong += [(place, quote) for quote, allowed in own.items() if not is_true(quote, allowed)]
    return wrong
