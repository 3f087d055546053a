"""What fits on one A4 page: lines of text counted, not measured, so that every format shows the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from readycheck.report.agreement.model import Line

PAGE_LINES = 30
"""Lines of a table's first column that a page holds between its head and the signatures."""
LINE_CHARACTERS = 62
LONGEST = 240
CELL_CHARACTERS = 18
LONGEST_CELL = 60


def fitting(lines: Sequence[Line], room: int) -> tuple[Line, ...]:
    """As many of the first lines as there is room for, at least one; texts of any length are cut to a few lines."""
    kept: list[Line] = []
    for line in map(_cut, lines):
        if kept and height([*kept, line]) > room:
            break
        kept.append(line)
    return tuple(kept)


def height(lines: Sequence[Line]) -> int:
    """How many lines of the page these take."""
    return sum(_lines(line) for line in lines)


def _lines(line: Line) -> int:
    cells = [-(-len(cell) // CELL_CHARACTERS) for cell in (*line.cells, line.mark)]
    return max(1, -(-len(line.text) // LINE_CHARACTERS), *cells)


def _cut(line: Line) -> Line:
    cells = tuple(_short(cell, LONGEST_CELL) for cell in line.cells)
    return replace(line, text=_short(line.text, LONGEST), cells=cells)


def _short(text: str, longest: int) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
