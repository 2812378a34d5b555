"""From what only IPython understands to Python, by IPython's own transformer, line for line."""

from __future__ import annotations

import re

from IPython.core.inputtransformer2 import EscapedCommand, MagicAssign, TransformerManager

from grader.learning.cell import parsed

# Magics that run the code given to them among the notebook's own names (%timeit and others run it elsewhere).
RUN_THEIR_CELL = {"time", "capture", "prun"}
RUN_THEIR_LINE = re.compile(r"%(?:time|prun)\s+(?:--?[a-z][\w-]*\s+)*(?=\S)")
RUN_FILE = re.compile(r"""%run\s+(?:-\w\s+)*["']?(?:\./)?([A-Za-z_]\w*)(?:\.py)?["']?\s*$""")
# Of the magics that come with IPython, those that give their cell to something else than the notebook.
ELSEWHERE = {
    "!", "bash", "cmd", "file", "html", "javascript", "js", "latex", "markdown", "perl", "pypy", "python", "python2",
    "python3", "ruby", "script", "sh", "svg", "sx", "system", "timeit", "writefile",
}  # fmt: skip
WORK = 8_000_000  # characters that may be read of a cell: IPython reads it again for each magic in it


def translated(source: str) -> tuple[str, tuple[str, ...]]:
    """The Python that a cell means, and what of it is skipped. Raises what IPython raises, RuntimeError if it takes long."""
    translator = _Translator()
    text = translator.translated(source)
    return text, tuple(translator.skipped)


class _RunInPlace:
    """`%time x = f()` is `x = f()`."""

    priority = 1  # before what would make a call of it

    def transform(self, lines: list[str]) -> list[str]:
        line = lines[self.start_line]
        magic = RUN_THEIR_LINE.match(line, self.start_col)
        if not magic:
            raise SyntaxError  # by which IPython knows that another transformer is to try
        changed = line[: self.start_col] + line[magic.end() :]
        return [*lines[: self.start_line], changed, *lines[self.start_line + 1 :]]


class _Line(_RunInPlace, EscapedCommand):
    """`%run helpers.py` brings the names of a file beside the notebook."""

    def transform(self, lines: list[str]) -> list[str]:
        file = RUN_FILE.match(lines[self.start_line], self.start_col)
        if not file:
            return super().transform(lines)
        changed = f"{lines[self.start_line][: self.start_col]}from {file[1]} import *\n"
        return [*lines[: self.start_line], changed, *lines[self.start_line + 1 :]]


class _Assigned(_RunInPlace, MagicAssign):
    pass


class _Translator(TransformerManager):
    """IPython's transformer, but that each line keeps its number and that magics which run their cell give way to it."""

    def __init__(self) -> None:
        super().__init__()
        self.line_transforms = [self._cell_magic]
        self.token_transformers = [_Line, _Assigned, *self.token_transformers]
        self.skipped: list[str] = []
        self._work = WORK

    def translated(self, source: str) -> str:
        blank = re.match(r"(?:[^\S\n]*\n)*", source)[0].count("\n")  # which IPython drops
        return "\n" * blank + self.transform_cell(source)

    def _cell_magic(self, lines: list[str]) -> list[str]:
        magic = re.match(r"%%\s*([^\s?]+)(?!\S*\?) *(\w*)", lines[0]) if lines else None
        if not magic:
            return lines
        self.skipped.append(lines[0].strip())
        name, body = magic[1].lower(), self.translated("".join(lines[1:]))
        if name in RUN_THEIR_CELL or (name not in ELSEWHERE and parsed(body) is not None):
            captured = magic[2] if name == "capture" and magic[2].isidentifier() else ""
            return [f"{captured} = get_ipython()\n" if captured else "\n", *body.splitlines(keepends=True)]
        return ["\n"] * len(lines)

    def do_one_token_transform(self, lines: list[str]) -> tuple[bool, list[str]]:
        self._work -= sum(map(len, lines))
        if self._work < 0:
            raise RuntimeError("too many magics in a long cell")
        changed, after = super().do_one_token_transform(lines)
        if changed:
            place = next((i for i, (old, new) in enumerate(zip(lines, after, strict=False)) if old != new), 0)
            gone = len(lines) - len(after)  # a command that went on over several lines has become one
            line = "".join(lines[place : place + gone + 1]).strip()
            if not (line.startswith((",", ";", "/")) or RUN_FILE.match(line)):  # `/f x` is f(x)
                self.skipped.append(line)
            after[place + 1 : place + 1] = ["\n"] * gone
        return changed, after
