"""Who imports whom: notebooks → grader → utils → NumPy, and in grader/ each wing only from wings above it."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from grader.wings import INSTRUCTOR, LEARNER, TOP

NOTEBOOKS = sorted(ROOT.glob("solutions/*/*.ipynb"))
WINGS = LEARNER + INSTRUCTOR
OURS = [path for path in sorted(ROOT.glob("grader/*/**/*.py")) if path.parent.name != "cli"]  # the commands stand above all


def imported(source: str) -> set[str]:
    """The modules that a source imports, by their full names."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def roots(source: str) -> set[str]:
    return {name.split(".")[0] for name in imported(source)}


@pytest.mark.parametrize("path", sorted(ROOT.glob("utils/**/*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_utils_know_nothing_of_the_grader(path):
    assert not roots(path.read_text()) & {"grader", "nbgrader", "datasets", "tests"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebooks_import_only_what_a_learner_has(path):
    allowed = {
        "copy",
        "itertools",
        "math",
        "time",
        "matplotlib",
        "numpy",
        "IPython",
        "ipywidgets",
        "grader",
        "utils",
        "warnings",
        "pathlib",
        "os",
    }
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            names = imported("".join(cell["source"]))
            assert {name.split(".")[0] for name in names} <= allowed
            assert {name for name in names if name.startswith("grader")} <= {
                "grader",
                *(f"grader.{n}" for n in ("check", "examine", "guess", "hint")),
            }


def wing(path: Path) -> str:
    return path.relative_to(ROOT / "grader").parts[0]


def test_every_folder_of_the_house_is_a_wing_and_every_file_beside_them_is_known():
    inside = {path.name for path in (ROOT / "grader").iterdir() if path.name != "__pycache__"}
    assert inside == {*WINGS, *TOP}


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.relative_to(ROOT / "grader").as_posix())
def test_a_wing_imports_only_from_wings_above_it(path):
    allowed = {*WINGS[: WINGS.index(wing(path)) + 1], "wings"}
    used = {name.split(".")[1] for name in imported(path.read_text()) if name.startswith("grader.")}
    assert used <= allowed


def test_no_wing_imports_the_commands_and_they_load_an_instructor_s_wing_only_when_it_is_asked_for():
    assert not [path for path in OURS if any(name.startswith("grader.cli") for name in imported(path.read_text()))]
    code = "import grader.cli, sys; print([name for name in sys.modules if name.startswith(('grader.grading', 'nbgrader'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"


def test_nbgrader_is_imported_in_releasing_and_grading_only():
    found = {wing(path) for path in OURS if "nbgrader" in roots(path.read_text())}
    assert found == {"releasing", "grading"}


def test_dask_is_imported_in_one_module():
    found = {path.name for path in ROOT.glob("grader/**/*.py") if roots(path.read_text()) & {"dask", "distributed"}}
    assert found == {"cluster.py"}


def test_what_a_learner_imports_loads_nothing_of_an_instructor_s():
    heavy = ("nbgrader", "matplotlib", "h5py", *(f"grader.{wing}" for wing in INSTRUCTOR))
    code = f"import grader, sys; print([name for name in sys.modules if name.startswith({heavy})])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"
