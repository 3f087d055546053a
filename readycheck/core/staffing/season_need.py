"""The season's need of hands, day by day (DOMAIN §3.4, steps 2–4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from readycheck.core.audit import Audit
from readycheck.core.calendar import days_between
from readycheck.core.hours.public_holidays import public_holidays
from readycheck.core.staffing.day_need import Contacts, DayWork, Opened, day_work


def season_works(
    audit: Audit, contacts: Mapping[date, float], shares: Mapping[str, float]
) -> dict[date, DayWork]:
    """Each day's work: its contacts by channel and hour against the hours that the live channels are open."""
    opened = opened_days(audit, min(contacts), max(contacts))
    return {day: day_work(audit, by_hour(audit, day, count, shares), opened[day]) for day, count in contacts.items()}


def opened_days(audit: Audit, first: date, last: date) -> dict[date, Opened]:
    """When each live channel with a staffing table is open on each day."""
    holidays = public_holidays(audit.shop.country, first, last)
    live = {name: hours for name, hours in audit.hours.items() if hours.live and name in audit.staffing}
    return {
        day: {name: hours.on(day, holidays) for name, hours in live.items()} for day in days_between(first, last)
    }


def by_hour(audit: Audit, day: date, contacts: float, shares: Mapping[str, float]) -> Contacts:
    """The day's contacts by channel and hour, after the heat map's row for that weekday."""
    row = audit.contacts.grid[day.weekday()] if audit.contacts else (0,) * 24
    total = sum(row)
    profile = [count / total for count in row] if total else [1 / 24] * 24
    return {name: tuple(contacts * share * part for part in profile) for name, share in shares.items()}
