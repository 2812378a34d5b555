"""The measurement of the explanations: names are taken away, and a line is right only where the mistake is."""

import pytest

from grader import exercises
from grader.answers import misconceptions
from grader.judging import public_cases
from grader.measuring import explained

NUDGE = "vectorization.nudge_b"
ORIGINAL = "def f(a):\n    b = a + 1\n    c = (b *\n         2)\n    d = 3\n    return c + d\n"


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("b = a + 1", "b = a - 1", {2}),
        ("         2)", "         3)", {3, 4}),
        ("    d = 3\n", "", {4, 5}),
        ("    return c + d", "        return c + d", {6}),
    ],
)
def test_the_lines_of_a_mistake_are_those_of_its_statement_or_the_neighbours_of_a_missing_one(old, new, lines):
    text = ORIGINAL.replace(old, new)
    text = text.replace("    d = 3\n", "    if a:\n") if new.startswith("        return") else text
    assert lines <= explained.changed_lines(ORIGINAL, text)


def test_an_unchanged_line_is_none_of_a_mistake_s_lines():
    assert explained.changed_lines(ORIGINAL, ORIGINAL.replace("a + 1", "a - 1")) == {2}


def test_a_name_that_is_taken_away_is_not_said():
    known = public_cases.cases(NUDGE)
    name = next(iter(known.misconceptions))
    without = explained.without(known, name)
    assert name not in without.misconceptions and not any(name in case.wrong for case in without.cases)
    assert len(without.misconceptions) == len(known.misconceptions) - 1


def test_each_wrong_answer_of_an_exercise_is_measured_once_and_the_table_adds_them_up():
    found = explained.measure([NUDGE], workers=1, every=6)
    assert {one.supply for one in found} == {explained.CATALOGUE, explained.MUTANTS, explained.PAIRS}
    known = {entry.name for entry in misconceptions(exercises.find(NUDGE))}
    assert all(one.named != one.mistake for one in found)
    assert all(one.mistake in known for one in found if one.supply == explained.CATALOGUE)
    complete = [one for one in found if one.complete and one.supply != explained.PAIRS]
    assert sum(one.right is False for one in complete) <= 1  # now and then another line mends it just as well
    catalogue, mutants, _ = explained.table(found).splitlines()[2:]
    assert f"of {sum(one.supply == explained.CATALOGUE for one in found)} (" in catalogue
    assert f"of {sum(one.supply == explained.MUTANTS for one in found)} (" in mutants
    lines = explained.listed(found)
    assert sum("not explained" in line for line in lines) == sum(not one.is_explained for one in found)
    assert sum("another line" in line for line in lines) == sum(one.right is False for one in found)
