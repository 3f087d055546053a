"""One day's work: agents for every stretch of live hours, deferred work, agent-hours (DOMAIN §3.4, 3–4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import mul

from readycheck.core.hours.week import Span, open_minutes
from readycheck.core.plan import Staffing
from readycheck.core.staffing.erlang import required_agents

PHONE_WITHIN = 20.0
OTHER_WITHIN = 60.0
Contacts = Mapping[str, tuple[float, ...]]
"""Contacts by staffed channel and hour of the day."""
Opened = Mapping[str, tuple[Span, ...]]
"""The open spans of each live, staffed channel on this day."""


@dataclass(frozen=True, eq=False)  # one object for the same terms (season_need): compared by identity, which is fast
class Terms:
    """How the shop works its channels: `shrinkage` and `max_occupancy` as shares, `pooled`: one team for all."""

    max_occupancy: float
    shrinkage: float
    pooled: bool
    staffing: Mapping[str, Staffing]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of an hour with one set of open channels, worked by one team.

    `length` in hours, `load` in erlangs, `aht` in seconds per contact, `rate` contacts per hour.
    """

    hour: int
    length: float
    channels: tuple[str, ...]
    rate: float
    load: float
    aht: float
    within: float
    agents: int


@dataclass(frozen=True)
class DayWork:
    """Agent-hours of a day: `required` (not rounded), of which `presence` only waits for contacts.

    `live_hours` agents in live channels × hours, `deferred` hours of work that can wait, `idle` live
    agents' hours below the occupancy cap that a pooled team gives to it.
    """

    required: float
    presence: float
    live_hours: float
    deferred: float
    idle: float
    stretches: tuple[Stretch, ...]


def within_of(channel: str, staffing: Staffing) -> float:
    """The seconds in which the target is to be met: 20 on the phone and 60 elsewhere unless given."""
    if staffing.within is not None:
        return staffing.within
    return PHONE_WITHIN if channel == "phone" else OTHER_WITHIN


def day_work(terms: Terms, contacts: Contacts, opened: Opened) -> DayWork:
    """The day's need, from its contacts by hour and its open spans."""
    stretches = tuple(_stretches(terms, contacts, opened))
    deferred = _deferred_hours(terms.staffing, contacts, opened)
    live_hours = sum(s.agents * s.length for s in stretches)
    idle = _idle(terms, stretches)
    cap, paid = terms.max_occupancy, 1 - terms.shrinkage
    required = (live_hours + max(0.0, deferred - idle) / cap) / paid
    workload = sum(s.load * s.length for s in stretches) + deferred
    return DayWork(required, required - workload / cap / paid, live_hours, deferred, idle, stretches)


def _idle(terms: Terms, stretches: tuple[Stretch, ...]) -> float:
    """Live agents' hours below the occupancy cap, which a pooled team gives to deferred work."""
    if not terms.pooled:
        return 0.0
    return sum(max(0.0, terms.max_occupancy * s.agents - s.load) * s.length for s in stretches)


def _stretches(terms: Terms, contacts: Contacts, opened: Opened) -> Iterator[Stretch]:
    for start, end, channels in _open_sets(tuple(opened.items())):
        hour, length = start // 60, (end - start) / 60
        teams = [channels] if terms.pooled else [(channel,) for channel in channels]
        for team in teams:
            yield _stretch(terms, contacts, team, hour, length)


@lru_cache(maxsize=1024)  # a season has few kinds of days, and each is asked for few, expected and many contacts
def _open_sets(opened: tuple[tuple[str, tuple[Span, ...]], ...]) -> tuple[tuple[int, int, tuple[str, ...]], ...]:
    """The day cut at every hour and every opening or closing, where anything is open."""
    marks = {60 * hour for hour in range(25)}
    marks.update(edge for _, spans in opened for span in spans for edge in (span.start, span.end))
    found = []
    for start, end in pairwise(sorted(marks)):
        channels = tuple(name for name, spans in opened if any(s.start <= start and end <= s.end for s in spans))
        if channels:
            found.append((start, end, channels))
    return tuple(found)


@lru_cache(maxsize=1024)
def _closed_shares(spans: tuple[Span, ...]) -> tuple[float, ...]:
    """The part of each hour (0–1) that lies outside the spans."""
    return tuple(1 - open_minutes(spans, hour) / 60 for hour in range(24))


def _stretch(terms: Terms, contacts: Contacts, team: tuple[str, ...], hour: int, length: float) -> Stretch:
    rates = {channel: contacts[channel][hour] for channel in team}
    rate = sum(rates.values())
    load = sum(
        rates[channel] * terms.staffing[channel].aht / terms.staffing[channel].concurrency for channel in team
    ) / 3600
    aht = 3600 * load / rate if rate > 0 else 0.0
    asked = [channel for channel in team if rates[channel] > 0]
    targets = _targets(tuple((channel, terms.staffing[channel]) for channel in asked))
    patience = min((p for c in team if (p := terms.staffing[c].patience) is not None), default=None)
    agents = required_agents(load, aht, terms.max_occupancy, targets, patience)
    within = min((within for _, within in targets), default=OTHER_WITHIN)
    return Stretch(hour, length, team, rate, load, aht, within, agents)


@lru_cache(maxsize=1024)
def _targets(asked: tuple[tuple[str, Staffing], ...]) -> tuple[tuple[float, float], ...]:
    """What is promised to the channels that have contacts: (share, within seconds)."""
    return tuple(sorted({(staffing.target, within_of(channel, staffing)) for channel, staffing in asked}))


def _deferred_hours(staffing: Mapping[str, Staffing], contacts: Contacts, opened: Opened) -> float:
    """Σ contacts·AHT / 3600 of deferred channels, and of live ones while they are closed."""
    seconds = 0.0
    for channel, hourly in contacts.items():
        if channel not in opened:
            seconds += sum(hourly) * staffing[channel].aht
            continue
        later = staffing.get("email", staffing[channel]).aht
        seconds += later * sum(map(mul, hourly, _closed_shares(opened[channel])))
    return seconds / 3600

