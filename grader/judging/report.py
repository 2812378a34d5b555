"""What a check says: a `Report`, as text and as an HTML table, and the `Score` that nbgrader reads."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from grader.judging.plain import Raised


@dataclass(frozen=True)
class ClaimResult:
    """One claim and whether it holds; where it does not: why, what was expected, what was got, in which case.

    waits: nothing is wrong with it, but it counts only once another claim passes; stopped: the exception, where there was one.
    """

    name: str
    sentence: str
    weight: float
    passed: bool
    message: str = ""
    expected: str = ""
    got: str = ""
    about: str = ""
    waits: bool = False
    stopped: Raised | None = None

    @property
    def verdict(self) -> str:
        """ "passes", "fails" or "not tested yet"."""
        return "passes" if self.passed else "not tested yet" if self.waits else "fails"


@dataclass(frozen=True)
class Located:
    """The learner's line in which a small edit makes more claims hold, and none fewer. The edit itself is never told.

    line: its number within the function, whose `def` is 1; text: what stands there; kind: of the edit;
    idea: what to think about, as a hint; complete: all claims hold after the edit, else there is another mistake.
    """

    line: int
    text: str
    kind: str
    idea: str
    complete: bool

    @property
    def place(self) -> str:
        """The line alone, beside a sentence that says what is wrong."""
        return f"Look at line {self.line}: `{self.text}`."

    def __str__(self) -> str:
        if self.complete:
            return f"Everything else is right. Look at `{self.text}`."
        return f"One mistake is in line {self.line}: `{self.text}`. There seems to be another one."


@dataclass(frozen=True)
class Report:
    """The verdict on one exercise.

    score: 0..1, the share of the points; misconception: its name, None where none was recognised; explanation: what it
    gets wrong, in a sentence; blank: nothing written yet; error: the exception that stops every case; summary: the most
    useful sentence where there is neither; mend_first: the function that this one calls and that is wrong itself;
    remarks: what costs nothing and is worth knowing; located: the line with the mistake, None where it is not certain.
    """

    id: str
    claims: tuple[ClaimResult, ...]
    score: float
    passed: bool
    misconception: str | None = None
    explanation: str = ""
    blank: bool = False
    error: str = ""
    summary: str = ""
    mend_first: str | None = None
    remarks: tuple[str, ...] = ()
    located: Located | None = None

    @property
    def headline(self) -> str:
        """The verdict in one line."""
        if self.blank:
            return f"{self.id}: not written yet"
        passing, all_of_them = sum(claim.passed for claim in self.claims), len(self.claims)
        if self.passed:
            return f"{self.id}: " + ("it passes" if all_of_them == 1 else f"all {all_of_them} claims pass")
        return f"{self.id}: {passing} of {all_of_them} claims pass"

    @property
    def advice(self) -> tuple[str, ...]:
        """What to know first: the helper to mend, the line, the mistake recognised or the exception or what is seen, remarks."""
        found = self.explanation or ("" if self.blank else self.error or self.summary)
        is_told = self.mend_first and found.startswith(f"`{self.mend_first}`")  # it is not written yet
        first = f"First fix `{self.mend_first}`, which this one calls." if self.mend_first and not is_told else ""
        line = str(self.located) if self.located else ""
        if self.explanation and self.located:
            line, found = found, self.located.place
        return (*(sentence for sentence in (first, line, found) if sentence), *self.remarks)

    @property
    def next_step(self) -> str:
        """Where to go from here."""
        if self.passed:
            return ""
        if self.blank:
            return f'Write it in the cell above, then check again. A first hint: hint("{self.id}")'
        return f'The next hint: hint("{self.id}")'

    def __str__(self) -> str:
        lines = [self.headline, *(f"  → {line}" for line in self.advice), *self._claim_lines()]
        return "\n".join([*lines, *([f"  → {self.next_step}"] if self.next_step else [])])

    def _repr_pretty_(self, printer, cycle) -> None:
        printer.text(str(self))

    def _messages(self) -> list[str]:
        """What is said below each claim: nothing that the advice has said."""
        return ["" if claim.message in self.advice else claim.message for claim in self.claims]

    def _claim_lines(self) -> list[str]:
        if self.blank:
            return []
        lines = []
        for claim, message in zip(self.claims, self._messages(), strict=True):
            lines.append(f"  [{claim.verdict}] {claim.sentence}")
            if not claim.passed:
                lines += [f"          {message}"] if message else []
                lines += [f"          in the case: {claim.about}"] if claim.about else []
            if not claim.passed and claim.expected:
                lines += [f"          expected: {claim.expected}", f"          yours:    {claim.got}"]
        return lines

    def _repr_html_(self) -> str:
        """A table readable in light and dark themes and by screen readers: words and signs, no meaning by colour alone."""
        advice = "".join(f"<p {LINE}>→ {_code(line)}</p>" for line in self.advice)
        step = f"<p {LINE}>→ {_code(self.next_step)}</p>" if self.next_step else ""
        colour = "#009e73" if self.passed else "#d55e00"
        table = "" if self.blank else self._table()
        return BOX.format(colour=colour, headline=escape(self.headline), advice=advice, table=table, step=step)

    def _table(self) -> str:
        """One row for each claim; expected and got only where some claim has numbers to compare."""
        heads = ("Verdict", "Claim", "Expected", "Yours") if self._compares else ("Verdict", "Claim")
        head = "".join(f'<th scope="col" {CELL}>{name}</th>' for name in heads)
        said = zip(self.claims, self._messages(), strict=True)
        rows = "".join(f"<tr {ROW}>{self._row(*pair)}</tr>" for pair in said)
        table = f"<table {TABLE}><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        return f'<div style="overflow-x:auto">{table}</div>'

    @property
    def _compares(self) -> bool:
        """There is something expected beside what came; where all stopped, there is not."""
        return any(claim.expected or claim.got for claim in self.claims if not claim.passed)

    def _row(self, claim: ClaimResult, message: str) -> str:
        verdict = f'<td {CELL}>{SIGNS[claim.verdict]}&nbsp;{claim.verdict}</td>'
        if claim.passed:
            detail = ""
        else:
            detail = f"<div {LINE}>{_code(message)}</div>" if message else ""
            detail += f"<div {LINE}>in the case: {escape(claim.about)}</div>" if claim.about else ""
        title = f"<strong>{escape(claim.sentence)}</strong>" if claim.verdict == "fails" else escape(claim.sentence)
        has_numbers = bool(claim.expected or claim.got)
        wide = ' colspan="3"' if self._compares and not has_numbers else ""  # the sentence has the room of the numbers
        sentence = f'<th scope="row"{wide} {CLAIM_CELL}>{title}{detail}</th>'
        if not has_numbers:
            return verdict + sentence
        texts = (f"<code {NUMBERS}>{escape(text)}</code>" if text else "" for text in (claim.expected, claim.got))
        return verdict + sentence + "".join(f"<td {CELL}>{text}</td>" for text in texts)


SIGNS = {"passes": "✓", "fails": "✗", "not tested yet": "…"}
# The look of every table that a notebook shows: the colours are the theme's, so light and dark both work.
BOX = (
    '<div style="border-left:4px solid {colour};padding:.2em 0 .2em .8em;color:var(--jp-ui-font-color1,currentColor)">'
    '<p style="margin:.2em 0"><strong>{headline}</strong></p>{advice}{table}{step}</div>'
)
LINE = 'style="margin:.3em 0"'
CELL = 'style="text-align:left;vertical-align:top;padding:.25em .6em .25em 0;white-space:normal"'
CLAIM_CELL = CELL.replace("text-align:left", "text-align:left;font-weight:normal;min-width:6em")
PLAIN_CELL = CELL.replace("text-align:left", "text-align:left;font-weight:normal")
NUMBERS = 'style="white-space:normal;word-break:normal;overflow-wrap:break-word"'  # a line ends between numbers, never in one
ROW = 'style="background:transparent;border-top:1px solid var(--jp-border-color2,#8888)"'
TABLE = 'style="border-collapse:collapse;margin:.3em 0;background:transparent"'


def _code(text: str) -> str:
    """Escape, and set what stands between backticks as code."""
    pieces = escape(text).split("`")
    return "".join(f"<code>{piece}</code>" if i % 2 else piece for i, piece in enumerate(pieces))


def points_for(score: float, points: float) -> float:
    """Points earned, to two decimals, between 0 and `points`. Grading, truth files and notebooks all round here."""
    return min(max(round(score * points, 2), 0.0), float(points))


class Score(float):
    """Points earned. Its text is the plain number: nbgrader reads partial credit from it."""

    possible: float

    def __new__(cls, earned: float, possible: float) -> Score:
        score = super().__new__(cls, earned)
        score.possible = possible
        return score

    def __repr__(self) -> str:
        return f"{float(self):.10g}"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        unit = "point" if self.possible == 1 else "points"
        return f"<strong>{self!r}</strong> of {self.possible:g} {unit}"
