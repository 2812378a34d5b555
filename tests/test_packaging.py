"""What the lists of packages promise."""

import ast
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from conftest import ROOT, course_files

COURSE = {"numpy", "jupyterlab", "nbgrader", "matplotlib", "h5py"}
# What a package is imported as, where that is not its name, and what it brings along that may be imported, too.
IMPORTED_AS = {
    "pillow": {"PIL"},
    "python-dateutil": {"dateutil"},
    "pyyaml": {"yaml"},
    "matplotlib": {"matplotlib", "cycler"},
    "ipywidgets": {"ipywidgets", "IPython"},
    "nbgrader": {"nbgrader", "nbconvert", "nbclient", "traitlets", "sqlalchemy", "tornado", "zmq"},
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def name_of(requirement: str) -> str:
    return re.match(r"[\w-]+", requirement)[0].lower()


def imported_as(requirements: list[str]) -> list[set[str]]:
    return [IMPORTED_AS.get(name, {name}) for name in map(name_of, requirements)]


def imports(path: Path) -> set[str]:
    """The packages that a module imports, at its top or inside a function."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module.split(".")[0])
    return found


def modules(*folders: str) -> list[Path]:
    return [ROOT / name for name in course_files() if name.suffix == ".py" and name.parts[0] in folders]


def test_requirements_list_the_five_packages_of_the_course_and_then_the_course():
    *packages, last = (ROOT / "requirements.txt").read_text(encoding="utf-8").split("\n")[:-1]
    assert {name_of(line) for line in packages} == COURSE
    assert last == "-e ."


def test_a_learners_machine_is_asked_for_neither_nbgrader_nor_a_notebook_server():
    assert not {"nbgrader", "jupyterlab", "notebook", "torch"} & set(map(name_of, PROJECT["dependencies"]))


def used() -> set[str]:
    return set().union(*map(imports, modules("utils", "grader", "datasets")))


def test_each_package_that_a_learner_installs_is_imported_by_the_course():
    assert not [names for names in imported_as(PROJECT["dependencies"]) if not names & used()]


def test_everything_that_the_course_imports_is_declared():
    extras = PROJECT["optional-dependencies"]
    declared = imported_as([*PROJECT["dependencies"], *extras["instructor"], *extras["cluster"]])
    assert used() <= set().union(*declared) | sys.stdlib_module_names | {"utils", "grader", "datasets"}


@pytest.mark.parametrize("path", modules("utils"), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_utils_never_import_the_grader(path):
    assert not imports(path) & {"grader", "datasets", "nbgrader"}


def test_everything_a_clone_needs_is_kept_and_everything_made_is_ignored():
    names = {path.as_posix() for path in course_files()}
    assert {
        "Makefile",
        ".ci/run",
        "LICENSE",
        "LICENSE-TEXT",
        "nbgrader_config.py",
        "datasets/train_catvnoncat.h5",
    } <= names
    made = r"(^|/)(__pycache__|\.ipynb_checkpoints|\.venv|dist|my-course|[^/]*\.egg-info)/|^grading/|\.pyc$|^grades\.csv$"
    assert not [name for name in names if re.search(made, name)]


@pytest.mark.parametrize("name", PROJECT["scripts"])
def test_the_commands_are_installed(name):
    (script,) = (entry for entry in metadata.entry_points(group="console_scripts") if entry.name == name)
    assert script.value == PROJECT["scripts"][name]
    assert callable(script.load())
