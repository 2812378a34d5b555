"""The outside of a sandbox: start a warm process that sees nothing but Python and the course's helpers, and talk to it.

With bubblewrap, everything but what is named in `_view` does not exist for it: no network, no solutions/, no other
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
import sysconfig
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import grader
from grader.wings import LEARNERS_PART

COURSE, SCRATCH = "/course", "/scratch"
SLIM = ("numpy", "utils.activations", "utils.neuron", "utils.training")
NEEDS_FULL = re.compile(r"\b(matplotlib|plotting|ipywidgets|IPython|h5py|load_\w+|grader)\b")
FULL = ("numpy", "matplotlib.pyplot", "utils.data", "utils.plotting", "ipywidgets", "IPython.display", "grader.learning.checks")
# Modules that want to do something in each fork (random draws a new seed) would double what a fork costs.
START = """
import os, sys
os.register_at_fork = lambda **calls: None
from grader.grading.sandbox import inside
from grader.judging.errors import CourseError
inside.main(int(sys.argv[1]), sys.argv[2])
"""
ISOLATED = "bubblewrap: no network, no files but Python and the course's helpers, its own processes, limited memory"
LIMITED = "limits on time, memory and output only; install bubblewrap to keep submissions away from files and network"


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
        self._scratch = tempfile.TemporaryDirectory(prefix="grading-")
        with far:
            command = [*(_bubblewrap() if self.isolated else []), *self._python(far.fileno())]
            self._process = subprocess.Popen(
                command,
                pass_fds=[far.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env=None if self.isolated else {**os.environ, **_environment(_root(), self._scratch.name)},
                start_new_session=True,
            )
        self._control = near
        self._answer(b"R")

    def _python(self, fd: int) -> list[str]:
        settings = _settings(self.limits, self.warm, SCRATCH if self.isolated else self._scratch.name)
        return [sys.executable, "-c", START, str(fd), json.dumps(settings)]

    def _answer(self, wanted: bytes) -> None:
        got = self._control.recv(1)
        if got != wanted:
            self._process.kill()
            said = self._process.stderr.read().decode(errors="replace").strip()
            self.close()
            raise CourseError(f"The sandbox ended: {said[-2000:] or 'without a word'}")

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


@functools.cache
def can_isolate() -> bool:
    """True if bubblewrap is there and a submission's process can be shut in with it. It is tried, once."""
    if not shutil.which("bwrap") or os.environ.get("GRADER_WITHOUT_BUBBLEWRAP"):
        return False
    trial = [sys.executable, "-I", f"{COURSE}/grader/grading/sandbox/walls.py", json.dumps(_settings(Limits(), (), SCRATCH))]
    return subprocess.run([*_bubblewrap(), *trial], stdin=subprocess.DEVNULL, capture_output=True).returncode == 0


def _settings(limits: Limits, warm: tuple[str, ...], scratch: str) -> dict:
    """What the inside is told."""
    return {
        "warm": warm,
        "isolated": scratch == SCRATCH,
        "memory": limits.memory,
        "cpu": int(limits.total) + 1,
        "scratch": scratch,
        "scratch_bytes": limits.scratch,
        "processes": limits.processes,
        "user": 60000 + os.getpid() % 5000,
    }


def _root() -> Path:
    return Path(grader.__file__).parent.parent


def _environment(course: str | Path, scratch: str) -> dict[str, str]:
    """One thread for linear algebra, no pictures on a screen, the course's packages first."""
    threads = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    return threads | {
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(course),
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLBACKEND": "Agg",
        "MPLCONFIGDIR": scratch,
        "HOME": scratch,
        "TMPDIR": scratch,
        "LANG": "C.UTF-8",
    }


def _bubblewrap() -> list[str]:
    """The command that starts what follows it in a world of its own."""
    command = ["bwrap", "--die-with-parent", "--new-session"]
    command += ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--as-pid-1"]
    if os.getuid() == 0:
        command += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]  # only to become an ordinary user
    else:
        command += ["--unshare-user"]
    command += _view()
    command += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", SCRATCH, "--chdir", SCRATCH, "--remount-ro", "/", "--clearenv"]
    for name, value in _environment(COURSE, SCRATCH).items():
        command += ["--setenv", name, value]
    return command


def _view() -> list[str]:
    """What exists inside: the system's libraries, Python, what a learner gets of the course, all read-only."""
    view = ["--ro-bind", "/usr", "/usr"]
    for name in ("/lib", "/lib32", "/lib64", "/bin"):
        if os.path.islink(name):
            view += ["--symlink", os.readlink(name), name]
        elif os.path.isdir(name):
            view += ["--ro-bind", name, name]
    for name in ("/etc/ld.so.cache", "/etc/fonts", "/etc/localtime"):
        view += ["--ro-bind-try", name, name]
    paths = sysconfig.get_paths()
    pythons = {sys.base_prefix, sys.prefix, paths["stdlib"], paths["purelib"], paths["platlib"]}
    for path in sorted(pythons, key=len):
        if not path.startswith("/usr/") and path != "/usr":
            for folder in reversed(Path(path).parents[:-1]):  # or an ordinary user could not pass them
                view += ["--perms", "0755", "--dir", str(folder)]
            view += ["--ro-bind", path, path]
    for folder in (COURSE, f"{COURSE}/grader", f"{COURSE}/grader/grading"):
        view += ["--perms", "0755", "--dir", folder]
    for name in ("utils", *(f"grader/{part}" for part in (*LEARNERS_PART, "grading/__init__.py", "grading/sandbox"))):
        view += ["--ro-bind", str(_root() / name), f"{COURSE}/{name}"]
    installed = Path(paths["purelib"]) / "grader"
    if installed.is_dir():
        view += ["--tmpfs", str(installed)]
    return [*view, "--ro-bind-try", str(_root() / "datasets"), f"{COURSE}/datasets"]
