"""The website in Chromium: quiet, on its own, and readable by anybody, on a phone and on a desk, in light and in dark."""

from collections.abc import Iterator

import pytest
from conftest import own_course
from rooms import browser_page, needs_chromium, serving, violations

from grader.exercises import NOTEBOOKS
from grader.releasing.website import write

pytestmark = [pytest.mark.browser, pytest.mark.slow, needs_chromium]
PAGES = ("index", "scoreboard", "reference", "docs/learn", "docs/instructor-guide", *(f"notebooks/{name}" for name in NOTEBOOKS))
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1280, "height": 900}}


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    """Where the website is served from."""
    with own_course(tmp_path_factory.mktemp("site")) as course, serving(write(course)) as served:
        yield served


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_read_by_anybody_and_asks_no_other_host(address, name, size, scheme):
    asked = []
    with browser_page() as page:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(SIZES[size])
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{address}/{name}.html")
        assert violations(page, "html") == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "the page scrolls sideways"
        assert page.get_by_role("heading", level=1).count() == 1
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_the_search_finds_a_chapter(address):
    with browser_page() as page:
        page.goto(f"{address}/search.html?q=overflow")
        page.locator("#search-results a", has_text="Can a weighted sum recognise a cat?").first.wait_for()
