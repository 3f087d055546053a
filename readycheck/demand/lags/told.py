"""What an import's contacts brought of lags: for the audit, and in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from readycheck.core.message import Message, say
from readycheck.demand.lags.linking import Links
from readycheck.demand.lags.orders import Orders


def lags_document(links: Links) -> dict[str, Any]:
    """What an import's counts say of them; nothing where no contact names a known order."""
    return {"lags": " ".join(map(str, links.lags)), "linked": links.linked} if links.linked else {}


def median_lag(lags: Sequence[int]) -> int | None:
    """Within how many whole days half of the contacts came; None where there are none."""
    half = sum(lags) / 2
    return next((day for day, count in enumerate(accumulate(lags)) if count >= half), None) if half else None


def links_lines(links: Links, orders: Orders) -> Iterator[Message]:
    """What to tell a person at the end; no number of any order is told."""
    if links.linked:
        yield _linked(links)
    elif links.naming:
        yield say("contacts with an order number: {contacts:,}, orders read by the column “{column}”: {orders:,}; none"
                  " of them match, so the days from order to contact are not counted (if tickets carry another number"
                  " of the order, import the orders with that column as their id)", contacts=links.naming,
                  orders=orders.count, column=orders.columns)
    else:
        yield say("no contact has an order number, so the days from order to contact are not counted")


def _linked(links: Links) -> Message:
    who = say("{count:,} contacts name a known order", count=links.linked)
    if links.linked == 1:
        who = say("one contact names a known order")
    days, within = median_lag(links.lags), sum(links.lags)
    if days is None:
        return say("{who}; none came within 60 days after it", who=who)
    if links.linked == 1:
        return say("{who}; {when}", who=who, when=_alone(days))
    if within == links.linked:
        return say("{who}; {when}", who=who, when=_half(days))
    return say("{who}, {count:,} of them within 60 days after it; of these, {when}", who=who, count=within,
               when=_half(days))


def _half(days: int) -> Message:
    named = {0: say("half came on the day of the order"), 1: say("half came by the day after the order")}
    return named.get(days, say("half came within {days} days", days=days))


def _alone(days: int) -> Message:
    named = {0: say("it came on the day of the order"), 1: say("it came on the day after the order")}
    return named.get(days, say("it came {days} days after the order", days=days))
