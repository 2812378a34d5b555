"""The page that a student gets back: for each graded cell the points, what was seen, a hint, and what a person said of it.

It is made of the autograded notebook and of what the gradebook holds, and of nothing else: whoever asks for it, this course's
commands, formgrader or nbgrader, gets the same page. No secret case is in it.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path

from jinja2 import Environment, PackageLoader, Template
from nbgrader.api import Gradebook

from grader.grading import autograded, inert, marks
from grader.grading.marks import Grade
from grader.learning.files import write_whole
from grader.releasing.course import Course

NO_ANSWER = "No response."  # nbgrader's own comment on a cell that was left as it was
LEAST = 1e-9  # points that can be missing
HEAD = 400  # bytes of a page in which it says what it was made of


@dataclass(frozen=True)
class Marks:
    """What the gradebook holds of one notebook of one student. grades, comments: by cell; penalty: points lost by lateness."""

    grades: Mapping[str, Grade] = field(default_factory=dict)
    comments: Mapping[str, str] = field(default_factory=dict)
    penalty: float = 0.0


def write(book: Gradebook, course: Course, assignment: str, student: str | None = None) -> int:
    """Write the pages of everybody, or of one student, that are not what gradebook and autograded notebooks say now.

    → how many were written.
    """
    written = 0
    for (who, name), own in _all_marks(book, assignment, student).items():
        target = course.grading / "feedback" / who / assignment / f"{name}.html"
        source = _source(course, assignment, who, name)
        if source.exists() and not _says(target, _made_of(source, own)):
            write_whole(target, _render(source, name, assignment, own))
            written += 1
    return written


def text(book: Gradebook, course: Course, assignment: str, student: str, name: str) -> str:
    """The page on one notebook of one student."""
    own = _all_marks(book, assignment, student).get((student, name), Marks())
    return _render(_source(course, assignment, student, name), name, assignment, own)


def page(notebook: dict, name: str, assignment: str, own: Marks, made_of: str = "") -> str:
    """The page as self-contained HTML. notebook: the autograded one; made_of: tells one state of both from another."""
    known = [one for one in own.grades.values() if not one.waits]
    about = autograded.notes(notebook)
    parts = list(_parts(notebook["cells"], own))
    return _template().render(
        assignment=assignment,
        notebook=name,
        made_of=made_of,
        notes=about.notes,
        found=about.found,
        earned=sum(one.points for one in known),
        possible=sum(one.possible for one in own.grades.values()),
        waiting=len(own.grades) - len(known),
        penalty=own.penalty,
        parts=parts,
        lost=[part for part in parts if (one := part["grade"]) and not one.waits and one.points < one.possible - LEAST],
    )


def _source(course: Course, assignment: str, student: str, name: str) -> Path:
    return course.grading / "autograded" / student / assignment / f"{name}.ipynb"


def _render(source: Path, name: str, assignment: str, own: Marks) -> str:
    return page(json.loads(source.read_text(encoding="utf-8")), name, assignment, own, _made_of(source, own))


def _all_marks(book: Gradebook, assignment: str, student: str | None) -> dict[tuple[str, str], Marks]:
    """By student and notebook."""
    grades: dict[tuple[str, str], dict[str, Grade]] = defaultdict(dict)
    comments: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for one in marks.read(book, assignment, student):
        grades[one.student, one.notebook][one.cell] = one
    for (who, notebook, cell), said in marks.comments(book, assignment, student).items():
        comments[who, notebook][cell] = said
    penalties = marks.penalties(book, assignment, student)
    return {key: Marks(own, comments[key], penalties.get(key, 0.0)) for key, own in sorted(grades.items())}


def _made_of(source: Path, own: Marks) -> str:
    content = hashlib.sha256(_own_code() + source.read_bytes())
    content.update(repr((sorted(own.grades.items()), sorted(own.comments.items()), own.penalty)).encode())
    return content.hexdigest()[:32]


@cache
def _own_code() -> bytes:
    return Path(__file__).read_bytes() + Path(__file__).with_name("templates").joinpath("feedback.html").read_bytes()


def _says(target: Path, made_of: str) -> bool:
    """The page is there, and was made of this."""
    try:
        with target.open("rb") as file:
            return made_of.encode() in file.read(HEAD)
    except OSError:
        return False


def _parts(cells: Iterable[dict], own: Marks) -> Iterator[dict]:
    """A part of the page for each graded cell. What was said of the answer above a check belongs to the check."""
    said: list[str] = []
    for cell in cells:
        about = cell["metadata"].get("nbgrader", {})
        id, solution = about.get("grade_id"), about.get("solution")
        comment = own.comments.get(id, "")
        if grade := own.grades.get(id):
            said += [comment] if comment else []
            yield {"name": id.removeprefix("check-"), "grade": grade, "body": _body(cell, bool(solution)), "comments": said}
            said = []
        elif comment and comment != NO_ANSWER:
            said.append(comment)
    if said:
        yield {"name": "On the rest", "grade": None, "body": "", "comments": said}


def _body(cell: dict, is_answer: bool) -> str:
    """HTML: the report of a check; of a test its text and what came of it; of an answer the answer."""
    outputs = cell.get("outputs", [])
    reports = [one["data"]["text/html"] for one in outputs if "text/html" in one.get("data", {})]
    if reports and not is_answer:
        return "".join(reports[0])
    source = "".join(cell["source"])
    shown = source if inert.INERT.fullmatch(source) else f"<pre>{escape(source)}</pre>"
    if is_answer:
        return f"<details><summary>Your answer</summary>{shown}</details>"
    return f"{shown}{_said(outputs)}" if cell["cell_type"] == "code" else ""


def _said(outputs: list[dict]) -> str:
    """What a test printed, and the error that it stopped with."""
    texts = ["".join(one.get("text", "")) or "\n".join(one.get("traceback", ())) for one in outputs]
    return "".join(f"<pre>{escape(text)}</pre>" for text in texts if text)


@cache
def _template() -> Template:
    loader = PackageLoader("grader.grading")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template("feedback.html")
