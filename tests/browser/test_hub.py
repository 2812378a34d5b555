"""The guide for JupyterHub is followed: a real hub, formgrader on the teacher's server, a student on a server of her own.

Nobody is added to this machine: each server runs in a sandbox whose list of users holds its own user alone.
"""

import os
import shutil
import socket
import subprocess
import urllib.request
import venv
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, SETTINGS, copy_course, points_of, solved
from labserver import wait_for
from playwright.sync_api import Page, expect
from rooms import PATIENCE, browser_page, decline_news, menu, needs_chromium, press

pytestmark = [
    pytest.mark.browser,
    pytest.mark.sandbox,
    pytest.mark.slow,
    needs_chromium,
    pytest.mark.skipif(shutil.which("bwrap") is None, reason="no bubblewrap here (make system-packages installs it)"),
    pytest.mark.skipif(shutil.which("npm") is None, reason="no npm here, from which the hub's proxy comes"),
]
GUIDE = ROOT / "docs" / "guide-jupyterhub.md"
ASSIGNMENT = "02-one-hidden-layer"
NOTEBOOK = "one_hidden_layer.ipynb"
PASSWORD = "key"

# A user's server, as the hub starts it: `becoming` gives the user a name of the system's.
CONFIG = """
c = get_config()
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = {password!r}
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = "{homes}/{{username}}"
c.Spawner.cmd = [{becoming!r}]
c.Spawner.args = ["--allow-root"]
c.Spawner.start_timeout = c.Spawner.http_timeout = 120
c.Spawner.environment = {{"JUPYTER_CONFIG_PATH": {everybodys!r}}}
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{ports[0]}"
c.JupyterHub.bind_url = "http://127.0.0.1:{ports[1]}"
c.JupyterHub.hub_port = {ports[2]}
"""
BECOMING = """#!/bin/sh
printf '%s:x:1001:1001::%s:/bin/sh\\n' "$JUPYTERHUB_USER" "$HOME" > "$HOME/passwd"
exec bwrap --dev-bind / / --unshare-user --uid 1001 --gid 1001 --ro-bind "$HOME/passwd" /etc/passwd \\
    {bin}/jupyterhub-singleuser "$@"
"""


def block(word: str) -> str:
    """The block of the guide with this word in it."""
    blocks = GUIDE.read_text(encoding="utf-8").split("```")[1::2]
    return next(text for text in blocks if word in text).removeprefix("python")


def install(*command: object) -> None:
    """Run a command that fetches packages. pytest.skip where it cannot."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"{Path(str(command[0])).name} could not install what a hub needs: {done.stderr[-300:]}")


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """An environment with a clone of the course, in its folder `course`, JupyterHub, and the hub's proxy in `proxy`."""
    folder = tmp_path_factory.mktemp("hub") / "environment"
    venv.create(folder, with_pip=True, symlinks=True)
    course = copy_course(folder / "course")
    install(
        folder / "bin" / "python", "-m", "pip", "install", "--quiet", "-e", f"{course}[instructor]", "jupyterhub>=5"
    )
    install("npm", "install", "--silent", "--prefix", folder / "proxy", "configurable-http-proxy@5")
    return folder


class Hub:
    """A running hub, and the folder with everybody's home."""

    def __init__(self, url: str, homes: Path):
        self.url, self.homes = url, homes

    def formgrader(self, path: str) -> str:
        """The address of a page of the teacher's formgrader."""
        return f"{self.url}/user/teacher/formgrader/{path}"

    def enter(self, page: Page, who: str) -> None:
        """Log in, and wait for one's own server."""
        page.goto(f"{self.url}/hub/login")
        page.fill("#username_input", who)
        page.fill("#password_input", PASSWORD)
        page.click("#login_submit")
        page.wait_for_url(f"**/user/{who}/**", timeout=2 * PATIENCE)


@pytest.fixture(scope="module")
def hub(tmp_path_factory, installed) -> Iterator[Hub]:
    """A hub with the guide's settings for everybody and for the teacher; the course is in the teacher's home."""
    folder = tmp_path_factory.mktemp("served")
    homes, everybodys, exchange = folder / "home", folder / "etc", folder / "exchange"
    for made in (homes, everybodys, exchange):
        made.mkdir()
    (everybodys / "nbgrader_config.py").write_text(
        block("Exchange.root").replace("/srv/nbgrader/exchange", str(exchange))
    )
    for who in ("teacher", "ada", "astray"):
        (homes / who / ".jupyter").mkdir(parents=True)
    course = (installed / "course").rename(homes / "teacher" / "course")
    (installed / "course").symlink_to(course)  # where the environment looks for it
    for who in ("teacher", "astray"):  # the second one's server starts in a folder that the course is not in
        settings = block("CourseDirectory.root").replace("/home/teacher/course", str(course))
        (homes / who / ".jupyter" / "nbgrader_config.py").write_text(settings)
    becoming = folder / "becoming"
    becoming.write_text(BECOMING.format(bin=installed / "bin"))
    becoming.chmod(0o755)
    ports = free_ports(3)
    values = {
        "password": PASSWORD,
        "homes": homes,
        "becoming": str(becoming),
        "everybodys": str(everybodys),
        "ports": ports,
    }
    proxy = str(installed / "proxy" / "node_modules" / ".bin" / "configurable-http-proxy")
    (folder / "jupyterhub_config.py").write_text(CONFIG.format(**values, proxy=proxy))
    ours = (*SETTINGS, "PYTHONPATH", "COURSE_PROGRESS")
    env = {name: value for name, value in os.environ.items() if name not in ours}
    env["PATH"] = os.pathsep.join([str(installed / "bin"), env["PATH"]])
    with open(folder / "log", "w+", encoding="utf-8") as log:
        running = subprocess.Popen([installed / "bin" / "jupyterhub"], cwd=folder, env=env, stdout=log, stderr=log)
        try:
            url = f"http://127.0.0.1:{ports[1]}"
            wait_for(lambda: urllib.request.urlopen(f"{url}/hub/login", timeout=10).close(), running, log)
            yield Hub(url, homes)
        finally:
            running.terminate()  # the hub ends its servers and its proxy
            running.wait(60)


def free_ports(count: int) -> list[int]:
    held = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    try:
        return [one.getsockname()[1] for one in held]
    finally:
        for one in held:
            one.close()


def test_work_goes_from_the_teacher_to_a_student_and_back_on_a_hub(hub):
    teachers = hub.homes / "teacher" / "course"
    adas = hub.homes / "ada" / ASSIGNMENT / NOTEBOOK
    with browser_page() as page:
        hub.enter(page, "teacher")
        press(page, hub.formgrader("manage_assignments"), ASSIGNMENT, "assign")
        press(page, hub.formgrader("manage_assignments"), ASSIGNMENT, "release")
    with browser_page() as page:
        rows = assignment_list(page, hub, "ada")
        rows.get_by_role("button", name="Fetch").click()
        expect(rows.get_by_role("button", name="Submit")).to_be_visible()
        nbformat.write(solved(ROOT, f"{ASSIGNMENT}/{Path(NOTEBOOK).stem}"), adas)
        rows.get_by_role("button", name="Submit").click()
        expect(page.locator("#submitted_assignments_list")).to_contain_text(ASSIGNMENT)
    with browser_page() as page:
        hub.enter(page, "teacher")
        press(page, hub.formgrader("manage_assignments"), ASSIGNMENT, "collect")
        press(page, hub.formgrader(f"manage_submissions/{ASSIGNMENT}"), "ada", "autograde")
        page.goto(hub.formgrader(f"manage_submissions/{ASSIGNMENT}"))
        expect(page.locator("tr", has_text="ada")).to_contain_text("graded")
        press(page, hub.formgrader("manage_assignments"), ASSIGNMENT, "generate-feedback")
        press(page, hub.formgrader("manage_assignments"), ASSIGNMENT, "release-feedback")
    assert (teachers / "grading" / "autograded" / "ada" / ASSIGNMENT / NOTEBOOK).is_file()
    with browser_page() as page:
        assignment_list(page, hub, "ada")
        page.locator("#submitted_assignments_list").get_by_role("button", name="Fetch Feedback").first.click()
        expect(page.locator("#submitted_assignments_list")).to_contain_text("(view feedback)")
    fetched = [*(adas.parent / "feedback").rglob("*.html")]
    total = f"{points_of(ASSIGNMENT, Path(NOTEBOOK).stem):g}"
    assert [f"{total} of {total} points" in path.read_text(encoding="utf-8") for path in fetched] == [True]


def assignment_list(page: Page, hub: Hub, who: str):
    """Open nbgrader's Assignment List. → the rows of the assignment in it."""
    hub.enter(page, who)
    page.goto(f"{hub.url}/user/{who}/lab?reset")
    decline_news(page)
    menu(page, "Nbgrader", "Assignment List")
    return page.locator(".list_item", has_text=ASSIGNMENT)


def test_formgrader_says_only_sorry_where_the_server_starts_beside_the_course(hub):
    with browser_page() as page:
        hub.enter(page, "astray")
        page.goto(f"{hub.url}/user/astray/formgrader")
        expect(page.locator("body")).to_contain_text("Sorry")


def test_formgrader_in_a_hubs_jupyterlab_stays_empty(hub):
    with browser_page(known=("frame-ancestors", "frame")) as page:
        hub.enter(page, "teacher")
        page.goto(f"{hub.url}/user/teacher/lab?reset")
        decline_news(page)
        refused: list[str] = []
        page.on("console", lambda said: refused.append(said.text))
        menu(page, "Nbgrader", "Formgrader")
        page.locator("iframe").first.wait_for()
        for _ in range(100):
            if any("frame-ancestors" in said for said in refused):
                break
            page.wait_for_timeout(100)
        assert any("frame-ancestors" in said for said in refused)
        assert page.frame_locator("iframe").first.get_by_role("link", name=ASSIGNMENT).count() == 0
