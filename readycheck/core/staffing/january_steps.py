"""January's arithmetic, line by line, to be redone with a calculator (DOMAIN §3.4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.message import Message, say
from readycheck.core.staffing.day_need import DayWork
from readycheck.core.staffing.results import Kernel, WeekNeed
from readycheck.core.staffing.weeks import covered, planned_before_january


def january_steps(
    audit: Audit, kernel: Kernel, works: Mapping[date, DayWork], weeks: tuple[WeekNeed, ...],
    before: tuple[WeekNeed, ...],
) -> tuple[Message, ...]:
    """The kernel, the busiest hour, each day of `works` and each week; `before` are the weeks up to 26 December."""
    score = covered(weeks) if audit.plan.hours is not None else None
    earlier = _before(before) if planned_before_january(audit) else ()
    return (*_arithmetic(audit, kernel, works, weeks, score), *earlier)


def _arithmetic(
    audit: Audit, kernel: Kernel, works: Mapping[date, DayWork], weeks: tuple[WeekNeed, ...], score: float | None
) -> tuple[Message, ...]:
    lines = [say(
        "Contacts per order {rate:.4f}, half of them within {median:.1f} days of the order, {late:.1%} after 30 days.",
        rate=sum(kernel.weights), median=kernel.median_days, late=kernel.after_30,
    )]
    lines += _busiest(audit, works)
    lines += [
        say("{day}: ({live:.2f} h live + max(0, {deferred:.2f} h deferred − {idle:.2f} h idle) / {cap:g})"
            " / (1 − {shrinkage:g}) = {required:.2f} h",
            day=day, live=work.live_hours, deferred=work.deferred, idle=work.idle, cap=audit.plan.max_occupancy,
            shrinkage=audit.plan.shrinkage, required=work.required)
        for day, work in works.items()
    ]
    lines += _week_lines(weeks)
    if score is not None:
        lines.append(_sum_line(say("January staffing"), weeks, score))
    return tuple(lines)


def _before(weeks: tuple[WeekNeed, ...]) -> list[Message]:
    """The same from the season's first day to 26 December."""
    score = covered(weeks)
    return [] if score is None else [*_week_lines(weeks), _sum_line(say("Before 27 December"), weeks, score)]


def _sum_line(name: Message, weeks: tuple[WeekNeed, ...], score: float) -> Message:
    return say(
        "{name} = 100 × {covered:.2f} / {required:.2f} = {score:.2f}", name=name, score=score,
        covered=sum(min(w.planned, w.required) for w in weeks), required=sum(w.required for w in weeks),
    )


def _week_lines(weeks: tuple[WeekNeed, ...]) -> list[Message]:
    return [
        say("{week}: {contacts:.1f} contacts, {required:.2f} h required, {planned:.2f} h planned, smaller {least:.2f}",
            week=week.week, contacts=week.contacts, required=week.required, planned=week.planned,
            least=min(week.planned, week.required))
        for week in weeks
    ]


def _busiest(audit: Audit, works: Mapping[date, DayWork]) -> list[Message]:
    """One hour worked out in full: the others go the same way."""
    found = [(stretch.load, day, stretch) for day, work in works.items() for stretch in work.stretches]
    if not found:
        return []
    load, day, stretch = max(found, key=lambda entry: (entry[0], -entry[1].toordinal()))
    return [say(
        "The busiest hour, {day} from {hour}: {rate:.2f} contacts an hour × {aht:.1f} s / 3600 = {load:.3f} erlangs;"
        " the fewest agents that answer in time, at most {cap:.0%} occupied: {agents}.",
        day=day, hour=stretch.hour, rate=stretch.rate, aht=stretch.aht, load=load,
        cap=audit.plan.max_occupancy, agents=stretch.agents,
    )]
