"""From submissions to grades in nbgrader's gradebook, with the real nbgrader."""

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import own_course
from nbgrader.api import Gradebook

from grader.answers import misconceptions
from grader.answers.reference import load
from grader.exercises import find, of_notebook
from grader.measuring.cohort import Part, fill_in, students

ASSIGNMENT = "01-logistic-regression"


def run(course: Path, *command: str, code: int = 0) -> str:
    """A command in the course's folder. → what it printed."""
    done = subprocess.run([sys.executable, "-m", *command], cwd=course, capture_output=True, text=True, timeout=600)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A copy of the course with a class of four, graded by `grader grade`."""
    with own_course(tmp_path_factory.mktemp("graded")) as course:
        run(course, "grader", "cohort", ASSIGNMENT, "--students", "4", "--seed", "5", "--out", "grading")
        run(course, "grader", "grade", ASSIGNMENT, "--json", "grades.json")
        run(course, "grader", "report", ASSIGNMENT)
        yield course


@pytest.fixture(scope="module")
def points(graded):
    return json.loads((graded / "grades.json").read_text())[ASSIGNMENT]


@pytest.fixture(scope="module")
def truth(graded):
    return json.loads((graded / "grading" / "truth.json").read_text())["students"]


def possible(course: Path) -> float:
    cells = [
        cell for path in (course / "notebooks" / ASSIGNMENT).glob("*.ipynb") for cell in nbformat.read(path, 4).cells
    ]
    return sum(cell.metadata.nbgrader.get("points", 0) for cell in cells if "nbgrader" in cell.metadata)


def total(of_student: dict) -> float:
    return sum(sum(cells.values()) for cells in of_student.values())


def test_every_score_is_what_the_class_was_made_to_earn(points, truth):
    assert points == truth


def test_solutions_earn_full_marks(points, graded):
    assert total(points["student-001"]) == possible(graded) > 0


def test_right_answers_written_differently_earn_full_marks(points, graded):
    assert total(points["student-002"]) == possible(graded)


def test_untouched_notebooks_earn_nothing(points):
    assert total(points["student-003"]) == 0


def test_every_student_gets_feedback_without_any_line_of_the_reference(graded):
    page = (graded / "grading" / "feedback" / "student-003" / ASSIGNMENT / "logistic_regression.html").read_text()
    assert "not written yet" in page
    assert (
        load("logistic_regression").sources["model"].split("### BEGIN SOLUTION")[1].strip().splitlines()[0] not in page
    )


def test_the_report_names_students_and_exercises_and_stands_alone(graded):
    page = (graded / "grading" / f"report-{ASSIGNMENT}.html").read_text()
    assert "student-004" in page and "propagate" in page and "normalize_rows" in page
    assert "http" not in page.replace("http-equiv", "") and page.count("<script>") == 1 and "src=" not in page


def test_a_report_before_any_grading_says_what_to_do(repository_copy):
    assert "run `grader grade" in run(repository_copy, "grader", "report", ASSIGNMENT, code=1)


def test_grading_an_unknown_assignment_lists_the_known_ones(repository_copy):
    assert ASSIGNMENT in run(repository_copy, "grader", "grade", "04-unknown", code=1)


def keep_one_notebook(course: Path) -> None:
    for folder in ("solutions", "notebooks"):
        (course / folder / ASSIGNMENT / "logistic_regression.ipynb").unlink()


def set_points(path: Path, points: dict[str, float]) -> None:
    notebook = nbformat.read(path, 4)
    for cell in notebook.cells:
        about = cell.metadata.get("nbgrader", {})
        if about.get("grade_id") in points:
            about["points"] = points[about["grade_id"]]
    nbformat.write(notebook, path)


@pytest.mark.slow
def test_points_edited_up_and_down_arrive_right_through_nbgraders_own_commands(repository_copy):
    keep_one_notebook(repository_copy)
    edited = {"check-flatten_images": 8, "check-normalize_rows": 1.5, "check-nudge_b": 0, "check-propagate_loop": 10}
    set_points(repository_copy / "solutions" / ASSIGNMENT / "vectorization.ipynb", edited)
    run(repository_copy, "nbgrader", "generate_assignment", ASSIGNMENT)
    released = nbformat.read(repository_copy / "notebooks" / ASSIGNMENT / "vectorization.ipynb", 4)

    exercise = find("vectorization.propagate_loop")
    spoiled = next(m for m in misconceptions(exercise) if m.name == "lost-bracket")
    parts = {
        e.id: Part("right", "", load("vectorization").sources[e.function], 1.0) for e in of_notebook("vectorization")
    }
    parts[exercise.id] = Part(
        "", "", spoiled.text(load("vectorization"), exercise.function), exercise.score_of(spoiled.holds)
    )
    expected = fill_in(released, "vectorization", parts)
    target = repository_copy / "grading" / "submitted" / "ada" / ASSIGNMENT
    target.mkdir(parents=True)
    nbformat.write(released, target / "vectorization.ipynb")

    run(repository_copy, "nbgrader", "autograde", ASSIGNMENT)
    with Gradebook(f"sqlite:///{repository_copy}/grading/gradebook.db") as book:
        grades = {
            g.name: g.auto_score for g in book.find_submission_notebook("vectorization", ASSIGNMENT, "ada").grades
        }
    assert grades == expected
    assert (
        grades["check-flatten_images"] == 8 and grades["check-normalize_rows"] == 1.5 and grades["check-nudge_b"] == 0
    )
    assert 0 < grades["check-propagate_loop"] < 10


def test_any_exercise_may_be_spoiled_also_one_that_others_call():
    spoiled = {
        id for answers in list(students(["logistic_regression"], 40, seed=2))[3:] for id in answers if answers[id].score < 1
    }
    assert {"logistic_regression.sigmoid", "logistic_regression.propagate", "logistic_regression.model"} <= spoiled


def test_the_same_seed_makes_the_same_class():
    first, again, other = (list(students(["vectorization"], 9, seed)) for seed in (3, 3, 4))
    assert first == again != other


def test_a_class_holds_right_differently_right_wrong_and_missing_answers():
    kinds = {part.kind for answers in students(["logistic_regression"], 30, seed=1) for part in answers.values()}
    assert kinds == {"right", "alternative", "misconception", "blank"}
