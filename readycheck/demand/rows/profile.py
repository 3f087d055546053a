"""The tally as the demand profile that an audit keeps (DOMAIN §2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from readycheck.core.audit import Season
from readycheck.core.calendar import source_season
from readycheck.demand.coding.marks import is_mark
from readycheck.demand.options import Kind
from readycheck.demand.rows.tally import Tally, Value
from readycheck.demand.words import channel_of, reason_of

Hours = Mapping[tuple[date, int | None], int]


def profile_document(
    tally: Tally, kind: Kind, season: Season, reason_names: Mapping[str, str]
) -> dict[str, Any]:
    """The table `[demand.<kind>]` of what was counted; at least one item must have been.

    `grid` counts the instants of the season a year before, or all where none fall in it; `daily`, `channels`,
    `reasons` and `uncoded` count every item, `timed` those whose hour is known.
    """
    days = [day for day, _ in tally.hours]
    grid, of = season_grid(tally.hours, season)
    document: dict[str, Any] = {
        "first": min(days), "last": max(days), "grid": [" ".join(map(str, row)) for row in grid],
        "grid_of": of, "daily": " ".join(map(str, _daily(tally.hours))),
        "timed": sum(count for (_, hour), count in tally.hours.items() if hour is not None),
    }
    return document | (_named(tally, reason_names) if kind == "contacts" else {})


def season_grid(hours: Hours, season: Season) -> tuple[list[list[int]], str]:
    """7 rows of 24 hours and what they count: "season", or "all" where no instant falls in the season before."""
    first, last = source_season(season)
    within = {key: count for key, count in hours.items() if key[1] is not None and first <= key[0] <= last}
    return (_grid(within), "season") if within else (_grid(hours), "all")


def _grid(hours: Hours) -> list[list[int]]:
    grid = [[0] * 24 for _ in range(7)]
    for (day, hour), count in hours.items():
        if hour is not None:
            grid[day.weekday()][hour] += count
    return grid


def _daily(hours: Hours) -> list[int]:
    by_day: dict[date, int] = {}
    for (day, _), count in hours.items():
        by_day[day] = by_day.get(day, 0) + count
    first = min(by_day)
    length = (max(by_day) - first).days + 1
    return [by_day.get(first + timedelta(days=offset), 0) for offset in range(length)]


def _named(tally: Tally, reason_names: Mapping[str, str]) -> dict[str, Any]:
    channels, _ = named_counts(tally.channels, channel_of)
    reasons, uncoded = named_counts(tally.reasons, lambda text: reason_of(text, reason_names))
    by_rule = ruled_counts(tally, reason_names)
    return {
        "with_channel": sum(channels.values()), "channels": channels, "reasons": reasons,
        **({"by_rule": by_rule} if by_rule else {}), "uncoded": uncoded,
    }


def ruled_counts(tally: Tally, reason_names: Mapping[str, str]) -> dict[str, int]:
    """Counts by reason of what keyword rules coded, the most first."""
    marked = (value for value in tally.reasons if is_mark(value.text, reason_names))
    return named_counts(marked, reason_names.get)[0]


def named_counts(values: Iterable[Value], name_of: Callable[[str], str | None]) -> tuple[dict[str, int], int]:
    """Counts by name, the most first, and how many have none."""
    counts: dict[str, int] = {}
    unnamed = 0
    for value in values:
        name = name_of(value.text)
        if name is None:
            unnamed += value.count
        else:
            counts[name] = counts.get(name, 0) + value.count
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))), unnamed
