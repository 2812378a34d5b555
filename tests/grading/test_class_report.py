"""The class report counts mistakes of one kind together, however each student has written them."""

from grader.grading.class_report import render
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
    assert f"{AXIS[:1].upper()}{AXIS[1:]}." in page and "ada, bob, cy" in page
    assert "Everything else is right" not in page and "dW is a sum." in page
