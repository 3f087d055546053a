"""What fits on one A4 page: lines of text counted, not measured, so that every format shows the same.

A line is one of the tables' text, 4.5 mm; the heights are those of agreement.css, for the widest of its typefaces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import wrap

from readycheck.report.agreement.model import Line

PAGE_LINES = 60.0
"""Lines that a page holds between its margins: 59.5 by the ruler; heads and wrapped texts are counted a little high."""
SIGNING_LINES = 7.8
"""The signatures and the last line of the page."""
PART_LINES = 3.5
"""A part's heading with its columns' heads, or with the sentence that it holds nothing."""
MORE_LINES = 1.3
"""The sentence under a table that says how much did not fit."""
ROW_LINES = 0.4
"""What the space between two rows takes of it."""
LONGEST = 240
LONGEST_CELL = 60
MARKED = " – "


@dataclass(frozen=True)
class Widths:
    """How many characters stand on a line of a row's text, and of a cell beside it."""

    text: int
    cell: int


PLAIN, ANSWERS, WHYS = Widths(66, 24), Widths(82, 26), Widths(66, 40)
"""Of actions, of agreed answers with what the data says beside them, and of open questions."""


def room(title: str, headline: str, known: str, parts: int) -> float:
    """Lines that are left for the rows of so many parts under this head."""
    head = 1.3 + 2 * _wrapped(title, 48) + 0.5 + 1.2 * _wrapped(headline, 72) + _wrapped(known, 100)
    return PAGE_LINES - SIGNING_LINES - head - parts * PART_LINES


def fitting(lines: Sequence[Line], room: float, widths: Widths = PLAIN) -> tuple[Line, ...]:
    """As many of the first lines as there is room for, at least one; texts of any length are cut to a few lines."""
    kept: list[Line] = []
    for line in map(_cut, lines):
        if kept and height([*kept, line], widths) > room:
            break
        kept.append(line)
    return tuple(kept)


def needed(lines: Sequence[Line], widths: Widths = PLAIN) -> float:
    """How many lines of the page all of them would take, cut as they are shown."""
    return height([_cut(line) for line in lines], widths)


def height(lines: Sequence[Line], widths: Widths = PLAIN) -> float:
    """How many lines of the page these take."""
    return sum(_lines(line, widths) + ROW_LINES for line in lines)


def _lines(line: Line, widths: Widths) -> int:
    *others, last = line.cells
    cells = (*others, f"{last}{MARKED}{line.mark}" if line.mark else last)
    return max(_wrapped(line.text, widths.text), *(_wrapped(cell, widths.cell) for cell in cells))


def _wrapped(text: str, characters: int) -> int:
    return max(1, len(wrap(text, characters)))


def _cut(line: Line) -> Line:
    cells = tuple(short(cell, LONGEST_CELL) for cell in line.cells)
    return replace(line, text=short(line.text, LONGEST), cells=cells)


def short(text: str, longest: int = LONGEST) -> str:
    """The text in one line of so many characters at most."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
