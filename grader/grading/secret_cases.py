"""The secret cases that a student is graded on. They are drawn once and kept in a folder beside the gradebook."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from grader import exercises
from grader.judging.case import CaseSet, from_json, to_json
from grader.learning.files import write_whole
from grader.releasing.draw_cases import draw_cases


@dataclass(frozen=True)
class SecretCases:
    """One of a course's case sets. seed: what it is drawn from; folder: where drawn cases are kept, "" for nowhere."""

    seed: int
    folder: str = ""

    def of(self, id: str) -> CaseSet:
        """The cases of one exercise. What a mistake would give is not asked: the public cases tell."""
        return _of_notebook(self, id.split(".")[0])[id]


@lru_cache(maxsize=512)
def _of_notebook(which: SecretCases, notebook: str) -> Mapping[str, CaseSet]:
    path = Path(which.folder, f"{which.seed}-{notebook}.json") if which.folder else None
    if path and (kept := _kept(path)):
        return kept
    drawn = {e.id: draw_cases(e, which.seed, with_misconceptions=False) for e in exercises.of_notebook(notebook)}
    if path:
        with contextlib.suppress(OSError):  # another machine's worker may have no such folder
            body = to_json(drawn)
            write_whole(path, f'{{"sha256": "{_hash(body)}", "cases":\n{body}}}\n')
    return drawn


def _kept(path: Path) -> dict[str, CaseSet] | None:
    """What was drawn before. None: nothing, or the file is damaged; it can be drawn again."""
    try:
        head, _, rest = path.read_text(encoding="utf-8").partition("\n")
    except (OSError, ValueError):
        return None
    body = rest.removesuffix("}\n")
    return from_json(body) if _hash(body) in head else None


def _hash(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()
