"""The sandboxed side. A warm process has imported what notebooks need; it forks one process for each submission.

A submission's process runs the cells of the notebook, then forks once more for each function that is called. Only plain
values leave it. Nothing in here knows a right answer before the exercise that asks for it has been judged: the outside
sends the right helpers of an exercise together with its cases, and asks for the exercises in the order of the notebook.

`grader.grading.sandbox.outside` starts it, with nothing of solutions/ in sight.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import marshal
import os
import select
import signal
import socket
import sys
import threading
import traceback
from gc import collect, freeze
from types import ModuleType

from grader import exercises
from grader.explaining.search import Limits, locate
from grader.grading.sandbox import messages
from grader.grading.sandbox.walls import confine, empty, enter_namespaces, memory
from grader.judging.case import Case, from_json
from grader.judging.observe import observe
from grader.learning.beside import Beside
from grader.learning.cell import Run

MATTERS = {  # what calling a function, and telling what it gave, goes through
    "ast", "base64", "builtins", "contextlib", "copy", "difflib", "inspect", "io", "json", "json.encoder", "linecache", "numpy",
    "numpy._core._methods", "numpy._core._ufunc_config", "numpy._core.fromnumeric", "numpy._core.multiarray",
    "numpy._core.numeric", "numpy.random", "os", "random", "re", "signal", "socket", "struct", "time", "traceback", "warnings",
}  # fmt: skip
OUTPUT = 20_000  # characters of a cell's output that are kept
WATCH = 0.05  # seconds between two looks at a student's memory; a look takes 0.1 ms


# --- the warm process -----------------------------------------------------------------------------------------------


def main(control_fd: int, told: str) -> None:
    """Serve one submission after the other until the outside ends. told: the settings, as JSON."""
    settings = json.loads(told)
    control = socket.socket(fileno=control_fd)
    for name in settings["warm"]:
        importlib.import_module(name)
    _share_memory()
    control.sendall(b"R")
    child = None
    while True:
        ready, _, _ = select.select([control], [], [], WATCH if child else None)
        if not ready:
            if settings["isolated"] and memory() > settings["memory"]:
                child.end()  # the outside sees the connection close
            continue
        message, fds, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            if child:
                child.end()
            break
        if message == b"S":
            child = Child(fds[0], control, settings)
            control.sendall(b"1")
        elif child:
            child.end()
            child = None
            control.sendall(b"0")


def _share_memory() -> None:
    """Keep the garbage collector from touching what is there: each page that is touched is copied in every fork."""
    collect()
    freeze()


class Child:
    """A submission's process as the warm one sees it."""

    def __init__(self, fd: int, control: socket.socket, settings: dict) -> None:
        read, write = os.pipe()
        self.outer = os.fork()
        if self.outer == 0:
            _guard(lambda: _between(fd, (control, read), write, settings))
        os.close(fd)
        os.close(write)
        self.pid = int(os.read(read, 16) or b"0")
        os.close(read)

    def end(self) -> None:
        """End it and everything it has started; the process between notices, and ends by itself."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.outer, 0)


def _guard(run) -> None:
    """Run in a fork and never come back from it."""
    try:
        run()
    except BaseException:
        with contextlib.suppress(Exception):
            os.write(2, traceback.format_exc().encode())  # seen until the student's process is confined
    finally:
        os._exit(1)


def _between(fd: int, to_close: tuple, report: int, settings: dict) -> None:
    """The process between the warm one and the student's: it enters new namespaces and waits."""
    control, read = to_close
    control.close()
    os.close(read)
    if settings["isolated"]:
        enter_namespaces(settings["user"])
    pid = os.fork()
    if pid == 0:
        os.close(report)
        _guard(lambda: _student(socket.socket(fileno=fd), settings))
    os.write(report, str(pid).encode())
    os.close(report)
    os.close(fd)
    os.waitpid(pid, 0)
    os._exit(0)


# --- a submission's process -----------------------------------------------------------------------------------------


def _student(sock: socket.socket, settings: dict) -> None:
    """Run the cells that the outside sends, then call functions as it asks."""
    confine(settings)
    own = [name for name in sys.modules if name.split(".")[0] == "grader"]
    saved = [(vars(sys.modules[name]), dict(vars(sys.modules[name]))) for name in (*MATTERS, *own)]
    for name in own:
        del sys.modules[name]  # a notebook that imports it gets a copy of its own
    request = messages.receive(sock)
    for name in request["closed"]:
        _close(name)
    sys.meta_path.append(Beside(request["modules"]))
    namespace = run_cells(request["cells"], request["functions"], sock)
    _stop_watching()
    for current, before in saved:
        current.update(before)  # nothing that was patched is patched any more
    messages.send(sock, {"defined": [name for name in request["functions"] if callable(namespace.get(name))]})
    _share_memory()
    while request := _next(sock):
        empty(settings["scratch"])
        pid = os.fork()
        if pid == 0:
            _guard(lambda: serve(namespace, request, sock))
        _, status = os.waitpid(pid, 0)
        messages.send(sock, {"end": os.waitstatus_to_exitcode(status)})


def _stop_watching() -> None:
    """What a cell left to follow each line that runs would follow ours, too."""
    for stop in (sys.settrace, sys.setprofile, threading.settrace, threading.setprofile):
        stop(None)
    monitoring = getattr(sys, "monitoring", None)  # from Python 3.12 on
    for tool in range(6 if monitoring else 0):
        if monitoring.get_tool(tool):
            monitoring.set_events(tool, 0)


def _next(sock: socket.socket) -> dict | None:
    """What the outside asks next, None when it has ended."""
    try:
        return messages.receive(sock)
    except messages.Closed:
        return None


class Output(io.StringIO):
    """What a cell prints, up to a limit."""

    def write(self, text: str) -> int:
        room = OUTPUT - self.tell()
        if room > 0:
            super().write(str(text)[:room])
        return len(text)

    def close(self) -> None:
        """A notebook's output cannot be closed either."""


def run_cells(cells: list[dict], functions: list[str], sock: socket.socket) -> dict[str, object]:
    """Run each cell in one namespace. A cell that fails does not stop the next. → the namespace."""
    main_module = ModuleType("__main__")
    sys.modules["__main__"] = main_module
    notebook = Run(vars(main_module), functions)
    for cell in cells:
        messages.send(sock, {"cell": cell["place"]})
        messages.send(sock, {"ran": cell["place"], **run_cell(notebook, cell["source"], cell["name"], cell["test"])})
    vars(main_module).update(notebook.examined())
    return vars(main_module)


def run_cell(notebook: Run, text: str, filename: str, test: bool) -> dict:
    """What a cell printed, the error that it raised, and the text of its last expression (of a test only)."""
    out, err, value, error = Output(), Output(), None, None
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            value = notebook.cell(text, filename, strictly=test)
        except BaseException as raised:  # a SystemExit or a KeyboardInterrupt of a student's ends nothing
            text = traceback.format_exc(limit=-5)[-4000:]
            error = {"kind": type(raised).__name__, "message": str(raised)[:1000], "text": text}
    said = None if value is None or not test else str(value if isinstance(value, str) else repr(value))[:OUTPUT]
    return {"out": out.getvalue(), "err": err.getvalue(), "error": error, "value": said}


# --- a fork in which functions are called ---------------------------------------------------------------------------


def serve(namespace: dict, request: dict | None, sock: socket.socket) -> None:
    """Call one function after the other, until the outside wants another fork. Right helpers come with what asks for them."""
    while request and "leave" not in request:
        before = dict(namespace)
        (search if "public" in request else call)(namespace, request, sock)
        namespace.clear()
        namespace.update(before)
        request = _next(sock)
    os._exit(0)


def call(namespace: dict, request: dict, sock: socket.socket) -> None:
    """Call one function on each case and send what it gives."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, request["seconds"])
    exercise = exercises.find(request["id"])
    namespace.update(_helpers(request))
    function = namespace.get(exercise.function)
    for i, case in enumerate(request["cases"]):
        asked = Case("", "", messages.unpack(case["args"]), None, spare=messages.unpack(case["spare"]))
        seen = observe(exercise, function, asked).seen
        messages.send(sock, {"seen": i, "got": messages.pack(seen.got), "changed": list(seen.changed)})
    signal.setitimer(signal.ITIMER_REAL, 0)
    messages.send(sock, {"done": True})


def search(namespace: dict, request: dict, sock: socket.socket) -> None:
    """Look for the line of the mistake in one function, by the public cases that come with the request, and send its place."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, request["end"])
    exercise = exercises.find(request["id"])
    namespace.update(_helpers(request))
    function = namespace.get(exercise.function)
    known = from_json(request["public"])[exercise.id]
    seen = [observe(exercise, function, case) for case in known.cases]
    found = locate(exercise, function, seen, Limits(request["seconds"]), known.needs)
    signal.setitimer(signal.ITIMER_REAL, 0)
    messages.send(sock, {"located": [found.line, found.kind, found.complete] if found else None})


def _helpers(request: dict) -> dict[str, object]:
    """The right functions that this one may call."""
    if not request["helpers"]:
        return {}
    own: dict[str, object] = {"__name__": "__main__"}  # they stand in for functions of the notebook
    exec(marshal.loads(request["code"].tobytes()), own)
    return {name: own[name] for name in request["helpers"]}


def _close(path: str) -> None:
    """Make a function of utils raise, under whatever name it is imported. Its body is nowhere in this process then."""
    module, name = path.rsplit(".", 1)
    function = getattr(importlib.import_module(module), name)

    def closed(*args, **kwargs):
        raise RuntimeError("write this one yourself: what utils has is the answer to an exercise of this notebook")

    function.__code__ = closed.__code__
