"""One notebook in a sandbox: its cells are run, then its functions are called on cases.

What ends or outlasts the process costs only itself: the notebook is run again without it, a few times.
"""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from socket import socket

from grader.grading import gate
from grader.grading.functions import defined
from grader.grading.plan import Step, definitions
from grader.grading.sandbox import messages
from grader.grading.sandbox.outside import Limits, Sandbox
from grader.judging.case import Observation
from grader.judging.plain import Raised

SEARCH, SEARCHES = 0.2, 0.6  # seconds for the line of one mistake, and for those of one notebook
RESTARTS = 3  # of one notebook because of cells that end it
SIGALRM, SIGXCPU = -14, -24
PLACE = re.compile(r" \(<cell \d+ of .*, line \d+\)$")  # of an error in the syntax
BROKEN = (messages.Closed, ValueError, RecursionError)  # nothing came, no message, or one that we do not send


@dataclass(frozen=True)
class Ran:
    """What a cell did: printed text, errors, the value of a test's last line; ended: how it ended the process, after "This cell";
    kept: its definitions were run without the rest.
    """

    out: str = ""
    err: str = ""
    error: dict | None = None
    value: str | None = None
    ended: str = ""
    kept: bool = False

    @property
    def end(self) -> str:
        """How the cell ended the process, as a sentence; "" if it did not."""
        kept = " The functions that it defines count all the same." if self.kept else ""
        return f"This cell {self.ended}{kept}" if self.ended else ""


class Running:
    """A notebook that runs in `sandbox`. To be used in a with statement.

    functions: those that will be called; closed: functions of utils that raise, from before the first cell on;
    modules: the texts of the Python files beside the notebook, by name.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        name: str,
        steps: Sequence[Step],
        functions: Sequence[str],
        closed: Sequence[str],
        modules: dict[str, str],
    ) -> None:
        self.sandbox, self.name, self.functions = sandbox, name, list(functions)
        self.closed, self.modules = list(closed), modules
        self.limits: Limits = sandbox.limits
        self.ran: dict[int, Ran] = {}
        self.defined: set[str] = set()
        self.ended: Raised | None = None  # why the last function that was called did not come back
        self.met_others = False  # the last function was called where others had been called before it
        self._steps = list(steps)
        self._texts = {step.place: step.source for step in steps}
        self._session = contextlib.ExitStack()
        self._connection: socket | None = None
        self._in_fork = False  # a fork waits for the next function
        self._search_left = SEARCHES
        self._until = time.monotonic() + self.limits.total

    def __enter__(self) -> Running:
        self._start()
        return self

    def __exit__(self, *error: object) -> None:
        self._drop()

    def renew(self) -> None:
        """End the process. The next call meets a new one, in which the cells have run and no function has been called."""
        self._drop()

    def observe(self, id: str, cases: list[dict], helpers: Sequence[str], code: object, together: bool = False) -> list:
        """Call the function of the exercise `id` on each case. → what it gives, an Observation for each case.

        helpers: names of right functions that take the place of the student's; code: the bytes of what defines them, marshalled;
        together: in one fork with the last one and the next. That spares forks, and something may be left behind there.
        """
        if not together:
            self._leave()
        self.met_others = self._in_fork
        seen: dict[int, Observation] = {}
        ending = Raised("TimeoutError", "there was no time left")
        if self._connection or (time.monotonic() < self._until and self._start()):
            seconds = max(0.5, min(self.limits.seconds, self._until - time.monotonic()))
            request = {"id": id, "cases": cases, "helpers": list(helpers), "code": code}
            ending = self._collect(request | {"seconds": seconds}, seen, time.monotonic() + seconds + 2)
            if not together:
                self._leave()
        self.ended = ending if len(seen) < len(cases) else None
        return [seen.get(i, Observation(ending)) for i in range(len(cases))]

    def locate(self, id: str, public: str, helpers: Sequence[str], code: object, lines: int) -> tuple[int, str, bool] | None:
        """The line of the mistake in the function of the exercise `id`, the kind of an edit that mends it there, and whether that
        mends all. None where nothing is certain, or there is no time. It is searched in a fork of its own.

        public: the public cases as JSON; lines: how many the function has.
        """
        self._leave()
        seconds = min(SEARCH, self._search_left, self._until - time.monotonic())
        if seconds < SEARCH / 4 or not self._connection:
            return None
        began, end = time.monotonic(), 4 * seconds + 1
        request = {"id": id, "public": public, "helpers": list(helpers), "code": code, "seconds": seconds, "end": end}
        try:
            messages.send(self._connection, request)
            message = gate.message(messages.receive(self._connection, began + end + 1))
            self._in_fork = "end" not in message
            return gate.located(message, lines) if self._in_fork else None
        except (messages.Late, *BROKEN):
            self._drop()
            return None
        finally:
            self._search_left -= time.monotonic() - began
            self._leave()

    def _collect(self, request: dict, seen: dict[int, Observation], deadline: float) -> Raised:
        """Read what comes until the function is done. → what to say of the cases that are missing then."""
        sizes = {i: len(case["args"]["$tuple"]) for i, case in enumerate(request["cases"])}
        late = Raised("TimeoutError", f"it ran longer than {request['seconds']:.3g} s")
        ended = Raised("SystemExit", "it ended the whole process")
        try:
            messages.send(self._connection, request)
            for _ in range(len(request["cases"]) + 1):  # more would be somebody else's messages
                message = gate.message(messages.receive(self._connection, deadline))
                if "done" in message:
                    self._in_fork = True
                    return ended
                if "end" in message:
                    if self._in_fork:
                        self._drop()  # whether it has seen this request, nobody can tell
                    return late if message["end"] in (SIGALRM, SIGXCPU) else ended
                i = gate.place(message, "seen", sizes)
                seen[i] = gate.observation(message, sizes[i])
            raise ValueError("too many messages")
        except messages.Late:
            self._drop()
            return late
        except BROKEN:
            self._drop()
            return ended

    def _start(self) -> bool:
        """Run the cells; of those that end the process, what they define. → whether the process is there."""
        for attempt in range(RESTARTS + 2):
            place, why = self._attempt()
            if place is None:
                return not why
            if attempt >= RESTARTS or time.monotonic() > self._until:
                left = [step for step in self._steps if step.place < place]
            else:
                left = [step if step.place != place else self._cut(step) for step in self._steps]
            self._steps = [step for step in left if step]
            self.ran[place] = Ran(ended=why, kept=any(step.place == place for step in self._steps))
        return False

    def _attempt(self) -> tuple[int | None, str]:
        """Run the cells once. → the cell that ended the process, or None, and why."""
        self._drop()
        self._connection = self._session.enter_context(self.sandbox.session())
        cells = [
            {
                "place": step.place,
                "source": step.source,
                "name": f"<cell {step.place + 1} of {self.name}>",
                "test": step.test,
            }
            for step in self._steps
        ]
        place, seconds, known = None, self.limits.seconds, {step.place for step in self._steps}
        try:
            request = {"cells": cells, "functions": self.functions, "modules": self.modules, "closed": self.closed}
            messages.send(self._connection, request)
            for _ in range(2 * len(cells) + 1):
                until = min(time.monotonic() + seconds, self._until + seconds)
                message = gate.message(messages.receive(self._connection, until))
                if "defined" in message:
                    self.defined = gate.names(message, self.functions)
                    return None, ""
                if "cell" in message:
                    place = gate.place(message, "cell", known)
                else:
                    self._note(gate.place(message, "ran", known), Ran(*gate.output(message)))
            raise ValueError("too many messages")
        except messages.Late:
            why = f"ran longer than {seconds:g} s and was stopped."
        except BROKEN:
            why = "ended the process that ran it."
        self._drop()
        return place, why

    def _note(self, place: int, ran: Ran) -> None:
        """Keep what a cell did, and why it was cut, if it was."""
        before = self.ran.get(place)
        self.ran[place] = replace(ran, ended=before.ended, kept=before.kept) if before else ran

    def _cut(self, step: Step) -> Step | None:
        """Of a cell that ended the process its definitions; None where there are none, or nothing else, or it is a test."""
        kept = "" if step.test else definitions(step.source, self.functions)
        return replace(step, source=kept) if kept and kept != step.source else None

    def why_undefined(self, function: str) -> str:
        """Why the cell that defines a function did not come to its end, in words that go on from "its cell", "" if it did."""
        for place, what in self.ran.items():
            if function in defined(self._texts.get(place, "")):
                if what.ended:
                    return what.ended
                if what.error:
                    line = re.search(r", line (\d+)\)$", what.error["message"])
                    message = PLACE.sub("", what.error["message"])
                    return f"stopped with {what.error['kind']}: {message}" + (f", in its line {line[1]}." if line else ".")
        return ""

    def _leave(self) -> None:
        """End the fork that waits for the next function."""
        if not self._in_fork:
            return
        try:
            messages.send(self._connection, {"leave": True})
            if "end" not in gate.message(messages.receive(self._connection, time.monotonic() + 2)):
                raise ValueError("not the end of a fork")
            self._in_fork = False
        except (messages.Late, *BROKEN):
            self._drop()

    def _drop(self) -> None:
        self._session.close()
        self._connection, self._in_fork = None, False
