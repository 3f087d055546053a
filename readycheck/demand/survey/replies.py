"""First response times out of contacts: which column tells them, in which unit, and what came of it by channel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from readycheck.core.message import Message, say
from readycheck.core.names import channel_name
from readycheck.core.responses import ResponseTimes, response_messages
from readycheck.demand.formats.columns import shown_headings
from readycheck.demand.formats.dialects import Dialect, ReplyUnit
from readycheck.demand.formats.units import told_unit, unit_named
from readycheck.demand.options import ImportOptions
from readycheck.demand.rows.reader import Source
from readycheck.demand.words import fold_heading
from readycheck.errors import Problem

SECONDS: Mapping[ReplyUnit, int] = {"seconds": 1, "minutes": 60, "hours": 3600}


@dataclass(frozen=True)
class Replies:
    """The first responses of an import, by channel.

    `of` is the column where it is not the one that such an export is known to have; `unusable` counts contacts
    whose first response cannot be told, `nowhere` those that were answered and have no channel. `said` tells how
    they were counted, `questions` ask for a unit.
    """

    times: Mapping[str, ResponseTimes] = field(default_factory=dict)
    of: str = ""
    unusable: int = 0
    nowhere: int = 0
    said: tuple[Message, ...] = ()
    questions: tuple[Problem, ...] = ()

    def document(self) -> dict[str, Any]:
        """What an import's counts say of them: `responses` by channel; nothing where nobody was answered."""
        if not any(times.n for times in self.times.values()):
            return {}
        responses = {
            channel: {
                "n": times.n, "unanswered": times.unanswered,
                **({"median_s": times.median_s, "p90_s": times.p90_s, "within": dict(times.within)} if times.n else {}),
            }
            for channel, times in self.times.items()
        }
        return {"responses": responses, **({"responses_of": self.of} if self.of else {})}

    def lines(self, targets: Mapping[str, float]) -> Iterator[Message]:
        """What to tell a person at the end."""
        for channel, times in self.times.items():
            yield from response_messages(channel_name(channel), times, targets.get(channel))
        if self.unusable:
            yield say("contacts whose first response cannot be told: {count} (not readable, without the hour, or before"
                      " the contact)", count=self.unusable)
        if self.nowhere:
            yield say("first responses without a channel: {count}; they are in no channel's figures",
                      count=self.nowhere)


NO_REPLIES = Replies()


def by_duration(options: ImportOptions, replied: int, reply: int) -> bool:
    """Whether the durations count, not the moments of reply: the person's word, else whatever has moments."""
    told = {role for role in ("replied", "reply") if options.columns.get(role, "").strip()}
    return told == {"reply"} or (not replied and reply > 0)


def unit_of(source: Source, dialect: Dialect, options: ImportOptions) -> ReplyUnit | None:
    """The unit of a file's durations: as told after the heading, as the dialect knows, as the heading says."""
    heading = source.table.headings[source.columns["reply"]]
    told = options.columns.get("reply", "").strip()
    unit = told_unit(told)[1] if told not in source.table.headings else None
    known = dialect.reply_unit if fold_heading(heading) in dialect.columns.get("reply", ()) else None
    return unit or known or unit_named(heading)


def no_unit(source: Source) -> Problem:
    """The question of a column whose heading and cells leave the unit open."""
    heading = source.table.headings[source.columns["reply"]]
    return Problem(
        say("the column \"{column}\" does not tell the unit of its times.", column=heading),
        say("Say it after the heading, (s), (min) or (h): --column \"reply={column} (min)\"; or leave the column out:"
            " --column reply=", column=heading), source.text.name,
    )


def column_of(sources: Sequence[Source], dialect: Dialect, options: ImportOptions) -> str:
    """The heading of the durations where it must be known: told by a person, or only a dialect's second choice."""
    source = next(source for source in sources if "reply" in source.columns)
    heading = source.table.headings[source.columns["reply"]]
    if "replied" not in dialect.columns and not options.columns.get("reply", "").strip():
        return ""
    return heading if shown_headings([heading]) else ""
