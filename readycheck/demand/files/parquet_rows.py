"""A Parquet file's columns written as CSV (in the child process), those of simple types."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from readycheck.demand.files.child import Refused
from readycheck.demand.files.copies import LONGEST_CELL, one_line

if TYPE_CHECKING:
    import duckdb

_BREAKS = r"[\x00-\x1f\x7f-\x{9f}\x{2028}\x{2029}]+"
_NUMBER = re.compile(r"(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\(.*)")
_MOMENT = re.compile(r"TIMESTAMP(_S|_MS|_NS)?")


def work(request: Mapping[str, Any]) -> dict[str, Any]:
    """The CSV at `request["copy"]`; the answer: how many columns were left out because they are nested or binary.

    Refused when it is damaged or has no simple column.
    """
    import duckdb

    connection = duckdb.connect(":memory:", config={
        "autoinstall_known_extensions": "false", "autoload_known_extensions": "false", "threads": 2,
        "memory_limit": f"{request['memory'] // 2}B", "temp_directory": "",
    })
    try:
        connection.execute("SET TimeZone = 'UTC'")
        return _written(connection, Path(request["path"]), Path(request["copy"]))
    except duckdb.OutOfMemoryException as error:
        raise Refused("memory") from error
    except duckdb.Error as error:
        raise Refused("damaged") from error


def _written(connection: duckdb.DuckDBPyConnection, path: Path, copy: Path) -> dict[str, Any]:
    file = f"read_parquet({_quoted(_no_pattern(path))})"
    columns = connection.execute(f"DESCRIBE SELECT * FROM {file}").fetchall()
    cells = {name: _cell_sql(name, kind) for name, kind, *_ in columns}
    simple = [f"{sql} AS {_heading(name)}" for name, sql in cells.items() if sql is not None]
    if not simple:
        raise Refused("no columns")
    connection.execute(
        f"COPY (SELECT {', '.join(simple)} FROM {file}) TO {_quoted(str(copy))}"
        " (FORMAT csv, HEADER true, DELIMITER ',', QUOTE '\"', NULL '')"
    )
    return {"left_out": len(columns) - len(simple)}


def _cell_sql(name: str, kind: str) -> str | None:
    """SQL: a column as text; a moment that is adjusted to UTC says so; None for what no cell can hold."""
    column = _named(name)
    if kind == "VARCHAR" or kind.startswith("ENUM"):
        return f"regexp_replace(left({column}::VARCHAR, {LONGEST_CELL}), '{_BREAKS}', ' ', 'g')"
    if kind == "TIMESTAMP WITH TIME ZONE":
        return f"strftime({column} AT TIME ZONE 'UTC', '%Y-%m-%d %H:%M:%S') || '+00:00'"
    if _MOMENT.fullmatch(kind):
        return f"strftime({column}::TIMESTAMP, '%Y-%m-%d %H:%M:%S')"
    if kind in ("DOUBLE", "FLOAT"):
        return f"regexp_replace({column}::VARCHAR, '\\.0$', '')"
    if kind in ("BOOLEAN", "DATE", "TIME", "UUID") or _NUMBER.fullmatch(kind):
        return f"{column}::VARCHAR"
    return None


def _heading(name: str) -> str:
    return _named(one_line(name))


def _named(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _no_pattern(path: Path) -> str:
    """DuckDB takes * ? [ in a path for a pattern; each alone in brackets is itself."""
    return re.sub(r"([*?\[])", r"[\1]", str(path))
