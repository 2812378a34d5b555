"""What only a look at several cases shows: wrong by a factor m everywhere, right for single examples only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from grader.judging.exercise import Outcome
from grader.judging.values import Leaf, as_array, close, same


def overall(outcomes: Sequence[Outcome]) -> str:
    """The sentence about several cases; "" where nothing is certain."""
    ordinary, single = ([o for o in outcomes if o.case.tag == tag] for tag in ("ordinary", "single"))
    by_examples = _by_examples([o for o in ordinary if not _is_right(o)])
    if by_examples or not _tells_of_examples(ordinary, single):
        return by_examples
    if all(map(_is_right, single)) and not any(map(_is_right, ordinary)):
        return "It is right for a single example, and wrong for several."
    if all(map(_is_right, ordinary)) and not any(map(_is_right, single)):
        return "It is right for several examples, and wrong for a single one."
    return ""


def _is_right(outcome: Outcome) -> bool:
    return same(outcome.case.expected, outcome.seen.got)


def _tells_of_examples(ordinary: Sequence[Outcome], single: Sequence[Outcome]) -> bool:
    """The cases differ in the number of examples, and chance is excluded: with the label 0, or 1, half of a cost is 0 whatever it
    is, so that a single example counts only together with one of the other label.
    """
    if not single or not all(_examples(outcome) == 1 for outcome in single):
        return False
    lone = [array.item() for outcome in single for array in _arrays(outcome.case.args) if array.size == 1 and array.ndim == 2]
    labels = {number for number in lone if number in (0, 1)}
    return all(_examples(outcome) > 1 for outcome in ordinary) and (not labels or labels == {0, 1})


def _by_examples(outcomes: Sequence[Outcome]) -> str:
    """A sentence if the same part is m times too large or too small in all these cases, two or more."""
    wrong = [[(place, o) for place in o.places() if isinstance(place, Leaf)] for o in outcomes]
    found = [{(p.path, kind) for p, o in places for kind in _kinds(p, o)} for places in wrong]
    common = sorted(set.intersection(*found)) if len(found) > 1 else []
    sentences = {
        "large": "{} is m times too large, m being the number of examples: a sum stands where a mean should.",
        "small": "{} is m times too small, m being the number of examples: it is divided by m once too often.",
    }
    return sentences[common[0][1]].format(common[0][0] or "The result") if common else ""


def _kinds(place: Leaf, outcome: Outcome) -> list[str]:
    """Says "large" or "small", where the factor between got and expected is the number of examples."""
    got, m = as_array(place.got), _examples(outcome)
    if got is None or got.dtype.kind == "c" or m < 2 or not np.any(place.expected):
        return []
    wanted = place.expected.astype(float)
    factors = (("large", m), ("small", 1 / m))
    return [kind for kind, factor in factors if close(wanted * factor, got) and not close(wanted, got)]


def _examples(outcome: Outcome) -> int:
    """m: the number of columns that two or more of the arrays in the arguments share, and most of them; 0 where none do."""
    columns = Counter(array.shape[1] for array in _arrays(outcome.case.args) if array.ndim == 2)
    (m, count), *_ = columns.most_common(1) or [(0, 0)]
    return m if count > 1 else 0


def _arrays(value: object) -> Iterator[np.ndarray]:
    if isinstance(value, np.ndarray):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        yield from _arrays(part)
