"""The lag kernel: how many contacts an order brings, and how many days later (DOMAIN §3.4)."""

from __future__ import annotations

from itertools import accumulate
from math import exp

from readycheck.core.audit import Audit
from readycheck.core.profile import Demand, by_day
from readycheck.core.staffing_results import Kernel

LAGS = 61
SAME_DAY = 0.15
SCALE_DAYS = 6.0


def contact_rate(audit: Audit) -> float | None:
    """Contacts per order: the plan's, else the profile's; None where neither is known."""
    if audit.plan.contact_rate is not None:
        return audit.plan.contact_rate
    return measured_rate(audit.demand)


def measured_rate(demand: Demand) -> float | None:
    """Contacts / orders over the days that both cover; None without such days or orders."""
    if demand.contacts is None or demand.orders is None:
        return None
    contacts, orders = by_day(demand.contacts), by_day(demand.orders)
    both = contacts.keys() & orders.keys()
    ordered = sum(orders[day] for day in both)
    return sum(contacts[day] for day in both) / ordered if ordered else None


def assumed_kernel(rate: float) -> Kernel:
    """15 % on the day itself, the rest by a gamma of shape 2 and scale 6 days, cut at 60 days."""
    whole = _gamma_share(LAGS)
    weights = tuple(
        rate * (SAME_DAY * (lag == 0) + (1 - SAME_DAY) * (_gamma_share(lag + 1) - _gamma_share(lag)) / whole)
        for lag in range(LAGS)
    )
    return Kernel(weights, "assumed", *_shape(weights))


def _gamma_share(days: float) -> float:
    """F(x) = 1 − (1 + x/6)·e^(−x/6)."""
    return 1 - (1 + days / SCALE_DAYS) * exp(-days / SCALE_DAYS)


def _shape(weights: tuple[float, ...]) -> tuple[float, float]:
    """The lag in days by which half has come (linear within a day), and the share after 30 days."""
    total = sum(weights)
    if not total:
        return 0.0, 0.0
    before = 0.0
    for lag, so_far in enumerate(accumulate(weights)):
        if so_far >= total / 2:
            return lag + (total / 2 - before) / weights[lag], sum(weights[31:]) / total
        before = so_far
    return float(LAGS), 0.0
