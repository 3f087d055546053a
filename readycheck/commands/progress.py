"""An import's progress on standard error: one line that is redrawn, or JSON lines for a program."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from readycheck.commands.desk import Desk
from readycheck.core.message import say
from readycheck.core.text import clean
from readycheck.demand.progress import PHASES, SILENT, Progress

PATIENCE, REDRAWN, TOLD = 1.0, 0.2, 0.5
"""Seconds: before anything is shown, between two drawings, between two JSON lines."""


@dataclass(frozen=True)
class Standing:
    """Where an import stands: about how many `rows`, the `share` (0–1) of the phase and its seconds that are left."""

    phase: str
    rows: int | None
    share: float | None
    remaining: float | None


class Measured:
    """A Progress that works out where the import stands; `shown` is called at most every `pause` seconds."""

    def __init__(self, shown: Callable[[Standing], None], pause: float, first_after: float = 0.0,
                 clock: Callable[[], float] = time.monotonic) -> None:
        self._shown, self._pause, self._clock = shown, pause, clock
        self._next = clock() + first_after
        self._name, self._began, self._bytes = "", clock(), 0
        self._total: int | None = None
        self._share: float | None = None
        self._rows = 0

    def phase(self, name: str, total_bytes: int | None = None) -> None:
        """A phase begins."""
        self._name, self._began, self._bytes = name, self._clock(), 0
        self._total, self._share = total_bytes, None
        self._rows = 0 if name == "reading" else self._rows
        self._perhaps()

    def done(self, more_bytes: int) -> None:
        """Bytes more are done."""
        self._bytes += more_bytes
        if self._total:
            self._share = min(1.0, self._bytes / self._total)
        self._perhaps()

    def share(self, share: float) -> None:
        """A share of the phase is done; it never falls back, whatever its parts say."""
        self._share = max(self._share or 0.0, share)
        self._perhaps()

    def rows(self, more_rows: int) -> None:
        """Rows more were seen."""
        self._rows += more_rows

    def _perhaps(self) -> None:
        now = self._clock()
        if now >= self._next and self._name:
            self._next = now + self._pause
            self._shown(self.standing())

    def standing(self) -> Standing:
        """Where it stands now."""
        spent, share = self._clock() - self._began, self._share
        remaining = spent * (1 - share) / share if share and spent > 0 else None
        rows = self._rows * share if self._name == "counting" and share is not None else self._rows
        return Standing(self._name, _about(rows) or None, share, remaining)


def _about(number: float) -> int:
    """Two digits of it, and zeros: more is not known."""
    whole = round(number)
    return round(whole, min(0, 2 - len(str(whole))))


class ProgressLine:
    """The line on a terminal: drawn after a second, redrawn in place, gone at the end."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._width = desk, 0

    def show(self, standing: Standing) -> None:
        """Draw it in place of what stands there."""
        text = clean(sentence(standing, self._desk))[: self._room() - 1]
        print("\r" + text.ljust(self._width), end="", file=self._desk.err, flush=True)
        self._width = len(text)

    def _room(self) -> int:
        """Columns of this very terminal: standard output may go elsewhere, and a line that wraps stays behind."""
        with suppress(OSError, ValueError):  # a stream without a terminal of its own
            return min(self._desk.columns, os.get_terminal_size(self._desk.err.fileno()).columns or 80)
        return self._desk.columns

    def clear(self) -> None:
        """Leave nothing behind."""
        if self._width:
            print("\r" + " " * self._width + "\r", end="", file=self._desk.err, flush=True)
        self._width = 0


class PlainLines:
    """A terminal that cannot redraw is told each phase once."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._phase = desk, ""

    def show(self, standing: Standing) -> None:
        """Say what is done now, if that is new."""
        if standing.phase != self._phase:
            self._desk.progress(phase_name(standing, self._desk))
        self._phase = standing.phase


@contextmanager
def telling(desk: Desk, form: str) -> Iterator[Progress]:
    """A Progress that is shown in this form: "lines" for a program, "none", or "auto": as the terminal can."""
    if form == "lines":
        yield Measured(lambda standing: print(json_line(standing), file=desk.err, flush=True), TOLD)
    elif form == "none" or not desk.err.isatty():
        yield SILENT
    elif desk.dumb:
        yield Measured(PlainLines(desk).show, REDRAWN, PATIENCE)
    else:
        line = ProgressLine(desk)
        try:
            yield Measured(line.show, REDRAWN, PATIENCE)
        finally:
            line.clear()


def phase_name(standing: Standing, desk: Desk) -> str:
    """ "Counting …" in the person's language."""
    return desk.tr(PHASES.get(standing.phase, say("Working"))) + " …"


def sentence(standing: Standing, desk: Desk) -> str:
    """ "Counting … 31% · 620,000 rows · 4 s left" in the person's language."""
    tr = desk.tr
    parts = [phase_name(standing, desk)]
    if standing.share is not None:
        parts[0] += " " + tr.percent(standing.share)
    if standing.rows:
        parts.append(tr.plural("one row", "{n:,} rows", standing.rows))
    if standing.remaining:
        left = max(1, round(standing.remaining))
        parts.append(tr("{seconds} s left", seconds=left) if left < 100 else tr("{minutes} min left",
                                                                                minutes=round(left / 60)))
    return " · ".join(parts)


def json_line(standing: Standing) -> str:
    """The same for a program."""
    remaining = None if standing.remaining is None else round(standing.remaining, 1)
    share = None if standing.share is None else round(standing.share, 4)
    return json.dumps({"phase": standing.phase, "rows": standing.rows, "share": share, "remaining_s": remaining})
