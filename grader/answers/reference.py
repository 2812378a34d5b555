"""The reference: the code in the solution cells of `solutions/`, written once and loaded from there."""

from __future__ import annotations

import ast
import json
import linecache
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace

from grader.judging.errors import CourseError

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Reference:
    """The functions of one notebook and their source, by name. imports: the import statements that they need."""

    notebook: str
    namespace: dict[str, object]
    sources: dict[str, str]
    imports: str

    @property
    def functions(self) -> SimpleNamespace:
        return SimpleNamespace(**{name: self.namespace[name] for name in self.sources})

    def variant(self, name: str, source: str, label: str = "variant") -> Callable:
        """The function `name` as `source` defines it; everything else that it calls is right."""
        return define(name, source, self.namespace, f"<{label} of {self.notebook}.{name}>")


def define(name: str, source: str, namespace: dict[str, object], filename: str) -> Callable:
    """Run `source` in a copy of `namespace` and return the function `name` that it defines."""
    own = dict(namespace)
    _run(source, filename, own)
    return own[name]


def notebooks(root: Path = ROOT) -> dict[str, Path]:
    """The solution notebooks, by name."""
    return {path.stem: path for path in sorted(root.glob("solutions/*/*.ipynb"))}


@cache
def load(notebook: str, root: Path = ROOT) -> Reference:
    """Run the solution cells of a solution notebook, with the imports they use. CourseError names the ones there are."""
    files = notebooks(root)
    if notebook not in files:
        raise CourseError(f"No notebook {notebook!r} in {root / 'solutions'}. There are: {', '.join(files)}.")
    cells = json.loads(files[notebook].read_text(encoding="utf-8"))["cells"]
    sources = {
        cell["id"]: "".join(cell["source"])
        for cell in cells
        if cell["metadata"].get("nbgrader", {}).get("solution", False)
    }
    imports = next("".join(cell["source"]) for cell in cells if cell.get("id") == "imports")
    namespace: dict[str, object] = {"__name__": f"reference.{notebook}"}
    imports = needed_imports(imports, "\n".join(sources.values()))
    exec(imports, namespace)
    for name, source in sources.items():
        _run(source, f"<solution of {notebook}: {name}>", namespace)
    return Reference(notebook, namespace, sources, imports)


def needed_imports(imports: str, source: str) -> str:
    """The import statements of `imports` that bind a name used in `source`: a grader needs no plotting."""
    used = {node.id for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Name)}
    kept = []
    for node in ast.parse(imports).body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            node.names = [alias for alias in node.names if (alias.asname or alias.name).split(".")[0] in used]
            kept += [ast.unparse(node)] if node.names else []
    return "\n".join(kept)


def _run(source: str, filename: str, namespace: dict[str, object]) -> None:
    """Run `source`; tracebacks and `inspect` find its lines under `filename`."""
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    exec(compile(source, filename, "exec"), namespace)
