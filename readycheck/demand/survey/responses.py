"""First response times counted in SQL: rows → one contact each with its seconds until the reply → counts by channel."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from readycheck.core.message import say
from readycheck.core.responses import EDGES, MEDIAN, NINETY, ResponseTimes, edge_key
from readycheck.demand.formats.opening import Opened
from readycheck.demand.options import ImportOptions
from readycheck.demand.recognition import Recognition
from readycheck.demand.rows import times
from readycheck.demand.rows.reader import Source, cells_sql, read
from readycheck.demand.rows.refusals import MOST_TEXTS
from readycheck.demand.rows.tally import FILE_SHIFT
from readycheck.demand.rows.zones import DAY
from readycheck.demand.survey.replies import NO_REPLIES, Replies, by_duration, column_of, no_unit
from readycheck.demand.survey.reply_durations import read_durations, units_of
from readycheck.demand.survey.reply_moments import place_replies
from readycheck.demand.words import channel_of

if TYPE_CHECKING:
    import duckdb

ROLES = ("id", "time", "clock", "channel", "replied", "reply")
ANOTHER_READING = 1000
"""A file's number in this reading: what it refuses is not told twice."""
LONGEST_CHANNEL = 200
LONGEST_REPLY = 366 * DAY
"""Seconds: a later reply is a mistake in the file."""


def look_at_replies(
    connection: duckdb.DuckDBPyConnection, recognition: Recognition, opened: Opened, dates_only: Collection[int]
) -> Replies:
    """The first responses of the contacts, by channel; nothing where no column tells them.

    `dates_only` are the files whose times have no hour.
    """
    sources, dialect, options = opened.sources, opened.dialect, recognition.options
    if recognition.kind != "contacts" or not any({"replied", "reply"} & set(source.columns) for source in sources):
        return NO_REPLIES
    _load(connection, sources)
    replied, reply = connection.execute(
        "SELECT count(*) FILTER (replied <> ''), count(*) FILTER (reply <> '') FROM reply_cells"
    ).fetchone() or (0, 0)
    if not replied and not reply:
        return Replies(said=(say("no first response is told: its column is empty"),))
    if not by_duration(options, replied, reply) or _only_moments(connection):
        place_replies(connection, recognition, dates_only)
        return _counted(connection, recognition, "")
    units = units_of(connection, sources, dialect, options)
    questions = tuple(no_unit(sources[number]) for number, unit in units.items() if unit is None)
    if questions:
        return Replies(questions=questions)
    read_durations(connection, {number: unit for number, unit in units.items() if unit is not None})
    return _counted(connection, recognition, column_of(sources, dialect, options))


def _load(connection: duckdb.DuckDBPyConnection, sources: Sequence[Source]) -> None:
    """Table `reply_cells`: the cells of every row that may be a contact; `key` is the same for rows of one id."""
    for number, source in enumerate(sources):
        key = "hash(id)" if "id" in source.columns else "seq::UBIGINT"
        named = " AND id <> ''" if "id" in source.columns else ""
        cells = f"SELECT * REPLACE ({times.joined_sql()}), {number << FILE_SHIFT}::BIGINT + n AS seq" \
                f" FROM ({cells_sql(source, ANOTHER_READING + number, ROLES)})"
        insert = "CREATE OR REPLACE TEMP TABLE reply_cells AS" if number == 0 else "INSERT INTO reply_cells"
        read(connection, f"{insert} SELECT {number} AS file, seq, {key} AS key, time, replied, reply,"
                         f" left(lower(channel), {LONGEST_CHANNEL}) AS channel FROM ({cells})"
                         f" WHERE time <> '' AND NOT left_out{named}", source)


def _only_moments(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the column of durations holds dates with their hour: then they are the moments of reply."""
    moment = r"'\d{1,4}[-./]\d{1,2}[-./]\d{2,4}.*\d{1,2}[:.]\d{2}'"
    found = connection.execute(
        f"SELECT bool_and(regexp_matches(reply, {moment})) FROM reply_cells WHERE reply <> ''"
    ).fetchone()
    if found != (True,):
        return False
    connection.execute("UPDATE reply_cells SET replied = reply")
    return True


def _counted(connection: duckdb.DuckDBPyConnection, recognition: Recognition, of: str) -> Replies:
    """`contacts` by channel. The quantiles are those of core.responses; every channel's own target is an edge."""
    targets = recognition.targets
    edges = sorted({*EDGES, *targets.values()})
    connection.execute(f"UPDATE contacts SET reply = NULL WHERE reply > {LONGEST_REPLY}")
    _name_channels(connection, recognition.options)
    within = ", ".join(f"count(*) FILTER (reply <= {edge!r})" for edge in edges)
    rows = connection.execute(
        "SELECT name, count(reply), count(*) FILTER (NOT told), count(*) FILTER (told AND reply IS NULL),"
        f" quantile_cont(reply, {MEDIAN}), quantile_cont(reply, {NINETY}), {within}"
        " FROM contacts LEFT JOIN channel_names USING (channel) GROUP BY 1 ORDER BY 2 DESC, 1"
    ).fetchall()
    kept = {name: {*EDGES, targets.get(name, EDGES[0])} for name, *_ in rows}
    times_by = {
        name: ResponseTimes(n, unanswered, _rounded(median), _rounded(ninety), {
            edge_key(edge): count for edge, count in zip(edges, counts, strict=True) if edge in kept[name]
        })
        for name, n, unanswered, _, median, ninety, *counts in rows if name is not None
    }
    said = (say("first responses by the column \"{column}\"", column=of),) if of else ()
    return Replies(times_by, of, sum(row[3] for row in rows), sum(row[1] for row in rows if row[0] is None), said)


def _name_channels(connection: duckdb.DuckDBPyConnection, options: ImportOptions) -> None:
    """Table `channel_names`: the channel that each text names; one for all where the person named it."""
    told = channel_of(options.channel or "")
    if told is not None:
        connection.execute("UPDATE contacts SET channel = ''")
    texts = [text for (text,) in connection.execute(
        "SELECT channel FROM contacts WHERE channel IS NOT NULL GROUP BY 1"
        f" ORDER BY count(*) DESC, 1 LIMIT {MOST_TEXTS}"
    ).fetchall()]
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE channel_names AS"
        " SELECT unnest(?::VARCHAR[]) AS channel, unnest(?::VARCHAR[]) AS name",
        [texts, [told or channel_of(text) for text in texts]],
    )


def _rounded(seconds: float | None) -> float | None:
    """Whole milliseconds: what no clock can tell is not kept."""
    return None if seconds is None else round(seconds, 3)
