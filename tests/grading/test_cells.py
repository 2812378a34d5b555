"""A right answer earns its points however its cell is written, if Jupyter runs it: magics, odd characters, missing libraries."""

import json
import textwrap

import pytest
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.answers.reference import load
from grader.exercises import of_notebook
from grader.grading import released
from grader.grading.class_report import render
from grader.grading.marks import Grade
from grader.grading.notebook import judge_file
from grader.grading.sandbox.outside import Limits, Sandboxes
from grader.grading.secret_cases import SecretCases
from grader.grading.task import About
from grader.learning.self_check import self_check

NAME = "logistic_regression"
RELEASED = ROOT / "notebooks" / "01-logistic-regression" / f"{NAME}.ipynb"
TEMPLATE = released.read(RELEASED, {})
FUNCTIONS = [exercise.function for exercise in of_notebook(NAME)]
SECRET = SecretCases(20260)
SEPARATORS = ["\u2028", "\u2029", "\x85", "\x0c", "\x0b", "\x1c", "\x1d", "\x1e"]


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
    "async for": before("async def three():\n    yield 3\n\nx = [y async for y in three()]\nasync for x in three():\n    pass"),
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
    "conflicts": before("<<<<<<< HEAD\na = 1\n||||||| base\na = 0\n=======\na = 2\n>>>>>>> x\n<<<<<<< a\n=======\nb\n>>>>>>> c"),
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
    at = next(i for i, cell in enumerate(found["cells"]) if cell.get("id") == place)
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


@pytest.mark.parametrize("used", batches(), ids=lambda used: ", ".join(used.values()))
def test_a_learner_s_own_check_reads_cells_as_grading_does(used, tmp_path):
    read = {function: name for function, name in used.items() if name != "conflicts"}  # which Jupyter does not read
    found = notebook(lambda function, source: ODDITIES[read[function]](source) if function in read else source)
    (tmp_path / f"{NAME}.ipynb").write_bytes(raw(found))
    rows = self_check(tmp_path / f"{NAME}.ipynb")
    assert [row for row in rows if row.points < row.possible] == []


BEFORE = [name for name, change in ODDITIES.items() if change.__qualname__.startswith("before") and "library" not in name]
SHAPES = ["indented", "indented by a tab", "main", "tried", "decorated", "Windows"]


@settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(BEFORE), min_size=1, max_size=4), st.sampled_from(SHAPES))
def test_oddities_of_several_kinds_in_every_cell_cost_nothing(judge, names, shape):
    def change(function: str, source: str) -> str:
        for name in sorted(names, key=lambda name: "%%" in ODDITIES[name]("")):  # %%time stands above all else
            source = ODDITIES[name](source)
        return source

    assert lost(judge(notebook(lambda function, source: change(function, ODDITIES[shape](source).strip())))) == set()


# --- what is told -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("%matplotlib inline\n%load_ext autoreload", "`%matplotlib inline` was skipped: magics do nothing while grading."),
        ("%%time\n1 + 1", "`%%time` was skipped: magics do nothing while grading. The code below it counts."),
        ("%%bash\nls", "`%%bash` was skipped: the cell below it is not for the notebook's Python."),
        ("files = !ls *.h5", "`files = !ls *.h5` was skipped: no commands are run while grading."),
        ("np.exp?", "`np.exp?` was skipped: it only shows help."),
        ("/print 3", None),
    ],
)
def test_what_only_ipython_understands_is_told_once_for_each_kind(line, told, judge):
    found = insert(insert(notebook(lambda function, source: source), "sigmoid", line), "sigmoid", line)
    judged = judge(found)
    assert judged.notes == ((told,) if told else ()) and lost(judged) == set()


@pytest.mark.parametrize(
    ("imports", "missing"),
    [
        ("import numpy as np\nimport tensorflow as tf", ("tensorflow",)),
        ("import torch.nn as nn\nimport numpy as np\ndevice = torch.device('cpu')", ("torch",)),
        ("from google.colab import drive\ndrive.mount('/content')\nimport numpy as np", ("google.colab",)),
        ("import matplotlib\nmatplotlib.use('TkAgg')\nimport numpy as np", ()),
        ("import nump as np", ("nump",)),
        ("", ()),
        ("this is no Python", ()),
        ("np = None", ()),
    ],
)
def test_whatever_becomes_of_the_cell_of_imports_the_answers_count(imports, missing, judge):
    found = notebook(lambda function, source: source)
    next(cell for cell in found["cells"] if cell["id"] == "imports")["source"] = imports
    judged = judge(found)
    assert judged.libraries == missing and (lost(judged) == set() or imports == "np = None")
    assert all(any(note.startswith(f"{name} is not installed here") for note in judged.notes) for name in missing)


def test_the_class_report_counts_who_imports_what_is_not_installed():
    classes = {"ada": About(libraries=("tensorflow",)), "bob": About(libraries=("tensorflow", "torch")), "cy": About()}
    classes = {student: About.from_json(about.to_json()) for student, about in classes.items()}
    page = render("01", [Grade(student, NAME, "check-sigmoid", 1.0, 1.0) for student in classes], classes)
    assert "2 students import tensorflow, which is not installed here" in page
    assert "1 student imports torch, which is not installed here" in page


# --- around the answers ---------------------------------------------------------------------------------------------


def test_a_function_counts_though_its_name_is_later_given_to_a_result(judge):
    found = insert(notebook(lambda function, source: source), "check-model", "sigmoid = sigmoid(3)\nmodel = {'w': 1}")
    assert lost(judge(found)) == set()


def test_settings_that_a_later_cell_fills_in_are_there(judge):
    def change(function: str, source: str) -> str:
        return f"SETTINGS = {{}}\n{source}".replace("):\n", "):\n    SETTINGS['top']\n", 1) if function == "sigmoid" else source

    assert lost(judge(insert(notebook(change), "check-sigmoid", "SETTINGS['top'] = 700"))) == set()


def test_the_traceback_shows_the_learner_s_own_line_below_a_magic(judge):
    source = "%%time\n!ls \\\n  -l\n\ndef sigmoid(z):\n    return z.no_such_thing  # mine"
    found = notebook(lambda function, right: source if function == "sigmoid" else right)
    report = next(verdict.report for verdict in judge(found).verdicts if verdict.cell == "check-sigmoid")
    assert "return z.no_such_thing  # mine" in report.error


# --- Python files beside the notebook ---------------------------------------------------------------------------------

RIGHT = "\n\n".join(["import math\nimport numpy as np", *load(NAME).sources.values()])


@pytest.mark.parametrize(
    "change",
    [
        lambda function, source: f"from helpers import {function}",
        lambda function, source: f"import helpers\n{function} = helpers.{function}",
        lambda function, source: "from helpers import *" if function == FUNCTIONS[0] else "# in helpers.py",
        lambda function, source: f"def {function}(*args):\n    import helpers\n    return helpers.{function}(*args)",
    ],
)
def test_a_module_handed_in_beside_the_notebook_can_be_imported(change, judge):
    assert lost(judge(notebook(change), helpers=RIGHT)) == set()


def test_a_module_beside_the_notebook_never_takes_the_place_of_an_installed_one_or_ours(judge):
    harm = "raise RuntimeError('not this one')"
    assert lost(judge(notebook(lambda function, source: source), numpy=harm, utils=harm, grader=harm, json=harm)) == set()
