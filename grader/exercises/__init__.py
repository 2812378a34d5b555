"""The course's content: which notebooks there are, and the exercises of each.

One module or package a notebook, with a tuple EXERCISES in the notebook's order. `inputs` and `neurons` hold what several
notebooks' cases are drawn from, `recurring` what they claim alike, `predictions/` the questions that are asked before a
cell is run.
"""

import difflib
import importlib

from grader.judging.errors import Unknown
from grader.judging.exercise import Exercise

# The notebooks in the order of the course, each as <assignment>/<notebook>.
NOTEBOOKS = (
    "01-logistic-regression/vectorization",
    "01-logistic-regression/logistic_regression",
    "02-one-hidden-layer/one_hidden_layer",
    "03-deep-network/deep_network",
)

_MODULES = [importlib.import_module(f"{__name__}.{path.split('/')[1]}") for path in NOTEBOOKS]
EXERCISES: dict[str, Exercise] = {e.id: e for module in _MODULES for e in module.EXERCISES}


def find(id: str) -> Exercise:
    """The exercise of this id. KeyError lists near ones."""
    if id in EXERCISES:
        return EXERCISES[id]
    near = difflib.get_close_matches(str(id), EXERCISES, n=3, cutoff=0.4)
    raise Unknown(f"There is no exercise {id!r}. Near ones: {', '.join(near or sorted(EXERCISES))}")


def of_notebook(notebook: str) -> list[Exercise]:
    """The exercises of one notebook, in its order."""
    return [exercise for exercise in EXERCISES.values() if exercise.notebook == notebook]
