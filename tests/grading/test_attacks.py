"""Hostile submissions gain nothing, cost nobody else anything, and leave nothing behind. See tests/attacks/."""

import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT
from pages import page

from grader.answers.reference import load
from grader.exercises import of_notebook
from grader.grading import autograded, released
from grader.grading.notebook import judge_file
from grader.grading.sandbox.outside import Limits, Sandboxes, can_isolate
from grader.grading.secret_cases import SecretCases
from grader.measuring.cohort import Part, fill_in

ATTACKS = sorted((ROOT / "tests" / "attacks").glob("*.py"))
QUICK = {
    "doors_of_the_kernel", "endless_loop", "every_kind_of_socket", "folders_that_cannot_be_deleted", "fork_bomb", "frame_walk",
    "import_utils_answer", "leave_files_everywhere", "mailbox_on_loopback", "memory_flood", "memory_of_system_v",
    "patched_allclose", "read_solutions", "steal_from_a_later_exercise",
}  # fmt: skip
FOLDER = {path.stem: path.parent.name for path in ROOT.glob("notebooks/*/*.ipynb")}
SECRET = SecretCases(123456789)

pytestmark = [
    pytest.mark.sandbox,
    pytest.mark.skipif(not can_isolate(), reason="bubblewrap is not there or does not work: install it to run these"),
]


def cases() -> list:
    marks = {False: [pytest.mark.slow], True: []}
    return [pytest.param(path, id=path.stem, marks=marks[path.stem in QUICK]) for path in ATTACKS]


def about(path: Path) -> dict[str, str]:
    """What the first lines of an attack say about it."""
    lines = [line[2:].split(": ", 1) for line in path.read_text().splitlines() if line.startswith("# ") and ": " in line]
    return dict(lines)


def notebook(name: str, **answers: str) -> bytes:
    """A released notebook with right answers, and other ones where they are given."""
    released = nbformat.read(ROOT / "notebooks" / FOLDER[name] / f"{name}.ipynb", 4)
    sources = load(name).sources
    parts = {e.id: Part("", "", answers.get(e.function, sources[e.function]), 1.0) for e in of_notebook(name)}
    fill_in(released, name, parts)
    return nbformat.writes(released).encode()


def of(name: str) -> released.Template:
    return released.read(ROOT / "notebooks" / FOLDER[name] / f"{name}.ipynb", {})


def points(judged) -> dict[str, float]:
    return {verdict.cell: verdict.points for verdict in judged.verdicts}


def full(name: str) -> dict[str, float]:
    return {slot.id: slot.points for slot in of(name).graded}


def fingerprint() -> str:
    """Of all files that an attack might want to change."""
    content = hashlib.sha256()
    for folder in ("solutions", "notebooks", "grader", "utils", "datasets"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                content.update(path.read_bytes())
    return content.hexdigest()


def processes(sign: str) -> list[str]:
    """The processes on this machine whose command line holds `sign`."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if sign in path.read_text().replace("\0", " "):
                found.append(path.parent.name)
        except OSError:
            continue
    return found


def all_gone(sign: str) -> bool:
    """No such process is left. The system may take a moment to clear them away."""
    until = time.monotonic() + 5
    while processes(sign) and time.monotonic() < until:
        time.sleep(0.05)
    return not processes(sign)


@pytest.fixture(scope="module")
def before():
    return fingerprint()


def printed(judged) -> str:
    """All that its cells printed and raised. What got through a wall is printed as "GOT …"."""
    return "\n".join(f"{ran.out}\n{ran.err}\n{ran.error}" for ran in judged.ran.values())


def leaked(text: str) -> list[str]:
    """The instructor's own paths that are in a text."""
    return [path for path in (sys.prefix, sys.base_prefix, str(ROOT)) if path in text and not path.startswith("/usr")]


@pytest.mark.parametrize("attack", cases())
def test_an_attack_gains_nothing_and_costs_nobody_anything(attack, before):
    what = about(attack)
    name, function = what["exercise"].split(".")
    sandboxes = Sandboxes(Limits(seconds=3, total=12, memory=600 * 2**20))
    try:
        for _ in range(2 if "again" in what else 1):  # the second finds what the first has left
            judged = judge_file(notebook(name, **{function: attack.read_text()}), of(name), SECRET, sandboxes)
            assert "GOT" not in printed(judged), printed(judged)
            assert not leaked(printed(judged))
        earned, possible = points(judged), full(name)
        if what.get("earns") == "less":
            assert earned[f"check-{function}"] < possible[f"check-{function}"]
        else:
            assert earned[f"check-{function}"] == 0, str(judged.verdicts)
        assert all(earned[cell] <= possible[cell] for cell in possible)
        if what.get("others") == "full":
            assert all(earned[cell] == possible[cell] for cell in possible if cell != f"check-{function}")
        for html in (page(judged, of(name)), *html_shown(judged, of(name))):
            assert not any(tag in html for tag in ("<script", "<img", "<svg"))
        neighbour = judge_file(notebook("vectorization"), of("vectorization"), SECRET, sandboxes)
        assert points(neighbour) == full("vectorization")
    finally:
        sandboxes.close()
    assert all_gone(f'"user": {60000 + os.getpid() % 5000}')
    assert fingerprint() == before


@pytest.mark.parametrize("attack", [path for path in ATTACKS if "without walls" in about(path)], ids=lambda path: path.stem)
def test_what_the_walls_hold_back_gets_through_without_them(attack, tmp_path):
    done = subprocess.run([sys.executable, attack], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert "GOT" in done.stdout or leaked(done.stdout), done.stdout + done.stderr


def html_shown(judged, template) -> list[str]:
    """All HTML in the outputs of the notebook that formgrader shows."""
    outputs = [output for cell in autograded.notebook(judged, template)["cells"] for output in cell.get("outputs", [])]
    return [output["data"].get("text/html", "") for output in outputs if "data" in output]


def test_the_corpus_is_large_and_says_what_each_attack_tries():
    assert len(ATTACKS) >= 80
    assert all({"tries", "exercise"} <= about(path).keys() for path in ATTACKS)


def judged_after(edit) -> dict[str, float]:
    """The points of a right notebook after its data were edited."""
    data = json.loads(notebook("vectorization", nudge_b="def nudge_b(*a):\n    return 0"))
    edit(data)
    sandboxes = Sandboxes(Limits())
    try:
        return points(judge_file(json.dumps(data).encode(), of("vectorization"), SECRET, sandboxes))
    finally:
        sandboxes.close()


def honest() -> dict[str, float]:
    return full("vectorization") | {"check-nudge_b": 0.0}


def test_points_claimed_in_the_metadata_do_not_count():
    def claim(data):
        for cell in data["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade"):
                cell["metadata"]["nbgrader"]["points"] = 1000

    assert judged_after(claim) == honest()


def test_a_check_cell_that_was_rewritten_does_not_count():
    def rewrite(data):
        for cell in data["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade"):
                cell["source"] = "1000"
                cell["outputs"] = [
                    {"output_type": "execute_result", "data": {"text/plain": "1000"}, "metadata": {}, "execution_count": 1}
                ]

    assert judged_after(rewrite) == honest()


def test_checks_that_were_added_do_not_count():
    def add(data):
        check = next(cell for cell in data["cells"] if cell["metadata"].get("nbgrader", {}).get("grade"))
        more = json.loads(json.dumps(check))
        more["metadata"]["nbgrader"]["grade_id"] = more["id"] = "check-of-my-own"
        data["cells"].append(more)

    assert judged_after(add) == honest()
