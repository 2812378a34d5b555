"""Printing on any console: signs that its encoding lacks are spelled out, so that no check stops because of a tick."""

from __future__ import annotations

import sys
import textwrap
from typing import TextIO

SPELLED = {
    **{"✓": "ok", "✗": "no", "→": "->", "←": "<-", "·": "-", "…": "...", "−": "-", "–": "-", "×": "x", "√": "sqrt"},
    **{"≤": "<=", "≥": ">=", "≠": "!=", "≈": "about", "±": "+-", "█": "#", "░": ".", "²": "^2", "ᵀ": "^T", "∂": "d"},
    **{"σ": "sigma", "μ": "mu", "Σ": "sum", "ε": "eps", "’": "'", "“": '"', "”": '"', "•": "*", "↓": "v", "⋅": "*"},
}

WIDTH = 72  # signs of a line that fits beside the file browser in a window of 800 pixels


def say(text: object) -> None:
    """Print a text on standard output."""
    print(spelled(str(text), sys.stdout))


def in_lines(text: str, width: int = WIDTH) -> str:
    """The text in lines that end between words: JupyterLab would break them anywhere, in the middle of a number too."""
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


def spelled(text: str, stream: TextIO) -> str:
    """The text in signs that the stream can write."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    if writable(text, encoding):
        return text
    signs = (sign if writable(sign, encoding) else SPELLED.get(sign, "?") for sign in text)
    return "".join(signs)


def writable(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
