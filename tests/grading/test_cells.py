"""A right answer earns its points however its cell is written, if Jupyter runs it: magics, odd characters, missing libraries."""

import json
import textwrap

import nbformat
import pytest
from conftest import ROOT

from grader.answers.reference import load
from grader.exercises import of_notebook
from grader.grading import released
from grader.grading.class_report import render
from grader.grading.assignment import Grade
from grader.grading.notebook import judge_file
from grader.grading.sandbox.outside import Limits, Sandboxes
from grader.grading.secret_cases import SecretCases
from grader.learning.self_check import self_check

NAME = "logistic_regression"
RELEASED = ROOT / "notebooks" / "01-logistic-regression" / f"{NAME}.ipynb"
TEMPLATE = released.read(RELEASED, {})
FUNCTIONS = [exercise.function for exercise in of_notebook(NAME)]
SECRET = SecretCases(20260)
SEPARATORS = "\u2028 \u2029 \x85 \x0c \x0b \x1c \x1d \x1e".split(" ")


def before(text: str):
    return lambda source: f"{text}\n{source}"


def after(text: str):
    return lambda source: f"{source}\n{text}"


def in_body(text: str):
    """The text as a line at the beginning of each function's body."""
    return lambda source: "\n".join(
        line + f"\n    {text}" if line.startswith("def ") and line.endswith(":") else line for line in source.split("\n")
    )


def renamed(ending: str):
    """The function under another name, and what makes it the right one again. NAME stands for the function's name."""

    def change(source: str) -> str:
        name = next(line for line in source.split("\n") if line.startswith("def ")).split()[1].split("(")[0]
        return source.replace(f"def {name}(", f"def _own_{name}(") + "\n" + ending.replace("NAME", name)

    return change


def prompted(source: str) -> str:
    first, *others = source.split("\n")
    return "\n".join([f"In [3]: {first}", *(f"   ...: {line}" for line in others)])


ODDITIES = {
    **{f"comment {ord(mark):x}": before(f"# one{mark}two{mark}% three") for mark in SEPARATORS},
    **{f"string {ord(mark):x}": in_body(f"_ = 'one{mark}two'") for mark in SEPARATORS},
    "docstring separator": in_body('"""One\u2028two\x85 % three\u2029!four."""'),
    "continued with %": in_body("_ = (7\n% 3)"),
    "continued with !=": in_body("_ = (7\n!= 3)"),
    "continued by a backslash": in_body("_ = 7 \\\n% 3"),
    "string with magics": before('notes = """\n%matplotlib inline\n!= what\n!ls\n%%time\nnp.exp?\n"""'),
    "line magic": before("%matplotlib inline\n%load_ext autoreload\n%autoreload 2"),
    "unknown magic": before("%no_such_magic at all"),
    "magic in the body": in_body("%time _ = 3"),
    "shell": before("!pip install numpy \\\n    --quiet"),
    "shell with names": before("folder = 'a'\n!ls {folder} $HOME && echo 'x'"),
    "two bangs": after("!!ls"),
    "help": before("np.exp?\nnp.exp??\n?print\n??len"),
    "files": before("files = !ls\nfor file in files:\n    print(file)"),
    "pwd": before("here = %pwd\nprint(here.upper())"),
    "timed statement": before("%time a = 3\nassert a == 3\nb = %time a + 1\nassert b == 4"),
    "time": before("%%time"),
    "capture": before("%%capture out"),
    "prun and time": before("%%prun -s cumulative\n%%time"),
    "after blank lines": before("\n   \n%%time\n"),
    "shell object": before("shell = get_ipython()\nshell.run_line_magic('matplotlib', 'inline')\nget_ipython().system('ls')"),
    "real get_ipython": before("from IPython import get_ipython\nget_ipython().run_line_magic('matplotlib', 'inline')"),
    "await": before("import asyncio\nawait asyncio.sleep(0)\nanswer = await asyncio.sleep(0, 42)\nassert answer == 42"),
    "async for": before("async def three():\n    yield 3\n\nfound = [x async for x in three()]\nasync for x in three():\n    pass"),
    "indented": lambda source: textwrap.indent(source, "    "),
    "indented by a tab": lambda source: textwrap.indent(source, "\t"),
    "prompts": lambda source: "\n".join(f">>> {line}" for line in source.split("\n")),
    "numbered prompts": prompted,
    "Windows": lambda source: source.replace("\n", "\r\n"),
    "byte-order mark": lambda source: "\ufeff" + source,
    "zero byte": before("# \0"),
    "semicolon": after("np.zeros(3);"),
    "exit": before("exit()"),
    "exit afterwards": after("raise SystemExit"),
    "main": lambda source: "if __name__ == '__main__':\n" + textwrap.indent(source, "    "),
    "tried": lambda source: "try:\n" + textwrap.indent(source, "    ") + "\nexcept ValueError:\n    pass",
    "future": before("from __future__ import annotations"),
    "hints": in_body("_: int = 3"),
    "lambda": renamed("NAME = lambda *args: _own_NAME(*args)"),
    "alias": renamed("NAME = _own_NAME"),
    "partial": renamed("from functools import partial\nNAME = partial(_own_NAME)"),
    "object": renamed("class _Caller:\n    def __call__(self, *args):\n        return _own_NAME(*args)\n\nNAME = _Caller()"),
    "decorated": before("import functools\n\n@functools.lru_cache(None)\ndef _never(): pass\n"),
    "changed in place": before("SETTINGS = {}\nSETTINGS['a'] = 1"),
    "missing library": before("import tensorflow as tf\ntf.random.set_seed(1)\nlayers = tf.keras.layers"),
    "part of one": before("from tensorflow.keras import layers\nfrom google.colab import drive\ndrive.mount('/content/drive')"),
    "missing decorator": lambda source: "from numba import njit\n\n@njit\n" + source,
    "window": before("import matplotlib\nmatplotlib.use('TkAgg')"),
    "missing file": before("data = np.load('mine.npy')\nmean = data.mean()"),
    "question": before("name = input('Who are you? ')"),
    "conflicts": before("<<<<<<< HEAD\na = 1\n||||||| base\na = 0\n=======\na = 2\n>>>>>>> theirs\n<<<<<<< a\n=======\nb\n>>>>>>> c"),
    "result of the same name": lambda source: source,
}  # fmt: skip


def notebook(change) -> dict:
    """The released notebook, each right answer changed by change(function, source)."""
    found, sources = json.loads(RELEASED.read_text(encoding="utf-8")), load(NAME).sources
    for cell in found["cells"]:
        if cell["id"] in sources:
            cell["source"] = change(cell["id"], sources[cell["id"]].strip())
    return found


def insert(found: dict, place: str, source: str) -> dict:
    """The notebook with one more cell before the one called `place`."""
    at = next(i for i, cell in enumerate(found["cells"]) if cell["id"] == place)
    found["cells"].insert(at, {"cell_type": "code", "metadata": {}, "source": source, "outputs": [], "execution_count": None})
    return found


def raw(found: dict) -> bytes:
    return json.dumps(found).encode()


@pytest.fixture(scope="module")
def judge():
    made = Sandboxes(Limits(seconds=10, total=60))
    yield lambda found, **modules: judge_file(raw(found), TEMPLATE, SECRET, made, modules)
    made.close()


def lost(judged) -> set[str]:
    return {verdict.cell.removeprefix("check-") for verdict in judged.verdicts if verdict.points < verdict.possible}


def batches() -> list:
    """The oddities, one for each function of the notebook, until each has been used."""
    names = list(ODDITIES)
    return [dict(zip(FUNCTIONS, names[i : i + len(FUNCTIONS)], strict=False)) for i in range(0, len(names), len(FUNCTIONS))]


@pytest.mark.parametrize("used", batches(), ids=lambda used: ", ".join(used.values()))
def test_a_right_answer_earns_its_points_however_its_cell_is_written(used, judge):
    judged = judge(notebook(lambda function, source: ODDITIES[used[function]](source) if function in used else source))
    assert {used.get(function, "none") for function in lost(judged)} == set()
