"""January by week, or by month where a week holds too few contacts to be told apart (DOMAIN §3.4)."""

from __future__ import annotations

from collections.abc import Sequence

from readycheck.core.audit import Season
from readycheck.core.calendar import january_window
from readycheck.core.forecast.contacts import Spread, weekly_spread
from readycheck.core.staffing.results import DayNeed, JanuaryStaffing, WeekNeed
from readycheck.core.staffing.weeks import days_together

FEW_CONTACTS_A_WEEK = 10


def weeks_or_months(found: JanuaryStaffing, season: Season) -> tuple[WeekNeed, ...]:
    """The January window's weeks; its months, named "2026-12", where a week holds under ten contacts on average."""
    first, last = january_window(season)
    days = [day for day in found.days if first <= day.day <= last]
    contacts = sum(day.contacts for day in days)
    if not days or 7 * contacts / len(days) >= FEW_CONTACTS_A_WEEK:
        return found.weeks
    return months(days, weekly_spread(found))


def months(days: Sequence[DayNeed], spread: Spread) -> tuple[WeekNeed, ...]:
    """The days' calendar months in order, each with what waits at its end."""
    names = dict.fromkeys(f"{day.day:%Y-%m}" for day in days)
    return tuple(
        days_together(name, [day for day in days if f"{day.day:%Y-%m}" == name], spread) for name in names
    )
