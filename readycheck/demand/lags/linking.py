"""Orders by their numbers, and the contacts that name them: tables in the database, of which only counts leave it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from readycheck.core.profile import LAGS
from readycheck.demand.lags.numbers import (
    number_sql,
    pieces_sql,
    plain_number_sql,
    plain_sql,
    several_sql,
    text_sql,
)
from readycheck.demand.rows.causes import FORMULA_WITHOUT_VALUE
from readycheck.demand.rows.moments import EPOCH
from readycheck.demand.rows.reader import quoted
from readycheck.demand.rows.scan import SINGLE_SQL
from readycheck.demand.rows.zones import DAY

if TYPE_CHECKING:
    import duckdb

LONGEST_LAG = LAGS - 1
"""Days: the kernel reaches from 0 to 60 (DOMAIN §3.4)."""
ReadRows = Callable[[str], None]
"""Runs a statement over all files, in which {ordered} stands for a file's rows and {number} for its number."""
_CELLS = (
    f"(SELECT *, {plain_sql('order_cell')} AS plain, CASE WHEN NOT {plain_sql('order_cell')} THEN"
    f" {text_sql('order_cell')} END AS named FROM ({{ordered}})"
    f" WHERE order_cell NOT IN ('', {quoted(FORMULA_WITHOUT_VALUE.text)}))"
)
_PLACED = f"{_CELLS} JOIN placed p USING (code, text) WHERE p.file = {{number}} AND p.cause IS NULL"
_NONE = "hash('')"
"""Rows without a number are left out afterwards: where they are counted, DuckDB would work out each number twice."""


@dataclass(frozen=True)
class Known:
    """How many rows had an order's number and its time, how many orders they are, from which day to which."""

    rows: int
    orders: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Links:
    """Contacts that name an order.

    `naming` any, `linked` one of the known ones; `lags` those of them that came 0…60 days after it, by day.
    """

    naming: int = 0
    linked: int = 0
    lags: tuple[int, ...] = ()


NO_LINKS = Links()


def _hash_sql() -> str:
    """SQL over `_CELLS`: the number as it is compared; the vocabulary is read only where it is asked for."""
    return f"hash(CASE WHEN plain THEN {plain_number_sql('order_cell')} ELSE {number_sql('named')} END)"


def begin_known(connection: duckdb.DuckDBPyConnection) -> None:
    """Table `known_orders`, for all sessions of the database: no order yet."""
    connection.execute("CREATE OR REPLACE TABLE known_orders (number UBIGINT, day INTEGER)")


def know_orders(connection: duckdb.DuckDBPyConnection, read: ReadRows) -> Known:
    """The orders of the files whose times stand in `placed` come into `known_orders`, each with its first day."""
    connection.execute("CREATE OR REPLACE TEMP TABLE numbered (number UBIGINT, day INTEGER)")
    read(f"INSERT INTO numbered SELECT {_hash_sql()}, local // {DAY} FROM {_PLACED}")
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE dated AS SELECT number, min(day) AS day, count(*) AS n"
        f" FROM numbered WHERE number <> {_NONE} GROUP BY 1"
    )
    connection.execute("INSERT INTO known_orders SELECT number, day FROM dated")
    row = connection.execute("SELECT coalesce(sum(n), 0), count(*), min(day), max(day) FROM dated").fetchone()
    rows, orders, *days = row or (0, 0, None, None)
    first, last = (None if day is None else EPOCH + timedelta(days=day) for day in days)
    return Known(int(rows), int(orders), first, last)


def end_known(connection: duckdb.DuckDBPyConnection) -> int:
    """An order that is in several files is there once, on its first day; how many orders there are."""
    connection.execute(
        "CREATE OR REPLACE TABLE known_orders AS SELECT number, min(day) AS day FROM known_orders GROUP BY 1"
    )
    return _numbers(connection, "SELECT count(*) FROM known_orders")[0]


def count_links(connection: duckdb.DuckDBPyConnection, read: ReadRows) -> Links:
    """The lags of the contacts that were tallied before (tables `placed`, `repeats`, `sound`).

    A contact counts once, on its own first day. Where it names several known orders, in one cell or in several rows,
    it counts for the earliest of those that lie 0…60 days before it: that one the customer has waited for the longest.
    Where none does, because they came after it or long before, it is linked and has no lag.
    """
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE naming (key UBIGINT, day INTEGER, number UBIGINT, several VARCHAR)"
    )
    read(
        f"INSERT INTO naming SELECT CASE WHEN NOT {SINGLE_SQL} THEN key END, local // {DAY}, {_hash_sql()},"
        f" CASE WHEN NOT plain AND {several_sql('named')} THEN named END FROM {_PLACED}"
    )
    _count_simple(connection)
    _count_others(connection)
    return _collected(connection)


_ALONE = "key IS NULL AND several IS NULL"


def _count_simple(connection: duckdb.DuckDBPyConnection) -> None:
    """Table `links` (lag, linked, n) of the contacts of one row that name one order: nearly all of them."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE links AS SELECT c.day - k.day AS lag, k.day IS NOT NULL AS linked, count(*) AS n"
        f" FROM naming c LEFT JOIN known_orders k USING (number) WHERE {_ALONE} AND number <> {_NONE} GROUP BY 1, 2"
    )


def _count_others(connection: duckdb.DuckDBPyConnection) -> None:
    """The contacts that name several orders, or stand in several rows, come into `links` too."""
    rows = f"SELECT *, CASE WHEN key IS NULL THEN rowid END AS line FROM naming WHERE NOT ({_ALONE})"
    pieces = f"SELECT key, line, day, unnest({pieces_sql('several')}) AS piece FROM ({rows}) WHERE several IS NOT NULL"
    numbers = (
        f"SELECT key, line, day, number FROM ({rows}) WHERE several IS NULL UNION ALL"
        f" SELECT key, line, day, hash({number_sql('piece')}) FROM ({pieces})"
    )
    lag = "coalesce(s.day, c.day) - k.day"
    connection.execute(
        "INSERT INTO links SELECT lag, linked, count(*) FROM"
        f" (SELECT max({lag}) FILTER ({lag} BETWEEN 0 AND {LONGEST_LAG}) AS lag, count(k.day) > 0 AS linked"
        f" FROM ({numbers}) c LEFT JOIN sound s USING (key) LEFT JOIN known_orders k USING (number)"
        f" WHERE number <> {_NONE} GROUP BY key, line) GROUP BY 1, 2"
    )


def _collected(connection: duckdb.DuckDBPyConnection) -> Links:
    naming, linked = _numbers(connection, "SELECT sum(n), sum(n) FILTER (linked) FROM links")
    counts = dict(connection.execute(
        f"SELECT lag, sum(n)::BIGINT FROM links WHERE linked AND lag BETWEEN 0 AND {LONGEST_LAG} GROUP BY 1"
    ).fetchall())
    lags = tuple(int(counts.get(lag, 0)) for lag in range(LAGS))
    return Links(naming, linked, lags if linked else ())


def _numbers(connection: duckdb.DuckDBPyConnection, query: str) -> list[int]:
    return [int(number or 0) for number in connection.execute(query).fetchone() or ()]
