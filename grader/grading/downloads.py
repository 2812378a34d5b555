"""What an LMS's bulk download holds: who handed in which files, and when, read from the names that each LMS gives to files."""

from __future__ import annotations

import os
import re
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path, PurePosixPath

import yaml
from nbgrader.plugins import FileNameCollectorPlugin
from nbgrader.utils import parse_utc

from grader.grading.unpack import LARGEST_FILE, Entry, Refused, in_zip, is_ignored
from grader.judging.errors import CourseError
from grader.releasing import moments

MOST_FILES = 200_000  # of a whole class
GRADESCOPE = "submission_metadata.yml"
FOLDERS = "folders"  # the kind of a download that no LMS made
CANVAS = re.compile(
    r"(?:.*/)?(?P<name>[^_/]+?)(?P<late>_LATE)?_(?P<number>\d+|(?<=anon_)\w{5}|(?<=anon_LATE_)\w{5})"
    r"_(?:\d+_(?P<file>[^/]+)|(?P<page>(?:text|link)\.html))"
)
MOODLE = re.compile(
    r"(?:.*/)?(?P<name>[^/]+?)_(?P<participant>\d+)_assignsubmission_[a-z]+(?:_?/|_)(?P<file>.+)", re.DOTALL
)
FEEDBACK = re.compile(r"(?:.*/)?[^/]+_\d+_assignfeedback_.+", re.DOTALL)  # what a teacher gave back, in Moodle
BLACKBOARD = re.compile(
    r"(?:.*/)?(?P<name>[^/]+)_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>[^/]+)|\.txt)", re.DOTALL
)
RECEIPT = "what Blackboard says.txt"  # of an attempt: who, when, and the text that was typed in place of files


@dataclass(frozen=True)
class Attempt:
    """One submission.

    names: what may tell whose it is, the surest first, each with its kind: "id", "number", "email", "name", or "participant",
    which only Moodle's worksheet tells the student of; time: when it was handed in, if the download says so; late: the LMS
    marks it as late; files: path → file; others: the names of the others who handed it in; called: what the download calls the
    student, where that is none of the names; older: how many older attempts there are.
    """

    names: tuple[tuple[str, str], ...]
    time: datetime | None = None
    late: bool = False
    files: dict[str, Entry] = field(default_factory=dict)
    others: tuple[tuple[tuple[str, str], ...], ...] = ()
    called: str = ""
    older: int = 0

    @property
    def shown(self) -> str:
        """What the download calls the student."""
        return self.called or self.names[-1][1]


@dataclass(frozen=True)
class Download:
    """kind: the LMS it comes from; notes: what was not read, and why."""

    kind: str
    attempts: list[Attempt]
    notes: list[str]


def read(path: Path, zone: tzinfo, plugin: FileNameCollectorPlugin, is_student: Callable[[str], bool]) -> Download:
    """Recognise a download by the names in it; `zone`: of times that have none. CourseError: nothing in it can be read."""
    notes: list[str] = []
    entries = [entry for entry in _entries(path, notes) if not is_ignored(entry.name)]
    notes += [f"{entry.name} is feedback; it was left out." for entry in entries if FEEDBACK.fullmatch(entry.name)]
    entries = [entry for entry in entries if not FEEDBACK.fullmatch(entry.name)]
    if not entries:
        raise CourseError(f"{path} holds no files.")
    if any(PurePosixPath(entry.name).name == GRADESCOPE for entry in entries):
        return Download("Gradescope", _gradescope(entries), notes)
    if plugin.named_regexp:
        kind, found = "the pattern in nbgrader_config.py", _of_plugin(plugin, entries)
        return Download(kind, _together(found), notes + _left_out(entries, found))
    readings = [("Moodle", _moodle(entries)), ("Blackboard", _blackboard(entries, zone)), ("Canvas", _canvas(entries))]
    kind, found = max(readings, key=lambda one: len(one[1]))
    if 2 * len(found) > len(entries):
        return Download(kind, _together(found), notes + _left_out(entries, found))
    return Download(FOLDERS, _together(_folders(entries, is_student)), notes)


def _entries(path: Path, notes: list[str]) -> Iterator[Entry]:
    """The files of a zip archive or a folder. No link is followed."""
    if path.is_dir():
        yield from _below(path, path, notes)
        return
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise CourseError(f"{path} is no zip archive that can be read ({error}).") from None
    if len(archive.infolist()) > MOST_FILES:
        raise CourseError(f"{path} holds more than {MOST_FILES} files.")
    yield from in_zip(archive)


def _below(top: Path, folder: Path, notes: list[str]) -> Iterator[Entry]:
    for one in sorted(os.scandir(folder), key=lambda one: one.name):
        path, name = Path(one.path), Path(one.path).relative_to(top).as_posix()
        if one.is_dir(follow_symlinks=False):
            yield from _below(top, path, notes)
        elif one.is_file(follow_symlinks=False):
            yield Entry(name, one.stat().st_size, lambda most, path=path: _start(path, most))
        else:
            notes.append(f"{name} is a link or no ordinary file; it was not read.")


def _start(path: Path, most: int) -> bytes:
    with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
        return file.read(most)


# --- one reading for each LMS ---------------------------------------------------------------------------------------

Found = list[tuple[Entry, Attempt]]  # a file, and the attempt that it alone would be


def _canvas(entries: Sequence[Entry]) -> Found:
    """`lovelaceada_LATE_4021_88127_work.ipynb`: the name, sorted by family; the user's number in Canvas, the file's number.

    `anon_x7Kq2_88127_work.ipynb` where grading is anonymous: it says nothing of the user. A page of text, or a link, has no
    file's number.
    """
    found = []
    for entry in entries:
        if m := CANVAS.fullmatch(entry.name):
            name = f"anon {m['number']}" if m["name"] == "anon" else m["name"]
            names = (("number", m["number"]), ("name", name))
            found.append((entry, Attempt(names, None, bool(m["late"]), {m["file"] or m["page"]: entry})))
    return found


def _moodle(entries: Sequence[Entry]) -> Found:
    """`Ada Lovelace_12345_assignsubmission_file_/work.ipynb`; its number is the participant's in this assignment."""
    return [
        (entry, Attempt((("participant", m["participant"]), ("name", m["name"])), files={m["file"]: entry}))
        for entry in entries
        if (m := MOODLE.fullmatch(entry.name))
    ]


def _blackboard(entries: Sequence[Entry], zone: tzinfo) -> Found:
    """`Week 1_ada_attempt_2026-10-15-23-59-00_work.ipynb`: both the title and the user's name may have underscores."""
    found = []
    for entry in entries:
        if m := BLACKBOARD.fullmatch(entry.name):
            parts = m["name"].split("_")
            names = tuple(("id", "_".join(parts[i:])) for i in range(1, len(parts)))
            time = datetime.strptime(m["time"], "%Y-%m-%d-%H-%M-%S").replace(tzinfo=zone)
            names = names or (("id", m["name"]),)
            found.append((entry, Attempt(names, time, files={m["file"] or RECEIPT: entry}, called=m["name"])))
    return found


def _gradescope(entries: Sequence[Entry]) -> list[Attempt]:
    """A folder for each submission, and one file that says whose they are. The newest of each submitter is exported."""
    about: dict[str, dict] = {}
    for entry in entries:
        if PurePosixPath(entry.name).name == GRADESCOPE:
            try:
                about |= yaml.load(entry.read(LARGEST_FILE), _Ruby)
            except (yaml.YAMLError, TypeError) as error:
                raise CourseError(f"{entry.name} cannot be read: {error}") from None
    found = []
    for submission, told in about.items():
        people = [_person(one) for one in told.get(":submitters") or [] if isinstance(one, dict)]
        people = [one for one in people if one]
        start = re.compile(rf"(?:.*/)?{re.escape(str(submission))}/(.+)", re.DOTALL)
        files = {m[1]: entry for entry in entries if (m := start.fullmatch(entry.name))}
        if people and files:
            late = bool(told.get(":late"))
            found.append(Attempt(people[0], _moment(told.get(":created_at")), late, files, tuple(people[1:])))
    return found


class _Ruby(yaml.SafeLoader):
    """Reads what Ruby writes: its own kinds of objects as the plain values that they hold."""

    def plain(self, kind: str, node: yaml.Node) -> object:
        if isinstance(node, yaml.MappingNode):
            return self.construct_mapping(node, deep=True)
        if isinstance(node, yaml.SequenceNode):
            return self.construct_sequence(node, deep=True)
        return self.construct_scalar(node)


_Ruby.add_multi_constructor("!ruby/", _Ruby.plain)


def _moment(told: object) -> datetime | None:
    """A time as YAML has it, as Rails has it (a moment in UTC and its zone), or as text."""
    if isinstance(told, dict):
        told = told.get("utc")
    try:
        moment = moments.utc(told) if isinstance(told, str | datetime) else None
    except moments.NoMoment:
        return None
    return moment and moment.replace(tzinfo=UTC)


def _person(about: dict) -> tuple[tuple[str, str], ...]:
    kinds = (("id", ":sid"), ("email", ":email"), ("name", ":name"))
    return tuple((kind, str(about[key])) for kind, key in kinds if about.get(key))


def _of_plugin(plugin: FileNameCollectorPlugin, entries: Sequence[Entry]) -> Found:
    """As nbgrader's own collector reads a name, by c.FileNameCollectorPlugin.named_regexp."""
    found = []
    for entry in entries:
        if about := plugin.collect(entry.name):
            time = parse_utc(about["timestamp"]) if about.get("timestamp") else None
            file = about["file_id"].removesuffix(".ipynb") + PurePosixPath(entry.name).suffix
            found.append((entry, Attempt((("id", about["student_id"]),), time, files={file: entry})))
    return found


def _folders(entries: Sequence[Entry], is_student: Callable[[str], bool]) -> Found:
    """A folder or a file for each student, perhaps all in one folder."""
    paths = [PurePosixPath(entry.name).parts for entry in entries]
    while all(len(path) > 1 for path in paths) and len({path[0] for path in paths}) == 1 and not is_student(paths[0][0]):
        paths = [path[1:] for path in paths]
    found = []
    for path, entry in zip(paths, entries, strict=True):
        who = path[0] if len(path) > 1 else path[0].partition(".")[0]
        names = (("id", who), ("email", who), ("name", who))
        found.append((entry, Attempt(names, files={"/".join(path[1:]) or path[0]: entry})))
    return found


# --- what belongs together ------------------------------------------------------------------------------------------


def _together(found: Found) -> list[Attempt]:
    """The files of one student as one attempt: the newest where the download holds several."""
    attempts: dict[tuple, Attempt] = {}
    times: dict[tuple, set[datetime | None]] = defaultdict(set)
    for _, one in found:
        times[one.names].add(one.time)
        before = attempts.get(one.names)
        if before is None or (one.time and before.time and one.time > before.time):
            attempts[one.names] = one
        elif one.time == before.time:
            attempts[one.names] = replace(before, late=before.late or one.late, files=before.files | one.files)
    return [replace(one, files=_work(one.files), older=len(times[names]) - 1) for names, one in attempts.items()]


def _work(files: dict[str, Entry]) -> dict[str, Entry]:
    """What Blackboard says is of interest only where there is nothing else."""
    return {name: entry for name, entry in files.items() if name != RECEIPT} or files


def _left_out(entries: Sequence[Entry], found: Found) -> list[str]:
    read = {id(entry) for entry, _ in found}
    return [f"{entry.name} does not say whose it is; it was left out." for entry in entries if id(entry) not in read]


def bytes_of(entry: Entry) -> bytes:
    """A whole file. Refused: it is too large, or cannot be read."""
    try:
        raw = entry.read(LARGEST_FILE + 1)
    except (OSError, zipfile.BadZipFile, EOFError, RuntimeError, ValueError) as error:
        raise Refused(f"cannot be read ({type(error).__name__}).") from None
    if len(raw) > LARGEST_FILE:
        raise Refused(f"has more than {LARGEST_FILE // 2**20} MB; it was not read.")
    return raw
