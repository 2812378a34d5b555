"""The catalogue: an entry stands in one place and is found there, and what cannot be right in it is refused."""

from dataclasses import replace
from pathlib import Path

import pytest

from grader import answers, exercises
from grader.answers import right, sentences
from grader.answers.reference import Reference, load
from grader.judging.errors import CourseError

NUDGE = exercises.find("vectorization.nudge_b")
EVERY = [
    (exercise, entry)
    for exercise in exercises.EXERCISES.values()
    for entry in (*answers.misconceptions(exercise), *answers.alternatives(exercise))
]
HEAD = "from grader.answers import right, wrong\n"


@pytest.fixture
def catalogue(monkeypatch, tmp_path):
    """Write a catalogue with this file alone, and give its path."""
    monkeypatch.setattr(answers, "FOLDER", tmp_path)

    def write(text: str, name: str = "vectorization/nudge_b.py") -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(HEAD + text, encoding="utf-8")
        return path

    return write


def test_an_entry_that_is_written_into_the_exercises_file_is_found(catalogue):
    catalogue("""ANSWERS = (
    wrong("forgets-c", "(b + step) * c", "b + step", "c is missing.", holds="values"),
    right("exact", "return (J_after - J_before) / step", "return 3 * c"),
)""")
    (known,) = answers.misconceptions(NUDGE)
    assert (known.name, known.sentence, known.holds) == ("forgets-c", "c is missing.", ("values",))
    assert known.function(load("vectorization"), "nudge_b")(5.0, 3.0, 2.0, 1.0) == -6.0
    assert answers.alternatives(NUDGE)[0].function(load("vectorization"), "nudge_b")(5.0, 3.0, 2.0, 1.0) == 6.0


def test_an_exercise_without_a_file_has_no_entries(catalogue):
    assert answers.misconceptions(NUDGE) == answers.alternatives(NUDGE) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('ANSWERS = (wrong("a", "b", "c", "No.", holds="values shape"),)', r"nudge_b, a: 'shape' in holds .*values"),
        ('ANSWERS = (right("a", "b", "c"), wrong("a", "b", "c", "No."))', "nudge_b: two entries are called 'a'"),
        ('ANSWERS = (right("a", "b"  "c", "d", "e"),)', "nudge_b.py: a: an edit is two texts"),
        ('ANSWERS = (wrong("a", "b", "c"),)', "nudge_b.py: a: .* Is a comma or a text missing"),
        ('ANSWERS = wrong("a", "b", "c", "No.")', "nudge_b.py: ANSWERS is missing, or is no tuple"),
        ('ANSWER = (right("a", "b", "c"),)', "nudge_b.py: ANSWERS is missing"),
    ],
    ids=["unknown claim", "doubled name", "comma missing", "text missing", "no tuple", "no ANSWERS"],
)
def test_a_slip_in_a_file_is_an_error_that_says_where_and_what_to_do(catalogue, text, message):
    catalogue(text)
    with pytest.raises(CourseError, match=message):
        answers.misconceptions(NUDGE)


def test_a_file_that_belongs_to_no_exercise_is_an_error(catalogue):
    catalogue('ANSWERS = (right("exact", "a", "b"),)', "vectorization/nudgeb.py")
    with pytest.raises(CourseError, match=r"nudgeb.py: the notebook vectorization has no exercise .* nudge_b"):
        answers.misconceptions(NUDGE)


SOURCE = '''def double(x):
    """Return 2 * x, twice x."""
    return 2 * x
'''


def edited(source: str, old: str, new: str) -> str:
    return right("edited", old, new).text(Reference("numbers", {}, {"double": source}, ""), "double")


def test_an_edit_touches_the_code_and_never_the_docstring():
    assert edited(SOURCE, "2 * x", "x + x") == SOURCE.replace("return 2 * x\n", "return x + x\n")
    assert edited(SOURCE, "(x)", "(x, y)") == SOURCE.replace("(x)", "(x, y)")
    assert edited("def double(x):\n    return 2 * x\n", "2 *", "3 *") == "def double(x):\n    return 3 * x\n"


@pytest.mark.parametrize(("old", "count"), [("twice x", 0), ("x", 2), ("gone", 0)])
def test_an_edit_that_does_not_fit_exactly_once_is_an_error(old, count):
    with pytest.raises(CourseError, match=f"numbers.double, edited: '{old}' stands {count} times .*numbers/double.py"):
        edited(SOURCE, old, "")


def test_a_whole_source_may_be_indented_as_the_table_is():
    entry = right("loop", """
        def double(x):
            return sum(
                x for _ in range(2))
        """)  # fmt: skip
    assert entry.source == "def double(x):\n    return sum(\n        x for _ in range(2))\n"


def test_every_entry_applies_and_changes_the_reference():
    for exercise, entry in EVERY:
        reference = load(exercise.notebook)
        assert entry.text(reference, exercise.function) != reference.sources[exercise.function], entry.name


def test_a_sentence_that_several_exercises_need_is_written_once():
    users = {}
    for exercise, entry in EVERY:
        users.setdefault(getattr(entry, "sentence", ""), set()).add(exercise.id)
    shared = {sentence for sentence, ids in users.items() if len(ids) > 1} - {""}
    assert shared == {text for name, text in vars(sentences).items() if name.isupper()}


def test_a_claim_that_entries_name_cannot_be_left_out():
    exercise = exercises.find("vectorization.computation_graph")
    with pytest.raises(CourseError, match=r"computation_graph, .*'cost' in holds is no claim"):
        answers.misconceptions(replace(exercise, claims=exercise.claims[1:]))
