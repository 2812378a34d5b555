"""The class report: one self-contained HTML page from the gradebook."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from statistics import mean, median
from types import MappingProxyType

from jinja2 import Environment, PackageLoader

from grader.grading import gate
from grader.grading.gradebook import Recorder
from grader.grading.marks import Grade, grades, waiting
from grader.grading.task import NOTHING, About
from grader.judging.errors import CourseError
from grader.learning.files import write_whole
from grader.releasing.course import Course

BINS = 10
COMMONEST = 12  # mistakes that are listed
SLOWEST = 5  # submissions that are listed


@dataclass(frozen=True)
class Column:
    """One check of the assignment over the whole class. rates: shares of full, partial and no points."""

    notebook: str
    name: str
    possible: float
    average: float
    full: float
    partial: float
    none: float


@dataclass(frozen=True)
class Line:
    """One student: points by (notebook, check), and the total."""

    student: str
    cells: tuple[float | None, ...]
    total: float
    share: float


@dataclass(frozen=True)
class Shared:
    """One mistake and how many made it. students: their names."""

    exercise: str
    sentence: str
    students: tuple[str, ...]


def write(course: Course, assignment: str) -> Path:
    """Write grading/report-<assignment>.html. → its path. CourseError: nothing graded yet."""
    found = grades(course, assignment)
    with Recorder(course, assignment) as recorder:
        about, problems = dict(recorder.results()), recorder.problems()
        recorder.write_feedback()
    there = {gate.name(student) for student in course.students(assignment)}
    problems = {gate.line(student): why for student, why in problems.items() if student in there}
    if not found:
        names = f" Could not be graded: {', '.join(problems)}." if problems else ""
        raise CourseError(f"Nothing graded yet for {assignment}: run `grader grade {assignment}` first.{names}")
    path = course.grading / f"report-{assignment}.html"
    write_whole(path, render(assignment, found, about, problems))
    return path


def render(
    assignment: str, found: list[Grade], about: dict[str, About], problems: Mapping[str, str] = MappingProxyType({})
) -> str:
    """The page as text. about: what is known of each student's submission beyond its points; problems: who could not be
    graded, and why.
    """
    template = Environment(loader=PackageLoader("grader.grading"), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    columns, lines = _columns(found), _lines(found)
    empty = {student for student, one in about.items() if one.state == NOTHING}
    possible = sum(column.possible for column in columns)
    shares = [line.share for line in lines]
    return template.get_template("class_report.html").render(
        assignment=assignment,
        when=datetime.now().strftime("%Y-%m-%d %H:%M"),
        columns=columns,
        lines=sorted(lines, key=lambda line: -line.total),
        possible=possible,
        average=mean(line.total for line in lines),
        median=median(line.total for line in lines),
        full=sum(share >= 1 - 1e-9 for share in shares),
        bins=_bins(shares),
        weak=[line for line in sorted(lines, key=lambda line: line.total) if line.share < 0.5 and line.student not in empty],
        empty=empty,
        missing=[(student, one.missing, one.notes) for student, one in sorted(about.items()) if one.missing],
        mistakes=_mistakes(about),
        problems=problems,
        by_hand=waiting(found),
        libraries=Counter(name for one in about.values() for name in one.libraries).most_common(),
        mended=[(student, one.notes) for student, one in sorted(about.items()) if one.notes and not one.missing],
        slowest=sorted(((one.seconds, student) for student, one in about.items()), reverse=True)[:SLOWEST],
        isolation=Counter(one.isolation for one in about.values()).most_common(),
    )


def _mistakes(about: dict[str, About]) -> list[Shared]:
    """The commonest first, those of which a line was found by their idea. Exercises left blank are none."""
    who: dict[tuple[str, str], list[str]] = defaultdict(list)
    for student, one in sorted(about.items()):
        for mistake in one.mistakes:
            if not mistake.blank:
                who[mistake.id, _beginning_large(mistake.idea) or mistake.sentence].append(student)
    found = [Shared(id, sentence, tuple(students)) for (id, sentence), students in who.items()]
    return sorted(found, key=lambda mistake: -len(mistake.students))[:COMMONEST]


def _beginning_large(idea: str) -> str:
    return f"{idea[:1].upper()}{idea[1:]}." if idea else ""


def _by_check(found: list[Grade]) -> dict[tuple[str, str], list[Grade]]:
    table: dict[tuple[str, str], list[Grade]] = defaultdict(list)
    for grade in found:
        table[grade.notebook, grade.cell].append(grade)
    return table


def _columns(found: list[Grade]) -> list[Column]:
    columns = []
    for (notebook, cell), of_check in _by_check(found).items():
        possible = of_check[0].possible
        full = mean(g.points >= possible - 1e-9 for g in of_check)
        none = mean(g.points <= 0 < possible for g in of_check)
        name = cell.removeprefix("check-")
        columns.append(Column(notebook, name, possible, mean(g.points for g in of_check), full, 1 - full - none, none))
    return columns


def _lines(found: list[Grade]) -> list[Line]:
    checks = list(_by_check(found))
    points: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    possible = {(g.notebook, g.cell): g.possible for g in found}
    for g in found:
        points[g.student][g.notebook, g.cell] = g.points
    lines = []
    for student, own in points.items():
        total = sum(own.values())
        lines.append(Line(student, tuple(own.get(check) for check in checks), total, total / sum(possible.values())))
    return lines


def _bins(shares: list[float]) -> list[dict]:
    """How many students lie in each tenth of the points."""
    counts = [0] * BINS
    for share in shares:
        counts[min(int(share * BINS), BINS - 1)] += 1
    tallest = max(counts)
    return [
        {"label": f"{10 * i}–{10 * (i + 1)} %", "count": count, "height": round(100 * count / tallest)}
        for i, count in enumerate(counts)
    ]
