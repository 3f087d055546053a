"""The counts of an import, out of its rows: each item once, at its earliest time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from readycheck.demand.rows import causes
from readycheck.demand.rows.moments import EPOCH
from readycheck.demand.rows.reader import trimmed_sql
from readycheck.demand.rows.scan import REFUSED, REFUSED_SQL
from readycheck.demand.rows.zones import DAY

if TYPE_CHECKING:
    import duckdb

AT_ONCE = 2_000_000
LONGEST_NAME = 200
FILE_SHIFT = 40
COUNTS = "hours (day BIGINT, hour BIGINT, n BIGINT, doubled BIGINT)", \
    "names (channel VARCHAR, reason VARCHAR, n BIGINT)", "refused (cause UTINYINT, n BIGINT)"


@dataclass(frozen=True)
class Value:
    """A text of a column, or a cause, how many items have it, and the first row that does (`file << 40 | row`)."""

    text: str
    count: int
    seq: int = 0


@dataclass(frozen=True)
class Tally:
    """All counts of an import. `hours` by (day, hour), the hour None for a date alone; `rejected` by cause.

    `first_at`, `last_at`: the first and last instant in the shop's zone, to the minute. `last`: the last day that any
    row tells, whether it counts or stands behind an earlier one of its id.
    """

    hours: Mapping[tuple[date, int | None], int] = field(default_factory=dict)
    channels: Sequence[Value] = ()
    reasons: Sequence[Value] = ()
    rejected: Sequence[Value] = ()
    doubled: int = 0
    first_at: datetime | None = None
    last_at: datetime | None = None
    last: date = date.min

    @property
    def counted(self) -> int:
        """Items that have a place in time."""
        return sum(self.hours.values())


def begin(connection: duckdb.DuckDBPyConnection) -> None:
    """The empty tables of counts."""
    for table in COUNTS:
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {table}")


def count_singles(connection: duckdb.DuckDBPyConnection) -> None:
    """Rows whose id stands once, out of `singles` and `placed`."""
    connection.execute(
        f"INSERT INTO hours SELECT local // {DAY}, CASE WHEN timed THEN local % {DAY} // 3600 END, sum(s.n),"
        " sum(CASE WHEN doubled THEN s.n ELSE 0 END)"
        " FROM singles s JOIN placed p USING (file, code, text) WHERE cause IS NULL GROUP BY 1, 2"
    )
    connection.execute(
        f"INSERT INTO refused SELECT code - {REFUSED}, sum(n) FROM singles"
        f" WHERE {REFUSED_SQL} GROUP BY 1"
        " UNION ALL SELECT cause, sum(s.n) FROM singles s JOIN placed p USING (file, code, text)"
        " WHERE cause IS NOT NULL GROUP BY 1"
    )


def count_repeated(connection: duckdb.DuckDBPyConnection) -> None:
    """Items of several rows, out of `repeated` and `placed`; `sound` keeps the keys that count, and when."""
    ((rows,),) = connection.execute("SELECT count(*) FROM repeated").fetchall()
    parts = rows // AT_ONCE + 1
    connection.execute("CREATE OR REPLACE TEMP TABLE sound (key UBIGINT, instant BIGINT, day BIGINT)")
    for part in range(parts):
        connection.execute(f"CREATE OR REPLACE TEMP TABLE items AS {_items_sql(parts, part)}")
        connection.execute(
            f"INSERT INTO hours SELECT place // 4 // {DAY}, CASE WHEN place & 2 = 2 THEN place // 4 % {DAY} // 3600"
            " END, count(*), sum(place & 1) FROM items WHERE place IS NOT NULL GROUP BY 1, 2"
        )
        connection.execute(
            "INSERT INTO names SELECT channel, reason, count(*) FROM items WHERE place IS NOT NULL GROUP BY 1, 2"
        )
        connection.execute("INSERT INTO refused SELECT cause, count(*) FROM items WHERE place IS NULL GROUP BY 1")
        connection.execute(
            f"INSERT INTO sound SELECT key, CASE WHEN place & 2 = 2 THEN utc END, place // 4 // {DAY} FROM items"
            " WHERE place IS NOT NULL"
        )


def _items_sql(parts: int, part: int) -> str:
    """SQL: the items of a part of the keys, with what their earliest rows say."""
    # time and flags share a number, so that the earliest row is a plain minimum
    rows = (
        f"SELECT r.key, coalesce(p.cause, CASE WHEN {REFUSED_SQL} THEN code - {REFUSED} END) AS cause,"
        " (local + rest) * 4 + timed::BIGINT * 2 + doubled::BIGINT AS place, utc + rest AS utc, r.channel, r.reason"
        f" FROM repeated r LEFT JOIN placed p USING (file, code, text) WHERE r.key % {parts} = {part}"
    )
    first = f"arg_min({{role}}, (place, {{role}})) FILTER (cause IS NULL AND {trimmed_sql('{role}')} <> '') AS {{role}}"
    return (
        "SELECT key, min(place) FILTER (cause IS NULL) AS place, arg_min(utc, place) FILTER (cause IS NULL) AS utc,"
        f" {first.format(role='channel')},"
        f" {first.format(role='reason')}, min(cause) AS cause FROM ({rows}) GROUP BY key"
    )


def collected(connection: duckdb.DuckDBPyConnection) -> Tally:
    """The counts of the tables added up."""
    hours = connection.execute(
        "SELECT day, hour, sum(n), sum(doubled) FROM hours GROUP BY 1, 2 ORDER BY 1, 2"
    ).fetchall()
    names = connection.execute("SELECT channel, reason, sum(n) FROM names GROUP BY 1, 2").fetchall()
    refused = connection.execute("SELECT cause, sum(n) FROM refused GROUP BY 1 ORDER BY 1").fetchall()
    ((last,),) = connection.execute(f"SELECT max(local // {DAY}) FROM placed WHERE cause IS NULL").fetchall()
    return Tally(
        last=date.min if last is None else EPOCH + timedelta(days=last),
        hours={(EPOCH + timedelta(days=day), hour): int(n) for day, hour, n, _ in hours},
        channels=_values((channel, n) for channel, _, n in names),
        reasons=_values((reason, n) for _, reason, n in names),
        rejected=tuple(Value(tuple(causes.ALL)[cause], int(n)) for cause, n in refused),
        doubled=sum(int(doubled) for *_, doubled in hours),
    )


def tidy(cell: str | None) -> str:
    """A cell without blanks at its ends, in small letters: how names are compared."""
    return (cell or "").replace("\xa0", " ").replace("\u202f", " ").strip(" ").lower()[:LONGEST_NAME]


def _values(found: Iterable[tuple[str | None, int]]) -> tuple[Value, ...]:
    counts: dict[str, int] = {}
    for cell, n in found:
        counts[tidy(cell)] = counts.get(tidy(cell), 0) + int(n)
    return tuple(Value(text, count) for text, count in sorted(counts.items()))

