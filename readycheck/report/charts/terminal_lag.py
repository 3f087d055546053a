"""The lag from order to contact in a terminal: contacts by days since the order, the median and day 30 marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import wrap

from readycheck.core.staffing.results import Kernel
from readycheck.report.charts.terminal_canvas import ASCII, BLOCKS, Canvas, Glyphs, Line

NARROWEST, LOWEST, HIGHEST = 24, 3, 6
LATE = 30


@dataclass(frozen=True)
class LagWords:
    """The picture's texts; `caption` says in words what it shows, `percent` writes a share (0–1)."""

    day: str
    half: str
    caption: str
    percent: Callable[[float], str]


def lag_picture(
    kernel: Kernel, width: int, height: int, words: LagWords, *, ascii_only: bool = False
) -> tuple[Line, ...]:
    """The columns, their days and the caption: at most `height` lines of at most `width` characters.

    A column is a day, or a few of them where there is no room for all 61. Styles: lag, late (after day 30), median,
    axis, text.
    """
    captions = [((text, "text"),) for text in wrap(words.caption, max(1, width))]
    room = height - len(captions)
    if width < NARROWEST or room < LOWEST or kernel.rate <= 0:
        return tuple(captions[:max(0, height)])
    picture = _Lag(kernel, width, min(room, HIGHEST), words, ASCII if ascii_only else BLOCKS)
    return (*picture.drawn(), *captions)


class _Lag:
    """One drawing: `days` a column, the last line for the days' numbers."""

    def __init__(self, kernel: Kernel, width: int, height: int, words: LagWords, glyphs: Glyphs) -> None:
        self.kernel, self.words, self.glyphs, self.rows = kernel, words, glyphs, height - 1
        lags = len(kernel.weights)
        gutter = max(len(words.day), len(words.percent(1.0))) + 1
        self.days = -(-lags // (width - gutter))
        shares = [weight / kernel.rate for weight in kernel.weights]
        self.columns = [sum(shares[at:at + self.days]) for at in range(0, lags, self.days)]
        self.most, self.left = max(self.columns), gutter
        self.canvas = Canvas(width, height)

    def drawn(self) -> tuple[Line, ...]:
        put, glyphs = self.canvas.put, self.glyphs
        for row in range(self.rows):
            put(self.left - 1, row, glyphs.axis, "axis")
        top = self.words.percent(self.most)
        put(self.left - 1 - len(top), 0, top + glyphs.tick, "axis")
        self._late_line()
        for place, share in enumerate(self.columns):
            self._column(place, share)
        self._days()
        return self.canvas.lines()

    def _at(self, day: float) -> int:
        return self.left + int(day) // self.days

    def _column(self, place: int, share: float) -> None:
        height = share / self.most * self.rows
        style = "late" if place * self.days > LATE else "lag"
        for row in range(self.rows):
            if height - row > 0.02:
                self.canvas.put(self.left + place, self.rows - 1 - row, self.glyphs.cell(height - row), style)

    def _late_line(self) -> None:
        """Behind the columns, after the thirtieth day."""
        for row in range(self.rows):
            self.canvas.put(self._at(LATE), row, self.glyphs.border, "axis")

    def _days(self) -> None:
        put, y = self.canvas.put, self.rows
        put(self.left - 1 - len(self.words.day), y, self.words.day + self.glyphs.tick, "axis")
        put(self.left, y, self.glyphs.ground * len(self.columns), "axis")
        for day in (0, LATE, len(self.kernel.weights) - 1):
            text = str(day)
            put(min(self._at(day), self.left + len(self.columns) - len(text)), y, text, "axis")
        mark, at = f"{self.glyphs.median}{self.words.half}", self._at(self.kernel.median_days)
        if at + len(mark) >= self._at(LATE) > at or at + len(mark) > self.left + len(self.columns):
            mark = self.glyphs.median
        put(at, y, mark, "median")
