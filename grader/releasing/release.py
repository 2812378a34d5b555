"""Derive what learners get: the notebooks in notebooks/ and the public cases, both from solutions/."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat

from grader.explaining.known import alike
from grader.judging import public_cases
from grader.judging.case import Case, CaseSet, Observation, from_json, to_json
from grader.judging.plain import Raised
from grader.judging.values import same
from grader.learning.fingerprint import STAMP, digest, refuse
from grader.learning.workspace import START_PAGE
from grader.releasing.course import Course, must_succeed
from grader.releasing.doubled_ids import refuse_doubled_ids
from grader.releasing.draw_cases import draw_notebook

OVERWRITTEN = "releasing would overwrite it"
AGAIN = "release again (`git checkout notebooks` drops the work)"


@dataclass(frozen=True)
class Difference:
    """A derived file that is not what its source gives."""

    path: Path
    why: str

    def __str__(self) -> str:
        return f"{self.path}: {self.why}"


def release(course: Course, assignment: str) -> list[Path]:
    """Derive the notebooks and the public cases of one assignment. → the files that changed.

    WorkedIn: a notebook in notebooks/ has been edited or run. CourseError: two cells share an ID, or cases cannot be drawn,
    see `draw_cases`. Nothing is written then.
    """
    names = course.notebook_names(assignment)
    refuse_doubled_ids((course.root / "solutions" / assignment).glob("*.ipynb"))
    target = course.notebooks / assignment
    refuse(target.glob("*.ipynb"), OVERWRITTEN, AGAIN)
    drawn = {name: draw_notebook(name) for name in names}
    before = {path: path.read_bytes() for path in target.glob("*.ipynb")}
    generate(course, assignment)
    changed = [path for path in sorted(target.glob("*.ipynb")) if before.get(path) != path.read_bytes()]
    return changed + [path for name in names if (path := _write_cases(name, drawn[name]))]


def differences(course: Course, assignment: str) -> list[Difference]:
    """What in notebooks/ and among the public cases is not what solutions/ gives."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        fresh = Course.at(course.root, Path(folder) / "grading", Path(folder) / "notebooks")
        generate(fresh, assignment)
        for path in sorted((fresh.notebooks / assignment).rglob("*.ipynb")):
            committed = course.notebooks / assignment / path.name
            if not committed.exists() or committed.read_bytes() != path.read_bytes():
                found.append(Difference(committed, "is not what solutions/ gives. Run: grader release"))
    for notebook in course.notebook_names(assignment):
        stored, drawn = _stored(notebook), draw_notebook(notebook)
        if drawn and (stored is None or not same_sets(stored, drawn)):
            found.append(Difference(public_cases.path(notebook), "holds other cases than are drawn now. Run: grader release"))
    return found


def release_start_page(course: Course) -> list[Path]:
    """Copy solutions/start_here.ipynb, which belongs to no assignment, to notebooks/. → the file, if it changed.

    WorkedIn: somebody has worked in the copy; it is left as it is.
    """
    target, text = course.notebooks / START_PAGE, start_page(course)
    if target.exists() and target.read_text(encoding="utf-8") == text:
        return []
    if target.exists():
        refuse([target], OVERWRITTEN, AGAIN)
    target.write_text(text, encoding="utf-8")
    return [target]


def start_page(course: Course) -> str:
    """The released start page: without outputs, stamped as every released notebook is."""
    notebook = nbformat.read(course.root / "solutions" / START_PAGE, 4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.update(outputs=[], execution_count=None)
    notebook.metadata[STAMP] = digest(notebook.cells)
    return nbformat.writes(notebook) + "\n"


def start_page_differences(course: Course) -> list[Difference]:
    """The start page, if it is not what solutions/ gives."""
    target = course.notebooks / START_PAGE
    if target.exists() and target.read_text(encoding="utf-8") == start_page(course):
        return []
    return [Difference(target, "is not what solutions/ gives. Run: grader release")]


def generate(course: Course, assignment: str) -> None:
    """nbgrader's own generate_assignment: notebooks and gradebook. Where it fails, the released notebooks are as they were."""
    refuse_doubled_ids((course.root / "solutions" / assignment).glob("*.ipynb"))
    with _kept(course.notebooks / assignment):
        must_succeed(course.api().generate_assignment(assignment, force=True), f"generate {assignment}")


@contextlib.contextmanager
def _kept(folder: Path) -> Iterator[None]:
    """Put a folder back as it was if what happens inside fails: nbgrader removes it first, and writes file by file.

    What lies beside the notebooks stays in any case.
    """
    with tempfile.TemporaryDirectory() as aside:
        if folder.exists():
            shutil.copytree(folder, Path(aside, "before"))
        try:
            yield
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            if Path(aside, "before").exists():
                shutil.copytree(Path(aside, "before"), folder)
            raise
        for path in Path(aside, "before").rglob("*"):
            there = folder / path.relative_to(Path(aside, "before"))
            if path.is_file() and path.suffix != ".ipynb" and not there.exists():
                there.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, there)


def _stored(notebook: str) -> dict[str, CaseSet] | None:
    """The public cases as they are. None: there are none, or another version wrote them in another notation."""
    with contextlib.suppress(FileNotFoundError, LookupError, TypeError, ValueError):
        return from_json(public_cases.path(notebook).read_text(encoding="utf-8"))
    return None


def _write_cases(notebook: str, drawn: dict[str, CaseSet]) -> Path | None:
    """Write the public cases of a notebook, unless the stored ones are the same up to rounding. → the file written."""
    stored = _stored(notebook)
    if not drawn or (stored is not None and same_sets(stored, drawn)):  # a notebook of plain tests has none
        return None
    public_cases.path(notebook).write_text(to_json(drawn), encoding="utf-8")
    return public_cases.path(notebook)


def same_sets(left: dict[str, CaseSet], right: dict[str, CaseSet]) -> bool:
    """True if two collections hold the same cases, numbers within the grader's tolerances."""
    return left.keys() == right.keys() and all(_same_set(left[id], right[id]) for id in left)


def _same_set(left: CaseSet, right: CaseSet) -> bool:
    return (
        (left.signature, left.needed, dict(left.misconceptions)) == (right.signature, right.needed, dict(right.misconceptions))
        and dict(left.needs) == dict(right.needs)
        and len(left.cases) == len(right.cases)
        and all(_same_case(*pair) for pair in zip(left.cases, right.cases, strict=True))
    )


def _same_case(left: Case, right: Case) -> bool:
    return (
        (left.tag, left.about, left.wrong.keys()) == (right.tag, right.about, right.wrong.keys())
        and same(left.args, right.args)
        and same(left.expected, right.expected)
        and left.extra.keys() == right.extra.keys()
        and same(dict(left.extra), dict(right.extra))
        and left.steps.keys() == right.steps.keys()
        and all(same(values, right.steps[number]) for number, values in left.steps.items())
        and all(_same_seen(seen, right.wrong[name]) for name, seen in left.wrong.items())
    )


def _same_seen(left: Observation | None, right: Observation | None) -> bool:
    if left is None or right is None:
        return left is right
    stops = [seen.got for seen in (left, right) if isinstance(seen.got, Raised)]
    return left.changed == right.changed and same(left.got, right.got) and (not stops or alike(*stops))
