"""From an LMS to the grader: `grader collect`."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from grader.cli.terminal import plainly, say


@click.command()
@click.argument("download", type=click.Path(path_type=Path, exists=True))
@click.option("--assignment", default="", help="Which one it is, where the notebooks do not show it.")
@click.option("--dry-run", is_flag=True, help="Only show who is matched to what.")
@click.option("--update", is_flag=True, help="Replace what was collected before by what is newer.")
@click.option(
    "--groups", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A CSV file, columns group and student."
)
@click.option(
    "--worksheet",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Moodle's grading worksheet: it says whose each submission is, and when it came.",
)
@click.option("--timezone", default="UTC", show_default=True, help="Of the times in the download, such as Europe/Berlin.")
@click.pass_obj
@plainly
def collect(
    root: Path,
    download: Path,
    assignment: str,
    dry_run: bool,
    update: bool,
    groups: Path | None,
    worksheet: Path | None,
    timezone: str,
) -> None:
    """Take an LMS's bulk download into grading/submitted/: from Canvas, Moodle, Blackboard, Gradescope, or a folder.

    Students who are not in nbgrader's list are named, and left out.
    """
    from grader.grading.collect import Options
    from grader.grading.collect import collect as take
    from grader.grading.gradebook import told
    from grader.judging.errors import CourseError
    from grader.releasing.course import Course

    try:
        zone = ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise CourseError(f"There is no time zone {timezone!r}: use a name such as Europe/Berlin or UTC.") from None
    course = Course.at(root)
    assignment = course.named(assignment) if assignment else ""
    with told(course):
        name, found, lines = take(course, download, assignment, Options(update, dry_run, zone, groups, worksheet))
    for line in lines:
        parts = (f"{line.shown} → {line.student or '?'} ({line.how})", line.what, "late" if line.late else "", line.note)
        say(", ".join(part for part in parts if part))
    for note in found.notes:
        say(note)
    taken = sum(line.what in ("new", "updated") for line in lines)
    missing = sum(not line.student for line in lines)
    left = sum(line.what == "left out" and bool(line.student) for line in lines)
    done = "would be taken" if dry_run else "taken"
    others = f"{missing} not in the list, " + (f"{left} left out, " if left else "")
    say(f"{found.kind}, {name}: {taken} {done}, {others}{len(lines)} in all")


COMMANDS = (collect,)
