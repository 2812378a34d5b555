"""The reference: the code in the solution cells of `solutions/`, written once and loaded from there."""

from __future__ import annotations

import json
import linecache
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Reference:
    """The functions of one notebook and their source, by name."""

    notebook: str
    namespace: dict[str, object]
    sources: dict[str, str]

    @property
    def functions(self) -> SimpleNamespace:
        return SimpleNamespace(**{name: self.namespace[name] for name in self.sources})

    def variant(self, name: str, source: str, label: str = "variant") -> Callable:
        """The function `name` as `source` defines it; everything else that it calls is right."""
        return define(name, source, self.namespace, f"<{label} of {self.notebook}.{name}>")


def define(name: str, source: str, namespace: dict[str, object], filename: str) -> Callable:
    """Run `source` in a copy of `namespace` and return the function `name` that it defines."""
    own = dict(namespace)
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    exec(compile(source, filename, "exec"), own)
    return own[name]


def notebooks(root: Path = ROOT) -> dict[str, Path]:
    """The solution notebooks, by name."""
    return {path.stem: path for path in sorted(root.glob("solutions/*/*.ipynb"))}


@cache
def load(notebook: str, root: Path = ROOT) -> Reference:
    """Run the imports and the solution cells of a solution notebook. FileNotFoundError names the ones there are."""
    files = notebooks(root)
    if notebook not in files:
        raise FileNotFoundError(f"No notebook {notebook!r} in {root / 'solutions'}. There are: {', '.join(files)}.")
    cells = json.loads(files[notebook].read_text(encoding="utf-8"))["cells"]
    namespace: dict[str, object] = {"__name__": f"reference.{notebook}"}
    sources = {}
    for cell in cells:
        source = "".join(cell["source"])
        is_solution = cell["metadata"].get("nbgrader", {}).get("solution", False)
        if cell.get("id") == "imports" or is_solution:
            filename = f"<solution of {notebook}: {cell['id']}>"
            linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
            exec(compile(source, filename, "exec"), namespace)
        if is_solution:
            sources[cell["id"]] = source
    return Reference(notebook, namespace, sources)
