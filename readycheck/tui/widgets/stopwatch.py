"""A stopwatch in a line: what is being timed, for how long."""

from __future__ import annotations

import time
from collections.abc import Callable

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from readycheck.core.message import Message, say
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
        self._what: Message | None = None
        self._ticking: Timer | None = None

    @property
    def running(self) -> bool:
        """Whether time is being taken."""
        return self._began is not None

    @property
    def elapsed(self) -> int:
        """Whole seconds so far."""
        return round(self._before + (0.0 if self._began is None else self._now() - self._began))

    def start(self, what: Message, before: float) -> None:
        """Go on from `before` seconds, for `what`."""
        self._what, self._before, self._began = what, before, self._now()
        self._tick()

    def go_on_from(self, other: Stopwatch) -> None:
        """Run on where another runs, as if it were the same."""
        if other.running:
            self._what, self._before, self._began = other._what, other._before, other._began
            self._tick()

    def _tick(self) -> None:
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

    def rest_at(self, what: Message, seconds: float) -> None:
        """Show a step's saved seconds while no time is taken."""
        if not self.running:
            self._what, self._before = what, seconds
            self.show_time()

    def show_time(self) -> None:
        """Minutes and seconds, and whether it runs."""
        state = self._tr(say("▶ running")) if self.running else self._tr(say("■ stopped"))
        what = self._tr(self._what) if self._what else ""
        self.update(Content(f"{what}  {clock(self.elapsed)}  {state}"))


def clock(seconds: float) -> str:
    """ "1:35" """
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
