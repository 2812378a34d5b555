"""A class for trying things out: submissions composed of known answers, and the points each must get.

The truth is written down from how a submission was composed. No check is run for it.
"""

from __future__ import annotations

import importlib.util
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nbformat

from grader import exercises
from grader.answers import Answer, alternatives, misconceptions
from grader.answers.reference import Reference, load
from grader.judging.errors import CourseError
from grader.judging.exercise import Exercise
from grader.judging.report import points_for
from grader.measuring.damage import WAYS, damage

SHARES = {"right": 55, "alternative": 20, "misconception": 20, "blank": 5}


@dataclass(frozen=True)
class Part:
    """One student's answer to one exercise. source: None leaves the cell as released; score: what it is worth, 0..1."""

    kind: str
    name: str
    source: str | None
    score: float


def compose(exercise: Exercise, kind: str, rng: random.Random) -> Part:
    """An answer of one kind; the right one where the catalogue has none of that kind."""
    reference = load(exercise.notebook)
    if kind == "blank":
        return Part(kind, "blank", None, 0.0)
    known = [entry for entry in alternatives(exercise) if _can_run(_text(entry, reference, exercise))]
    if kind == "alternative" and known:
        entry = rng.choice(known)
        return Part(kind, entry.name, _text(entry, reference, exercise), 1.0)
    if kind == "misconception" and misconceptions(exercise):
        entry = rng.choice(misconceptions(exercise))
        return Part(kind, entry.name, _text(entry, reference, exercise), exercise.score_of(entry.holds))
    return Part("right", "reference", _bare(reference.sources[exercise.function]), 1.0)


@cache
def _can_run(source: str) -> bool:
    """Everything that it imports is installed here; some right answers use SciPy."""
    names = re.findall(r"^\s*(?:import|from)\s+(\w+)", source, re.MULTILINE)
    return all(importlib.util.find_spec(name) for name in names)


def _text(entry: Answer, reference: Reference, exercise: Exercise) -> str:
    return _bare(entry.text(reference, exercise.function))


def _bare(source: str) -> str:
    """Without nbgrader's markers."""
    return "\n".join(
        line for line in source.splitlines() if line.strip() not in ("### BEGIN SOLUTION", "### END SOLUTION")
    )


def students(notebooks: list[str], count: int, seed: int) -> Iterator[dict[str, Part]]:
    """For each student the answers by exercise id. The first three: all right, all written differently, nothing written."""
    rng = random.Random(seed)
    for number in range(count):
        fixed = {0: "right", 1: "alternative", 2: "blank"}.get(number)
        parts = {}
        for exercise in (exercise for notebook in notebooks for exercise in exercises.of_notebook(notebook)):
            kind = fixed or rng.choices(list(SHARES), list(SHARES.values()))[0]
            parts[exercise.id] = compose(exercise, kind, rng)
        yield parts


@dataclass(frozen=True)
class Trouble:
    """What else a class may hold. broken: the share of students whose files are damaged in ways that cost no points;
    hostile: the share of those who put a text of the folder `attacks` (see tests/attacks) into one of their cells.
    """

    broken: float = 0.0
    hostile: float = 0.0
    attacks: Path | None = None


def write(released: Path, count: int, seed: int, out: Path, trouble: Trouble = Trouble()) -> Path:
    """Write the class that `seed` gives to out/submitted/<student>/<assignment>/, from the released notebooks in
    `released`, and out/truth.json: student → check cell → points, and who is hostile. → the path of truth.json.

    CourseError: there are no notebooks, or others than these students are in out/submitted.
    """
    files = sorted(released.glob("*.ipynb"))
    if not files:
        raise CourseError(f"No notebooks in {released}: run `grader release {released.name}` first.")
    names = [_name(number) for number in range(1, count + 1)]
    if others := sorted({path.parent.name for path in out.glob(f"submitted/*/{released.name}")} - {*names}):
        raise CourseError(f"{out / 'submitted'} holds others already, such as {others[0]}: choose another folder, or delete it.")
    rng = random.Random(f"trouble {seed}")
    truth, hostile = {}, {}
    for number, parts in enumerate(students([file.stem for file in files], count, seed), start=1):
        student = _name(number)
        folder = out / "submitted" / student / released.name
        folder.mkdir(parents=True, exist_ok=True)
        if number > 3 and rng.random() < trouble.hostile:
            hostile[student] = _attack(parts, trouble.attacks, rng)
        ways = rng.sample(sorted(WAYS), 2) if number > 3 and rng.random() < trouble.broken else []
        truth[student] = {}
        for file in files:
            notebook = nbformat.read(file, as_version=4)
            truth[student][file.stem] = fill_in(notebook, file.stem, parts)
            raw = nbformat.writes(notebook).encode()
            (folder / file.name).write_bytes(damage(raw, ways, number) if ways else raw)
    out.mkdir(parents=True, exist_ok=True)
    path = out / "truth.json"
    about = {"assignment": released.name, "students": truth, "hostile": hostile}
    path.write_text(json.dumps(about, indent=1), encoding="utf-8")
    return path


def _name(number: int) -> str:
    return f"student-{number:03d}"


def _attack(parts: dict[str, Part], attacks: Path | None, rng: random.Random) -> str:
    """Put an attack into the cell that it is meant for, or into another one. → its name."""
    known = sorted((attacks or Path()).glob("*.py"))
    if not known:
        raise CourseError(f"No attacks in {attacks}: name a folder such as tests/attacks.")
    chosen = rng.choice(known)
    text = chosen.read_text(encoding="utf-8")
    target = next(line.split(": ")[1] for line in text.splitlines() if line.startswith("# exercise: "))
    parts[target if target in parts else rng.choice(sorted(parts))] = Part("hostile", chosen.stem, text, 0.0)
    return chosen.stem


def fill_in(notebook: nbformat.NotebookNode, name: str, parts: dict[str, Part]) -> dict[str, float]:
    """Put the answers into the solution cells. → check cell → the points they are worth."""
    points = {}
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        if about.get("solution") and parts[f"{name}.{about['grade_id']}"].source is not None:
            cell.source = parts[f"{name}.{about['grade_id']}"].source
        elif about.get("grade"):
            part = parts[f"{name}.{about['grade_id'].removeprefix('check-')}"]
            points[about["grade_id"]] = points_for(part.score, about["points"])
    return points
