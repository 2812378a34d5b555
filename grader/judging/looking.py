"""Look at the variables of a frame without calling anything of the learner's: shapes, lengths, keys, small numbers."""

from __future__ import annotations

import ast
import operator
from types import BuiltinFunctionType, FrameType, FunctionType, ModuleType

import numpy as np

ELEMENTWISE = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Pow, ast.FloorDiv, ast.Mod)
MODULES = ("np", "numpy", "math", "scipy")
PRODUCTS = ("dot", "matmul")
OPERATORS = {ast.Add: ((int, str), operator.add), ast.Sub: ((int,), operator.sub), ast.Mult: ((int,), operator.mul)}
SIMPLE = (int, float, bool, str, type(None))
CONTAINERS = (dict, list, tuple)
KEYS = 12  # keys of a dictionary that are told
AXES = 6  # of a tuple that may be a shape
LETTERS = 40  # of a text
EMPTY = "an empty"  # how what is told of a list, a tuple or a dictionary without entries begins


def text(node: ast.AST) -> str:
    """A part of a source as the course writes it, texts in double quotes."""
    written = ast.unparse(node)
    return written if '"' in written else written.replace("'", '"')


class Unknown(Exception):
    """Its value cannot be known without running something."""


class Shaped:
    """An array of which only the shape is known."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self.shape = shape


def tried(node: ast.AST) -> tuple[str, tuple[ast.AST, ...]]:
    """What a part of a source does, in a word without the learner's names, and the parts that it does it to."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
        return "product", (node.left, node.right)
    if isinstance(node, ast.BinOp):
        return type(node.op).__name__, (node.left, node.right)
    if isinstance(node, ast.AugAssign):
        return "product" if isinstance(node.op, ast.MatMult) else type(node.op).__name__, (node.target, node.value)
    if isinstance(node, ast.Compare):
        return "compare", (node.left, *node.comparators)
    if isinstance(node, ast.Call):
        return _called(node)
    if isinstance(node, ast.Subscript):
        return "part", (node.value, node.slice)
    if isinstance(node, ast.Attribute):
        return f"attribute {node.attr}", (node.value,)
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple | ast.List):
        return f"unpack {len(node.targets[0].elts)}", (node.value,)
    if isinstance(node, ast.UnaryOp):
        return type(node.op).__name__, (node.operand,)
    return type(node).__name__, ()


def _called(node: ast.Call) -> tuple[str, tuple[ast.AST, ...]]:
    function, arguments = node.func, (*node.args, *(keyword.value for keyword in node.keywords))
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    of_module = isinstance(function, ast.Attribute) and ast.unparse(function.value).split(".")[0] in MODULES
    if isinstance(function, ast.Attribute) and not of_module:
        arguments = (function.value, *arguments)  # of a method
    if name in PRODUCTS:
        return "product", arguments
    return f"call {name}", arguments if isinstance(function, ast.Attribute) else (*arguments, function)


class View:
    """The names in sight of a frame."""

    def __init__(self, frame: FrameType) -> None:
        self._local, self._global = frame.f_locals, frame.f_globals
        self._arguments = frame.f_code.co_varnames[: frame.f_code.co_argcount]

    def names(self) -> list[str]:
        """Local ones first."""
        return [name for name in (*self._local, *self._global) if type(name) is str and not name.startswith("_")]

    def choices(self) -> list[tuple[str, str]]:
        """The texts and whole numbers that are arguments: what branches and loops mostly depend on."""
        values = [(name, self._local[name]) for name in self._arguments if name in self._local]
        return [(name, describe(value)) for name, value in values if type(value) in (str, int, bool)]

    def keys(self, node: ast.AST) -> list[str]:
        """The keys of a dictionary, as texts; none of anything else."""
        try:
            value = self.value(node)
        except Unknown:
            return []
        return [key for key in value if type(key) is str] if type(value) is dict else []

    def describe(self, node: ast.AST) -> str:
        """A short text on what the part of a source stands for, a shape for arrays; "" where it cannot be known."""
        try:
            return describe(self.value(node))
        except Unknown:
            return ""

    def value(self, node: ast.AST) -> object:
        """The value, or the shape, that a part of a source has. Unknown: that would need a call."""
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, ast.Name):
            return self._named(node.id)
        if isinstance(node, ast.Attribute):
            return self._attribute(node)
        if isinstance(node, ast.Subscript):
            return self._part(node)
        if isinstance(node, ast.Tuple):
            return tuple(self.value(item) for item in node.elts)
        if isinstance(node, ast.Slice):
            return slice(*(None if end is None else self.value(end) for end in (node.lower, node.upper, node.step)))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return self._negative(node)
        if isinstance(node, ast.JoinedStr):
            return "".join(self._piece(piece) for piece in node.values)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str" and len(node.args) == 1:
            return self._piece(node.args[0])
        if isinstance(node, ast.BinOp):
            return self._combined(node)
        raise Unknown

    def _named(self, name: str) -> object:
        for names in (self._local, self._global):
            if name in names:
                return names[name]
        raise Unknown

    def _attribute(self, node: ast.Attribute) -> object:
        value = self.value(node.value)
        if type(value) is np.ndarray and node.attr in ("T", "shape", "ndim", "size"):
            return getattr(value, node.attr)
        if type(value) is Shaped and node.attr == "T":
            return Shaped(value.shape[::-1])
        raise Unknown

    def _part(self, node: ast.Subscript) -> object:
        container, place = self.value(node.value), self.value(node.slice)
        if type(container) not in (*CONTAINERS, np.ndarray) or type(place) not in (*SIMPLE, slice, tuple, np.ndarray):
            raise Unknown
        try:
            return container[place]
        except (LookupError, TypeError, ValueError) as error:
            raise Unknown from error

    def _negative(self, node: ast.UnaryOp) -> object:
        value = self.value(node.operand)
        if type(value) in (int, float):
            return -value
        return Shaped(_shape(value))

    def _piece(self, node: ast.AST) -> str:
        value = self.value(node.value if isinstance(node, ast.FormattedValue) else node)
        if type(value) not in (int, str):
            raise Unknown
        return str(value)

    def _combined(self, node: ast.BinOp) -> object:
        left, right = self.value(node.left), self.value(node.right)
        if type(left) is type(right) and type(left) in OPERATORS.get(type(node.op), ((), None))[0]:
            return OPERATORS[type(node.op)][1](left, right)
        left, right = _shape(left), _shape(right)
        if isinstance(node.op, ast.MatMult) and len(left) == len(right) == 2 and left[1] == right[0]:
            return Shaped((left[0], right[1]))
        if not isinstance(node.op, ELEMENTWISE):
            raise Unknown
        try:
            return Shaped(np.broadcast_shapes(left, right))
        except ValueError as error:
            raise Unknown from error


def _shape(value: object) -> tuple[int, ...]:
    if type(value) in (np.ndarray, Shaped):
        return value.shape
    if type(value) in (int, float, bool) or isinstance(value, np.generic):
        return ()
    raise Unknown


def describe(value: object) -> str:
    """A short text: the shape of an array, a number, the keys of a dictionary, the length of a list. Nothing is called."""
    kind = type(value)
    if kind in (np.ndarray, Shaped):
        return f"{value.shape}" if value.shape else "one number"
    if isinstance(value, np.generic) and kind.__module__ == "numpy":
        return f"{value.item():.6g}" if value.dtype.kind in "iuf" else repr(value.item())[:LETTERS]
    if kind in (int, float):
        return f"{value:.6g}" if abs(value) < 1e300 else "a huge number"
    if kind in (bool, type(None)):
        return str(value)
    if kind is str:
        return repr(value[:LETTERS])
    if kind is dict:
        keys = [str(key)[:LETTERS] for key in list(value)[:KEYS] if type(key) in (str, int)]
        more = ["…"] if len(value) > KEYS else []
        return f"a dictionary with the keys {', '.join(keys + more)}" if value else f"{EMPTY} dictionary"
    if kind is tuple and 0 < len(value) <= AXES and all(type(item) is int for item in value):
        return str(value)
    if kind in (list, tuple):
        return f"a {kind.__name__} of {len(value)}" if value else f"{EMPTY} {kind.__name__}"
    if kind is ModuleType:
        return "a module"
    if kind in (FunctionType, BuiltinFunctionType, np.ufunc) or isinstance(value, type):
        return "a function"
    return ""
