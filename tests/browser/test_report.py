"""The class report of a large class in a browser: anybody can read it, find a student in it, and print it."""

import random

import pytest
from rooms import browser_page, needs_chromium, snap, violations

from grader.grading.class_report import Beside, render
from grader.grading.marks import Grade
from grader.grading.task import About, Mistake

pytestmark = [pytest.mark.browser, needs_chromium]
NAMES = ("sigmoid", "L_model_backward", "initialize_parameters_deep", "a_name_" + "that_is_long_" * 6)
CHECKS = [f"check-{name}" for name in NAMES]
STUDENTS = 1000


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """A class of 1,000 with everything that a report can tell."""
    rng = random.Random(4)
    names = [f"student-{number:04d}" for number in range(STUDENTS)]
    found = [Grade(who, "deep_network", check, rng.choice((0, 1, 2.5, 4)), 4.0) for who in names for check in CHECKS]
    found += [Grade(who, "deep_network", "essay", 0.0, 4.0, waits=rng.random() < 0.3) for who in names]
    said = [f"Sentence {number} about `W{number}` and what is wrong with it." for number in range(9)]
    about = {
        who: About(
            isolation="bubblewrap",
            seconds=rng.random(),
            notes=tuple(f"Note {number} of {who}." for number in range(rng.choice((0, 0, 0, 1, 5)))),
            mistakes=tuple(Mistake("deep_network.sigmoid", sentence=rng.choice(said)) for _ in range(2)),
            missing=("deep_network",) if rng.random() < 0.02 else (),
            libraries=("torch",) if rng.random() < 0.1 else (),
        )
        for who in names
    }
    beside = Beside(
        absent=tuple(f"absent-{number}" for number in range(60)),
        penalties=dict.fromkeys(names[::7], 0.5),
        pages={who: {"deep_network": f"feedback/{who}/03/deep_network.html"} for who in names},
        last_name="02-one-hidden-layer",
        last={who: rng.random() for who in names},
    )
    problems = {f"failed-{number}": rng.choice(("its disk was full", "its name is not allowed")) for number in range(30)}
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(render("03-deep-network", found, about, problems, beside), encoding="utf-8")
    return path


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
def test_anybody_can_read_it_folded_and_unfolded_and_it_asks_nobody_for_anything(report, scheme):
    asked = []
    with browser_page() as page:
        page.emulate_media(color_scheme=scheme)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(report.as_uri())
        assert violations(page, "html") == []
        page.evaluate("document.querySelectorAll('#students tbody tr:nth-child(n+30)').forEach(row => row.remove())")
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        assert violations(page, "html") == []
        assert asked == [report.as_uri()]
        snap(page, f"large-report-{scheme}")


def test_a_student_is_found_in_a_folded_list_of_a_thousand(report):
    with browser_page() as page:
        page.goto(report.as_uri())
        rows = page.locator("#students tbody tr:visible")
        assert rows.count() == 0
        page.get_by_label("Find a student:").fill("STUDENT-0042")
        assert rows.count() == 1 and "student-0042" in rows.first.inner_text()
        assert page.get_by_role("status").inner_text() == f"1 of {STUDENTS} students"
        assert rows.first.get_by_role("link").get_attribute("href") == "feedback/student-0042/03/deep_network.html"
        page.get_by_label("Find a student:").fill("")
        assert rows.count() == STUDENTS


@pytest.mark.parametrize("width", [1280, 420])
def test_no_head_of_a_column_is_cut_off(report, width):
    cut = """heads => heads.filter(head => {
        const text = document.createRange(); text.selectNodeContents(head);
        const inner = text.getBoundingClientRect(), cell = head.closest('th').getBoundingClientRect();
        return inner.height > cell.height + 1 || inner.width > cell.width + 1 || inner.top < cell.top - 1;
    }).map(head => head.textContent)"""
    with browser_page() as page:
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(report.as_uri())
        page.evaluate("document.getElementById('everybody').open = true")
        heads = page.locator("#students thead th, #students thead .slanted")
        assert heads.count() == 6 + 2 * (len(CHECKS) + 1)  # and an essay
        assert heads.evaluate_all(cut) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")  # what is wide scrolls in its place


def test_on_paper_everything_is_unfolded(report):
    with browser_page() as page:
        page.goto(report.as_uri())
        assert len(page.pdf(prefer_css_page_size=True)) > 100_000
        assert page.locator("details:not([open])").count() == 0


def test_the_bars_are_read_out_with_the_share_that_they_stand_for(report):
    with browser_page() as page:
        page.goto(report.as_uri())
        bars = page.get_by_role("list", name="How the points are spread").aria_snapshot()
        assert all(f"students at {10 * tenth}–{10 * tenth + 10} %" in bars for tenth in range(2, 8))
