"""Answers that were written before the claims about them were read: the right ones pass, the wrong ones do not."""

import inspect

import pytest
from right_answers import RIGHT
from wrong_answers import WRONG

from grader import exercises
from grader.answers.reference import load
from grader.explaining import explain
from grader.judging import public_cases
from grader.judging.observe import observe


def report_on(id, source):
    exercise, cases = exercises.find(id), public_cases.cases(id)
    function = load(exercise.notebook).variant(exercise.function, source)
    seen = [observe(exercise, function, case) for case in cases.cases]
    return explain(exercise, cases, seen, inspect.getsource(function))


def each(answers):
    return [pytest.param(id, source, id=f"{id}-{name}") for id in answers for name, source in answers[id].items()]


@pytest.mark.parametrize(("id", "source"), each(RIGHT))
def test_a_fresh_right_answer_passes(id, source):
    report = report_on(id, source)
    assert report.passed, str(report)


@pytest.mark.parametrize(("id", "source"), each(WRONG))
def test_a_fresh_wrong_answer_loses_points_and_is_told_why(id, source):
    report = report_on(id, source)
    assert not report.passed and report.score < 1
    assert report.advice[0] and "counts as soon as" not in report.advice[0] and "hint(" not in report.advice[0]
