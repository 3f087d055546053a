"""Contacts by day: orders lagged by the kernel, with an interval that is wider than Poisson (DOMAIN §3.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, expm1, log, log1p, sqrt
from operator import mul

from readycheck.core.calendar import days_between
from readycheck.core.plan import DRIFT, NOISE
from readycheck.core.staffing.results import JanuaryStaffing, Kernel

Z_90 = 1.2815515655446004
WEEKS_OF_YEAR = 52.0
FORM_DRIFT = 0.1
"""What a lag learned from some weeks misses even in the next: measured on two shops' contacts, a tenth."""
LEAST_DRIFT = 0.02
"""No two seasons are quite alike."""
MOST = 1e300
"""A ratio to nearly nothing would be more than a float holds."""
HALF = 0.5
"""Added to both sides of a ratio, so that a week without contacts has one."""


@dataclass(frozen=True)
class Spread:
    """How far contacts may lie from the forecast: `drift` is τ of the contact rate, `noise` variance over mean."""

    drift: float = DRIFT
    noise: float = NOISE

    def interval(self, expected: float) -> tuple[float, float]:
        """The 10–90 % interval of a sum of contacts: lognormal drift and count noise together."""
        if expected <= 0:
            return 0.0, 0.0
        width = self.width(expected)
        return expected * exp(-Z_90 * width), expected * exp(Z_90 * width)

    def width(self, expected: float) -> float:
        """The standard deviation of the logarithm of contacts of which so many are expected; over 0."""
        return sqrt(log1p(expm1(self.drift**2) + min(self.noise / expected, MOST)))


def weekly_spread(found: JanuaryStaffing) -> Spread:
    """How far the contacts of a week, or of more, may lie from a forecast."""
    return Spread(found.drift, found.kernel.noise if found.kernel else NOISE)


def january_contacts(found: JanuaryStaffing) -> tuple[float, float, float]:
    """The contacts expected in the whole January window, and their 10–90 % interval."""
    contacts = sum(week.contacts for week in found.weeks)
    return contacts, *weekly_spread(found).interval(contacts)


def drift_after(weeks: float, of_a_year: float = DRIFT) -> float:
    """τ so many weeks after the last known day: the rate wanders by `of_a_year` in a year, on top of what the lag's
    form misses in any week."""
    return sqrt(FORM_DRIFT**2 + of_a_year**2 * weeks / WEEKS_OF_YEAR)


def learned_drift(graded: Iterable[tuple[float, float]], before: float, noise: float, seasons: float = 4) -> float:
    """τ after forecasts were held against what came, as (expected, came); what was believed before weighs as so many.

    A graded forecast says what its squared log error leaves when count noise is taken out; never under 0.02.
    """
    found = list(graded)
    squares = sum(log((came + HALF) / (expected + HALF)) ** 2 - noise / max(expected, 1.0) for expected, came in found)
    return sqrt(max(LEAST_DRIFT**2, (seasons * before**2 + squares) / (seasons + len(found))))


def daily_contacts(
    orders: Mapping[date, float], kernel: Kernel, first: date, last: date, later: Mapping[date, float] | None = None
) -> dict[date, float]:
    """c_t = Σ_k g_k · o_{t−k}, times what the weekday brings; `orders` must reach 60 days before `first`.

    `later`, where given, are the orders as their contacts from the next day on see them (gifts wait for Christmas).
    """
    same_day, rest = kernel.weights[0], kernel.weights[1:]
    then = orders if later is None else later
    days, found = list(days_between(first, last)), {}
    # the latest first, so that each day's past is a slice
    past = [then[day] for day in days_between(first - timedelta(days=len(rest)), last - timedelta(days=1))][::-1]
    for at, day in enumerate(reversed(days)):
        lagged = sum(map(mul, rest, past[at:]))
        found[day] = (same_day * orders[day] + lagged) * kernel.activity.factor(day.weekday(), orders[day])
    return {day: found[day] for day in days}


def total(contacts: Mapping[date, float], days: Iterable[date]) -> float:
    """The contacts of some days together."""
    return sum(contacts[day] for day in days)
