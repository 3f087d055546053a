"""The lag from order to contact as a picture: contacts by days since the order."""

from __future__ import annotations

from readycheck.core.profile import Demand
from readycheck.core.staffing.results import Kernel
from readycheck.i18n import Translator
from readycheck.report.charts.terminal import LAG_HEIGHT, lag_words
from readycheck.report.charts.terminal_canvas import Line
from readycheck.report.charts.terminal_lag import LagWords, lag_picture
from readycheck.tui.widgets.drawn import Drawn


class LagChart(Drawn):
    """`show` gives it a kernel; the median and the thirtieth day are marked, a caption says what it stands on."""

    LINES = LAG_HEIGHT

    def __init__(self, tr: Translator, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tr = tr
        self._kernel: Kernel | None = None
        self._words: LagWords | None = None

    def show(self, kernel: Kernel | None, demand: Demand) -> None:
        """Draw a kernel (`JanuaryStaffing.kernel`) with the demand that it was learned from; None draws nothing."""
        self._kernel = kernel
        self._words = lag_words(kernel, demand, self._tr) if kernel is not None else None
        self.redraw()

    def draw(self, width: int, height: int) -> tuple[Line, ...]:
        """The picture in so many characters and lines."""
        if self._kernel is None or self._words is None:
            return ()
        return lag_picture(self._kernel, width, height, self._words)
