"""Which checks a grade was given by: a short hash of the code, the solutions and the tests that points follow from.

Nothing is listed by hand. What a worker calls to judge imports all else; comments, docstrings and layout do not count. A change
regrades nobody by itself: `grader grade` says that there is one.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from grader import exercises
from grader.answers.reference import load
from grader.learning import notebook_file
from grader.learning.cell import meaning, parsed
from grader.releasing.course import Course

ROOT = Path(__file__).parents[2]
# Where a submission goes in: which file is which notebook, what its cells are and earn, what runs them.
ENTRANCES = ("grader.grading.chosen", "grader.grading.notebook", "grader.grading.sandbox.inside")


def checks_version(course: Course, assignment: str) -> str:
    """The hash for one assignment."""
    content = hashlib.sha256()
    names = course.notebook_names(assignment)
    for path in judging_files(tuple(names)):
        content.update(_module(path).encode())
    for name in names:
        content.update("\n".join(_solutions(course.root / "solutions" / assignment / f"{name}.ipynb")).encode())
    with course.gradebook() as book:
        for notebook in book.find_assignment(assignment).notebooks:
            graded = {cell.name for cell in notebook.grade_cells}
            tests = sorted((cell.name, _code(cell.source)) for cell in notebook.source_cells if cell.name in graded)
            content.update(repr((notebook.name, tests)).encode())
    return content.hexdigest()[:32]


@cache
def judging_files(notebooks: tuple[str, ...]) -> tuple[Path, ...]:
    """The modules of grader and utils that points in these notebooks follow from, in order."""
    ours = [name for name in notebooks if exercises.of_notebook(name)]
    waiting = [*ENTRANCES, *(f"grader.exercises.{name}" for name in ours)]
    for name in ours:
        waiting += _imported(ast.parse(load(name).imports), "")
    found: set[Path] = set()
    while waiting:
        path = _file(waiting.pop())
        if path and path not in found:
            found.add(path)
            package = ".".join(path.relative_to(ROOT).parent.parts)
            waiting += _imported(_tree(path), package)
    return tuple(sorted(found))


def _imported(tree: ast.Module, package: str) -> Iterator[str]:
    """The names of all that a module imports, anywhere in it. Of a package that only leads to a module, nothing follows."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parent = ".".join(filter(None, [package if node.level else "", node.module or ""]))
            names = [f"{parent}.{alias.name}" for alias in node.names]
            yield from names
            if not all(map(_file, names)):  # something that the module or package itself holds
                yield parent


def _file(module: str) -> Path | None:
    """The file of one of our modules. The two packages at the top only lead to others."""
    top, *rest = module.split(".")
    if top not in ("grader", "utils") or not rest:
        return None
    path = ROOT.joinpath(top, *rest)
    return next((one for one in (path.with_suffix(".py"), path / "__init__.py") if one.is_file()), None)


def _solutions(path: Path) -> Iterator[str]:
    for cell in notebook_file.read(path):
        if cell["cell_type"] == "code" and (cell["metadata"].get("nbgrader", {}).get("solution") or cell.get("id") == "imports"):
            yield _code(cell["source"])


@cache
def _code(source: str) -> str:
    """The code as Python understands it: without comments, docstrings and layout. A text that is no Python as it is."""
    tree = parsed(meaning(source).text)
    return source if tree is None else _plain(tree)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def _module(path: Path) -> str:
    return _plain(_tree(path))


def _plain(tree: ast.Module) -> str:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            node.body = list(_without_docstring(node.body)) or [ast.Pass()]
    return ast.unparse(tree)


def _without_docstring(body: list[ast.stmt]) -> Iterable[ast.stmt]:
    first = body[0] if body else None
    is_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    return body[1:] if is_text else body
