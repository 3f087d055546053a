"""First response times counted in SQL: rows → seconds until the reply → one contact each → counts by channel."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from readycheck.core.message import say
from readycheck.core.responses import EDGES, MEDIAN, NINETY, ResponseTimes, edge_key
from readycheck.demand.formats.dialects import Dialect, ReplyUnit
from readycheck.demand.formats.opening import Opened
from readycheck.demand.options import DateOrder, ImportOptions
from readycheck.demand.recognition import Recognition
from readycheck.demand.rows import times
from readycheck.demand.rows.reader import Source, cells_sql, quoted, read
from readycheck.demand.rows.refusals import MOST_TEXTS
from readycheck.demand.rows.tally import FILE_SHIFT
from readycheck.demand.rows.zones import DAY, local_rules, step_sql, zone_of
from readycheck.demand.survey.replies import NO_REPLIES, SECONDS, Replies, by_duration, column_of, no_unit, unit_of
from readycheck.demand.words import channel_of

if TYPE_CHECKING:
    import duckdb

ROLES = ("id", "time", "clock", "channel", "replied", "reply")
YEARS = (1990, 2040)
ANOTHER_READING = 1000
"""A file's number in this reading: what it refuses is not told twice."""
LONGEST_CHANNEL = 200
LONGEST_REPLY = 366 * DAY
"""Seconds: a later reply is a mistake in the file."""
_ISO_ZONED = r"'^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$'"
_MOMENTS = ("asked", "replied")
_PLAIN_NUMBER = r"'^-?\d{1,9}(\.\d{1,9})?$'"
_CLOCK3, _CLOCK2 = r"'^(\d{1,5}):(\d{1,2}):(\d{1,2})$'", r"'^(\d{1,5}):(\d{1,2})$'"


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
        _moments(connection, recognition, dates_only)
        return _counted(connection, recognition, "")
    units = _units(connection, sources, dialect, options)
    questions = tuple(no_unit(sources[number]) for number, unit in units.items() if unit is None)
    if questions:
        return Replies(questions=questions)
    _durations(connection, {number: unit for number, unit in units.items() if unit is not None})
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


def _moments(
    connection: duckdb.DuckDBPyConnection, recognition: Recognition, dates_only: Collection[int]
) -> None:
    """Table `contacts` by the moments of contact and reply; a reply before its row's contact is none."""
    rules = local_rules(zone_of(recognition.zone), *YEARS)
    behind = step_sql("wall", [(rule.starts, str(rule.seconds)) for rule in rules])
    odd = step_sql("wall", [(rule.starts, quoted(rule.odd)) for rule in rules])
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
    formed = f"SELECT *, {times.form_sql('text')} AS form FROM ({texts})"
    parts = f"SELECT *, {times.parts_sql('text', 'form')} AS p FROM ({formed})"
    numbers = (
        f"SELECT text, form, p.sep = '.' AS dotted, {times.number_sql('p.a')} AS a, {times.number_sql('p.b')} AS b,"
        f" {times.last_sql('p')} AS c, {times.clock_sql('p')} AS second, {times.offset_sql('p')} AS ahead"
        f" FROM ({parts})"
    )
    walled = f"SELECT text, ahead, ({times.day_sql(order)}) * {DAY} + second AS wall FROM ({numbers})" \
             " WHERE second >= 0 AND coalesce(ahead, 0) < 99999"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE slow_moments AS SELECT text, CASE WHEN ahead IS NOT NULL THEN wall - ahead"
        f" WHEN {odd} <> 'skipped' THEN wall - {behind} END::DOUBLE AS utc FROM ({walled})"
    )


def _units(
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


def _durations(connection: duckdb.DuckDBPyConnection, units: Mapping[int, ReplyUnit]) -> None:
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
