"""The class report and a student's feedback, opened in a browser: anybody can read them, in light and in dark."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import own_course
from rooms import browser_page, needs_chromium, snap, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow, needs_chromium]
ASSIGNMENT = "01-logistic-regression"


@pytest.fixture(scope="module")
def graded(tmp_path_factory) -> Path:
    """grading/ of a course with a class of eight, some of whose files are damaged."""
    with own_course(tmp_path_factory.mktemp("pages")) as course:
        cohort = ("cohort", ASSIGNMENT, "--students", "8", "--seed", "2", "--broken", "50", "--out", "grading")
        for words in (cohort, ("grade", ASSIGNMENT), ("report", ASSIGNMENT)):
            subprocess.run([sys.executable, "-m", "grader", *words], cwd=course, check=True, capture_output=True)
        return course / "grading"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page_of", ["report", "feedback"])
def test_a_page_stands_alone_and_can_be_read_by_anybody(graded, page_of, scheme):
    feedback = graded / "feedback" / "student-005" / ASSIGNMENT / "logistic_regression.html"
    path = graded / f"report-{ASSIGNMENT}.html" if page_of == "report" else feedback
    asked = []
    with browser_page() as page:
        page.emulate_media(color_scheme=scheme)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        assert violations(page, "html") == []
        assert page.get_by_role("heading", level=1).count() == 1
        assert asked == [path.as_uri()]
        if scheme == "light":
            snap(page, page_of)
