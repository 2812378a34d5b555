"""The secret cases that a student is graded on. They are drawn once and kept in a folder beside the gradebook."""

from __future__ import annotations

import contextlib
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
    if path and path.exists():
        return from_json(path.read_text(encoding="utf-8"))
    drawn = {e.id: draw_cases(e, which.seed, with_misconceptions=False) for e in exercises.of_notebook(notebook)}
    if path:
        with contextlib.suppress(OSError):  # another machine's worker may have no such folder
            write_whole(path, to_json(drawn))
    return drawn
