"""Ids that stand in more than one row: an item counts once, so their rows must be looked at together."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from readycheck.demand.files.table import records
from readycheck.demand.rows.edges import Seconds, end_codes, ends_sql
from readycheck.demand.rows.reader import Source
from readycheck.demand.rows.scan import Scan

if TYPE_CHECKING:
    import duckdb

AT_ONCE = 2_000_000
"""Keys that are compared at a time: memory stays the same, however long the file."""
WIDEST = 1 << 28
"""Numbers that a set of bits may span: 32 MB of them."""
LONG = 1 << 24
"""Bytes from which on a file is worth the set of bits."""
LOOK = 1 << 16
Run = Callable[[Scan, str], None]
"""Runs a statement over a scan's file, in which {rows} and {file} stand for its SQL."""


def find_repeats(connection: duckdb.DuckDBPyConnection, scans: Sequence[Scan], run: Run) -> int:
    """Table `repeats` of the keys that stand in more than one row of the files; how many there are."""
    connection.execute("CREATE OR REPLACE TEMP TABLE keys (key UBIGINT)")
    for scan in scans:
        run(scan, "INSERT INTO keys SELECT key FROM ({rows}) WHERE key IS NOT NULL")
    rows = _number(connection, "SELECT count(*) FROM keys")
    parts = rows // AT_ONCE + 1
    for part in range(parts):
        connection.execute(
            f"INSERT INTO repeats SELECT key FROM keys WHERE key % {parts} = {part} GROUP BY key HAVING count(*) > 1"
        )
    connection.execute("DROP TABLE keys")
    return _number(connection, "SELECT count(*) FROM repeats")


def _number(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    ((number,),) = connection.execute(query).fetchall()
    return int(number)


def all_different(connection: duckdb.DuckDBPyConnection, scan: Scan, run: Run) -> Seconds | None:
    """None unless the ids are whole numbers, each there once; else what the same reading tells of the file's ends.

    A bit for each number takes half the time of a set of them.
    """
    low, high = _span(scan.source)
    if not 0 < high - low < WIDEST:
        return None
    codes = end_codes(connection, scan)
    columns, ends = ends_sql(scan, codes)
    id, time = (f"c{scan.source.columns[role]}" for role in ("id", "time"))
    within = f"CASE WHEN id BETWEEN {low} AND {high} THEN id END"
    run(scan, (
        "CREATE OR REPLACE TEMP TABLE bits AS SELECT count(*) AS rows,"
        f" bit_count(bitstring_agg({within}, {low}, {high})) AS different{ends}"
        f" FROM (SELECT TRY_CAST(id AS BIGINT) AS id{columns} FROM (SELECT {id} AS id, {time} AS time FROM {{file}}))"
    ))
    rows, different, *seconds = connection.execute("SELECT * FROM bits").fetchall()[0]
    if rows != different:
        return None
    pairs = zip(seconds[::2], seconds[1::2], strict=True)
    return {(scan.number, code): (int(first or 0), int(last or 0))
            for code, (first, last) in zip(codes, pairs, strict=False)}


def _span(source: Source) -> tuple[int, int]:
    """Between which numbers the ids probably are, by the file's two ends: (0, 0) where they are no numbers.

    A guess: an id outside it only costs the quick way.
    """
    if source.text.readable.stat().st_size < LONG:
        return 0, 0
    column = source.columns["id"]
    first = (cells for _, cells in islice(records(source.text.readable, source.table), 50))
    rows = [*first, *_last_rows(source.text.readable, source.table.delimiter)]
    cells = [row[column].strip() for row in rows if len(row) > column]
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 19]
    if len(numbers) < 2:
        return 0, 0
    room = (max(numbers) - min(numbers)) // 4 + 1000
    return max(min(numbers) - room, 0), max(numbers) + room


def _last_rows(path: Path, delimiter: str) -> Iterator[list[str]]:
    """Rows at the file's end, the first and the last of them perhaps in part."""
    with path.open("rb") as file:
        file.seek(-LOOK, 2)
        lines = file.read().decode("utf-8", "replace").splitlines()[1:-1]
    return csv.reader(lines[-50:], delimiter=delimiter)
