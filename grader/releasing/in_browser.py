"""The course in a browser tab, nothing installed: a JupyterLite site with the notebooks and the learner's wheel.

Python in the browser is Pyodide. NumPy, Matplotlib and what else is compiled come from where its kernel finds it; all that
is pure Python, the course and its pictures come from the site itself. Nothing is fetched while the site is built.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

from grader.judging.errors import CourseError
from grader.releasing import bundle, wheel

KERNEL = "@jupyterlite/pyodide-kernel-extension"
EXTENSIONS = (KERNEL, "@jupyter-widgets/jupyterlab-manager")
COMPILED = ("micropip", "numpy", "matplotlib", "pillow", "ipython", "threadpoolctl")  # of Pyodide's own packages
PURE = ("comm", "ipywidgets", "platformdirs")  # of those that are installed here
FROM_WORKER = "../../../../pypi/"  # where the site keeps wheels, as the kernel's script sees it
DRIVE = "/drive"  # where the kernel sees the files that the browser keeps
MADE_BY_PIP = ("INSTALLER", "REQUESTED", "direct_url.json")


def write(root: Path, work: Path, site: Path, pyodide: Path | None = None) -> None:
    """Build the course in `root` into the new folder `site`, by way of the new folder `work`.

    pyodide: a folder with a Pyodide of the kernel's version to put into the site; without it, browsers fetch theirs from
    the kernel's usual place. WorkedIn: a notebook in notebooks/ holds somebody's work. CourseError: it cannot be built.
    """
    gather(root, work, pyodide)
    words = [sys.executable, "-m", "jupyterlite_core", "build", "--output-dir", str(site)]
    done = subprocess.run(words, cwd=work, capture_output=True, text=True)
    if done.returncode:
        raise CourseError(f"JupyterLite cannot build the course:\n{done.stdout.strip()}\n{done.stderr.strip()}")
    shutil.rmtree(site / "doc", ignore_errors=True)  # JupyterLite's own


def gather(root: Path, work: Path, pyodide: Path | None = None) -> None:
    """Lay out in `work` what JupyterLite builds the site from. Raises as write does."""
    (work / "pypi").mkdir(parents=True)
    wheels = [wheel.build(root, work / "pypi"), *(packed_again(name, work / "pypi") for name in PURE)]
    for path in bundle.notebooks(root):
        copy = work / "notebooks" / path.relative_to(root / "notebooks")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    if pyodide is not None:
        shutil.copytree(pyodide, work / "static" / "pyodide")
    (work / "jupyter_lite_config.json").write_text(json.dumps(how_to_build()))
    (work / "jupyter-lite.json").write_text(json.dumps(how_to_run([path.name for path in wheels])))


def how_to_build() -> dict:
    """JupyterLite's settings for building: one application, the notebooks, and only the extensions that are needed."""
    build = {
        "apps": ["lab"],
        "contents": ["notebooks"],
        "ignore_sys_prefix": ["federated_extensions"],
        "federated_extensions": [str(extension(name)) for name in EXTENSIONS],
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
    }
    return {"LiteBuildConfig": build}


def how_to_run(wheels: list[str]) -> dict:
    """JupyterLite's settings in the browser: what the kernel has loaded before the first cell runs.

    A notebook can import the course then as it does everywhere. Progress is kept where the notebooks are.
    """
    packages = [*COMPILED, *(FROM_WORKER + name for name in wheels)]
    options = {"packages": packages, "env": {"COURSE_PROGRESS": f"{DRIVE}/progress.json"}}
    kernel = {"disablePyPIFallback": True, "loadPyodideOptions": options}
    config = {"appName": "Neural networks, from one neuron up", "litePluginSettings": {f"{KERNEL}:kernel": kernel}}
    return {"jupyter-lite-schema-version": 0, "jupyter-config-data": config}


def extension(name: str) -> Path:
    """The folder of an installed extension of JupyterLab. CourseError: it is not installed."""
    folder = Path(sys.prefix, "share", "jupyter", "labextensions", name)
    if not folder.is_dir():
        raise CourseError(f"{folder} is missing. The website needs more packages: pip install -e '.[site]'")
    return folder


def packed_again(name: str, folder: Path) -> Path:
    """The wheel of an installed package of pure Python, made from its installed files. → its path in `folder`."""
    package = metadata.distribution(name)
    path = folder / f"{name}-{package.version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(package.files or ()):
            if ".." not in file.parts and "__pycache__" not in file.parts and file.name not in MADE_BY_PIP:
                packed.writestr(bundle.entry(file.as_posix()), file.locate().read_bytes())
    return path
