"""The step whose value is wrong although all that it reads is right: with a right value in its place more claims hold, and
what a right answer computes that value from is there.

Everything is told by values, so the mistake may be of any kind. Where a learner goes another way than any right answer, values
are not known, and nothing is found.
"""

from __future__ import annotations

import ast
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from grader.explaining.answer import Answer
from grader.explaining.right_values import ARGUMENT, RETURN, START, Known, alike, are_alike, known_values
from grader.explaining.steps import Step, recorded
from grader.explaining.trial import UNTOUCHED, Trial
from grader.judging.case import BULKY, Case

NEVER = float("inf")
Needs = Mapping[str, Sequence[Sequence[str]]]  # for each right step the others that it is computed from, in all ways
NONE: Needs = MappingProxyType({})
MOST_TOGETHER = 200  # ways in which the values of one statement are replaced at once


@dataclass(frozen=True)
class WrongStep:
    """A step that is certainly wrong; whether that is all that is wrong; the claims and right parts that it costs."""

    step: Step
    complete: bool
    gained: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Course:
    """What one call gave: the values of each step, when in the call each was given, and when the first that
    is not known to be right; what stood in the names that the return reads; it stopped."""

    case: Case
    known: Known
    values: dict[int, list[object]]
    moments: dict[int, list[int]]
    wrong_from: dict[int, float]
    at_return: dict[str, object]
    stopped: bool
    agreed: dict[tuple[int, float], set[str]] = field(default_factory=dict)

    def is_wrong(self, step: Step) -> bool:
        return step.number in self.wrong_from

    def ran(self, step: Step) -> bool:
        return step.number in self.values

    def agreeing(self, step: Step, moment: float) -> set[str]:
        """The right steps that give what this one has given before that moment; all of it, if nothing went wrong."""
        if (step.number, moment) not in self.agreed:
            self.agreed[step.number, moment] = self._agreeing(step.number, moment)
        return self.agreed[step.number, moment]

    def _agreeing(self, number: int, moment: float) -> set[str]:
        pairs = zip(self.values[number], self.moments[number], strict=True)
        so_far = [value for value, when in pairs if when < moment]
        return {
            key for key, values in self.known.items()
            if so_far and are_alike(so_far, values[: len(so_far)]) and (moment != NEVER or len(so_far) == len(values))
        }  # fmt: skip


class Watch:
    """One answer watched step by step, in the cases of a trial that is running. needs: of the steps of right answers;
    is_over: there is no time left.
    """

    def __init__(self, trial: Trial, answer: Answer, needs: Needs, is_over: Callable[[], bool]) -> None:
        self.answer, self.needs, self.is_over = answer, needs, is_over
        self.trial = trial.among([outcome for outcome in trial.outcomes if outcome.case.tag not in BULKY])
        function, recorder, self.steps = recorded(answer.tree, answer.namespace)
        self.courses: list[Course] = []
        for case in self.trial.cases:
            recorder.begin({})
            outcome = self.trial.call(function, case, self.trial.allowed(case))
            stopped = outcome is None or bool(outcome.raised)
            self.courses.append(course(case, recorder.events, recorder.at_return, stopped))

    @property
    def right_lines(self) -> set[int]:
        """The lines that give what right answers give, wherever they run."""
        judged = {step.statement.lineno: True for step in self.steps if not step.is_return}
        for step in self.steps:
            have_run = any(one.ran(step) for one in self.courses)
            if not have_run or self._raised(step) or any(one.is_wrong(step) for one in self.courses):
                judged[step.statement.lineno] = False
        return {line for line, is_right in judged.items() if is_right}

    def wrong_step(self) -> WrongStep | None:
        """The first step that is certain, None where none is."""
        if not self.trial.fails or self._lacks_a_name:
            return None
        found = [best for group in self._suspects() if not self.is_over() and (best := self._best(group))]
        complete = next((one for one in found if one.complete), None) or self._wrong_return() or self._out_of_place()
        if complete or self.is_over():
            return complete  # what mends a part only is not known to be all that can be found
        return max(found, key=lambda one: len(one.gained), default=None)

    @property
    def _lacks_a_name(self) -> bool:
        """It stops at a name without a value: what is missing is elsewhere."""
        return any(one.raised and one.raised.kind in ("NameError", "UnboundLocalError") for one in self.trial.outcomes)

    def _out_of_place(self) -> WrongStep | None:
        """The only statement that gives what is right elsewhere, and after which all is right if it gives what belongs here."""
        found: list[WrongStep] = []
        for group in self._statements():
            if group[0].guarded or not self._are_right_elsewhere(group):
                continue
            best = self._best(group)
            if self.is_over():
                return None
            found += [best] if best and best.complete else []
        return found[0] if len(found) == 1 else None

    def _are_right_elsewhere(self, group: Sequence[Step]) -> bool:
        """In every call they give what some step of right answers gives."""
        return all(one.ran(step) and not one.is_wrong(step) for step in group for one in self.courses)

    def _best(self, group: Sequence[Step]) -> WrongStep | None:
        best: WrongStep | None = None
        for found in self._replaced(group):
            if found.complete:
                return found
            best = found if best is None or len(found.gained) > len(best.gained) else best
        return best

    def _suspects(self) -> Iterator[list[Step]]:
        """The steps of one statement that give what no right answer has, statement by statement."""
        for group in self._statements():
            wrong = [step for step in group if any(one.is_wrong(step) for one in self.courses)]
            wrong = wrong or (group if self._stopped(group) else [])
            is_certain = not group[0].guarded or not any(self._is_right_once(wrong, one) for one in self.courses)
            if wrong and is_certain:
                yield wrong

    def _statements(self) -> Iterator[list[Step]]:
        """The steps of each statement whose values can be replaced."""
        for _, steps in itertools.groupby(self.steps, key=lambda step: id(step.statement)):
            group = list(steps)
            if not (group[0].is_return or group[0].is_loop or group[0].looped or group[0].magnifies):
                yield group

    def _stopped(self, group: Sequence[Step]) -> bool:
        """It raises, and one value could stand in its place."""
        return len(group) == 1 and self._raised(group[0])

    def _raised(self, step: Step) -> bool:
        return any(self.answer.lines[line - 1].strip() in self.trial.stopped for line in step.lines)

    def _is_right_once(self, group: Sequence[Step], one: Course) -> bool:
        """It runs in this call, and is right: where that is in a branch, the condition may be what is wrong."""
        return any(map(one.ran, group)) and not any(map(one.is_wrong, group))

    def _are_empty(self, names: Iterable[str], one: Course) -> bool:
        """One of these names holds nothing but the empty list or dictionary that it began with."""
        given = ([v for step in self.steps if step.name == name for v in one.values.get(step.number, ())] for name in names)
        return any(len(values) == 1 and isinstance(values[0], list | dict) and not values[0] for values in given)

    def _replaced(self, group: Sequence[Step]) -> Iterator[WrongStep]:
        """Every way of right values in place of what the statement gives, after which more holds."""
        numbers = [step.number for step in group]
        function, recorder, _ = recorded(self.answer.tree, self.answer.namespace, numbers)

        def exactly(*args: object) -> object:
            result = function(*args)
            recorder.refuse_rest()
            return result

        for keys in itertools.islice(itertools.product(*(self._keys(step, group) for step in group)), MOST_TOGETHER):
            if self.is_over():
                return
            instead = {id(one.case): _chosen(one, numbers, keys) for one in self.courses}
            gained, complete = self.trial.gain(exactly, begin=lambda case: recorder.begin(instead[id(case)]))  # noqa: B023
            if gained - {UNTOUCHED, "untouched"}:
                yield WrongStep(group[0], complete, gained)

    def _keys(self, step: Step, group: Sequence[Step]) -> list[str]:
        """The right steps that run as often as this one, wherever it runs, and are computed from what this one could read."""
        rounds = [(one, len(one.values[step.number])) for one in self.courses if one.ran(step) and not one.stopped]
        keys = dict.fromkeys(key for one in self.courses for key in one.known)
        keys = keys.keys() - self._given_elsewhere(group)
        return [key for key in sorted(keys) if all(len(one.known.get(key, ())) == count for one, count in rounds)
                and any(self._is_way(way, step, group) for way in self.needs.get(key, ()))]  # fmt: skip

    def _given_elsewhere(self, group: Sequence[Step]) -> set[str]:
        """What other steps of the answer give: the right value is there, and another name may have to be read."""
        found: set[str] = set()
        for step in (one for one in self.steps if one not in group and not one.is_loop):
            found |= self._agreeing(step)
        return found

    def _agreeing(self, step: Step) -> set[str]:
        """The right steps that give what this one gives, wherever it runs."""
        ran = [one for one in self.courses if one.ran(step)]
        return set.intersection(*(one.agreeing(step, NEVER) for one in ran)) if ran else set()

    def _is_way(self, way: Sequence[str], step: Step, group: Sequence[Step]) -> bool:
        """Before anything went wrong here, all was there that a right answer computes this from; and all that this step reads
        is of that, or, where what it gives is in no right answer, what a right answer computes otherwise.
        """
        is_strict = self._are_right_elsewhere(group)
        return all(self._is_open(way, step, group, one, is_strict) for one in self.courses)

    def _is_open(self, way: Sequence[str], step: Step, group: Sequence[Step], one: Course, is_strict: bool) -> bool:
        moment = min((one.wrong_from.get(each.number, NEVER) for each in group), default=NEVER)
        agreeing = {each.number: one.agreeing(each, moment) for each in self.steps if each not in group and one.ran(each)}
        there = set().union(*agreeing.values())
        if not all(need in there or need.startswith(ARGUMENT) or need not in one.known for need in way):
            return False
        read = [each for each in self.steps if each.name in step.reads and each.number in agreeing]
        if step.is_return:
            return _each_its_own({each.name: agreeing[each.number] & set(way) for each in read})
        return all(
            agreeing[each.number] & set(way)
            or (not is_strict and each.name != step.name and _computed(agreeing[each.number]))
            for each in read
        )

    def _wrong_return(self) -> WrongStep | None:
        """The only return, where a right answer computes it of what is right and there; not where it only hands on parts."""
        returns = [step for step in self.steps if step.is_return]
        if len(returns) != 1 or self.answer.definition.body[-1] is not returns[0].statement:
            return None
        given = [step for step in self.steps if step.name in returns[0].reads]
        if not all(any(one.ran(step) for one in self.courses) and not step.is_part for step in given):
            return None
        is_early = isinstance(returns[0].statement.value, ast.Name) and any(_computed(self._agreeing(step)) for step in given)
        if returns[0].magnifies or (returns[0].only_names and not is_early):
            return None
        if any(outcome.seen.changed for outcome in self.trial.outcomes):
            return None
        if any(self._are_empty(returns[0].reads, one) or not self._is_as_given(given, one) for one in self.courses):
            return None
        is_certain = any(self._is_way(way, returns[0], ()) for way in self.needs.get(RETURN, ()))
        return WrongStep(returns[0], complete=True) if is_certain else None

    def _is_as_given(self, given: Sequence[Step], one: Course) -> bool:
        """What the return reads is what was last given to these names: nothing was written into it meanwhile."""
        for name in {step.name for step in given}:
            last = max(
                (pair for step in given if step.name == name
                 for pair in zip(one.moments.get(step.number, ()), one.values.get(step.number, ()), strict=True)),
                key=lambda pair: pair[0], default=None,
            )  # fmt: skip
            if last and name in one.at_return and not alike(last[1], one.at_return[name]):
                return False
        return True


def course(case: Case, events: Sequence[tuple[int, object]], at_return: Mapping[str, object], stopped: bool) -> Course:
    """How one call went. A step is right as long as its values are those of some right step."""
    known, values, moments, wrong_from = known_values(case), {}, {}, {}
    still: dict[int, list[Sequence[object]]] = {}
    for moment, (number, value) in enumerate(events):
        values.setdefault(number, []).append(value)
        moments.setdefault(number, []).append(moment)
        place = len(values[number]) - 1
        open_ones = still.get(number, list(known.values()))
        still[number] = [one for one in open_ones if len(one) > place and are_alike([value], [one[place]])]
        if not still[number]:
            wrong_from.setdefault(number, moment)
    for number, ones in still.items():
        if ones and not stopped and all(len(one) > len(values[number]) for one in ones):  # a right one would have gone on
            wrong_from[number] = moments[number][-1] + 0.5
    return Course(case, known, values, moments, wrong_from, dict(at_return), stopped)


def _chosen(one: Course, numbers: Sequence[int], keys: Sequence[str]) -> dict[int, Sequence[object]]:
    return {number: one.known[key] for number, key in zip(numbers, keys, strict=True) if key in one.known}


def _computed(keys: Iterable[str]) -> list[str]:
    """Those of right steps that compute something."""
    return [key for key in keys if not key.startswith((ARGUMENT, START))]


def _each_its_own(found: Mapping[str, set[str]]) -> bool:
    """Each name can stand for another one of its keys."""
    names = sorted(found, key=lambda name: len(found[name]))
    return any(len(set(keys)) == len(names) for keys in itertools.product(*(found[name] for name in names))) if names else True
