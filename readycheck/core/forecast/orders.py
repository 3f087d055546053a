"""This season's orders by day: typed by week, or last season's moved and grown (DOMAIN §3.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from readycheck.core.audit import Audit
from readycheck.core.calendar import black_friday, days_between, monday_of, same_day_in
from readycheck.core.lag.history import EDGE_DAYS, first_days_mean
from readycheck.core.message import Message, in_a_row, say
from readycheck.core.plan import Plan
from readycheck.core.profile import OrderProfile, by_day

YEAR_OF_WEEKS = 364
FEW = 2


@dataclass(frozen=True)
class SeasonOrders:
    """Orders of each asked day, or why they are not known (then `days` is empty)."""

    days: Mapping[date, float]
    missing: tuple[Message, ...] = ()


def season_orders(audit: Audit, first: date, last: date) -> SeasonOrders:
    """Orders for every day from `first` to `last`; typed weeks count alone where there are any."""
    if audit.plan.orders:
        return _typed(audit.plan, first, last)
    if audit.orders is None or not audit.orders.daily:
        return SeasonOrders({}, (say("no orders: import last season's orders, or type this season's by week{at_orders}",
                                      at_orders=""),))
    return _moved(audit.orders, audit.plan.growth, audit.season.year, first, last)


def days_unknown(audit: Audit, first: date, last: date) -> Iterator[Message]:
    """A sentence where last season's orders begin too late for days of this season from `first` to `last`."""
    orders = audit.orders
    if audit.plan.orders or orders is None or not orders.daily:
        return
    unknown = [day for day in days_between(first, last) if source_day(day, audit.season.year) < orders.first]
    if unknown:
        yield say(
            "Last season's orders are known from {begin} on: for {first} – {last} the mean of their first seven days"
            " stands, {orders:,.0f} a day. Import the orders before that too, or type this season's by week.",
            begin=orders.first, first=unknown[0], last=unknown[-1],
            orders=audit.plan.growth * first_days_mean(orders),
        )


def _typed(plan: Plan, first: date, last: date) -> SeasonOrders:
    known = {
        monday_of(week) + timedelta(days=weekday): orders / 7
        for week, orders in plan.orders.items() for weekday in range(7)
    }
    start = min(known)
    if start > last:  # nothing typed is of this season
        return SeasonOrders({}, (_absent(list(days_between(first, last)), last),))
    # a week's own days only: a gap in between would silently count as no orders
    absent = [day for day in days_between(start, max(last, max(known))) if day not in known]
    if absent:
        return SeasonOrders({}, (_absent(absent, last),))
    # the first week's days are alike: each is the mean of the first seven
    return SeasonOrders({day: known[max(day, start)] for day in days_between(first, last)})


def _absent(days: list[date], last: date) -> Message:
    """The stretches without orders; of many the first tell enough, as all are to be typed."""
    runs = [_stretch(run) for run in _runs(days)]
    more = [say("{n} more stretches", n=len(runs) - FEW)] if len(runs) > FEW else []
    return say("orders are not known for {days}: type them by week up to {last}{at_orders}",
               days=in_a_row([*runs[:FEW], *more]), last=last, at_orders="")


def _stretch(run: list[date]) -> Message:
    return say("{first} – {last}", first=run[0], last=run[-1]) if len(run) > 1 else say("{day}", day=run[0])


def _runs(days: list[date]) -> list[list[date]]:
    """Days that follow each other, together: a whole autumn of weeks is read as its first and last."""
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _moved(orders: OrderProfile, growth: float, year: int, first: date, last: date) -> SeasonOrders:
    known = by_day(orders)
    head = first_days_mean(orders)
    tail = sum(orders.daily[-EDGE_DAYS:]) / len(orders.daily[-EDGE_DAYS:])
    days: dict[date, float] = {}
    absent: list[date] = []
    for day in days_between(first, last):
        source = source_day(day, year)
        if source > orders.last + timedelta(days=EDGE_DAYS):
            absent.append(day)
            continue
        edge = head if source < orders.first else tail
        days[day] = growth * known.get(source, edge)
    return SeasonOrders({}, (_absent(absent, last),)) if absent else SeasonOrders(days)


def source_day(day: date, year: int) -> date:
    """The day of last season that a day of season `year` takes its orders from."""
    if date(year, 11, 1) <= day <= date(year, 12, 23):
        return day - (black_friday(year) - black_friday(year - 1))
    if date(year, 12, 24) <= day <= date(year + 1, 1, 6):
        return same_day_in(day.year - 1, day)
    return day - timedelta(days=YEAR_OF_WEEKS)
