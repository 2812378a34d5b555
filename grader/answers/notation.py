"""How an entry of the catalogue is written: `wrong(…)` and `right(…)`, edits of the reference or whole sources."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from textwrap import dedent

from grader.answers.reference import Reference
from grader.judging.errors import CourseError

DOCSTRING = "\0docstring\0"  # stands for it while a source is edited: no source holds a null character


@dataclass(frozen=True)
class Answer:
    """One way to write a function: edits (old, new) of the reference, or a source of its own."""

    name: str
    edits: tuple[tuple[str, str], ...] = ()
    source: str = ""

    def text(self, reference: Reference, function: str) -> str:
        """The source text of the answer. CourseError: an edit fits nowhere in the reference, or in several places.

        Edits never touch the docstring, and what stands there does not count.
        """
        if self.source:
            return self.source
        docstring, text = _without_docstring(reference.sources[function])
        for old, new in self.edits:
            if text.count(old) != 1:
                raise CourseError(
                    f"{reference.notebook}.{function}, {self.name}: {old!r} stands {text.count(old)} times in the reference "
                    f"(the docstring does not count), not once. Change the edit in "
                    f"grader/answers/{reference.notebook}/{function}.py."
                )
            text = text.replace(old, new)
        return text.replace(DOCSTRING, docstring)

    def function(self, reference: Reference, name: str) -> Callable:
        """The answer as a function whose helpers are the reference's."""
        return reference.variant(name, self.text(reference, name), self.name)


@dataclass(frozen=True)
class Alternative(Answer):
    """A right answer that is written differently. It must pass."""


@dataclass(frozen=True)
class Misconception(Answer):
    """A wrong answer with a name.

    sentence: what is wrong and why, said to the learner; holds: the names of the claims that hold all the same, so that
    the score is known without running a check; needs, lacks: what else has to stand in the learner's source for the sentence to
    be true, and what may not, as regular expressions. Most follow from the sentence: see `grader.answers.conditions`.
    """

    sentence: str = ""
    holds: tuple[str, ...] = ()
    needs: str = ""
    lacks: str = ""


def wrong(name: str, *texts: str, holds: str = "", needs: str = "", lacks: str = "") -> Misconception:
    """A misconception. texts: old and new, for each edit, or a whole source; then the sentence for the learner.

    holds: the names of the claims that hold all the same, with blanks between them; needs, lacks: as in `Misconception`.
    """
    *change, sentence = texts
    return Misconception(name, *_change(name, change), sentence, tuple(holds.split()), needs, lacks)


def right(name: str, *texts: str) -> Alternative:
    """An alternative. texts: old and new, for each edit, or a whole source."""
    return Alternative(name, *_change(name, texts))


def _change(name: str, texts: list[str] | tuple[str, ...]) -> tuple[tuple[tuple[str, str], ...], str]:
    """The edits and the source, one of them empty. CourseError: the texts are neither pairs nor one source."""
    if len(texts) == 1 and "def " in texts[0]:
        return (), dedent(texts[0]).strip("\n") + "\n"
    if not texts or len(texts) % 2:
        raise CourseError(f"{name}: an edit is two texts, old and new. Is a comma or a text missing?")
    return tuple(zip(texts[::2], texts[1::2], strict=True)), ""


def _without_docstring(source: str) -> tuple[str, str]:
    """The docstring as it is written, and the source with DOCSTRING in its place."""
    function = next(node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef))
    if ast.get_docstring(function) is None:
        return "", source
    docstring = ast.get_source_segment(source, function.body[0])
    return docstring, source.replace(docstring, DOCSTRING, 1)
