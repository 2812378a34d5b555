"""A due date means the moment that its author meant, or is refused with the right form."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.releasing.moments import NoMoment, utc

SAME = [  # one moment
    "2026-10-15 21:59 UTC",
    "2026-10-15 21:59",
    "2026-10-15T21:59:00Z",
    "2026-10-15 23:59 +0200",
    "2026-10-15 23:59:00 +02:00",
    "2026-10-15T23:59+02:00",
    "2026-10-15 23:59 Europe/Berlin",
    "2026-10-15 09:59 PM",
    "Oct 15, 2026 5:59 PM America/New_York",
]


@pytest.mark.parametrize("text", SAME)
def test_a_moment_is_read_in_every_form(text):
    assert utc(text).isoformat() == "2026-10-15T21:59:00"


def test_a_named_zone_knows_its_summer_time():
    assert utc("2026-12-15 23:59 Europe/Berlin").isoformat() == "2026-12-15T22:59:00"


@pytest.mark.parametrize("zone", ["CEST", "PDT", "IST", "Europe/Nowhere", "GMT+2", "UTC-5"])
def test_a_zone_that_is_not_known_is_refused_with_the_right_form(zone):
    with pytest.raises(NoMoment, match=rf"time zone '{zone.replace('+', '.')}' is not known.*\+0200.*Europe/Berlin"):
        utc(f"2026-10-15 23:59 {zone}")


@pytest.mark.parametrize("text", ["05.10.2026 23:59 UTC", "5/10/26 23:59", "05-10-2026 23:59 +0200"])
def test_a_day_that_could_be_a_month_is_refused(text):
    with pytest.raises(NoMoment, match="day or with the month"):
        utc(text)


@pytest.mark.parametrize("text", ["15.10.2026 21:59", "10/15/2026 21:59", "2026/10/15 21:59", "20261015 2159"])
def test_a_day_that_can_be_nothing_else_is_read(text):
    assert utc(text).isoformat() == "2026-10-15T21:59:00"


@pytest.mark.parametrize("text", ["2026-10-15", "Oct 15, 2026", "2026-10-15 UTC"])
def test_a_day_without_a_time_is_refused(text):
    with pytest.raises(NoMoment, match="no time of day"):
        utc(text)


@settings(max_examples=100, deadline=None)
@given(
    st.text(max_size=40)
    | st.builds("{} {}".format, st.datetimes(), st.sampled_from(["-1200", "+1400", "UTC", "Europe/Berlin"]))
    | st.sampled_from(
        [
            "no time",
            "9999-12-31 23:59:59 -1200",
            "0001-01-01 00:00:00 +0200",
            "99999-01-01 00:00:00 UTC",
            "2026-01-01 10:00:00 -9" + "9" * 30,
            "9" * 500,
        ]
    )
)
def test_any_text_gives_a_moment_or_a_sentence(text):
    try:
        assert utc(text).tzinfo is None
    except NoMoment as problem:
        assert "Write" in str(problem)


@pytest.mark.slow
def test_nbgraders_own_command_refuses_an_unknown_zone_and_reads_the_others_right(repository_copy):
    def add(name: str, due: str) -> subprocess.CompletedProcess:
        command = [sys.executable, "-m", "nbgrader", "db", "assignment", "add", name, f"--duedate={due}"]
        return subprocess.run(command, cwd=repository_copy, capture_output=True, text=True)

    refused = add("01-refused", "2026-10-15 23:59 CEST")
    assert refused.returncode != 0 and "The time zone 'CEST' is not known. Write the time as" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert add("02-read", "2026-10-15 23:59 +0200").returncode == 0
    from grader.releasing.course import Course

    with Course.at(repository_copy).gradebook() as book:
        assert [(one.name, str(one.duedate)) for one in book.assignments] == [("02-read", "2026-10-15 21:59:00")]
