"""Python files that lie beside a notebook: they can be imported, and never take the place of what is installed."""

from __future__ import annotations

import contextlib
import linecache
import stat
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

MOST = 20  # files that are read
LARGEST = 200_000  # bytes of one file


def read(folder: Path, notes: list[str]) -> dict[str, str]:
    """The Python files of a folder, by the names of their modules. Links are not followed."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.py")):
        about = path.lstat()
        if not stat.S_ISREG(about.st_mode):
            notes.append(f"{path.name} is no ordinary file; it was not read.")
        elif not path.stem.isidentifier():
            continue  # nobody can import it
        elif why := refused(about.st_size, len(found)):
            notes.append(f"{path.name} {why}")
        else:
            found[path.stem] = text_of(path.read_bytes())
    return found


def refused(size: int, count: int) -> str:
    """Why a Python file of `size` bytes is not read after `count` others, "" if it is."""
    if size > LARGEST:
        return f"has {size // 1000} kB; Python files of up to {LARGEST // 1000} kB are read."
    return f"is one of more than {MOST} Python files; it was not read." if count >= MOST else ""


def text_of(raw: bytes) -> str:
    """The text of a Python file, whatever its bytes are."""
    return raw.decode("utf-8-sig", errors="replace")


class Beside:
    """Finds and loads modules from their texts. At the end of sys.meta_path it finds only what nothing else does."""

    def __init__(self, texts: dict[str, str]) -> None:
        self._texts = texts

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return ModuleSpec(name, self, origin=f"{name}.py") if name in self._texts else None

    def create_module(self, spec: ModuleSpec) -> None:
        return None  # the usual kind

    def exec_module(self, module: ModuleType) -> None:
        text, file = self._texts[module.__name__], module.__spec__.origin
        linecache.cache[file] = (len(text), None, [line + "\n" for line in text.split("\n")], file)
        module.__file__ = file
        exec(compile(text, file, "exec", dont_inherit=True), vars(module))


@contextlib.contextmanager
def importable(texts: dict[str, str]) -> Iterator[None]:
    """Inside, the modules can be imported; afterwards all is as before."""
    finder = Beside(texts)
    sys.meta_path.append(finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        for name in [name for name, module in sys.modules.items() if getattr(module, "__loader__", None) is finder]:
            del sys.modules[name]
