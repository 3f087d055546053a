"""The lag kernel by counting, where contacts name their order (DOMAIN §3.4)."""

from __future__ import annotations

from datetime import timedelta

from readycheck.core.activity import Activity, activity_of, day_groups, group_factors
from readycheck.core.kernel import kernel_of, measured_rate
from readycheck.core.lag_fit import lagged, scatter
from readycheck.core.lag_history import LAGS, LagHistory, lag_history
from readycheck.core.profile import Demand, by_day
from readycheck.core.staffing_results import Kernel

LEAST_LINKED = 30
"""Fewer contacts with a known order tell less of the lag than the assumed form does."""


def counted_lag(demand: Demand) -> Kernel:
    """Contacts at each lag over the orders that could have brought one so late; scaled to the shop's contact rate.

    An order of the last day cannot have a contact after 30 days yet: each lag is held against the orders that old.
    """
    contacts = demand.contacts
    if contacts is None or not sum(contacts.lags):
        raise ValueError("no contact names its order")
    seen = _seen_orders(demand)
    shares = [count / old if old else 0.0 for count, old in zip(contacts.lags, seen, strict=True)]
    whole = sum(shares) or 1.0
    form = tuple(share / whole for share in shares)
    history = lag_history(demand)
    if history is None or not sum(history.contacts) or not sum(lagged(history, form)):
        rate = measured_rate(demand) or 0.0
        return kernel_of(tuple(rate * weight for weight in form), "counted", Activity())
    return _with_history(form, history)


def _seen_orders(demand: Demand) -> list[float]:
    """How many orders were at least so many days old when the contacts end; one each where orders are not known."""
    if demand.orders is None or demand.contacts is None:
        return [1.0] * LAGS
    orders, end = by_day(demand.orders), demand.contacts.last
    return [float(sum(n for day, n in orders.items() if day <= end - timedelta(days=lag))) for lag in range(LAGS)]


def _with_history(form: tuple[float, ...], history: LagHistory) -> Kernel:
    """The rate, weekdays and noise that suit the counted form on the days that orders and contacts both cover."""
    groups = day_groups(history.same_days, history.first.weekday())
    lags, came = lagged(history, form), groups.sums(history.contacts)
    rate = sum(came) / sum(lags)
    factors = group_factors(groups, came, [rate * each for each in groups.sums(lags)])
    noise, daily_noise = scatter(history, groups, [rate * each for each in lags], factors)
    weights = tuple(rate * weight for weight in form)
    return kernel_of(weights, "counted", activity_of(groups, factors), noise=noise, daily_noise=daily_noise)
