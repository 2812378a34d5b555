"""Everything that judges. A notebook needs four names: check, examine, hint, guess."""

from grader.checks import check, examine, guess, hint
from grader.report import Report, Score

__all__ = ["Report", "Score", "check", "examine", "guess", "hint"]
