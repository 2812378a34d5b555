"""Every sentence that is said of numbers is true: each is held against an oracle of its own, over mistakes and pairs of mistakes.

The answers are the catalogue's, read without their own names, and mutants of them. A sentence that no oracle knows fails.
"""

import ast
import itertools
import re

import numpy as np
import pytest

from grader import exercises
from grader.answers import misconceptions
from grader.answers.reference import load
from grader.explaining import explain
from grader.explaining.time_limit import TooLong, stopwatch
from grader.judging import public_cases
from grader.judging.observe import observe
from grader.judging.values import Leaf, Misfit
from grader.measuring.explained import without
from grader.measuring.mutants import mutants

NUMBER, SHAPE = r"(-?(?:\d+/)?[\d.]+(?:e[+-]?\d+)?)", r"(\([\d, ]*\))"


def numbers(value):
    return np.squeeze(np.asarray(value, float))


def alike(left, right, relative=2e-3):
    left, right = numbers(left), numbers(right)
    return left.shape == right.shape and np.allclose(left, right, rtol=relative, atol=1e-6)


def factor(text):
    over, _, under = text.partition("/")
    return float(over) / float(under or 1)


def shape(value):
    return np.shape(value)


def wrong_count(want, got):
    left, right = numbers(want).ravel(), numbers(got).ravel()
    return int(np.sum(~np.isclose(left, right, rtol=1e-4, atol=1e-7)))


# What stands behind the name of a part → whether it is true of the numbers (expected, got) and what the sentence itself tells.
OF_A_PART = {
    r"is None: does the function return it\?": lambda want, got: got is None,
    r"has the right size and the wrong sign\.": lambda want, got: alike(want, -numbers(got)) and np.any(want),
    r"is 0\.": lambda want, got: np.size(got) == 1 and not np.any(got) and np.any(want),
    r"is 0 everywhere\.": lambda want, got: np.size(got) > 1 and not np.any(got) and np.any(want),
    r"is transposed: rows and columns are swapped\.": lambda want, got: alike(want, numbers(got).T),
    rf"is transposed: shape {SHAPE} instead of {SHAPE}\.": lambda want, got, mine, right: shape(got)[::-1] == shape(want),
    rf"is right up to a factor: yours is {NUMBER} times the expected one\.":
        lambda want, got, times: alike(factor(times) * numbers(want), got, 1e-2) and not alike(want, got, 1e-5),
    rf"is {NUMBER} times the expected number\.": lambda want, got, times: alike(factor(times) * numbers(want), got, 1e-2),
    r"is `(\w+)`, as it came in\.": lambda want, got, name: np.size(got) > 1 and not alike(want, got, 1e-9),
    r"holds numbers that were never set: .*": lambda want, got: np.any(np.isclose(numbers(got), 7.7e33)),
    r"holds numbers of type \w+, not \w+\.": lambda want, got: np.asarray(got).dtype != np.asarray(want).dtype,
    rf"is off by the same number everywhere, {NUMBER}\.":
        lambda want, got, by: np.allclose(numbers(got) - numbers(want), float(by), rtol=1e-2, atol=1e-5),
    r"has wrong values\.": lambda want, got: wrong_count(want, got) == np.size(want) or wrong_count(want, got) > 0,
    rf"has wrong values: (\d+) of (\d+) numbers, the first at \[.*\], {NUMBER} instead of {NUMBER}\.":
        lambda want, got, wrong, of, mine, right:
            np.size(want) == int(of) and abs(wrong_count(want, got) - int(wrong)) <= 1 + int(of) // 50,
    r"has one axis, .*": lambda want, got: np.ndim(got) == 1 and np.ndim(want) == 2,
    rf"has shape {SHAPE} instead of {SHAPE}(: .*)?\.":
        lambda want, got, mine, right, rest: (str(shape(got)), str(shape(want))) == (mine, right),
    rf"should be one number\. Yours is an array of shape {SHAPE}\.":
        lambda want, got, mine: np.ndim(want) == 0 and str(shape(got)) == mine != "()",
    rf"should be an array of shape {SHAPE}\. Yours is a single number\.":
        lambda want, got, right: np.ndim(got) == 0 and str(shape(want)) == right,
    r"should be one number\. Yours is a (\w+) of (\d+)\.": lambda want, got, kind, count: len(got) == int(count),
    r"should be (-?\d+)\. Yours is .*\.": lambda want, got, right: int(want) == int(right) and not alike(want, got, 1e-9),
    r"holds complex numbers\.": lambda want, got: np.iscomplexobj(got),
    r"holds nan .*": lambda want, got: np.any(np.isnan(numbers(got))),
    r"holds infinity, .*": lambda want, got: np.any(np.isinf(numbers(got))) and not np.any(np.isnan(numbers(got))),
    r"is a (list|tuple), not a NumPy array\.": lambda want, got, kind: type(got).__name__ == kind,
    r"has (\d+) numbers? instead of (\d+)\.":
        lambda want, got, mine, right: len(got) == int(mine) != int(right) == np.size(want),
    r"is .*, not (a number|an array)\.": lambda want, got, kind: not isinstance(got, np.ndarray | float | int),
}  # fmt: skip
OF_AN_EXERCISE = {
    r"A right answer got probability 0, so the cost is infinite, and yours is not: .+": lambda outcomes: any(
        np.isinf(one.case.expected) and not np.isposinf(one.seen.got) for one in outcomes if one.case.tag == "sure"
    ),
    r'There is no "W0": .*': lambda outcomes: any("W0" in str(outcome.seen.got) for outcome in outcomes),
    r"There is no \w+ to compare with the slope of .*": lambda outcomes: any(
        isinstance(place, Misfit) or place.got is None for one in outcomes for place in one.places()
    ),
    r"There are caches of earlier calls in the list\.":
        lambda outcomes: any(len(outcome.seen.got[1]) > len(outcome.case.expected[1]) for outcome in outcomes),
}  # fmt: skip
CONTAINERS = (r'The key "(.*?)" is missing\. Yours: .*', r"(.*) should be .*\. Yours: .*")
TOLD_OTHERWISE = (r"The function wrote into `", r".* is not the slope of ", r"It stopped", r"In `")
OVERALL = {
    r"(.*) is m times too (large|small), m being the number of examples: .*":
        lambda outcomes, part, way: _times(outcomes, part, way),
    r"It is right for a single example, and wrong for several\.": lambda outcomes: _only(outcomes, "single", "ordinary"),
    r"It is right for several examples, and wrong for a single one\.": lambda outcomes: _only(outcomes, "ordinary", "single"),
}  # fmt: skip


def _leaves(outcome, part):
    name = "" if part == "The result" else part
    return [place for place in outcome.places() if isinstance(place, Leaf) and place.path == name]


def _times(outcomes, part, way):
    """In every ordinary case in which anything is wrong the part is wrong by one and the same size of its arguments."""
    found = []
    for outcome in (one for one in outcomes if one.case.tag == "ordinary"):
        sizes = {size for array in _arrays(outcome.case.args) for size in array.shape if size > 1}
        for place in _leaves(outcome, part):
            if not alike(place.expected, place.got, 1e-4):
                found.append(any(alike(place.expected * (m if way == "large" else 1 / m), place.got) for m in sizes))
    return len(found) > 1 and all(found)


def _arrays(value):
    if isinstance(value, np.ndarray):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else ():
        yield from _arrays(item)


def _only(outcomes, right, wrong):
    def is_right(outcome):
        return not outcome.raised and all(isinstance(p, Leaf) and alike(p.expected, p.got, 1e-3) for p in outcome.places())

    tagged = {tag: [is_right(outcome) for outcome in outcomes if outcome.case.tag == tag] for tag in (right, wrong)}
    return all(tagged[right]) and not any(tagged[wrong])


def false_sentences(exercise, outcomes, report):
    """What is said and is not true, or is a sentence that nobody here knows."""
    said = [(claim.message, claim.about) for claim in report.claims if not (claim.passed or claim.waits) and claim.message]
    own = {finding.message for claim in exercise.claims if (finding := claim.judge(outcomes))}
    for sentence, about in said:
        if any(re.match(one, sentence) for one in TOLD_OTHERWISE):
            continue
        if any(re.fullmatch(one, sentence) for one in CONTAINERS):
            yield from () if _misfits(outcomes, about) else [sentence]
        elif own_oracle := next((true for one, true in OF_AN_EXERCISE.items() if re.fullmatch(one, sentence)), None):
            yield from () if own_oracle(outcomes) else [sentence]
        elif (verdict := _of_a_part(sentence, [one for one in outcomes if one.case.about == about])) is not None:
            yield from () if verdict else [sentence]
        elif sentence not in own or exercise.call is type(exercise).call:
            yield f"unknown: {sentence}"  # claims of draws and of trainings have sentences and tests of their own
    for pattern, is_true in OVERALL.items():
        if (found := re.fullmatch(pattern, report.summary)) and not is_true(outcomes, *found.groups()):
            yield report.summary
    yield from _other_names(exercise, outcomes, report)


def _other_names(exercise, outcomes, report):
    """A name of one mistake is true only of a result of the kind that this mistake gives: a stop, a tuple, an array."""
    if not report.misconception or "Two things are wrong" in report.explanation or exercise.call is not type(exercise).call:
        return
    pairs = [(outcome.seen.got, outcome.case.wrong.get(report.misconception)) for outcome in outcomes]
    kept = [(got, known.got) for got, known in pairs if known]
    if any(type(got) is not type(known) for got, known in kept):
        yield f"named {report.misconception}"


def _of_a_part(sentence, outcomes):
    """True, False; None where no oracle knows the sentence."""
    for pattern, is_true in OF_A_PART.items():
        for place in (place for one in outcomes for place in one.places() if isinstance(place, Leaf)):
            name = place.path or "The result"
            found = re.fullmatch(f"{re.escape(name)} {pattern}", sentence)
            if found:
                try:
                    verdict = bool(is_true(place.expected, place.got, *found.groups()))
                except (TypeError, ValueError):
                    verdict = False
                if verdict or len(outcomes) == 1:
                    return verdict
                break
    return None


def _misfits(outcomes, about):
    return any(not isinstance(place, Leaf) for one in outcomes if one.case.about == about for place in one.places())


def supply(exercise, reference):
    """Wrong answers with the name that must not be known: the catalogue's, and mutants of some of them."""
    entries = misconceptions(exercise)
    for entry in entries:
        yield entry.name, entry.text(reference, exercise.function)
    for entry in entries[::6]:
        text = entry.text(reference, exercise.function)
        if len(ast.parse(text).body) == 1:
            yield from ((entry.name, one.source) for one in itertools.islice(mutants(text), 3, None, 23))


@pytest.mark.parametrize("id", list(exercises.EXERCISES))
def test_no_sentence_about_numbers_is_false(id):
    exercise, reference, cases = exercises.find(id), load(exercises.find(id).notebook), public_cases.cases(id)
    wrong, told = [], 0
    for name, text in supply(exercise, reference):
        function, known = reference.variant(exercise.function, text, name), without(cases, name)
        try:
            with stopwatch() as within, np.errstate(all="ignore"):
                within(5)
                outcomes = [observe(exercise, function, case) for case in known.cases]
                report = explain(exercise, known, outcomes, text)
                wrong += [f"{name}: {one}" for one in false_sentences(exercise, outcomes, report)]
                told += 1
        except TooLong:
            continue
    assert not wrong and told
