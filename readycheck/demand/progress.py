"""How far an import has come: said by those who do the work, shown by whoever wants to know."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Event, Thread
from typing import TYPE_CHECKING, Protocol

from readycheck.core.message import Message, say

if TYPE_CHECKING:
    import duckdb

GLANCE = 0.1
"""Seconds between two looks at a running statement."""
PHASES: Mapping[str, Message] = {
    "reading": say("Reading"), "converting": say("Converting"), "coding": say("Finding contact reasons"),
    "counting": say("Counting"),
}
"""What a phase is called."""


class Progress(Protocol):
    """Who does the work tells it here. A phase may begin anew at any time; what is told twice is no harm."""

    def phase(self, name: str, total_bytes: int | None = None) -> None:
        """What begins now (one of PHASES), and its size where it is known."""

    def done(self, more_bytes: int) -> None:
        """So many bytes more of the phase are done; 0 says that the work is still alive."""

    def share(self, share: float) -> None:
        """So much of the phase is done, 0–1, where that is better known than bytes."""

    def rows(self, more_rows: int) -> None:
        """About so many rows more are in the files; "reading" begins again at none."""


class Silent:
    """Nobody wants to know."""

    def phase(self, name: str, total_bytes: int | None = None) -> None:
        """Nothing."""

    def done(self, more_bytes: int) -> None:
        """Nothing."""

    def share(self, share: float) -> None:
        """Nothing."""

    def rows(self, more_rows: int) -> None:
        """Nothing."""


SILENT: Progress = Silent()


def execute(
    connection: duckdb.DuckDBPyConnection, statement: str, progress: Progress = SILENT,
    part: tuple[float, float] = (0.0, 1.0),
) -> duckdb.DuckDBPyConnection:
    """Run one statement; its progress is told as the `part` of the phase that it is.

    It runs in a thread of its own, because DuckDB lets the main thread notice Ctrl+C late or not at all: here the
    KeyboardInterrupt stops the statement at once. Whatever the statement raises is raised here.
    """
    connection.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
    work = _Work(connection, statement)
    try:
        while not work.finished.wait(GLANCE):
            _tell(connection.query_progress(), progress, part)
    except BaseException:
        # what interrupts may come before the statement has begun: until it ends, it is told to
        while not work.finished.wait(GLANCE):
            connection.interrupt()
        raise
    if work.error is not None:
        raise work.error
    return connection


class _Work:
    """A statement that runs in the background; `finished` is an Event, as Thread.join loses track on Ctrl+C."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, statement: str) -> None:
        self.finished = Event()
        self.error: BaseException | None = None
        self._connection, self._statement = connection, statement
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            self._connection.execute(self._statement)
        except BaseException as error:  # noqa: BLE001 - it is raised again where the statement was asked for
            self.error = error
        finally:
            self.finished.set()


def _tell(percent: float, progress: Progress, part: tuple[float, float]) -> None:
    """DuckDB says -1 where it does not know yet."""
    first, last = part
    progress.share(first + (last - first) * min(max(percent, 0.0), 100.0) / 100)
