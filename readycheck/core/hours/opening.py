"""Opening-hours coverage: is somebody there when the customers are (DOMAIN §3.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Literal

from readycheck.core.audit import Audit
from readycheck.core.calendar import days_between
from readycheck.core.hours.public_holidays import public_holidays
from readycheck.core.hours.week import ChannelHours, Span, open_minutes, union
from readycheck.core.message import Message, say
from readycheck.core.names import channel_name
from readycheck.core.profile import Grid
from readycheck.core.results import HoursCoverage

EVENING = range(16, 22)
WORKDAYS, WEEKEND = range(5), range(5, 7)
WEEKDAY_NAMES = (say("Mon"), say("Tue"), say("Wed"), say("Thu"), say("Fri"), say("Sat"), say("Sun"))
DemandKind = Literal["orders", "contacts"]
Minutes = Mapping[date, tuple[int, ...]]
"""Open minutes (0–60) of each hour of each date."""
Wanted = Callable[[date], bool]
Sums = tuple[int, int]
"""Demand × minutes: while open, and all."""


def opening_hours(audit: Audit, prefer: DemandKind | None = None) -> HoursCoverage:
    """The coverage of the season's demand by its live channels; `prefer` takes another grid than usual."""
    kind = demand_kind(audit, prefer)
    grid = demand_grid(audit, kind)
    if grid is None or not audit.hours:
        return HoursCoverage(score=None, demand=kind if grid else None, missing=_missing(audit, grid))
    holidays = public_holidays(audit.shop.country, audit.season.starts, audit.season.ends)
    live = open_by_date(audit, (hours for hours in audit.hours.values() if hours.live))
    whole = _sums(grid, live)
    parts = {
        "evenings": _sums(grid, live, lambda day: day.weekday() in WORKDAYS, EVENING),
        "weekends": _sums(grid, live, lambda day: day.weekday() in WEEKEND),
        "holidays": _sums(grid, live, lambda day: day in holidays),
        "any_channel": _sums(grid, open_by_date(audit, audit.hours.values())),
    }
    alone = {name: _sums(grid, open_by_date(audit, [hours])) for name, hours in audit.hours.items()}
    covered = _percent(whole)
    return HoursCoverage(
        score=covered,
        missing=() if covered is not None else (say("no orders or contacts on the season's weekdays"),),
        demand=kind,
        other=_other_score(audit, kind, live),
        evenings=_percent(parts["evenings"]),
        weekends=_percent(parts["weekends"]),
        holidays=_percent(parts["holidays"]),
        any_channel=_percent(parts["any_channel"]),
        channels={name: _percent(sums) for name, sums in alone.items()},
        steps=() if covered is None else (*_arithmetic(grid, live, kind, whole), *_part_lines(parts, alone)),
    )


def demand_kind(audit: Audit, prefer: DemandKind | None = None) -> DemandKind:
    """Whose grid counts: the orders' where there is one, else the contacts' (S1 asks about customers)."""
    if prefer is not None and demand_grid(audit, prefer) is not None:
        return prefer
    return "orders" if demand_grid(audit, "orders") is not None else "contacts"


def demand_grid(audit: Audit, kind: DemandKind) -> Grid | None:
    """A kind's 7 × 24 counts; None where there is none or it is all zeros."""
    profile = audit.orders if kind == "orders" else audit.contacts
    return profile.grid if profile is not None and any(map(any, profile.grid)) else None


def open_by_date(audit: Audit, channels: Iterable[ChannelHours]) -> Minutes:
    """Open minutes by date and hour: the union of the channels' intervals, not their sum."""
    season = audit.season
    holidays = public_holidays(audit.shop.country, season.starts, season.ends)
    chosen = list(channels)
    return {
        day: _minutes_by_hour(union(span for hours in chosen for span in hours.on(day, holidays)))
        for day in days_between(season.starts, season.ends)
    }


@lru_cache(maxsize=1000)  # a season's days have few different hours, and every figure asks for them again
def _minutes_by_hour(spans: tuple[Span, ...]) -> tuple[int, ...]:
    return tuple(open_minutes(spans, hour) for hour in range(24))


def _percent(sums: Sums) -> float | None:
    covered, total = sums
    return 100 * covered / total if total else None


def _sums(grid: Grid, opened: Minutes, wanted: Wanted = lambda _: True, hours: range = range(24)) -> Sums:
    """Demand × minutes of the wanted days and hours: open, and all. Whole numbers, so that sums are exact."""
    # a season has few kinds of days: each is summed up once, while somebody paints
    kinds = Counter((day.weekday(), minutes) for day, minutes in opened.items() if wanted(day))
    covered = total = 0
    for (weekday, minutes), days in kinds.items():
        row = grid[weekday]
        covered += days * sum(row[hour] * minutes[hour] for hour in hours)
        total += days * 60 * sum(row[hour] for hour in hours)
    return covered, total


def _other_score(audit: Audit, kind: DemandKind, live: Minutes) -> float | None:
    other = demand_grid(audit, "contacts" if kind == "orders" else "orders")
    return None if other is None else _percent(_sums(other, live))


def _missing(audit: Audit, grid: Grid | None) -> tuple[Message, ...]:
    missing = []
    if grid is None:
        missing.append(say("no orders or contacts by hour: import last season's orders"))
    if not audit.hours:
        missing.append(say("no opening hours: type them in"))
    return tuple(missing)


def _part_lines(parts: Mapping[str, Sums], alone: Mapping[str, Sums]) -> list[Message]:
    """The figures beside the score: evenings, weekends, holidays, each channel alone, any channel."""
    lines = [
        (say("Weekday evenings"), parts["evenings"]), (say("Weekends"), parts["weekends"]),
        (say("Public holidays"), parts["holidays"]),
        *((channel_name(name), sums) for name, sums in alone.items()),
        (say("Any channel"), parts["any_channel"]),
    ]
    return [
        say("{part} = 100 × {covered:.2f} / {total} = {score:.2f}",
            part=name, covered=covered / 60, total=total // 60, score=100 * covered / total)
        for name, (covered, total) in lines if total
    ]


def _arithmetic(grid: Grid, live: Minutes, kind: DemandKind, whole: Sums) -> tuple[Message, ...]:
    of = say("orders") if kind == "orders" else say("contacts")
    lines = [say("Demand: {kind} by weekday and hour, over every date of the season.", kind=of)]
    for weekday in range(7):
        days = sum(1 for day in live if day.weekday() == weekday)
        covered, total = _sums(grid, live, lambda day, w=weekday: day.weekday() == w)  # type: ignore[misc]
        lines.append(say(
            "{weekday}: {days} days × {row} = {total}, of which while open {covered:.2f}",
            weekday=WEEKDAY_NAMES[weekday], days=days, row=sum(grid[weekday]), total=total // 60,
            covered=covered / 60,
        ))
    covered, total = whole
    lines.append(say(
        "Coverage = 100 × {covered:.2f} / {total} = {score:.2f}",
        covered=covered / 60, total=total // 60, score=100 * covered / total,
    ))
    return tuple(lines)
