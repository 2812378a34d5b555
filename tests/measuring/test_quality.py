"""The measurement of the checks: it sees every hole, and no recorded equivalent hides one."""

from dataclasses import replace

import pytest

from grader import exercises
from grader.answers import right, wrong
from grader.answers.reference import load
from grader.judging import public_cases
from grader.judging.errors import CourseError
from grader.measuring import equivalents, quality, scoreboard
from grader.measuring.mutants import mutants

TABLES = (equivalents.REASONS, equivalents.UNJUDGED)
RECORDS = {id: {k: v for table in TABLES for k, v in table.get(id, {}).items()} for table in TABLES for id in table}
RECORDED = [pytest.param(id, change, id=f"{id}: {change}") for id in RECORDS for change in RECORDS[id]]
NUDGE = "vectorization.nudge_b"


def changed_so(id, change):
    exercise = exercises.find(id)
    return [mutant for mutant in mutants(load(exercise.notebook).sources[exercise.function]) if mutant.change == change]


@pytest.mark.parametrize(("id", "change"), RECORDED)
def test_a_recorded_equivalent_still_occurs_and_has_a_reason(id, change):
    assert changed_so(id, change)
    assert RECORDS[id][change].endswith(".")


@pytest.mark.parametrize("id", RECORDS)
def test_recorded_equivalents_give_the_reference_s_results_on_fresh_cases(id):
    equal_on_fresh_cases(id, 5)


@pytest.mark.slow
@pytest.mark.parametrize("id", RECORDS)
def test_recorded_equivalents_give_the_reference_s_results_on_500_fresh_cases(id):
    equal_on_fresh_cases(id, quality.FRESH_CASES)


def equal_on_fresh_cases(id, count):
    exercise = exercises.find(id)
    known = load(exercise.notebook)
    for change in RECORDS[id]:
        equal = [quality.is_equivalent(exercise, known, mutant, count) for mutant in changed_so(id, change)]
        assert any(equal), change  # the same words may name a change of another place, which is a mistake


def test_fresh_cases_are_of_the_course_s_own_sizes_and_of_others():
    id = "deep_network.L_model_forward"
    own = {case.about for case in public_cases.cases(id).cases}
    fresh = {outcome.case.about for outcome in quality.fresh_outcomes(id, 60)}
    assert own & fresh and len(fresh) > 2 * len(own)


def test_no_change_is_recorded_twice():
    assert not [
        id for id in equivalents.REASONS if set(equivalents.REASONS[id]) & set(equivalents.UNJUDGED.get(id, {}))
    ]


def test_at_most_a_twentieth_of_the_mutants_is_recorded():
    total = sum(
        len(mutants(load(exercise.notebook).sources[exercise.function])) for exercise in exercises.EXERCISES.values()
    )
    assert len(RECORDED) <= 0.05 * total


def test_good_checks_have_a_clean_board():
    board = quality.board(NUDGE)
    assert board.is_clean and board.mutants > 20 and board.misconceptions >= 5
    assert not scoreboard.problems([board])


def test_a_check_that_claims_nothing_lets_mutants_and_misconceptions_through(monkeypatch):
    nothing = tuple(replace(claim, judge=lambda outcomes: None) for claim in exercises.find(NUDGE).claims)
    monkeypatch.setitem(exercises.EXERCISES, NUDGE, replace(exercises.find(NUDGE), claims=nothing))
    board = quality.board(NUDGE)
    assert len(board.survivors) == board.mutants and len(board.missed) == board.misconceptions
    assert f"{NUDGE}: nudges-c: passes, and is wrong" in scoreboard.problems([board])


def test_a_right_answer_that_is_rejected_and_a_wrong_one_that_is_misnamed_are_listed(monkeypatch):
    edit = ("return (J_after - J_before) / step", "return J_before")
    monkeypatch.setattr(quality, "alternatives", lambda exercise: (right("not-right", *edit),))
    monkeypatch.setattr(quality, "misconceptions", lambda exercise: (wrong("not-in-the-cases", *edit, "No."),))
    board = quality.board(NUDGE)
    assert board.rejected == ["not-right"]
    assert board.misnamed == ["not-in-the-cases as None"]


def test_a_misconception_whose_claims_are_wrongly_declared_is_listed_with_the_claims_that_hold(monkeypatch):
    exercise = exercises.find("vectorization.computation_graph")
    known = [replace(entry, holds=("grads",)) for entry in quality.misconceptions(exercise) if entry.name == "dv-is-j"]
    monkeypatch.setattr(quality, "misconceptions", lambda exercise: known)
    board = quality.board(exercise.id)
    assert board.misscored == ['dv-is-j, holds="cost"'] and not board.is_clean
    assert scoreboard.problems([board]) == [
        f'{exercise.id}: dv-is-j, holds="cost": these claims hold, not the declared ones'
    ]


def test_a_record_that_no_longer_fits_is_listed(monkeypatch):
    monkeypatch.setitem(equivalents.REASONS, NUDGE, {"gone, in `return 1`": "It was there once."})
    board = quality.board(NUDGE)
    assert board.outdated and not board.is_clean


def test_a_mutant_that_never_ends_counts_as_caught(monkeypatch):
    monkeypatch.setattr(quality, "SECONDS", 1)
    exercise = exercises.find(NUDGE)
    endless = quality.Mutant("endless", "def nudge_b(a, b, c, step):\n    while True:\n        pass\n")
    cases = quality.public_cases.cases(NUDGE)
    assert quality._killed(exercise, load(exercise.notebook), cases, endless)


def test_the_table_of_the_documents_is_written_between_its_markers_and_compared(tmp_path):
    page, board = tmp_path / "page.md", quality.Board("vectorization.nudge_b", misconceptions=3, mutants=5)
    page.write_text(f"before\n{scoreboard.BEGIN}\n{scoreboard.END}\nafter\n", encoding="utf-8")
    with pytest.raises(CourseError, match="make quality"):
        scoreboard.compare(page, [board])
    scoreboard.write(page, [board])
    scoreboard.compare(page, [board])
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n") and text.endswith("\nafter\n") and "| `vectorization` | 3 of 3 |" in text


def test_a_page_without_markers_is_refused(tmp_path):
    (tmp_path / "page.md").write_text("nothing", encoding="utf-8")
    with pytest.raises(CourseError, match="once each"):
        scoreboard.write(tmp_path / "page.md", [])
