"""The course as nbgrader sees it: its configuration, its folders, its gradebook."""

from __future__ import annotations

import re
import traceback
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from grader.judging.errors import CourseError
from grader.releasing import submitted

CONFIG = "nbgrader_config.py"
PATIENCE = 15  # seconds to wait for another program that writes into the gradebook


@dataclass(frozen=True)
class Course:
    """root: the folder of nbgrader_config.py; grading: where submissions and grades lie; notebooks: the released ones;
    named_db: the URL of the gradebook's database where another one was asked for than nbgrader_config.py names.
    """

    root: Path
    grading: Path
    notebooks: Path
    named_db: str = ""

    @classmethod
    def at(cls, root: Path, grading: Path | None = None, notebooks: Path | None = None) -> Course:
        """The course in `root`. CourseError where there is none."""
        if not (root / CONFIG).exists():
            raise CourseError(f"{root} is not a course: it has no {CONFIG}. Go to its folder, or use --root.")
        grading = grading or root / "grading"
        grading.mkdir(parents=True, exist_ok=True)
        return cls(root, grading, notebooks or root / "notebooks")

    @property
    def db_url(self) -> str:
        """The database of the gradebook, as nbgrader_config.py names it. A folder for trying things out has its own."""
        if self.named_db:
            return self.named_db
        if self.grading == self.root / "grading" and (named := self._settings().CourseDirectory.get("db_url")):
            return named
        return f"sqlite:///{self.grading / 'gradebook.db'}"

    @property
    def database(self) -> str:
        """What to call the gradebook's database in a sentence: without a password."""
        return make_url(self.db_url).render_as_string(hide_password=True).removeprefix("sqlite:///")

    @property
    def submitted(self) -> Path:
        """Holds `<student>/<assignment>/`."""
        return self.grading / "submitted"

    def gradebook(self) -> Gradebook:
        """nbgrader's gradebook, to be used in a with statement. CourseError: its file was emptied, or is gone."""
        config = self.configuration()  # puts this environment's folder on PATH: a new gradebook calls alembic by name
        url = _patient(make_url(config.CourseDirectory.db_url))
        if url.get_backend_name() == "sqlite":
            self._must_be_whole(Path(url.database or ""))
        course_id = str(config.CourseDirectory.get("course_id", "default_course"))
        return Gradebook(url.render_as_string(hide_password=False), course_id)

    def _must_be_whole(self, file: Path) -> None:
        """CourseError: the gradebook's file is gone or emptied, and there was one. SQLite would begin a new one."""
        graded = self.grading / "autograded"
        if file.is_file() and not file.stat().st_size:
            raise CourseError(f"The gradebook {file} is empty, 0 bytes: put back a copy, or delete it to begin a new one.")
        if not file.exists() and file.parent == self.grading and any(graded.glob("*/*/*.ipynb")):
            what = f"The gradebook {file} is gone, and {graded} holds graded work"
            raise CourseError(f"{what}: put back a copy, or move that folder away to begin a new one.")

    def _settings(self) -> Config:
        try:
            settings = PyFileConfigLoader(CONFIG, path=str(self.root)).load_config()
        except Exception as error:  # whatever somebody's own lines raise
            places = [step.lineno for step in traceback.extract_tb(error.__traceback__) if step.filename.endswith(CONFIG)]
            line = error.lineno if isinstance(error, SyntaxError) else (places or ["?"])[-1]
            why = error.msg if isinstance(error, SyntaxError) else f"{type(error).__name__}: {error}"
            raise CourseError(f"{self.root / CONFIG}, line {line}: {why}.") from error
        if named := settings.CourseDirectory.get("db_url"):
            try:
                make_url(named)
            except ArgumentError as error:
                raise CourseError(
                    f"{CONFIG}: db_url is {named!r}, which is no address of a database such as sqlite:////home/me/gradebook.db."
                ) from error
        return settings

    def configuration(self) -> Config:
        """nbgrader_config.py, with the folders of this course."""
        config = self._settings()
        config.CourseDirectory.root = str(self.root)
        config.CourseDirectory.db_url = self.db_url
        config.CourseDirectory.release_directory = str(self.notebooks)
        for step in ("submitted", "autograded", "feedback"):
            setattr(config.CourseDirectory, f"{step}_directory", str(self.grading / step))
        return config

    def api(self) -> NbGraderAPI:
        config = self.configuration()
        return NbGraderAPI(CourseDirectory(config=config), config=config)

    def assignments(self) -> list[str]:
        """The names of the assignments, in order."""
        return sorted(path.name for path in (self.root / "solutions").glob("*") if any(path.glob("*.ipynb")))

    def named(self, assignment: str) -> str:
        """The name of an assignment as it was typed: shells put a slash behind it. CourseError lists those there are."""
        name, there = assignment.rstrip("/"), self.assignments()
        if name not in there:
            known = f"There are: {', '.join(there)}." if there else f"{self.root / 'solutions'} holds none."
            raise CourseError(f"There is no assignment {assignment!r}. {known}")
        return name

    def notebook_names(self, assignment: str) -> list[str]:
        """The notebooks of one assignment. CourseError lists the assignments there are."""
        folder = self.root / "solutions" / self.named(assignment)
        return [path.stem for path in sorted(folder.glob("*.ipynb"))]

    def students(self, assignment: str) -> list[str]:
        """Who has submitted, in order: a folder of the assignment's name, or an archive of it."""
        return submitted.students(self.submitted, assignment)

    def astray(self) -> list[str]:
        """What lies among the submissions and is none: a file beside the folders, a folder of another name."""
        return submitted.astray(self.submitted, self.assignments())


def _patient(url: URL) -> URL:
    """Of a database that can be told so: wait a while for another program's lock, then give up."""
    ways = {"sqlite": {"timeout": str(PATIENCE)}, "postgresql": {"options": f"-c lock_timeout={PATIENCE}s"}}
    return url.update_query_dict(ways.get(url.get_backend_name(), {}) | dict(url.query))


class NbgraderFailed(CourseError):
    """A call of nbgrader's API failed. log: what it said, with its traceback."""

    def __init__(self, what: str, log: str) -> None:
        super().__init__(f"nbgrader could not {what}:\n{log}".rstrip())
        self.log = log


def must_succeed(result: dict, what: str) -> None:
    """NbgraderFailed unless a call of its API succeeded. CourseError: work was handed in, and the cells are others now."""
    if result["success"]:
        return
    log = f"{result.get('log') or ''}\n{result.get('error') or ''}"
    if changed := re.search(r"Cannot add or remove cells for notebook '(.+?)'", log):
        raise CourseError(
            f"{changed[1]} has other graded cells than the gradebook has grades for, so nbgrader could not {what}. "
            "Put the cells back, or give what is new to an assignment of its own."
        )
    raise NbgraderFailed(what, log)
