"""From an LMS's bulk download to `submitted/<student>/<assignment>/`."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path, PurePosixPath

from nbgrader.plugins import FileNameCollectorPlugin
from nbgrader.utils import parse_utc

from grader.grading import downloads, extensions, gate, handed_in, worksheet
from grader.grading.downloads import Attempt, Download
from grader.grading.roster import Match, Roster
from grader.grading.unpack import LARGEST_ALL, Found, Refused
from grader.judging.errors import CourseError
from grader.learning import notebook_file
from grader.releasing.course import Course

TIMESTAMP = "timestamp.txt"
LOOKED_AT = 20  # submissions by which the assignment is recognised
Ends = Callable[[str], datetime | None]  # student → until when they may hand in, None without a due date
UNSAFE = re.compile(r"[\x00-\x1f]|^[A-Za-z]:")


@dataclass(frozen=True)
class Line:
    """What becomes of one submission. student: "" if nobody could be matched; what: in a word; note: what to know besides."""

    shown: str
    student: str
    how: str
    what: str
    late: bool = False
    note: str = ""


@dataclass(frozen=True)
class Options:
    """update: replace what is there already; dry: write nothing; zone: of the download's times, where they name none;
    groups: a table of them; worksheet: Moodle's, to say whose a participant's number is.
    """

    update: bool = False
    dry: bool = False
    zone: tzinfo = UTC
    groups: Path | None = None
    worksheet: Path | None = None


def collect(course: Course, path: Path, assignment: str, options: Options) -> tuple[str, Download, list[Line]]:
    """Put each student's work where the grader looks for it. → the assignment, what was recognised, a line for each student.

    CourseError: nobody is in the list of students; it is not clear which assignment it is.
    """
    roster = Roster(course, options.groups)
    if not roster.ids:
        raise CourseError("There is no list of students yet: .venv/bin/nbgrader db student import students.csv")
    plugin = FileNameCollectorPlugin(config=course.configuration())
    download = downloads.read(path, options.zone, plugin, roster.knows)
    if options.worksheet:
        download = worksheet.told(download, worksheet.read(options.worksheet), options.zone)
    assignment = _recognised(course, download.attempts, assignment)
    attempts = [_of_assignment(one, assignment) for one in download.attempts]
    if download.kind != downloads.FOLDERS:
        attempts = [_without_stamps(one, download.notes) for one in attempts]
    chosen, lines = _newest([(roster.match(one.names), one) for one in attempts if one.files], roster)
    ends = _ends(course, assignment)
    lines += [_take(course, assignment, student, *found, ends, options) for student, found in sorted(chosen.items())]
    return assignment, download, lines


def _newest(found: list[tuple[Match, Attempt]], roster: Roster) -> tuple[dict[str, tuple[str, Attempt]], list[Line]]:
    """student → how they were recognised, and their newest attempt; lines for those who were not recognised."""
    chosen: dict[str, tuple[str, Attempt]] = {}
    lines = []
    for match, attempt in found:
        if not match.students:
            lines.append(Line(attempt.shown, "", match.how, "left out", attempt.late))
        people = dict.fromkeys(match.students, match.how)
        for names in attempt.others:
            other = roster.match(names)
            people |= dict.fromkeys(other.students, "handed in together")
            if not other.students:
                lines.append(Line(names[-1][1], "", other.how, "left out"))
        for student, how in people.items():
            before = chosen.get(student)
            newest = (how, attempt) if before is None or _age(attempt) > _age(before[1]) else before
            older = attempt.older + (before[1].older + 1 if before else 0)
            chosen[student] = newest[0], replace(newest[1], older=older)
    return chosen, lines


def _age(attempt: Attempt) -> datetime:
    return attempt.time or datetime.min.replace(tzinfo=UTC)


def _take(
    course: Course, assignment: str, student: str, how: str, attempt: Attempt, ends: Ends, options: Options
) -> Line:
    """Write one student's files, unless they are there."""
    time, note = attempt.time, ""
    if attempt.late and not time:  # Canvas says that it is late, and not how late
        end = ends(student)
        time = end + timedelta(seconds=1) if end else None
        note = "counted as one second late" if end else "set the due date, and collect again with --update"
    line = Line(attempt.shown, student, how, "new", attempt.late)
    if not gate.is_harmless_name(student) or "/" in student:
        return replace(line, what="left out", note="a student's id may not have /, <, >, quotation marks or control characters")
    target = course.submitted / student / assignment
    if target.is_symlink() or target.parent.is_symlink():
        return replace(line, what="left out", note="the folder is a link")
    files, notes = _contents(attempt)
    if not files:
        return replace(line, what="left out", note=" ".join(notes) or "no files")
    if time:
        files[TIMESTAMP] = f"{time.astimezone(UTC):%Y-%m-%d %H:%M:%S.%f} UTC".encode()
    attempts = f"the newest of {attempt.older + 1} attempts" if attempt.older else ""
    line = replace(line, note="; ".join(filter(None, [note, attempts, *notes])))
    if target.exists():
        if _same(target, files):
            return replace(line, what="as before")
        if not options.update:
            return replace(line, what="there already", note="--update replaces it")
        if _is_older(target, files):
            return replace(line, what="there already", note="what is there is newer")
        line = replace(line, what="updated", note="; ".join(filter(None, [line.note, "the older files are kept"])))
    if not options.dry:
        _write(course, target, files)
    return line


def _ends(course: Course, assignment: str) -> Ends:
    """With extensions."""
    try:
        with course.gradebook() as book:
            due = extensions.due_date(book, assignment)
        extended = extensions.listed(course, assignment)
    except CourseError:
        return lambda student: None
    return lambda student: extended.get(student, due).replace(tzinfo=UTC)


def _contents(attempt: Attempt) -> tuple[dict[str, bytes], list[str]]:
    """The files by harmless paths, and why some were not read."""
    files: dict[str, bytes] = {}
    notes = []
    left = LARGEST_ALL
    for name, entry in attempt.files.items():
        try:
            path = _inside(name)
            raw = downloads.bytes_of(entry)
            left -= len(raw)
            if left < 0:
                raise Refused(f"is too much: a submission may have {LARGEST_ALL // 2**20} MB.")
            files[path] = raw
        except Refused as error:
            notes.append(f"{gate.line(name)} {error}")
    return files, notes


def _inside(name: str) -> str:
    """A path that stays in its folder. Refused: it would not."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if not parts or parts[0] == "/" or ".." in parts or any(UNSAFE.search(part) for part in parts):
        raise Refused("leads out of its folder; it was not read.")
    if any(len(part.encode(errors="replace")) > 240 for part in parts) or len(parts) > handed_in.DEEPEST:
        raise Refused("has too long a name; it was not read.")
    return "/".join(parts)


def _same(target: Path, files: dict[str, bytes]) -> bool:
    there = {path.relative_to(target).as_posix(): path for path in target.rglob("*") if path.is_file() and not path.is_symlink()}
    return there.keys() == files.keys() and all(there[name].read_bytes() == raw for name, raw in files.items())


def _is_older(target: Path, files: dict[str, bytes]) -> bool:
    """What would be written was handed in before what is there."""
    there = target / TIMESTAMP
    if TIMESTAMP not in files or not there.is_file() or there.is_symlink():
        return False
    try:
        return parse_utc(files[TIMESTAMP].decode()) < parse_utc(there.read_text(encoding="utf-8").strip())
    except ValueError:
        return False


def _write(course: Course, target: Path, files: dict[str, bytes]) -> None:
    """Write a submission whole: beside its place first, so that nobody grades half of it. What is there is kept elsewhere."""
    with tempfile.TemporaryDirectory(dir=course.grading, prefix=".collecting-") as aside:
        new = Path(aside, "new")
        for name, raw in files.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            kept = course.grading / "replaced" / target.parent.name / target.name
            kept.mkdir(parents=True, exist_ok=True)
            shutil.move(target, kept / f"{len(os.listdir(kept)) + 1:03}")
        new.rename(target)


# --- which assignment -----------------------------------------------------------------------------------------------


def _of_assignment(attempt: Attempt, assignment: str) -> Attempt:
    """Where a student's folder has one for each assignment, as nbgrader's have: only this one."""
    inside = {name.partition("/")[2]: entry for name, entry in attempt.files.items() if name.startswith(f"{assignment}/")}
    if not inside:
        return attempt
    time = inside.pop(TIMESTAMP, None)
    return replace(attempt, files=inside, time=parse_utc(time.read(100).decode().strip()) if time else attempt.time)


def _without_stamps(attempt: Attempt, notes: list[str]) -> Attempt:
    """Without a student's files that nbgrader would take for its own: when it was handed in, the LMS alone says."""
    files = {name: entry for name, entry in attempt.files.items() if name not in handed_in.KEPT}
    for name in sorted(attempt.files.keys() - files.keys()):
        notes.append(f"{attempt.shown}: {name} was left out, since nbgrader has a file of this name of its own.")
    return replace(attempt, files=files)


def _recognised(course: Course, attempts: list[Attempt], named: str) -> str:
    """The assignment that most cells of a notebook come from; the one that was named, unless all are of others.

    CourseError: it is none, or several; it is another one than was named.
    """
    ids = {name: [*_ids_of(course, name)] for name in course.assignments()}
    found = set()
    for attempt in attempts[:LOOKED_AT]:
        look = Found()
        look.look(attempt.files.values())
        there = {match.decode() for raw in look.notebooks.values() for match in re.findall(rb'"grade_id":\s*"([^"]+)"', raw)}
        found |= {name for name, notebooks in ids.items() if any(len(there & own) > len(own) / 2 for own in notebooks)}
    if named and (not found or named in found):
        return named
    what = f"This is work for {' and '.join(sorted(found))}" if found else "No notebook of an assignment is recognised here"
    if named:
        raise CourseError(f"{what}, not for {named}.")
    if len(found) != 1:
        raise CourseError(f"{what}: name the assignment with --assignment. There are: {', '.join(ids)}.")
    return found.pop()


def _ids_of(course: Course, assignment: str) -> Iterator[set[str]]:
    """The ids of the cells of each of its notebooks."""
    for path in course.root.joinpath("solutions", assignment).glob("*.ipynb"):
        yield {about["grade_id"] for cell in notebook_file.read(path) if (about := cell["metadata"].get("nbgrader"))}
