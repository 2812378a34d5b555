"""A chapter of the website: a released notebook, and below its cells the outputs of a run of the solution."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grader.releasing import bundle
from grader.releasing.runner import Runner

LONGEST = 900  # seconds for one cell
WIDGET = "application/vnd.jupyter.widget-view+json"
WIDGETS = "application/vnd.jupyter.widget-state+json"
CAPTION = re.compile(r"^\*(Figure \d+\..*?)\*$", re.MULTILINE | re.DOTALL)
TO_NOTEBOOK = re.compile(r'(href="[^":]*)\.ipynb')
HEADING = re.compile(r"#+ ")
CELLS_END = "\n\x1f\n"  # between the texts of two cells while they are one text


def chapter(released: NotebookNode, run: NotebookNode | None) -> NotebookNode:
    """The released notebook with the outputs that cells of the same ids have in `run`; without outputs if that is None.

    A cell that a learner fills in stays as it was released and shows no output.
    """
    notebook = nbformat.from_dict(released)
    outputs = {cell.id: _shown(cell, run) for cell in run.cells if cell.cell_type == "code"} if run else {}
    captions = _captions(notebook.cells)
    for cell in notebook.cells:
        nbgrader = cell.metadata.pop("nbgrader", {})  # points and checksums are nothing to read
        if cell.cell_type == "code" and not nbgrader.get("solution", False):
            cell.outputs = outputs.get(cell.id, [])
            cell.metadata["mystnb"] = {"image": {"alt": captions[cell.id]}}
    texts = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    joined = with_one_title(CELLS_END.join(cell.source.removeprefix("---\n") for cell in texts))
    for cell, text in zip(texts, joined.split(CELLS_END), strict=False):  # of no cells, one empty text
        cell.source = text
    return notebook


def run(root: Path, path: Path, kept: Path) -> NotebookNode:
    """The solution notebook `path` after a run. What was run before, with the same course around it, is read from `kept`."""
    stored = kept / f"{path.stem}-{_digest(root, path)}.ipynb"
    if stored.exists():
        return nbformat.read(stored, 4)
    notebook = nbformat.read(path, 4)
    with tempfile.TemporaryDirectory() as folder:
        own = {**os.environ, "PYTHONPATH": str(root), "COURSE_PROGRESS": str(Path(folder, "progress.json"))}
        own.pop("MPLBACKEND", None)  # or the kernel shows no figures
        client = Runner(notebook, timeout=LONGEST, kernel_name="python3", resources={"metadata": {"path": folder}})
        client.execute(env=own)
    kept.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, stored)
    return notebook


def _digest(root: Path, path: Path) -> str:
    """Of the notebook and of everything it may import or read."""
    found = hashlib.sha256(path.read_bytes())
    for part in bundle.contents(root):
        if "notebooks" not in part.relative_to(root).parts:
            found.update(part.read_bytes())
    return found.hexdigest()[:16]


def _shown(cell: NotebookNode, run: NotebookNode) -> list[NotebookNode]:
    """The outputs of a cell as a page can show them: in place of a control, what it drew at first; of a check, its table."""
    widgets = run.metadata.get("widgets", {}).get(WIDGETS, {}).get("state", {})
    shown = []
    for output in cell.outputs:
        data = output.get("data", {})
        if WIDGET in data:
            shown += _drawn(data[WIDGET]["model_id"], widgets)
        elif not (cell.id.startswith("check-") and output.output_type == "execute_result"):
            shown.append(_leading_to_chapters(output))
    return shown


def _leading_to_chapters(output: NotebookNode) -> NotebookNode:
    """The output with links to chapters where it has links to notebooks, as the table of progress does."""
    if "text/html" in output.get("data", {}):
        output = nbformat.from_dict(output)
        output.data["text/html"] = TO_NOTEBOOK.sub(r"\1.html", output.data["text/html"])
    return output


def _drawn(model: str, widgets: dict) -> list[NotebookNode]:
    """What the outputs inside a widget hold."""
    state = widgets.get(model, {}).get("state", {})
    inside = [_drawn(child.removeprefix("IPY_MODEL_"), widgets) for child in state.get("children", [])]
    return [*map(nbformat.from_dict, state.get("outputs", [])), *(output for outputs in inside for output in outputs)]


def _captions(cells: list[NotebookNode]) -> dict[str, str]:
    """Of each code cell the text that says in words what its figure shows: the caption below, or the heading above."""
    captions, heading = {}, ""
    for number, cell in enumerate(cells):
        if cell.cell_type == "markdown":
            headings = [line.lstrip("# ") for line in cell.source.splitlines() if HEADING.match(line)]
            heading = headings[-1] if headings else heading
            continue
        below = cells[number + 1].source if number + 1 < len(cells) and cells[number + 1].cell_type == "markdown" else ""
        caption = CAPTION.search(below)
        text = " ".join(caption[1].split()) if caption else f"What the cell above draws, in the section “{heading}”"
        captions[cell.id] = re.sub(r"[$*`\\]", "", text)
    return captions


def with_one_title(text: str) -> str:
    """The text with one title: from a second one on, every heading goes one level lower."""
    lines, titles, in_code = [], 0, False
    for line in text.split("\n"):
        in_code ^= line.startswith("```")
        is_heading = bool(HEADING.match(line)) and not in_code
        titles += is_heading and line.startswith("# ")
        lines.append("#" + line if is_heading and titles > 1 else line)
    return "\n".join(lines)
