"""Every command in the documents is run here, or it stands in a list with where it is run, or why not."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, hand_in
from labserver import HERE, folders_of_jupyter

DOCUMENTS = (
    "README.md",
    "CONTRIBUTING.md",
    *sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("docs/*.md")),
)
GUIDE = "docs/instructor-guide.md"
OVER_A_TERM, ON_A_HUB = "docs/guide-term.md", "docs/guide-jupyterhub.md"
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)

ELSEWHERE = {  # the start of a command: where it is run, or why it is not
    "make demo": "tests/test_doors.py",
    "make lab": "tests/test_doors.py runs it as `grader lab`, with and without --instructor",
    "make test": "it runs this",
    "make lint": "ruff and `grader release --check`; the latter is in tests/releasing/test_release.py",
    "make release": "tests/test_doors.py",
    "make quality": "tests/measuring/test_quality.py measures, and writes and compares the table",
    ".venv/bin/grader release": "tests/test_doors.py and tests/documents/test_extending.py",
    ".venv/bin/grader quality": "tests/measuring/test_quality.py and tests/documents/test_extending.py",
    ".venv/bin/grader check": "tests/documents/test_extending.py and tests/releasing/test_bundle.py",
    ".venv/bin/dask": "tests/grading/test_batch.py, on one machine",
    ".venv/bin/grader grade": "tests/grading/test_batch.py",
    ".venv/bin/python -m grader": "tests/documents/test_guide_over_a_term.py",
    ".venv/bin/grader collect": "tests/grading/test_collect.py",
    ".venv/bin/grader watch": "tests/grading/test_watching.py",
    ".venv/bin/grader report": "tests/grading/test_moodle_worksheet.py",
    ".venv/bin/nbgrader collect 01-logistic-regression --update": "tests/grading/test_watching.py",
    "cp -a . ../trial": "tests/documents/test_guide_over_a_term.py",
    "git -C ../trial pull": "tests/documents/test_guide_over_a_term.py",
    "cd ../trial": "tests/documents/test_guide_over_a_term.py",
    "mv grading": "tests/documents/test_guide_over_a_term.py",
    "nbgrader list": "tests/documents/test_guide_over_a_term.py",
    "nbgrader fetch_assignment": "tests/documents/test_guide_over_a_term.py",
    "chmod -R o-rwx": "tests/documents/test_guide_over_a_term.py",
    "sed 's/": "tests/documents/test_guide_over_a_term.py",
    "chgrp -R": "tests/documents/test_guide_over_a_term.py",
    "chmod -R g+rwX": "tests/documents/test_guide_over_a_term.py",
    "find . -type d": "tests/documents/test_guide_over_a_term.py",
    ".venv/bin/grader extend": "below, and tests/grading/test_lateness.py",
    "pip install \"neural_networks_course": "tests/releasing/test_wheel.py",
    "uv tool install": "tests/releasing/test_wheel.py, where uv is installed",
    "pipx install": "tests/releasing/test_wheel.py, where pipx is installed",
    "course start": "tests/releasing/test_wheel.py",
    "course check": "tests/releasing/test_wheel.py",
    "course progress": "tests/releasing/test_wheel.py",
    "python -m venv": "tests/releasing/test_bundle.py makes an environment and installs into it",
    ".venv\\Scripts": "for Windows: no such machine here",
    "mkdir -p /srv": "writes outside this folder",
    "chmod ugo": "writes outside this folder",
    "jupyter labextension": "tests/documents/test_documents.py, into a folder of its own",
    "jupyter server extension disable": "tests/documents/test_documents.py, into a folder of its own",
    "!unzip": "for Colab: not tried",
    "%cd": "for Colab: not tried",
}


def fenced(document: str, language: str) -> list[str]:
    """The blocks of a document in a language, "" for commands."""
    return [text for name, text in FENCE.findall((ROOT / document).read_text(encoding="utf-8")) if name == language]


def commands(document: str) -> list[str]:
    """The commands of a document, without the comments behind them."""
    lines = "".join(fenced(document, "")).splitlines()
    return [line.split("  #")[0].strip() for line in lines if not _is_drawing(line)]


def _is_drawing(line: str) -> bool:
    return not line.strip() or any(sign in line for sign in "─│▼▲")


def is_elsewhere(command: str) -> bool:
    return any(command.startswith(start) for start in ELSEWHERE)


@pytest.mark.parametrize("document", [name for name in DOCUMENTS if name != GUIDE])
def test_every_command_of_the_documents_is_run_somewhere_or_has_a_reason(document):
    assert [command for command in commands(document) if not is_elsewhere(command)] == []


def test_no_reason_is_left_over():
    known = [command for document in DOCUMENTS for command in commands(document)]
    assert [start for start in ELSEWHERE if not any(command.startswith(start) for command in known)] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_and_picture_of_the_documents_is_there(document):
    text = FENCE.sub("", (ROOT / document).read_text(encoding="utf-8"))
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text)
    assert [
        name for name in targets if "://" not in name and not (ROOT / document).parent.joinpath(name).exists()
    ] == []
    assert not re.findall(r"!\[\]\(", text)  # every picture says in words what it shows


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_target_of_make_in_the_documents_exists(document):
    named = re.findall(r"\bmake ([a-z][a-z-]+)\b(?=[`\n ])", "\n".join(commands(document)))
    made = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= set(made)


def test_the_pictures_of_the_documents_weigh_less_than_a_megabyte_and_each_is_shown():
    pictures = list((ROOT / "docs" / "pictures").glob("*"))
    assert sum(path.stat().st_size for path in pictures) < 1_000_000
    shown = "".join((ROOT / document).read_text(encoding="utf-8") for document in DOCUMENTS)
    assert [path.name for path in pictures if path.name not in shown] == []


@pytest.mark.slow
def test_the_ten_steps_of_a_term_run_in_their_order(repository_copy, tmp_path, monkeypatch):
    """From release to feedback, for one student who fetches and hands in through the exchange folder."""
    steps = [command for command in commands(GUIDE) if command.startswith((".venv/bin/nbgrader", "make "))]
    for name, value in folders_of_jupyter(tmp_path / "home").items():
        monkeypatch.setenv(name, value)
    settings(tmp_path)
    link_environment(repository_copy)
    for step in steps:
        if step.startswith(".venv/bin/nbgrader collect"):
            hand_in_through_the_exchange(tmp_path / "student")
        if not is_elsewhere(step) or step.startswith("make release"):
            done = subprocess.run(runnable(step), cwd=repository_copy, capture_output=True, text=True)
            assert done.returncode == 0, f"{step}\n{done.stdout}{done.stderr}"
    assert (repository_copy / "dist" / "course-student.zip").is_file()
    assert "ada" in (repository_copy / "grades.csv").read_text(encoding="utf-8")
    assert len(list((repository_copy / "grading" / "feedback").rglob("*.html"))) == 2
    assert list((tmp_path / "exchange" / "neural-networks" / "feedback").rglob("*.html"))


def hand_in_through_the_exchange(folder: Path) -> None:
    folder.mkdir()
    for command in ("fetch_assignment", "submit"):
        words = [HERE / "nbgrader", command, "01-logistic-regression", "--course", "neural-networks"]
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr


def settings(home: Path) -> None:
    exchange = home / "exchange"
    exchange.mkdir()
    exchange.chmod(0o777)
    config = home / "home" / "jupyter_config_dir"
    config.mkdir(parents=True)
    (config / "nbgrader_config.py").write_text(f"c = get_config()\nc.Exchange.root = {str(exchange)!r}\n")


def link_environment(course: Path) -> None:
    """Put this environment's commands where the documents say they are."""
    (course / ".venv" / "bin").mkdir(parents=True)
    for name in ("python", "nbgrader", "grader", "jupyter"):
        (course / ".venv" / "bin" / name).symlink_to(HERE / name)
    for name in ("pyvenv.cfg", "lib"):  # by which its python is that of this environment
        if (HERE.parent / name).exists():
            (course / ".venv" / name).symlink_to(HERE.parent / name)
    for stamp in (".ready", ".ready-test"):
        (course / ".venv" / stamp).touch()


def runnable(step: str) -> list[str]:
    words = shlex.split(step)
    return [*words, f"py={sys.executable}"] if words[0] == "make" else words


@pytest.mark.slow
def test_the_guides_late_policy_takes_points_and_its_extensions_give_them_back(repository_copy):
    policy = next(block for block in fenced(OVER_A_TERM, "python") if "BasePlugin" in block)
    with open(repository_copy / "nbgrader_config.py", "a", encoding="utf-8") as config:
        config.write("\n\n" + policy)
    assignment = "01-logistic-regression"
    for student in ("ada", "bob"):  # both two days late
        hand_in(repository_copy, student, full_marks=True, assignment=assignment)
        folder = repository_copy / "grading" / "submitted" / student / assignment
        (folder / "timestamp.txt").write_text("2026-10-17 12:00:00 UTC")
    link_environment(repository_copy)

    def run(step: str) -> str:
        done = subprocess.run(runnable(step), cwd=repository_copy, capture_output=True, text=True)
        assert done.returncode == 0, f"{step}\n{done.stdout}{done.stderr}"
        return done.stdout

    run(f".venv/bin/nbgrader generate_assignment {assignment}")
    run(next(step for step in commands(GUIDE) if "--duedate" in step))
    run(f".venv/bin/nbgrader autograde {assignment}")
    late = points(repository_copy)
    assert late["ada"] == late["bob"] > 0
    days, until, remove, everybody = (step for step in commands(OVER_A_TERM) if step.startswith(".venv/bin/grader extend"))
    assert "ada: until 2026-10-22 23:59 UTC" in run(days)
    assert points(repository_copy) == {"ada": pytest.approx(late["ada"] / 0.8), "bob": late["bob"]}
    assert "ada: until 2026-10-25 11:00 UTC" in run(until)  # on that day Berlin goes back to winter time
    assert "no extension" in run(remove) and points(repository_copy) == late
    assert "no extensions" in run(everybody)


def points(course: Path) -> dict[str, float]:
    """Each student's points, penalties taken off, as `nbgrader export` has them."""
    subprocess.run([HERE / "nbgrader", "export"], cwd=course, check=True, capture_output=True)
    head, *rows = [row.split(",") for row in (course / "grades.csv").read_text(encoding="utf-8").splitlines()]
    return {row[head.index("student_id")]: float(row[head.index("score")]) for row in rows}


@pytest.mark.slow
def test_the_extending_guides_hidden_test_counts_and_is_not_shown(repository_copy):
    block = next(block for block in fenced("docs/extending.md", "python") if "HIDDEN TESTS" in block)
    own_assignment(repository_copy, block)

    def grader(*words: str) -> None:
        subprocess.run([sys.executable, "-m", "grader", *words], cwd=repository_copy, check=True, capture_output=True)

    grader("release", "05-own")
    grader("release", "--check", "05-own")
    released = repository_copy / "notebooks" / "05-own" / "own.ipynb"
    assert "-1.5" not in released.read_text(encoding="utf-8")
    for student, body in (("ada", "x + x"), ("bob", "4")):
        handed_in = nbformat.read(released, 4)
        handed_in.cells[0].source = f"def double(x):\n    return {body}"
        folder = repository_copy / "grading" / "submitted" / student / "05-own"
        folder.mkdir(parents=True)
        nbformat.write(handed_in, folder / "own.ipynb")
    grader("grade", "05-own", "--json", "points.json")
    found = json.loads((repository_copy / "points.json").read_text())["05-own"]
    assert {student: cells["own"]["test-double"] for student, cells in found.items()} == {"ada": 2, "bob": 0}
    page = (repository_copy / "grading" / "feedback" / "bob" / "05-own" / "own.html").read_text(encoding="utf-8")
    assert "A hidden test does not." in page and "-1.5" not in page


def own_assignment(course: Path, test: str) -> None:
    """An assignment with one function and one plain test."""
    about = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
    answer, checked = about | {"grade_id": "double", "solution": True}, about | {"grade_id": "test-double", "points": 2}
    notebook = nbformat.v4.new_notebook(metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}})
    solution = "def double(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
    notebook.cells = [
        nbformat.v4.new_code_cell(solution, id="double", metadata={"nbgrader": answer}),
        nbformat.v4.new_code_cell(test, id="test-double", metadata={"nbgrader": checked | {"grade": True, "locked": True}}),
    ]
    (course / "solutions" / "05-own").mkdir()
    nbformat.write(notebook, course / "solutions" / "05-own" / "own.ipynb")


@pytest.mark.slow
def test_the_guides_commands_hide_the_instructors_tools(tmp_path):
    """With --level=user into a home of its own: the system's settings are not ours to change."""
    told = [line.split() for line in commands(ON_A_HUB) if line.startswith("jupyter labextension")]
    assert [action for _, _, action, *_ in told] == ["disable", "disable", "lock", "lock"]
    env = {**os.environ, **folders_of_jupyter(tmp_path)}
    for _, _, action, _, name in told:
        command = [HERE / "jupyter", *["labextension", action, "--level=user"], name]
        assert subprocess.run(command, env=env, capture_output=True).returncode == 0
    listed = subprocess.run([HERE / "jupyter", "labextension", "list"], env=env, capture_output=True, text=True)
    said = listed.stdout + listed.stderr
    for name in ("create-assignment", "formgrader"):
        assert f"@jupyter/nbgrader:{name}" in said.partition("Disabled extensions:")[2]
        assert re.search(rf"plugins: .*@jupyter/nbgrader:{name}.* locked", said), said
