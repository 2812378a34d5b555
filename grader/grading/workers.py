"""Many submissions, on several workers: what one worker does, and how work is handed out."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from multiprocessing.util import Finalize

from grader.grading import feedback
from grader.grading import autograded
from grader.grading.notebook import Judged, Verdict, judge_file, nothing
from grader.grading.mend import cells_of
from grader.grading.sandbox.outside import Limits, Sandboxes
from grader.grading.task import About, Mistake, Result, Task
from grader.judging.errors import CourseError
from grader.grading.released import Template

TRIES = 2  # for a submission whose worker died


_here = threading.local()


def grade(task: Task) -> Result:
    """Grade one submission in this process's sandbox. Never raises: a failure of the grader's own is told in `failed`."""
    try:
        return _grade(task)
    except Exception as error:
        _close()
        return Result(task.student, task.digest, failed=f"{type(error).__name__}: {error}")


def _grade(task: Task) -> Result:
    sandboxes = _sandboxes(task.limits)
    found, notes = assign(task.files, task.templates)
    judged = []
    for template in task.templates:
        if template.name in found:
            judged.append(judge_file(found[template.name], template, task.secret, sandboxes, task.modules))
        else:
            judged.append(nothing(template, f"No notebook {template.name}.ipynb was handed in."))
    return _result(task, judged, (*task.notes, *notes), sandboxes.isolation)


def _sandboxes(limits: Limits) -> Sandboxes:
    if getattr(_here, "limits", None) != limits:
        _close()
        _here.sandboxes, _here.limits = Sandboxes(limits), limits
        Finalize(None, _here.sandboxes.close, exitpriority=1)  # also where a worker leaves, which runs no atexit
    return _here.sandboxes


def _close() -> None:
    if getattr(_here, "sandboxes", None):
        _here.sandboxes.close()
        _here.sandboxes = _here.limits = None


def assign(files: dict[str, bytes], templates: Iterable[Template]) -> tuple[dict[str, bytes], list[str]]:
    """Which file is which notebook. A wrong name is forgiven where only one file can be meant."""
    found = {template.name: files[f"{template.name}.ipynb"] for template in templates if f"{template.name}.ipynb" in files}
    notes = []
    missing = [template for template in templates if template.name not in found]
    spare = {name: raw for name, raw in files.items() if name.removesuffix(".ipynb") not in found}
    for template in missing:
        meant = [name for name, raw in spare.items() if _looks_like(raw, template)]
        if not meant and len(missing) == len(spare) == 1:
            meant = list(spare)
        if len(meant) == 1:
            found[template.name] = spare.pop(meant[0])
            notes.append(f"{meant[0]} was taken for {template.name}.ipynb.")
    return found, notes


def _looks_like(raw: bytes, template: Template) -> bool:
    """More than half of the functions that the notebook asks for are defined in the file."""
    try:
        text = "\n".join("".join(cell.get("source", "")) for cell in cells_of(raw, []))
    except Exception:  # whatever is wrong with it, it does not look like this notebook
        return False
    asked = template.functions
    return sum(bool(re.search(rf"^def {name}\(", text, re.MULTILINE)) for name in asked) > len(asked) / 2


def _result(task: Task, judged: list[Judged], notes: tuple[str, ...], isolation: str) -> Result:
    files = {}
    for one, template in zip(judged, task.templates, strict=True):
        shown = json.dumps(autograded.notebook(one, template), ensure_ascii=False) + "\n"
        files[f"autograded/{task.student}/{task.assignment}/{one.name}.ipynb"] = shown
        files[f"feedback/{task.student}/{task.assignment}/{one.name}.html"] = feedback.page(one, task.assignment)
    for folder in ("autograded", "feedback"):  # where nbgrader looks for them when it returns feedback
        files |= {f"{folder}/{task.student}/{task.assignment}/{name}": text for name, text in task.kept.items()}
    return Result(
        student=task.student,
        digest=task.digest,
        points=tuple((one.name, verdict.cell, verdict.points) for one in judged for verdict in one.verdicts),
        files=files,
        unanswered=tuple((one.name, cell.slot.id) for one in judged for cell in one.cells if _unanswered(cell)),
        timestamp=task.kept.get("timestamp.txt", ""),
        about=About(
            isolation=isolation,
            seconds=round(sum(one.seconds for one in judged), 3),
            notes=(*notes, *(f"{one.name}: {note}" for one in judged for note in one.notes)),
            missing=tuple(sorted({name for one in judged for name in one.missing})),
            mistakes=tuple(_mistake(verdict) for one in judged for verdict in one.verdicts if _has_mistake(verdict)),
        ),
    )


def _unanswered(cell) -> bool:
    return cell.slot is not None and cell.slot.kind == "solution" and cell.source.strip() == cell.slot.source.strip()


def _has_mistake(verdict: Verdict) -> bool:
    return verdict.report is not None and not verdict.report.passed


def _mistake(verdict: Verdict) -> Mistake:
    report = verdict.report
    return Mistake(report.id, report.misconception, report.blank, next(iter(report.advice), ""))


def digest(files: dict[str, bytes], *others: str) -> str:
    """A short hash of all that a grade depends on."""
    content = hashlib.sha256()
    for part in (*(item for pair in sorted(files.items()) for item in (pair[0].encode(), pair[1])), *map(str.encode, others)):
        content.update(len(part).to_bytes(8, "big") + part)
    return content.hexdigest()[:32]


# --- handing out work -----------------------------------------------------------------------------------------------


class Stopped(Exception):
    """Somebody asked to stop; what was in flight has been graded."""


def local(workers: int, limits: Limits) -> ProcessPoolExecutor:
    """Processes on this machine. Fresh ones: nothing of the coordinator's is copied into them."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(limits,))


def ahead(workers: int, limits: Limits) -> Callable[[], Executor]:
    """Start the processes now, while the coordinator still loads nbgrader. → gives them, and later fresh ones."""
    ready = [local(workers, limits)]
    ready[0].submit(int)  # an executor starts its processes with the first task
    return lambda: ready.pop() if ready else local(workers, limits)


def _begin(limits: Limits) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the coordinator's to handle
    threading.Thread(target=_end_with, args=(parent_process(),), daemon=True).start()
    with contextlib.suppress(CourseError):  # which is told with the first submission
        _sandboxes(limits).begin()


def _end_with(coordinator: BaseProcess) -> None:
    """Leave as soon as the coordinator has ended, however it did; the sandboxes of this worker notice, and end, too."""
    coordinator.join()
    os._exit(1)


@contextlib.contextmanager
def interruptible(tell: Callable[[], None]) -> Iterator[threading.Event]:
    """Ctrl-C sets the event, once; a second one interrupts at once, as usual. tell: called at the first."""
    stop = threading.Event()

    def asked(number: int, frame: object) -> None:
        stop.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        tell()

    before = signal.signal(signal.SIGINT, asked)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def _suspect(flying: dict[Future, tuple[Task, int]]) -> bool:
    """One of these may have ended a worker before: it flies alone, so that nobody else is blamed for it."""
    return any(tries > 1 for _, tries in flying.values())


def run(
    tasks: Iterable[Task], make: Callable[[], Executor], workers: int, stop: threading.Event | None = None
) -> Iterator[Result]:
    """Grade all tasks, a few at a time, whatever happens to a worker. Yields results as they come.

    make: gives an executor, and a new one after the last has broken; stop: once it is set, the submissions in flight are
    finished and yielded, then Stopped is raised.
    """
    waiting = iter(tasks)
    again: list[tuple[Task, int]] = []
    flying: dict[Future, tuple[Task, int]] = {}
    executor = make()
    try:
        while True:
            try:
                while not (stop and stop.is_set()) and len(flying) < (1 if again or _suspect(flying) else 2 * workers):
                    task, tries = again.pop() if again else (next(waiting, None), 0)
                    if task is None:
                        break
                    flying[executor.submit(grade, task)] = (task, tries + 1)
                if not flying:
                    break
                finished, _ = wait(flying, return_when=FIRST_COMPLETED)
            except BrokenProcessPool:  # at submit: all that flies has failed, too
                finished = set(flying)
                again.append((task, tries))
            broken = False
            for future in finished:
                task, tries = flying.pop(future)
                try:
                    yield future.result()
                except BrokenProcessPool:
                    broken = True
                    if tries < TRIES:
                        again.append((task, tries))
                    else:
                        yield Result(task.student, task.digest, failed="The worker that graded it ended, twice.")
            if broken:
                executor.shutdown(wait=False, cancel_futures=True)
                executor = make()
    finally:
        executor.shutdown(wait=True)
    if stop and stop.is_set():
        raise Stopped
