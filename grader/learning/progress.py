"""A learner's progress: one small file on the learner's own machine, the last result of every exercise that was checked.

It lies in the folder where programs keep their data (on Linux ~/.local/share/neural-networks-course/), not beside the
notebooks: it stays the same file whichever copy of a notebook is opened, survives restarts, and is never handed in. The
environment variable COURSE_PROGRESS names another file.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import platformdirs

from grader.judging.report import Report
from grader.learning.files import write_whole

Entry = dict[str, object]  # passed: bool; holding and claims: numbers of claims; when: ISO date and time


def path() -> Path:
    """Where the progress is kept."""
    named = os.environ.get("COURSE_PROGRESS")
    return Path(named) if named else platformdirs.user_data_path("neural-networks-course") / "progress.json"


def read() -> dict[str, Entry]:
    """The last result of each exercise, by id. Empty where nothing was kept, or where the file cannot be read."""
    try:
        kept = json.loads(path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {id: entry for id, entry in kept.items() if _is_entry(entry)} if isinstance(kept, dict) else {}


def damaged() -> bool:
    """There is a file, and it is not one that `note` wrote."""
    try:
        return path().is_file() and not isinstance(json.loads(path().read_text(encoding="utf-8")), dict)
    except (OSError, ValueError):
        return True


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and entry.keys() >= {"passed", "holding", "claims", "when"}


def note(report: Report) -> None:
    """Keep the result of a check. Does nothing where an answer is not written yet, and where the disk cannot be written:
    a check must never fail because of this."""
    if report.blank:
        return  # a fresh copy of a notebook takes nothing away from what was reached before
    holding = sum(claim.passed for claim in report.claims)
    when = datetime.now().isoformat(timespec="seconds")
    entry = {"passed": report.passed, "holding": holding, "claims": len(report.claims), "when": when}
    with suppress(OSError):
        if damaged():
            path().replace(path().with_suffix(".damaged.json"))
        write_whole(path(), json.dumps(read() | {report.id: entry}, indent=1))


def forget() -> None:
    """Delete the file. OSError where that is not allowed."""
    with suppress(NotADirectoryError):  # then there is none
        path().unlink(missing_ok=True)
