"""The made-up shop's orders and contacts, hour by hour: a formula with a fixed seed, the same for everybody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import exp, floor
from random import Random
from typing import Any

from readycheck.core.calendar import black_friday, days_between

GROWTH = {2023: 0.86, 2024: 1.0, 2025: 1.18}
CONTACTS_PER_ORDER = {2023: 0.203, 2024: 0.185, 2025: 0.172}
CODED = {2023: 0.48, 2024: 0.66, 2025: 0.89}
TIMED = {2023: 0.82, 2024: 0.91, 2025: 0.985}
REJECTED = {2023: 41, 2024: 17, 2025: 4}

WEEKDAYS = (1.04, 0.98, 0.95, 0.93, 0.88, 0.96, 1.26)
# Knitters order when the children sleep; at weekends already over the morning coffee.
ORDER_HOURS = (
    (14, 6, 2, 1, 1, 3, 12, 24, 33, 38, 40, 41, 43, 41, 40, 43, 52, 66, 84, 118, 138, 126, 78, 36),
    (18, 9, 4, 2, 1, 2, 8, 18, 42, 66, 78, 76, 70, 66, 66, 68, 72, 80, 92, 112, 120, 100, 64, 34),
)
CONTACT_HOURS = (
    (3, 1, 0, 0, 0, 1, 6, 22, 62, 88, 92, 84, 72, 76, 74, 66, 52, 46, 44, 52, 50, 34, 16, 7),
    (3, 2, 0, 0, 0, 0, 3, 8, 22, 34, 38, 36, 32, 32, 32, 34, 34, 34, 34, 36, 32, 22, 12, 6),
)
CONTACT_WEEKDAYS = (1.32, 1.14, 1.08, 1.04, 0.98, 0.66, 0.78)
# The chat opened in the autumn of 2024 in the telephone's place; a year later the telephone came back beside it.
CHANNELS: Mapping[int, Mapping[str, int]] = {
    2023: {"email": 65, "phone": 29, "social": 6},
    2024: {"email": 67, "chat": 25, "social": 8},
    2025: {"email": 54, "chat": 29, "phone": 10, "social": 7},
}
REASONS: Mapping[int, Mapping[str, int]] = {
    2023: {
        "where-is-my-order": 41, "delivery-time": 16, "return": 12, "product-question": 11,
        "product-availability": 7, "discount-code": 5, "order-change": 3, "complaint": 3, "payment": 2,
    },
    2024: {
        "where-is-my-order": 34, "delivery-time": 16, "return": 14, "product-question": 12,
        "product-availability": 8, "discount-code": 6, "order-change": 4, "complaint": 3, "payment": 3,
    },
    2025: {
        "where-is-my-order": 29, "return": 16, "delivery-time": 13, "product-question": 13,
        "product-availability": 9, "order-change": 6, "discount-code": 5, "complaint": 4, "payment": 3,
        "care-instructions": 2,
    },
}
# A week of strike and the days until the parcels moved again; and the Christmas when the carrier was a week behind.
LATE_POST = {2023: (date(2023, 12, 11), date(2023, 12, 21), 1.6), 2025: (date(2025, 12, 8), date(2026, 1, 9), 1.25)}
LAGS = 61


def demand(year: int) -> dict[str, Any]:
    """The counts of the season of `year` (September to January), as an import brings them to the next audit."""
    first, last, season = date(year, 9, 1), date(year + 1, 1, 31), date(year, 11, 1)
    orders = _counts(_ordered(year, first - timedelta(days=LAGS), last), seed=year)
    contacts = _counts(_contacted(year, orders, first, last), seed=-year)
    return {
        "orders": _profile({day: n for day, n in orders.items() if day >= first}, season, ORDER_HOURS, 1.0),
        "contacts": {
            **_profile(contacts, season, CONTACT_HOURS, TIMED[year]),
            **_split(sum(contacts.values()), year),
        },
    }


def _split(total: int, year: int) -> dict[str, Any]:
    """The contacts by channel and by reason; every one is in exactly one of each."""
    coded = round(total * CODED[year])
    return {
        "with_channel": total,
        "channels": dict(zip(CHANNELS[year], shared_out(total, CHANNELS[year].values()), strict=True)),
        "reasons": dict(zip(REASONS[year], shared_out(coded, REASONS[year].values()), strict=True)),
        "uncoded": total - coded,
    }


def _ordered(year: int, first: date, last: date) -> dict[date, float]:
    """Orders expected on each day."""
    return {
        day: GROWTH[year] * _level(day, year) * WEEKDAYS[day.weekday()] for day in days_between(first, last)
    }


def _level(day: date, year: int) -> float:
    """Orders on an average weekday: an autumn of knitting, two campaigns, Christmas, and January's jumpers."""
    friday = black_friday(year)
    campaign = {0: 4.3, 1: 2.4, 2: 2.0, 3: 2.9}.get((day - friday).days)
    if campaign is not None:
        return 215 * campaign
    if -4 <= (day - friday).days < 0:
        return 290
    if (day.month, day.day) == (11, 11):
        return 330
    steps = (((9, 1), 105), ((10, 1), 150), ((11, 1), 190), ((12, 1), 285), ((12, 15), 215), ((12, 19), 120),
             ((12, 24), 55), ((12, 27), 200), ((12, 32), 0))
    if day.month == 1:
        return 220 if day.day <= 6 else 175
    return next((n for start, n in reversed(steps) if (day.month, day.day) >= start), 85)


def _contacted(year: int, orders: Mapping[date, int], first: date, last: date) -> dict[date, float]:
    """Contacts follow the orders: some at once, most while the parcel is on its way or just opened."""
    lags = [0.17 if lag == 0 else 0.02 * lag * exp(-lag / 6.5) for lag in range(LAGS)]
    rate = CONTACTS_PER_ORDER[year] / sum(lags)
    return {
        day: rate * _late_post(day, year) * CONTACT_WEEKDAYS[day.weekday()]
        * sum(weight * orders[day - timedelta(days=lag)] for lag, weight in enumerate(lags))
        for day in days_between(first, last)
    }


def _late_post(day: date, year: int) -> float:
    """How many times more people ask while parcels stand still."""
    first, last, times = LATE_POST.get(year, (date.max, date.max, 1.0))
    return times if first <= day <= last else 1.0


def _counts(expected: Mapping[date, float], seed: int) -> dict[date, int]:
    """Whole numbers that scatter around what was expected."""
    random = Random(seed)
    return {day: round(value * (0.88 + 0.24 * random.random())) for day, value in expected.items()}


def _profile(
    counts: Mapping[date, int], season: date, hours: Sequence[Sequence[int]], timed: float
) -> dict[str, Any]:
    grid = [[0] * 24 for _ in range(7)]
    with_time = {day: round(count * timed) for day, count in counts.items()}
    for day, count in with_time.items():
        if day >= season:
            shares = hours[1 if day.weekday() >= 5 else 0]
            for hour, part in enumerate(shared_out(count, shares, phase=day.toordinal() * 0.618 % 1)):
                grid[day.weekday()][hour] += part
    return {
        "first": min(counts), "last": max(counts),
        "grid": [" ".join(map(str, row)) for row in grid], "grid_of": "season",
        "daily": " ".join(map(str, counts.values())),
        "timed": sum(with_time.values()),
    }


def shared_out(total: int, shares: Iterable[float], phase: float = 0.5) -> list[int]:
    """`total` in whole parts after `shares`; the parts add up. `phase` (0–1) moves the rounding."""
    shares = list(shares)
    parts, before, reached = [], 0, 0.0
    for share in shares:
        reached += share
        upto = total if reached >= sum(shares) else min(total, floor(total * reached / sum(shares) + phase))
        parts.append(upto - before)
        before = upto
    return parts
