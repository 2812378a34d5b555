"""What the commands do with errors: a sentence where something was to be expected, a traceback where the fault is ours."""

import shutil
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner
from conftest import ROOT

from grader import cli
from grader.cli.terminal import plainly
from grader.exercises import of_notebook
from grader.judging.errors import CourseError
from grader.releasing.course import Course


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


def told(course, *words):
    """What a command says that is refused: one sentence or two, and no traceback."""
    said = CliRunner().invoke(cli.main, ["--root", str(course), *words])
    assert said.exit_code in (1, 2) and isinstance(said.exception, SystemExit), (words, said.exception)
    return said.output


def test_a_class_is_made_once_more_but_never_mixed_with_another(shared_copy, tmp_path):
    def cohort(count: int, seed: int, name: str = NAME) -> str:
        words = ("cohort", name, "--students", str(count), "--seed", str(seed), "--out", str(tmp_path))
        return CliRunner().invoke(cli.main, ["--root", str(shared_copy), *words]).output

    cohort(3, 1)
    assert "2 submissions" in cohort(2, 1, "02-one-hidden-layer") and "3 submissions" in cohort(3, 1)
    before = (tmp_path / "truth.json").read_bytes()
    assert "holds others already, such as student-003" in cohort(2, 2)
    assert (tmp_path / "truth.json").read_bytes() == before


NAME = "01-logistic-regression"
COMMANDS = {
    "release": ("release", NAME),
    "grade": ("grade", NAME),
    "watch": ("watch", NAME),
    "report": ("report", NAME),
    "extend": ("extend", NAME, "ada", "--days", "1"),
    "cohort": ("cohort", NAME, "--out", "{folder}"),
    "collect": ("collect", "{folder}", "--assignment", NAME),
}


ODD = ("nosuch", ".", "..", "", f"./{NAME}", f"solutions/{NAME}", "01-Logistic-Regression", "*")


@pytest.mark.parametrize(
    ("command", "odd"),
    [(command, odd) for command in COMMANDS for odd in ODD if odd or command != "collect"],  # there the notebooks may say it
)
def test_a_name_that_no_assignment_has_is_refused_with_those_there_are(shared_copy, tmp_path, command, odd):
    words = [odd if word == NAME else word.format(folder=tmp_path) for word in COMMANDS[command]]
    there = ", ".join(sorted(path.parent.name for path in shared_copy.glob("solutions/*/deep_network.ipynb")))
    said = told(shared_copy, *words)
    assert said.startswith(f"Error: There is no assignment {odd!r}. There are: {NAME}, ") and there in said
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_what_is_missing_can_be_read_in_a_terminal_of_any_width(shared_copy, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    said = CliRunner().invoke(cli.main, ["check", str(shared_copy / "notebooks" / NAME / "vectorization.ipynb")]).output
    assert said.count("not written yet") == len(list(of_notebook("vectorization"))) and "vectorization.ipynb: 0 of " in said


def test_a_slash_behind_the_name_of_an_assignment_is_none_of_the_name(shared_copy):
    assert Course.at(shared_copy).named(f"{NAME}/") == NAME


@pytest.mark.parametrize("amount", ["nan", "inf", "-inf", "1e300", "-1", "many"])
@pytest.mark.parametrize("words", [("grade", "--timeout"), ("grade", "--memory"), ("extend", NAME, "ada", "--days")])
def test_an_amount_that_is_none_is_refused(shared_copy, words, amount):
    assert f"Invalid value for '{words[-1]}'" in told(shared_copy, *words, amount)


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        (("extend", NAME, "ada", "--until", ""), "'' does not begin with a date"),
        (("extend", NAME, "ada", "--until", "12:00"), "'12:00' does not begin with a date"),
        (("extend", NAME, "ada", "--until", "10/11/2026"), "'10/11/2026' does not begin with a date"),
        (("extend", NAME, "ada", "--until", "2026-10-20T12:00Z"), f"{NAME} has no due date"),
        (("extend", NAME, "--days", "3"), "Name the students."),
        (("extend", NAME, "--remove"), "Name the students."),
    ],
)
def test_an_extension_that_is_not_certain_is_not_given(shared_copy, words, asked):
    assert asked in told(shared_copy, *words)


def spoil_nothing(course):
    pass


def make_grading_a_file(course):
    shutil.rmtree(course / "grading", ignore_errors=True)
    (course / "grading").write_text("")


def leave_a_bracket_open(course):
    with (course / "nbgrader_config.py").open("a") as file:
        file.write("\nc.Exchange.root = str(")


def import_what_is_not_there(course):
    with (course / "nbgrader_config.py").open("a") as file:
        file.write("\nimport a_library_of_nobody\n")


def name_no_database(course):
    with (course / "nbgrader_config.py").open("a") as file:
        file.write('\nc.CourseDirectory.db_url = "nonsense"\n')


def damage_the_gradebook(course):
    (course / "grading").mkdir(exist_ok=True)
    (course / "grading" / "gradebook.db").write_text("no database " * 1000)


def lose_the_solutions(course):
    shutil.rmtree(course / "solutions")


@pytest.mark.parametrize(
    ("spoil", "words", "said"),
    [
        (make_grading_a_file, ("report", NAME), "grading is a file, and a folder is needed"),
        (make_grading_a_file, ("grade", NAME), "grading is a file, and a folder is needed"),
        (spoil_nothing, ("grade", NAME, "--json", "/nowhere/points.json"), "/nowhere/points.json is not there"),
        (leave_a_bracket_open, ("grade", NAME), "'(' was never closed"),
        (import_what_is_not_there, ("report", NAME), "nbgrader_config.py, line "),
        (name_no_database, ("grade", NAME), "db_url is 'nonsense', which is no address of a database"),
        (damage_the_gradebook, ("release", NAME), "it is damaged; put back a copy"),
        (lose_the_solutions, ("grade", NAME), "solutions holds none"),
    ],
)
def test_what_is_wrong_with_a_course_is_one_sentence(repository_copy, spoil, words, said):
    spoil(repository_copy)
    output = told(repository_copy, *words)
    assert output.startswith("Error: ") and said in output and output.count("\n") == 1


def test_an_output_that_cannot_be_written_is_one_sentence(shared_copy):
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "grader", "check", str(shared_copy / "notebooks" / NAME / "vectorization.ipynb")]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    assert done.returncode and "Traceback" not in done.stderr and "the disk is full" in done.stderr
