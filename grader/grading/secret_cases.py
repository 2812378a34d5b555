"""The secret cases that a student is graded on. They are drawn once and kept in a folder beside the gradebook.

They come in another order than the public ones, and no public result is right in any of the ordinary ones.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np

from grader import exercises
from grader.judging import public_cases
from grader.judging.case import Case, CaseSet, Observation, from_json, to_json
from grader.judging.errors import CourseError
from grader.judging.exercise import Exercise, Outcome
from grader.judging.values import same
from grader.learning.files import write_whole
from grader.releasing.draw_cases import draw_cases
from grader.releasing.other_sizes import OtherChoices, OtherSizes

OWN_SIZES = 5  # tries with the exercise's own sizes: enough where results follow from numbers as well
TRIES = 200  # in 100 seeds no exercise took more than 30


@dataclass(frozen=True)
class SecretCases:
    """One of a course's case sets. seed: what it is drawn from; folder: where drawn cases are kept, "" for nowhere."""

    seed: int
    folder: str = ""

    def of(self, id: str) -> CaseSet:
        """The cases of one exercise. What a mistake would give is not asked: the public cases tell."""
        return _of_notebook(self, id.split(".")[0])[id]


@lru_cache(maxsize=512)
def _of_notebook(which: SecretCases, notebook: str) -> Mapping[str, CaseSet]:
    path = Path(which.folder, f"{which.seed}-{notebook}.json") if which.folder else None
    if path and (kept := _kept(path)):
        return kept
    drawn = {exercise.id: draw_secret(exercise, which.seed) for exercise in exercises.of_notebook(notebook)}
    if path:
        with contextlib.suppress(OSError):  # another machine's worker may have no such folder
            body = to_json(drawn)
            write_whole(path, f'{{"sha256": "{_hash(body)}", "cases":\n{body}}}\n')
    return drawn


def _kept(path: Path) -> dict[str, CaseSet] | None:
    """What was drawn before. None: nothing, or the file is damaged; it can be drawn again."""
    try:
        head, _, rest = path.read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return None
    body = rest.removesuffix("}\n")
    return from_json(body) if _hash(body) in head else None


def _hash(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def draw_secret(exercise: Exercise, seed: int) -> CaseSet:
    """The secret cases of one exercise. The same seed gives the same ones anywhere.

    Sizes are the exercise's own, or others where results follow from sizes alone. CourseError: every set that was
    drawn had an ordinary case in which a public result is right.
    """
    public = public_cases.cases(exercise.id).cases
    for tried in range(TRIES):
        own = seed + (tried << 64)  # seeds of sets have 48 bits
        sizes = OtherChoices() if tried < OWN_SIZES else OtherSizes(own)
        drawn = draw_cases(exercise, own, with_misconceptions=False, sizes=sizes)
        if not any(_gives_away(exercise, one, case) for case in drawn.cases if case.tag == "ordinary" for one in public):
            return replace(drawn, cases=_shuffled(drawn.cases, seed))
    raise CourseError(
        f"{exercise.id}: in each of {TRIES} sets of secret cases a public result was right. Let the exercise's draw take "
        "more sizes or numbers from chance."
    )


def _gives_away(exercise: Exercise, public: Case, secret: Case) -> bool:
    """True if the result of a public case is right, as a whole or in a part that counts, in a secret one."""
    if same((public.expected, dict(public.extra)), (secret.expected, dict(secret.extra))):
        return True
    replayed = Outcome(secret, Observation(public.expected), exercise.returns)
    return any(claim.judge([replayed]) is None for claim in exercise.claims if claim.opens)


def _shuffled(cases: tuple[Case, ...], seed: int) -> tuple[Case, ...]:
    """In an order drawn from the seed. An ordinary case is first: what an answer keeps between calls shows in all others."""
    order = np.random.default_rng([seed, len(cases)]).permutation(len(cases))
    first = next(i for i in order if cases[i].tag == "ordinary")
    return tuple(cases[i] for i in (first, *(i for i in order if i != first)))
