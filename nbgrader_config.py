"""nbgrader's settings, so that its standard commands and buttons work in this folder as they do in any nbgrader course.

`solutions/` is what nbgrader calls the source, `notebooks/` what it calls the release; everything else is in `grading/`.
nbgrader runs this file at the start of each command, and several times in JupyterLab.
"""

import contextlib
import os
import sys
import warnings
from pathlib import Path

from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.preprocessors import Execute, LockCells
from sqlalchemy.exc import SAWarning

c = get_config()  # noqa: F821  (given by traitlets)

ROOT = Path(__file__).resolve().parent
GRADING = ROOT / "grading"


def put_this_environment_on_path() -> None:
    """nbgrader starts `alembic` by name when it makes a gradebook, even if the environment is not activated."""
    scripts = str(Path(sys.executable).parent)
    folders = os.environ.get("PATH", "").split(os.pathsep)
    if scripts not in folders:
        os.environ["PATH"] = os.pathsep.join([scripts, *folders])


GRADING.mkdir(exist_ok=True)
put_this_environment_on_path()
# Newer versions of SQLAlchemy warn about the way nbgrader adds a submission. It is harmless.
warnings.filterwarnings("ignore", message="Object of type <Submitted", category=SAWarning)

c.CourseDirectory.root = str(ROOT)
c.CourseDirectory.course_id = "neural-networks"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "notebooks"
c.CourseDirectory.submitted_directory = "grading/submitted"
c.CourseDirectory.autograded_directory = "grading/autograded"
c.CourseDirectory.feedback_directory = "grading/feedback"
c.CourseDirectory.db_url = f"sqlite:///{GRADING / 'gradebook.db'}"

# On a fresh clone notebooks/ is there already. nbgrader would skip it and leave the gradebook without the assignment,
# so it overwrites it, as with --force, if nothing can be lost.
if {"generate_assignment", "assign"} & set(sys.argv):
    from grader.learning.workspace import nothing_to_lose

    if nothing_to_lose(ROOT):
        c.GenerateAssignment.force = True

# Points are written into the check cells before nbgrader locks, fingerprints and saves them.
released = list(GenerateAssignment.preprocessors.default())
released.insert(released.index(LockCells), "grader.releasing.preprocessors.WritePoints")
released.insert(0, "grader.releasing.keep_work.KeepWork")  # Formgrader's Generate would overwrite work
released.append("grader.releasing.preprocessors.Stamp")  # by which work in a released notebook is recognised
c.GenerateAssignment.preprocessors = released

# Autograding repairs what was handed in, runs it in a sandbox and judges it outside, in place of nbgrader's own `Execute`.
c.Autograde.sanitize_preprocessors = ["grader.grading.preprocessor.Mend", *Autograde.sanitize_preprocessors.default()]
steps = list(Autograde.autograde_preprocessors.default())
steps[steps.index(Execute)] = "grader.grading.preprocessor.RunAndJudge"
c.Autograde.autograde_preprocessors = steps

# nbgrader would read "23:59 CEST" as UTC. The wing is an instructor's, as those below.
with contextlib.suppress(ModuleNotFoundError):
    from grader.releasing import moments

    moments.guard()

# The page that students get back is the same, whoever makes it.
c.GenerateFeedback.exporter_class = "grader.grading.feedback_exporter.FeedbackPage"
c.GenerateFeedback.preprocessors = []

# Inside Jupyter's server this file is read for formgrader; a learner has no grading wing.
if "jupyter_server.serverapp" in sys.modules:
    with contextlib.suppress(ModuleNotFoundError):
        from grader.grading.formgrader import guard

        guard()

# `Execute` still serves nbgrader's Validate button.
c.Execute.timeout = 120  # seconds a cell
c.Execute.skip_cells_with_tag = "demo"  # long training and experiments: learners run them, graders do not
c.Execute.extra_arguments = [
    "--HistoryManager.hist_file=:memory:",
    "--IPKernelApp.log_level=ERROR",
    "--IPKernelApp.ignore_cwd=True",  # a utils.py that was handed in must not stand in for the package
]
