"""What is said of wrong answers as typed in class: each is told something, and a line only where the mistake is."""

import pytest
from classroom import CLASSROOM, mistaken_lines, source_of

from grader import examine, exercises
from grader.answers.reference import define, load

ANSWERS = [(id, name, marked) for id, answers in CLASSROOM.items() for name, marked in answers.items()]
OTHER_LINE = {("vectorization.computation_graph", "added-up-twice")}  # a line that can be mended as well


@pytest.mark.parametrize(("id", "name", "marked"), ANSWERS[::4], ids=[f"{id}-{name}" for id, name, _ in ANSWERS[::4]])
def test_an_answer_typed_in_class_is_told_something_and_no_other_line(id, name, marked):
    exercise = exercises.find(id)
    report = examine(id, define(exercise.function, source_of(marked), load(exercise.notebook).namespace, f"<class {name}>"))
    assert not report.passed and report.advice[0]
    if report.located and (id, name) not in OTHER_LINE:
        assert report.located.line in mistaken_lines(marked)


def test_the_answers_are_many_and_each_says_where_it_is_wrong():
    assert len(ANSWERS) > 60 and len(CLASSROOM) > 20
    assert all(mistaken_lines(marked) and "#!" not in source_of(marked) for _, _, marked in ANSWERS)
