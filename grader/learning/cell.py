"""What a cell of a notebook means, and how it runs: the same in a self-check and in a grader's sandbox.

A cell is Python, or what IPython makes Python of. Magics, shell commands and questions for help do nothing here.
"""

from __future__ import annotations
import __future__

import ast
import builtins
import contextlib
import inspect
import linecache
import re
import warnings
from collections.abc import Callable, Coroutine, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType, ModuleType

IMPORT, DOT, DOTS = re.compile(r"\b(?:import|from)\b(?:[^;\n\\]|\\.)*", re.DOTALL), re.compile(r"\w\s*\."), 100
PROMPT = re.compile(r"\s*(\[(nav|ins)\] )?In \[\d+\]: ")  # pasted with the code, `In [1]: x = 3` is Python, too
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
NOT_HERE = (ImportError, OSError, EOFError)  # a library, a file, somebody who answers a question


@dataclass(frozen=True)
class Meaning:
    """A cell as Python. text: line for line as the learner wrote it; skipped: what of it only IPython understands."""

    text: str
    skipped: tuple[str, ...] = ()


@lru_cache(maxsize=8192)  # most cells of a class are those of the release
def meaning(source: str) -> Meaning:
    """The cell as Python. What is neither Python nor IPython's stays as it is, and fails where it runs."""
    source = source.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").removeprefix("\ufeff")
    if parsed(source) is not None and not PROMPT.match(source):
        return Meaning(source)
    from grader.learning.ipython import translated  # here only: most notebooks need no IPython

    try:
        return Meaning(*translated(source))
    except Exception:  # it may raise anything at a text that is no cell
        return Meaning(source)


def parsed(text: str) -> ast.Module | None:
    """The syntax tree of a text, None if it is not Python."""
    if any(len(DOT.findall(names[0])) > DOTS for names in IMPORT.finditer(text)):
        return None  # Python's parser needs the square of it in memory
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def in_module_scope(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """Each statement whose names are the notebook's own, those in branches and loops included."""
    waiting = list(body)[::-1]
    while waiting:
        statement = waiting.pop()
        yield statement
        if not isinstance(statement, DEFINITIONS):
            parts = [statement, *getattr(statement, "handlers", ()), *getattr(statement, "cases", ())]
            blocks = (getattr(part, field, ()) for part in parts for field in ("body", "orelse", "finalbody"))
            waiting += [inner for block in blocks for inner in block][::-1]


class Shell:
    """Stands in for IPython's shell: whatever is asked of it does nothing and gives None."""

    def __getattr__(self, name: str) -> Shell:
        if name.startswith("__") or name == "kernel":  # a kernel would promise rich output
            raise AttributeError(name)
        return self

    def __call__(self, *args: object, **kwargs: object) -> None:
        return None


def shell() -> Shell:
    return Shell()


def _nobody() -> Callable[[object], str]:
    def input(question: object = "") -> str:
        raise EOFError("nobody is here to answer; a function gets what it needs through its parameters")

    return input


class Run:
    """The cells of one notebook, run one after the other. names: what they have bound, as in the notebook's `__main__`.

    What is missing on this machine (a library, a file, what a magic would give) costs only the statements that need it.
    """

    def __init__(self, names: dict[str, object], functions: Iterable[str] = ()) -> None:
        """functions: names that keep the last function they had, though a later cell gives them to a result."""
        self.names = names
        self._functions: dict[str, object] = dict.fromkeys(functions)
        names.update(__name__="__main__", __builtins__=builtins, display=print, get_ipython=shell)
        names.update(exit=Shell(), quit=Shell(), input=_nobody())  # in a notebook, what follows exit() in a cell runs
        self._lacking: set[str] = set()  # names that would be bound if all were there
        self._flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT

    def cell(self, text: str, filename: str, strictly: bool = False) -> object:
        """Run a cell, given as `Meaning.text`. → the value of its last line, if that is an expression.

        Raises what the cell raises. strictly: the first error ends it, whatever its reason.
        """
        linecache.cache[filename] = (len(text), None, [line + "\n" for line in text.split("\n")], filename)
        body = [one for one in ast.parse(text, filename).body if strictly or not self._undoes(one)]
        prepares = not strictly and _prepares(body)
        codes = [(statement, self._compiled(statement, filename)) for statement in body]  # all, or nothing is run

        def goes_on(statement: ast.stmt, error: Exception) -> bool:
            if strictly:
                return False
            needs_it = bool(_uses(statement) & (self._lacking | {"get_ipython"}))
            if needs_it and isinstance(statement, ast.FunctionDef):
                self._define_plainly(statement, filename)
            return needs_it or prepares or isinstance(error, NOT_HERE)

        try:
            return self._finished(codes, self._run(codes, goes_on))
        finally:
            self._functions |= {name: found for name in self._functions if callable(found := self.names.get(name))}

    def examined(self) -> dict[str, object]:
        """The names as the checks see them: each stands right after its function, before the name may mean anything else."""
        return self.names | {name: function for name, function in self._functions.items() if function}

    @staticmethod
    def _finished(codes: list[tuple[ast.stmt, CodeType]], running: Coroutine) -> object:
        if any(code.co_flags & inspect.CO_COROUTINE for _, code in codes):
            import asyncio  # here only: few notebooks wait for anything

            return asyncio.run(running)
        try:
            running.send(None)
        except StopIteration as end:
            return end.value

    def _undoes(self, statement: ast.stmt) -> bool:
        """It deletes a module or a function that is asked for: checks stand before the cells that tidy up, and have seen it."""
        names = [one.id for one in statement.targets if isinstance(one, ast.Name)] if isinstance(statement, ast.Delete) else []
        return any(name in self._functions or isinstance(self.names.get(name), ModuleType) for name in names)

    def _compiled(self, statement: ast.stmt, filename: str) -> CodeType:
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
            known = [getattr(__future__, alias.name, None) for alias in statement.names]
            self._flags |= sum(feature.compiler_flag for feature in known if feature)  # for all cells that follow
        if isinstance(statement, ast.Expr):
            return compile(ast.Expression(statement.value), filename, "eval", self._flags, dont_inherit=True)
        return compile(ast.Module([statement], []), filename, "exec", self._flags, dont_inherit=True)

    def _define_plainly(self, function: ast.FunctionDef, filename: str) -> None:
        """Define a function without the decorators and type hints that are not there."""
        function.decorator_list = [one for one in function.decorator_list if not _uses(one) & self._lacking]
        with contextlib.suppress(Exception):
            flags = self._flags | __future__.annotations.compiler_flag
            exec(compile(ast.Module([function], []), filename, "exec", flags, dont_inherit=True), self.names)

    async def _run(self, codes: list[tuple[ast.stmt, CodeType]], goes_on: Callable[[ast.stmt, Exception], bool]) -> object:
        first = value = None
        for statement, code in codes:
            try:
                value = eval(code, self.names)
                if code.co_flags & inspect.CO_COROUTINE:
                    value = await value
            except Exception as error:
                first = error if first is None else first
                if not goes_on(statement, error):
                    break
                self._lacking |= _binds(statement) - self.names.keys()
            else:
                if self._lacking or "get_ipython" in code.co_names:
                    change = set.update if "get_ipython" in code.co_names else set.difference_update
                    change(self._lacking, _binds(statement))
        if first is not None:
            raise first
        return value


def _prepares(body: list[ast.stmt]) -> bool:
    """The cell imports and sets up: it binds no function, and asserts nothing."""
    inner = list(in_module_scope(body))
    has_import = any(isinstance(one, ast.Import | ast.ImportFrom) for one in inner)
    return has_import and not any(isinstance(one, (*DEFINITIONS, ast.Assert, ast.Raise)) for one in inner)


def _uses(statement: ast.stmt) -> set[str]:
    return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}


def _binds(statement: ast.stmt) -> set[str]:
    found: set[str] = set()
    for one in in_module_scope([statement]):
        if isinstance(one, DEFINITIONS):
            found.add(one.name)
            continue
        parts = [part for part in ast.iter_child_nodes(one) if not isinstance(part, ast.stmt)]
        nodes = [node for part in parts for node in ast.walk(part)]
        found |= {(node.asname or node.name).split(".")[0] for node in nodes if isinstance(node, ast.alias)}
        found |= {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    return found
