"""Ids that stand in more than one row: an item counts once, so their rows must be looked at together."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from readycheck.demand.files.table import records
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
Run = Callable[[Scan, str], Scan]
"""Runs a statement made with a scan's file, given as a template for `str.format(rows=…, file=…)`."""


def find_repeats(connection: duckdb.DuckDBPyConnection, scans: Sequence[Scan], run: Run) -> int:
    """Table `repeats` of the keys that stand in more than one row of all files; how many there are."""
    connection.execute("CREATE OR REPLACE TEMP TABLE repeats (key UBIGINT)")
    keyed = [scan for scan in scans if scan.has_ids]
    if not keyed or (len(keyed) == 1 and _all_different(connection, keyed[0], run)):
        return 0
    connection.execute("CREATE OR REPLACE TEMP TABLE keys (key UBIGINT)")
    for scan in keyed:
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


def _all_different(connection: duckdb.DuckDBPyConnection, scan: Scan, run: Run) -> bool:
    """Whether the ids are whole numbers, each there once: a bit for each takes half the time of a set of them."""
    low, high = _span(scan.source)
    if not 0 < high - low < WIDEST:
        return False
    cell = f"TRY_CAST(c{scan.source.columns['id']} AS BIGINT)"
    within = f"CASE WHEN id BETWEEN {low} AND {high} THEN id END"
    run(scan, (
        "CREATE OR REPLACE TEMP TABLE bits AS SELECT count(*) AS rows,"
        f" bit_count(bitstring_agg({within}, {low}, {high})) AS different FROM (SELECT {cell} AS id FROM {{file}})"
    ))
    rows, different = connection.execute("SELECT rows, different FROM bits").fetchall()[0]
    return bool(rows == different)


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
