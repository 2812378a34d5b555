"""dist/neural_networks_course-….whl: the whole course for a learner, built from what the bundle holds.

The pictures travel packed (datasets/pack.py); everything else is the bundle's, so there is one list of what a learner gets.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

from grader.judging.errors import CourseError
from grader.releasing import bundle

DATE = "315532800"  # 1 January 1980: the same files give the same wheel, whenever they were written
SETUPTOOLS = 77  # as pyproject.toml asks


def write(root: Path) -> Path:
    """Build the wheel of the course in `root` into dist/. → its path.

    WorkedIn: a notebook in notebooks/ holds somebody's work, which might be the answers. CourseError: it cannot be built.
    """
    (root / "dist").mkdir(exist_ok=True)
    return build(root, root / "dist")


def build(root: Path, target: Path) -> Path:
    """Build the wheel into the folder `target`. → its path. Raises as write does."""
    with tempfile.TemporaryDirectory() as folder:
        tree, built = Path(folder, bundle.TOP), Path(folder, "built")
        gather(root, tree)
        pip = ["-m", "pip", "wheel", "--quiet", "--no-deps", "--disable-pip-version-check", *_own_setuptools()]
        _run([*pip, "-w", str(built), str(tree)], Path(folder))
        (wheel,) = built.glob("*.whl")
        return Path(shutil.copy(wheel, target / wheel.name))


def gather(root: Path, tree: Path) -> None:
    """Copy what the wheel is built from into the new folder `tree`. Raises as write does."""
    for path in bundle.contents(root):
        if path.suffix != ".h5":
            copy = tree / path.relative_to(root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
    (tree / "README.md").write_text(bundle.readme(), encoding="utf-8")
    _run(["-m", "datasets.pack", str(tree / "datasets" / "drawn.npz")], root)


def _own_setuptools() -> list[str]:
    """What tells pip to use the setuptools that is installed here, if it is new enough: pip need not fetch one then."""
    try:
        return ["--no-build-isolation"] if int(metadata.version("setuptools").split(".")[0]) >= SETUPTOOLS else []
    except metadata.PackageNotFoundError:
        return []


def _run(words: list[str], folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, *words], cwd=folder, env={**os.environ, "SOURCE_DATE_EPOCH": DATE}, capture_output=True, text=True
    )
    if done.returncode:
        raise CourseError(f"{' '.join(words[:3])} failed:\n{done.stderr.strip()}")
