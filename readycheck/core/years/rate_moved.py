"""Contacts per order in two seasons, and whether they moved by more than the days scatter (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.message import Message, say
from readycheck.core.profile import on_shared_days
from readycheck.core.significance import two_rates, two_sided
from readycheck.core.years.demand_moved import UNLIKELY, RateMoved
from readycheck.core.years.spans import Ground, ground


@dataclass(frozen=True)
class _Both:
    """The days that orders and contacts both cover, and what came on them."""

    days: tuple[date, ...]
    contacts: tuple[int, ...]
    orders: int

    @property
    def rate(self) -> float:
        """Contacts per order."""
        return sum(self.contacts) / self.orders


def rate_moved(before: Audit, after: Audit) -> RateMoved | None:
    """Contacts / orders over the days that both cover; None where a season does not know it from its own data."""
    old, new = _both(before), _both(after)
    if old is None or new is None:
        return None
    stands_on = ground((old.days[0], old.days[-1]), (new.days[0], new.days[-1]),
                       after.season.year - before.season.year, (old.contacts, new.contacts))
    z = two_rates(sum(old.contacts), old.orders, sum(new.contacts), new.orders, stands_on.times)
    found = _untested(old, new, stands_on) if stands_on.why_not is not None or z is None else (
        _tested(old, new, stands_on, z))
    return replace(found, days_before=stands_on.before, days_after=stands_on.after,
                   steps=(*stands_on.steps, *_told(old, new), *found.steps))


def _untested(old: _Both, new: _Both, stands_on: Ground) -> RateMoved:
    why = stands_on.why_not or say("too little is counted in both seasons to test it")
    return RateMoved(old.rate, new.rate, None, None, say("not tested: {why}", why=why))


def _tested(old: _Both, new: _Both, stands_on: Ground, z: float) -> RateMoved:
    p, both = two_sided(z), (sum(old.contacts) + sum(new.contacts)) / (old.orders + new.orders)
    return RateMoved(old.rate, new.rate, p, p < UNLIKELY, _named(stands_on), (say(
        "z = ({after:.5f} − {before:.5f}) / √({both:.5f} × (1/{orders_after:,} + 1/{orders_before:,}) × {times:.4f})"
        " = {z:.3f}: p = {p:.2g}",
        after=new.rate, before=old.rate, orders_after=new.orders, orders_before=old.orders, times=stands_on.times,
        both=both, z=z, p=p,
    ),))


def _both(audit: Audit) -> _Both | None:
    if audit.contacts is None or audit.orders is None:
        return None
    shared = on_shared_days(audit.contacts, audit.orders)
    ordered = sum(orders for _, _, orders in shared)
    days, contacts = tuple(day for day, _, _ in shared), tuple(count for _, count, _ in shared)
    return _Both(days, contacts, ordered) if ordered else None


def _told(old: _Both, new: _Both) -> Iterator[Message]:
    for side in (old, new):
        yield say("Contacts per order {first} – {last}: {contacts:,} / {orders:,} = {rate:.5f}", first=side.days[0],
                  last=side.days[-1], contacts=sum(side.contacts), orders=side.orders, rate=side.rate)


def _named(stands_on: Ground) -> Message:
    if stands_on.times == 1:
        return say("test of two Poisson rates")
    return say("test of two Poisson rates, made stricter by the day-to-day scatter (×{times:.1f})",
               times=stands_on.times)
