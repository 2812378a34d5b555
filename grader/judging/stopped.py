"""What an exception tells when it is caught: the learner's line, the expression in it that stopped, and what stood in it.

The frames are there at that moment only. What leaves is plain data of bounded size. Nothing of the learner's is called: values
are looked at by their exact types.
"""

from __future__ import annotations

import ast
import builtins
import difflib
import linecache
import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from types import FrameType, TracebackType

from grader.judging import looking
from grader.judging.plain import LONGEST_NAME, MOST_SEEN, Raised, text

MESSAGE = 300  # characters of an exception's message that are kept
LIBRARIES = {*sys.stdlib_module_names, "numpy", "scipy"} - {"__main__"}

# What kinds of stops there are, by the exception's class and message: NumPy and Python word them differently over the years.
SORTS = {
    "product": ("ValueError", r"not aligned|matmul: Input operand \d has a mismatch|matmul: .*does not have enough dimensions"),
    "broadcast": ("ValueError", r"broadcast"),
    "reshape": ("ValueError", r"cannot reshape array"),
    "unpack": ("ValueError TypeError", r"values to unpack|cannot unpack non-iterable"),
    "truth": ("ValueError", r"truth value of an array"),
    "one number": ("TypeError", r"arrays can be converted to Python scalars|must be real number, not"),
    "element": ("ValueError", r"setting an array element with a sequence"),
    "type of number": ("TypeError", r"Cannot interpret .* as a data type|data type .* not understood"),
    "whole number": ("TypeError", r"cannot be interpreted as an integer"),
    "whole index": ("IndexError TypeError", r"only integers, slices|indices must be integers"),
    "axis": ("TypeError", r"only integer scalar arrays can be converted to a scalar index"),
    "join": ("ValueError", r"except for the concatenation axis|must have same number of dimensions"),
    "indices": ("IndexError", r"too many indices"),
    "range": ("IndexError", r"out of bounds|index out of range"),
    "no parts": ("IndexError TypeError", r"invalid index to scalar|is not subscriptable"),
    "fixed": ("TypeError", r"does not support item assignment"),
    "key": ("KeyError", r""),
    "operands": ("TypeError", r"unsupported operand type|bad operand type|not supported (between instances|for the input)"),
    "no function": ("TypeError", r"is not callable"),
    "arguments": ("TypeError", r"positional argument|keyword argument|multiple values for argument"),
    "no loop": ("TypeError", r"is not iterable"),
    "attribute": ("AttributeError", r""),
    "assert": ("AssertionError", r""),
    "unbound": ("UnboundLocalError", r""),
    "name": ("NameError", r""),
    "module": ("ModuleNotFoundError ImportError", r""),
    "casting": ("UFuncTypeError _UFuncOutputCastingError", r"Cannot cast ufunc"),
    "depth": ("RecursionError", r""),
    "time": ("TimeoutError", r""),
    "blank": ("NotImplementedError", r""),
    "ended": ("SystemExit", r""),
}  # fmt: skip
NAMELESS = ("unbound", "assert", "truth", "one number", "depth", "time")  # their messages hold learners' names, or little


def sort_of(kind: str, message: str) -> str:
    """Which of SORTS it is; "" for any other."""
    return next((name for name, (kinds, words) in SORTS.items() if kind in kinds.split() and re.search(words, message)), "")


def raised(function: Callable, error: BaseException) -> Raised:
    """The exception as plain data. Where looking at it fails, only its class and message are told."""
    kind, message = text(type(error).__name__, LONGEST_NAME), _said(error)
    try:
        return _told(function, error, kind, message)
    except (Exception, SystemExit):  # a learner's class or file may do anything when it is looked at
        return Raised(kind, message)


def _said(error: BaseException) -> str:
    """What an exception says. One of the learner's own classes may raise another when it is asked."""
    try:
        return text(error, MESSAGE)
    except (Exception, SystemExit):
        return ""


def _told(function: Callable, error: BaseException, kind: str, message: str) -> Raised:
    code = getattr(function, "__code__", None)
    passed = [step for step in _steps(error.__traceback__) if not _is_library(step.tb_frame)]
    own = [step for step in passed if code and step.tb_frame.f_code.co_filename == code.co_filename]
    if not own:
        return Raised(kind, message)
    last = own[-1]
    inner = passed[-1].tb_frame.f_code
    called = [step.tb_frame.f_code.co_name for step in passed[passed.index(last) + 1 :]] or [inner.co_name]
    public = [name for name in called if not name.startswith(("_", "<"))] or called
    within = "" if _is_part(inner.co_qualname, code.co_qualname) else public[-1]
    node = _node(last)
    view = looking.View(last.tb_frame)
    tried = looking.tried(node) if node is not None else ("", ())
    seen = view.choices() if isinstance(error, UnboundLocalError) else _seen(node, tried[1], view)
    return Raised(
        kind,
        message,
        line=text(linecache.getline(code.co_filename, last.tb_lineno).strip(), MESSAGE),
        part=text(looking.text(node), MESSAGE) if node is not None else "",
        seen=tuple((text(name, LONGEST_NAME), text(what, LONGEST_NAME)) for name, what in seen[:MOST_SEEN]),
        within=text(within, LONGEST_NAME),
        near=tuple(text(name, LONGEST_NAME) for name in _near(error, node, view)),
        place=_place(tried, view, within, kind, message),
    )


def _steps(trace: TracebackType | None) -> Iterator[TracebackType]:
    while trace is not None:
        yield trace
        trace = trace.tb_next


def _is_library(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__", "")).split(".")[0] in LIBRARIES


def _is_part(inner: str, outer: str) -> bool:
    """True for the function itself and for what is defined in it, comprehensions too."""
    return inner == outer or inner.startswith(f"{outer}.<locals>.")


def _node(step: TracebackType) -> ast.AST | None:
    """The part of the source that was being computed: compiled code knows the place of each of its steps."""
    code = step.tb_frame.f_code
    places = list(code.co_positions())
    if step.tb_lasti // 2 >= len(places):
        return None
    found = _nodes("".join(linecache.getlines(code.co_filename))).get(places[step.tb_lasti // 2])
    is_target = isinstance(found, ast.Tuple | ast.List) and isinstance(found.ctx, ast.Store)
    return found.above if is_target and isinstance(found.above, ast.Assign) else found


@lru_cache(maxsize=64)
def _nodes(source: str) -> dict[tuple, ast.AST]:
    """The parts of a source by (line, last line, column, last column); of several in one place the innermost."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    found = {}
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            child.above = node
        if hasattr(node, "end_col_offset"):
            found[node.lineno, node.end_lineno, node.col_offset, node.end_col_offset] = node
    return found


def _seen(node: ast.AST | None, operands: tuple[ast.AST, ...], view: looking.View) -> list[tuple[str, str]]:
    """What stood in the operands: the operand as a whole where that can be known, else the names in it."""
    found: dict[str, str] = {}
    for operand in operands or ((node,) if node is not None else ()):
        whole = view.describe(operand)
        parts = [operand] if whole else [part for part in ast.walk(operand) if isinstance(part, ast.Name | ast.Subscript)]
        for part in parts:
            what = view.describe(part)
            if what and what not in ("a function", "a module") and any(isinstance(one, ast.Name) for one in ast.walk(part)):
                found.setdefault(looking.text(part), what)
    return list(found.items())


def _near(error: BaseException, node: ast.AST | None, view: looking.View) -> list[str]:
    """Known names like an unknown one, or the keys like a missing one."""
    if isinstance(error, NameError) and type(error.name) is str:
        missing, known, cutoff = error.name, [*view.names(), *dir(builtins)], 0.75
    elif isinstance(error, KeyError) and isinstance(node, ast.Subscript):
        missing, known, cutoff = str(error.args[0]) if error.args else "", view.keys(node.value), 0.6
    else:
        return []
    alike = {name.lower(): name for name in reversed(known) if name != missing}
    return [alike[name] for name in difflib.get_close_matches(missing.lower(), alike, n=3, cutoff=cutoff)]


def _place(tried: tuple[str, tuple[ast.AST, ...]], view: looking.View, within: str, kind: str, message: str) -> str:
    """What was tried, on what, and what was in the way: alike for two answers that stop for the same reason."""
    sort, (action, operands) = sort_of(kind, message), tried
    if within:
        return " | ".join((f"in {within}", kind, sort or message, _sizes(sort, message)))
    shapes = [view.describe(operand) or "?" for operand in operands]
    return " | ".join((action, kind, sort or message, _sizes(sort, message), *shapes))


def _sizes(sort: str, message: str) -> str:
    """The sizes, keys or types in a message, in one form for all ways to write a product."""
    if not sort or sort in NAMELESS:
        return ""
    dot = re.search(r"not aligned: (\d+) .*? != (\d+)", message)
    matmul = re.search(r"size (\d+) is different from (\d+)", message)
    if sort == "product" and (dot or matmul):
        return " ".join(dot.groups() if dot else matmul.groups()[::-1])
    return " ".join(re.findall(r"'[^']*'|-?\d+", message))
