"""What is said of wrong answers in many styles: something of each, and a line only where the mistake is."""

import pytest
from styles import RIGHT_AFTER_ALL, wrong_answers

from grader import examine, exercises
from grader.answers.reference import define, load
from grader.measuring.explained import changed_lines

ANSWERS = [one for one in wrong_answers() if one[:2] not in RIGHT_AFTER_ALL]
OTHER_LINE = {  # a line that can be mended as well: both are true
    ("vectorization.flatten_images", "no_transpose-0"),
    ("logistic_regression.predict", "no_sigmoid-9"),
}


@pytest.mark.parametrize(("id", "name", "source", "right"), ANSWERS[::6], ids=lambda value: value if len(value) < 40 else "")
def test_a_wrong_answer_in_any_style_is_told_something_and_no_other_line(id, name, source, right):
    exercise = exercises.find(id)
    report = examine(id, define(exercise.function, source, load(exercise.notebook).namespace, f"<style {name}>"))
    assert not report.passed and report.advice[0]
    if report.located and (id, name) not in OTHER_LINE:
        assert report.located.line in changed_lines(right, source)


def test_the_styles_are_many_and_each_wrong_answer_differs_from_its_right_one():
    assert len(ANSWERS) > 200 and len({one[0] for one in ANSWERS}) > 25
    assert all(source != right for _, _, source, right in ANSWERS)
