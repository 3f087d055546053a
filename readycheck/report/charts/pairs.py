"""Shares of two seasons under each other, row by row: what a demand is made of, and what of it moved."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.report.charts.axis import ticks
from readycheck.report.charts.svg import Drawn, box, label, legend, line, shortened, svg, swatch

LEFT, TOP, ROW, BAR, AXIS, RIGHT, FOOT = 226, 28, 36, 12, 372, 122, 36


@dataclass(frozen=True)
class PairBar:
    """One part: its share (0–1) in each season with its text, and the change; `telling` is more than chance."""

    name: str
    before: float
    after: float
    before_text: str
    after_text: str
    note: str
    telling: bool


@dataclass(frozen=True)
class Pairs:
    """The rows, the largest first; `note_head` stands over the changes."""

    bars: tuple[PairBar, ...]
    before_word: str
    after_word: str
    note_head: str
    telling_word: str


def draw(identifier: str, title: str, description: str, pairs: Pairs) -> Drawn:
    """Two bars a row, the earlier light and the later dark; a change larger than chance is set bold."""
    top = ticks(max(max(bar.before, bar.after) for bar in pairs.bars))[-1]
    bottom = TOP + len(pairs.bars) * ROW
    shapes = [line(LEFT, TOP - 4, LEFT, bottom, "base"),
              label(pairs.note_head, LEFT + AXIS + RIGHT, TOP - 12, "axis", "end")]
    for row, bar in enumerate(pairs.bars):
        shapes += _row(bar, TOP + row * ROW, AXIS / top)
    shapes += _legend(pairs, bottom + 22)
    return svg(identifier, title, description, LEFT + AXIS + RIGHT, bottom + FOOT, *shapes)


def _row(bar: PairBar, y: float, scale: float) -> list[Drawn]:
    first, second = y + ROW / 2 - BAR - 0.5, y + ROW / 2 + 0.5
    return [
        label(shortened(bar.name, LEFT - 12, 12.5), LEFT - 10, y + ROW / 2 + 4, "label", "end"),
        box(LEFT, first, bar.before * scale, BAR, "band"), box(LEFT, second, bar.after * scale, BAR, "bar"),
        label(bar.before_text, LEFT + bar.before * scale + 6, first + BAR - 1, "axis"),
        label(bar.after_text, LEFT + bar.after * scale + 6, second + BAR - 1, "value"),
        label(bar.note, LEFT + AXIS + RIGHT, y + ROW / 2 + 4, "strip" if bar.telling else "axis", "end"),
    ]


def _legend(pairs: Pairs, y: float) -> list[Drawn]:
    marks = legend(LEFT, y, (swatch("band"), pairs.before_word), (swatch("bar"), pairs.after_word))
    if any(bar.telling for bar in pairs.bars):
        marks.append(label(pairs.telling_word, LEFT + AXIS + RIGHT, y, "strip", "end"))
    return marks
