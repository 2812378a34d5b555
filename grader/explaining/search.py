"""The learner's line: the place of a small edit of their own function after which more claims hold, and none fewer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from grader.explaining import symptoms
from grader.explaining.answer import Answer, read
from grader.explaining.candidates import Candidate, candidates
from grader.explaining.edits import VALUE, Kind
from grader.explaining.evidence import UNLIKELY, nearness
from grader.explaining.right_step import NONE, Needs, Watch, WrongStep
from grader.explaining.scope import scope_of
from grader.explaining.trial import Trial
from grader.judging.exercise import Exercise, Outcome
from grader.judging.report import Located

LIKELY = 1.6  # the rank up to which an edit may be shown that mends a part only
FOR_AN_IDEA = 0.3  # of its time a search may take to tell the kind of edit, where the line is certain already
TO_BE_SURE = 0.4  # of its time it may take longer to rule out other lines, where one is found
SCALING = "factor-m"  # the kind of edit that mends decisions by chance
MARGIN = 0.4  # between the costs of two repairs of which the second is still nearly as likely


@dataclass(frozen=True)
class Limits:
    """How long a search may take: seconds of computing, by which clock, and edits that are tried. Once an edit mends everything,
    there is TO_BE_SURE of the seconds more.

    patience: however busy the machine is, so many times as many seconds on the wall are the end.
    """

    seconds: float = 0.9
    patience: float = 2.5
    tries: int = 10_000
    clock: Callable[[], float] = time.process_time


@dataclass(frozen=True)
class Repair:
    """An edit after which more holds: the claims and right parts that it gains, and whether that is all."""

    candidate: Candidate
    gained: frozenset[str]
    complete: bool


class Search:
    """The search for the line of one failing answer. tried: how many edits were, in the end."""

    def __init__(
        self, exercise: Exercise, answer: Answer, outcomes: Sequence[Outcome], limits: Limits, needs: Needs = NONE
    ) -> None:
        self.answer, self.trial, self.limits, self.needs = answer, Trial(exercise, outcomes), limits, needs
        self.read = answer.parameters_read
        self.tried = 0
        self.is_cut_short = False  # time was over before all repairs were seen that are nearly as likely as the first

    def located(self) -> Located | None:
        """The line, if one edit mends everything; or one of several mistakes, if one line alone is certain."""
        self.until = self.limits.clock() + self.limits.seconds
        self.end = time.monotonic() + self.limits.patience * self.limits.seconds
        with self.trial.running():
            if not self.trial.is_possible(self.answer):
                return None
            watch = Watch(self.trial, self.answer, self.needs, self._is_late)
            wrong = watch.wrong_step()
            if wrong:
                self.until = min(self.until, self.limits.clock() + FOR_AN_IDEA * self.limits.seconds)
                return self._in_step(wrong, self._repairs(set(), set(wrong.step.lines)))
            return self._by_edits(self._repairs(watch.right_lines))

    def _in_step(self, wrong: WrongStep, repairs: list[Repair]) -> Located:
        """The line of a step that is certain; what kind of edit mends it, where one does."""
        mending = [repair for repair in repairs if repair.complete or (not wrong.complete and repair.gained >= wrong.gained)]
        best = min(mending, key=lambda repair: repair.candidate.cost, default=None)
        line = best.candidate.line if best else wrong.step.statement.lineno
        return self._told(line, best.candidate.kind if best else VALUE, wrong.complete)

    def _by_edits(self, repairs: list[Repair]) -> Located | None:
        complete = [repair for repair in repairs if repair.complete]
        best = _nearest(complete) if complete else _only_line(repairs)
        if best is None or self.is_cut_short:
            return None
        is_only = best.complete and len(best.candidate.lines) == 1
        return self._told(best.candidate.line, best.candidate.kind, is_only)

    def _told(self, line: int, kind: Kind, complete: bool) -> Located:
        return Located(line, self.answer.lines[line - 1].strip(), kind.name, kind.idea, complete)

    def _is_late(self) -> bool:
        return self.tried >= self.limits.tries or self.limits.clock() > self.until or time.monotonic() > self.end

    def _repairs(self, right_lines: set[int], only: set[int] | None = None) -> list[Repair]:
        """What is found within the limits; after a complete repair only what is nearly as likely. only: lines to look at."""
        found: list[Repair] = []
        complete: Repair | None = None
        for candidate in self._candidates(right_lines):
            if complete and candidate.cost > complete.candidate.cost + MARGIN:
                break
            if self._is_late():
                self.is_cut_short = complete is not None
                break
            if only and not only.issuperset(candidate.lines):
                continue
            if complete and candidate.lines == complete.candidate.lines:
                continue  # whether another line is as likely is all that is still open
            self.tried += 1
            repair = self._repair(candidate, only_all=complete is not None)
            found += [repair] if repair else []
            if repair and repair.complete and not complete:
                complete = repair
                self.until += TO_BE_SURE * self.limits.seconds
        return found

    def _candidates(self, right_lines: set[int]) -> Iterator[Candidate]:
        function, trial = self.answer.definition, self.trial
        stopped = {number for number, text in enumerate(self.answer.lines, 1) if text.strip() in trial.stopped}
        near = nearness(function, trial.wrong, trial.held, stopped)
        near |= {line: max(near.get(line, UNLIKELY), UNLIKELY) for line in right_lines}
        scope = scope_of(function, trial.texts, self.answer.signatures)
        found = candidates(function, scope, near, symptoms.likely(trial.outcomes))
        by_chance = {SCALING} if trial.is_decided else set()
        return (one for one in found if one.kind.name not in by_chance)

    def _repair(self, candidate: Candidate, only_all: bool) -> Repair | None:
        with candidate.applied():
            try:
                function = self.answer.function()
            except (SyntaxError, ValueError, TypeError, NameError, AttributeError, RecursionError):
                return None
            may_be_partial = self.trial.runs and candidate.kind.rank <= LIKELY and not only_all
            gained, complete = self.trial.gain(function, only_all=not may_be_partial)
            if gained and not self.answer.parameters_read >= self.read:
                return None  # what no longer depends on an argument is right by chance
        # Of a function that stops, or after an edit that seldom mends anything, less than all is right by chance.
        is_certain = complete or may_be_partial
        by_chance = gained == {"untouched"} and candidate.kind.name != "copy"  # any new array would do
        return Repair(candidate, gained, complete) if gained and is_certain and not by_chance else None


def _nearest(repairs: Sequence[Repair]) -> Repair | None:
    """The best one; None where one that is nearly as likely is in another line."""
    best = min(repairs, key=lambda repair: repair.candidate.cost)
    return best if _alone([one for one in repairs if one.candidate.cost <= best.candidate.cost + MARGIN]) else None


def _only_line(repairs: Sequence[Repair]) -> Repair | None:
    """The repair that gains most, if all that gain the same are in one line."""
    for gained in sorted({repair.gained for repair in repairs}, key=len, reverse=True):
        found = _alone([repair for repair in repairs if repair.gained == gained])
        if found:
            return found
    return None


def _alone(repairs: Sequence[Repair]) -> Repair | None:
    return repairs[0] if len({repair.candidate.line for repair in repairs}) == 1 else None


def locate(
    exercise: Exercise, function: object, outcomes: Sequence[Outcome], limits: Limits = Limits(), needs: Needs = NONE
) -> Located | None:
    """Where the mistake of a failing answer is, None where that is not certain. outcomes: what was observed of it;
    needs: of the steps of right answers, as a set of cases has them.
    """
    answer = read(function)
    if answer is None:
        return None
    return Search(exercise, answer, outcomes, limits, needs).located()
