"""What a trial changes week by week and in opening hours, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from readycheck.core.audit import Audit
from readycheck.core.message import Message, say
from readycheck.core.names import channel_name

FEW = 2
"""So many weeks are told one by one."""


def changed_amounts(saved: Audit, tried: Audit) -> Iterator[Message]:
    """Planned hours, orders and hours by day: "planned hours of 6 weeks 250 → 320"."""
    yield from _by_week(say("planned hours"), saved.plan.hours or {}, tried.plan.hours or {})
    yield from _by_week(say("orders"), saved.plan.orders, tried.plan.orders)
    if saved.plan.extra != tried.plan.extra:
        before, after = sum(saved.plan.extra.values()), sum(tried.plan.extra.values())
        yield say("extra hours by day {before:,.0f} → {after:,.0f}", before=before, after=after)


def changed_hours(saved: Audit, tried: Audit) -> Iterator[Message]:
    """The channels whose opening hours differ."""
    for name in dict.fromkeys((*saved.hours, *tried.hours)):
        if saved.hours.get(name) != tried.hours.get(name):
            yield say("opening hours: {channel}", channel=channel_name(name))


def week_name(week: str) -> Message:
    """ "week 53" out of "2026-W53"."""
    return say("week {number}", number=week.partition("-W")[2].lstrip("0"))


def _by_week(what: Message, saved: Mapping[str, float], tried: Mapping[str, float]) -> Iterator[Message]:
    moved = [week for week in sorted({*saved, *tried}) if saved.get(week) != tried.get(week)]
    if len(moved) <= FEW:
        for week in moved:
            before, after = saved.get(week, 0.0), tried.get(week, 0.0)
            yield say("{what}, {week}: {before:,.0f} → {after:,.0f}", what=what, week=week_name(week), before=before,
                      after=after)
        return
    before, after = (sum(amounts.get(week, 0.0) for week in moved) for amounts in (saved, tried))
    yield say("{what} of {n} weeks {before:,.0f} → {after:,.0f}", what=what, n=len(moved), before=before, after=after)
