"""Replies by their moments: contact and first reply placed in time in SQL, plain ISO times at once."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from readycheck.demand.options import DateOrder
from readycheck.demand.recognition import Recognition
from readycheck.demand.rows import times
from readycheck.demand.rows.zones import DAY, wall_sql, zone_of

if TYPE_CHECKING:
    import duckdb

YEARS = (1990, 2040)
_ISO_ZONED = r"'^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$'"
_MOMENTS = ("asked", "replied")


def place_replies(
    connection: duckdb.DuckDBPyConnection, recognition: Recognition, dates_only: Collection[int]
) -> None:
    """Table `contacts` by the moments of contact and reply; a reply before its row's contact is none."""
    behind, odd = wall_sql(zone_of(recognition.zone), *YEARS)
    hours = f"file NOT IN ({', '.join(map(str, sorted(dates_only)))})" if dates_only else "true"
    fast = f"SELECT key, seq, channel, CASE WHEN {hours} THEN time ELSE '' END AS asked, replied," \
           f" {_fast_sql('asked', behind, odd)} AS asked_utc, {_fast_sql('replied', behind, odd)} AS replied_utc" \
           " FROM reply_cells"
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE moments_of AS SELECT key, seq, channel, asked_utc, replied_utc,"
        " replied <> '' AS told, CASE WHEN asked_utc IS NULL THEN asked ELSE '' END AS asked,"
        f" CASE WHEN replied_utc IS NULL THEN replied ELSE '' END AS replied FROM ({fast})"
    )
    _slow_moments(connection, recognition.date_order, behind, odd)
    utc = ", ".join(f"coalesce({role}_utc, s_{role}.utc) AS {role}_utc" for role in _MOMENTS)
    joins = " ".join(f"LEFT JOIN slow_moments s_{role} ON {role} = s_{role}.text" for role in _MOMENTS)
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE contacts AS SELECT key, arg_min(channel, seq) FILTER (channel <> '') AS channel,"
        " min(replied_utc) FILTER (replied_utc >= asked_utc) - min(asked_utc) AS reply,"
        " bool_or(told) OR min(asked_utc) IS NULL AS told"
        f" FROM (SELECT key, seq, channel, told, {utc} FROM moments_of {joins}) GROUP BY key"
    )


def _fast_sql(role: str, behind: str, odd: str) -> str:
    """SQL: a plain ISO time in seconds of UTC, most exports' own; NULL for any other way of writing it."""
    naive = f"(SELECT CASE WHEN {odd} <> 'skipped' THEN wall - {behind} END" \
            f" FROM (SELECT epoch(TRY_CAST({role} AS TIMESTAMP)) AS wall))"
    plain = f"strlen({role}) IN (16, 19) AND substr({role}, 5, 1) = '-' AND substr({role}, 14, 1) = ':'"
    zoned = f"strlen({role}) > 19 AND regexp_matches({role}, {_ISO_ZONED})"
    return f"CASE WHEN {plain} THEN {naive} WHEN {zoned} THEN epoch(TRY_CAST({role} AS TIMESTAMPTZ)) END"


def _slow_moments(connection: duckdb.DuckDBPyConnection, order: DateOrder, behind: str, odd: str) -> None:
    """Table `slow_moments`: every different text that is no plain ISO time, with its seconds of UTC."""
    texts = " UNION ".join(
        f"SELECT {role} AS text FROM moments_of WHERE {role} <> ''" for role in _MOMENTS
    )
    numbers = times.numbers_sql(texts)
    walled = f"SELECT text, ahead, ({times.day_sql(order)}) * {DAY} + second AS wall FROM ({numbers})" \
             " WHERE second >= 0 AND coalesce(ahead, 0) < 99999"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE slow_moments AS SELECT text, CASE WHEN ahead IS NOT NULL THEN wall - ahead"
        f" WHEN {odd} <> 'skipped' THEN wall - {behind} END::DOUBLE AS utc FROM ({walled})"
    )
