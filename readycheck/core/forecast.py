"""Contacts by day: orders lagged by the kernel, with an interval that is wider than Poisson (DOMAIN §3.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from math import exp, expm1, log1p, sqrt

from readycheck.core.calendar import days_between
from readycheck.core.staffing_results import Kernel

DRIFT = 0.3
"""τ: how much the contact rate drifts from year to year (lognormal), until a graded forecast says otherwise."""
NOISE = 2.0
"""Variance of the counts over their mean: contacts come in clusters, Poisson's 1 is too narrow."""
Z_90 = 1.2815515655446004


def daily_contacts(orders: Mapping[date, float], kernel: Kernel, first: date, last: date) -> dict[date, float]:
    """c_t = Σ_k g_k · o_{t−k}; `orders` must reach 60 days before `first`."""
    return {
        day: sum(weight * orders[day - timedelta(days=lag)] for lag, weight in enumerate(kernel.weights))
        for day in days_between(first, last)
    }


def interval(expected: float) -> tuple[float, float]:
    """The 10–90 % interval of a sum of contacts: lognormal drift and count noise together."""
    if expected <= 0:
        return 0.0, 0.0
    spread = sqrt(log1p(expm1(DRIFT**2) + NOISE / expected))
    return expected * exp(-Z_90 * spread), expected * exp(Z_90 * spread)


def total(contacts: Mapping[date, float], days: Iterable[date]) -> float:
    """The contacts of some days together."""
    return sum(contacts[day] for day in days)
