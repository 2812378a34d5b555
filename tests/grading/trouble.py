"""Kinds of trouble: each is a small function that hands in otherwise right answers with one thing wrong with them.

`expected` says what such a submission is worth: "full", "zero", "any", or "failed" where it cannot be graded; `but` names
functions that may lose points all the same.
"""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

RELEASED = Path(__file__).parents[2] / "notebooks" / "01-logistic-regression"
NAMES = ("vectorization", "logistic_regression")
LONE = "\ud83d"  # half a character, as a cut emoji leaves it
ODD = b"\xff\xfe"  # no UTF-8
Right = dict[str, dict]  # notebook → its JSON data, with right answers


@dataclass(frozen=True)
class Kind:
    """One kind of trouble. make: (folder of the submission, right answers) → writes what is handed in."""

    name: str
    make: Callable[[Path, Right], None]
    expected: str
    but: tuple[str, ...] = ()


KINDS: dict[str, Kind] = {}


def kind(expected: str, *but: str) -> Callable:
    def declare(make: Callable[[Path, Right], None]) -> Callable:
        KINDS[make.__name__] = Kind(make.__name__, make, expected, but)
        return make

    return declare


def write(folder: Path, right: Right) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, notebook in right.items():
        (folder / f"{name}.ipynb").write_text(json.dumps(notebook), encoding="ascii")


def cell(right: Right, function: str) -> dict:
    """The cell in which a function is written."""
    return next(one for notebook in right.values() for one in notebook["cells"] if one.get("id") == function)


def edit(function: str, change: Callable[[str], str], expected: str = "full", *but: str) -> Callable:
    """A kind that changes the source of one cell."""

    def make(folder: Path, right: Right) -> None:
        one = cell(right, function)
        one["source"] = change("".join(one["source"]))
        write(folder, right)

    return lambda name: KINDS.__setitem__(name, Kind(name, make, expected, but))


def before(text: str) -> Callable[[str], str]:
    return lambda source: f"{text}\n{source}"


def after(text: str) -> Callable[[str], str]:
    return lambda source: f"{source}\n{text}"


def instead(text: str) -> Callable[[str], str]:
    return lambda source: text


def beside(name: str, content: bytes) -> Callable:
    """A kind that has one more file in the folder."""

    def make(folder: Path, right: Right) -> None:
        write(folder, right)
        Path(os.fsdecode(os.fsencode(folder) + b"/" + os.fsencode(name))).write_bytes(content)

    return lambda kind_name: KINDS.__setitem__(kind_name, Kind(kind_name, make, "full"))


def raw(content: bytes, expected: str = "any") -> Callable:
    """A kind whose second notebook is these bytes."""

    def make(folder: Path, right: Right) -> None:
        write(folder, {NAMES[0]: right[NAMES[0]]})
        (folder / f"{NAMES[1]}.ipynb").write_bytes(content)

    return lambda name: KINDS.__setitem__(name, Kind(name, make, expected))


# --- text that nothing can save as it is ------------------------------------------------------------------------------

edit("sigmoid", before(f"# a cut emoji {LONE}"))("half_a_character_in_a_comment")
edit("sigmoid", after(f"note = '{LONE}'"))("half_a_character_in_a_string")
edit("sigmoid", after(r"print('\ud83d', '\x1b[2J\x00\x08', '\u202e\u2028')"))("odd_characters_printed")
edit("sigmoid", after(r"import sys; print('\udcff', file=sys.stderr)"))("odd_characters_in_warnings")
edit("sigmoid", after(r"raise ValueError('\ud83d')"))("half_a_character_in_an_error_of_a_cell")
edit("sigmoid", instead("def sigmoid(z):\n    raise ValueError('\\ud83d\\x00')"), "full", "sigmoid")(
    "half_a_character_in_an_error"
)
edit("sigmoid", instead("def sigmoid(z):\n    return '\\ud83d\\x00' * 5000"), "full", "sigmoid")(
    "half_a_character_returned"
)
edit(
    "propagate",
    instead("def propagate(w, b, X, Y):\n    return {'\\ud83d': w, 'd\\x00w': b}, 0.5"),
    "full",
    "propagate",
)("half_a_character_in_a_key")
edit("sigmoid", after("x = 1 \x00"), "full", "sigmoid")("a_zero_byte_in_the_source")
NAMELESS = "class Odd(type):\n    __name__ = property(lambda self: '\\ud83d' * 3000)\n\n\n"
edit(
    "sigmoid",
    instead(NAMELESS + "class E(Exception, metaclass=Odd):\n    pass\n\n\ndef sigmoid(z):\n    raise E"),
    "full",
    "sigmoid",
)("an_exception_with_an_odd_name")
edit(
    "sigmoid",
    instead(NAMELESS + "class V(metaclass=Odd):\n    pass\n\n\ndef sigmoid(z):\n    return V()"),
    "full",
    "sigmoid",
)("a_result_whose_class_has_an_odd_name")
edit(
    "sigmoid",
    instead("class E(Exception):\n    def __str__(self):\n        return 1 / 0\n\n\ndef sigmoid(z):\n    raise E"),
    "full",
    "sigmoid",
)("an_exception_that_cannot_be_shown")


@kind("full")
def half_a_character_in_markdown(folder: Path, right: Right) -> None:
    for notebook in right.values():
        notebook["cells"].insert(1, {"cell_type": "markdown", "metadata": {}, "source": [f"So {LONE}", "\x00\x1b[2J"]})
    write(folder, right)


@kind("full")
def odd_metadata(folder: Path, right: Right) -> None:
    for notebook in right.values():
        notebook["metadata"] = {"kernelspec": {"name": LONE * 3000, "language": LONE}, LONE: [LONE]}
        for one in notebook["cells"]:
            one["metadata"] = one["metadata"] | {"tags": [LONE, 5, None], LONE: {"x": [[]] * 50}}
    write(folder, right)


@kind("full")
def ids_that_are_none(folder: Path, right: Right) -> None:
    for i, one in enumerate(right[NAMES[0]]["cells"]):
        if one["cell_type"] == "markdown":
            one["id"] = (LONE, 17, None, {"a": 1}, "x" * 9999)[i % 5]
    write(folder, right)


# --- when it was handed in ------------------------------------------------------------------------------------------

beside("timestamp.txt", b"yesterday, I think")("a_timestamp_that_is_no_time")
beside("timestamp.txt", b"99999-12-31 23:59:59 UTC")("a_timestamp_beyond_the_calendar")
beside("timestamp.txt", b"9999-12-31 23:59:59 -1200")("a_timestamp_at_the_end_of_the_calendar")
beside("timestamp.txt", bytes(range(256)) * 40)("a_timestamp_of_bytes")
beside("timestamp.txt", b"")("a_timestamp_of_nothing")
beside("timestamp.txt", b"9" * 5000)("a_timestamp_of_digits")
beside("timestamp.txt", b"2026-01-01 10:00:00 Nowhere/Land")("a_timestamp_in_no_zone")
beside("timestamp.txt", "２０２６-01-01".encode("utf-16"))("a_timestamp_in_utf_16")
beside("submission_secret.txt", ODD * 300)("a_secret_of_bytes")


@kind("full")
def a_timestamp_that_is_a_folder(folder: Path, right: Right) -> None:
    write(folder, right)
    (folder / "timestamp.txt").mkdir()


@kind("full")
def a_timestamp_that_is_a_pipe(folder: Path, right: Right) -> None:
    write(folder, right)
    os.mkfifo(folder / "timestamp.txt")


# --- names --------------------------------------------------------------------------------------------------------

beside(os.fsdecode(ODD + b".txt"), b"x")("a_file_whose_name_is_no_utf_8")
beside(os.fsdecode(ODD + b".ipynb"), b"{}")("a_notebook_beside_whose_name_is_no_utf_8")
beside("\x1b[2J\n[bold]<b>.ipynb", b"{}")("a_file_whose_name_steers_the_terminal")
beside("n" * 249 + ".ipynb", b"{}")("a_file_with_the_longest_name")


@kind("failed")
def a_student_whose_name_is_no_utf_8(folder: Path, right: Right) -> None:
    odd = os.fsencode(folder.parent) + ODD
    write(Path(os.fsdecode(odd), folder.name), right)


# --- results --------------------------------------------------------------------------------------------------------

RESULTS = {
    "a_huge_number": "10 ** 400",
    "a_number_without_end_of_digits": "10 ** 5000",
    "huge_numbers": "[10 ** 400, -(10 ** 30)]",
    "complex_numbers": "[1j, 2.0, complex('nan')]",
    "a_complex_array": "np.asarray(z) * 1j",
    "truth_values": "np.asarray(z) > 0",
    "a_ragged_list": "[[1, 2], [3], np.ones((2, 2))]",
    "numbers_that_are_none": "np.asarray(z) * np.nan",
    "no_numbers": "np.zeros((0, 3))",
    "an_array_without_end": "np.zeros((2 ** 40, 0))",
    "records": "np.zeros(3, [('x', float), ('y', 'U9')])",
    "objects": "np.array([None, 10 ** 400, z], dtype=object)",
    "dates": "np.array(['2026-01-01'], 'M8[D]')",
    "a_deep_list": "__import__('functools').reduce(lambda made, i: [made], range(900), 0)",
    "a_list_in_itself": "(lambda a: a.append(a) or a)([1.0])",
    "a_million_things": "[[0] * 1000] * 1000",
    "odd_keys": "{1: z, (2, 3): z, None: z, 10 ** 5000: z, '': z}",
    "long_doubles": "np.asarray(z, dtype=np.longdouble)",
    "many_axes": "np.zeros((1,) * 32)",
    "masked_numbers": "np.ma.masked_all((3, 3))",
    "bytes": "bytes(range(256))",
    "a_generator": "(number for number in [1, 2])",
    "a_memory_view": "memoryview(b'abc')",
    "a_type": "type",
}
for _name, _text in RESULTS.items():
    _source = f"import numpy as np\n\n\ndef sigmoid(z):\n    return {_text}"
    edit("sigmoid", instead(_source), "full", "sigmoid")(f"{_name}_returned")
edit("sigmoid", before("x = " + "1 + " * 50_000 + "1"), "full", "sigmoid")("an_endless_sum")
edit("sigmoid", before("x = " + "-" * 5_000 + "1"), "full", "sigmoid")("an_endless_sign")
edit(
    "majority_baseline",
    instead("def majority_baseline(Y):\n    return np.array([[np.mean(Y) > 0.5]])"),
    "full",
    "majority_baseline",
)("a_truth_value_for_a_share")
edit(
    "initialize_with_zeros",
    instead("def initialize_with_zeros(dim):\n    return [[0]] * dim, {'b': 0}"),
    "full",
    "initialize_with_zeros",
)("lists_for_starting_values")
edit(
    "optimize", instead("def optimize(*args):\n    return [{'w': [[1], [2, 3]]}, 'text', {1: 2}]"), "full", "optimize"
)("ragged_parameters")
edit(
    "model",
    instead("def model(*args):\n    return {'w': 1j, 'costs': [True, None], 'more': {'and': {'more': 1}}}"),
    "full",
    "model",
)("further_keys")


# --- ends of the process, and messages in our name --------------------------------------------------------------------

SPEAK = """
import json, os, struct


def sigmoid(z):
    for told in {told}:
        said = told if isinstance(told, bytes) else json.dumps(told).encode()
        for fd in range(3, 40):
            try:
                os.write(fd, struct.pack(">II", len(said), 0) + said)
            except OSError:
                pass
    return z
"""
FORGED = {
    "messages_of_other_cases": "[{'seen': 10 ** 30, 'got': 1, 'changed': []}, {'seen': -1, 'got': 1, 'changed': []}]",
    "messages_with_other_changes": "[{'seen': 0, 'got': 1, 'changed': [99, -5, 1e400, '0', None]}]",
    "messages_without_end": "[b'[' * 100_000, {'end': {}}]",
    "messages_that_are_none": "[b'\\xff\\xfe', b'null', b'3', b'NaN', b'[]', b'\"end\"']",
    "messages_of_odd_arrays": "[{'seen': 0, 'changed': [], 'got': {'$bytes': ['(3,', [-1]]}}]",
}
for _name, _text in FORGED.items():
    edit("sigmoid", instead(SPEAK.format(told=_text)), "full", "sigmoid")(_name)
edit("sigmoid", instead("def sigmoid(z):\n    raise KeyboardInterrupt"), "full", "sigmoid")("an_interrupt_raised")
edit("sigmoid", instead("def sigmoid(z):\n    import os\n    os._exit(0)"), "full", "sigmoid")("a_function_that_leaves")
edit("sigmoid", instead("def sigmoid(z):\n    return sigmoid(z)"), "full", "sigmoid")("an_endless_recursion")
edit("sigmoid", instead("def sigmoid(z):\n    return [bytearray(2 ** 28) for i in range(99)]"), "full", "sigmoid")(
    "a_memory_flood"
)

# --- files that are no notebooks --------------------------------------------------------------------------------------

raw(b"")("an_empty_file")
raw(b"\x00" * 10_000)("a_file_of_zeros")
raw(ODD * 1000)("a_file_of_bytes")
raw(b"[" * 100_000)("a_file_of_brackets")
raw(b'{"cells": [{"source": 5}, null, [], {"cell_type": [], "metadata": 3, "source": {}}], "nbformat": 1e999}')(
    "cells_of_odd_types"
)
raw(b'{"cells": ' + b"9" * 6000 + b"}")("a_number_for_cells")
raw(b'{"worksheets": [{"cells": [{"cell_type": 5}]}, 7], "nbformat": 3}')("an_old_notebook_of_odd_types")


@kind("any")
def a_folder_for_a_notebook(folder: Path, right: Right) -> None:
    write(folder, {NAMES[0]: right[NAMES[0]]})
    (folder / f"{NAMES[1]}.ipynb").mkdir()


@kind("any")
def a_pipe_for_a_notebook(folder: Path, right: Right) -> None:
    write(folder, {NAMES[0]: right[NAMES[0]]})
    os.mkfifo(folder / f"{NAMES[1]}.ipynb")


@kind("any")
def a_link_to_nowhere(folder: Path, right: Right) -> None:
    write(folder, {NAMES[0]: right[NAMES[0]]})
    (folder / f"{NAMES[1]}.ipynb").symlink_to("nowhere.ipynb")


@kind("any")
def an_empty_folder(folder: Path, right: Right) -> None:
    folder.mkdir(parents=True)


@kind("any")
def a_file_for_a_folder(folder: Path, right: Right) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("here is my work")


# --- cells as Jupyter reads them ----------------------------------------------------------------------------------------

for _name, _sign in {
    "line_separators": "\u2028", "paragraph_separators": "\u2029", "next_lines": "\x85", "form_feeds": "\x0c",
    "vertical_tabs": "\x0b", "file_separators": "\x1c",
}.items():  # fmt: skip
    edit("sigmoid", before(f"# one{_sign}two"))(f"{_name}_in_a_comment")
edit("sigmoid", before('text = """\n%d of\n!= 3\n"""\nrest = (7\n% 4)'))("lines_that_begin_like_magics")
edit("sigmoid", before("np.exp?\n?print\nfiles = !ls\nx = %pwd"))("questions_and_commands")
edit("sigmoid", before("%%time"))("a_timed_cell")
edit("sigmoid", before("get_ipython().run_line_magic('matplotlib', 'inline')"))("a_call_of_the_shell")
edit("sigmoid", after("import asyncio\nawait asyncio.sleep(0)"))("an_await")
edit("sigmoid", lambda source: "\n".join(f"    {line}" for line in source.splitlines()))("an_indented_cell")
edit("sigmoid", before("import tensorflow as tf, numpy as np"))("a_library_that_is_not_here")
edit("sigmoid", before("from google.colab import drive\ndrive.mount('/content')"))("a_drive_of_colab")
edit("sigmoid", before("import matplotlib\nmatplotlib.use('TkAgg')"))("a_window_that_is_not_here")


# --- what was handed in is found ------------------------------------------------------------------------------------------


@kind("full")
def an_archive(folder: Path, right: Right) -> None:
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / "my work.zip", "w") as archive:
        for name, notebook in right.items():
            archive.writestr(f"work/{name}.ipynb", json.dumps(notebook))


@kind("full")
def a_folder_in_the_folder(folder: Path, right: Right) -> None:
    write(folder / folder.name, right)


@kind("full")
def names_in_capitals(folder: Path, right: Right) -> None:
    folder.mkdir(parents=True)
    for name, notebook in right.items():
        (folder / f"{name}.IPYNB").write_text(json.dumps(notebook))


@kind("full")
def names_of_each_other(folder: Path, right: Right) -> None:
    write(folder, dict(zip(reversed(right), right.values(), strict=True)))


@kind("full")
def a_notebook_of_29_megabytes(folder: Path, right: Right) -> None:
    output = {"output_type": "stream", "name": "stdout", "text": "x" * 29 * 2**20}
    cell(right, "sigmoid")["outputs"] = [output]
    write(folder, right)


@kind("full")
def a_copy_beside_the_original(folder: Path, right: Right) -> None:
    write(folder, right)
    for name in NAMES:
        original = folder / f"{name}.ipynb"
        original.rename(folder / f"{name}-Copy1.ipynb")
        original.write_bytes((RELEASED / original.name).read_bytes())


@kind("full")
def a_module_beside(folder: Path, right: Right) -> None:
    cell(right, "sigmoid")["source"] = "from my_helpers import sigmoid"
    write(folder, right)
    (folder / "my_helpers.py").write_text(
        "import numpy as np\n\n\ndef sigmoid(z):\n    return 1 / (1 + np.exp(-np.asarray(z)))\n"
    )


@kind("zero")
def a_link_to_a_folder(folder: Path, right: Right) -> None:
    write(folder.parent / ".hidden", right)
    folder.symlink_to(".hidden")


def above(cells: list[str]) -> Callable[[Path, Right], None]:
    """Code cells before all others of both notebooks."""

    def make(folder: Path, right: Right) -> None:
        for notebook in right.values():
            blank = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
            notebook["cells"][:0] = [{**blank, "source": source} for source in cells]
        write(folder, right)

    return make


KINDS["thousands_of_cells_above"] = Kind("thousands_of_cells_above", above(["1 + 1"] * 3000), "full")
KINDS["a_name_of_the_imports_taken_before_them"] = Kind(
    "a_name_of_the_imports_taken_before_them", above(["np = 5"]), "full"
)


# --- what is left behind, closed, or cut short -------------------------------------------------------------------------

WATCHED = "import sys, threading\ndef watch(frame, event, arg):\n    return watch\nsys.settrace(watch)\nsys.setprofile(watch)"
edit("sigmoid", before(WATCHED))("each_line_is_followed")
edit("sigmoid", before("import sys\nsys.stdout.close()\nsys.stderr.close()\nsys.stdin.close()"))("its_output_is_closed")
edit("sigmoid", after("import os\nos._exit(0)"))("the_process_ends_behind_the_function")
edit("pictures_needed", after("del np, sigmoid, propagate\n%reset -f"))("names_deleted_in_the_end")
edit("sigmoid", instead("def sigmoid(z):\n    return “z”"), "full", "sigmoid")("typographic_quotation_marks")


@kind("full")
def a_file_that_is_run(folder: Path, right: Right) -> None:
    one = cell(right, "sigmoid")
    one["source"] = "%run my_helpers.py\n" + "".join(one["source"]).replace("np.exp", "power")
    write(folder, right)
    (folder / "my_helpers.py").write_text("import numpy as np\n\npower = np.exp\n")


@kind("full")
def hints_of_names_that_are_not_there(folder: Path, right: Right) -> None:
    one = cell(right, "sigmoid")
    one["source"] = "".join(one["source"]).replace("(z):", "(z: Tensor) -> Tensor:")
    above(["from __future__ import annotations"])(folder, right)


@kind("full")
def utf_16_without_a_mark(folder: Path, right: Right) -> None:
    write(folder, right)
    for name in NAMES:
        path = folder / f"{name}.ipynb"
        path.write_bytes(path.read_text().encode("utf-16-be"))
