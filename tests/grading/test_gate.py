"""Whatever a submission returns, prints, names or says in the sandbox's name: it becomes plain data, and it is judged."""

import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import page
from values import JSON, PACKED, TEXTS, VALUES, arrays, deep, resembling

from grader.exercises import EXERCISES
from grader.explaining import explain
from grader.grading import gate
from grader.grading.notebook import Judged, Verdict
from grader.grading.released import Slot, Template
from grader.grading.sandbox import messages
from grader.grading.task import About, Mistake
from grader.judging import public_cases
from grader.judging.case import Observation
from grader.judging.exercise import Outcome
from grader.judging.plain import MAX_DEPTH, Opaque, Raised, plain

QUICK, LONG = 8, 400
often = pytest.mark.parametrize("examples", [QUICK, pytest.param(LONG, marks=pytest.mark.slow)])


def trying(examples: int):
    return settings(max_examples=examples, deadline=None, derandomize=True, database=None)


def is_plain(value: object, depth: int = 0) -> bool:
    if isinstance(value, dict):
        return depth <= MAX_DEPTH and all(type(key) is str and is_plain(item, depth + 1) for key, item in value.items())
    if isinstance(value, list | tuple):
        return depth <= MAX_DEPTH and all(is_plain(item, depth + 1) for item in value)
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "biufc" and value.dtype.isnative and value.dtype.itemsize <= 16
    if type(value) is int:
        return abs(value) <= 2**63
    if type(value) is str:
        return is_clean(value)
    if isinstance(value, Raised):
        return all(map(is_clean, (value.kind, value.message, value.line)))
    return value is None or type(value) in (bool, float) or (isinstance(value, Opaque) and is_clean(value.kind))


def is_clean(text: str) -> bool:
    text.encode()
    return all(sign.isprintable() or sign in "\n\t\ufffd" or ord(sign) >= 0xA0 for sign in text) and len(text) <= 20_000


def sent(message: object, beside: bytes = b"") -> object:
    """A message as it arrives on the other side. beside: what somebody else sends in place of the arrays' bytes."""
    _, text, arrays = messages.written(message)
    return messages.read(text, beside or arrays)


def can_be_told(exercise, outcomes) -> None:
    """The whole way from what was observed to what is saved."""
    report = explain(exercise, public_cases.cases(exercise.id), outcomes, "")
    assert 0 <= report.score <= 1
    slot = Slot("check", "check", "code", "check()", {"nbgrader": {"grade_id": "check", "grade": True}})
    template = Template("notebook", (slot,), {})
    judged = Judged("notebook", (Verdict("check", report.score, 1.0, report),))
    about = About(mistakes=(Mistake(report.id, report.misconception, report.blank, next(iter(report.advice), "")),))
    told = [str(report), report._repr_html_(), page(judged, template), about.to_json()]
    assert all(is_clean(text[:20_000]) for text in told)


@often
@pytest.mark.parametrize("id", EXERCISES)
def test_any_value_in_any_case_gives_a_report(id, examples):
    exercise, known = EXERCISES[id], public_cases.cases(id).cases

    @trying(examples)
    @given(data=st.data())
    def try_it(data):
        one = known[data.draw(st.integers(0, len(known) - 1))]
        value = plain(data.draw(st.one_of(VALUES, resembling(one.expected))))
        travelled = gate.observation(sent({"got": messages.pack(value), "changed": []}), 0).got
        assert is_plain(value) and is_plain(travelled)
        changed = data.draw(st.lists(st.integers(-3, 9), max_size=2).map(tuple))
        everywhere = data.draw(st.booleans())
        seen = [Observation(travelled if everywhere or case is one else case.expected, changed) for case in known]
        can_be_told(exercise, [Outcome(case, what, exercise.returns) for case, what in zip(known, seen, strict=True)])

    try_it()


@often
@pytest.mark.parametrize("id", EXERCISES)
def test_values_of_functions_that_are_called_several_times_give_a_report(id, examples):
    """Initialisers and trainers return a list or tuple of results, each of which may be anything."""
    exercise, known = EXERCISES[id], public_cases.cases(id).cases

    @trying(max(3, examples // 4))
    @given(data=st.data())
    def try_it(data):
        seen = []
        for case in known:
            parts = [resembling(item) for item in case.expected] if isinstance(case.expected, list) else [VALUES]
            again = data.draw(st.lists(st.one_of(*parts), max_size=4))
            seen.append(
                Observation(plain(data.draw(st.sampled_from([again, tuple(again), again * 3, tuple(again * 3)]))))
            )
        can_be_told(exercise, [Outcome(case, what, exercise.returns) for case, what in zip(known, seen, strict=True)])

    try_it()


@pytest.mark.parametrize("examples", [150, pytest.param(5_000, marks=pytest.mark.slow)])
def test_any_message_of_the_sandbox_is_read_or_refused(examples):
    @trying(examples)
    @given(PACKED, JSON, JSON)
    def try_it(packed, changed, place):
        packed, changed, place = sent([packed, changed, place], beside=bytes(64))
        assert is_plain(gate.observation({"got": packed, "changed": []}, 2).got)
        for forged in (
            {"got": packed, "changed": changed, "seen": place},
            {"seen": place},
            {"defined": changed},
            packed,
        ):
            for read in (
                lambda told: gate.place(gate.message(told), "seen", range(3)),
                lambda told: gate.names(gate.message(told), ["sigmoid"]),
                lambda told: gate.observation(gate.message(told), 2),
                lambda told: gate.output(gate.message(told)),
            ):
                try:
                    read(forged)
                except gate.Forged:
                    continue

    try_it()


@given(st.lists(arrays(st.just((2, 3))) | arrays(st.just(())) | st.integers(), max_size=6))
def test_arrays_in_a_message_arrive_as_they_were(values):
    values = [plain(value) for value in values]
    assert repr(messages.unpack(sent(messages.pack(values)))) == repr(values)


def test_no_byte_of_a_message_counts_twice():
    said = json.dumps([{"$bytes": ["<f8", [100]]}] * 1000).encode()
    made = messages.read(said, bytes(800))
    assert sum(isinstance(item, np.ndarray) for item in made) == 1 and made[1] == messages.UNREADABLE


@pytest.mark.parametrize("value", [deep(1, 500), deep({}, 90), [[0] * 9_000] * 9_000, {"a": 10**5000}, 2**64, 10**400])
def test_no_value_is_deep_or_large_behind_the_gate(value):
    made = plain(value)
    assert is_plain(made) and sum(map(len, messages.written(messages.pack(made)))) < 10**6


@trying(200)
@given(TEXTS)
def test_any_text_can_be_shown_and_saved(text):
    assert is_clean(gate.text(text)) and "\n" not in gate.line(text) and gate.text(gate.text(text)) == gate.text(text)
    gate.code(text).encode()


def test_names_that_are_not_utf_8_stay_apart():
    assert gate.line("\udcff.ipynb") == "\\xff.ipynb" != gate.line("\udcfe.ipynb")


def test_halves_of_a_character_in_a_cell_are_put_together_and_lone_ones_replaced():
    assert gate.code("\ud83d\ude00 \ud800 \x0c\u2028") == "😀 \ufffd \x0c\u2028"


@pytest.mark.parametrize(
    "told",
    [None, 7, [], [0, "sign", True], [9, "sign", True], [1, "<b>", True], [1, "sign", 1], [True, "sign", True]],
)
def test_only_a_line_that_is_there_and_a_kind_that_is_known_pass(told):
    if told is None:
        assert gate.located({"located": None}, 3) is None
        assert gate.located({"located": [3, "sign", False]}, 3) == (3, "sign", False)
        return
    with pytest.raises(gate.Forged):
        gate.located({"located": told}, 3)
