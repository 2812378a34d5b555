"""The walls hold for a grader that runs as an ordinary user, too: what such a user owns, its sandboxes could write to."""

import os
import sys

import pytest
from ordinary_user import as_ordinary_user

# A few ways that only an ordinary user's sandbox could leave open, and one for each kind of wall.
QUICK = (
    "leave_files_everywhere", "read_outer_paths", "mailbox_on_loopback", "memory_shared_by_forks", "kill_everybody",
    "become_root",
)  # fmt: skip

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.skipif(os.getuid() != 0, reason="the other tests of attacks run as an ordinary user already"),
]


def attacked(chosen: list[str]) -> None:
    done = as_ordinary_user([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *chosen])
    assert done.returncode == 0, (done.stdout + done.stderr)[-5000:]
    assert " passed" in done.stdout
    assert " skipped" not in done.stdout, done.stdout[-2000:]


def test_for_an_ordinary_user_attacks_gain_nothing_leak_nothing_and_leave_nothing():
    attacked(["tests/grading/test_attacks.py", "-k", " or ".join(QUICK)])


@pytest.mark.slow
def test_for_an_ordinary_user_no_attack_of_the_whole_corpus_does_anything():
    attacked(["tests/grading/test_attacks.py"])
