"""The demand profile: anonymous counts out of a shop's exports (DOMAIN §2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Annotated, Literal

from readycheck.core.limits import Count, Packed

Grid = Annotated[tuple[tuple[int, ...], ...], Packed(rows=7, count=24)]
Daily = Annotated[tuple[int, ...], Packed()]
LAGS = 61
"""Days from an order to its contacts that are looked at: 0…60."""
Lags = Annotated[tuple[int, ...], Packed(count=LAGS)]


@dataclass(frozen=True)
class OrderProfile:
    """Orders by weekday and hour, and by day from `first` to `last`, in the shop's own time zone."""

    first: date
    last: date
    grid: Grid
    daily: Daily
    grid_of: Literal["season", "all"] = "season"
    timed: Count | None = None
    rejected: Mapping[str, Count] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All orders, day by day."""
        return sum(self.daily)


@dataclass(frozen=True)
class ContactProfile:
    """Contacts likewise, with their channels and reasons; `uncoded` have no reason.

    `by_rule` is the part of `reasons` that keyword rules coded, not people. `lags` counts the contacts that name an
    order by their days from it (0…60), `linked` all that name one of the known orders.
    """

    first: date
    last: date
    grid: Grid
    daily: Daily
    grid_of: Literal["season", "all"] = "season"
    timed: Count | None = None
    with_channel: Count | None = None
    channels: Mapping[str, Count] = field(default_factory=dict)
    reasons: Mapping[str, Count] = field(default_factory=dict)
    by_rule: Mapping[str, Count] = field(default_factory=dict)
    lags: Lags = ()
    linked: Count | None = None
    uncoded: Count = 0
    rejected: Mapping[str, Count] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """All contacts, day by day."""
        return sum(self.daily)

    @property
    def coded(self) -> int:
        """Contacts with a reason."""
        return sum(self.reasons.values())

    @property
    def coded_by_rule(self) -> int:
        """Contacts whose reason keyword rules gave; never more than have that reason, whatever the file says."""
        return sum(min(count, self.reasons.get(reason, 0)) for reason, count in self.by_rule.items())


@dataclass(frozen=True)
class Demand:
    """What last season's data says; either half may be missing."""

    contacts: ContactProfile | None = None
    orders: OrderProfile | None = None


def by_day(profile: OrderProfile | ContactProfile) -> dict[date, int]:
    """Counts by date, from `first` on."""
    return {profile.first + timedelta(days=offset): count for offset, count in enumerate(profile.daily)}


def on_shared_days(contacts: ContactProfile, orders: OrderProfile) -> tuple[tuple[date, int, int], ...]:
    """Each day that both cover, in order, with its contacts and its orders: what contacts per order are counted on."""
    ordered = by_day(orders)
    return tuple((day, count, ordered[day]) for day, count in by_day(contacts).items() if day in ordered)
