"""nbgrader's settings, so that its standard commands and buttons work in this folder as they do in any nbgrader course.

`solutions/` is what nbgrader calls the source, `notebooks/` what it calls the release; all else lies under `grading/`.
nbgrader runs this file at the start of each command, and several times over in JupyterLab.
"""

import os
import sys
from pathlib import Path

from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import LockCells
from traitlets.log import get_logger

c = get_config()  # noqa: F821  (given by traitlets)

ROOT = Path(__file__).resolve().parent
GRADING = ROOT / "grading"


def folder_of_this_environment_is_on_path() -> None:
    """nbgrader starts `alembic` by name when it makes a gradebook, also where the environment was not activated."""
    scripts = str(Path(sys.executable).parent)
    folders = os.environ.get("PATH", "").split(os.pathsep)
    if scripts not in folders:
        os.environ["PATH"] = os.pathsep.join([scripts, *folders])


def may_write_over_notebooks() -> bool:
    """False if somebody has worked in a notebook of `notebooks/`.

    On a fresh clone `notebooks/` is there already. nbgrader would skip it and leave the gradebook without the assignment,
    so `generate_assignment` writes over it, as if told --force, when nothing can be lost.
    """
    from grader.stamp import worked_in

    kept = [path.relative_to(ROOT) for path in sorted(ROOT.glob("notebooks/*/*.ipynb")) if worked_in(path)]
    if kept:
        names = ", ".join(map(str, kept))
        get_logger().warning(
            f"Somebody has worked in {names}: kept as they are. To release again, move them to my-course/ first."
        )
    return not kept


GRADING.mkdir(exist_ok=True)
folder_of_this_environment_is_on_path()

c.CourseDirectory.root = str(ROOT)
c.CourseDirectory.course_id = "neural-networks"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "notebooks"
c.CourseDirectory.submitted_directory = "grading/submitted"
c.CourseDirectory.autograded_directory = "grading/autograded"
c.CourseDirectory.feedback_directory = "grading/feedback"
c.CourseDirectory.db_url = f"sqlite:///{GRADING / 'gradebook.db'}"

if {"generate_assignment", "assign"} & set(sys.argv):
    c.GenerateAssignment.force = may_write_over_notebooks()

# Points are written into the check cells before nbgrader locks, fingerprints and saves them.
released = list(GenerateAssignment.preprocessors.default())
released.insert(released.index(LockCells), "grader.preprocessors.WritePoints")
released.append("grader.preprocessors.Stamp")  # by which work in a released notebook is recognised
c.GenerateAssignment.preprocessors = released

c.Execute.timeout = 120  # seconds a cell
c.Execute.skip_cells_with_tag = "demo"  # long training and experiments: learners run them, graders do not
c.Execute.extra_arguments = [
    "--HistoryManager.hist_file=:memory:",
    "--IPKernelApp.ignore_cwd=True",  # a utils.py that was handed in must not stand in for the package
]
