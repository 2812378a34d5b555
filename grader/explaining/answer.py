"""A learner's function as a tree that can be edited and run; or nothing, where it is safer left alone."""

from __future__ import annotations

import ast
import copy
import dis
import inspect
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import CodeType, FunctionType, ModuleType

import numpy as np

from grader.explaining.tree import is_docstring

# Names that reach files, other programs, the network, the keyboard, a screen or the interpreter itself.
OUTSIDE = frozenset(
    {"open", "exec", "eval", "compile", "input", "breakpoint", "exit", "quit", "globals", "locals", "vars", "getattr"}
    | {"setattr", "delattr", "__import__", "__builtins__", "os", "sys", "io", "subprocess", "shutil", "pathlib", "Path"}
    | {
        "tempfile",
        "socket",
        "urllib",
        "requests",
        "http",
        "threading",
        "multiprocessing",
        "asyncio",
        "signal",
        "ctypes",
    }
    | {"gc", "inspect", "importlib", "time", "sleep", "system", "popen", "save", "savez", "savez_compressed", "savetxt"}
    | {"load", "loadtxt", "genfromtxt", "fromfile", "tofile", "memmap", "dump", "write", "remove", "unlink", "rename"}
    | {"mkdir", "rmdir", "plt", "pyplot", "matplotlib", "show", "savefig", "display", "h5py"}
    | {"check", "examine", "hint", "guess"}
)
GLOBAL_WRITES = ("STORE_GLOBAL", "DELETE_GLOBAL", "STORE_ATTR", "DELETE_ATTR")
MODULES = ("numpy", "math", "copy", "random", "scipy", "utils")
TRUSTED = (*MODULES, "builtins")
CATCHING = ("BaseException", "SystemExit", "KeyboardInterrupt")  # would catch what ends a call that takes too long
PLAIN = (int, float, complex, str, bool, type(None), np.generic)


@dataclass(frozen=True)
class Answer:
    """The tree of a function, without its docstring; its lines; a copy of the names around it."""

    tree: ast.Module
    lines: tuple[str, ...]
    namespace: dict[str, object]

    @property
    def definition(self) -> ast.FunctionDef:
        return self.tree.body[0]

    @property
    def signatures(self) -> dict[str, tuple[str, ...]]:
        """The functions around it that it could call, none of which reaches outside, and the names of their parameters."""
        own = {
            name: value
            for name, value in self.namespace.items()
            if isinstance(value, FunctionType)
            and name != self.definition.name
            and self._is_near(value)
            and is_harmless(value)
        }
        return {name: _parameters(value.__code__) for name, value in list(own.items())[:16]}

    def _is_near(self, function: FunctionType) -> bool:
        """A function of the notebook's, or of the course's helpers for it. IPython adds some of its own, as `open` is."""
        return _written_in(function) in (self.namespace.get("__name__"), "utils.activations")

    @property
    def parameters_read(self) -> set[str]:
        """The parameters that the tree reads as it is now."""
        names = (node for node in ast.walk(self.tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load))
        return {node.id for node in names} & {argument.arg for argument in self.definition.args.args}

    def function(self) -> Callable:
        """The function as the tree is now. SyntaxError, ValueError, TypeError: it is no Python."""
        exec(compile(self.tree, "<edited>", "exec"), self.namespace)
        return self.namespace[self.definition.name]


def read(function: Callable) -> Answer | None:
    """The answer; None without a source, where the source is no longer what runs, and where trying edits is not safe."""
    if not isinstance(function, FunctionType) or function.__closure__ or not is_harmless(function):
        return None
    try:
        source = textwrap.dedent(inspect.getsource(function))
        tree = ast.parse(source)
    except (OSError, TypeError, SyntaxError, ValueError):
        return None
    definition = tree.body[0]
    if not isinstance(definition, ast.FunctionDef) or definition.decorator_list or not _runs(tree, function):
        return None
    if any(map(_is_unsafe, ast.walk(definition))):
        return None
    if is_docstring(definition.body[0]) and len(definition.body) > 1:
        del definition.body[0]
    namespace = {**function.__globals__, "__deepcopy": copy.deepcopy, "__numpy": np}
    return Answer(tree, tuple(source.splitlines()), namespace)


def _runs(tree: ast.Module, function: FunctionType) -> bool:
    """The source gives the code that runs: the file may have been edited since."""
    codes = (code for code in compile(tree, "<read>", "exec").co_consts if isinstance(code, CodeType))
    return any(code.co_code == function.__code__.co_code for code in codes)


def _is_unsafe(node: ast.AST) -> bool:
    if isinstance(node, ast.ExceptHandler):
        return node.type is None or any(getattr(n, "id", "") in CATCHING for n in ast.walk(node.type))
    if isinstance(node, ast.Import | ast.ImportFrom):
        names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
        return any(name.split(".")[0] not in MODULES for name in names)
    unbounded = isinstance(node, ast.While) and isinstance(node.test, ast.Constant)
    return unbounded or isinstance(node, ast.Global | ast.Nonlocal | ast.Yield | ast.YieldFrom | ast.Await)


def is_harmless(function: FunctionType) -> bool:
    """Neither it nor a function it calls reaches outside, changes a name of the notebook, or shares arrays or lists with it.

    What it calls is the notebook's own, and read in its turn, or a library's that reaches outside by known names only.
    """
    waiting, seen = [function], set()
    while waiting:
        code_of = waiting.pop()
        if id(code_of) in seen:
            continue
        seen.add(id(code_of))
        names = set(_names(code_of.__code__))
        if names & OUTSIDE or any(step.opname in GLOBAL_WRITES for step in dis.get_instructions(code_of.__code__)):
            return False
        for value in (code_of.__globals__[name] for name in names if name in code_of.__globals__):
            if isinstance(value, FunctionType) and _written_in(value) == _written_in(function):
                waiting.append(value)
            elif not isinstance(value, PLAIN) and not _is_trusted(value):
                return False
    return True


def _is_trusted(value: object) -> bool:
    """A module, function or class of a library that can be called with a learner's values and does no more than compute."""
    owner = getattr(value, "__self__", None)
    if isinstance(value, ModuleType):
        home = value.__name__
    elif isinstance(value, FunctionType):
        home = _written_in(value)
    elif not callable(value):
        return False
    elif owner is None or isinstance(owner, ModuleType):
        home = getattr(value, "__module__", None) or type(value).__module__
    elif type(owner).__module__ == "builtins":  # a method of a list would change the list
        return False
    else:
        home = type(owner).__module__
    return home.split(".")[0] in TRUSTED and getattr(value, "__name__", "") not in OUTSIDE


def _written_in(function: FunctionType) -> str:
    """The module whose names it sees: what it says of itself may be another's, as a wrapper's is."""
    return str(function.__globals__.get("__name__", ""))


def _parameters(code: CodeType) -> tuple[str, ...]:
    return code.co_varnames[: code.co_argcount]


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)
