"""The season's need of hands hour by hour, as a rota tool can take it (DOMAIN §3.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from readycheck.core.audit import Audit
from readycheck.core.forecast.season import season_forecast
from readycheck.core.hours.week import open_minutes
from readycheck.core.staffing.day_need import Contacts, DayWork, Opened
from readycheck.core.staffing.season_need import by_hour, opened_days, season_works

MIDNIGHT = 24 * 60


@dataclass(frozen=True)
class NeedRow:
    """One team's need from `start` to `end` (minutes of the day).

    Live: `contacts` come in the live `channels` then, `load` is in erlangs, `agents` must be there. Deferred: what
    can wait, the whole day long; `load` is its agent-hours of work, and no agents are bound to a time. `hours` are
    agent-hours paid, shrinkage included; a deferred row's are those that idle live agents do not do.
    """

    day: date
    start: int
    end: int
    kind: Literal["live", "deferred"]
    channels: tuple[str, ...]
    contacts: float
    load: float
    agents: int
    hours: float


def hourly_need(audit: Audit) -> tuple[NeedRow, ...]:
    """Every day of the forecast, its deferred row first and then its live ones by start; none without a forecast.

    A day's hours sum to what it requires.
    """
    forecast = season_forecast(audit)
    if forecast.missing:
        return ()
    works = season_works(audit, forecast.contacts, forecast.shares)
    opened = opened_days(audit, min(works), max(works))
    paid = 1 - audit.plan.shrinkage
    rows: list[NeedRow] = []
    for day, work in works.items():
        contacts = by_hour(audit, day, forecast.contacts[day], forecast.shares)
        rows.append(_deferred(day, work, contacts, opened[day], paid))
        rows += _live(day, work, opened[day], paid)
    return tuple(rows)


def _live(day: date, work: DayWork, opened: Opened, paid: float) -> Iterator[NeedRow]:
    done = dict.fromkeys(opened, 0)
    for stretch in work.stretches:
        start = _next_open(opened, stretch.channels[0], done)
        end = start + round(60 * stretch.length)
        done.update(dict.fromkeys(stretch.channels, end))
        yield NeedRow(
            day, start, end, "live", stretch.channels, stretch.rate * stretch.length, stretch.load, stretch.agents,
            stretch.agents * stretch.length / paid,
        )


def _next_open(opened: Opened, channel: str, done: dict[str, int]) -> int:
    """The channel's first open minute that is in no stretch yet: stretches leave out none, and come in order."""
    return min(max(span.start, done[channel]) for span in opened[channel] if span.end > done[channel])


def _deferred(day: date, work: DayWork, contacts: Contacts, opened: Opened, paid: float) -> NeedRow:
    waiting = {channel: _waiting(channel, hourly, opened) for channel, hourly in contacts.items()}
    return NeedRow(
        day, 0, MIDNIGHT, "deferred", tuple(channel for channel, count in waiting.items() if count),
        sum(waiting.values()), work.deferred, 0, work.required - work.live_hours / paid,
    )


def _waiting(channel: str, hourly: tuple[float, ...], opened: Opened) -> float:
    """A channel's contacts that nobody takes live."""
    spans = opened.get(channel, ())
    return sum(count * (1 - open_minutes(spans, hour) / 60) for hour, count in enumerate(hourly))
