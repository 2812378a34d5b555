"""The guides for a whole term are followed: an upgrade tried in a copy, the next term, two courses on one exchange folder."""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from conftest import ROOT, copy_course
from labserver import folders_of_jupyter
from ordinary_user import as_ordinary_user
from plain import NAME, course_with, graded, submit
from test_documents import FENCE, ON_A_HUB, OVER_A_TERM, fenced, link_environment, settings

from grader.grading import secret
from grader.grading.exports import write_tables
from grader.releasing.course import Course

pytestmark = pytest.mark.slow
GROUP = 65533  # of the teaching assistants


def block(document: str, word: str, language: str = "") -> str:
    """The block of a document with this word in it, for the small assignment of the tests."""
    return next(text for text in fenced(document, language) if word in text).replace("01-logistic-regression", NAME)


def run(folder: Path, text: str, answer: str = "") -> str:
    """Run commands one by one, each with the packages of the folder where it is run. → what they said."""
    said = ""
    for line in text.splitlines():
        if line.startswith("cd "):
            folder = (folder / line.removeprefix("cd ")).resolve()
            continue
        env = os.environ | {"PYTHONPATH": str(folder)}
        if " -m grader " in line:
            del env["PYTHONPATH"]  # it finds the packages of the folder by itself, in a copy of the course, too
        done = subprocess.run(line, shell=True, cwd=folder, env=env, input=answer, capture_output=True, text=True)
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"
        said += done.stdout
    return said


def points(course: Course) -> dict[str, float]:
    with course.gradebook() as book:
        return {one.student_id: one.score for one in book.assignment_submissions(NAME)}


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=teacher", "-c", "user.email=teacher@example.org")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def test_an_upgrade_is_seen_in_a_copy_first_and_changes_no_grade_unasked(tmp_path):
    upstream = course_with(copy_course(tmp_path / "upstream"))
    git(upstream.root, "init", "--quiet")
    git(upstream.root, "add", ".")
    git(upstream.root, "commit", "--quiet", "-m", "The course")
    git(tmp_path, "clone", "--quiet", "upstream", "course")
    course = Course.at(tmp_path / "course")
    link_environment(course.root)
    submit(course, "ada", "def double(x):\n    return 4")
    submit(course, "bob")
    kept = {"ada": 0.0, "bob": 3.0}
    run(course.root, f".venv/bin/grader grade {NAME}")
    git(tmp_path, "clone", "--quiet", "course", "for-an-assistant")
    assert not (tmp_path / "for-an-assistant" / "grading").exists()
    assert points(course) == kept

    path = upstream.root / "solutions" / NAME / "own.ipynb"
    notebook = nbformat.read(path, 4)
    next(cell for cell in notebook.cells if cell.id == "test-double").source = 'assert double(2) == 4, "twice 2 is 4"'
    nbformat.write(notebook, path)
    git(upstream.root, "commit", "--quiet", "-a", "-m", "A simpler test")

    said = run(course.root, block(OVER_A_TERM, "../trial"), answer="n\n")
    assert "what would change" in said and "ada" in said.split("what would change")[1]
    assert points(course) == points(Course.at(tmp_path / "trial")) == kept
    refused = subprocess.run(
        [".venv/bin/grader", "grade", NAME],
        cwd=tmp_path / "trial",
        env=os.environ | {"PYTHONPATH": str(course.root)},
        capture_output=True,
        text=True,
    )
    assert refused.returncode == 1 and f"This is the program of {course.root}. Here, use: " in refused.stderr

    submit(course, "eve", "def double(x):\n    return 4")
    told = run(course.root, f"git pull\n.venv/bin/grader release {NAME}\n.venv/bin/grader grade {NAME}")
    assert "the checks have changed since 2 submissions were graded" in told
    assert points(course) == kept | {"eve": 3.0}


def test_the_next_term_begins_empty_and_the_old_one_can_be_read_again(tmp_path):
    course = course_with(copy_course(tmp_path / "course"))
    submit(course, "ada")
    graded(course)
    old = secret.course_key(course.root)
    run(course.root, block(OVER_A_TERM, "mv grading"))
    with (course.root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(block(OVER_A_TERM, "course_id", "python"))
    course = Course.at(course.root)
    submit(course, "bob")
    run(course.root, f"{sys.executable} -m grader grade {NAME}")
    assert points(course) == {"bob": 3.0} and secret.course_key(course.root) != old
    course.grading.rename(tmp_path / "grading-2027")
    (tmp_path / "grading-2026").rename(course.grading)
    assert secret.course_key(course.root) == old and points(course) == {"ada": 3.0}
    said = run(course.root, f"{sys.executable} -m grader grade {NAME}")
    assert "0 submissions to grade, 1 are graded already" in said


def test_two_courses_share_an_exchange_folder(tmp_path, monkeypatch):
    for name, value in folders_of_jupyter(tmp_path / "home").items():
        monkeypatch.setenv(name, value)
    settings(tmp_path)
    for letter in "ab":
        course = course_with(copy_course(tmp_path / letter))
        with (course.root / "nbgrader_config.py").open("a", encoding="utf-8") as file:
            file.write("\n" + block(ON_A_HUB, "neural-networks-b", "python").replace("-b", f"-{letter}"))
        run(course.root, f"nbgrader release_assignment {NAME}")
    student = tmp_path / "student"
    student.mkdir()
    said = run(student, block(ON_A_HUB, "nbgrader list"))
    assert (student / NAME / "own.ipynb").is_file(), said
    run(student, f"nbgrader submit {NAME} --course neural-networks-b")
    for letter, count in (("a", 0), ("b", 1)):
        run(tmp_path / letter, f"nbgrader collect {NAME}")
        assert len([*(tmp_path / letter / "grading").glob("submitted/*")]) == count


def test_a_sections_lines_are_taken_out_of_the_table_of_points(tmp_path):
    course = course_with(copy_course(tmp_path / "course"))
    for student in ("ada", "ada-2", "bob"):
        submit(course, student)
    graded(course)
    write_tables(course, NAME)
    (course.root / "section-b.txt").write_text("ada\n2\n", encoding="utf-8")
    said = run(course.root, block(ON_A_HUB, "section-b"))
    assert [line.split(",")[0] for line in said.splitlines()] == ["ada"]


@pytest.mark.sandbox
@pytest.mark.skipif(os.getuid() != 0, reason="only root can run a command as another user")
def test_a_teaching_assistant_of_the_group_grades_in_the_same_folder(tmp_path):
    before = os.umask(0o002)
    try:
        course = course_with(copy_course(tmp_path / "course"))
        submit(course, "ada")
        graded(course)
        run(course.root, block(ON_A_HUB, "chgrp").replace("graders", str(GROUP)))
        submit(course, "bob", "def double(x):\n    return 4")
        grade = f"umask 002 && exec {sys.executable} -m grader grade {NAME}"
        assistant = as_ordinary_user(["sh", "-c", grade], at=course.root, group=GROUP)
        assert assistant.returncode == 0, assistant.stdout + assistant.stderr
        assert points(course) == {"ada": 3.0, "bob": 0.0}
        submit(course, "eve")
        assert graded(course)["eve"]["test-double"] == 3
    finally:
        os.umask(before)


def test_grading_can_be_closed_to_others(tmp_path):
    course = course_with(copy_course(tmp_path / "course"))
    submit(course, "ada")
    run(course.root, block(ON_A_HUB, "chmod -R o-rwx"))
    assert not any(path.stat().st_mode & 0o007 for path in (course.grading, *course.grading.rglob("*")))
    assert graded(course)["ada"]["test-double"] == 3


def test_a_guide_is_read_in_ten_minutes():
    for path in ROOT.glob("docs/*guide*.md"):
        assert len(FENCE.sub("", path.read_text(encoding="utf-8")).split()) < 1500, path
