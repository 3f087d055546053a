"""The lag kernel: how many contacts an order brings, and how many days later (DOMAIN §3.4)."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate
from typing import Literal

from readycheck.core.audit import Audit
from readycheck.core.lag.activity import Activity
from readycheck.core.lag.form import ASSUMED_FORM
from readycheck.core.message import Message, say
from readycheck.core.plan import NOISE
from readycheck.core.profile import LAGS, Demand, on_shared_days
from readycheck.core.staffing.results import Kernel


def contact_rate(audit: Audit) -> float | None:
    """Contacts per order: the plan's, else the profile's; None where neither is known."""
    if audit.plan.contact_rate is not None:
        return audit.plan.contact_rate
    return measured_rate(audit.demand)


def measured_rate(demand: Demand) -> float | None:
    """Contacts / orders over the days that both cover; None without such days or orders."""
    if demand.contacts is None or demand.orders is None:
        return None
    days = on_shared_days(demand.contacts, demand.orders)
    ordered = sum(orders for _, _, orders in days)
    return sum(contacts for _, contacts, _ in days) / ordered if ordered else None


def why_no_rate(demand: Demand) -> Message:
    """What is lacking where contacts per order are not known, and what helps."""
    contacts, orders = demand.contacts, demand.orders
    if contacts is None or orders is None:
        return say("no contact rate: import orders and contacts, or type how many contacts an order brings"
                   "{at_rate}", at_rate="")
    dates = {"from": contacts.first, "to": contacts.last, "first": orders.first, "last": orders.last}
    if contacts.last < orders.first or orders.last < contacts.first:
        return say("no contact rate: the contacts ({from}–{to}) and the orders ({first}–{last}) share no day; import"
                   " both of the same weeks, or type how many contacts an order brings{at_rate}", at_rate="", **dates)
    return say("no contact rate: the days of which both orders and contacts are known hold no order; import that"
               " season's orders, or type how many contacts an order brings{at_rate}", at_rate="")


def assumed_kernel(rate: float) -> Kernel:
    """15 % on the day itself, the rest by a gamma of shape 2 and scale 6 days, cut at 60 days."""
    return kernel_of(tuple(rate * share for share in ASSUMED_FORM.weights()), "assumed")


def kernel_of(
    weights: tuple[float, ...], kind: Literal["assumed", "fitted", "counted"], activity: Activity | None = None,
    *, noise: float = NOISE, daily_noise: float = NOISE,
) -> Kernel:
    """A kernel with what is told of it: its median and its share after 30 days."""
    return Kernel(
        weights, kind, *_form(weights), activity=activity or Activity(), noise=noise, daily_noise=daily_noise
    )


def with_rate(kernel: Kernel, rate: float) -> Kernel:
    """The same lag with another contact rate."""
    own = sum(kernel.weights)
    return replace(kernel, weights=tuple(weight * rate / own for weight in kernel.weights)) if own else kernel


def _form(weights: tuple[float, ...]) -> tuple[float, float]:
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
