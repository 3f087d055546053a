"""Orders and contacts: looked at for the recognition, counted for the import, by the same steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from readycheck.core.calendar import source_season
from readycheck.core.message import Message, say
from readycheck.core.names import channel_name
from readycheck.demand.coding.marks import is_mark
from readycheck.demand.formats.opening import Opened
from readycheck.demand.lags.linking import NO_LINKS, Links, count_links
from readycheck.demand.lags.told import lags_document, links_lines
from readycheck.demand.recognition import Counted, Recognition
from readycheck.demand.result import ImportResult, entry_of
from readycheck.demand.rows.engine import Engine
from readycheck.demand.rows.moments import Evidence
from readycheck.demand.rows.profile import named_counts, profile_document, ruled_counts
from readycheck.demand.rows.reader import RefusedRow, refused_rows
from readycheck.demand.rows.refusals import nothing_counted, rejections, too_many, unfit_names
from readycheck.demand.rows.settle import settle
from readycheck.demand.rows.tally import Tally
from readycheck.demand.rows.zones import step_of, zone_of
from readycheck.demand.survey.responses import look_at_replies
from readycheck.demand.words import channel_of, reason_of, vocabulary
from readycheck.errors import Problem, ReadycheckError

if TYPE_CHECKING:
    import duckdb

    from readycheck.demand.coding.sample import ByRule


@dataclass(frozen=True)
class _Loaded:
    """The files in the database: what their times look like, rows that are none, files that hold dates only."""

    engine: Engine
    seen: Evidence
    refused: list[list[RefusedRow]]
    dates_only: frozenset[int]


def look_at_times(connection: duckdb.DuckDBPyConnection, blank: Recognition, opened: Opened) -> Recognition:
    """The recognition filled in: zone, date order, channels and reasons, what is refused, what is asked."""
    loaded = _load(connection, blank, opened)
    settled = settle(loaded.seen, opened.dialect, blank.options, blank.shop_timezone, blank.files[0].name)
    crowded = _forget_crowded(loaded.engine, opened)
    recognition = replace(blank, zone=settled.zone, date_order=settled.order)
    counted = _count(recognition, opened, loaded, None)
    questions = [*settled.questions, *crowded, *_unfit(recognition, opened, loaded, counted.tally)]
    if not counted.tally.counted:
        questions += nothing_counted(counted.rejected, opened.sources)
    replies = look_at_replies(connection, recognition, opened, loaded.dates_only)
    questions += replies.questions
    if not questions:
        counted = replace(counted, links=_links(connection, recognition, loaded))
    return replace(
        recognition, counted=counted, questions=tuple(questions), replies=replies,
        found={} if questions else _found(recognition, counted.tally),
        by_rule=_by_rule(recognition, counted.tally),
        settled=(*blank.settled, *settled.said, *_about_dates(loaded, opened), *_about_channel(blank),
                 *replies.said),
    )


def _about_channel(recognition: Recognition) -> list[Message]:
    channel = channel_of(recognition.options.channel or "") if recognition.kind == "contacts" else None
    if channel is None:
        return []
    return [say("all contacts came by {channel}, as you said", channel=channel_name(channel))]


def count_again(
    connection: duckdb.DuckDBPyConnection, recognition: Recognition, opened: Opened, today: date
) -> Counted:
    """The counts once more, without what lies over a year ahead of `today`."""
    loaded = _load(connection, recognition, opened)
    counted = _count(recognition, opened, loaded, today)
    return replace(counted, links=_links(connection, recognition, loaded))


def _links(connection: duckdb.DuckDBPyConnection, recognition: Recognition, loaded: _Loaded) -> Links:
    """Which orders the contacts name, where the orders' files are there."""
    orders = recognition.orders
    return NO_LINKS if orders is None or orders.problems else count_links(connection, loaded.engine.read_again)


def times_result(recognition: Recognition, counted: Counted, today: date) -> ImportResult:
    """The import of orders or contacts; ReadycheckError when nothing was counted."""
    if not counted.tally.counted:
        raise ReadycheckError(*nothing_counted(counted.rejected, ()))
    counts = profile_document(counted.tally, recognition.kind, recognition.season, recognition.reason_names)
    counts |= _by_told_channel(recognition, counted) | lags_document(counted.links) | recognition.replies.document()
    tally = counted.tally
    entry = entry_of(
        recognition, counts, counted.rows, counted.rejected, today, tally.first_at, tally.last_at,
    )
    return ImportResult(entry, counted.rejected, (
        *(links_lines(counted.links, recognition.orders) if recognition.orders else ()),
        *_notes(recognition, counted, counts["grid_of"]), *recognition.replies.lines(recognition.targets),
    ))


def _by_told_channel(recognition: Recognition, counted: Counted) -> dict[str, Any]:
    """All contacts in the one channel that the person named, whatever the file says."""
    channel = channel_of(recognition.options.channel or "")
    if recognition.kind != "contacts" or channel is None:
        return {}
    return {"channels": {channel: counted.tally.counted}, "with_channel": counted.tally.counted}


def _load(connection: duckdb.DuckDBPyConnection, recognition: Recognition, opened: Opened) -> _Loaded:
    told = recognition.options.timezone
    zones = [zone_of(recognition.shop_timezone), *([zone_of(told, "--timezone")] if told else [])]
    engine = Engine(connection, opened.sources, step_of(*zones), opened.progress)
    engine.load()
    refused = [refused_rows(connection, source, n) for n, source in enumerate(opened.sources)]
    dates_only = engine.unmask_dates()
    return _Loaded(engine, engine.evidence(), refused, dates_only)


def _count(recognition: Recognition, opened: Opened, loaded: _Loaded, today: date | None) -> Counted:
    zones = zone_of(recognition.zone), zone_of(recognition.shop_timezone)
    tally = loaded.engine.tally(recognition.date_order, *zones, loaded.seen, today)
    refused = sum(row.lines for rows in loaded.refused for row in rows)
    rows = loaded.engine.rows
    merged = rows - tally.counted - sum(value.count for value in tally.rejected)
    rejected = rejections(opened.sources, loaded.refused, tally.rejected)
    return Counted(tally, rejected, rows + refused, merged)


def _forget_crowded(engine: Engine, opened: Opened) -> list[Problem]:
    """Columns with a thousand texts are no channel or reason: refused before their texts are gathered."""
    problems = []
    for role in ("channel", "reason"):
        if engine.crowded(role):
            engine.forget(role)
            problems.append(too_many(role, opened.sources))
    return problems


def _unfit(recognition: Recognition, opened: Opened, loaded: _Loaded, tally: Tally) -> list[Problem]:
    words = vocabulary()
    known = {"channel": {*words.channels, *words.uncoded}, "reason": {*recognition.reason_names, *words.uncoded}}
    # what rules coded has no text of its own
    reasons = [replace(value, text="") if is_mark(value.text, recognition.reason_names) else value
               for value in tally.reasons]
    values = {"channel": tally.channels, "reason": reasons}
    return [
        problem
        for role, names in known.items()
        for problem in unfit_names(
            role, opened.sources, loaded.refused, values[role], names, loaded.engine.first_with
        )
    ]


def _found(recognition: Recognition, tally: Tally) -> Mapping[str, Mapping[str, int]]:
    namers: Mapping[str, Callable[[str], str | None]] = {
        "channel": channel_of, "reason": lambda text: reason_of(text, recognition.reason_names),
    }
    values = {"channel": tally.channels, "reason": tally.reasons}
    return {role: named_counts(values[role], name_of)[0] for role, name_of in namers.items()}


def _by_rule(recognition: Recognition, tally: Tally) -> ByRule | None:
    before = recognition.by_rule
    return before and replace(before, counts=ruled_counts(tally, recognition.reason_names))


def _about_dates(loaded: _Loaded, opened: Opened) -> Sequence[Message]:
    return [
        say("{file}: every time is midnight, so they are taken as dates without an hour",
            file=opened.sources[number].text.name)
        for number in sorted(loaded.dates_only)
    ]


def _notes(recognition: Recognition, counted: Counted, grid_of: str) -> Sequence[Message]:
    """What a person should know of how it was counted."""
    notes = [*recognition.settled]
    tally = counted.tally
    if tally.doubled:
        notes.append(say("times in the hour that clocks show twice: {count}; taken as the first of the two",
                         count=tally.doubled))
    untimed = sum(count for (_, hour), count in tally.hours.items() if hour is None)
    if untimed:
        notes.append(say("dates without an hour: {count}; counted by day, not in the heat map", count=untimed))
    if counted.merged:
        notes.append(say("rows with an id that was there already: {count}; an id counts once",
                         count=counted.merged))
    if grid_of == "all" and tally.counted > untimed:
        notes.append(_out_of_season(tally, *source_season(recognition.season)))
    return notes


def _out_of_season(tally: Tally, first: date, last: date) -> Message:
    """The heat map shows other times than last season's: from when they are, and how old."""
    days = [day for day, hour in tally.hours if hour is not None]
    newest = max(days)
    years = first.year - newest.year - ((first.month, first.day) < (newest.month, newest.day))
    age = say("") if years < 1 else say(", the newest over a year before it") if years == 1 else (
        say(", the newest over {years} years before it", years=years))
    return say("the times are from {oldest} to {newest}, none from last season, {first} – {last}{age}: the heat map "
               "counts all of them", oldest=min(days), newest=newest, first=first, last=last, age=age)
