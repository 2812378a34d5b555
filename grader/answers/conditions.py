"""What the sentence about a mistake says of the source is looked up there before the mistake is named.

A result alone never shows that something was printed, that a loop was there, or which number was written down.
"""

from __future__ import annotations

import re

LOOP = r"\b(for|while)\b"
REDUCED = r"\b(sum|mean|average|norm|max|squeeze|ravel|flatten)\("

# A pattern in a sentence; what has to stand in the learner's source; what may not. Sources are compared as `ast.unparse` writes
# them: text in single quotes, blanks around operators. \1 is what the first group of the pattern found.
SAID = (
    (r"printed and not returned", r"\bprint\(", ""),
    (r"^(\d[\d.]*\d|\d) is written into the code", r"(?<![\w.])\1(?![\w.])", ""),
    (r"64·64·3 is written", r"(?<![\w.])(64|12288)(?![\w.])", ""),
    (r"astype\(int\)", r"astype|\bint\(|trunc|floor", ""),
    (r"\brange\b", r"\brange\(", ""),
    (r"\bloop\b|round of the loop|overwritten|overwrite each other", LOOP, ""),
    (r"return stands inside the loop", rf"{LOOP}[\s\S]*\n\s+return\b", ""),
    (r"like a list of the notebook", "", r"^    \w+ = (\[|list)"),
    (r"^A list as a default value|costs=\[\]", r"def \w+\(.*=\s*(\[|list)", ""),
    (r"^(log10|log2) is the logarithm", r"\1", ""),
    (r"to base 2\.", r"log2|, 2\)", ""),
    (r"^Without brackets this divides by 2", r"/ 2 \* \w", ""),
    (r"In Python \^ is not a power", r"\^", ""),
    (r"^(1 )?// ", r"//", ""),
    (r"^/ gives a number", r"(?<!/)/(?!/)", ""),
    (r"^pop takes", r"\.pop\(", ""),
    (r"(An|Python's) if decides", r"\bif\b|\band\b|\bor\b", ""),
    (r"Python's own max", r"(?<![.\w])max\(", ""),
    (r"^np\.(?:random\.)?(?!dot)(\w+)", r"\b\1\(", ""),
    (r"^rand draws", r"\brand\(|\.random\(|\buniform\(", ""),
    (r"^np\.dot", r"\bdot\(|@|\bmatmul\(", ""),
    (r"^@ is the product", r"@|\bdot\(|\bmatmul\(", ""),
    (r"math\.exp takes", r"\bmath\.exp|(?<![.\w])exp\(", ""),
    (r'There is no branch for "tanh"', r"\bif\b", r"'tanh'"),
    (r'no entry for "tanh"', r"\{|\bdict\(", r"'tanh'"),
    (r"seed is set", r"\bseed\b|default_rng", ""),
    (r"^\w+ is (?:another name for )?(\w+)(?: itself, not a copy)?, (?:and −=|so -=|so the caller)", r"^ *\w+ = \1$", ""),
    (r"and −= writes|so -= changes", r" -= ", ""),
    (r"threshold lies at (0\.\d+)", r"(?<!\d)\1(?!\d)", ""),
    (r"always above 0, so|probability is above 0", r"[<>]=? 0(\.0)?(?![.\d])|(?<![.\d])0(\.0)? [<>]", ""),
    (r"keepdims=True is missing|to be one too: keepdims", REDUCED, ""),
    (r"^The arguments are declared in the wrong order", r"def \w+\(parameters\b", ""),
    (r"^The arguments of \w+ are handed over in the wrong order", r"\(parameters, X\)", ""),
    (r"it is two steps", r"/", ""),
    (r"update_parameters returns new ones", r"\bupdate_parameters\(", ""),
)


def conditions(sentence: str) -> tuple[list[str], list[str]]:
    """What has to stand in the source for the sentence to be true, all of it, and what may not, as regular expressions."""
    matches = [(re.search(said, sentence), there, missing) for said, there, missing in SAID]
    needs = [_filled(there, found) for found, there, _ in matches if found and there]
    return needs, [missing for found, _, missing in matches if found and missing]


def _filled(pattern: str, found: re.Match) -> str:
    return pattern.replace(r"\1", re.escape(found[1])) if r"\1" in pattern else pattern
