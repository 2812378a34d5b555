"""`pip install .` installs what a learner gets; `pip install -e .`, as requirements.txt has it, links the whole house."""

import runpy

from setuptools import find_packages, setup

LEARNER = runpy.run_path("grader/wings.py")["LEARNER"]

setup(packages=find_packages(include=["utils*", "grader", "grader.cli", *(f"grader.{wing}*" for wing in LEARNER)]))
