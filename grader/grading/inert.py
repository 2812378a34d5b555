"""Markdown that shows a student's text as it was typed, and nothing else: no markup, no link, no formula.

Formgrader and nbgrader's feedback render Markdown with all the HTML in it, in a page that may change grades. A text whose
every sign but letters, digits, spaces and line ends is a character reference has no meaning to Markdown, HTML or MathJax.
"""

from __future__ import annotations

import re
from html import unescape

from grader.grading import gate

START, END = '<pre class="tex2jax_ignore mathjax_ignore" style="white-space: pre-wrap">\n', "\n</pre>"
PLAIN = r"[A-Za-z0-9 \n]"
INERT = re.compile(f"{re.escape(START)}(?:{PLAIN}|&#[0-9]+;)*{re.escape(END)}")


def markdown(text: str) -> str:
    """Markdown source for a text. One that is inert already is left as it is: nbgrader's autograde comes by twice."""
    if INERT.fullmatch(text):
        return text
    return START + re.sub(f"(?!{PLAIN}).", lambda sign: f"&#{ord(sign[0])};", gate.text(text, len(text)), flags=re.DOTALL) + END


def plain(markdown: str) -> str:
    """The text that `markdown` was made of."""
    return unescape(markdown.removeprefix(START).removesuffix(END))


def html(page: str) -> str:
    """A part of a page, made by us of escaped text, in which MathJax finds no formulas."""
    return f'<div class="tex2jax_ignore mathjax_ignore">{page}</div>'
