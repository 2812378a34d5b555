"""What the tests of the browser share: a page in Chromium, JupyterLab's parts by name, and pictures for the README.

Pictures are taken only where the environment variable PICTURES names a folder: `make pictures`.
"""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from labserver import Lab
from PIL import Image
from playwright.sync_api import Locator, Page, expect, sync_playwright

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (make system-packages installs it)")
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync")
PATIENCE = 60_000  # milliseconds: a kernel starts slowly on a busy machine
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
# What JupyterLab's console says on a sound page: the icon of a tab, and calls that were cut short by leaving the page.
HARMLESS = ("favicon", "net::ERR_ABORTED", "net::ERR_NETWORK_CHANGED", "Shared module @jupyterlite/")
# The last one: JupyterLab tries to load the kernel that is there for the website's browser tab, and goes on without it.


@contextmanager
def browser_page(known: tuple[str, ...] = (), flags: tuple[str, ...] = ()) -> Iterator[Page]:
    """An empty page. On leaving, the console must have had no error: what it said is in the failure.

    known: parts of errors that are other programs' own. flags: more of Chromium's.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[*QUIET, *flags])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        errors: list[str] = []
        page.on(
            "console",
            lambda said: errors.append(f"{said.text} {said.location['url']}") if said.type == "error" else None,
        )
        page.on("pageerror", lambda error: errors.append(str(error)))
        try:
            yield page
        finally:
            browser.close()
        unexpected = [error for error in errors if not any(word in error for word in (*HARMLESS, *known))]
        assert unexpected == [], unexpected


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which the files of a folder are served, on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def open_notebook(page: Page, lab: Lab, path: str) -> None:
    """Open a notebook in a JupyterLab of its own, and wait until its kernel is idle."""
    page.goto(lab.page(f"lab/tree/{path}?reset"))
    page.locator(".jp-NotebookPanel:visible .jp-Cell").first.wait_for()
    decline_news(page)
    expect(page.locator("#jp-main-statusbar")).to_contain_text("| Idle")  # before, what one runs is not run
    idle(page)


def decline_news(page: Page) -> None:
    """JupyterLab asks on its first start whether it may fetch news."""
    news = page.get_by_role("button", name="No", exact=True)
    if news.count():
        news.first.click()


def idle(page: Page, patience: int = PATIENCE) -> None:
    """Wait until the kernel of the visible notebook has nothing to do."""
    _has_status(page, "idle", patience)


def busy(page: Page) -> None:
    """Wait until the kernel of the visible notebook has begun."""
    _has_status(page, "busy", PATIENCE)


def _has_status(page: Page, status: str, patience: int) -> None:
    indicator = page.locator(".jp-NotebookPanel:visible .jp-Notebook-ExecutionIndicator")
    expect(indicator).to_have_attribute("data-status", status, timeout=patience)


def cell(page: Page, text: str) -> Locator:
    """The code cell whose source holds `text`, scrolled into view: JupyterLab draws only what is near."""
    found = page.locator(".jp-NotebookPanel:visible .jp-CodeCell", has=page.locator(".cm-content", has_text=text)).first
    for _ in range(400):
        if found.count():
            found.scroll_into_view_if_needed()
            return found
        page.locator(".jp-NotebookPanel:visible .jp-WindowedPanel-outer").first.evaluate("e => e.scrollBy(0, 500)")
        page.wait_for_timeout(60)
    raise AssertionError(f"no cell holds {text!r}")


def run(page: Page, text: str) -> Locator:
    """Run the code cell that holds `text`. → its output."""
    found = cell(page, text)
    found.locator(".cm-content").click()
    page.keyboard.press("Control+Enter")
    idle(page)
    return found.locator(".jp-OutputArea").first


def type_in_place_of(page: Page, within: str, line: str, text: str) -> None:
    """Do what a learner does: put the cursor into a line of the cell that holds `within`, and type something else."""
    cell(page, within).locator(".cm-line", has_text=line).first.click()
    page.keyboard.press("End")
    page.keyboard.press("Shift+Home")
    page.keyboard.type(text)


def menu(page: Page, *entries: str) -> None:
    """Choose from JupyterLab's menu bar: menu("Run", "Run All Cells")."""
    page.locator(".lm-MenuBar-item", has_text=entries[0]).first.click()
    for depth, entry in enumerate(entries[1:], 1):
        item = page.locator(".lm-Menu-item:visible", has_text=entry).first
        item.click() if depth == len(entries) - 1 else item.hover()


def press(page: Page, address: str, row: str, button: str) -> None:
    """Press one of the buttons of a row in a page of formgrader, and wait for its success."""
    page.goto(address)
    page.locator("tr", has_text=row).locator(f".{button} a").first.click()
    answer = page.locator(".modal:visible")
    expect(answer).to_contain_text(re.compile("Success|Error"), timeout=180_000)
    assert "Error" not in (said := answer.inner_text()), said


def choose_theme(page: Page, theme: str) -> None:
    """Switch JupyterLab to its "light" or "dark" theme."""
    is_light = {"light": "true", "dark": "false"}[theme]
    if page.locator("body").get_attribute("data-jp-theme-light") != is_light:
        menu(page, "Settings", "Theme", f"JupyterLab {theme.title()}")
        page.locator(f'body[data-jp-theme-light="{is_light}"]').wait_for(state="attached")


def violations(page: Page, selector: str) -> list[str]:
    """What axe-core finds against WCAG 2.1 A and AA in the parts of the page that `selector` chooses."""
    found = Axe().run(page, context=selector, options=WCAG).response["violations"]
    return [f"{one['id']}: {one['help']} {[node['html'] for node in one['nodes']]}" for one in found]


def snap(page: Page | Locator, name: str) -> None:
    """Keep a picture for the README, if pictures are wanted, in few colours: it is small then."""
    folder = os.environ.get("PICTURES")
    if folder:
        path = Path(folder, f"{name}.png")
        path.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=path)
        with Image.open(path) as picture:
            few = picture.convert("RGB").quantize(96, dither=Image.Dither.NONE)
        few.save(path, optimize=True)
