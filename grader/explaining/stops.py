"""What stopped a function, in a learner's words: their line, what stood in it, and what does not fit.

Every sentence follows from the class of the exception, its message and the variables of the line; none guesses at a cause.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable

from grader.explaining import missing, sizes
from grader.explaining.stop import ADVICE, Stop, counted, listed, none, parsed, type_of
from grader.judging import looking
from grader.judging.plain import Raised
from grader.judging.stopped import sort_of

REMOVED = ("float", "int", "bool", "complex", "object", "str")  # from NumPy: Python's own of these names are meant


def sentence(raised: Raised, signature: str = "", source: str = "") -> str:
    """What stopped, and where. signature: how the function is called; source: the learner's function, for its branches."""
    sort = sort_of(raised.kind, raised.message)
    if sort == "blank":
        return f"`{raised.within}` is not written yet, and this function calls it." if raised.within else "Not written yet."
    if sort == "arguments" and not raised.line:
        return _signature(raised, signature)
    stop = Stop(raised, source)
    said = _waiting(stop) or (SENTENCES[sort](stop) if sort in SENTENCES else "")
    return f"{stop.where}{said or stop.as_it_is}"


def _waiting(stop: Stop) -> str:
    """A place that was left as `...`, and stopped what used it."""
    if "ellipsis" not in stop.message:
        return ""
    tree = parsed(stop.source)
    left = [node for node in ast.walk(tree) if isinstance(node, ast.Assign) and getattr(node.value, "value", None) is ...]
    named = list(dict.fromkeys(f"`{ast.unparse(node.targets[0])}`" for node in left))
    who = f"{listed(named)} {'is' if len(named) == 1 else 'are'} still `...`" if named else "a `...` is still here"
    return f"{who}, and that waits for your code."


def _signature(raised: Raised, signature: str) -> str:
    """The function could not be called as it is meant to be."""
    contract = f"It is called as `{signature}`" if signature else "It is called in another way"
    surplus = re.search(r"takes (?:from \d+ to )?(\d+) positional arguments? but (\d+)", raised.message)
    if surplus:
        return f"{contract}, and yours takes {counted(surplus[1], 'argument')}."
    further = re.search(r"missing \d+ required .*?arguments?: (.*)", raised.message)
    if further:
        return f"{contract}, and yours asks for more: {further[1].replace(chr(39), '`')}."
    return f"{contract}. {raised.message}."


def _type_of_number(stop: Stop) -> str:
    found = stop.search(r"Cannot interpret '(.*?)' as a data type")
    value = found[0] if found else "this"
    return f"NumPy takes the second argument for the type of the numbers, and {value} is none. A shape is one argument, a tuple."


def _whole_number(stop: Stop) -> str:
    found = stop.search(r"'(\S+)' object cannot be interpreted")
    if not found:
        return ""
    what = "a number with a decimal point" if found[0] == "float" else type_of(found[0])
    return f"a whole number is needed, and there is {what}.{stop.here}"


def _whole_index(stop: Stop) -> str:
    found = stop.search(r"(list|tuple|string) indices must be integers or slices, not (\S+)")
    if found:
        return f"a {found[0]} is counted from 0, and {type_of(found[1])} stands in the brackets.{stop.here}"
    return f"an array is indexed with whole numbers or slices, and something else stands in the brackets.{stop.here}"


def _no_parts(stop: Stop) -> str:
    found = stop.search(r"'(\S+)' object is not subscriptable")
    what = type_of(found[0]) if found else "one number"
    return f"{stop.first(what)}: it has no parts that brackets could pick.{none(what)}"


def _fixed(stop: Stop) -> str:
    found = stop.search(r"'(\S+)' object does not support item assignment")
    return f"a value cannot be set inside {type_of(found[0])}.{stop.here}" if found else ""


def _key(stop: Stop) -> str:
    text, what = stop.operands[0] if stop.operands else ("", "")
    place = f"`{text}`" if text else "the dictionary"
    keys = f" Its keys: {what.removeprefix('a dictionary with the keys ')}." if what.startswith("a dictionary with") else ""
    empty = " It is empty." if what == "an empty dictionary" else ""
    near = f" Did you mean {stop.raised.near[0]!r}?" if stop.raised.near else ""
    return f"{place} has no key {stop.message}.{keys}{empty}{near}"


def _operands(stop: Stop) -> str:
    combined = stop.search(r"type\(s\) for (\S+): '(\S+)' and '(\S+)'")
    types = combined or stop.search(r"'(\S+)' not supported between instances of '(\S+)' and '(\S+)'")
    if not types:
        return "`^` is not a power in Python: a power is written `**`." if "bitwise_xor" in stop.message else ""
    words = [type_of(name) for name in types[1:]]
    pairs = stop.operands if len(stop.operands) == 2 else [("", ""), ("", "")]
    sides = zip(pairs, words, ("the left side", "the right side"), strict=True)
    said = [f"{f'`{text}`' if text else side} is {what or word}" for (text, what), word, side in sides]
    advice = ADVICE.get(words[0]) or ADVICE.get(words[1]) or ""
    return f"{listed(said)}: `{types[0]}` does not work with these.{advice}"


def _no_function(stop: Stop) -> str:
    found = stop.search(r"'(\S+)' object is not callable")
    node = parsed(stop.raised.part)
    text = looking.text(node.func) if isinstance(node, ast.Call) else "this"
    what = dict(stop.raised.seen).get(text) or (type_of(found[0]) if found else "something else")
    return f"`{text}` is {what}, not a function: parentheses behind it try to call it."


def _arguments(stop: Stop) -> str:
    surplus = stop.search(r"([^ .]+)\(\) takes (?:from \d+ to )?(\d+) positional arguments? but (\d+)")
    if surplus:
        return f"`{surplus[0]}` takes {counted(surplus[1], 'argument')} and gets {surplus[2]}."
    further = stop.search(r"([^ .]+)\(\) missing \d+ required .*?arguments?: (.*)")
    return f"`{further[0]}` needs further arguments: {further[1].replace(chr(39), '`')}." if further else ""


def _no_loop(stop: Stop) -> str:
    found = stop.search(r"'(\S+)' object is not iterable")
    return f"a loop needs several values, and there is {type_of(found[0])}.{none(type_of(found[0]))}{stop.here}" if found else ""


def _attribute(stop: Stop) -> str:
    module = stop.search(r"module '(\S+)' has no attribute '(\S+)'")
    if module:
        name = stop.raised.part or f"{module[0]}.{module[1]}"
        instead = f" In its place write `{module[1]}`." if module[0] == "numpy" and module[1] in REMOVED else ""
        return f"there is no `{name}`{' any more' if instead else ''}.{instead}"
    found = stop.search(r"'(\S+)' object has no attribute '(\S+)'")
    if not found:
        return stop.message if "was removed in" in stop.message else ""  # NumPy's own words
    what = type_of(found[0])
    return f"{stop.first(what)}, and that has no `.{found[1]}`.{ADVICE.get(what, '')}"


def _assert(stop: Stop) -> str:
    said = f" ({stop.message})" if stop.message else ""
    return f"your own assert does not hold{said}.{stop.here}"


def _casting(stop: Stop) -> str:
    return f"the result has decimals and is to be written into an array of whole numbers, which takes none.{stop.here}"


def _depth(stop: Stop) -> str:
    return "functions call themselves again and again, without an end."


def _time(stop: Stop) -> str:
    loop = " Does the condition of its `while` ever become False?" if re.search(r"^\s*while\b", stop.source, re.M) else ""
    return f"It was stopped: {stop.message}.{loop}"


def _module(stop: Stop) -> str:
    return f"{stop.message[:1].lower()}{stop.message[1:]}." if stop.message else ""


SENTENCES: dict[str, Callable[[Stop], str]] = {
    "product": sizes.product, "broadcast": sizes.broadcast, "reshape": sizes.reshape, "unpack": sizes.unpack,
    "truth": sizes.truth, "one number": sizes.one_number, "element": sizes.element,
    "type of number": _type_of_number, "whole number": _whole_number, "whole index": _whole_index,
    "axis": sizes.axis, "join": sizes.join,
    "indices": sizes.indices, "range": sizes.places, "no parts": _no_parts, "fixed": _fixed,
    "key": _key, "operands": _operands, "no function": _no_function, "arguments": _arguments,
    "no loop": _no_loop, "attribute": _attribute, "assert": _assert, "casting": _casting, "depth": _depth,
    "time": _time, "module": _module, "name": lambda stop: missing.unknown(stop.raised, stop.source),
    "unbound": lambda stop: missing.unbound(stop.raised, stop.source),
}  # fmt: skip
