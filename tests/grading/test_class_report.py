"""The class report: mistakes of one kind counted together, what to do first, how it went against last time."""

import re

import pytest
from conftest import copy_course, hand_in
from plain import NAME, course_with, submit

from grader.grading.assignment import enter, grade
from grader.grading.class_figures import columns, lines, topics
from grader.grading.class_report import Beside, render, write
from grader.grading.marks import Grade
from grader.grading.task import About, Mistake

ID = "deep_network.linear_backward"
AXIS = "a sum or a mean runs along the wrong axis, or loses one"


def test_one_idea_in_many_lines_is_one_row():
    lines = {"ada": "db = dZ.sum(axis=0)", "bob": "bias = np.sum(dZ, 0)", "cy": "db = np.mean(dZ, axis=0)"}
    about = {
        student: About(mistakes=(Mistake(ID, sentence=f"Everything else is right. Look at `{line}`.", idea=AXIS),))
        for student, line in lines.items()
    }
    about["dan"] = About(mistakes=(Mistake(ID, "forgotten-mean", sentence="dW is a sum."),))
    about = {student: About.from_json(one.to_json()) for student, one in about.items()}
    page = render("03", [Grade(student, "deep_network", "check-linear_backward", 0.5, 1.0) for student in about], about)
    assert f"{AXIS[:1].upper()}{AXIS[1:]}." in page and "ada, bob, cy" in read(page)
    assert "Everything else is right" not in page and "dW is a sum." in page


def read(page: str) -> str:
    """The words of a page, without its tags."""
    return " ".join(re.sub(r"<[^>]*>", "", page).split())


def mistakes(*sentences: str) -> About:
    return About(mistakes=tuple(Mistake(f"nb.f{number}", sentence=said) for number, said in enumerate(sentences) if said))


def given(points: dict[str, tuple[float, ...]]) -> list[Grade]:
    return [Grade(student, "nb", f"check-f{n}", one, 4.0) for student, own in points.items() for n, one in enumerate(own)]


def test_topics_go_over_all_exercises_and_the_costliest_is_first():
    found = given({"ada": (3, 0, 4), "bob": (3, 4, 4), "cy": (3, 4, 0)})
    about = {"ada": mistakes("Cheap.", "Dear."), "bob": mistakes("Cheap."), "cy": mistakes("Cheap.", "", "Dear.")}
    first, second = topics(found, about)
    assert (first.sentence, first.exercises, first.students, first.lost) == ("Dear.", ("f1", "f2"), ("ada", "cy"), 8)
    assert (second.sentence, second.exercises, second.students, second.lost) == ("Cheap.", ("f0",), ("ada", "bob", "cy"), 3)


def test_an_exercise_left_blank_is_no_topic():
    about = {"ada": About(mistakes=(Mistake("nb.f0", blank=True, sentence="Not written yet."),))}
    assert topics(given({"ada": (0,)}), about) == []


def test_code_in_a_sentence_is_shown_as_code_and_nothing_in_it_is_markup():
    page = render("01", given({"ada": (0,)}), {"ada": mistakes("`m <b>` has no value here.")})
    assert "<code>m &lt;b&gt;</code> has no value here." in page


def test_a_student_is_found_by_name_too():
    page = render("01", given({"ada": (4,), "bob": (2,)}), {}, beside=Beside(people={"ada": "Ada <Lovelace>"}))
    assert "ada Ada &lt;Lovelace&gt;" in read(page) and "Ada <" not in page


def test_reasons_why_nobody_could_grade_are_counted():
    page = render("01", given({"ada": (4,)}), {}, {"bob": "a disk was full", "cy": "a disk was full", "eve": "its name"})
    rows = page.split("<h2>Could not be graded</h2>")[1].split("</table>")[0]
    assert rows.index("a disk was full") < rows.index("its name") and "bob, cy" in read(rows) and rows.count("<tr>") == 3


def test_who_waits_for_a_person_is_neither_weak_nor_falling():
    found = [*given({"ada": (0, 0), "bob": (4, 4)}), *given({"cy": (0,)}), Grade("cy", "nb", "check-f1", 0.0, 4.0, waits=True)]
    page = read(render("02", found, {}, beside=Beside(last_name="01", last=dict.fromkeys(("ada", "bob", "cy"), 1.0))))
    assert "Who may need help ada (0 %) Exercise by exercise" in page and "mean, of 8 points, so far" in page
    assert "2 students handed in 01, too. Their mean was 100 % then and is 50 % now." in page


def test_what_waits_for_a_person_lowers_no_mean():
    found = [*given({"ada": (4,), "bob": (2,)}), Grade("cy", "nb", "check-f0", 0.0, 4.0, waits=True)]
    (column,) = columns(found)
    assert (column.average, column.full, column.none) == (3, 0.5, 0)
    assert [line.cells for line in lines(found) if line.student == "cy"] == [(None,)]


def test_progress_is_told_for_those_who_handed_in_both_times():
    beside = Beside(last_name="01-first", last={"ada": 1.0, "bob": 0.5, "gone": 0.1})
    page = " ".join(render("02", given({"ada": (2,), "bob": (4,), "new": (0,)}), {}, beside=beside).split())
    assert "2 students handed in 01-first, too. Their mean was 75 % then and is 75 % now." in page
    assert "ada (-50)" in page and "bob (" not in page
    assert "Against last time" not in render("01", given({"ada": (2,)}), {})


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Two assignments, of which Ada handed in both, and Kim, who is on the list, none."""
    course = course_with(copy_course(tmp_path_factory.mktemp("report") / "course"))
    hand_in(course.root, "ada", full_marks=True)
    enter(course, "01-logistic-regression")
    grade(course, "01-logistic-regression")
    with course.gradebook() as book:
        book.add_student("kim")
    submit(course, "ada", "def double(x):\n    return 4")
    submit(course, "bob")
    grade(course, NAME)
    return course


def test_the_report_of_a_course_links_to_pages_names_the_absent_and_knows_last_time(course):
    path = write(course, NAME)
    page = " ".join(path.read_text(encoding="utf-8").split())
    assert re.search(r"Handed in nothing kim How the points", read(page))
    assert "1 student handed in 01-logistic-regression, too. Their mean was 100 % then and is 0 % now." in page
    links = re.findall(r'href="([^"]+)"', page)
    assert links == [f"feedback/{student}/{NAME}/own.html" for student in ("bob", "ada")]
    assert all((path.parent / link).is_file() for link in links)
    assert "as the median" in page and "<strong>1</strong> handed in nothing" in page
