"""Who is meant by a name that an LMS gives: a student of nbgrader's list, or nobody. Nothing is guessed."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from grader.judging.errors import CourseError
from grader.releasing.course import Course

Names = Iterable[tuple[str, str]]  # kind ("id", "number", "email", "name" …), what the LMS says; the surest first
GROUP_NAMES = ("id", "name")  # kinds of names that may be a group's


@dataclass(frozen=True)
class Match:
    """students: whose work it is, nobody if that is unclear; how: by which name, or why it is unclear."""

    students: tuple[str, ...]
    how: str


class Roster:
    """The students of the gradebook and, where a table of groups is given, their groups."""

    def __init__(self, course: Course, groups: Path | None = None) -> None:
        self._known: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._logins: dict[str, set[str]] = defaultdict(set)  # ids in small letters: to an LMS, Ada and ada are one login
        with course.gradebook() as book:
            students = [(s.id, s.lms_user_id, s.email, s.first_name or "", s.last_name or "") for s in book.students]
        self.ids = {student for student, *_ in students}
        for student, number, email, first, last in students:
            self._logins[student.casefold()].add(student)
            forms = (("id", student), ("number", number), ("email", email), ("name", first + last), ("name", last + first))
            for kind, form in forms:
                if form:
                    self._known[kind, _plain(form, kind)].add(student)
        self._groups = _read_groups(groups, self.ids) if groups else {}
        self._group_of = {student: name for name, members in self._groups.items() for student in members}

    def match(self, names: Names) -> Match:
        """The student, with everybody of the same group."""
        names = [(kind, form) for kind, name in names for form in self._forms(kind, name)]
        for kind, form in names:
            found = self._found(kind, form)
            if len(found) > 1:
                return Match((), f"may be {' or '.join(sorted(found))}")
            if found:
                return Match(self._with_group(*found), f"by {kind}")
        for kind, form in names:
            groups = [members for name, members in self._groups.items() if _plain(name, "name") == _plain(form, "name")]
            if len(groups) == 1 and kind in GROUP_NAMES:
                return Match(groups[0], "by group")
        return Match((), f"not in the list of students{self._of_a_group(names)}")

    def knows(self, name: str) -> bool:
        """Whether a folder of this name may be somebody's, whoever it is."""
        is_group = _plain(name, "name") in {_plain(group, "name") for group in self._groups}
        return is_group or any(self._found(kind, name) for kind in ("id", "email", "name"))

    def _found(self, kind: str, form: str) -> set[str]:
        exact = self._known.get((kind, _plain(form, kind)), set())
        return exact or (self._logins.get(form.strip().casefold(), set()) if kind == "id" else exact)

    def _of_a_group(self, names: Names) -> str:
        """How to find out whether it is a student whose group stands before the name, in Moodle."""
        for before, hyphen, after in (form.partition("-") for kind, form in names if kind == "name"):
            if hyphen and self._found("name", after):
                return f"; if “{before}” is a group, add --worksheet"
        return ""

    def _forms(self, kind: str, name: str) -> list[str]:
        """As it is, and without what Moodle puts before it where groups hand in: `The Owls-Ada Lovelace`.

        Only the names of known groups are taken off: what stands before a hyphen may be a part of the student's name.
        """
        before, hyphen, after = name.partition("-")
        known = {_plain(group, "name") for group in self._groups} | {_plain("Default group", "name")}
        return [name, after] if kind == "name" and hyphen and _plain(before, "name") in known else [name]

    def _with_group(self, student: str) -> tuple[str, ...]:
        return self._groups.get(self._group_of.get(student, ""), (student,))


def _plain(form: str, kind: str) -> str:
    """An id as it is; a name without accents, spaces and signs, since LMSs leave them out of the names of files."""
    if kind in ("id", "number"):
        return form.strip()
    if kind == "email":
        return form.strip().casefold()
    letters = unicodedata.normalize("NFKD", form)
    return "".join(letter for letter in letters if letter.isalnum()).casefold()


def _read_groups(path: Path, ids: set[str]) -> dict[str, tuple[str, ...]]:
    """A table with the columns `group` and `student`: group → its students. CourseError: it is not such a table."""
    groups: dict[str, list[str]] = defaultdict(list)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise CourseError(f"{path} is not UTF-8: save it as “CSV UTF-8”.") from None
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if not {"group", "student"} <= set(rows.fieldnames or ()):
        head = (text.splitlines() or [""])[0]
        raise CourseError(f"{path} needs a first line with the columns group and student, and a comma between. It is {head!r}.")
    for row in rows:
        group, student = ((row[column] or "").strip() for column in ("group", "student"))
        if group and not student:
            raise CourseError(f"{path}, line {rows.line_num}: there is no student.")
        groups[group].append(student)
    groups.pop("", None)  # students without a group
    members = [student for group in groups.values() for student in group]
    if unknown := sorted(set(members) - ids):
        raise CourseError(f"{path} names students who are not in the list: {', '.join(unknown)}.")
    if twice := sorted({student for student in members if members.count(student) > 1}):
        raise CourseError(f"{path} has more than one line for {', '.join(twice)}.")
    return {name: tuple(sorted(group)) for name, group in groups.items()}
