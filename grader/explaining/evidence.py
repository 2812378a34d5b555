"""What else points at a line: where wrong parts of the result come from and right ones do not, and where it stopped."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

SUSPECT, POSSIBLE, UNLIKELY = 0, 1, 2


def nearness(
    function: ast.FunctionDef, wrong: Iterable[str], right: Iterable[str], stopped: set[int]
) -> dict[int, int]:
    """How near each line is to the evidence. wrong, right: paths of parts of the result; stopped: lines that raised.

    SUSPECT: only wrong parts depend on it, it raised, or it only gives a value another name; POSSIBLE: right parts
    depend on it, too; UNLIKELY: neither.
    """
    steps = [step for node in ast.walk(function) if (step := _step(node))]
    of_wrong, of_right = (_lines(steps, names_behind(function, parts)) for parts in (wrong, right))
    lines = {node.lineno for node in ast.walk(function) if isinstance(node, ast.stmt)}
    levels = dict.fromkeys(lines, UNLIKELY)
    levels |= dict.fromkeys(of_wrong or lines, POSSIBLE)
    levels |= dict.fromkeys(of_wrong - of_right, SUSPECT)
    levels |= {step[0]: SUSPECT for step in steps if step[3]}
    if stopped:
        before = set().union(*(step[1] | step[2] for step in steps if step[0] in stopped))
        levels |= dict.fromkeys(_lines(steps, before), POSSIBLE) | dict.fromkeys(stopped, SUSPECT)
    for node in ast.walk(function):
        if isinstance(node, ast.If | ast.While):  # it decides whether what stands in it runs
            levels[node.lineno] = min(levels[inner.lineno] for inner in ast.walk(node) if isinstance(inner, ast.stmt))
    return levels


# The line of a statement, the names that it gives values, the names that it reads, and whether it does nothing but that.
Step = tuple[int, set[str], set[str], bool]


def _step(node: ast.AST) -> Step | None:
    if isinstance(node, ast.Assign | ast.AugAssign | ast.For):
        target = node.targets if isinstance(node, ast.Assign) else [node.target]
        value = node.iter if isinstance(node, ast.For) else node.value
        written = {inner.id for one in target for inner in ast.walk(one) if isinstance(inner, ast.Name)}
        is_idle = isinstance(node, ast.Assign) and isinstance(value, ast.Name) and isinstance(target[0], ast.Name)
        read = _names(value) | (written if isinstance(node, ast.AugAssign) else set())
        return node.lineno, written, read, is_idle
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute):
        return node.lineno, _names(node.value.func), _names(node.value), False  # costs.append(cost)
    return None


def _names(node: ast.AST) -> set[str]:
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def _given(function: ast.FunctionDef) -> dict[str, set[str]]:
    """The names that each key of a dictionary gets its value from."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant):
                    found.setdefault(str(key.value), set()).update(_names(value))
    return found


def names_behind(function: ast.FunctionDef, parts: Iterable[str]) -> set[str]:
    """The names that parts of the result are known by: of a path like `grads["dw"]` its last word, or what stands at that key."""
    sources = _given(function)
    words = [found[-1] for part in parts if (found := re.findall(r"\w+", part))]
    return {name for word in words for name in sources.get(word, {word})}


def _lines(steps: list[Step], roots: set[str]) -> set[int]:
    """The lines that the values of these names depend on."""
    wanted, before, lines = set(roots), set(), set()
    while wanted != before:
        before = set(wanted)
        for line, written, read, _ in steps:
            if written & before:
                lines.add(line)
                wanted |= read
    return lines
