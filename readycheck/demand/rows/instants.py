"""From cells to counts, all in SQL: cells → parsed → placed in local time → one item each → tally."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from readycheck.core.message import Message
from readycheck.demand.options import DateOrder
from readycheck.demand.rows import causes, times
from readycheck.demand.rows.reader import LONGEST_CELL, Source, cells_sql, quoted, read
from readycheck.demand.rows.zones import DAY, local_rules, offsets, step_sql

if TYPE_CHECKING:
    import duckdb

ROLES = ("id", "time", "clock", "channel", "reason")
FILE_SHIFT = 40
FIRST_YEAR, LAST_YEAR = 1990, 2100
EPOCH = date(1970, 1, 1)
LONGEST_VALUE = 200


@dataclass(frozen=True)
class Evidence:
    """What the times of all files look like; dates that slashes write either way are settled by some row, or not.

    `day_first` and `month_first` count the rows that can only be read so, `ambiguous` those that either fits.
    """

    rows: int
    naive: int
    aware: int
    day_first: int
    month_first: int
    ambiguous: int
    first_year: int
    last_year: int
    channels: int
    reasons: int


@dataclass(frozen=True)
class Value:
    """One text of a column, how many items have it, and the first row that does (`file << 40 | row`)."""

    text: str
    count: int
    seq: int


@dataclass(frozen=True)
class Tally:
    """All counts of an import. `hours` by (day, hour), the hour None for a date alone; `rejected` by cause."""

    hours: Mapping[tuple[date, int | None], int] = field(default_factory=dict)
    channels: Sequence[Value] = ()
    reasons: Sequence[Value] = ()
    rejected: Sequence[Value] = ()
    doubled: int = 0

    @property
    def counted(self) -> int:
        """Items that have a place in time."""
        return sum(self.hours.values())

    @property
    def last(self) -> date:
        """The last day of all; the first of days where nothing was counted."""
        return max((day for day, _ in self.hours), default=date.min)


def load(connection: duckdb.DuckDBPyConnection, sources: Sequence[Source]) -> None:
    """Table `parsed`: a row for each row of the sources, its time in parts, `key` the same for rows of one id."""
    for number, source in enumerate(sources):
        insert = "CREATE TEMP TABLE parsed AS" if number == 0 else "INSERT INTO parsed"
        read(connection, f"{insert} {_parsed_sql(source, number)}", source)


def _parsed_sql(source: Source, number: int) -> str:
    base, grouped = number << FILE_SHIFT, "id" in source.columns
    cells = f"SELECT * REPLACE ({times.joined_sql()}), {base}::BIGINT + n AS seq" \
            f" FROM ({cells_sql(source, number, ROLES)})"
    formed = f"SELECT *, {times.form_sql('time')} AS form FROM ({cells})"
    parts = f"SELECT *, {times.parts_sql('time', 'form')} AS p FROM ({formed})"
    key = "CASE WHEN id = '' THEN seq::UBIGINT ELSE hash(id) END" if grouped else "seq::UBIGINT"
    return (
        f"SELECT seq, {key} AS key, form::UTINYINT AS form, p.sep = '.' AS dotted, {times.number_sql('p.a')} AS a,"
        f" {times.number_sql('p.b')} AS b, {times.last_sql('p')} AS c, {times.clock_sql('p')} AS second,"
        f" {times.offset_sql('p')} AS ahead, {_value('channel')}, {_value('reason')},"
        f" {_cell_cause(grouped=grouped)} AS cause FROM ({parts})"
    )


def _number(cause: Message) -> str:
    return f"{causes.NUMBERS[cause.text]}::UTINYINT"


def _value(role: str) -> str:
    return f"left(lower({role}), {LONGEST_VALUE}) AS {role}"


def _cell_cause(*, grouped: bool) -> str:
    """SQL: why a row is refused for its cells alone, or NULL."""
    empty = " AND ".join(f"{role} = ''" for role in ROLES)
    longest = " OR ".join(f"strlen({role}) > {LONGEST_CELL}" for role in ROLES)
    missing = f"WHEN id = '' THEN {_number(causes.ID_MISSING)}" if grouped else ""
    return (
        f"CASE WHEN {empty} THEN {_number(causes.ROW_EMPTY)}"
        f" WHEN {longest} THEN {_number(causes.TOO_LONG)}"
        f" WHEN left_out THEN {_number(causes.LEFT_OUT)} {missing}"
        f" WHEN time = '' THEN {_number(causes.TIME_MISSING)} END"
    )


def evidence(connection: duckdb.DuckDBPyConnection) -> Evidence:
    """What stands in `parsed`."""
    year = times.year_sql()
    row = connection.execute(
        "SELECT count(*), count(*) FILTER (second IS NOT NULL AND ahead IS NULL), count(ahead),"
        f" count(*) FILTER ({times.UNSETTLED_SQL} AND a > 12 AND b <= 12),"
        f" count(*) FILTER ({times.UNSETTLED_SQL} AND b > 12 AND a <= 12),"
        f" count(*) FILTER ({times.UNSETTLED_SQL} AND a <= 12 AND b <= 12 AND a <> b),"
        f" min({year}), max({year}), approx_count_distinct(channel), approx_count_distinct(reason) FROM parsed"
    ).fetchone() or ()
    rows, naive, aware, day_first, month_first, ambiguous, first, last, channels, reasons = row
    return Evidence(
        rows, naive, aware, day_first, month_first, ambiguous, _sane(first), _sane(last), channels, reasons
    )


def _sane(year: int | None) -> int:
    return min(max(year or FIRST_YEAR, FIRST_YEAR), LAST_YEAR)


def place(
    connection: duckdb.DuckDBPyConnection, order: DateOrder, source_zone: ZoneInfo, shop_zone: ZoneInfo,
    seen: Evidence, today: date | None,
) -> None:
    """View `placed`: each row's second of local (shop's) time since 1970, or the cause that refuses it.

    A date alone stays its own day. `today` None: no time is too far ahead.
    """
    years = seen.first_year, seen.last_year
    rules = local_rules(source_zone, *years)
    behind = step_sql("wall", [(rule.starts, str(rule.seconds)) for rule in rules])
    odd = step_sql("wall", [(rule.starts, quoted(rule.odd)) for rule in rules])
    moved = step_sql("utc", [(offset.starts, str(offset.seconds)) for offset in offsets(shop_zone, *years)])
    dated = f"SELECT *, {times.day_sql(order)} AS day FROM parsed"
    walled = f"SELECT *, day * {DAY} + coalesce(second, 0) AS wall FROM ({dated})"
    instant = (
        f"SELECT *, wall - coalesce(ahead, {behind}) AS utc,"
        f" CASE WHEN second IS NOT NULL AND ahead IS NULL THEN {odd} ELSE '' END AS odd FROM ({walled})"
    )
    local = f"SELECT *, CASE WHEN second IS NULL THEN wall ELSE utc + {moved} END AS local FROM ({instant})"
    connection.execute(
        "CREATE TEMP VIEW placed AS SELECT seq, key, channel, reason, local, second IS NOT NULL AS timed,"
        f" odd = 'doubled' AS doubled, {_time_cause(today)} AS cause FROM ({local})"
    )


def last_day(today: date) -> date:
    """Later days are mistakes."""
    return today + timedelta(days=365)


def _time_cause(today: date | None) -> str:
    """SQL: why a row is refused for its time, after what its cells said."""
    first = (date(FIRST_YEAR, 1, 1) - EPOCH).days * DAY
    last = 2**60 if today is None else (last_day(today) - EPOCH + timedelta(days=1)).days * DAY
    return (
        "CASE WHEN cause IS NOT NULL THEN cause"
        f" WHEN day IS NULL OR second = -1 OR ahead = 99999 THEN {_number(causes.TIME_UNREADABLE)}"
        f" WHEN local < {first} THEN {_number(causes.TIME_ANCIENT)}"
        f" WHEN local >= {last} THEN {_number(causes.TIME_FUTURE)}"
        f" WHEN odd = 'skipped' THEN {_number(causes.TIME_SKIPPED)} END"
    )


def unmask_dates(connection: duckdb.DuckDBPyConnection) -> frozenset[int]:
    """Files whose every time is midnight, in two rows or more: a spreadsheet wrote dates as "0.00".

    Their rows in `parsed` become dates alone.
    """
    found = connection.execute(
        f"SELECT seq >> {FILE_SHIFT} FROM parsed WHERE second IS NOT NULL"
        " GROUP BY 1 HAVING count(*) > 1 AND max(second) = 0 AND count(ahead) = 0"
    ).fetchall()
    files = frozenset(file for (file,) in found)
    if files:
        numbers = ", ".join(map(str, sorted(files)))
        connection.execute(f"UPDATE parsed SET second = NULL WHERE seq >> {FILE_SHIFT} IN ({numbers})")
    return files


def forget(connection: duckdb.DuckDBPyConnection, role: str) -> None:
    """Empty the column of a role in `parsed`: it may not be counted."""
    connection.execute(f"UPDATE parsed SET {role} = ''")


def tally(connection: duckdb.DuckDBPyConnection) -> Tally:
    """The counts of `placed`: an item (the rows of one id) counts once, at its earliest time."""
    # time and flags share a number, so that the earliest row is a plain minimum
    connection.execute(
        "CREATE TEMP TABLE items AS SELECT min(seq) AS seq,"
        " min(local * 4 + timed::BIGINT * 2 + doubled::BIGINT) FILTER (cause IS NULL) AS place,"
        " arg_min(channel, seq) FILTER (cause IS NULL AND channel <> '') AS channel,"
        " arg_min(reason, seq) FILTER (cause IS NULL AND reason <> '') AS reason,"
        " arg_min(cause, seq) AS cause FROM placed GROUP BY key"
    )
    rows = connection.execute(
        "SELECT grouping(day), grouping(channel), grouping(reason), day, hour, channel, reason, cause,"
        " count(*), min(seq), sum(place % 2) FROM (SELECT seq, place,"
        f" place // 4 // {DAY} AS day, CASE WHEN place & 2 = 2 THEN place // 4 % {DAY} // 3600 END AS hour,"
        " CASE WHEN place IS NOT NULL THEN coalesce(channel, '') END AS channel,"
        " CASE WHEN place IS NOT NULL THEN coalesce(reason, '') END AS reason,"
        " CASE WHEN place IS NULL THEN cause END AS cause FROM items)"
        " GROUP BY GROUPING SETS ((day, hour), (channel), (reason), (cause)) ORDER BY min(seq)"
    ).fetchall()
    return _tally(rows)


def _tally(rows: Sequence[tuple[int, int, int, int, int, str, str, int, int, int, int]]) -> Tally:
    hours: dict[tuple[date, int | None], int] = {}
    channels, reasons, rejected = list[Value](), list[Value](), list[Value]()
    doubled = 0
    for no_day, no_channel, no_reason, day, hour, channel, reason, cause, count, seq, twice in rows:
        if not no_day and day is not None:
            hours[EPOCH + timedelta(days=day), hour] = count
            doubled += twice
        elif not no_channel and channel is not None:
            channels.append(Value(channel, count, seq))
        elif not no_reason and reason is not None:
            reasons.append(Value(reason, count, seq))
        elif no_day and no_channel and no_reason and cause is not None:
            rejected.append(Value(tuple(causes.ALL)[cause], count, seq))
    return Tally(hours, channels, reasons, rejected, doubled)
