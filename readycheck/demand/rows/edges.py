"""The first and the last instant of an import, to the minute."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from readycheck.demand.rows.moments import EPOCH
from readycheck.demand.rows.scan import (
    AWARE,
    FLAGS,
    LAST_REFUSED,
    MILLISECONDS,
    OTHER,
    SINGLE_SQL,
    Scan,
    plain_code_sql,
)
from readycheck.demand.rows.zones import DAY

if TYPE_CHECKING:
    import duckdb


Seconds = dict[tuple[int, int], tuple[int, int]]
"""Of a file's code: how long after the step's beginning its first and its last row are."""
Read = Callable[[Scan, str], None]
_COUNTED = (
    "placed JOIN (SELECT DISTINCT file, code, text FROM singles WHERE NOT name) USING (file, code, text)"
    " WHERE cause IS NULL AND timed"
)


def end_codes(connection: duckdb.DuckDBPyConnection, scan: Scan) -> tuple[int, ...]:
    """The first and the last code of a file's plain times, with an offset and without."""
    rows = connection.execute(
        f"SELECT min(code), max(code) FROM singles WHERE file = {scan.number} AND NOT name AND code > {LAST_REFUSED}"
        f" GROUP BY code & {AWARE}"
    ).fetchall()
    return tuple(sorted({code for row in rows for code in row}))


def ends_sql(scan: Scan, codes: Sequence[int]) -> tuple[str, str]:
    """SQL for another reading of the file: the columns `ms` and `code` near its ends, and each code's two seconds.

    Nothing where rows may be refused for more than their times.
    """
    if not codes or scan.source.leave_out or "clock" in scan.source.columns:
        return "", ""
    near = " OR ".join(sorted({_near(_day(scan, code)) for code in codes}))
    inner = f", CASE WHEN {near} THEN {MILLISECONDS} END AS ms, time"
    code = plain_code_sql(scan.step)
    return inner, "".join(
        f", min(ms) FILTER ({code} = {end}) // 1000 % {scan.step} AS low_{n},"
        f" max(ms) FILTER ({code} = {end}) // 1000 % {scan.step} AS high_{n}" for n, end in enumerate(codes)
    )


def first_and_last(
    connection: duckdb.DuckDBPyConnection, scans: Sequence[Scan], read: Read, zone: ZoneInfo, known: Seconds,
) -> tuple[datetime | None, datetime | None]:
    """The earliest and the latest instant that counts, in the shop's zone; None where no time is known.

    Items of several rows and times that are not plain are known to the minute. Of plain times the hour is known: the
    rows of those two hours, and only they, are looked at, unless another reading of the file has seen to it (`known`).
    """
    ends = [
        *_pair(connection, "SELECT min(instant), max(instant) FROM sound"),
        *_pair(connection, f"SELECT min(utc), max(utc) FROM {_COUNTED} AND code = {OTHER}"),
        *_plain_ends(connection, scans, read, known),
    ]
    if not ends:
        return None, None
    low, high = (datetime.fromtimestamp(end, UTC).astimezone(zone).replace(second=0) for end in (min(ends), max(ends)))
    return low, high


def _pair(connection: duckdb.DuckDBPyConnection, query: str) -> list[int]:
    return [int(value) for value in connection.execute(query).fetchone() or () if value is not None]


def _plain_ends(
    connection: duckdb.DuckDBPyConnection, scans: Sequence[Scan], read: Read, known: Seconds
) -> list[int]:
    """Seconds of UTC, among them the first and the last plain time that counts: several files may share its hour."""
    plain = f"(SELECT utc, file, code FROM {_COUNTED} AND code <> {OTHER})"
    moments = connection.execute(
        f"WITH plain AS {plain} SELECT utc, file, code FROM plain"
        " WHERE utc IN ((SELECT min(utc) FROM plain), (SELECT max(utc) FROM plain))"
    ).fetchall()
    for number in sorted({file for _, file, code in moments if (file, code) not in known}):
        codes = {code for _, file, code in moments if file == number}
        known = known | _looked_up(connection, scans[number], read, codes)
    return [utc + second for utc, file, code in moments for second in known.get((file, code), ())]


def _looked_up(
    connection: duckdb.DuckDBPyConnection, scan: Scan, read: Read, codes: Iterable[int]
) -> Seconds:
    near = " OR ".join(sorted({_near(_day(scan, code)) for code in codes}))
    read(scan, (
        f"CREATE OR REPLACE TEMP TABLE ends AS SELECT code, min(ms) // 1000 % {scan.step} AS low,"
        f" max(ms) // 1000 % {scan.step} AS high FROM ({scan.sql(where=near)})"
        f" WHERE code IN ({', '.join(map(str, codes))})"
        f" AND {SINGLE_SQL} GROUP BY 1"
    ))
    rows = connection.execute("SELECT code, low, high FROM ends").fetchall()
    return {(scan.number, code): (int(low), int(high)) for code, low, high in rows}


def _day(scan: Scan, code: int) -> date:
    return EPOCH + timedelta(days=code // FLAGS * scan.step // DAY)


def _near(day: date) -> str:
    """SQL: plain times, as they are written, of a day and its neighbours: whatever their offset and their signs."""
    return f"time BETWEEN '{day - timedelta(days=1)}' AND '{day + timedelta(days=2)}' OR substr(time, 5, 1) <> '-'"
