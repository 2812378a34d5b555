"""The outside of a sandbox: start a warm process that sees nothing but Python and the course's helpers, and talk to it.

With bubblewrap, everything but what `view` names does not exist for it: no network, no solutions/, no other
submission, no key, no gradebook. Without, limits on time, memory and output are all there is, and `isolation` says so.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass

from grader import exercises
from grader.grading.sandbox import syscalls, view
from grader.judging.errors import CourseError

SLIM = ("numpy", "utils.activations", "utils.neuron", "utils.training")
NEEDS_FULL = re.compile(r"\b(matplotlib|plotting|ipywidgets|IPython|h5py|load_\w+|grader)\b")
FULL = ("numpy", "matplotlib.pyplot", "utils.data", "utils.plotting", "ipywidgets", "IPython.display", "grader.learning.checks")
# Modules that want to do something in each fork (random draws a new seed) would double what a fork costs.
START = """
import os, sys
os.register_at_fork = lambda **calls: None
from grader.grading.sandbox import inside
inside.main(int(sys.argv[1]), sys.argv[2])
"""
ISOLATED = "bubblewrap: no network, no files but Python and the course's helpers, its own processes, limited memory"
LIMITED = "limits on time, memory and output only; install bubblewrap to keep submissions away from files and network"
WITHOUT = "GRADER_WITHOUT_BUBBLEWRAP"  # set, it turns bubblewrap off
OPEN = (
    "{reason}: submissions can read and change your files and the gradebook, use the network, see the answers and each other, "
    "leave processes behind, and use more memory than allowed. {remedy}"
)
INSTALL = "To shut them in: apt-get install bubblewrap"
ALLOW = (
    "Where user namespaces are forbidden, allow them to shut submissions in: sysctl kernel.unprivileged_userns_clone=1 "
    "(Ubuntu: kernel.apparmor_restrict_unprivileged_userns=0)."
)


@dataclass(frozen=True)
class Limits:
    """What one submission may use. seconds: of one cell or exercise; total: of a whole notebook; sizes in bytes."""

    seconds: float = 30
    total: float = 120
    memory: int = 2**30
    scratch: int = 64 * 2**20
    processes: int = 32


class Sandbox:
    """A warm process. `session` gives a connection to a fresh submission's process; leaving it ends that process."""

    def __init__(self, limits: Limits, warm: tuple[str, ...] = SLIM) -> None:
        self.limits, self.warm = limits, warm
        self.isolated = can_isolate()
        self._process: subprocess.Popen | None = None
        self._control: socket.socket | None = None
        self._scratch: tempfile.TemporaryDirectory | None = None

    @property
    def isolation(self) -> str:
        """How submissions are kept apart, in a sentence for the report."""
        return ISOLATED if self.isolated else LIMITED

    @contextlib.contextmanager
    def session(self) -> Iterator[socket.socket]:
        """A connection to a process that runs one submission. It and all it started are dead afterwards."""
        self.start()
        near, far = socket.socketpair()
        with near:
            with far:
                try:
                    socket.send_fds(self._control, [b"S"], [far.fileno()])
                except OSError:
                    self.close()
                    self.start()
                    socket.send_fds(self._control, [b"S"], [far.fileno()])
            self._answer(b"1")
            try:
                yield near
            finally:
                near.close()
                self._control.sendall(b"K")
                self._answer(b"0")

    def start(self) -> None:
        """Start the warm process, unless it is there. CourseError says why it does not start."""
        if self._process and self._process.poll() is None:
            return
        self.close()
        near, far = socket.socketpair()
        with far:
            self._process = self._started(far.fileno())
        self._control = near
        self._answer(b"R")

    def _started(self, fd: int) -> subprocess.Popen:
        quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "start_new_session": True}
        if self.isolated:
            with view.shut_in(_python(fd, self.limits, self.warm, view.SCRATCH)) as (command, fds):
                return subprocess.Popen(command, pass_fds=[fd, *fds], **quiet)
        self._scratch = tempfile.TemporaryDirectory(prefix="grading-")
        environment = {**os.environ, **view.environment(view.root(), self._scratch.name)}
        command = [sys.executable, *_python(fd, self.limits, self.warm, self._scratch.name)]
        return subprocess.Popen(command, pass_fds=[fd], env=environment, **quiet)

    def _answer(self, wanted: bytes) -> None:
        got = self._control.recv(1)
        if got != wanted:
            self._process.kill()
            said = self._process.stderr.read().decode(errors="replace").strip()
            self.close()
            raise CourseError(f"The sandbox ended: {said[-2000:] or 'it gave no reason'}")

    def close(self) -> None:
        """End the warm process and everything in it."""
        if self._control:
            self._control.close()  # which it takes as a sign to leave
        if self._process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=2)
            self._process.kill()
            self._process.wait()
            self._process.stderr.close()
        if self._scratch:
            self._scratch.cleanup()
        self._process = self._control = self._scratch = None

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class Sandboxes:
    """A light sandbox for most notebooks, and one that has loaded pictures and plots for those that use them."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._light, self._full = Sandbox(limits, SLIM), Sandbox(limits, FULL)

    @property
    def isolation(self) -> str:
        return self._light.isolation

    def begin(self) -> None:
        """Start the one that most notebooks need. CourseError says why it does not start."""
        self._light.start()

    def for_source(self, source: str) -> Sandbox:
        return self._full if NEEDS_FULL.search(source) else self._light

    def close(self) -> None:
        self._light.close()
        self._full.close()


def _python(fd: int, limits: Limits, warm: tuple[str, ...], scratch: str) -> list[str]:
    """The arguments of a Python that becomes the warm process."""
    return ["-c", START, str(fd), json.dumps(_settings(limits, warm, scratch))]


@functools.cache
def why_open() -> str:
    """Why a submission's process cannot be shut in here, "" where it can. bubblewrap is tried, once."""
    if not shutil.which("bwrap"):
        return "bubblewrap is not installed"
    if os.environ.get(WITHOUT):
        return f"{WITHOUT} is set"
    if os.uname().machine not in syscalls.MACHINES:
        return f"the system's calls are not known on {os.uname().machine}"
    trial = ["-I", f"{view.COURSE}/grader/grading/sandbox/walls.py", json.dumps(_settings(Limits(), (), view.SCRATCH))]
    with view.shut_in(trial) as (command, fds):
        tried = subprocess.run(command, pass_fds=fds, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    said = tried.stderr.strip().splitlines()
    return f"bubblewrap does not work here ({said[-1] if said else 'it said nothing'})" if tried.returncode else ""


def can_isolate() -> bool:
    """True if bubblewrap is there and a submission's process can be shut in with it."""
    return not why_open()


def what_does_not_hold() -> str:
    """One line about what submissions can do on this machine that they should not. Empty where bubblewrap holds."""
    if not (reason := why_open()):
        return ""
    if not shutil.which("bwrap"):
        remedy = INSTALL
    elif os.environ.get(WITHOUT):
        remedy = "To shut them in, unset it."
    else:
        remedy = ALLOW
    return OPEN.format(reason=reason, remedy=remedy)


def _settings(limits: Limits, warm: tuple[str, ...], scratch: str) -> dict:
    """What the inside is told."""
    isolated = scratch == view.SCRATCH
    return {
        "warm": [*_answer_modules(), *warm],
        "isolated": isolated,
        "memory": limits.memory,
        "cpu": int(limits.total) + 1,
        "scratch": scratch,
        "scratch_bytes": limits.scratch,
        "hidden": _answers_in_utils(),
        "processes": limits.processes,
        "user": 60000 + os.getpid() % 5000,
        "calls": syscalls.program(os.uname().machine).hex() if isolated else "",
    }


def _answers_in_utils() -> list[str]:
    """The files of utils, as the inside sees them, in which answers to exercises can be read."""
    return [*(f"{view.COURSE}/{module.replace('.', '/')}.py" for module in _answer_modules()), f"{view.COURSE}/utils/__pycache__"]


def _answer_modules() -> list[str]:
    """The modules of utils that hold answers. They are imported in time: their files are hidden from every submission."""
    return sorted({answer.rsplit(".", 1)[0] for exercise in exercises.EXERCISES.values() for answer in exercise.answers})
