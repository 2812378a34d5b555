"""Whether an edited function is better than the answer was: judged on the same cases, the cheap ones first."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from grader.explaining.answer import Answer
from grader.explaining.time_limit import TooLong, stopwatch
from grader.judging.case import CERTAIN, Case, Observation
from grader.judging.exercise import Exercise, Outcome
from grader.judging.judge import holding
from grader.judging.observe import changed, own_draws, quiet, seed, wanted_spares
from grader.judging.plain import Raised, plain
from grader.judging.unfilled import marked
from grader.judging.values import Leaf, same

CALL = 0.05  # seconds that one call may take for a case to be the first to be tried
ALLOWANCE = 0.02  # seconds that an edited function may take, beside ten times as long as the answer
UNTOUCHED = "the arguments"  # beside the parts of a result: they are as they were


class Trial:
    """The yardstick of one search: what was right of the answer, case by case and in all."""

    def __init__(self, exercise: Exercise, outcomes: Sequence[Outcome]) -> None:
        self.exercise = exercise
        self.is_compared = exercise.call is Exercise.call  # with the reference's result, and not by its properties
        self.outcomes = tuple(outcome for outcome in outcomes if outcome.case.tag != CERTAIN)
        self.before = {id(outcome.case): self._right(outcome) for outcome in self.outcomes}
        self.held = self._facts(self.outcomes)
        self._wrong_before = self._wrong_parts(self.outcomes)
        self.runs = not all(outcome.raised for outcome in self.outcomes)
        self.times: dict[int, float] = {}

    @property
    def texts(self) -> tuple[str, ...]:
        """Keys and other short texts of the arguments and of the expected results."""
        return tuple(
            dict.fromkeys(text for o in self.outcomes for v in (o.case.args, o.case.expected) for text in _texts(v))
        )

    @property
    def is_decided(self) -> bool:
        """Only 0 and 1 are expected: of a number that is compared with another, many factors give the same."""
        expected = [place.expected for o in self.outcomes for place in o.places() if isinstance(place, Leaf)]
        return bool(expected) and all(np.all((array == 0) | (array == 1)) for array in expected)

    @property
    def wrong(self) -> set[str]:
        """The parts of the result that are wrong somewhere."""
        return {place.path for outcome in self.outcomes for place in outcome.places()} - self.held

    @property
    def stopped(self) -> set[str]:
        """The lines that an exception came from."""
        return {outcome.raised.line for outcome in self.outcomes if outcome.raised} - {""}

    @contextmanager
    def running(self) -> Iterator[None]:
        """Meanwhile functions can be tried: nothing is printed, and draws go on afterwards as if nothing had been."""
        with own_draws(), quiet(), marked(), stopwatch() as self._within:
            yield

    def is_possible(self, answer: Answer) -> bool:
        """Order the cases by what a call costs. False where the cheapest that fails costs too much."""
        function = answer.function()
        for outcome in self.outcomes:
            start = time.process_time()
            if self.call(function, outcome.case, 1.0) is not None:
                self.times[id(outcome.case)] = time.process_time() - start
        if any(id(outcome.case) not in self.times for outcome in self.outcomes):
            return False
        failing = self._order()
        return bool(failing) and self.times[id(failing[0])] < CALL

    @property
    def fails(self) -> bool:
        """The cheapest case is one that is not right yet."""
        return bool(self.cases) and self._fails(self.cases[0])

    def among(self, outcomes: Sequence[Outcome]) -> Trial:
        """The same trial by some of its cases."""
        part = Trial(self.exercise, outcomes)
        part.times, part._within = self.times, self._within
        part._order()
        return part

    def _order(self) -> list[Case]:
        """The cases by what a call costs, the cheapest that fails first. → those that fail."""
        cases = sorted((one.case for one in self.outcomes), key=lambda case: self.times[id(case)])
        failing = [case for case in cases if self._fails(case)]
        self.cases = failing[:1] + [case for case in cases if not (failing and case is failing[0])]
        return failing

    def _fails(self, case: Case) -> bool:
        outcome = next(outcome for outcome in self.outcomes if outcome.case is case)
        return self._lacks(outcome, self.before[id(case)], ())

    def _lacks(self, outcome: Outcome, right: frozenset[str], beside: tuple[str, ...] = (UNTOUCHED,)) -> bool:
        """Something is not right in this case. beside: what does not matter."""
        if not self.is_compared:
            return len(right) < len(self.exercise.claims)
        return not right >= {UNTOUCHED, *(place.path for place in outcome.places())} - set(beside)

    def allowed(self, case: Case) -> float:
        """Seconds for a call of an edited function."""
        return 10 * self.times[id(case)] + ALLOWANCE

    def gain(
        self, function: Callable, only_all: bool = False, begin: Callable[[Case], object] = lambda case: None
    ) -> tuple[frozenset[str], bool]:
        """The claims that hold now and the parts that are right now, none if one fewer is; and whether all claims hold.

        only_all: less than all is nothing; begin: what is done before the call for a case.
        """
        seen: dict[int, Outcome] = {}
        for number, case in enumerate(self.cases):
            begin(case)
            outcome = self.call(function, case, self.allowed(case))
            if outcome is None:
                return frozenset(), False
            right, before = self._right(outcome), self.before[id(case)]
            if not right >= before or (number == 0 and right == before):
                return frozenset(), False
            if only_all and self.is_compared and self._lacks(outcome, right):
                return frozenset(), False
            seen[id(case)] = outcome
        outcomes = [seen[id(outcome.case)] for outcome in self.outcomes]
        if self.is_compared and self._wrong_parts(outcomes) == self._wrong_before:
            return frozenset(), False
        facts = self._facts(outcomes)
        gained = facts - self.held if facts >= self.held else frozenset()
        return gained, facts >= {claim.name for claim in self.exercise.claims}

    def call(self, function: Callable, case: Case, seconds: float) -> Outcome | None:
        """One call, as `observe` makes it, and faster: most edits come to nothing. None: it takes too long."""
        args = [_copied(value) for value in case.args + wanted_spares(function, case)]
        try:
            self._within(seconds)
            try:
                seed()
                got = plain(self.exercise.call(function, *args))
            except (Exception, SystemExit) as error:
                got = Raised(type(error).__name__)
            finally:
                self._within(0)
        except TooLong:
            return None
        return Outcome(case, Observation(got, changed(case, args)), self.exercise.returns)

    def _right(self, outcome: Outcome) -> frozenset[str]:
        """What is right in one case: parts of the result, or claims where it is not compared with the reference's."""
        if outcome.raised:
            return frozenset()
        if not self.is_compared:
            claims = (claim.name for claim in self.exercise.claims if claim.judge([outcome]) is None)
            return frozenset(claims)
        parts = {place.path for place in outcome.places() if isinstance(place, Leaf) and _is_right(place)}
        return frozenset(parts if outcome.seen.changed else {*parts, UNTOUCHED})

    def _facts(self, outcomes: Sequence[Outcome]) -> frozenset[str]:
        """The claims that hold, and the parts that are right in every case."""
        held = holding(self.exercise, outcomes)
        if not self.is_compared or not outcomes:
            return held
        return held | ({place.path for o in outcomes for place in o.places()} - self._wrong_parts(outcomes))

    @staticmethod
    def _wrong_parts(outcomes: Sequence[Outcome]) -> set[str]:
        """The parts that are wrong somewhere, the arguments among them."""
        wrong = {
            place.path for o in outcomes for place in o.places() if not (isinstance(place, Leaf) and _is_right(place))
        }
        return wrong | {UNTOUCHED} if any(o.seen.changed for o in outcomes) else wrong


def _is_right(place: Leaf) -> bool:
    return same(place.expected, place.got)  # an infinite cost, too


def _copied(value: object) -> object:
    """A deep copy; of plain arguments, arrays and numbers above all, a quick one."""
    if isinstance(value, np.ndarray):
        return value.copy()
    if type(value) in (tuple, list):
        return type(value)(map(_copied, value))
    if type(value) is dict:
        return {key: _copied(item) for key, item in value.items()}
    return value if isinstance(value, int | float | str) else copy.deepcopy(value)


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [*value, *(text for item in value.values() for text in _texts(item))]
    return [text for item in value for text in _texts(item)] if isinstance(value, list | tuple) else []
