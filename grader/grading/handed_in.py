"""What a student handed in, read from below `submitted/` without following any link.

A link, in any place on the way, could lead to the solutions or to somebody else's work; a pipe or a device could keep its
reader waiting for ever. Folders are opened one in another by their descriptors, so that nobody can put a link in between.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from grader.grading import gate
from grader.grading.unpack import MOST_LISTED, Entry, Found, is_ignored
from grader.releasing.submitted import is_called

DEEPEST = 8  # folders in one another
MOST_SAID = 10  # sentences about files that were not read
KEPT = ("timestamp.txt", "submission_secret.txt")  # nbgrader's own small files beside the notebooks
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


@dataclass(frozen=True)
class HandedIn:
    """The submission of one student.

    notebooks: name → bytes of all that may be notebooks; modules: name → text of the Python files beside them; kept: name →
    text of nbgrader's own files; notes: what was not read, and why; others: what there is in place of notebooks; problem: why
    it cannot be graded, by no fault of its contents.
    """

    notebooks: dict[str, bytes] = field(default_factory=dict)
    modules: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    problem: str = ""

    def digest(self) -> str:
        """A short hash of it."""
        content = hashlib.sha256()
        for name, raw in sorted(self.notebooks.items()):
            content.update(f"{len(name)} {len(raw)} {name}".encode() + raw)
        beside = sorted(self.modules.items()), sorted(self.kept.items())
        content.update(repr((*beside, self.notes, self.others, self.problem)).encode())
        return content.hexdigest()


def find(submitted: Path, student: str, assignment: str) -> HandedIn:
    """What lies in `submitted/<student>/<assignment>`, or in an archive of that name beside it. Never raises."""
    if not gate.is_harmless_name(student):
        return HandedIn(problem="A student's folder may not have <, >, \", \\ or control characters in its name: rename it.")
    try:
        return _Reader(submitted, student).read(assignment)
    except OSError as error:
        reason = gate.line(error.strerror or type(error).__name__)
        return HandedIn(problem=f"What was handed in cannot be read ({reason}): check the permissions and the disk.")


def _few(sentences: Sequence[str]) -> tuple[str, ...]:
    """What anybody would read of them."""
    more = len(sentences) - MOST_SAID
    return (*sentences[:MOST_SAID], f"And {more} more of this kind.") if more > 0 else tuple(sentences)


class _Reader:
    """Reads one student's folder. Paths are tuples of names below `submitted`."""

    def __init__(self, submitted: Path, student: str) -> None:
        self.submitted, self.student = submitted, student
        self.links: list[str] = []

    def read(self, assignment: str) -> HandedIn:
        try:
            with self._folder((self.student,)) as folder:
                places = sorted((name for name in os.listdir(folder) if is_called(name, assignment)), key=assignment.__ne__)
        except OSError as error:
            if error.errno not in (errno.ENOTDIR, errno.ELOOP):  # what systems say of a link that is not followed
                raise
            return HandedIn(notes=("The student's folder is a link or no folder; it was not followed.",))
        found = Found()
        found.look(self._entries((self.student,), places))
        kept = dict(self._kept((self.student, assignment)))
        return HandedIn(found.notebooks, found.modules, kept, _few([*self.links, *found.notes]), _few(found.others))

    def _entries(self, folder: tuple[str, ...], names: Iterable[str] | None = None) -> Iterator[Entry]:
        """The files in a folder and in those below it."""
        with self._folder(folder) as opened:
            about = [(name, os.lstat(name, dir_fd=opened)) for name in names or sorted(os.listdir(opened))[:MOST_LISTED]]
        for name, status in about:
            path = (*folder, name)
            shown = "/".join(path[2:]) or name
            if is_ignored(shown) or shown in KEPT:
                continue
            if stat.S_ISREG(status.st_mode):
                yield Entry(shown, status.st_size, lambda most, path=path: self._bytes(path, most))
            elif not stat.S_ISDIR(status.st_mode):
                what = "a link; it was not followed" if stat.S_ISLNK(status.st_mode) else "no ordinary file; it was not read"
                self.links.append(f"`{gate.line(shown)}` is {what}.")
            elif len(path) > DEEPEST:
                self.links.append(f"`{gate.line(shown)}` lies deeper than {DEEPEST} folders; it was not read.")
            else:
                yield from self._entries(path)

    @contextmanager
    def _folder(self, path: tuple[str, ...]) -> Iterator[int]:
        """The descriptor of a folder. OSError, ENOTDIR or ELOOP, where one on the way is a link."""
        opened = os.open(self.submitted, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            for name in path:
                below = os.open(name, FOLDER, dir_fd=opened)
                os.close(opened)
                opened = below
            yield opened
        finally:
            os.close(opened)

    def _bytes(self, path: tuple[str, ...], most: int) -> bytes:
        with self._folder(path[:-1]) as folder, closing(os.fdopen(os.open(path[-1], FILE, dir_fd=folder), "rb")) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise OSError("no ordinary file any more")
            return file.read(most)

    def _kept(self, folder: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        for name in KEPT:
            try:
                with self._folder(folder) as opened:
                    is_file = stat.S_ISREG(os.lstat(name, dir_fd=opened).st_mode)
            except OSError as error:
                if error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
                    raise
                continue
            if is_file:
                raw = self._bytes((*folder, name), 1000)
                yield name, gate.text(raw.decode("utf-8", errors="replace").strip(), 200)
