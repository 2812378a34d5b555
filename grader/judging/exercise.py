"""What an exercise is: an id, claims, hints, and a way to draw the inputs it is tried on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from grader.judging.case import Case, Observation
from grader.judging.drawing import Functions, Pictures, Random, Sizes
from grader.judging.values import Leaf, Misfit, Raised, walk


@dataclass(frozen=True)
class Inputs:
    """The inputs of one case, before the reference has been asked. Fields as in `grader.judging.case.Case`."""

    tag: str
    about: str
    args: tuple
    extra: Mapping[str, object] = field(default_factory=dict)
    spare: tuple = ()


@dataclass(frozen=True)
class Outcome:
    """What a function did in one case. names: what the parts of a tuple result are called."""

    case: Case
    seen: Observation
    names: tuple[str, ...] = ()

    @property
    def raised(self) -> Raised | None:
        return self.seen.got if isinstance(self.seen.got, Raised) else None

    def places(self, only: Sequence[str] = ()) -> list[Leaf | Misfit]:
        """Expected and got, place by place; `only` keeps the parts of these names (and misfits of the whole)."""
        return [place for place in self._places if not only or not place.path or place.path.startswith(tuple(only))]

    @cached_property
    def _places(self) -> list[Leaf | Misfit]:
        return list(walk(self.case.expected, self.seen.got, names=self.names))


@dataclass(frozen=True)
class Finding:
    """Why a claim does not hold: a sentence, what was expected, what was got, in which case.

    misconception: its name, where the claim itself recognises one; stopped: the exception, where there was one.
    """

    message: str
    expected: str = ""
    got: str = ""
    about: str = ""
    misconception: str | None = None
    stopped: Raised | None = None


@dataclass(frozen=True)
class Claim:
    """One sentence that is true of a right answer.

    weight: its share of the points; judge: the outcomes of all cases → None where it holds, else a Finding;
    opens: the claim is about values. No other claim counts before values are right: see `grader.judging.judge.opens`;
    tags: of the cases that it asks about, none if it asks about all.
    """

    name: str
    sentence: str
    weight: float
    judge: Callable[[Sequence[Outcome]], Finding | None]
    opens: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exercise:
    """One function that a learner writes.

    draw: (random numbers, reference functions, shrunken pictures, sizes) → inputs: see `grader.judging.drawing`;
    returns: what the parts of a tuple result are called;
    call: how the function is called, for functions that draw random numbers;
    keep: the part of the reference's result that is compared; beside: what else of it goes into `Case.extra`;
    may_write: writing into arguments is a remark, not a loss;
    remark: a sentence about the learner's source text that costs no points, or None;
    answers: functions of utils, "module.name", that would be the answer: in grading they raise.
    """

    id: str
    claims: tuple[Claim, ...]
    hints: tuple[str, ...]
    draw: Callable[[Random, Functions, Pictures, Sizes], Iterable[Inputs]]
    returns: tuple[str, ...] = ()
    call: Callable[..., object] = lambda function, *args: function(*args)
    may_write: bool = False
    keep: Callable[[object], object] = lambda result: result
    beside: Callable[[object], dict[str, object]] = lambda result: {}
    remark: Callable[[str], str | None] = lambda source: None
    answers: tuple[str, ...] = ()

    @property
    def notebook(self) -> str:
        return self.id.split(".")[0]

    @property
    def function(self) -> str:
        return self.id.split(".")[1]

    def score_of(self, holding: Iterable[str]) -> float:
        """The score 0..1 of an answer for which exactly the claims of these names hold."""
        names = set(holding)
        unknown = names - {claim.name for claim in self.claims}
        if unknown:
            raise ValueError(f"{self.id} has no claim called {', '.join(sorted(unknown))}")
        total = sum(claim.weight for claim in self.claims)
        return sum(claim.weight for claim in self.claims if claim.name in names) / total
