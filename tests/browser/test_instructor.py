"""An instructor and a student in JupyterLab, with nbgrader's own tools, on the notebooks of this course."""

import shutil
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, copy_course, hand_in, points_of, solved
from labserver import INSTRUCTORS_LAB, folders_of_jupyter, running_lab
from playwright.sync_api import Page, expect
from rooms import browser_page, cell, decline_news, menu, needs_chromium, open_notebook, press, snap

pytestmark = [pytest.mark.browser, pytest.mark.slow, needs_chromium]
ASSIGNMENT = "01-logistic-regression"
COMMENT = "Well found. Say in a comment why the table is turned over."


@pytest.fixture(scope="module")
def exchange(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("exchange")
    folder.chmod(0o777)
    return folder


def home_with_exchange(home: Path, exchange: Path) -> Path:
    """Settings for everybody on a machine: where the exchange folder is, and what the course is called."""
    config = Path(folders_of_jupyter(home)["JUPYTER_CONFIG_DIR"])
    config.mkdir()
    lines = (
        "c = get_config()",
        f"c.Exchange.root = {str(exchange)!r}",
        "c.CourseDirectory.course_id = 'neural-networks'",
    )
    (config / "nbgrader_config.py").write_text("\n".join(lines))
    return home


@pytest.fixture(scope="module")
def lab(tmp_path_factory, exchange):
    course = copy_course(tmp_path_factory.mktemp("instructor") / "course")
    for student in ("ada", "bob"):
        hand_in(course, student, full_marks=student == "ada")
    home = home_with_exchange(tmp_path_factory.mktemp("teacher"), exchange)
    with running_lab(course, home, *INSTRUCTORS_LAB) as opened:
        yield opened


def test_create_assignment_shows_the_ids_and_the_points(lab):
    with browser_page() as page:
        open_notebook(page, lab, f"solutions/{ASSIGNMENT}/vectorization.ipynb")
        page.get_by_role("tab", name="Create Assignment").click()
        panel = page.locator(".nbgrader-NotebookPanelWidget")
        expect(panel.locator(".nbgrader-TotalPointsInput")).to_have_value(f"{points_of(ASSIGNMENT, 'vectorization'):g}")
        ids = {box.input_value() for box in panel.locator(".nbgrader-CellId input").all()}
        assert {"flatten_images", "check-flatten_images"} <= ids
        cell(page, 'check("vectorization.flatten_images"').locator(".cm-content").click()
        active = panel.locator(".nbgrader-CellWidget.nbgrader-mod-active")
        expect(active.locator(".nbgrader-CellPoints input")).to_have_value("3")
        active.scroll_into_view_if_needed()
        snap(page, "create-assignment")


def test_validate_says_what_fails_until_the_notebook_is_solved(lab):
    with browser_page() as page:
        assert "The following cell failed" in validated(page, lab, f"notebooks/{ASSIGNMENT}/vectorization.ipynb")
        nbformat.write(solved(lab.course, f"{ASSIGNMENT}/vectorization"), lab.course / "solved.ipynb")
        assert "Your notebook passes all the tests" in validated(page, lab, "solved.ipynb")


def validated(page: Page, lab, path: str) -> str:
    """Press nbgrader's Validate in a notebook. → what its dialog says."""
    open_notebook(page, lab, path)
    page.get_by_role("button", name="Validate").first.click()
    said = page.locator(".jp-Dialog", has_text="Validation Results")
    expect(said).to_be_visible()
    return said.inner_text()


def test_formgrader_grades_keeps_a_manual_grade_and_writes_feedback(lab):
    # Formgrader loads MathJax from the internet, which a machine for tests may not reach.
    with browser_page(known=("mathjax", "MathJax")) as page:
        page.goto(lab.page("lab?reset"))
        decline_news(page)
        menu(page, "Nbgrader", "Formgrader")
        frame = page.frame_locator("iframe").first
        expect(frame.get_by_role("link", name=ASSIGNMENT)).to_be_visible()

        press(page, lab.page("formgrader/manage_assignments"), ASSIGNMENT, "assign")
        submissions = f"formgrader/manage_submissions/{ASSIGNMENT}"
        press(page, lab.page(submissions), "ada", "autograde")
        page.goto(lab.page(submissions))
        expect(page.locator("tr", has_text="ada")).to_contain_text("graded")
        snap(page, "submissions")

        grade_by_hand(page, lab)
        press(page, lab.page(submissions), "ada", "generate-feedback")
        written = (lab.course / "grading/feedback/ada" / ASSIGNMENT / "vectorization.html").read_text(encoding="utf-8")
        assert COMMENT in written


def grade_by_hand(page: Page, lab) -> None:
    """Give an exercise other points and a comment, come back, and find both."""
    page.goto(lab.page(f"formgrader/gradebook/{ASSIGNMENT}/vectorization"))
    page.locator("table a", has_text="Submission").first.click()
    page.wait_for_load_state("networkidle")  # the boxes are filled from the gradebook after the page is there
    points = page.locator("input.score").first
    comment = page.locator("textarea.comment").first
    for box, text in ((points, "1.5"), (comment, COMMENT)):
        with page.expect_response(lambda answer: "/formgrader/api/" in answer.url) as saved:
            box.fill(text)
            box.press("Tab")
        assert saved.value.ok
    page.reload()
    expect(points).to_have_value("1.5")
    expect(comment).to_have_value(COMMENT)
    snap(page, "manual-grade")


# --- two people, one exchange folder ---


@pytest.fixture
def student(tmp_path, exchange):
    """JupyterLab of another person: in a sandbox whose list of users calls us ada."""
    users = tmp_path / "passwd"
    users.write_text(f"ada:x:1001:1001::{tmp_path}:/bin/sh\n")
    folder = tmp_path / "work"
    folder.mkdir()
    sandbox = ("bwrap", "--dev-bind", "/", "/", "--unshare-user", "--uid", "1001", "--gid", "1001")
    command = (*sandbox, "--ro-bind", users, "/etc/passwd", sys.executable, "-m", "jupyterlab")
    home = home_with_exchange(tmp_path, exchange)
    with running_lab(
        folder, home, *map(str, command), f"--ServerApp.root_dir={folder}", PYTHONPATH=str(ROOT)
    ) as opened:
        yield opened


@pytest.mark.sandbox
@pytest.mark.skipif(shutil.which("bwrap") is None, reason="no bubblewrap here (make system-packages installs it)")
def test_a_student_fetches_and_hands_in_what_the_instructor_released_and_collects(lab, student):
    with browser_page() as page:
        press(page, lab.page("formgrader/manage_assignments"), ASSIGNMENT, "assign")
        press(page, lab.page("formgrader/manage_assignments"), ASSIGNMENT, "release")
    with browser_page() as page:
        page.goto(student.page("lab?reset"))
        decline_news(page)
        menu(page, "Nbgrader", "Assignment List")
        rows = page.locator(".list_item", has_text=ASSIGNMENT)
        rows.get_by_role("button", name="Fetch").click()
        expect(rows.get_by_role("button", name="Submit")).to_be_visible()
        assert (student.course / ASSIGNMENT / "vectorization.ipynb").is_file()
        rows.get_by_role("button", name="Submit").click()
        expect(page.locator("#submitted_assignments_list")).to_contain_text(ASSIGNMENT)
        snap(page, "assignment-list")
    with browser_page() as page:
        shutil.rmtree(lab.course / "grading" / "submitted" / "ada", ignore_errors=True)
        press(page, lab.page("formgrader/manage_assignments"), ASSIGNMENT, "collect")
    assert (lab.course / "grading" / "submitted" / "ada" / ASSIGNMENT / "vectorization.ipynb").is_file()
