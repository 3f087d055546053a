"""The season's weeks as a picture: hours needed with their band, the plan, what is short of it, what piles up."""

from __future__ import annotations

from collections.abc import Sequence

from readycheck.core.staffing.results import WeekNeed
from readycheck.i18n import Translator
from readycheck.report.charts.terminal import week_words
from readycheck.report.charts.terminal_canvas import Line
from readycheck.report.charts.terminal_weeks import weeks_picture
from readycheck.tui.widgets.drawn import Drawn


class SeasonChart(Drawn):
    """`show` gives it weeks; it fills the size that it has (twelve lines where its height is `auto`)."""

    def __init__(self, tr: Translator, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words = week_words(tr)
        self._weeks: Sequence[WeekNeed] = ()
        self._planned = False
        self._saved: Sequence[WeekNeed] | None = None

    def show(self, weeks: Sequence[WeekNeed], *, planned: bool, saved: Sequence[WeekNeed] | None = None) -> None:
        """Draw these weeks or months; without any, nothing.

        `planned`: whether hours are planned at all. `saved`: in a what-if, the same weeks as they are saved; their
        need and plan are marked beside the tried ones, their backlog stands under the tried one.
        """
        self._weeks, self._planned, self._saved = weeks, planned, saved
        self.redraw()

    def draw(self, width: int, height: int) -> tuple[Line, ...]:
        """The picture in so many characters and lines."""
        return weeks_picture(self._weeks, width, height, self._words, planned=self._planned, saved=self._saved)
