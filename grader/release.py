"""Derive what learners get: the notebooks in notebooks/ and the public cases, both from solutions/."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from grader import public
from grader.case import CaseSet, from_json, to_json
from grader.course import api, environment_on_path
from grader.draw import draw_notebook
from grader.stamp import worked_in
from grader.values import same


class WorkedIn(Exception):
    """A notebook that would be overwritten holds somebody's work."""


@dataclass(frozen=True)
class Difference:
    """A derived file that is not what its source gives."""

    path: Path
    why: str

    def __str__(self) -> str:
        return f"{self.path}: {self.why}"


def release(root: Path, assignment: str) -> list[Path]:
    """Derive the notebooks and the public cases of one assignment. → the files that changed.

    WorkedIn: a notebook in notebooks/ has been edited or run; nothing is written then.
    """
    target = root / "notebooks" / assignment
    touched = [path for path in sorted(target.glob("*.ipynb")) if worked_in(path)]
    if touched:
        names = ", ".join(str(path.relative_to(root)) for path in touched)
        raise WorkedIn(
            f"{names}: somebody has worked in it, and releasing would overwrite that. Keep the work by moving it to "
            f"my-course/{assignment}/, or drop it with `git checkout {touched[0].relative_to(root)}`; then release again."
        )
    before = {path: path.read_bytes() for path in target.glob("*.ipynb")}
    _generate(root, assignment, root / "notebooks", _gradebook(root))
    changed = [path for path in sorted(target.glob("*.ipynb")) if before.get(path) != path.read_bytes()]
    return changed + [path for path in map(_write_cases, _names(root, assignment)) if path]


def differences(root: Path, assignment: str) -> list[Difference]:
    """What in notebooks/ and among the public cases is not what solutions/ gives."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "notebooks"
        _generate(root, assignment, fresh, f"sqlite:///{folder}/gradebook.db")
        for path in sorted((fresh / assignment).rglob("*.*")):
            committed = root / "notebooks" / assignment / path.relative_to(fresh / assignment)
            if not committed.exists() or committed.read_bytes() != path.read_bytes():
                found.append(Difference(committed.relative_to(root), "is not what solutions/ gives: run `grader release`"))
    for notebook in _names(root, assignment):
        if _stored(notebook) is None or not same_sets(_stored(notebook), draw_notebook(notebook)):
            found.append(Difference(public.path(notebook), "holds other cases than are drawn now: run `grader release`"))
    return found


def _names(root: Path, assignment: str) -> list[str]:
    return [path.stem for path in sorted((root / "solutions" / assignment).glob("*.ipynb"))]


def _gradebook(root: Path) -> str:
    return f"sqlite:///{root / 'grading' / 'gradebook.db'}"


def _generate(root: Path, assignment: str, target: Path, db_url: str) -> None:
    """Run nbgrader's own generate_assignment. RuntimeError carries its log."""
    with environment_on_path():
        result = api(root, release_directory=str(target), db_url=db_url).generate_assignment(assignment, force=True)
    if not result["success"]:
        raise RuntimeError(f"nbgrader could not generate {assignment}:\n{result.get('log', '')}\n{result.get('error', '')}")
    shutil.rmtree(target / assignment / ".ipynb_checkpoints", ignore_errors=True)


def _stored(notebook: str) -> dict[str, CaseSet] | None:
    path = public.path(notebook)
    return from_json(path.read_text(encoding="utf-8")) if path.exists() else None


def _write_cases(notebook: str) -> Path | None:
    """Write the public cases of a notebook, unless the stored ones are the same up to rounding. → the file written."""
    drawn, stored = draw_notebook(notebook), _stored(notebook)
    if stored is not None and same_sets(stored, drawn):
        return None
    public.path(notebook).write_text(to_json(drawn), encoding="utf-8")
    return public.path(notebook)


def same_sets(left: dict[str, CaseSet], right: dict[str, CaseSet]) -> bool:
    """True if two collections hold the same cases, numbers within the grader's tolerances."""
    return left.keys() == right.keys() and all(_same_set(left[id], right[id]) for id in left)


def _same_set(left: CaseSet, right: CaseSet) -> bool:
    return (
        dict(left.misconceptions) == dict(right.misconceptions)
        and len(left.cases) == len(right.cases)
        and all(_same_case(*pair) for pair in zip(left.cases, right.cases, strict=True))
    )


def _same_case(left, right) -> bool:
    return (
        (left.tag, left.about, left.wrong.keys()) == (right.tag, right.about, right.wrong.keys())
        and same(left.args, right.args)
        and same(left.expected, right.expected)
        and all(
            same(left.wrong[name].got, right.wrong[name].got) and left.wrong[name].changed == right.wrong[name].changed
            for name in left.wrong
        )
    )
