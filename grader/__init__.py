"""Everything that judges. A notebook needs four names: check, examine, hint, guess; the start page shows progress."""

from grader.checks import check, examine, guess, hint
from grader.judging.report import Report, Score
from grader.overview import forget_progress, progress

__all__ = ["Report", "Score", "check", "examine", "forget_progress", "guess", "hint", "progress"]
