"""January staffing: contacts lag the sales, and hands must be there when they come (DOMAIN §3.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.calendar import iso_week, january_window
from readycheck.core.forecast.contacts import Spread
from readycheck.core.forecast.season import SeasonForecast, season_forecast
from readycheck.core.message import say
from readycheck.core.staffing.day_need import DayWork
from readycheck.core.staffing.january_steps import january_steps
from readycheck.core.staffing.plan_outcome import plan_outcome
from readycheck.core.staffing.results import DayNeed, JanuaryStaffing, WeekNeed
from readycheck.core.staffing.season_need import season_required, season_works
from readycheck.core.staffing.weeks import Bounds, covered, day_needs, planned_before_january, week_needs

NO_HOURS = say("no planned hours: type the agent-hours of each week{at_hours}", at_hours="")


def january(audit: Audit) -> JanuaryStaffing:
    """Planned against required agent-hours, week by week, from the season's first day to 31 January."""
    forecast = season_forecast(audit)
    if forecast.missing:
        return JanuaryStaffing(score=None, missing=forecast.missing)
    works = season_works(audit, forecast.contacts, forecast.shares)
    return _january(audit, forecast, works)


def _january(audit: Audit, forecast: SeasonForecast, works: Mapping[date, DayWork]) -> JanuaryStaffing:
    window, planned = january_window(audit.season)[0], audit.plan.hours is not None
    days = day_needs(audit, forecast.contacts, works, forecast.daily, _bounds(audit, forecast))
    january_days = [day for day in days if day.day >= window]
    earlier = [day for day in days if audit.season.starts <= day.day < window]
    weeks, before_weeks = week_needs(january_days, forecast.weekly), week_needs(earlier, forecast.weekly)
    score = covered(weeks) if planned else None
    return JanuaryStaffing(
        score=score,
        missing=() if planned else (NO_HOURS,),
        applicable=score is not None or not planned,
        before=covered(before_weeks) if planned_before_january(audit) else None,
        weeks=weeks,
        before_weeks=before_weeks,
        days=days,
        kernel=forecast.kernel,
        orders={day: forecast.orders[day] for day in forecast.contacts},
        drift=forecast.drift,
        outcome=plan_outcome(audit, january_days, works) if planned else None,
        ratio=_ratio(january_days, before_weeks, earlier),
        notes=forecast.notes,
        steps=january_steps(
            audit, forecast.kernel, {day.day: works[day.day] for day in january_days}, weeks, before_weeks
        ),
    )


def _bounds(audit: Audit, forecast: SeasonForecast) -> Bounds:
    """What each day would require at the 10 % and 90 % contacts of its week, which 27 December cuts in two."""
    window = january_window(audit.season)[0]
    row_of = {day: (iso_week(day), day >= window) for day in forecast.contacts}
    weekly: dict[tuple[str, bool], float] = {}
    for day, contacts in forecast.contacts.items():
        weekly[row_of[day]] = weekly.get(row_of[day], 0.0) + contacts
    times = {row: _few_and_many(forecast.weekly, contacts) for row, contacts in weekly.items()}
    few, many = (
        season_required(audit, {day: n * times[row_of[day]][end] for day, n in forecast.contacts.items()},
                        forecast.shares)
        for end in (0, 1)
    )
    return {day: (few[day], many[day]) for day in forecast.contacts}


def _few_and_many(spread: Spread, contacts: float) -> tuple[float, float]:
    """The interval's ends as multiples of what is expected."""
    low, high = spread.interval(contacts)
    return (low / contacts, high / contacts) if contacts else (1.0, 1.0)


def _ratio(january_days: list[DayNeed], before: tuple[WeekNeed, ...], earlier: list[DayNeed]) -> float | None:
    """January's contacts a day over those of the busiest full week before it."""
    days_of = Counter(iso_week(day.day) for day in earlier)
    busiest = max((week.contacts / 7 for week in before if days_of[week.week] == 7), default=0.0)
    return sum(day.contacts for day in january_days) / len(january_days) / busiest if busiest else None
