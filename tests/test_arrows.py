"""Who imports whom: notebooks → grader → utils → NumPy."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted(ROOT.glob("solutions/*/*.ipynb"))
WITH_NBGRADER = {"course.py", "grading.py", "guard.py", "preprocessor.py", "preprocessors.py", "record.py"}


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


def test_nbgrader_is_imported_in_few_modules():
    found = {path.name for path in ROOT.glob("grader/**/*.py") if "nbgrader" in roots(path.read_text())}
    assert found <= WITH_NBGRADER


def test_dask_is_imported_in_one_module():
    found = {path.name for path in ROOT.glob("grader/**/*.py") if roots(path.read_text()) & {"dask", "distributed"}}
    assert found == {"cluster.py"}


def test_what_a_learner_imports_loads_neither_nbgrader_nor_the_catalogues():
    heavy = ("nbgrader", "grader.answers", "matplotlib", "h5py")
    code = f"import grader, sys; print([name for name in sys.modules if name.startswith({heavy})])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"
