"""Predictions: the learner says what will happen before running a cell, and is answered at once. They carry no points."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Prediction:
    """A question asked before a revealing cell.

    id: "<notebook>.<name>"; answer: number, string or bool; within: allowed relative difference of a number (0 = exact);
    reply: what is said after the guess, whatever it was.
    """

    id: str
    question: str
    answer: float | str | bool
    reply: str
    within: float = 0.0

    @property
    def choices(self) -> list[str]:
        """The letters or words that the question offers in quotation marks, if the answer is one of them."""
        offered = re.findall(r'"(\w+)"', self.question)
        return offered if self.answer in offered else []

    def is_met_by(self, value: object) -> bool:
        """True if the guess counts as right. Strings are compared without regard to case and surrounding blanks."""
        if isinstance(self.answer, str):
            return isinstance(value, str) and value.strip().casefold() == self.answer.strip().casefold()
        if isinstance(self.answer, bool) or isinstance(value, bool):
            return value is self.answer
        try:
            number = float(value)
        except (TypeError, ValueError):
            return False
        return abs(number - self.answer) <= self.within * abs(self.answer)
