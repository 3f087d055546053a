"""The lag kernel by counting, where contacts name their order (DOMAIN §3.4)."""

from __future__ import annotations

from datetime import timedelta

from readycheck.core.lag.form import ASSUMED_FORM
from readycheck.core.lag.history import lag_history
from readycheck.core.lag.kernel import kernel_of
from readycheck.core.lag.suited import suited_kernel
from readycheck.core.profile import LAGS, Demand, by_day
from readycheck.core.staffing.results import Kernel

LEAST_LINKED = 30
"""Fewer contacts with a known order tell less of the lag than the assumed form does."""
PRIOR_CONTACTS = 5.0
"""So many more are added as the assumed lag has them: one contact at a lag that hardly an order is old enough for
would else outweigh all the others, and a lag that none is old enough for would never come."""


def counted_lag(demand: Demand, rate: float) -> Kernel:
    """The counted form, scaled to the contacts of the days that orders and contacts both cover.

    Where no day has both, it is scaled to `rate` contacts per order. ValueError where no contact names its order.
    """
    form, history = counted_form(demand), lag_history(demand)
    if history is None or not sum(history.contacts) or not sum(history.orders):
        return kernel_of(tuple(rate * share for share in form), "counted")
    return suited_kernel(history, form, "counted")


def counted_form(demand: Demand) -> tuple[float, ...]:
    """Contacts at each lag over the orders that could have brought one so late; the 61 shares sum to 1.

    An order of the last day cannot have a contact after 30 days yet, and what one from long before the first contacts
    brought soon is not known: each lag is held against the orders whose day so much later is among the contacts'.
    """
    contacts = demand.contacts
    if contacts is None or not sum(contacts.lags):
        raise ValueError("no contact names its order")
    seen, assumed = _seen_orders(demand), ASSUMED_FORM.weights()
    an_order = sum(contacts.lags) / sum(share * orders for share, orders in zip(assumed, seen, strict=True))
    shares = [
        (count + PRIOR_CONTACTS * share) / (orders + PRIOR_CONTACTS / an_order)
        for count, share, orders in zip(contacts.lags, assumed, seen, strict=True)
    ]
    return tuple(share / sum(shares) for share in shares)


def _seen_orders(demand: Demand) -> list[float]:
    """The orders whose contacts at each lag fall on the contacts' days; one each where no order is known."""
    if demand.orders is not None and demand.contacts is not None:
        orders, first, last = by_day(demand.orders), demand.contacts.first, demand.contacts.last
        days = [timedelta(days=lag) for lag in range(LAGS)]
        seen = [float(sum(n for day, n in orders.items() if first <= day + lag <= last)) for lag in days]
        if any(seen):
            return seen
    return [1.0] * LAGS
