"""Where the next opening hours should go: exact, by dynamic programming (DOMAIN §3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.calendar import days_between
from readycheck.core.hours.opening import demand_grid, demand_kind, open_by_date, opening_hours
from readycheck.core.hours.public_holidays import public_holidays
from readycheck.core.hours.week import WEEKDAYS, ChannelHours, Span, open_minutes, union
from readycheck.core.message import Message, say
from readycheck.core.profile import Grid

Cell = tuple[int, int]
"""(weekday 0–6, hour 0–23)"""
Choice = tuple[int, tuple[Cell, ...]]
"""(gain in demand × minutes, the hours taken, in order)"""


@dataclass(frozen=True)
class Suggestion:
    """Weekly hours to add to `channel`, and what they bring; coverages are 0–100.

    `runs` are (weekday, first hour, hour after the last). `least_useful` are the open weekday-hours with
    the least demand first: (weekday, hour, share of all demand).
    """

    channel: str
    hours: tuple[Cell, ...]
    runs: tuple[tuple[int, int, int], ...]
    coverage_before: float | None
    coverage_after: float | None
    least_useful: tuple[tuple[int, int, float], ...] = ()
    missing: tuple[Message, ...] = ()

    @property
    def gained(self) -> float:
        """Points of coverage that the hours bring."""
        return (self.coverage_after or 0.0) - (self.coverage_before or 0.0)


def suggest_hours(audit: Audit, budget: int, min_shift: int = 2, channel: str | None = None) -> Suggestion:
    """The whole weekday-hours, at most `budget`, that add most covered demand.

    Each added run is at least `min_shift` hours long or touches an hour already open. Of equal gains the
    fewer hours win, then the earlier weekday and hour. `channel`: which takes them; else the first live one.
    One that is not live yet becomes live with them: what it has open already counts as open.
    """
    chosen = channel or next((name for name, hours in audit.hours.items() if hours.live), "chat")
    grid = demand_grid(audit, demand_kind(audit))
    if grid is None:
        missing = say("no orders or contacts by hour: import last season's orders")
        return Suggestion(chosen, (), (), None, None, missing=(missing,))
    live = _made_live(audit, chosen)
    week, gains = _live_week(live), _gains(live, grid, live.hours[chosen])
    options = [_day_options(day, gains[day], week[day], budget, min_shift) for day in range(7)]
    gain, cells = _best(options, budget)
    before, opened = opening_hours(audit).score or 0.0, opening_hours(live).score or 0.0
    total = 60 * sum(sum(grid[day.weekday()]) for day in days_between(audit.season.starts, audit.season.ends))
    return Suggestion(
        chosen, cells, _runs(cells), before, opened + 100 * gain / total if total else opened,
        _least_useful(grid, week),
    )


def _made_live(audit: Audit, channel: str) -> Audit:
    """The audit as it will be: hours of a channel that nobody answers at once would cover nothing."""
    hours = audit.hours.get(channel, ChannelHours())
    return audit if hours.live else replace(audit, hours={**audit.hours, channel: replace(hours, live=True)})


def with_runs(hours: ChannelHours, runs: tuple[tuple[int, int, int], ...]) -> ChannelHours:
    """A channel's week with whole-hour runs added; what touches becomes one span."""
    days: dict[str, tuple[Span, ...]] = {}
    for weekday, start, end in runs:
        key = WEEKDAYS[weekday]
        spans = days.get(key, hours.on_weekday(weekday))
        days[key] = union((*spans, Span(60 * start, 60 * end)))
    return replace(hours, **days)  # type: ignore[arg-type]


def _live_week(audit: Audit) -> list[tuple[Span, ...]]:
    """The union of the live channels' spans for each weekday."""
    live = [hours for hours in audit.hours.values() if hours.live]
    return [union(span for hours in live for span in hours.on_weekday(day)) for day in range(7)]


def _gains(audit: Audit, grid: Grid, channel: ChannelHours) -> list[list[int]]:
    """What opening a weekday-hour adds: demand × closed minutes over the dates on which it would be open.

    Whole numbers, so that ties are real ties.
    """
    season = audit.season
    holidays = public_holidays(audit.shop.country, season.starts, season.ends)
    opened = open_by_date(audit, (hours for hours in audit.hours.values() if hours.live))
    gains = [[0] * 24 for _ in range(7)]
    for day, minutes in opened.items():
        if _follows_its_week(channel, day, holidays):
            for hour in range(24):
                gains[day.weekday()][hour] += grid[day.weekday()][hour] * (60 - minutes[hour])
    return gains


def _follows_its_week(channel: ChannelHours, day: date, holidays: frozenset[date]) -> bool:
    excepted = any(exception.date == day for exception in channel.exceptions)
    return not excepted and not (channel.holidays == "closed" and day in holidays)


def _day_options(
    day: int, gains: list[int], opened: tuple[Span, ...], budget: int, min_shift: int
) -> list[Choice | None]:
    """For each exact number of hours, the best choice of runs within one weekday."""
    limit = min(budget, 24)
    # best[h][b]: from hour h on, exactly b hours; a run is followed by an hour that is not taken
    best: list[list[Choice | None]] = [[(0, ())] + [None] * limit for _ in range(26)]
    for hour in range(23, -1, -1):
        for used in range(limit + 1):
            found = best[hour + 1][used]
            for end in _run_ends(hour, opened, min(hour + used, 24), min_shift):
                rest = best[end + 1][used - (end - hour)]
                if rest is not None:
                    cells = tuple((day, h) for h in range(hour, end))
                    found = _better(found, (sum(gains[hour:end]) + rest[0], cells + rest[1]))
            best[hour][used] = found
    return best[0]


def _run_ends(start: int, opened: tuple[Span, ...], limit: int, min_shift: int) -> Iterator[int]:
    """The ends of the runs from `start` that may be added: long enough, or touching what is open."""
    for end in range(start + 1, limit + 1):
        if open_minutes(opened, end - 1) == 60:
            return
        if end - start >= min_shift or _touches(opened, 60 * start, 60 * end):
            yield end


def _touches(opened: tuple[Span, ...], start: int, end: int) -> bool:
    return any(span.start <= end and start <= span.end for span in opened)


def _better(one: Choice | None, other: Choice) -> Choice:
    """The larger gain; of equal ones the earlier hours."""
    if one is None or other[0] > one[0] or (other[0] == one[0] and other[1] < one[1]):
        return other
    return one


def _best(options: list[list[Choice | None]], budget: int) -> Choice:
    """The days together: at most `budget` hours; of equal gains the fewest hours."""
    together: list[Choice | None] = [(0, ())] + [None] * budget
    for day in options:
        added: list[Choice | None] = [None] * (budget + 1)
        for used, so_far in enumerate(together):
            for more, choice in enumerate(day[: budget - used + 1]):
                if so_far is not None and choice is not None:
                    both = (so_far[0] + choice[0], so_far[1] + choice[1])
                    added[used + more] = _better(added[used + more], both)
        together = added
    return max((choice for choice in together if choice is not None), key=lambda choice: choice[0])


def _runs(cells: tuple[Cell, ...]) -> tuple[tuple[int, int, int], ...]:
    runs: list[tuple[int, int, int]] = []
    for day, hour in cells:
        if runs and runs[-1][0] == day and runs[-1][2] == hour:
            runs[-1] = (day, runs[-1][1], hour + 1)
        else:
            runs.append((day, hour, hour + 1))
    return tuple(runs)


def _least_useful(grid: Grid, week: list[tuple[Span, ...]]) -> tuple[tuple[int, int, float], ...]:
    total = sum(map(sum, grid))
    opened = [
        (grid[day][hour] / total, day, hour) for day in range(7) for hour in range(24) if open_minutes(week[day], hour)
    ]
    return tuple((day, hour, share) for share, day, hour in sorted(opened))
