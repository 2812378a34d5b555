"""The page that a student gets back: for each exercise the claims, the mistake by name, and a hint. No secret case."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, Template

from grader import exercises
from grader.grading.notebook import Judged, Verdict


def page(judged: Judged, assignment: str) -> str:
    """The feedback on one notebook, as self-contained HTML."""
    known = [verdict.points for verdict in judged.verdicts if verdict.points is not None]
    return _template().render(
        assignment=assignment,
        notebook=judged.name,
        notes=judged.notes,
        found=judged.found,
        earned=sum(known),
        possible=sum(verdict.possible for verdict in judged.verdicts),
        parts=[_part(verdict) for verdict in judged.verdicts],
    )


def _part(verdict: Verdict) -> dict:
    report = verdict.report
    hint = ""
    if report and not report.passed:
        hint = exercises.find(report.id).hints[0]
    return {
        "name": verdict.cell.removeprefix("check-"),
        "earned": verdict.points,
        "possible": verdict.possible,
        "table": report._repr_html_() if report else "",
        "hint": hint,
    }


@cache
def _template() -> Template:
    loader = PackageLoader("grader.grading")
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True).get_template("feedback.html")
