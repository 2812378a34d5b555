"""Ways in which a notebook gets damaged on its way, each of which keeps the text of every solution cell.

Grading must give such a notebook exactly what it earns undamaged. Classes for trying things out are made with these, too.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable

SEPARATORS = "\u2028\u2029\u0085\f\v\x1c"
LAST = ("indent", "timed", "split")  # of several ways these come last: another one would undo or misplace what they do

Notebook = dict
Way = Callable[[Notebook, random.Random], Notebook | bytes | str]


def strip_metadata(notebook: Notebook, rng: random.Random) -> Notebook:
    """Every cell's metadata is gone, as after some editors."""
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    return notebook


def strip_ids(notebook: Notebook, rng: random.Random) -> Notebook:
    """Neither ids nor metadata."""
    for cell in notebook["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)
    return notebook


def drop_checks(notebook: Notebook, rng: random.Random) -> Notebook:
    """Some of the check cells are deleted."""
    notebook["cells"] = [cell for cell in notebook["cells"] if not _is_check(cell) or rng.random() < 0.5]
    return notebook


def drop_given(notebook: Notebook, rng: random.Random) -> Notebook:
    """Some of the cells that came with the notebook are deleted, imports included."""
    notebook["cells"] = [cell for cell in notebook["cells"] if _is_solution(cell) or rng.random() < 0.6]
    return notebook


def duplicate(notebook: Notebook, rng: random.Random) -> Notebook:
    """Some cells stand there twice, with the same ids."""
    cells = notebook["cells"]
    notebook["cells"] = [twin for cell in cells for twin in [cell, copy.deepcopy(cell)][: 1 + (rng.random() < 0.2)]]
    return notebook


def reorder(notebook: Notebook, rng: random.Random) -> Notebook:
    """All cells are shuffled."""
    rng.shuffle(notebook["cells"])
    return notebook


def rename(notebook: Notebook, rng: random.Random) -> Notebook:
    """Some of nbgrader's ids are other ones."""
    for cell in notebook["cells"]:
        if "nbgrader" in cell["metadata"] and rng.random() < 0.3:
            cell["metadata"]["nbgrader"]["grade_id"] = cell["id"] = f"cell-{rng.randrange(10**9)}"
    return notebook


def swap_ids(notebook: Notebook, rng: random.Random) -> Notebook:
    """Two solution cells have each other's ids."""
    first, second = _two_solutions(notebook, rng)
    for key in ("metadata", "id"):
        if key in first and key in second:
            first[key], second[key] = second[key], first[key]
    return notebook


def retype(notebook: Notebook, rng: random.Random) -> Notebook:
    """Some code cells, solutions among them, are Markdown or raw cells."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and rng.random() < 0.3:
            cell["cell_type"] = rng.choice(["markdown", "raw"])
            cell.pop("outputs", None)
            cell.pop("execution_count", None)
    return notebook


def merge(notebook: Notebook, rng: random.Random) -> Notebook:
    """Two solution cells are one."""
    first, second = _two_solutions(notebook, rng)
    if first is second:
        return notebook
    first["source"] = _text(first) + "\n\n\n" + _text(second)
    notebook["cells"] = [cell for cell in notebook["cells"] if cell is not second]
    return notebook


def split(notebook: Notebook, rng: random.Random) -> Notebook:
    """A function is cut into two cells between two of its lines."""
    cell = rng.choice([cell for cell in notebook["cells"] if _is_solution(cell)])
    lines = _text(cell).splitlines(keepends=True)
    cuts = [i for i, line in enumerate(lines) if i and line.startswith("    ") and '"""' not in "".join(lines[i:])]
    if cuts:
        cut = rng.choice(cuts)
        cell["source"] = "".join(lines[:cut])
        rest = {"cell_type": "code", "metadata": {}, "source": "".join(lines[cut:]), "outputs": [], "execution_count": None}
        place = next(i for i, other in enumerate(notebook["cells"]) if other is cell)
        notebook["cells"].insert(place + 1, rest)
    return notebook


def add_cells(notebook: Notebook, rng: random.Random) -> Notebook:
    """The student has tried things out in cells of their own, some of which fail."""
    for source in ("1 / 0", "print('here')", "import matplotlib.pyplot as plt\nplt.plot([1, 2])", "x = [", "%timeit 1 + 1"):
        cell = {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": 7}
        notebook["cells"].insert(rng.randrange(len(notebook["cells"])), cell)
    return notebook


def other_kernel(notebook: Notebook, rng: random.Random) -> Notebook:
    """It names a kernel that nobody else has."""
    notebook["metadata"]["kernelspec"] = {"name": "my-env", "display_name": "My environment", "language": "python"}
    return notebook


def older_format(notebook: Notebook, rng: random.Random) -> Notebook:
    """Format 3: worksheets, and `input` in place of `source`."""
    cells = []
    for cell in notebook["cells"]:
        one = {"cell_type": cell["cell_type"], "metadata": cell["metadata"]}
        text = "input" if cell["cell_type"] == "code" else "source"
        one |= {text: _text(cell)}
        if text == "input":
            one |= {"language": "python", "outputs": [], "collapsed": False, "prompt_number": 1}
        cells.append(one)
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": "x"}, "worksheets": [{"cells": cells, "metadata": {}}]}


def byte_order_mark(notebook: Notebook, rng: random.Random) -> bytes:
    """Saved by an editor that writes a mark first."""
    return b"\xef\xbb\xbf" + _dump(notebook).encode()


def windows_lines(notebook: Notebook, rng: random.Random) -> bytes:
    """Line ends of Windows, in the file and in the cells."""
    for cell in notebook["cells"]:
        cell["source"] = _text(cell).replace("\n", "\r\n")
    return _dump(notebook).replace("\n", "\r\n").encode()


def merge_conflict(notebook: Notebook, rng: random.Random) -> str:
    """Two versions of the notebook's metadata, as git leaves them."""
    text = _dump(notebook)
    at = text.rindex(' "nbformat": ')
    line = text[at:].split("\n")[0]
    return text[:at] + f"<<<<<<< HEAD\n{line}\n=======\n{line}\n>>>>>>> theirs\n" + text[at + len(line) + 1 :]


def cut_off_after_the_last_solution(notebook: Notebook, rng: random.Random) -> str:
    """The end of the file is missing."""
    last = max(i for i, cell in enumerate(notebook["cells"]) if _is_solution(cell))
    whole = _dump({"cells": notebook["cells"][: last + 1]})
    return whole[: whole.rindex("\n ]")] + ', {"cell_type": "code", "sour'


def magics(notebook: Notebook, rng: random.Random) -> Notebook:
    """Lines that only Jupyter understands stand in front of some solutions."""
    for cell in notebook["cells"]:
        if _is_solution(cell) and rng.random() < 0.5:
            line = rng.choice(["%matplotlib inline", "np.exp?", "files = !ls", "?print", "here = %pwd", "get_ipython()"])
            cell["source"] = line + "\n" + _text(cell)
    return notebook


def timed(notebook: Notebook, rng: random.Random) -> Notebook:
    """Some solutions are timed as a whole."""
    for cell in notebook["cells"]:
        if _is_solution(cell) and rng.random() < 0.3:
            cell["source"] = "%%time\n" + _text(cell)
    return notebook


def odd_separators(notebook: Notebook, rng: random.Random) -> Notebook:
    """Comments in solutions hold signs that some programs take for the end of a line."""
    for cell in notebook["cells"]:
        if _is_solution(cell) and rng.random() < 0.5:
            cell["source"] = f"# one{rng.choice(SEPARATORS)}two\n" + _text(cell) + f"\n# three{rng.choice(SEPARATORS)}four"
    return notebook


def indent(notebook: Notebook, rng: random.Random) -> Notebook:
    """A solution is indented as a whole, as after copying it out of a class."""
    cell = rng.choice([cell for cell in notebook["cells"] if _is_solution(cell)])
    cell["source"] = "".join("    " + line for line in _text(cell).splitlines(keepends=True))
    return notebook


def imports_that_fail(notebook: Notebook, rng: random.Random) -> Notebook:
    """Libraries that are not here are imported before the others."""
    first = next((cell for cell in notebook["cells"] if "import numpy as np" in _text(cell)), None)
    if first:
        first["source"] = "from google.colab import drive\nimport tensorflow as tf\n" + _text(first)
    return notebook


def bulky_outputs(notebook: Notebook, rng: random.Random) -> Notebook:
    """Megabytes of output."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code" and rng.random() < 0.1:
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "0123456789\n" * 40_000}]
    return notebook


def three_way_conflict(notebook: Notebook, rng: random.Random) -> str:
    """Two conflicts, each with what the two versions came from."""
    lines = _dump(notebook).split("\n")
    counts = [i for i, line in enumerate(lines) if line.strip().startswith('"execution_count": ')]
    for i in sorted(rng.sample(counts, min(2, len(counts))), reverse=True):
        line = lines[i]
        lines[i : i + 1] = ["<<<<<<< HEAD", line, "||||||| 1a2b3c4", line, "=======", line, ">>>>>>> theirs"]
    return "\n".join(lines)


WAYS: dict[str, Way] = {
    way.__name__: way
    for way in (
        strip_metadata, strip_ids, drop_checks, drop_given, duplicate, reorder, rename, swap_ids, retype, merge, split,
        add_cells, other_kernel, older_format, byte_order_mark, windows_lines, merge_conflict, cut_off_after_the_last_solution,
        magics, timed, odd_separators, indent, imports_that_fail, bulky_outputs, three_way_conflict,
    )
}  # fmt: skip


def damage(raw: bytes, names: list[str], seed: int) -> bytes:
    """A notebook file, damaged in the ways that are named, one after the other."""
    rng = random.Random(seed)
    notebook: Notebook | bytes | str = json.loads(raw)
    for cell in notebook["cells"]:
        about = cell["metadata"].get("nbgrader", {})
        cell["is"] = "solution" if about.get("solution") else "check" if about.get("grade") else ""
    for name in sorted(names, key=lambda name: LAST.index(name) if name in LAST else -1):
        if not isinstance(notebook, dict) or "cells" not in notebook:
            break  # it is a file by now, and no longer data
        notebook = WAYS[name](notebook, rng)
    if isinstance(notebook, dict):
        notebook = _dump(notebook)
    return notebook.encode() if isinstance(notebook, str) else notebook


def _dump(notebook: Notebook) -> str:
    """As JSON, without the notes on what a cell is."""
    cells = [{key: value for key, value in cell.items() if key != "is"} for cell in notebook.get("cells", [])]
    return json.dumps(notebook | ({"cells": cells} if "cells" in notebook else {}), indent=1)


def _text(cell: dict) -> str:
    return "".join(cell["source"])


def _is_solution(cell: dict) -> bool:
    return cell.get("is") == "solution"


def _two_solutions(notebook: Notebook, rng: random.Random) -> list[dict]:
    """Two of the solution cells; the same one twice where there is only one."""
    cells = [cell for cell in notebook["cells"] if _is_solution(cell)]
    return rng.sample(cells if len(cells) > 1 else cells * 2, 2)


def _is_check(cell: dict) -> bool:
    return cell.get("is") == "check"
