"""What a class report counts: checks, students, and what to talk about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import mean

from grader.grading.marks import Grade
from grader.grading.task import About

BINS = 10
TOPICS = 12  # mistakes that are listed
NO_POINTS = 1e-9  # less than anybody gives


@dataclass(frozen=True)
class Column:
    """One check of the assignment over the whole class. full, partial, none: shares of those whose points are known."""

    notebook: str
    name: str
    possible: float
    average: float
    full: float
    partial: float
    none: float


@dataclass(frozen=True)
class Line:
    """One student: points by check, None where there are none yet, and the total."""

    student: str
    cells: tuple[float | None, ...]
    total: float
    share: float


@dataclass(frozen=True)
class Topic:
    """One mistake over all exercises. lost: the points that it cost all students together."""

    sentence: str
    exercises: tuple[str, ...]
    students: tuple[str, ...]
    lost: float


def by_check(found: Iterable[Grade]) -> dict[tuple[str, str], list[Grade]]:
    table: dict[tuple[str, str], list[Grade]] = defaultdict(list)
    for grade in found:
        table[grade.notebook, grade.cell].append(grade)
    return table


def columns(found: Iterable[Grade]) -> list[Column]:
    return [_column(*check, of_check) for check, of_check in by_check(found).items()]


def _column(notebook: str, cell: str, of_check: list[Grade]) -> Column:
    possible = of_check[0].possible
    known = [grade.points for grade in of_check if not grade.waits] or [0.0]
    full = mean(points >= possible - NO_POINTS for points in known)
    none = mean(points <= 0 < possible for points in known)
    return Column(notebook, cell.removeprefix("check-"), possible, mean(known), full, 1 - full - none, none)


def lines(found: Iterable[Grade]) -> list[Line]:
    """The best first."""
    checks = by_check(found)
    possible = sum(of_check[0].possible for of_check in checks.values())
    points: dict[str, dict[tuple[str, str], float | None]] = defaultdict(dict)
    for check, of_check in checks.items():
        for grade in of_check:
            points[grade.student][check] = None if grade.waits else grade.points
    made = []
    for student, own in points.items():
        total = sum(one or 0 for one in own.values())
        made.append(Line(student, tuple(own.get(check) for check in checks), total, total / possible if possible else 0.0))
    return sorted(made, key=lambda line: (-line.total, line.student))


def topics(found: Iterable[Grade], about: Mapping[str, About]) -> list[Topic]:
    """What to talk about, what cost most first. Where the line of a mistake was found, it goes by its idea."""
    grades = {(grade.student, grade.notebook, grade.cell): grade for grade in found}
    students: dict[str, dict[str, None]] = defaultdict(dict)
    exercises: dict[str, dict[str, None]] = defaultdict(dict)
    lost: dict[str, float] = defaultdict(float)
    for student, one in sorted(about.items()):
        for mistake in one.mistakes:
            notebook, _, function = mistake.id.partition(".")
            grade = grades.get((student, notebook, f"check-{function}"))
            if not mistake.blank and (sentence := _beginning_large(mistake.idea) or mistake.sentence):
                students[sentence][student] = exercises[sentence][function] = None
                lost[sentence] += grade.possible - grade.points if grade else 0
    made = [Topic(said, tuple(exercises[said]), tuple(students[said]), lost[said]) for said in students]
    return sorted(made, key=lambda topic: (-topic.lost, -len(topic.students), topic.sentence))[:TOPICS]


def _beginning_large(idea: str) -> str:
    return f"{idea[:1].upper()}{idea[1:]}." if idea else ""


def bins(shares: Iterable[float]) -> list[dict]:
    """How many students lie in each tenth of the points."""
    counts = [0] * BINS
    for share in shares:
        counts[max(0, min(int(share * BINS), BINS - 1))] += 1
    tallest = max(counts) or 1
    return [
        {"label": f"{10 * i}–{10 * (i + 1)} %", "count": count, "height": round(100 * count / tallest)}
        for i, count in enumerate(counts)
    ]


def reasons(problems: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """Why submissions could not be graded, the most frequent reason first: reason, students."""
    table: dict[str, list[str]] = defaultdict(list)
    for student, why in problems.items():
        table[why].append(student)
    return sorted(table.items(), key=lambda one: (-len(one[1]), one[0]))
