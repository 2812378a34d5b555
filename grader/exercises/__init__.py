"""The exercises of the course: one module a notebook, each with a tuple EXERCISES in the notebook's order."""

import difflib
import importlib
import pkgutil

from grader.exercise import Exercise

_MODULES = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
EXERCISES: dict[str, Exercise] = {e.id: e for module in _MODULES for e in module.EXERCISES}


def find(id: str) -> Exercise:
    """The exercise of this id. KeyError lists near ones."""
    if id in EXERCISES:
        return EXERCISES[id]
    near = difflib.get_close_matches(str(id), EXERCISES, n=3, cutoff=0.4)
    raise KeyError(f"There is no exercise {id!r}. Near ones: {', '.join(near or sorted(EXERCISES))}")


def of_notebook(notebook: str) -> list[Exercise]:
    """The exercises of one notebook, in its order."""
    return [exercise for exercise in EXERCISES.values() if exercise.notebook == notebook]
