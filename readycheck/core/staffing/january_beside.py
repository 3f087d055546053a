"""The arithmetic of what stands beside January's score: intervals, mere presence, the backlog and the ratio to the
peak (DOMAIN §3.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from readycheck.core.audit import Audit
from readycheck.core.calendar import iso_week, january_window
from readycheck.core.forecast.contacts import MOST, Z_90, weekly_spread
from readycheck.core.message import Message, say
from readycheck.core.staffing.results import DayNeed, JanuaryStaffing, WeekNeed


def beside_steps(audit: Audit, found: JanuaryStaffing) -> tuple[Message, ...]:
    """Lines for each January week, then the backlog's highest day and the ratio; none without a forecast."""
    if not found.weeks:
        return ()
    first = january_window(audit.season)[0]
    days = [day for day in found.days if day.day >= first]
    earlier = [day for day in found.days if audit.season.starts <= day.day < first]
    return (
        *(_interval(found, week) for week in found.weeks if week.contacts > 0),
        *(_presence(week) for week in found.weeks),
        *_backlog(audit, found.days),
        *_ratio(found, days, earlier),
    )


def _interval(found: JanuaryStaffing, week: WeekNeed) -> Message:
    spread = weekly_spread(found)
    return say(
        "{week}: {contacts:.2f} contacts × e^(±{z:.4f} × √(ln(e^({drift:g}²) + {noise:.4f}))) = {low:.1f} … {high:.1f};"
        " {noise:.4f} is the noise of whole weeks {wide:.3f} / {contacts:.2f}",
        week=week.week, contacts=week.contacts, z=Z_90, drift=spread.drift, low=week.low, high=week.high,
        noise=min(spread.noise / week.contacts, MOST), wide=spread.noise,
    )


def _presence(week: WeekNeed) -> Message:
    return say(
        "{week}: {required:.2f} h required − {work:.2f} h for the contacts themselves = {presence:.2f} h mere presence",
        week=week.week, required=week.required, work=week.required - week.presence, presence=week.presence,
    )


def _backlog(audit: Audit, days: Sequence[DayNeed]) -> tuple[Message, ...]:
    """The highest day of the window's end, from the day before it; nothing where nothing waits."""
    first = january_window(audit.season)[0]
    places = [place for place, day in enumerate(days) if day.day >= first]
    if not places:
        return ()
    place = max(places, key=lambda place: days[place].backlog)
    day, before = days[place], days[place - 1].backlog if place else 0.0
    if day.backlog <= 0:
        return ()
    handled = day.planned if audit.plan.pooled else max(0.0, day.planned - day.presence)
    return (say(
        "Backlog, the evening of {day}: {before:.2f} h from the day before + {came:.2f} h of work − {handled:.2f} h"
        " planned = {rest:.2f} h",
        day=day.day, before=before, came=day.required - day.presence, handled=handled, rest=day.backlog,
    ),)


def _ratio(found: JanuaryStaffing, days: Sequence[DayNeed], earlier: Sequence[DayNeed]) -> tuple[Message, ...]:
    whole = Counter(iso_week(day.day) for day in earlier)
    weeks = [week for week in found.before_weeks if whole[week.week] == 7]
    if found.ratio is None or not days or not weeks:
        return ()
    busiest = max(weeks, key=lambda week: week.contacts)
    contacts = sum(day.contacts for day in days)
    return (say(
        "January to peak = ({contacts:.2f} contacts / {days} days) / ({most:.2f} contacts of {week} / 7 days) ="
        " {ratio:.2%}",
        contacts=contacts, days=len(days), most=busiest.contacts, week=busiest.week, ratio=found.ratio,
    ),)
