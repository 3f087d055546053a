"""DuckDB reads a table's cells as text, row by row, and says which rows are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from readycheck.core.message import Message, say
from readycheck.demand.files.table import Table, line_of_records
from readycheck.demand.files.text import CHUNK, TextFile
from readycheck.demand.rows import causes
from readycheck.errors import ReadycheckError, wrong

if TYPE_CHECKING:
    import duckdb

LONGEST_ROW = 2_000_000
LONGEST_CELL = 20_000
_REFUSED: Mapping[str, Message] = {
    "TOO MANY COLUMNS": causes.TOO_MANY_CELLS,
    "LINE SIZE OVER MAXIMUM": causes.TOO_LONG,
}


@dataclass(frozen=True)
class Source:
    """A file as it is read: which column (from 0) is what, and which values make a row none of ours.

    `overrides` are SQL expressions by role that stand in for its cell, `joins` the SQL of tables that they look
    into.
    """

    text: TextFile
    table: Table
    columns: Mapping[str, int]
    leave_out: Mapping[int, frozenset[str]]
    overrides: Mapping[str, str] = field(default_factory=dict)
    joins: str = ""


@dataclass(frozen=True)
class RefusedRow:
    """A row that is no row of the table: on which line it starts, and how many lines it swallowed."""

    cause: str
    line: int
    lines: int


def connect(folder: Path) -> duckdb.DuckDBPyConnection:
    """A database in memory that keeps to itself; what it cannot hold it puts into `folder`."""
    import duckdb

    connection = duckdb.connect(":memory:", config={
        "autoinstall_known_extensions": "false", "autoload_known_extensions": "false",
        "temp_directory": str(folder / "spill"),
    })
    # TRY_CAST over read_csv raises in DuckDB 2.0 when the cast is pushed into the reader
    connection.execute("SET disabled_optimizers = 'type_pushdown'")
    connection.execute("SET enable_progress_bar = false")
    connection.execute("SET TimeZone = 'UTC'")
    return connection


def beside(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Another session of the same database: its temporary tables are its own and go with it, all others are shared."""
    session = connection.cursor()
    session.execute("SET TimeZone = 'UTC'")
    return session


def cells_sql(source: Source, number: int, roles: Sequence[str]) -> str:
    """SQL: n (rows counted from 1, in order), the roles' cells trimmed, left_out; '' where there is no cell."""
    cells = ", ".join(f"{trimmed_sql(cell_sql(source, role))} AS {role}" for role in roles)
    return (
        f"SELECT row_number() OVER () AS n, {cells}, {left_out_sql(source)} AS left_out"
        f" FROM {file_sql(source, number, in_order=True)}"
    )


def cell_sql(source: Source, role: str) -> str:
    """SQL: the cell of a role as it stands in the file, or what stands in for it; '' where there is none."""
    return f"coalesce({raw_cell_sql(source, role)}, '')"


def raw_cell_sql(source: Source, role: str) -> str:
    """SQL: the same, NULL where there is none."""
    index = source.columns.get(role)
    return source.overrides.get(role) or ("NULL::VARCHAR" if index is None else f"c{index}")


def trimmed_sql(text: str) -> str:
    """SQL: without blanks at its ends, blanks that do not break being blanks: Finnish spreadsheets write them."""
    return f"trim(replace(replace({text}, chr(160), ' '), chr(8239), ' '))"


def left_out_sql(source: Source) -> str:
    """SQL: whether a value of the row, its status mostly, makes it none of ours."""
    folded = "trim(regexp_replace(lower(c{index}), '[^\\pL\\pN]+', ' ', 'g')) IN ({values})"
    found = " OR ".join(
        folded.format(index=index, values=_texts(values)) for index, values in source.leave_out.items()
    )
    return f"coalesce({found}, false)" if found else "false"


def _texts(values: frozenset[str]) -> str:
    return ", ".join(quoted(value) for value in sorted(values))


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def file_sql(source: Source, number: int, *, in_order: bool) -> str:
    """SQL: all cells as text, and what `joins` adds; nothing is detected: DuckDB's detection fails on one short row.

    Strict, because the lenient mode drops cells and swallows rows in silence. `in_order`: in one thread, because
    only so are row numbers right and quoted line breaks allowed beside short rows.
    """
    columns = ", ".join(f"'c{index}': 'VARCHAR'" for index in range(len(source.table.headings)))
    return (
        f"read_csv({quoted(str(source.text.readable))}, columns = {{{columns}}}, auto_detect = false,"
        f" delim = {quoted(source.table.delimiter)}, quote = '\"', escape = '\"', header = false,"
        f" skip = {source.table.skip_records}, null_padding = true, strict_mode = true, parallel = {not in_order},"
        f" ignore_errors = true, store_rejects = true, rejects_table = 'refused_{number}',"
        f" rejects_scan = 'scan_{number}', max_line_size = {LONGEST_ROW}, compression = 'none') {source.joins}"
    )


def read(connection: duckdb.DuckDBPyConnection, statement: str, source: Source) -> None:
    """Run a statement that reads the source; ReadycheckError where DuckDB makes no table of it."""
    import duckdb

    try:
        connection.execute(statement)
    except duckdb.Error as error:
        raise unreadable(source) from error


def unreadable(source: Source) -> ReadycheckError:
    """The error of a file that has headings but no readable rows."""
    return wrong(
        say("this cannot be read as a table."), say("Save it again as CSV (UTF-8)."), file=source.text.name
    )


def refused_rows(connection: duckdb.DuckDBPyConnection, source: Source, number: int) -> list[RefusedRow]:
    """The rows that DuckDB could not take as rows, in the file's order."""
    found = connection.execute(
        "SELECT line_byte_position, any_value(error_type)::VARCHAR,"
        " any_value(length(csv_line) - length(ltrim(csv_line, chr(10) || chr(13)))),"
        " any_value(length(trim(csv_line, chr(10) || chr(13)))"
        "   - length(replace(trim(csv_line, chr(10) || chr(13)), chr(10), '')))"
        f" FROM refused_{number} WHERE line_byte_position IS NOT NULL GROUP BY ALL ORDER BY 1"
    ).fetchall()
    lines = _lines_at(source.text.readable, [position for position, *_ in found])
    return [
        # a line break inside a row whose quotes are sound is part of a cell
        RefusedRow(_REFUSED.get(kind, causes.BROKEN_QUOTES).text, line + blank, 1 if kind in _REFUSED else 1 + breaks)
        for (_, kind, blank, breaks), line in zip(found, lines, strict=True)
    ]


def _lines_at(path: Path, positions: Sequence[int]) -> list[int]:
    """The line of each byte position (from 1, ascending): DuckDB's own line numbers count rows, not lines."""
    lines: list[int] = []
    before = line = 0
    with path.open("rb") as file:
        chunk = file.read(CHUNK)
        seen = 0
        for position in positions:
            while position - 1 > before + len(chunk):
                line += chunk.count(b"\n", seen)
                before, seen, chunk = before + len(chunk), 0, file.read(CHUNK)
            line += chunk.count(b"\n", seen, position - 1 - before)
            seen = position - 1 - before
            lines.append(line + 1)
    return lines


def lines_of(source: Source, rows: set[int], refused: Sequence[RefusedRow]) -> dict[int, int]:
    """The line in the file of each row number that `cells_sql` gave."""
    starts = {row.line for row in refused}
    quoted = bool(source.text.quotes)
    return line_of_records(source.text.readable, source.table, rows, starts, quoted=quoted) if rows else {}
