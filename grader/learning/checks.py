"""What a learner types: check, examine, hint, guess."""

from __future__ import annotations

import ast
import difflib
import inspect
import os
import re
import sys
from collections.abc import Callable
from dataclasses import replace

from grader import exercises
from grader.explaining import explain, missing
from grader.explaining.edits import VALUE
from grader.explaining.search import Limits, locate
from grader.judging import public_cases
from grader.judging.errors import Unknown
from grader.judging.exercise import Exercise, Outcome
from grader.judging.observe import observe, own_draws
from grader.judging.prediction import Prediction
from grader.judging.report import Located, Report, Score, points_for
from grader.learning import progress
from grader.learning.printing import in_lines, say

BESIDE_A_NAME = Limits(seconds=0.3)  # for the line, where the mistake itself has a name already

_hints_shown: dict[str, int] = {}
_located: dict[str, Located] = {}  # by the last check of each exercise: its next hint is about that line


def examine(id: str, function: Callable) -> Report:
    """Judge `function` as the exercise `id`, for example "logistic_regression.propagate", and show nothing.

    The cases are the public ones that come with the course. KeyError: no such exercise.
    """
    exercise = exercises.find(id)
    report, seen = _judged(exercise, function)
    if report.passed or report.blank:
        return report
    report = replace(report, mend_first=_broken_helper(exercise, function, frozenset({exercise.function})))
    if report.mend_first:
        return report  # its own lines may all be right
    limits = BESIDE_A_NAME if report.misconception else Limits()
    found = locate(exercise, function, seen, limits, public_cases.cases(id).needs)
    # The name may belong to another line.
    beside_another = report.misconception and found and (not found.complete or found.kind == VALUE.name)
    return report if beside_another else replace(report, located=found)


def _judged(exercise: Exercise, function: Callable) -> tuple[Report, list[Outcome]]:
    """The report, and what was observed in each case."""
    if not callable(function):
        raise TypeError(
            f'examine and check take the function itself, as in check("{exercise.id}", {exercise.function}), '
            f"not {type(function).__name__}. Leave out the parentheses after its name."
        )
    cases = public_cases.cases(exercise.id)
    with own_draws():
        seen = [observe(exercise, function, case) for case in cases.cases]
    source = source_of(function)
    report = explain(exercise, cases, seen, source)
    remarks = (exercise.remark(source), missing.remark(function))
    return replace(report, remarks=(*report.remarks, *filter(None, remarks))), seen


def source_of(function: Callable) -> str:
    """Its source text, "" where there is none."""
    try:
        return inspect.getsource(function)
    except (OSError, TypeError):
        return ""


def _broken_helper(exercise: Exercise, function: Callable, above: frozenset[str]) -> str | None:
    """The first function of the same notebook that this one calls and that fails its own check."""
    code, names = getattr(function, "__code__", None), getattr(function, "__globals__", {})
    for name in code.co_names if code else ():
        other = exercises.EXERCISES.get(f"{exercise.notebook}.{name}")
        if other and name not in above and callable(names.get(name)):
            report, _ = _judged(other, names[name])
            if not report.passed:
                deeper = None if report.blank else _broken_helper(other, names[name], above | {name})
                return deeper or name
    return None


def check(id: str, function: Callable, points: float | None = None) -> Score | None:
    """Judge `function` as the exercise `id` and show the report: a table in a notebook, text elsewhere.

    points: what the exercise is worth; release writes it into the released notebook. → the points earned.
    """
    if stale := _version_before(exercises.find(id).function):
        say(in_lines(stale))
    report = examine(id, function)
    _located.pop(id, None)
    if report.located and not report.misconception:
        _located[id] = report.located
    _show(report)
    if _in_notebook() and "NBGRADER_EXECUTION" not in os.environ:
        progress.note(report)  # a learner's own notebook, not a grader's run or nbgrader's Validate
    if points is None and "NBGRADER_EXECUTION" in os.environ and report.passed:
        return None  # the scale is unknown (a source notebook); nbgrader reads "no value" as full marks
    possible = 1.0 if points is None else points
    return Score(points_for(report.score, possible), possible)


def _version_before(name: str) -> str:
    """Says so where the newest cell that defines the function did not run: the function is still the one from before."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    cells = shell.user_ns.get("In", []) if shell else []
    newest = next((cell for cell in reversed(cells) if re.search(rf"^def {name}\(", cell, re.MULTILINE)), "")
    try:
        ast.parse(newest)
    except SyntaxError as error:
        where = f"line {error.lineno}, {error.msg}"
        return f"The newest cell with {name} did not run ({where}). This is about the version before."
    return ""


def _show(report: Report) -> None:
    """Rich output where a notebook's front end can show it, printed text elsewhere."""
    if _in_notebook():
        from IPython.display import display

        display(report)
    else:
        say(report)


def _in_notebook() -> bool:
    """True in a notebook's kernel. Where IPython was never imported, there is none."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    return hasattr(shell, "kernel")


def hint(id: str) -> None:
    """Print the next hint for the exercise `id`: about the mistake that its check has just found, then the exercise's own.

    These begin with the idea; shapes and the next step follow.
    """
    hints = exercises.find(id).hints
    if found := _located.pop(id, None):
        say(f"Hint about `{found.text}`: {found.idea}")
        return
    shown = _hints_shown.get(id, 0)
    _hints_shown[id] = shown + 1
    if shown < len(hints):
        say(in_lines(f"Hint {shown + 1} of {len(hints)}: {hints[shown]}"))
    else:
        say(in_lines(f"Those were all {len(hints)} hints. The last one again: {hints[-1]}"))


def guess(id: str, value: object) -> None:
    """Answer a prediction at once. Predictions carry no points. KeyError: no such prediction."""
    prediction = _prediction(id)
    if value is None:
        say(in_lines(f"{prediction.question} Put your guess in place of None."))
        return
    if prediction.choices and str(value).strip().casefold() not in map(str.casefold, prediction.choices):
        say(in_lines(f"{value!r} is none of the choices, which are {', '.join(prediction.choices)}. {prediction.question}"))
        return
    verdict = "Yes." if prediction.is_met_by(value) else f"Not quite: it is {prediction.answer}."
    say(in_lines(f"Your guess: {value}. {verdict} {prediction.reply}"))


def _prediction(id: str) -> Prediction:
    from grader.exercises.predictions import PREDICTIONS

    if id not in PREDICTIONS:
        near = difflib.get_close_matches(id, PREDICTIONS, n=3, cutoff=0.4)
        raise Unknown(f"There is no prediction {id!r}. Near ones: {', '.join(near or sorted(PREDICTIONS))}")
    return PREDICTIONS[id]
