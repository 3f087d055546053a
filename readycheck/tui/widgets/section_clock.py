"""The clock of a sparring session's section: time spent, time planned, told in words when it is over."""

from __future__ import annotations

from textual.content import Content

from readycheck.core.message import say
from readycheck.tui.widgets.stopwatch import Stopwatch, clock


class SectionClock(Stopwatch):
    """A stopwatch that knows how long it should run; 0 planned seconds: nothing is planned."""

    planned = 0.0

    def show_time(self) -> None:
        """ "Presence 6:12 / 10:00 ▶ running", and how much it is over."""
        what = self._tr(self._what) if self._what else ""
        spent = clock(self.elapsed) + (f" / {clock(self.planned)}" if self.planned else "")
        state = self._tr(say("▶ running")) if self.running else self._tr(say("■ paused"))
        over = self.elapsed - self.planned
        late = self._tr(say("! over by {time}", time=clock(over))) if self.planned and over >= 1 else ""
        self.update(Content("  ".join(part for part in (f"{what} {spent}", state, late) if part)))
