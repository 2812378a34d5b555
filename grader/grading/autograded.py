"""The notebook that formgrader and nbgrader's feedback show: the submission as mended, with what its cells gave.

All in it is inert: code and outputs are text, metadata is the release's, and Markdown that is not the release's is shown as
it was typed.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from html import escape

from grader import exercises
from grader.grading import inert
from grader.grading.mend import Cell
from grader.grading.notebook import Judged, Verdict
from grader.grading.released import Template
from grader.grading.sandbox.session import Ran
from grader.judging.report import Report

HIDDEN_FAILED = "The tests that are shown here pass. A hidden test does not."
ABOUT, FOUND, NOT_FOUND = "about-this-submission", "About this submission", "Nothing to grade"
CELL_ID = re.compile(r"[a-zA-Z0-9-_]{1,64}")


def notebook(judged: Judged, template: Template) -> dict:
    """An nbformat 4.5 notebook as plain data. A submission that cannot be read is shown as the release, with zeros."""
    cells = judged.cells or tuple(Cell(slot.source, slot, slot.cell_type) for slot in template.slots)
    verdicts = {verdict.cell: verdict for verdict in judged.verdicts}
    shown = [_cell(i, cell, judged.ran.get(i), verdicts) for i, cell in enumerate(cells)]
    if judged.notes:
        text = inert.markdown("\n".join([FOUND if judged.found else NOT_FOUND, *(f"- {note}" for note in judged.notes)]))
        shown.insert(0, {"cell_type": "markdown", "id": ABOUT, "metadata": {}, "source": text})
    return {"cells": shown, "metadata": _metadata(template), "nbformat": 4, "nbformat_minor": 5}


@dataclass(frozen=True)
class Notes:
    """What an autograded notebook says about the submission. found: there was something to grade."""

    notes: tuple[str, ...] = ()
    found: bool = True


def notes(notebook: dict) -> Notes:
    """Read again what `notebook` wrote into its first cell."""
    first = notebook["cells"][0] if notebook["cells"] else {}
    if first.get("id") != ABOUT:
        return Notes()
    head, *said = inert.plain("".join(first["source"])).split("\n- ")
    return Notes(tuple(said), head == FOUND)


def _metadata(template: Template) -> dict:
    return {name: template.metadata[name] for name in ("kernelspec", "language_info") if name in template.metadata}


def _cell(place: int, cell: Cell, ran: Ran | None, verdicts: dict[str, Verdict]) -> dict:
    slot = cell.slot
    metadata = copy.deepcopy(slot.metadata) if slot else {}
    if "points" in metadata.get("nbgrader", {}):
        metadata["nbgrader"]["points"] = slot.points  # as the gradebook has it
    id = slot.id if slot and slot.id != ABOUT and CELL_ID.fullmatch(slot.id) else f"own-{place}"
    kind = slot.cell_type if slot and slot.kind != "solution" else cell.cell_type
    shown = {"cell_type": kind, "id": id, "metadata": metadata, "source": cell.source}
    if kind != "code":
        as_released = slot is not None and cell.source == slot.source
        return shown if as_released else shown | {"source": inert.markdown(cell.source)}
    verdict = verdicts.get(slot.id) if slot else None
    return shown | {"execution_count": None, "outputs": _outputs(verdict, ran)}


def _outputs(verdict: Verdict | None, ran: Ran | None) -> list[dict]:
    if verdict and verdict.report:
        return _verdict(verdict)
    return _with_hidden(verdict, _ran(ran)) if verdict and verdict.hidden else _ran(ran)


def _with_hidden(verdict: Verdict, outputs: list[dict]) -> list[dict]:
    """What the part of a test that students see gave, and the points of the whole, as nbgrader reads them."""
    stopped = any(one["output_type"] == "error" or one.get("name") == "stderr" for one in outputs)
    if stopped and not verdict.points:
        return outputs
    outputs = [one for one in outputs if one.get("name") == "stdout"]
    if verdict.points < verdict.possible:
        outputs.append({"output_type": "stream", "name": "stdout", "text": f"{HIDDEN_FAILED}\n"})
    return [*outputs, _points(verdict)]


def _verdict(verdict: Verdict) -> list[dict]:
    """The report, and the points as nbgrader reads them."""
    report = verdict.report
    hint = "" if report.passed else f"<p>A hint: {escape(_hint(report))}</p>"
    data = {"text/html": inert.html(report._repr_html_() + hint), "text/plain": str(report)}
    return [{"output_type": "display_data", "data": data, "metadata": {}}, _points(verdict)]


def _hint(report: Report) -> str:
    """The idea of the mistake in the line that is shown, else the exercise's first hint."""
    is_about_line = report.located and not report.misconception
    return report.located.idea if is_about_line else exercises.find(report.id).hints[0]


def _points(verdict: Verdict) -> dict:
    data = {"text/plain": f"{verdict.points:.10g}"}
    return {"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": None}


def _ran(ran: Ran | None) -> list[dict]:
    """Text only: what a submission prints reaches a browser escaped."""
    if ran is None:
        return []
    outputs = [
        {"output_type": "stream", "name": name, "text": text}
        for name, text in (("stdout", ran.out), ("stderr", ran.err or ran.end))
        if text
    ]
    if ran.error:
        outputs.append(
            {
                "output_type": "error",
                "ename": ran.error["kind"],
                "evalue": ran.error["message"],
                "traceback": ran.error["text"].split("\n"),
            }
        )
    if ran.value is not None:
        data = {"text/plain": ran.value}
        outputs.append({"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": None})
    return outputs
