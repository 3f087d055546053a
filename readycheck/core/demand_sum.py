"""Several sources of demand as one profile: a help desk, a phone log, a web shop add up (DOMAIN §2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal

from readycheck.core.calendar import days_between
from readycheck.core.profile import ContactProfile, Grid, OrderProfile, by_day
from readycheck.core.sums import added

Profile = OrderProfile | ContactProfile


def sum_orders(profiles: Sequence[OrderProfile]) -> OrderProfile:
    """The orders of one or more sources together."""
    return OrderProfile(**_common(profiles))


def sum_contacts(profiles: Sequence[ContactProfile]) -> ContactProfile:
    """The contacts of one or more sources together, channel by channel and reason by reason."""
    return ContactProfile(
        **_common(profiles),
        with_channel=_known(profile.with_channel for profile in profiles),
        channels=added(profile.channels for profile in profiles),
        reasons=added(profile.reasons for profile in profiles),
        by_rule=added(profile.by_rule for profile in profiles),
        lags=_lags([profile.lags for profile in profiles if profile.lags]),
        linked=_known(profile.linked for profile in profiles),
        uncoded=sum(profile.uncoded for profile in profiles),
    )


def _common(profiles: Sequence[Profile]) -> dict[str, Any]:
    first, last = min(p.first for p in profiles), max(p.last for p in profiles)
    grid, grid_of = _grid(profiles)
    return {
        "first": first, "last": last, "grid": grid, "grid_of": grid_of, "daily": _daily(profiles, first, last),
        "timed": _known(profile.timed for profile in profiles),
        "rejected": added(profile.rejected for profile in profiles),
    }


def _grid(profiles: Sequence[Profile]) -> tuple[Grid, Literal["season", "all"]]:
    """Where any source has instants inside the season, only such count: the others' lie outside it."""
    seasonal = [profile.grid for profile in profiles if profile.grid_of == "season"]
    grids = seasonal or [profile.grid for profile in profiles]
    added = tuple(tuple(sum(cells) for cells in zip(*rows, strict=True)) for rows in zip(*grids, strict=True))
    return added, "season" if seasonal else "all"


def _daily(profiles: Sequence[Profile], first: date, last: date) -> tuple[int, ...]:
    by_source = [by_day(profile) for profile in profiles]
    return tuple(sum(days.get(day, 0) for days in by_source) for day in days_between(first, last))


def _lags(counted: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Day by day; sources whose contacts name no order have none."""
    return tuple(sum(counts) for counts in zip(*counted, strict=True))


def _known(counts: Iterable[int | None]) -> int | None:
    """The sum of what is known; None where nothing is."""
    known = [count for count in counts if count is not None]
    return sum(known) if known else None
