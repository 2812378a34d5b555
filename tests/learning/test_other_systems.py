"""A learner's half runs where much of POSIX is missing. Each test starts a Python from which that was taken away."""

import json
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from conftest import ROOT

NOTEBOOKS = sorted((ROOT / "solutions").glob("*/*.ipynb"))

# Run by Python itself before anything else.
TAKE_AWAY = """
import os, signal, sys
for name in ("fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty", "_posixshmem"):
    sys.modules[name] = None
for name in ("chown", "fork", "forkpty", "geteuid", "getpgid", "killpg", "mkfifo", "nice", "setsid", "setuid", "umask"):
    delattr(os, name)
windows = {"SIGABRT", "SIGFPE", "SIGILL", "SIGINT", "SIGSEGV", "SIGTERM", "SIG_DFL", "SIG_IGN"}
for name in dir(signal):
    if name.startswith("SIG") and name not in windows:
        delattr(signal, name)
for name in ("ITIMER_PROF", "ITIMER_REAL", "ITIMER_VIRTUAL", "alarm", "pause", "pthread_kill", "pthread_sigmask", "setitimer"):
    delattr(signal, name)
"""

# Right but for the last line; nearly every change to the loop's counter makes it loop for ever.
ENDLESS_WHEN_CHANGED = """
def propagate_loop(w, b, X, Y):
    n, m = X.shape
    dw, db, cost, i = np.zeros((n, 1)), 0.0, 0.0, 0
    while i < m:
        z = b
        for j in range(n):
            z = z + w[j, 0] * X[j, i]
        a = 1 / (1 + np.exp(-z))
        cost -= Y[0, i] * np.log(a) + (1 - Y[0, i]) * np.log(1 - a)
        for j in range(n):
            dw[j, 0] += (a - Y[0, i]) * X[j, i]
        db += a - Y[0, i]
        i += 1
    return {"dw": dw / m, "db": db + m}, cost / m
"""


@pytest.fixture
def elsewhere(tmp_path):
    """Runs Python without POSIX: as `python words…`, with the source beside it as its module `given`."""
    (tmp_path / "sitecustomize.py").write_text(TAKE_AWAY)

    def start(*words: object, given: str = "", **variables: str) -> str:
        (tmp_path / "given.py").write_text("import numpy as np\n" + given, encoding="utf-8")
        env = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])} | variables
        done = subprocess.run([sys.executable, *map(str, words)], cwd=tmp_path, env=env, capture_output=True, timeout=500)
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
        return done.stdout.decode(variables.get("PYTHONIOENCODING", "utf-8"))

    return start


def code(text: str) -> tuple[str, str]:
    return "-c", textwrap.dedent(text)


def test_the_interpreter_of_these_tests_really_lacks_them(elsewhere):
    said = elsewhere(*code("""
        import os, signal
        try:
            import fcntl
        except ImportError:
            print(hasattr(os, "fork"), hasattr(signal, "setitimer"), hasattr(signal, "SIGKILL"))
    """))
    assert said.split() == ["False"] * 3


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_whole_solved_notebook_is_checked_to_full_points(elsewhere, notebook):
    counted = json.loads(elsewhere("-m", "grader", "check", notebook, "--json"))
    assert counted["points"] == counted["possible"] > 0


def test_the_line_of_a_mistake_is_found_and_endless_changes_are_ended(elsewhere):
    said = elsewhere(
        *code("""
            import time
            from given import propagate_loop
            from grader import examine
            report = examine("vectorization.propagate_loop", propagate_loop)
            print(report.passed, report.located.text if report.located else "", sep="|")
        """),
        given=ENDLESS_WHEN_CHANGED,
    )
    assert said.split("|")[0] == "False"
    assert said.split("|")[1].strip() in ("", 'return {"dw": dw / m, "db": db + m}, cost / m')


def test_pictures_plots_training_and_a_bar_work(elsewhere):
    said = elsewhere(*code("""
        import numpy as np
        from utils import plotting
        from utils.data import load_cats
        from utils.watch import Watch
        cats = load_cats()
        plotting.plot_costs([0.7, 0.6, 0.5])
        with Watch(3) as watch:
            print([watch.stops(i, 1.0) for i in range(3)], cats.test_x.shape)
    """))
    assert "[False, False, False] (500, 64, 64, 3)" in said


def test_notebooks_are_copied(elsewhere, tmp_path):
    elsewhere(*code("""
        from pathlib import Path
        from grader.learning import workspace
        mine = Path("mine").resolve()
        workspace.copy_new(workspace.installed(), mine)
        print(workspace.lab_options(mine, mine))
    """))
    assert len([*(tmp_path / "mine").rglob("*.ipynb")]) == len(NOTEBOOKS) + 1


# --- consoles that are not UTF-8 ---


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252", "cp932"])
def test_everything_that_a_learner_calls_prints_on_any_console(elsewhere, encoding):
    said = elsewhere(
        *code("""
            import numpy as np
            from grader import check, forget_progress, guess, hint, progress
            from grader.exercises import EXERCISES
            from grader.exercises.predictions import PREDICTIONS
            from grader.cli.learning import course
            for id, exercise in EXERCISES.items():
                check(id, lambda *args: None)
                for _ in range(len(exercise.hints) + 1):
                    hint(id)
            for id in PREDICTIONS:
                guess(id, None)
                guess(id, 0.5)
            forget_progress()
            course(["progress"])
        """),
        PYTHONIOENCODING=encoding,
    )
    assert "Hint 1 of" in said and len(said) > 10_000


def test_a_failure_is_said_in_words_on_a_console_without_ticks(elsewhere):
    said = elsewhere(
        *code("""
            import numpy as np
            from grader import check
            def initialize_with_zeros(dim): return np.zeros((dim, 1)), 1.0
            check("logistic_regression.initialize_with_zeros", initialize_with_zeros)
        """),
        PYTHONIOENCODING="ascii",
    )
    assert "[fails]" in said and "?" not in said


# --- a home folder that cannot be written ---


def test_where_home_cannot_be_written_checks_pass_and_progress_is_empty(elsewhere, tmp_path):
    (tmp_path / "no-folder").write_text("a file, so nothing can be made inside it")
    at_home = ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "MPLCONFIGDIR", "IPYTHONDIR")
    nowhere = dict.fromkeys(at_home, str(tmp_path / "no-folder" / "home"))
    said = elsewhere(
        *code("""
            import os
            del os.environ["COURSE_PROGRESS"]
            from grader import examine, forget_progress, progress
            from grader.learning.progress import note
            import numpy as np
            import utils.plotting
            report = examine("logistic_regression.initialize_with_zeros", lambda dim: (np.zeros((dim, 1)), 0.0))
            note(report)
            print(report.passed, progress().headline)
            forget_progress()
        """),
        **nowhere,
    )
    assert said.startswith("True 0 of ")


# --- other separators ---


def test_no_path_is_taken_apart_by_a_slash():
    """Paths of files are asked for their parts; the only texts with slashes are the course's own names and addresses."""
    sources = [
        path
        for folder in ("utils", "grader/judging", "grader/explaining", "grader/learning", "grader/cli")
        for path in sorted((ROOT / folder).rglob("*.py"))
    ]
    taken = re.compile(r"str\([^()]*path[^()]*\)\.(split|rpartition|partition)|os\.sep|[\"']/tmp|__file__\.(split|rsplit)")
    assert [path for path in sources if taken.search(path.read_text(encoding="utf-8"))] == []
    assert Path("a", "b").as_posix() == "a/b"
