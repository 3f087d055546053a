"""When contacts come in: some weekdays bring more, and a day on which the shop was closed may bring none.

The kernel says how many contacts orders bring; people write on Mondays, and nobody books a return on a holiday.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from statistics import median

EVEN_WEEK = (1.0,) * 7
CLOSED_FROM = 3
"""Where three orders a day are usual, one day in twenty has none by chance: it is a closed one. Where fewer are, a day
without orders says nothing."""
PRIOR_CONTACTS = 5.0
"""A weekday's factor is drawn towards 1 as if five contacts had come as expected."""


@dataclass(frozen=True)
class Activity:
    """What a weekday (Monday first) brings of what its orders' lags alone would; `closed` on days without an order."""

    weekdays: tuple[float, ...] = EVEN_WEEK
    closed: tuple[float, ...] = EVEN_WEEK

    def factor(self, weekday: int, orders: float) -> float:
        """The factor of a day with these orders."""
        return self.weekdays[weekday] if orders > 0 else self.closed[weekday]


@dataclass(frozen=True)
class DayGroups:
    """Days of one kind by their place: seven weekdays, and as the eighth the closed days.

    `usual` tells the weekdays on which a day without orders is a closed one.
    """

    members: tuple[tuple[int, ...], ...]
    usual: tuple[bool, ...]

    def sums(self, values: Sequence[float]) -> list[float]:
        """The values of each group's days together."""
        return [sum(map(values.__getitem__, days)) for days in self.members]


def day_groups(orders: Sequence[float], first_weekday: int) -> DayGroups:
    """On a weekday with few or no orders every day is alike; on the others a day without one is a closed day."""
    days: list[list[int]] = [[] for _ in range(7)]
    for place in range(len(orders)):
        days[(first_weekday + place) % 7].append(place)
    usual = tuple(bool(places) and median(orders[place] for place in places) >= CLOSED_FROM for places in days)
    open_days = [
        tuple(place for place in places if orders[place] > 0 or not closes)
        for places, closes in zip(days, usual, strict=True)
    ]
    opened = {place for places in open_days for place in places}
    closed = tuple(place for place in range(len(orders)) if place not in opened)
    return DayGroups((*open_days, closed), usual)


def group_factors(groups: DayGroups, came: Sequence[float], expected: Sequence[float]) -> list[float]:
    """Each group's factor from the contacts that `came` in it and those that its orders' lags alone `expected`.

    With the factors, all expected contacts together are all that came. A closed day has no more than the quietest
    open one: else more orders could mean fewer contacts.
    """
    factors = [
        (contacts + PRIOR_CONTACTS) / (lagged + PRIOR_CONTACTS) for contacts, lagged in zip(came, expected, strict=True)
    ]
    open_ones = (factor for factor, usual in zip(factors[:7], groups.usual, strict=True) if usual)
    factors[7] = min(factors[7], min(open_ones, default=inf))
    whole = sum(factor * lagged for factor, lagged in zip(factors, expected, strict=True))
    return [factor * sum(came) / whole for factor in factors] if whole else factors


def activity_of(groups: DayGroups, factors: Sequence[float]) -> Activity:
    """The groups' factors by weekday."""
    weekdays = tuple(factors[:7])
    return Activity(weekdays, tuple(
        factors[7] if usual else factor for factor, usual in zip(weekdays, groups.usual, strict=True)
    ))
