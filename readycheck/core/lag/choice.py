"""Which lag the forecast stands on: counted, fitted or assumed, and why (DOMAIN §3.4, INTERFACE `plan.kernel`)."""

from __future__ import annotations

from dataclasses import dataclass

from readycheck.core.audit import Audit
from readycheck.core.lag.counts import LEAST_LINKED, counted_lag
from readycheck.core.lag.fit import fit_lag
from readycheck.core.lag.history import LagHistory, lag_history
from readycheck.core.lag.kernel import assumed_kernel, contact_rate, with_rate
from readycheck.core.message import Message, say
from readycheck.core.profile import ContactProfile, OrderProfile
from readycheck.core.staffing.results import Kernel

LEAST_DAYS = 28
SEASON_DAYS = 84
"""Twelve weeks of both are a season: without a word in the plan, the lag is fitted from there on."""

ASSUMED = say("The lag from order to contact is assumed, not measured.")


@dataclass(frozen=True)
class LagChoice:
    """The kernel and where it comes from; None where not even the contact rate is known."""

    kernel: Kernel | None
    note: Message


def lag_kernel(audit: Audit) -> LagChoice:
    """The kernel that the plan asks for, else the best that the data allows; a typed contact rate scales each."""
    rate, typed = contact_rate(audit), audit.plan.contact_rate
    found = _measured(audit, rate or 0.0)
    if not isinstance(found, Kernel):
        return LagChoice(None if rate is None else assumed_kernel(rate), found)
    note = _told(audit, found)
    if rate is None:
        return LagChoice(None, note)
    return LagChoice(found if typed is None else with_rate(found, typed), note)


def _measured(audit: Audit, rate: float) -> Kernel | Message:
    """A lag out of the shop's own data, or why there is none."""
    wanted = audit.plan.kernel
    if wanted == "assumed":
        return ASSUMED
    linked = sum(audit.contacts.lags) if audit.contacts else 0
    if linked >= LEAST_LINKED and wanted != "fitted":
        return counted_lag(audit.demand, rate)
    if wanted == "counted":
        return say("The lag is assumed: {n} contacts name their order, and it is counted from {least} on"
                   " (import contacts with --orders).", n=linked, least=LEAST_LINKED)
    history = lag_history(audit.demand)
    complaint = _too_little(audit, history)
    if complaint is not None or history is None:
        return complaint or ASSUMED
    return fit_lag(history)


def _too_little(audit: Audit, history: LagHistory | None) -> Message | None:
    """Why these days do not tell the lag; what is still possible is said with it."""
    contacts, orders = audit.contacts, audit.orders
    if contacts is None or orders is None:
        return say("The lag from order to contact is assumed, not measured: import orders and contacts of the same"
                   " weeks, and it is fitted to them.")
    if history is None:
        return _apart(contacts, orders)
    days, least = len(history.contacts), LEAST_DAYS if audit.plan.kernel == "fitted" else SEASON_DAYS
    if days < LEAST_DAYS:
        return say("The lag is assumed: orders and contacts have {days} of the {least} days that a fit takes in"
                   " common.", days=days, least=LEAST_DAYS)
    if days < least:
        return say("The lag is assumed: {days} days have both orders and contacts, and it is fitted from {least} on"
                   " (from {fewer} with plan.kernel=fitted).", days=days, least=least, fewer=LEAST_DAYS)
    if not sum(history.contacts) or not sum(history.same_days):
        return say("The lag is assumed: the days that have both hold no order or no contact.")
    return None


def _apart(contacts: ContactProfile, orders: OrderProfile) -> Message:
    dates = {"from": contacts.first, "to": contacts.last, "first": orders.first, "last": orders.last}
    return say("The contacts ({from}–{to}) and the orders ({first}–{last}) share no day: the lag is assumed; is one"
               " of the files from another year?", **dates)


def _told(audit: Audit, kernel: Kernel) -> Message:
    """Where a measured lag comes from, in a sentence."""
    if kernel.kind == "counted" and audit.contacts is not None:
        return say("The lag from order to contact is counted from {n:,} contacts that name their order.",
                   n=sum(audit.contacts.lags))
    history = lag_history(audit.demand)
    days = len(history.contacts) if history else 0
    return say("The lag from order to contact is fitted to {days} days of your own orders and contacts.", days=days)
