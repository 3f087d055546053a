"""Replies by how long they took: the unit of each file's durations, and the shortest of each contact, in SQL."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from readycheck.demand.formats.dialects import Dialect, ReplyUnit
from readycheck.demand.options import ImportOptions
from readycheck.demand.rows.reader import Source
from readycheck.demand.survey.replies import SECONDS, unit_of

if TYPE_CHECKING:
    import duckdb

_PLAIN_NUMBER = r"'^-?\d{1,9}(\.\d{1,9})?$'"
_CLOCK3, _CLOCK2 = r"'^(\d{1,5}):(\d{1,2}):(\d{1,2})$'", r"'^(\d{1,5}):(\d{1,2})$'"


def units_of(
    connection: duckdb.DuckDBPyConnection, sources: Sequence[Source], dialect: Dialect, options: ImportOptions
) -> dict[int, ReplyUnit | None]:
    """The unit of each file's durations; where nothing names it and all read like 10:25:00, that is the unit."""
    found: dict[int, ReplyUnit | None] = {}
    for number, source in enumerate(sources):
        if "reply" in source.columns:
            clocks = connection.execute(
                f"SELECT bool_and(regexp_matches(reply, {_CLOCK3})) FROM reply_cells"
                f" WHERE file = {number} AND reply <> ''"
            ).fetchone() or (None,)
            # a file without any duration has no unit to ask for
            found[number] = unit_of(source, dialect, options) or ("clock" if clocks[0] in (None, True) else None)
    return found


def read_durations(connection: duckdb.DuckDBPyConnection, units: Mapping[int, ReplyUnit]) -> None:
    """Table `contacts` by the durations until the reply: the shortest of an id that is not negative."""
    seconds = " ".join(f"WHEN {number} THEN {_seconds_sql(unit)}" for number, unit in units.items())
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE contacts AS SELECT key, arg_min(channel, seq) FILTER (channel <> '') AS channel,"
        " min(seconds) FILTER (seconds >= 0) AS reply, bool_or(reply <> '') AS told"
        f" FROM (SELECT *, CASE file {seconds} END AS seconds FROM reply_cells) GROUP BY key"
    )


def _seconds_sql(unit: ReplyUnit) -> str:
    """SQL: a duration in seconds; 10:25:00 is 10 h 25 min in every unit, 10:25 so in hours, 10 min 25 s in minutes."""
    def part(pattern: str, group: int) -> str:
        return f"TRY_CAST(regexp_extract(reply, {pattern}, {group}) AS DOUBLE)"

    three = f"{part(_CLOCK3, 1)} * 3600 + {part(_CLOCK3, 2)} * 60 + {part(_CLOCK3, 3)}"
    low = 60 if unit in ("hours", "clock") else 1
    two = f"WHEN regexp_matches(reply, {_CLOCK2}) THEN {part(_CLOCK2, 1)} * {60 * low} + {part(_CLOCK2, 2)} * {low}" \
        if unit != "seconds" else ""
    plain = "replace(replace(replace(reply, ' ', ''), ',', '.'), '−', '-')"
    number = f"WHEN regexp_matches({plain}, {_PLAIN_NUMBER}) THEN TRY_CAST({plain} AS DOUBLE) * {SECONDS[unit]}" \
        if unit in SECONDS else ""
    return f"CASE WHEN regexp_matches(reply, {_CLOCK3}) THEN {three} {two} {number} END"
