"""Days that hold most of a season's orders or contacts: more likely a mistake in a file than a season."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from readycheck.core.message import Message, say
from readycheck.core.profile import ContactProfile, Demand, OrderProfile

LEAST_DAYS = 28
"""In fewer days one may well hold half."""


def odd_days(demand: Demand) -> Iterator[Message]:
    """A sentence for the orders and for the contacts of which over half lie on one day of four weeks or more."""
    if demand.orders is not None:
        yield from _odd(demand.orders, say("{day} alone has {share:.0%} of all orders, and the forecast stands on it:"
                                           " is it right? Otherwise import the orders again."))
    if demand.contacts is not None:
        yield from _odd(demand.contacts, say("{day} alone has {share:.0%} of all contacts, and the forecast stands on"
                                             " it: is it right? Otherwise import the contacts again."))


def _odd(profile: OrderProfile | ContactProfile, told: Message) -> Iterator[Message]:
    most = max(profile.daily, default=0)
    if len(profile.daily) >= LEAST_DAYS and 2 * most > profile.total:
        day = profile.first + timedelta(days=profile.daily.index(most))
        yield Message(told.text, {"day": day, "share": most / profile.total})
