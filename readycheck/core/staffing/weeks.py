"""Days of need, planned hours and backlog gathered into ISO weeks (DOMAIN §3.4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.calendar import iso_week, january_window
from readycheck.core.forecast.contacts import Spread
from readycheck.core.staffing.day_need import DayWork
from readycheck.core.staffing.erlang import backlog
from readycheck.core.staffing.results import DayNeed, WeekNeed

Bounds = Mapping[date, tuple[float, float]]
"""A day's agent-hours if its week's contacts are few, and if they are many."""


def covered(weeks: Iterable[WeekNeed]) -> float | None:
    """100 · Σ min(planned, required) / Σ required: a surplus week covers no shortage in another."""
    chosen = list(weeks)
    required = sum(week.required for week in chosen)
    return 100 * sum(min(week.planned, week.required) for week in chosen) / required if required else None


def planned_hours(audit: Audit, day: date) -> float:
    """The day's planned agent-hours: a seventh of its week's, and what is given to the day itself."""
    plan = audit.plan
    return (plan.hours or {}).get(iso_week(day), 0.0) / 7 + plan.extra.get(day.isoformat(), 0.0)


def first_planned(audit: Audit) -> str:
    """The first ISO week with planned hours, else with a day's extra ones; "" where none has any."""
    return min(audit.plan.hours or [iso_week(date.fromisoformat(day)) for day in audit.plan.extra], default="")


def is_planned(audit: Audit, week: str) -> bool:
    """Whether the ISO week (or the month, "2026-12") is planned: those before the first planned one are not."""
    return audit.plan.hours is not None and ("W" not in week or week >= first_planned(audit))


def planned_before_january(audit: Audit) -> bool:
    """Whether a week before January's first is planned: hours for January alone say nothing of the peak's weeks."""
    begins = first_planned(audit)
    return audit.plan.hours is not None and bool(begins) and begins < iso_week(january_window(audit.season)[0])


def day_needs(
    audit: Audit, contacts: Mapping[date, float], works: Mapping[date, DayWork], spread: Spread, bounds: Bounds
) -> tuple[DayNeed, ...]:
    """Every day's need beside its plan, and what waits at its end."""
    planned = {day: planned_hours(audit, day) for day in works}
    # weeks before the first planned one were not planned at all: they leave no queue behind, nor do hours given to
    # one of their days begin one
    begins = first_planned(audit)
    waiting = backlog(
        (work.required - work.presence if iso_week(day) >= begins else 0.0 for day, work in works.items()),
        (_handling(audit, planned[day], work) for day, work in works.items()),
    )
    return tuple(
        DayNeed(
            day, contacts[day], work.required, planned[day], work.presence, rest,
            *spread.interval(contacts[day]), *bounds[day],
        )
        for (day, work), rest in zip(works.items(), waiting, strict=True)
    )


def _handling(audit: Audit, planned: float, work: DayWork) -> float:
    """Planned hours that contacts get. Mere presence piles up nothing; where each channel has its own
    team, it also handles nothing of what waits."""
    return planned if audit.plan.pooled else max(0.0, planned - work.presence)


def week_needs(days: Iterable[DayNeed], spread: Spread) -> tuple[WeekNeed, ...]:
    """The days' ISO weeks in order, each with its own interval."""
    by_week: dict[str, list[DayNeed]] = {}
    for day in days:
        by_week.setdefault(iso_week(day.day), []).append(day)
    return tuple(days_together(week, members, spread) for week, members in by_week.items())


def days_together(name: str, days: list[DayNeed], spread: Spread) -> WeekNeed:
    """Days that follow each other as one row of a table."""
    contacts = sum(day.contacts for day in days)
    low, high = spread.interval(contacts)
    return WeekNeed(
        name, contacts, low, high,
        required=sum(day.required for day in days),
        planned=sum(day.planned for day in days),
        presence=sum(day.presence for day in days),
        backlog=days[-1].backlog,
        required_low=sum(day.required_low for day in days),
        required_high=sum(day.required_high for day in days),
    )
