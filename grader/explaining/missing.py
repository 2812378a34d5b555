"""Names without a value: not known, not imported, set in a branch that did not run. And names of the notebook that are read."""

from __future__ import annotations

import ast
import random
import re
import sys
from collections.abc import Callable, Iterator

import numpy as np

from grader.explaining.stop import listed
from grader.explaining.tree import parsed
from grader.judging.plain import Raised

SHORT_NAMES = {"np": "import numpy as np", "plt": "import matplotlib.pyplot as plt", "numpy": "import numpy",
               "scipy": "import scipy", "h5py": "import h5py", "pd": "import pandas as pd"}  # fmt: skip
DATA = (np.ndarray, np.generic, int, float, complex, str, list, tuple, dict, set)


def unknown(raised: Raised, source: str = "") -> str:
    """A name that is known nowhere: not imported, misspelt, of another function, or its cell has not run."""
    found = re.search(r"'(\w+)'", raised.message)
    if not found:
        return ""
    name = found[1]
    if meant := _of_numpy(name, raised.line):
        return f"`{name}` has no value here. Did you mean `{meant}`?"
    order = SHORT_NAMES.get(name) or (f"import {name}" if name in sys.stdlib_module_names else "")
    if order:
        return f"`{name}` has no value here: `{order}` is missing, or its cell has not run since the restart."
    if raised.near:
        return f"`{name}` has no value here. Did you mean `{raised.near[0]}`? If not: did its cell run after the restart?"
    is_called = re.search(rf"(?<![\w.]){name}\s*\(", raised.line)
    if not is_called and not raised.within and (parameters := _parameters(source)):
        given = listed([f"`{one}`" for one in parameters])
        return f"`{name}` has no value here. This function is given {given}; everything else it has to make itself."
    return f"`{name}` has no value here. Did its cell run after the restart?"


def _parameters(source: str) -> list[str]:
    """The names of what the learner's function is given."""
    first = next((node for node in ast.walk(parsed(source)) if isinstance(node, ast.FunctionDef)), None)
    return [argument.arg for argument in first.args.args] if first else []


def _of_numpy(name: str, line: str) -> str:
    """What NumPy has under this name, where the line uses it so: `exp(z)`, `random.randn(2)`; "" where it has none."""
    if re.search(rf"(?<![\w.]){name}\s*\(", line) and callable(getattr(np, name, None)):
        return f"np.{name}"
    drawn = re.search(r"(?<![\w.])random\.(\w+)", line) if name == "random" else None
    return "np.random" if drawn and hasattr(np.random, drawn[1]) and not hasattr(random, drawn[1]) else ""


def unbound(raised: Raised, source: str) -> str:
    """A local name without a value: which statements would have given it one, and did not run."""
    found = re.search(r"'(\w+)'", raised.message)
    if not found:
        return ""
    name, here = found[1], _here(raised)
    givers = list(_givers(parsed(source), name))
    if givers and all(isinstance(statement, ast.AugAssign) for statement, _ in givers):
        return f"`{name}` is changed before it has a first value. Give it one before this line."
    branches = [text for _, text in givers]
    if branches and all(branches):
        places = " or ".join(f"`{text}`" for text in dict.fromkeys(branches))
        return f"`{name}` has no value: it gets one only in {places}, and that did not run.{here}"
    return f"`{name}` has no value yet in this line. It gets one elsewhere in the function, and that has not run before.{here}"


def _here(raised: Raised) -> str:
    told = ", ".join(f"`{name}` is {what}" for name, what in raised.seen)
    return f" Here {told}." if told else ""


def _givers(node: ast.AST, name: str, within: str = "") -> Iterator[tuple[ast.stmt, str]]:
    """The statements that give the name a value, each with the head of the innermost branch or loop that it stands in."""
    for field, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST):
                continue
            head = head_of(node, field) if isinstance(child, ast.stmt) else ""
            if isinstance(child, ast.stmt) and any(
                isinstance(part, ast.Name) and part.id == name and isinstance(part.ctx, ast.Store) for part in _own_parts(child)
            ):
                yield child, head or within
            yield from _givers(child, name, head or within)


def _own_parts(statement: ast.stmt) -> Iterator[ast.AST]:
    """What belongs to a statement itself, not to the statements inside it."""
    waiting = [statement]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += [child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.stmt)]


def head_of(node: ast.AST, field: str) -> str:
    """The head of a branch or loop, as it is typed; field: which of its blocks is meant."""
    if isinstance(node, ast.If):
        head = f"if {ast.unparse(node.test)}"
        return head if field == "body" else "" if _is_elif(node) else f"else of: {head}"
    if isinstance(node, ast.For):
        return f"for {ast.unparse(node.target)} in {ast.unparse(node.iter)}"
    if isinstance(node, ast.While):
        return f"while {ast.unparse(node.test)}"
    return "try" if isinstance(node, ast.Try) else ""


def _is_elif(node: ast.If) -> bool:
    return len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If)


def outside_data(function: Callable) -> list[str]:
    """The data of the notebook that a function reads: arrays, numbers, texts, containers. Constants in capitals do not count."""
    code, known = getattr(function, "__code__", None), getattr(function, "__globals__", {})
    names = code.co_names if code else ()
    return [name for name in names if not name.isupper() and type(known.get(name)) in DATA and name in _read(code)]


def _read(code) -> set[str]:
    """The names that are read as global ones; co_names holds attributes, too."""
    import dis

    return {step.argval for step in dis.get_instructions(code) if step.opname in ("LOAD_GLOBAL", "LOAD_NAME")}


def remark(function: Callable) -> str:
    """What is said of data that a function takes from the notebook, not from its parameters; "" where there is none."""
    found = [f"`{name}`" for name in outside_data(function)]
    if not found:
        return ""
    return (
        f"It reads {', '.join(found)} from the notebook. Other values may stand there tomorrow: "
        "a function should get what it needs through its parameters, or make it itself."
    )
