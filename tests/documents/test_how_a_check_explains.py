"""The examples of the page are real: each function, checked, is told what stands below it."""

import re

import pytest
from conftest import ROOT

from grader import examine, exercises
from grader.answers.reference import define, load

PAGE = ROOT / "docs" / "how-a-check-explains.md"
PAIR = re.compile(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```", re.MULTILINE | re.DOTALL)
EXAMPLES = PAIR.findall(PAGE.read_text(encoding="utf-8"))
NOTEBOOKS = {
    "linear_activation_backward": "deep_network",
    "backward_propagation": "one_hidden_layer",
    "propagate": "logistic_regression",
}


@pytest.mark.parametrize(("source", "told"), EXAMPLES)
def test_a_check_says_what_the_page_says(source, told):
    name = re.match(r"def (\w+)", source)[1]
    id = f"{NOTEBOOKS[name]}.{name}"
    report = examine(id, define(name, source, load(exercises.find(id).notebook).namespace, f"<page {name}>"))
    said = "\n".join(report.advice)
    assert said.startswith(told.strip())  # beside a name the line is shown, too, if there is time to find it


def test_the_page_has_three_examples():
    assert len(EXAMPLES) == len(NOTEBOOKS) == 3
