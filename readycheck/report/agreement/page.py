"""What fits on one A4 page: lines of text counted, not measured, so that every format shows the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readycheck.report.agreement.model import Line

PAGE_LINES = 33.0
"""Lines of text that a page holds between its head and the signatures, without headings."""
ROW_LINES = 0.4
"""What the space between two rows takes of it."""
LINE_CHARACTERS = 60
ANSWER_CHARACTERS = 84
"""Of a question beside a short answer: its column is wider."""
LONGEST = 240
CELL_CHARACTERS = 18
LONGEST_CELL = 60


def fitting(lines: Sequence[Line], room: float, characters: int = LINE_CHARACTERS) -> tuple[Line, ...]:
    """As many of the first lines as there is room for, at least one; texts of any length are cut to a few lines."""
    kept: list[Line] = []
    for line in map(_cut, lines):
        if kept and height([*kept, line], characters) > room:
            break
        kept.append(line)
    return tuple(kept)


def needed(lines: Sequence[Line]) -> float:
    """How many lines of the page all of them would take, cut as they are shown."""
    return height([_cut(line) for line in lines])


def height(lines: Sequence[Line], characters: int = LINE_CHARACTERS) -> float:
    """How many lines of the page these take, `characters` of their text to a line."""
    return sum(_lines(line, characters) + ROW_LINES for line in lines)


def _lines(line: Line, characters: int) -> int:
    cells = [-(-len(cell) // CELL_CHARACTERS) for cell in (*line.cells, line.mark)]
    return max(1, -(-len(line.text) // characters), *cells)


def _cut(line: Line) -> Line:
    cells = tuple(short(cell, LONGEST_CELL) for cell in line.cells)
    return replace(line, text=short(line.text, LONGEST), cells=cells)


def short(text: str, longest: int = LONGEST) -> str:
    """The text in one line of so many characters at most."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
