"""The first and the last instant of an import, to the minute."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from readycheck.demand.rows.moments import EPOCH
from readycheck.demand.rows.scan import OTHER, Scan
from readycheck.demand.rows.zones import DAY

if TYPE_CHECKING:
    import duckdb


def first_and_last(
    connection: duckdb.DuckDBPyConnection, scans: Sequence[Scan], read: Callable[[Scan, str], None], zone: ZoneInfo
) -> tuple[datetime | None, datetime | None]:
    """The earliest and the latest instant that counts, in the shop's zone; None where no time is known.

    What was counted knows the hour; the rows of those two hours, and only they, are looked at for the minute.
    """
    first, last = _moments(connection)
    if first is None or last is None:
        return None, None
    offsets = _minutes(connection, scans, read, first, last)
    ends = (first[0] + offsets[0], last[0] + offsets[1])
    low, high = (datetime.fromtimestamp(end, UTC).astimezone(zone).replace(second=0) for end in ends)
    return low, high


Moment = tuple[int, int, int]
"""Its second of UTC since 1970 (or its step's first one), its file, its code."""


def _moments(connection: duckdb.DuckDBPyConnection) -> tuple[Moment | None, Moment | None]:
    rows = "FROM placed WHERE cause IS NULL AND timed"
    low = connection.execute(f"SELECT utc, file, code {rows} ORDER BY utc, file, code LIMIT 1").fetchone()
    high = connection.execute(f"SELECT utc, file, code {rows} ORDER BY utc DESC, file, code LIMIT 1").fetchone()
    return low, high


def _minutes(
    connection: duckdb.DuckDBPyConnection, scans: Sequence[Scan], read: Callable[[Scan, str], None],
    first: Moment, last: Moment,
) -> tuple[int, int]:
    """How many seconds after its step's beginning each of the two is; nothing where it is no plain time."""
    found = [0, 0]
    for file in {file for _, file, code in (first, last) if code != OTHER}:
        scan, ends = scans[file], [moment for moment in (first, last) if moment[1] == file and moment[2] != OTHER]
        near = " OR ".join(_near(EPOCH + timedelta(days=moment[0] // DAY)) for moment in ends)
        # both ends of a file in one reading
        read(scan, (
            "CREATE OR REPLACE TEMP TABLE ends AS"
            f" SELECT min(ms) FILTER (code = {first[2]}) // 1000 % {scan.step} AS low,"
            f" max(ms) FILTER (code = {last[2]}) // 1000 % {scan.step} AS high FROM ({scan.sql(where=near)})"
        ))
        seconds = connection.execute("SELECT * FROM ends").fetchone() or (0, 0)
        for end, moment in enumerate((first, last)):
            if moment in ends:
                found[end] = int(seconds[end] or 0)
    return found[0], found[1]


def _near(day: date) -> str:
    """SQL: plain times, as they are written, of a day and its neighbours: whatever their offset."""
    return f"time BETWEEN '{day - timedelta(days=1)}' AND '{day + timedelta(days=2)}'"
