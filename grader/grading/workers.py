"""Many submissions, on several workers: what one worker does, and how work is handed out."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, CancelledError, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from multiprocessing.util import Finalize

from grader.explaining.ideas import IDEAS
from grader.grading import autograded, gate, said_once
from grader.grading.chosen import choose
from grader.grading.notebook import Judged, Verdict, judge_file, nothing
from grader.grading.released import Template
from grader.grading.sandbox.outside import Limits, Sandboxes
from grader.grading.task import GRADED, NOTHING, About, Mistake, Result, Task, failure
from grader.judging.errors import CourseError

LONGEST_NOTE = 500  # characters
TRIES = 2  # for a submission whose worker died

_here = threading.local()


def grade(task: Task) -> Result:
    """Grade one submission in this process's sandbox. Never raises: what goes wrong costs this submission alone."""
    try:
        return _grade(task)
    except Exception as error:
        _close()
        return failure(task.student, task.digest, error)


def _grade(task: Task) -> Result:
    sandboxes = _sandboxes(task.limits)
    choices = choose(task.found, task.templates)
    judged = []
    for template in task.templates:
        raw, notes = choices[template.name].raw, choices[template.name].notes
        modules = task.found.modules
        one = nothing(template) if raw is None else judge_file(raw, template, task.secret, sandboxes, modules)
        judged.append(replace(one, notes=tuple(dict.fromkeys(gate.text(note, LONGEST_NOTE) for note in (*notes, *one.notes)))))
    return _result(task, judged, sandboxes.isolation)


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


def _result(task: Task, judged: list[Judged], isolation: str) -> Result:
    files, shown = {}, list(zip(judged, task.templates, strict=True))
    for one, template in shown:
        text = json.dumps(autograded.notebook(one, template), ensure_ascii=False) + "\n"
        files[f"autograded/{task.student}/{task.assignment}/{one.name}.ipynb"] = text
    for folder in ("autograded", "feedback"):  # where nbgrader looks for them when it returns feedback
        files |= {f"{folder}/{task.student}/{task.assignment}/{name}": text for name, text in task.found.kept.items()}
    return Result(
        student=task.student,
        digest=task.digest,
        points=tuple((one.name, verdict.cell, verdict.points) for one in judged for verdict in one.verdicts),
        files=files,
        unanswered=tuple((one.name, id) for one, template in shown for id in _unanswered(one, template)),
        timestamp=task.found.kept.get("timestamp.txt", ""),
        about=About(
            isolation=isolation,
            seconds=round(sum(one.seconds for one in judged), 3),
            notes=said_once.of_notebooks(task.found.notes, [(one.name, one.notes) for one in judged]),
            libraries=tuple(sorted({name for one in judged for name in one.libraries})),
            mistakes=tuple(_mistake(verdict) for one in judged for verdict in one.verdicts if _has_mistake(verdict)),
            missing=tuple(one.name for one in judged if not one.found),
            state=GRADED if any(one.found for one in judged) else NOTHING,
        ),
    )


def _unanswered(judged: Judged, template: Template) -> Iterator[str]:
    """The ids of the answers that were left as they were released, or not handed in at all."""
    written = {cell.slot.id for cell in judged.cells if cell.slot and cell.source.strip() != cell.slot.source.strip()}
    yield from (slot.id for slot in template.slots if slot.kind == "solution" and slot.id not in written)


def _has_mistake(verdict: Verdict) -> bool:
    return verdict.report is not None and not verdict.report.passed


def _mistake(verdict: Verdict) -> Mistake:
    report = verdict.report
    idea = IDEAS[report.located.kind] if report.located and not report.misconception else ""
    return Mistake(report.id, report.misconception, report.blank, next(iter(report.advice), ""), idea)


def digest(*parts: str) -> str:
    """A short hash of all that a grade depends on."""
    content = hashlib.sha256()
    for part in map(str.encode, parts):
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


def _has_broken(future: Future) -> bool:
    return future.cancelled() or isinstance(future.exception(), BrokenProcessPool)


def _landed(future: Future, task: Task, tries: int) -> Result | None:
    """What came of a task. None: its worker ended, and it is to be tried again."""
    try:
        return future.result()
    except (BrokenProcessPool, CancelledError):
        return None if tries < TRIES else Result(task.student, task.digest, failed="the worker that graded it ended, twice")
    except Exception as error:  # lost on its way to or from another machine
        return failure(task.student, task.digest, error)


def run(
    tasks: Iterable[Task | Result], make: Callable[[], Executor], workers: int, stop: threading.Event | None = None
) -> Iterator[Result]:
    """Grade all tasks, a few at a time, whatever happens to a worker. Yields results as they come.

    tasks: a result among them is yielded as it is: that submission failed before it could become a task;
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
                    if isinstance(task, Result):
                        yield task
                        continue
                    flying[executor.submit(grade, task)] = (task, tries + 1)
                if not flying:
                    break
                finished, _ = wait(flying, return_when=FIRST_COMPLETED)
            except BrokenProcessPool:  # at submit: all that flies has failed, too
                finished = set(flying)
                again.append((task, tries))
            for future in finished:
                task, tries = flying.pop(future)
                result = _landed(future, task, tries)
                if result:
                    yield result
                else:
                    again.append((task, tries))
            if any(map(_has_broken, finished)):
                executor.shutdown(wait=False, cancel_futures=True)
                executor = make()
    finally:
        executor.shutdown(wait=True)
    if stop and stop.is_set():
        raise Stopped
