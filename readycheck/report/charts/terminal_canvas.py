"""A grid of characters to draw a picture on for the terminal, and the characters that it is drawn with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

Line = tuple[tuple[str, str], ...]
"""A line of a picture: texts, each with the name of its style ("" for none)."""


@dataclass(frozen=True)
class Glyphs:
    """`steps` are a column's upper end, from an eighth (or less) to full; every other mark has its own form."""

    steps: str
    short: str
    short_end: str
    plan: str
    band: str
    band_ends: tuple[str, str]
    crossed: str
    saved: str
    saved_plan: str
    border: str
    axis: str
    tick: str
    ground: str
    median: str
    none: str

    @property
    def full(self) -> str:
        """A full cell of a column."""
        return self.steps[-1]

    def cell(self, height: float) -> str:
        """A column's cell that is filled to `height` (0–1); anything above nothing can be seen."""
        return self.steps[max(1, round(min(1.0, height) * len(self.steps))) - 1]


BLOCKS = Glyphs(
    "▁▂▃▄▅▆▇█", "╱", ",", "━", "│", ("╷", "╵"), "┿", "○", "╌", "┊", "│", "┤", "─", "▲", "–",
)
ASCII = Glyphs(".:#", "/", ",", "=", "|", ("|", "|"), "+", "o", "-", ":", "|", "+", "-", "^", "-")


class Canvas:
    """Cells of one character and one style each; what lies outside is not drawn."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._cells = [[(" ", "")] * width for _ in range(height)]

    def put(self, x: int, y: int, text: str, style: str = "") -> None:
        """Write a text from (x, y) to the right; y 0 is the top line."""
        for place, char in enumerate(text, x):
            if 0 <= place < self.width and 0 <= y < self.height:
                self._cells[y][place] = (char, style)

    def at(self, x: int, y: int) -> str:
        """The character at (x, y)."""
        return self._cells[y][x][0]

    def lines(self) -> tuple[Line, ...]:
        """The picture, neighbours of one style together, without blanks at the lines' ends."""
        return tuple(_joined(cells) for cells in self._cells)


def _joined(cells: Iterable[tuple[str, str]]) -> Line:
    kept = list(cells)
    while kept and kept[-1][0] == " ":
        kept.pop()
    groups = groupby(kept, key=lambda cell: cell[1] if cell[0] != " " else "")
    return tuple(("".join(char for char, _ in group), style) for style, group in groups)


def plain_text(line: Line) -> str:
    """A line's characters alone."""
    return "".join(text for text, _ in line)
