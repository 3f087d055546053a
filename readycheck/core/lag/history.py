"""Orders and contacts of the days that both cover: what a lag can be learned from (DOMAIN §3.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import mul

from readycheck.core.calendar import days_between
from readycheck.core.profile import LAGS, Demand, OrderProfile, by_day

EDGE_DAYS = 7
LONGEST_DAYS = 400
"""A season and the year before it: an older lag is another shop's."""


@dataclass(frozen=True)
class LagHistory:
    """Contacts by day from `first` on, and orders from 60 days before it to the same last day.

    Days before the first known order have the mean of the first seven.
    """

    first: date
    orders: tuple[float, ...]
    contacts: tuple[int, ...]

    @property
    def same_days(self) -> tuple[float, ...]:
        """Orders of the contacts' own days."""
        return self.orders[LAGS - 1:]

    def until(self, days: int) -> LagHistory:
        """The first `days` days alone."""
        return LagHistory(self.first, self.orders[:LAGS - 1 + days], self.contacts[:days])


def lag_history(demand: Demand) -> LagHistory | None:
    """The days that orders and contacts both cover, the last 400 of them; None where there is none.

    The first of them that no order explains, on it or in the 60 days before, are left out.
    """
    if demand.orders is None or demand.contacts is None or not demand.orders.daily:
        return None
    orders, contacts = demand.orders, demand.contacts
    last = min(orders.last, contacts.last)
    first = max(orders.first, contacts.first, last - timedelta(days=LONGEST_DAYS - 1))
    if last < first:
        return None
    known, came, head = by_day(orders), by_day(contacts), first_days_mean(orders)
    first = max(first, next((day for day in _with_lead(first, last) if known.get(day, head)), first))
    return LagHistory(
        first,
        tuple(float(known.get(day, head)) for day in _with_lead(first, last)),
        tuple(came.get(day, 0) for day in days_between(first, last)),
    )


def _with_lead(first: date, last: date) -> Iterator[date]:
    return days_between(first - timedelta(days=LAGS - 1), last)


def first_days_mean(orders: OrderProfile) -> float:
    """Orders of a day before the first known one: the mean of the first seven days."""
    return sum(orders.daily[:EDGE_DAYS]) / len(orders.daily[:EDGE_DAYS])


def lagged(history: LagHistory, weights: Sequence[float]) -> list[float]:
    """Σ_k w_k · o_{t−k} for each of the history's days."""
    turned, orders = weights[::-1], history.orders
    return [sum(map(mul, turned, orders[day:day + LAGS])) for day in range(len(history.contacts))]
