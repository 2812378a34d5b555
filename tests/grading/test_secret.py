"""Secret cases: the key is made once and never silently replaced; a student's cases are fixed, and nobody can guess them."""

import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from grader import exercises
from grader.grading import secret
from grader.grading.secret_cases import SecretCases, draw_secret
from grader.judging.values import same
from grader.releasing.draw_cases import PUBLIC_SEED

ONE, OTHER = bytes(range(32)), bytes(range(1, 33))
STUDENTS = [f"student-{number}" for number in range(640)]


def test_the_key_is_made_on_first_use_and_stays(tmp_path):
    key = secret.course_key(tmp_path)
    assert len(key) == 32 and secret.course_key(tmp_path) == key
    assert sorted(path.name for path in (tmp_path / "grading").iterdir()) == [secret.KEY, secret.FINGERPRINT]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such permissions")
def test_only_its_owner_can_read_the_key(tmp_path):
    secret.course_key(tmp_path)
    assert (tmp_path / "grading" / secret.KEY).stat().st_mode & 0o777 == 0o600


def test_git_ignores_the_key(repository_copy):
    subprocess.run(["git", "init", "-q"], cwd=repository_copy, check=True)
    secret.course_key(repository_copy)
    command = ["git", "status", "--porcelain", "-uall", "--", "grading"]
    assert subprocess.run(command, cwd=repository_copy, capture_output=True, text=True, check=True).stdout == ""


def test_two_courses_have_two_keys(tmp_path):
    assert secret.course_key(tmp_path / "one") != secret.course_key(tmp_path / "other")


def test_commands_that_begin_together_agree_on_one_key(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(secret.course_key, [tmp_path] * 8))) == 1


def test_a_lost_key_is_reported_and_not_replaced(tmp_path):
    secret.course_key(tmp_path)
    path = tmp_path / "grading" / secret.KEY
    path.unlink()
    with pytest.raises(secret.KeyProblem, match="is gone") as caught:
        secret.course_key(tmp_path)
    assert str(path) in str(caught.value) and "from a copy" in str(caught.value)
    assert not path.exists()


def test_another_key_is_reported_and_left_as_it_is(tmp_path):
    secret.course_key(tmp_path)
    path = tmp_path / "grading" / secret.KEY
    path.write_text(ONE.hex())
    with pytest.raises(secret.KeyProblem, match="not the key with which earlier grades were given"):
        secret.course_key(tmp_path)
    assert path.read_text() == ONE.hex()


@pytest.mark.parametrize("text", ["", "not a key", "ab" * 31, "ab" * 33])
def test_a_damaged_key_is_reported(tmp_path, text):
    secret.course_key(tmp_path)
    (tmp_path / "grading" / secret.KEY).write_text(text)
    with pytest.raises(secret.KeyProblem, match="64 hexadecimal digits"):
        secret.course_key(tmp_path)


def test_a_key_put_back_works_as_before(tmp_path):
    key = secret.course_key(tmp_path)
    path = tmp_path / "grading" / secret.KEY
    path.unlink()
    path.write_text(key.hex())
    assert secret.course_key(tmp_path) == key


def test_a_new_key_is_taken_when_the_record_of_the_old_one_is_deleted_too(tmp_path):
    key = secret.course_key(tmp_path)
    for name in (secret.KEY, secret.FINGERPRINT):
        (tmp_path / "grading" / name).unlink()
    assert secret.course_key(tmp_path) not in (key, b"")


def test_the_record_does_not_hold_the_key():
    assert secret.fingerprint(ONE) not in ONE.hex() and secret.fingerprint(ONE) != secret.fingerprint(OTHER)


def test_a_student_always_gets_the_same_seed():
    command = f"from grader.grading.secret import case_seed; print(case_seed(bytes(range(32)), {STUDENTS[0]!r}, 'first'))"
    printed = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True).stdout
    assert int(printed) == secret.case_seed(ONE, STUDENTS[0], "first")


def test_students_are_spread_over_64_sets():
    counts = Counter(secret.case_seed(ONE, student, "first") for student in STUDENTS)
    assert set(counts) == set(secret.set_seeds(ONE)) and len(counts) == secret.SETS
    assert max(counts.values()) < 30


def test_another_assignment_or_another_key_gives_other_sets():
    seeds = [secret.case_seed(ONE, student, "first") for student in STUDENTS]
    others = [secret.case_seed(ONE, student, "second") for student in STUDENTS]
    assert sum(left == right for left, right in zip(seeds, others, strict=True)) < len(STUDENTS) / 20
    assert not set(secret.set_seeds(ONE)) & set(secret.set_seeds(OTHER))


def test_seeds_are_too_large_to_be_tried_out():
    assert min(secret.set_seeds(ONE)) > 2**32 > PUBLIC_SEED
    assert max(secret.set_seeds(ONE)) < 2**48


def test_one_seed_gives_one_case_set_and_two_seeds_give_two():
    id, (first, second) = "deep_network.predict", secret.set_seeds(ONE)[:2]
    left, again, other = (SecretCases(seed).of(id) for seed in (first, first, second))
    assert same([case.args for case in left.cases], [case.args for case in again.cases])
    assert not same([case.args for case in left.cases], [case.args for case in other.cases])


@pytest.mark.slow
@pytest.mark.parametrize("id", exercises.EXERCISES)
def test_all_sets_of_a_course_can_be_drawn(id):
    drawn = [draw_secret(exercises.find(id), seed) for seed in secret.set_seeds(OTHER)]
    assert all(any(case.tag == "ordinary" for case in known.cases) for known in drawn)
