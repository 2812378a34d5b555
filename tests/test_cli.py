"""What the commands do with errors: a sentence where something was to be expected, a traceback where the fault is ours."""

import click
import pytest
from click.testing import CliRunner
from conftest import ROOT

from grader import cli
from grader.cli.terminal import plainly
from grader.judging.errors import CourseError


def test_outside_a_course_a_command_says_in_one_sentence_where_to_go(tmp_path):
    said = CliRunner().invoke(cli.main, ["--root", str(tmp_path), "report"])
    assert said.exit_code == 1
    assert said.output == f"Error: {tmp_path} is not a course: it has no nbgrader_config.py. Go to its folder, or use --root.\n"


def test_an_unknown_exercise_is_told_without_quotation_marks_around_it():
    said = CliRunner().invoke(cli.main, ["--root", str(ROOT), "quality", "--exercise", "vectorization.nudge_a"])
    assert said.exit_code == 1
    assert said.output.startswith("Error: There is no exercise 'vectorization.nudge_a'. Near ones: vectorization.nudge_b")


@pytest.mark.parametrize("error", [ValueError, KeyError, RuntimeError, FileNotFoundError])
def test_a_fault_of_ours_is_not_shown_as_if_it_were_the_user_s(error):
    @plainly
    def command():
        raise error("something that nobody expected")

    with pytest.raises(error):
        command()


def test_an_expected_error_is_shown_by_its_text():
    @plainly
    def command():
        raise CourseError("Say this.")

    with pytest.raises(click.ClickException, match=r"^Say this\.$"):
        command()


def test_quality_explained_says_how_many_mistakes_are_explained_and_how_many_lines_are_found():
    arguments = ["--root", str(ROOT), "quality", "--explained", "--exercise", "one_hidden_layer.relu", "--workers", "1"]
    said = CliRunner().invoke(cli.main, arguments)
    assert said.exit_code == 0 and "| line told |" in said.output
    assert "catalogue" in said.output and "mutants" in said.output
