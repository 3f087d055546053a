"""The different times of an import: what they look like, and where each stands in the shop's own time.

There are thousands of them where there are millions of rows; each is read once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from readycheck.core.message import Message
from readycheck.demand.options import DateOrder
from readycheck.demand.rows import causes, times
from readycheck.demand.rows.scan import AWARE, FLAGS, LAST_REFUSED, OTHER
from readycheck.demand.rows.zones import DAY, offsets, step_sql, wall_sql

if TYPE_CHECKING:
    import duckdb

FIRST_YEAR, LAST_YEAR = 1990, 2100
EPOCH = date(1970, 1, 1)
LAST_DAY = (date.max - EPOCH).days


@dataclass(frozen=True)
class Evidence:
    """What the times of all files look like; dates that slashes write either way are settled by some row, or not.

    `day_first` and `month_first` count the rows that can only be read so, `ambiguous` those that either fits.
    """

    naive: int
    aware: int
    day_first: int
    month_first: int
    ambiguous: int
    first_year: int
    last_year: int


def read_moments(connection: duckdb.DuckDBPyConnection, step: int) -> None:
    """Table `parsed` out of `moments` (file, code, text, n rows): each one's day, or its numbers, and its clock."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE parsed AS SELECT file, code, text, n,"
        f" {times.PLAIN}::UTINYINT AS form, false AS dotted, NULL::SMALLINT AS a, NULL::SMALLINT AS b,"
        f" NULL::SMALLINT AS c, (code // {FLAGS} * {step} // {DAY}) AS plain_day,"
        f" (code // {FLAGS} * {step} % {DAY})::INTEGER AS second,"
        f" CASE WHEN code & {AWARE} = {AWARE} THEN 0 END::INTEGER AS ahead FROM moments WHERE code > {LAST_REFUSED}"
    )
    if connection.execute(f"SELECT 1 FROM moments WHERE code = {OTHER} LIMIT 1").fetchone():
        texts = times.numbers_sql(f"SELECT * FROM moments WHERE code = {OTHER}")
        connection.execute(
            f"INSERT INTO parsed SELECT file, code, text, n, form, dotted, a, b, c, NULL, second, ahead FROM ({texts})"
        )


def evidence(connection: duckdb.DuckDBPyConnection) -> Evidence:
    """What stands in `parsed`, a row counting as often as its time is there."""
    year = f"coalesce(extract(year FROM {_EPOCH_SQL} + plain_day::INTEGER), {times.year_sql()})"
    row = connection.execute(
        "SELECT sum(n) FILTER (second IS NOT NULL AND ahead IS NULL), sum(n) FILTER (ahead IS NOT NULL),"
        f" sum(n) FILTER ({times.UNSETTLED_SQL} AND a > 12 AND b <= 12),"
        f" sum(n) FILTER ({times.UNSETTLED_SQL} AND b > 12 AND a <= 12),"
        f" sum(n) FILTER ({times.UNSETTLED_SQL} AND a <= 12 AND b <= 12 AND a <> b),"
        f" min({year}), max({year}) FROM (SELECT * FROM parsed WHERE coalesce(abs(plain_day), 0) < 1000000)"
    ).fetchone() or (0,) * 7
    naive, aware, day_first, month_first, ambiguous, first, last = (int(value or 0) for value in row)
    return Evidence(naive, aware, day_first, month_first, ambiguous, _sane(first), _sane(last))


_EPOCH_SQL = "DATE '1970-01-01'"


def _sane(year: int) -> int:
    return min(max(year or FIRST_YEAR, FIRST_YEAR), LAST_YEAR)


def midnight_files(connection: duckdb.DuckDBPyConnection) -> frozenset[int]:
    """Files whose every time is in the first step of a day and has no offset, in two rows or more.

    Where they are midnight to the second, a spreadsheet wrote dates as "0.00".
    """
    found = connection.execute(
        "SELECT file FROM parsed WHERE second IS NOT NULL"
        " GROUP BY 1 HAVING sum(n) > 1 AND max(second) = 0 AND count(ahead) = 0"
    ).fetchall()
    return frozenset(file for (file,) in found)


def take_as_dates(connection: duckdb.DuckDBPyConnection, files: frozenset[int]) -> None:
    """The times of these files become dates alone."""
    connection.execute("UPDATE parsed SET second = NULL WHERE file IN (SELECT unnest(?))", [sorted(files)])


def place(
    connection: duckdb.DuckDBPyConnection, order: DateOrder, source_zone: ZoneInfo, shop_zone: ZoneInfo,
    seen: Evidence, today: date | None,
) -> None:
    """Table `placed`: each moment's second of local (shop's) time since 1970, or the cause that refuses it.

    A date alone stays its own day. `today` None: no time is too far ahead.
    """
    years = seen.first_year, seen.last_year
    behind, odd = wall_sql(source_zone, *years)
    moved = step_sql("utc", [(offset.starts, str(offset.seconds)) for offset in offsets(shop_zone, *years)])
    dated = f"SELECT *, coalesce(plain_day, {times.day_sql(order)}) AS day FROM parsed"
    walled = f"SELECT *, day * {DAY} + coalesce(second, 0) AS wall FROM ({dated})"
    instant = (
        f"SELECT *, wall - coalesce(ahead, {behind}) AS utc,"
        f" CASE WHEN second IS NOT NULL AND ahead IS NULL THEN {odd} ELSE '' END AS odd FROM ({walled})"
    )
    local = f"SELECT *, CASE WHEN second IS NULL THEN wall ELSE utc + {moved} END AS local FROM ({instant})"
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE placed AS SELECT file, code, text, n, local, utc, second IS NOT NULL AS timed,"
        f" odd = 'doubled' AS doubled, {_time_cause(today)} AS cause FROM ({local})"
    )


def last_day(today: date) -> date:
    """Later days are mistakes."""
    return today + timedelta(days=365)


def _number(cause: Message) -> str:
    return f"{causes.NUMBERS[cause.text]}::UTINYINT"


def _time_cause(today: date | None) -> str:
    """SQL: why a moment is refused, or NULL."""
    first = (date(FIRST_YEAR, 1, 1) - EPOCH).days * DAY
    last = LAST_DAY * DAY if today is None else (last_day(today) - EPOCH + timedelta(days=1)).days * DAY
    return (
        f"CASE WHEN day IS NULL OR day > {LAST_DAY} OR second = -1 OR ahead = 99999"
        f" THEN {_number(causes.TIME_UNREADABLE)}"
        f" WHEN local < {first} THEN {_number(causes.TIME_ANCIENT)}"
        f" WHEN local >= {last} THEN {_number(causes.TIME_FUTURE)}"
        f" WHEN odd = 'skipped' THEN {_number(causes.TIME_SKIPPED)} END"
    )
