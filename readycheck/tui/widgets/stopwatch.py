"""A stopwatch in a line: what is being timed, for how long."""

from __future__ import annotations

import time
from collections.abc import Callable

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from readycheck.core.message import say
from readycheck.i18n import Translator

Seconds = Callable[[], float]


class Stopwatch(Static):
    """Runs on from the seconds that were measured before; `now` is a clock that never goes back."""

    DEFAULT_CSS = """
    Stopwatch { height: 1; padding: 0 1; text-style: bold; }
    """

    def __init__(self, tr: Translator, now: Seconds = time.monotonic, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._tr = tr
        self._now = now
        self._began: float | None = None
        self._before = 0.0
        self._what = ""
        self._ticking: Timer | None = None

    @property
    def running(self) -> bool:
        """Whether time is being taken."""
        return self._began is not None

    @property
    def elapsed(self) -> int:
        """Whole seconds so far."""
        return round(self._before + (0.0 if self._began is None else self._now() - self._began))

    def start(self, what: str, before: float) -> None:
        """Go on from `before` seconds, for `what`."""
        self._what, self._before, self._began = what, before, self._now()
        self._ticking = self.set_interval(0.5, self.show_time)
        self.show_time()

    def stop(self) -> int:
        """Stand still; the whole seconds measured."""
        seconds = self.elapsed
        self._before, self._began = float(seconds), None
        if self._ticking is not None:
            self._ticking.stop()
        self.show_time()
        return seconds

    def rest_at(self, what: str, seconds: float) -> None:
        """Show a step's saved seconds while no time is taken."""
        if not self.running:
            self._what, self._before = what, seconds
            self.show_time()

    def show_time(self) -> None:
        """Minutes and seconds, and whether it runs."""
        state = self._tr(say("▶ running")) if self.running else self._tr(say("■ stopped"))
        self.update(Content(f"{self._what}  {clock(self.elapsed)}  {state}"))


def clock(seconds: float) -> str:
    """ "1:35" """
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
