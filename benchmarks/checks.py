"""How long a learner waits: for one `examine`, for the checks of a whole notebook, for the imports.

`python -m benchmarks.checks` prints the table; `measure()` returns its figures.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from grader import examine, exercises
from grader.answers import reference

ROUNDS = 5


def measure() -> dict[str, float]:
    """examine_median_ms: over all exercises, of right answers; check_notebook_s: all exercises of the slowest notebook;
    import_added_s: what `from grader import …` and `utils` take beyond NumPy and matplotlib.
    """
    times = {id: statistics.median(_seconds(id) for _ in range(ROUNDS)) for id in exercises.EXERCISES}
    notebooks = {id.split(".")[0] for id in times}
    return {
        "examine_median_ms": 1000 * statistics.median(times.values()),
        "check_notebook_s": max(sum(t for id, t in times.items() if id.startswith(name + ".")) for name in notebooks),
        "import_added_s": _import_seconds(),
    }


def _seconds(id: str) -> float:
    exercise = exercises.find(id)
    function = getattr(reference.load(exercise.notebook).functions, exercise.function)
    start = time.perf_counter()
    examine(id, function)
    return time.perf_counter() - start


def _import_seconds() -> float:
    """Fresh processes with and without the course's imports, taking turns."""
    plain = "import numpy, matplotlib.pyplot"
    ours = plain + "; from grader import check, examine, guess, hint; from utils import plotting, data, gradient_check"
    pairs = [(_run(ours), _run(plain)) for _ in range(2 * ROUNDS)]
    return statistics.median(with_course - without for with_course, without in pairs)


def _run(code: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - start


def table(figures: dict[str, float]) -> str:
    """The figures as lines of text."""
    return "\n".join(
        [
            "What a learner waits for",
            f"{'examine, one exercise (median)':44}{figures['examine_median_ms']:8.1f} ms",
            f"{'all checks of the slowest notebook':44}{figures['check_notebook_s']:8.2f} s",
            f"{'imports, beyond NumPy and matplotlib':44}{figures['import_added_s']:8.2f} s",
        ]
    )


if __name__ == "__main__":
    print(table(measure()))
