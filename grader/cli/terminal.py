"""What every command does: print text as it is, and tell an expected error in one sentence."""

from __future__ import annotations

import errno
import math
import sys
from collections.abc import Callable
from functools import wraps

import click
from rich.console import Console

from grader.judging.errors import CourseError
from grader.learning.printing import spelled

console = Console(highlight=False, soft_wrap=True)


def say(message: object) -> None:
    """Print text as it is: brackets are not markup, and no name or message steers the terminal."""
    console.print(inert(str(message)), markup=False, emoji=False)


def inert(text: str) -> str:
    """The text without control characters, in signs that the console can write."""
    return spelled("".join(sign if sign.isprintable() or sign in "\n\t" else "\ufffd" for sign in text), sys.stdout)


class Amount(click.FloatRange):
    """A number within bounds: no nan, and no infinity."""

    def convert(self, value: object, parameter: click.Parameter | None, context: click.Context | None) -> float:
        number = super().convert(value, parameter, context)
        if not math.isfinite(number):
            self.fail(f"{value} is no amount.", parameter, context)
        return number


REASONS = {
    errno.EACCES: "may not be read or written: check its permissions, and those of its folder",
    errno.EPERM: "may not be read or written: check its permissions, and those of its folder",
    errno.EROFS: "is on a disk that may not be written: choose another place",
    errno.ENOSPC: "cannot be written: the disk is full",
    errno.ENOENT: "is not there: check its name, and that its folder is there",
    errno.EISDIR: "is a folder, and a file is needed: move it away",
    errno.EEXIST: "is a file, and a folder is needed: move it away",
    errno.ENOTDIR: "is in the place of a folder, or below a file: move that away",
}


def trouble(error: OSError) -> str:
    """What the system says of a file, in a sentence."""
    what = error.filename if isinstance(error.filename, str) else "The output"
    return f"{what} {REASONS.get(error.errno, f'cannot be used ({error.strerror or error})')}."


def plainly(command: Callable) -> Callable:
    """Show an expected error as one sentence. Anything else is a fault of ours and keeps its traceback."""

    @wraps(command)
    def run(*args, **kwargs):
        try:
            return command(*args, **kwargs)
        except CourseError as error:
            raise click.ClickException(inert(str(error))) from error
        except BrokenPipeError:
            raise  # click knows what to do where nobody reads any more
        except OSError as error:
            if error.errno is None:
                raise
            raise click.ClickException(inert(trouble(error))) from error
        except ModuleNotFoundError as error:
            if (error.name or "").startswith("grader."):
                message = "This command is for instructors. It needs a clone of the course; the wheel holds what learners need."
                raise click.ClickException(message) from error
            if error.name != "nbgrader":
                raise
            message = 'This command needs nbgrader: pip install "nbgrader>=0.9.5" (or install requirements.txt).'
            raise click.ClickException(message) from error

    return run
