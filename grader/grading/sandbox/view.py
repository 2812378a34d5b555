"""What exists inside a sandbox: the system's libraries, Python, what a learner gets of the course. All of it is read-only.

Inside, Python, its packages and the course stand at places of their own, and files that would tell where they are outside
are shown with the places inside. (What is compiled, .pyc and .so, is shown as it is: its bytes may hold a path.)
"""

from __future__ import annotations

import contextlib
import functools
import os
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import grader
from grader.wings import LEARNERS_PART

COURSE, SCRATCH, PYTHON, PACKAGES = "/course", "/scratch", "/python", "/packages"
DEVICES = ("/dev/null", "/dev/random", "/dev/urandom")  # not /dev/zero: mapped, it is memory that forks share uncounted
TELLING = ("*.pth", "__editable__*.py", "*.dist-info/direct_url.json")  # of installed packages: they lead to other projects


@contextlib.contextmanager
def shut_in(command: list[str]) -> Iterator[tuple[list[str], list[int]]]:
    """What starts `command`, a Python's arguments, in a world of its own, and the file descriptors that it has to get."""
    whole = ["bwrap", "--die-with-parent", "--new-session", "--hostname", "sandbox"]
    whole += ["--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try", "--as-pid-1"]
    if os.getuid() == 0:
        whole += ["--cap-drop", "ALL"]
        for capability in ("CAP_SETUID", "CAP_SETGID", "CAP_KILL"):  # to become an ordinary user, and to end what it runs
            whole += ["--cap-add", capability]
    else:
        whole += ["--unshare-user"]
    fds: list[int] = []
    try:
        whole += _system() + _python() + _course()
        for path, content in _retold():
            fds.append(os.memfd_create("retold"))
            os.write(fds[-1], content)
            os.lseek(fds[-1], 0, os.SEEK_SET)
            whole += ["--perms", "0644", "--ro-bind-data", str(fds[-1]), path]
        whole += ["--proc", "/proc", "--tmpfs", SCRATCH, "--chdir", SCRATCH, "--remount-ro", "/", "--clearenv"]
        for name, value in _environment_inside().items():
            whole += ["--setenv", name, value]
        yield [*whole, _executable(), *command], fds
    finally:
        for fd in fds:
            os.close(fd)


def root() -> Path:
    """The folder of the course, outside."""
    return Path(grader.__file__).parent.parent


def environment(course: str | Path, scratch: str) -> dict[str, str]:
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


def _environment_inside() -> dict[str, str]:
    path = os.pathsep.join([COURSE, *_packages().values()])
    libraries = {} if _of_system(sys.base_prefix) else {"LD_LIBRARY_PATH": f"{PYTHON}/lib"}
    return environment(COURSE, SCRATCH) | {"PYTHONPATH": path} | libraries


def _system() -> list[str]:
    view = ["--ro-bind", "/usr", "/usr"]
    for name in ("/lib", "/lib32", "/lib64", "/bin"):
        if os.path.islink(name):
            view += ["--symlink", os.readlink(name), name]
        elif os.path.isdir(name):
            view += ["--ro-bind", name, name]
    for name in ("/etc/ld.so.cache", "/etc/fonts", "/etc/localtime"):
        view += ["--ro-bind-try", name, name]
    view += ["--tmpfs", "/dev"]
    for name in DEVICES:
        view += ["--dev-bind", name, name]
    return [*view, "--dir", "/dev/shm", "--remount-ro", "/dev"]


# --- Python ---------------------------------------------------------------------------------------------------------


def _of_system(path: str) -> bool:
    return Path("/usr") in (Path(path), *Path(path).parents)


def _executable() -> str:
    real = os.path.realpath(sys.executable)
    return real if _of_system(real) else f"{PYTHON}/bin/python3"


def _installed() -> list[Path]:
    """The folders of installed packages."""
    folders = map(Path, dict.fromkeys(sys.path))
    return [path for path in folders if path.name in ("site-packages", "dist-packages") and path.is_dir()]


def _packages() -> dict[str, str]:
    """Those that are neither the system's nor below Python itself: place outside → inside."""
    apart = [path for path in _installed() if not _of_system(str(path)) and Path(sys.base_prefix) not in path.parents]
    return {str(path): f"{PACKAGES}/{i}" for i, path in enumerate(apart)}


def _python() -> list[str]:
    view, hidden = [], []
    if not _of_system(os.path.realpath(sys.executable)):
        view += [*_folder(f"{PYTHON}/bin"), "--ro-bind", os.path.realpath(sys.executable), _executable()]
    if not _of_system(sys.base_prefix):
        for name in ("lib", "lib64"):
            view += ["--ro-bind-try", f"{sys.base_prefix}/{name}", f"{PYTHON}/{name}"]
        own = Path(sysconfig.get_path("purelib", vars={"base": sys.base_prefix}))
        hidden += [own] if own.is_dir() and own not in _installed() else []
    for outer, inner in _packages().items():
        view += [*_folder(inner), "--ro-bind", outer, inner]
    hidden += [path / "grader" for path in _installed() if (path / "grader").is_dir()]
    for folder in hidden:
        view += ["--tmpfs", _inside(str(folder)), "--remount-ro", _inside(str(folder))]
    return view


def _folder(path: str) -> list[str]:
    """A folder, and those above it, that an ordinary user can pass."""
    return [word for one in (*reversed(Path(path).parents[:-1]), path) for word in ("--perms", "0755", "--dir", str(one))]


def _inside(text: str) -> str:
    """A text with the places inside for those outside."""
    base = {} if _of_system(sys.base_prefix) else {sys.base_prefix: PYTHON}
    places = {str(root()): COURSE, sys.prefix: PYTHON} | base | _packages()
    for outer in sorted(places, key=len, reverse=True):
        text = text.replace(outer, places[outer]) if not _of_system(outer) else text
    return text


@functools.cache
def _retold() -> tuple[tuple[str, bytes], ...]:
    """Text files that would tell where Python and other projects are outside: place inside, what is shown there."""
    stdlib = Path(sysconfig.get_path("stdlib"))
    told = [(path, b"") for folder in _installed() for pattern in TELLING for path in folder.glob(pattern)]
    for path in (*stdlib.glob("_sysconfigdata*.py"), *stdlib.glob("config-*/*"), *stdlib.parent.glob("pkgconfig/*.pc")):
        if path.is_file() and path.suffix not in (".a", ".o"):
            text = path.read_text(encoding="utf-8", errors="surrogateescape")
            told.append((path, _inside(text).encode("utf-8", "surrogateescape")))
    return tuple((_inside(str(path)), shown) for path, shown in told if not path.is_symlink() and path.read_bytes() != shown)


# --- the course -----------------------------------------------------------------------------------------------------


def _course() -> list[str]:
    view = [word for folder in ("grader/grading",) for word in _folder(f"{COURSE}/{folder}")]
    for name in ("utils", *(f"grader/{part}" for part in (*LEARNERS_PART, "grading/__init__.py", "grading/sandbox"))):
        view += ["--ro-bind", str(root() / name), f"{COURSE}/{name}"]
        for folder in (root() / name).rglob("__pycache__"):
            view += ["--tmpfs", _inside(str(folder)), "--remount-ro", _inside(str(folder))]
    return [*view, "--ro-bind-try", str(root() / "datasets"), f"{COURSE}/datasets"]
