"""Whatever a student writes into a Markdown cell, formgrader's renderer makes one block of plain text of it."""

from bs4 import BeautifulSoup
from hypothesis import example, given, settings
from hypothesis import strategies as st
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from grader.grading import gate, inert

MARKUP = ["<script>", "</pre>", "](javascript:x)", "&lt;", "&#60;", "<!--"]
PIECES = [*MARKUP, "```\n", "~~~", "$$", "\\[", "\\begin{a}", "\n\n", "    ", "# ", inert.START, inert.END]


def rendered(source: str) -> BeautifulSoup:
    """As nbconvert's HTML exporter does it for formgrader: with all the HTML that is in it."""
    return BeautifulSoup(MarkdownWithMath(renderer=IPythonRenderer(escape=False)).render(source), "html.parser")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.text() | st.sampled_from(PIECES)).map("".join))
@example("<img src=x onerror=alert(1)>")
def test_a_students_markdown_is_rendered_as_the_text_that_was_typed(text):
    page = rendered(inert.markdown(text))
    assert [element.name for element in page.find_all()] == ["pre"]
    shown = page.pre.get_text()
    if inert.INERT.fullmatch(text) is None:
        assert shown.strip("\n") == gate.text(text, len(text)).strip("\n")


@given(st.text())
def test_what_is_inert_stays_as_it_is_when_it_is_graded_again(text):
    assert inert.markdown(inert.markdown(text)) == inert.markdown(text)


@given(st.text(), st.integers(1, 50))
def test_text_behind_the_gate_can_be_written_everywhere_and_is_no_longer_than_asked(text, limit):
    clean = gate.text(text, limit)
    assert len(clean) <= limit and gate.text(clean, limit) == clean
    assert all(sign in "\n\t" or ord(sign) >= 32 for sign in clean)
    clean.encode("utf-8")
