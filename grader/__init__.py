"""Everything that judges. A notebook needs four names: check, examine, hint, guess; the start page shows progress."""

from grader.judging.report import Report, Score
from grader.learning.checks import check, examine, guess, hint
from grader.learning.progress_table import forget_progress, progress

__all__ = ["Report", "Score", "check", "examine", "forget_progress", "guess", "hint", "progress"]
