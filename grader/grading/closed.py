"""What of utils is taken away while a notebook is graded: the answers to its exercises, and the private parts beside them.

It is closed before any cell of a student runs, for all exercises at once, so no copy of it can be kept for later.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import lru_cache
from types import FunctionType

from grader import exercises
from grader.answers.reference import load
from grader.judging.repeatable import names_in


@lru_cache(maxsize=64)
def closed(notebook: str) -> tuple[str, ...]:
    """Functions of utils, as "module.name", that raise while this notebook is graded: those that an exercise names as its
    answer, and the private ones of their modules. Not what the notebook's right answers call.
    """
    named = {answer for exercise in exercises.of_notebook(notebook) for answer in exercise.answers}
    if not named:  # nor need there be a reference, as in a notebook that has plain tests only
        return ()
    modules = {answer.rsplit(".", 1)[0] for answer in named}
    private = {path for module in modules for path, _ in _functions(module) if path.rsplit(".", 1)[1].startswith("_")}
    return tuple(sorted((named | private) - _needed(notebook)))


def _functions(module: str) -> Iterator[tuple[str, FunctionType]]:
    """The functions that a module defines, private ones too."""
    for name, value in vars(importlib.import_module(module)).items():
        if isinstance(value, FunctionType) and value.__module__ == module:
            yield f"{module}.{name}", value


def _needed(notebook: str) -> set[str]:
    """The functions of utils that the reference of a notebook calls, and all that these call."""
    waiting, found = list(load(notebook).namespace.values()), {}
    while waiting:
        value = waiting.pop()
        if isinstance(value, FunctionType) and value.__module__.startswith("utils.") and value not in found:
            found[value] = f"{value.__module__}.{value.__name__}"
            waiting += _called(value)
    return set(found.values())


def _called(function: FunctionType) -> Iterator[object]:
    """What the names in a function's code may stand for: its module's own, and those of the modules that it names."""
    names = set(names_in(function.__code__))
    for name in names & function.__globals__.keys():
        value = function.__globals__[name]
        yield value
        yield from (getattr(value, inner, None) for inner in names)
