"""The days that two seasons' counts come from: what may be tested, and how their days scatter (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.calendar import same_day_in, source_season
from readycheck.core.message import Message, say
from readycheck.core.profile import ContactProfile, OrderProfile
from readycheck.core.significance import LEAST_PAIRS, WEEK, Scatter, day_scatter
from readycheck.core.years.demand_moved import Days, counted_on

LEAST_SHARED = 0.75
"""Of the days of the year that either season counts, both count so many; else Christmas is held against autumn."""
LEAST_OF_TOTALS = 0.97
"""Likewise, where totals are held against each other: one that lacks more days is smaller for that alone."""


@dataclass(frozen=True)
class Ground:
    """What a test stands on: both seasons' days, the scatter of their daily counts, or why there is no test."""

    before: Days
    after: Days
    scatter: Scatter | None
    why_not: Message | None

    @property
    def times(self) -> float:
        """By how much the test is stricter, at least 1."""
        return self.scatter.times if self.scatter is not None else 1.0

    @property
    def steps(self) -> tuple[Message, ...]:
        """Whose days, and the scatter's arithmetic."""
        told = counted_on(self.before, self.after)
        if self.scatter is None or self.why_not is not None:
            return (told,)
        return told, say(
            "Day-to-day scatter: Σ(d − d₇)² / Σ(d + d₇) = {squares:,} / {counts:,}, at least 1: {times:.4f}"
            " (d and d₇: the counts of a weekday in two weeks running)",
            squares=self.scatter.squares, counts=self.scatter.counts, times=self.times,
        )


def ground(before: Days, after: Days, years: int, daily: Sequence[Sequence[int]]) -> Ground:
    """`years` lie between the seasons; `daily` holds the counts by day of both."""
    scatter = day_scatter(daily)
    return Ground(before, after, scatter, _why_untested(before, after, years, scatter))


def counted_days(audit: Audit, profile: ContactProfile | OrderProfile, *, grid: bool = False) -> Days:
    """The days that a profile's counts come from; its `grid` mostly counts the season before alone (DOMAIN §2)."""
    first, last = profile.first, profile.last
    if grid and profile.grid_of == "season":
        starts, ends = source_season(audit.season)
        return max(first, starts), min(last, ends)
    return first, last


def _why_untested(before: Days, after: Days, years: int, scatter: Scatter | None) -> Message | None:
    if _shared(before, after) > 0:
        return say("both count the days from {first} to {last}: a test would take the same day twice",
                   first=max(before[0], after[0]), last=min(before[1], after[1]))
    if why := other_days(before, after, years, LEAST_SHARED):
        return why
    if scatter is None:
        return say("a test needs {days} days of counts in each season, to know how much the days scatter",
                   days=LEAST_PAIRS // 2 + WEEK)
    return None


def other_days(before: Days, after: Days, years: int, least: float = LEAST_OF_TOTALS) -> Message | None:
    """Why counts of these days do not compare: both hold less than `least` (0–1) of the days of the year of either."""
    later = (same_day_in(before[0].year + years, before[0]), same_day_in(before[1].year + years, before[1]))
    shared = _shared(later, after)
    if shared >= least * (_length(later) + _length(after) - shared):
        return None
    dates: Mapping[str, date] = {"first": before[0], "last": before[1], "from": after[0], "to": after[1]}
    return say("{first} – {last} and {from} – {to} are not the same part of the year", **dates)


def _length(days: Days) -> int:
    return max(0, (days[1] - days[0]).days + 1)


def _shared(one: Days, other: Days) -> int:
    return _length((max(one[0], other[0]), min(one[1], other[1])))
