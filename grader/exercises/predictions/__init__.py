"""The predictions of each notebook, one module a notebook, each with a tuple PREDICTIONS."""

import importlib
import pkgutil

from grader.judging.prediction import Prediction

_MODULES = [importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
PREDICTIONS: dict[str, Prediction] = {p.id: p for module in _MODULES for p in module.PREDICTIONS}
