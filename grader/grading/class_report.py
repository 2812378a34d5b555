"""The class report: one self-contained HTML page from the gradebook. It is what an instructor opens first."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from statistics import mean, median
from types import MappingProxyType
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, Template

from grader.grading import class_figures as figures
from grader.grading import gate, marks
from grader.grading.gradebook import Recorder
from grader.grading.marks import Grade, grades, waiting
from grader.grading.task import NOTHING, About
from grader.judging.errors import CourseError
from grader.learning.files import write_whole
from grader.releasing.course import Course

SLOWEST = 5  # submissions that are listed
FELL = 0.2  # of the points: so much less than last time is worth a talk


@dataclass(frozen=True)
class Beside:
    """What a report tells beside the grades of an assignment. absent: who handed in nothing; penalties: what lateness cost, by
    student; people: first and last names, by student, where the list of students has them; pages: the addresses of each
    student's feedback, by notebook; last_name, last: the assignment before, and who earned what share of its points.
    """

    absent: tuple[str, ...] = ()
    penalties: Mapping[str, float] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    last_name: str = ""
    last: Mapping[str, float] = field(default_factory=dict)


def write(course: Course, assignment: str) -> Path:
    """Write grading/report-<assignment>.html, and feedback that is out of date. → its path. CourseError: nothing graded yet."""
    with Recorder(course, assignment) as recorder:
        about, problems = dict(recorder.results()), recorder.problems()
        recorder.write_feedback()
    there = {gate.name(student) for student in course.students(assignment)}
    about = {student: one for student, one in about.items() if student in there}
    problems = {gate.line(student): why for student, why in problems.items() if student in there}
    try:
        found = marks.still_there(course, assignment, grades(course, assignment))
    except CourseError as error:
        names = f" Could not be graded: {', '.join(problems)}." if problems else ""
        raise CourseError(f"{error}{names}") from None
    path = course.grading / f"report-{assignment}.html"
    write_whole(path, render(assignment, found, about, problems, _beside(course, assignment, found, there)))
    return path


def _beside(course: Course, assignment: str, found: list[Grade], there: set[str]) -> Beside:
    graded, notebooks = {grade.student for grade in found}, dict.fromkeys(grade.notebook for grade in found)
    with course.gradebook() as book:
        listed = {student.id for student in book.students}
        penalties, people = marks.late(book, assignment), marks.people(book)
    before = [name for name in course.assignments() if name < assignment]
    last = next(((name, of_last) for name in reversed(before) if (of_last := grades(course, name))), ("", []))
    return Beside(
        absent=tuple(sorted(listed - graded - there)),
        penalties=penalties,
        people=people,
        pages={student: _pages(course, assignment, student, notebooks) for student in graded},
        last_name=last[0],
        last={line.student: line.share for line in figures.lines(last[1])},
    )


def _pages(course: Course, assignment: str, student: str, notebooks: Iterable[str]) -> dict[str, str]:
    """notebook → the address of its feedback page, seen from the report."""
    addresses = {name: f"feedback/{student}/{assignment}/{name}.html" for name in notebooks}
    return {name: quote(address) for name, address in addresses.items() if (course.grading / address).is_file()}


def render(
    assignment: str,
    found: list[Grade],
    about: Mapping[str, About],
    problems: Mapping[str, str] = MappingProxyType({}),
    beside: Beside = Beside(),
) -> str:
    """The page as text. about: what is known of each student's submission beyond its points; problems: who could not be
    graded, and why.
    """
    lines, columns = figures.lines(found), figures.columns(found)
    empty = {student for student, one in about.items() if one.state == NOTHING}
    known, by_hand = sorted(about.items()), waiting(found)
    whole = [line for line in lines if line.student not in by_hand]  # the others' points are not all there yet
    return _template().render(
        script=_script(),
        policy=b64encode(hashlib.sha256(_script().encode()).digest()).decode(),
        assignment=assignment,
        when=datetime.now().strftime("%Y-%m-%d %H:%M"),
        columns=columns,
        lines=lines,
        possible=sum(column.possible for column in columns),
        average=mean(line.total for line in lines),
        median=median(line.total for line in lines),
        full=sum(line.share >= 1 - figures.NO_POINTS for line in lines),
        bins=figures.bins(line.share for line in lines),
        weak=[line for line in whole[::-1] if line.share < 0.5 and line.student not in empty],
        empty=empty,
        missing=[(student, one.missing, one.notes) for student, one in known if one.missing],
        topics=figures.topics(found, about),
        reasons=figures.reasons(problems),
        problems=problems,
        by_hand=by_hand,
        libraries=Counter(name for one in about.values() for name in one.libraries).most_common(),
        mended=[(student, one.notes) for student, one in known if one.notes and not one.missing],
        beside=beside,
        progress=_progress(whole, beside),
        seconds=median(one.seconds for one in about.values()) if about else None,
        slowest=sorted(((one.seconds, student) for student, one in known), reverse=True)[:SLOWEST],
        isolation=Counter(one.isolation for one in about.values() if one.isolation).most_common(),
    )


def _progress(lines: list[figures.Line], beside: Beside) -> dict | None:
    """Those who handed in both times, now against last time."""
    both = [(line.share, beside.last[line.student], line.student) for line in lines if line.student in beside.last]
    if not both:
        return None
    fell = sorted((now - before, student) for now, before, student in both if now - before <= -FELL)
    return {
        "both": len(both),
        "now": mean(now for now, _, _ in both),
        "before": mean(before for _, before, _ in both),
        "fell": [f"{student} ({100 * change:+.0f})" for change, student in fell],
    }


@cache
def _script() -> str:
    return Path(__file__).with_name("templates").joinpath("class_report.js").read_text(encoding="utf-8")


@cache
def _template() -> Template:
    loader = PackageLoader("grader.grading")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template("class_report.html")
