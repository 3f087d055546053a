"""The forecast's arithmetic, line by line: the lag, what was tried upon the orders, and one week's interval."""

from __future__ import annotations

from collections.abc import Iterator

from readycheck.core.audit import Audit
from readycheck.core.forecast.contacts import Z_90, weekly_spread
from readycheck.core.forecast.split import channel_split, split_told
from readycheck.core.forecast.what_if import gift_dates, late_dates
from readycheck.core.hours.opening import WEEKDAY_NAMES
from readycheck.core.lag.activity import EVEN_WEEK
from readycheck.core.message import Message, in_a_row, say
from readycheck.core.staffing.results import JanuaryStaffing, Kernel

KINDS = {"assumed": say("assumed"), "fitted": say("fitted"), "counted": say("counted")}


def forecast_steps(audit: Audit, found: JanuaryStaffing) -> tuple[Message, ...]:
    """What stands before `found.steps`; nothing where there is no forecast."""
    if found.kernel is None:
        return ()
    return (*_lag(found.kernel), *_orders(audit), *_interval(found), split_told(channel_split(audit)))


def _lag(kernel: Kernel) -> Iterator[Message]:
    yield say(
        "Lag ({kind}): the weights of days 0–{last} sum to {rate:.4f} contacts per order; {same:.1%} of them come on"
        " the order's own day.",
        kind=KINDS[kernel.kind], last=len(kernel.weights) - 1, rate=kernel.rate,
        same=kernel.weights[0] / kernel.rate if kernel.rate else 0.0,
    )
    if kernel.activity.weekdays != EVEN_WEEK:
        yield say("Times what the weekday brings: {factors}.", factors=_factors(kernel.activity.weekdays))
    if kernel.activity.closed != kernel.activity.weekdays:
        yield say("On a day without orders instead: {factors}.", factors=_factors(kernel.activity.closed))
    yield say("Counts scatter wider than Poisson's 1: variance over mean is {noise:.2f} by week, {daily:.2f} by day.",
              noise=kernel.noise, daily=kernel.daily_noise)


def _factors(factors: tuple[float, ...]) -> Message:
    return in_a_row([
        say("{day}\u00a0×\u00a0{factor:.2f}", day=day, factor=factor)
        for day, factor in zip(WEEKDAY_NAMES, factors, strict=True)
    ])


def _orders(audit: Audit) -> Iterator[Message]:
    """What the plan's growth, campaigns, late deliveries and gifts do to the orders, where they are used."""
    plan, season = audit.plan, audit.season
    if not plan.orders:
        yield say("Orders: last season's × {growth:g}, each moved to this season's day.", growth=plan.growth)
    for name, campaign in plan.campaigns.items():
        yield say("Campaign “{name}”: orders from {first} to {last} × {orders:g}.",
                  name=name, first=campaign.first, last=campaign.last, orders=campaign.orders)
    late = plan.late
    if late.share:
        first, last = late_dates(season, plan)
        yield say("Late deliveries: contacts of the orders from {first} to {last} × (1 + {share:g} × ({times:g} − 1))"
                  " = × {factor:.4g}.",
                  first=first, last=last, share=late.share, times=late.times, factor=1 + late.share * (late.times - 1))
    if plan.gifts.share:
        first, last = gift_dates(season, plan)
        yield say("Gifts: {share:.0%} of the orders from {first} to {last}; their later contacts count from 24 December"
                  " on.", share=plan.gifts.share, first=first, last=last)


def _interval(found: JanuaryStaffing) -> Iterator[Message]:
    """Of January's busiest week: the others go the same way."""
    week = max(found.weeks, key=lambda each: each.contacts)
    if week.contacts <= 0:
        return
    spread = weekly_spread(found)
    yield say(
        "Interval of {week}: width = √ln(e^({drift:.4g}²) + {noise:.2f} / {contacts:.1f}) = {width:.4f}; in 8 cases"
        " of 10 between {contacts:.1f} × e^(−{z:.4f} × {width:.4f}) = {low:.1f} and {contacts:.1f} ×"
        " e^({z:.4f} × {width:.4f}) = {high:.1f}.",
        week=week.week, drift=spread.drift, noise=spread.noise, contacts=week.contacts, z=Z_90,
        width=spread.width(week.contacts), low=week.low, high=week.high,
    )
