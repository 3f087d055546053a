"""What a person said about such files before: found by their headings, taken again, and kept for the next ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from readycheck.core.imported import KeptMapping
from readycheck.core.message import Message, say
from readycheck.core.names import channel_name
from readycheck.core.text import clean
from readycheck.demand.formats.dialects import Dialect, dialects, recognised_format
from readycheck.demand.formats.units import told_unit
from readycheck.demand.options import AUTO, ROLES, ImportOptions, Kind
from readycheck.demand.personal import looks_personal
from readycheck.demand.words import channel_of, fold_heading
from readycheck.errors import Problem


@dataclass(frozen=True)
class Kept:
    """What was said before: in the audit itself, and season by season beside it (read only where they are asked)."""

    own: Sequence[KeptMapping] = ()
    others: Iterable[Sequence[KeptMapping]] = ()

    def columns(self, kind: Kind) -> list[Mapping[str, str]]:
        """The columns of all that is kept in the audit itself."""
        return [kept.columns for kept in self.own if kept.kind == kind]


NOTHING_KEPT = Kept()


@dataclass(frozen=True)
class Taken:
    """`options` with what was kept filled in; `kept` is where it came from, `said` the line that tells it.

    `format` is what the headings show, whatever was chosen; `problem` asks where it could come from several places,
    and `sources` names them, the one of which something was said last before others.
    """

    options: ImportOptions
    format: str
    kept: KeptMapping | None = None
    said: tuple[Message, ...] = ()
    problem: Problem | None = None
    sources: tuple[str, ...] = ()


def take_kept(kind: Kind, options: ImportOptions, tables: Sequence[Sequence[str]], kept: Kept) -> Taken:
    """What was said last time of files with these headings, wherever `options` say nothing themselves."""
    format_ = recognised_format([fold_heading(heading) for heading in tables[0]], kind)
    there = [frozenset(map(fold_heading, headings)) for headings in tables]
    for season in chain((kept.own,), kept.others):
        fitting = [each for each in season if _fits(each, kind, format_, there, options)]
        found = _of_source(fitting, options.source or "")
        chosen = [each for each in found if not _of_another_channel(each, options)]
        if found and not chosen:
            return Taken(options, format_, problem=_another_channel(found[-1], options), sources=(found[-1].source,))
        if len({each.source for each in chosen}) > 1:
            newest = sorted(chosen, key=lambda each: each.on or date.min, reverse=True)
            return Taken(options, format_, problem=_which(chosen), sources=tuple(each.source for each in newest))
        if chosen:
            return _taken(options, format_, max(reversed(chosen), key=lambda each: len(each.columns)))
    return Taken(options, format_)


def _fits(
    kept: KeptMapping, kind: Kind, format_: str, there: Sequence[frozenset[str]], options: ImportOptions
) -> bool:
    """Whether it was said of files of this shape, to be read as they are now."""
    return (
        (kept.kind, kept.format) == (kind, format_) and options.format in (AUTO, kept.read_as or kept.format)
        and all(_stands(role, heading, found) for role, heading in kept.columns.items() for found in there)
    )


def _stands(role: str, heading: str, there: frozenset[str]) -> bool:
    """Whether a heading is among folded ones; a person may have told its unit after it, and no heading is no matter."""
    names = {heading, told_unit(heading)[0]} if role == "reply" else {heading}
    return not heading.strip() or not there.isdisjoint(map(fold_heading, names))


def _of_source(fitting: Sequence[KeptMapping], source: str) -> list[KeptMapping]:
    """Those of the source that is meant, else those of no source; of all where none is meant and each has its own."""
    own = [kept for kept in fitting if kept.source == source]
    return own or [kept for kept in fitting if not (source and kept.source)]


def _of_another_channel(kept: KeptMapping, options: ImportOptions) -> bool:
    """Whether a source is known by another channel than is told now: taking its name would replace what it brought."""
    told = options.channel or ""
    return bool(told and kept.channel and kept.source and not options.source) and (
        channel_of(told) != channel_of(kept.channel)
    )


def _another_channel(kept: KeptMapping, options: ImportOptions) -> Problem:
    return Problem(
        say("files of this form came from the source {name} before, by {before} and not by {now}.",
            name=clean(kept.source), before=_channel(kept.channel), now=_channel(options.channel)),
        say("Say which source this is: --source {name} replaces what that brought, another name adds to it.",
            name=clean(kept.source)), key="--source",
    )


def _which(chosen: Sequence[KeptMapping]) -> Problem:
    names = sorted({kept.source for kept in chosen})
    return Problem(
        say("files of this form came from several sources before: {names}.", names=", ".join(map(clean, names))),
        say("Say which this is: --source {name}.", name=clean(names[0])), key="--source",
    )


def _taken(options: ImportOptions, format_: str, kept: KeptMapping) -> Taken:
    if options.ask_again:
        return Taken(options, format_, kept)
    roles = [role for role in ROLES[kept.kind] if role in kept.columns]
    filled = replace(
        options, format=kept.read_as if options.format == AUTO and kept.read_as else options.format,
        columns={**{role: kept.columns[role] for role in roles}, **options.columns},
        timezone=options.timezone or kept.timezone or None, source=options.source or kept.source or None,
        channel=options.channel or kept.channel or None, date_order=options.date_order or kept.dates or None,
    )
    news = _news(options, filled)
    return Taken(filled, format_, kept, (_listed(news),) if news else ())


def _news(told: ImportOptions, filled: ImportOptions) -> list[Message]:
    """What was filled in, in words."""
    columns = [
        say("{role} = {heading}", role=role, heading=clean(heading)) if heading else say("no {role}", role=role)
        for role, heading in filled.columns.items() if role not in told.columns
    ]
    orders = {"dmy": say("dates with the day first"), "mdy": say("dates with the month first")}
    others = (
        (told.format != filled.format, say("format {name}", name=_name(filled.format))),
        (told.timezone != filled.timezone, say("time zone {zone}", zone=filled.timezone)),
        (told.date_order != filled.date_order, orders.get(filled.date_order or "", say("–"))),
        (told.channel != filled.channel, say("channel {channel}", channel=_channel(filled.channel))),
        (told.source != filled.source, say("source “{source}”", source=clean(filled.source or ""))),
    )
    return [*columns, *(message for new, message in others if new)]


def _name(format_: str) -> str:
    return dialects()[format_].name if format_ in dialects() else format_


def _channel(text: str | None) -> Message | str:
    channel = channel_of(text or "")
    return channel_name(channel) if channel else ""


def _listed(parts: Sequence[Message]) -> Message:
    row = Message(", ".join(f"{{part{n}}}" for n in range(len(parts))), {f"part{n}": p for n, p in enumerate(parts)})
    return say("as you said last time: {parts}", parts=row)


def mapping_to_keep(
    kind: Kind, told: ImportOptions, taken: Taken, dialect: Dialect, columns: Mapping[str, str], today: date
) -> KeptMapping | None:
    """What is worth keeping of what a person said of these files; None where nothing was said.

    `columns` are all that were taken, by role: they are the shape of files that no format's name tells apart.
    Nothing is kept where any part of it looks personal.
    """
    said = told.columns or told.timezone or told.date_order or told.channel or told.source or told.format != AUTO
    if not said:
        return None if told.ask_again else taken.kept
    options = taken.options
    by_headings = not dialect.recognised_by or options.format not in (AUTO, taken.format)
    made = KeptMapping(
        kind=kind, format=taken.format, columns={**(columns if by_headings else {}), **options.columns},
        read_as="" if options.format in (AUTO, taken.format) else options.format,
        timezone=options.timezone or "", dates=options.date_order or "", channel=options.channel or "",
        source=clean(options.source or "").strip(), on=today,
    )
    texts = (*made.columns.values(), made.channel, made.source)
    return None if any(looks_personal(text) for text in texts) else made
