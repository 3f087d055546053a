"""How one hour of the week is written in three characters: demand as a digit, opening as a frame.

    [4──7──9]   open, from the full hour to the full hour
    (4──7──9)   open, beginning and ending within an hour
     4  7  9    closed;  ·  no demand at all
    +4++7++9+   suggested
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readycheck.core.hours.week import Span, open_minutes

Cell = tuple[int, int]
"""A weekday (0 = Monday) and an hour (0–23)."""
LEVELS = 9


@dataclass(frozen=True)
class WeekPicture:
    """What the map shows: `demand` 7 × 24 counts (or None), each weekday's disjoint open spans, suggested cells."""

    demand: Sequence[Sequence[int]] | None
    open: Sequence[tuple[Span, ...]]
    suggested: frozenset[Cell] = frozenset()

    @property
    def peak(self) -> int:
        """The busiest hour's count."""
        return max((max(row) for row in self.demand), default=0) if self.demand else 0

    def count(self, cell: Cell) -> int:
        """The demand of one hour."""
        return self.demand[cell[0]][cell[1]] if self.demand else 0

    def level(self, cell: Cell) -> int:
        """0 for no demand, else 1–9 in proportion to the busiest hour."""
        count = self.count(cell)
        return max(1, round(LEVELS * count / self.peak)) if count else 0

    def minutes(self, cell: Cell) -> int:
        """Open minutes of the hour, 0–60."""
        return open_minutes(self.open[cell[0]], cell[1])


def cell_text(picture: WeekPicture, cell: Cell, width: int) -> str:
    """The hour in `width` (3 or more) characters."""
    level = picture.level(cell)
    digit = str(level) if level else "·"
    if cell in picture.suggested:
        left, right, line = "+", "+", "+"
    else:
        left, right, line = _frame(picture.open[cell[0]], cell[1])
    return left + digit.center(width - 2, line) + right


def _frame(spans: Sequence[Span], hour: int) -> tuple[str, str, str]:
    """The characters before, after and beside the digit; a round bracket is a beginning or end within the hour."""
    start, end = hour * 60, hour * 60 + 60
    inside = [span for span in spans if span.start < end and span.end > start]
    if not inside:
        return " ", " ", " "
    first, last = inside[0], inside[-1]
    left = "─" if first.start < start else "[" if first.start == start else "("
    right = "─" if last.end > end else "]" if last.end == end else ")"
    return left, right, "─" if len(inside) == 1 else " "
