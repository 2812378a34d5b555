"""From solutions/ to what is handed out: `grader release`, `bundle`, `wheel`, `site`."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli.terminal import plainly, say


@click.command()
@click.argument("assignments", nargs=-1)
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; fail if anything derived is out of date."
)
@click.pass_obj
@plainly
def release(root: Path, assignments: tuple[str, ...], only_check: bool) -> None:
    """Derive the student notebooks and the public cases from solutions/."""
    from grader.grading.gradebook import told
    from grader.learning.fingerprint import WorkedIn
    from grader.releasing.course import Course
    from grader.releasing.release import differences, release_start_page, start_page_differences
    from grader.releasing.release import release as derive

    course = Course.at(root)
    problems = [str(difference) for difference in start_page_differences(course)] if only_check else []
    for assignment in [course.named(name) for name in assignments] or course.assignments():
        if only_check:
            problems += [str(difference) for difference in differences(course, assignment)]
            continue
        try:
            with told(course):
                changed = derive(course, assignment)
            say(f"{assignment}: {len(changed)} files changed")
        except WorkedIn as error:
            problems.append(str(error))
    if not only_check:
        try:
            release_start_page(course)
        except WorkedIn as error:
            problems.append(str(error))
    if problems:
        raise click.ClickException("\n".join(problems))
    if only_check:
        say("Everything derived from solutions/ is up to date.")


@click.command()
@click.pass_obj
@plainly
def bundle(root: Path) -> None:
    """Write dist/course-student.zip, the bundle for students."""
    from grader.releasing.bundle import write
    from grader.releasing.course import Course

    Course.at(root)
    say(f"Wrote {write(root)}")


@click.command()
@click.pass_obj
@plainly
def wheel(root: Path) -> None:
    """Build the wheel that is the whole course for a learner into dist/."""
    from grader.releasing.course import Course
    from grader.releasing.wheel import write

    Course.at(root)
    say(f"Wrote {write(root)}")


@click.command()
@click.option("--quick", is_flag=True, help="Do not run the notebooks: chapters without outputs.")
@click.option(
    "--pyodide",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with Pyodide, to be part of the site: browsers then ask no other host.",
)
@click.pass_obj
@plainly
def site(root: Path, quick: bool, pyodide: Path | None) -> None:
    """Build the website of the course, with the course in the browser, into dist/site/."""
    from grader.releasing.course import Course
    from grader.releasing.website import write

    Course.at(root)
    say(f"Wrote {write(root, not quick, pyodide) / 'index.html'}")


COMMANDS = (release, bundle, wheel, site)
