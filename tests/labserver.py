"""A real JupyterLab on this machine, for the tests of the doors and of the browser."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

HERE = Path(sys.executable).parent  # the folder of this environment's commands
LEARNERS_LAB = (sys.executable, "-m", "grader", "lab")
INSTRUCTORS_LAB = (*LEARNERS_LAB, "--instructor")
TOKEN = "key"
STARTS_WITHIN = 240  # half seconds


class Lab:
    """A running server, asked through its own pages."""

    def __init__(self, url: str, course: Path):
        self.url, self.course = url, course

    def ask(self, path: str, method: str = "GET") -> str:
        """The text of one of its pages."""
        with urllib.request.urlopen(self._request(path, method), timeout=120) as answer:
            return answer.read().decode()

    def lands_on(self) -> str:
        """Where the server's front door leads."""
        with urllib.request.urlopen(self._request(""), timeout=120) as answer:
            return answer.url

    def page(self, path: str) -> str:
        """The address of a page, with the key that a browser needs."""
        return f"{self.url}{path}{'&' if '?' in path else '?'}token={TOKEN}"

    def _request(self, path: str, method: str = "GET") -> urllib.request.Request:
        return urllib.request.Request(self.url + path, headers={"Authorization": f"token {TOKEN}"}, method=method)


def not_activated(course: Path) -> dict[str, str]:
    """The variables of somebody who has not activated the environment: its commands are not on PATH."""
    folders = [name for name in os.environ["PATH"].split(os.pathsep) if name != str(HERE)]
    mine = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}  # a kernel shows its figures
    return {**mine, "PATH": os.pathsep.join(folders), "PYTHONPATH": str(course)}


@contextmanager
def running_lab(course: Path, home: Path, *command: str, **variables: str) -> Iterator[Lab]:
    """`grader lab` (or another command) in `course`, its settings and its log in the folder `home`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {**not_activated(course), **folders_of_jupyter(home), **variables}
    settings = {"allow_root": True, "open_browser": False, "port": port, "token": TOKEN, "ip": "127.0.0.1"}
    config = Path(env["JUPYTER_CONFIG_DIR"])
    config.mkdir(parents=True, exist_ok=True)
    (config / "jupyter_server_config.json").write_text(json.dumps({"ServerApp": settings}))
    with open(home / "log", "w+", encoding="utf-8") as log:
        server = subprocess.Popen(command or LEARNERS_LAB, cwd=course, env=env, stdout=log, stderr=log)
        lab = Lab(f"http://127.0.0.1:{port}/", course)
        try:
            wait_for(lambda: lab.ask("api/status"), server, log)
            yield lab
        finally:
            _shut_down(lab, server)


def folders_of_jupyter(home: Path) -> dict[str, str]:
    """Variables that give a person a home of their own."""
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "XDG_DATA_HOME")
    folders = {name: str(home / name.lower()) for name in names}
    return folders | {"HOME": str(home), "COURSE_PROGRESS": str(home / "progress.json")}


def wait_for(ask: Callable[[], object], server: subprocess.Popen, log: TextIO) -> None:
    """Ask until the server answers. log: what it says, shown where it ends instead."""
    for _ in range(STARTS_WITHIN):
        assert server.poll() is None, log.seek(0) or log.read()
        try:
            ask()
            return
        except urllib.error.URLError:
            time.sleep(0.5)
    raise AssertionError("the server did not start")


def _shut_down(lab: Lab, server: subprocess.Popen) -> None:
    """Ask the server to stop; `grader lab` ends with it."""
    try:
        if server.poll() is None:
            lab.ask("api/shutdown", "POST")
        server.wait(60)
    except (urllib.error.URLError, subprocess.TimeoutExpired):
        server.kill()
        raise
