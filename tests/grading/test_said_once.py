"""What is said of a submission: few sentences, none of them twice."""

from grader.grading.said_once import LOST_NAME, MISSING, Repair, of_notebooks, together


def test_one_repair_of_many_cells_is_one_sentence():
    lost = [Repair(LOST_NAME, name) for name in "abc"]
    notes = ["The file is odd.", *lost, Repair(MISSING, "d"), lost[0], "The file is odd."]
    assert together(notes) == (
        "The file is odd.",
        "The cells of `a`, `b` and `c` had lost their names; they were known by the functions they define.",
        "The cell of `d` is missing.",
    )


def test_what_holds_for_all_notebooks_is_said_once_and_the_rest_with_its_notebook():
    strays = "`x.7z` is a 7z archive."
    notes = [("one", ["No notebook one.ipynb.", strays]), ("two", ["No notebook two.ipynb.", strays])]
    assert of_notebooks([], notes) == ("one: No notebook one.ipynb.", strays, "two: No notebook two.ipynb.")
    assert of_notebooks([strays], [("one", ["No notebook one.ipynb.", strays])]) == (strays, "one: No notebook one.ipynb.")
