"""`pip install .` installs what a learner gets; `pip install -e .`, as requirements.txt has it, links the whole house."""

import runpy
from pathlib import Path

from setuptools import find_packages, setup

WINGS = runpy.run_path("grader/wings.py")
SHARE = Path("share/neural-networks-course")  # where utils/places.py looks
PACKAGES = ("utils*", "grader", "grader.cli", *(f"grader.{wing}*" for wing in WINGS["LEARNER"]))


def data() -> list[tuple[str, list[str]]]:
    """The notebooks and the pictures, as pairs of a folder of SHARE and its files."""
    tops = [Path(name) for name in WINGS["LEARNERS_FOLDERS"] if name != "utils"]
    folders = [folder for top in tops for folder in (top, *sorted(top.glob("*/")))]
    return [((SHARE / folder).as_posix(), files) for folder in folders if (files := _files(folder))]


def _files(folder: Path) -> list[str]:
    kept_back = folder.name == "photos" or folder.name.startswith((".", "__"))
    found = [] if kept_back else [path for path in folder.iterdir() if path.suffix in {".h5", ".npz", ".ipynb"}]
    return sorted(path.as_posix() for path in found)


setup(packages=find_packages(include=PACKAGES), data_files=data())
