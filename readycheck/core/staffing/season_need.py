"""The season's need of hands, day by day (DOMAIN §3.4, steps 2–4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from readycheck.core.audit import Audit
from readycheck.core.calendar import days_between
from readycheck.core.hours.public_holidays import public_holidays
from readycheck.core.hours.week import Span
from readycheck.core.plan import Staffing
from readycheck.core.staffing.day_need import Contacts, DayWork, Opened, Terms, day_work

Shares = tuple[tuple[str, float], ...]
Days = tuple[tuple[str, tuple[Span, ...]], ...]


def season_works(
    audit: Audit, contacts: Mapping[date, float], shares: Mapping[str, float]
) -> dict[date, DayWork]:
    """Each day's work: its contacts by channel and hour against the hours that the live channels are open."""
    return {day: _work(*of) for day, of in _days(audit, contacts, shares)}


def season_required(audit: Audit, contacts: Mapping[date, float], shares: Mapping[str, float]) -> dict[date, float]:
    """Only each day's required agent-hours."""
    return {day: _required(*of) for day, of in _days(audit, contacts, shares)}


def _days(
    audit: Audit, contacts: Mapping[date, float], shares: Mapping[str, float]
) -> Iterator[tuple[date, tuple[Terms, tuple[int, ...], float, Shares, Days]]]:
    """All that a day's work depends on."""
    opened, plan, to_each = opened_days(audit, min(contacts), max(contacts)), audit.plan, tuple(shares.items())
    terms = _terms(plan.max_occupancy, plan.shrinkage, plan.pooled, tuple(audit.staffing.items()))
    for day, count in contacts.items():
        yield day, (terms, _row(audit, day), count, to_each, tuple(opened[day].items()))


@lru_cache(maxsize=8)
def _terms(max_occupancy: float, shrinkage: float, pooled: bool, staffing: tuple[tuple[str, Staffing], ...]) -> Terms:
    return Terms(max_occupancy, shrinkage, pooled, dict(staffing))


@lru_cache(maxsize=128)  # while somebody paints one weekday's hours, the other days stay as they were
def _work(terms: Terms, row: tuple[int, ...], contacts: float, shares: Shares, opened: Days) -> DayWork:
    return day_work(terms, _by_hour(row, contacts, shares), dict(opened))


@lru_cache(maxsize=512)  # numbers alone: whole days' works would take megabytes
def _required(terms: Terms, row: tuple[int, ...], contacts: float, shares: Shares, opened: Days) -> float:
    return day_work(terms, _by_hour(row, contacts, shares), dict(opened)).required


def opened_days(audit: Audit, first: date, last: date) -> dict[date, Opened]:
    """When each live channel with a staffing table is open on each day."""
    holidays = public_holidays(audit.shop.country, first, last)
    live = {name: hours for name, hours in audit.hours.items() if hours.live and name in audit.staffing}
    return {
        day: {name: hours.on(day, holidays) for name, hours in live.items()} for day in days_between(first, last)
    }


def by_hour(audit: Audit, day: date, contacts: float, shares: Mapping[str, float]) -> Contacts:
    """The day's contacts by channel and hour, after the heat map's row for that weekday."""
    return _by_hour(_row(audit, day), contacts, tuple(shares.items()))


def _row(audit: Audit, day: date) -> tuple[int, ...]:
    return audit.contacts.grid[day.weekday()] if audit.contacts else (0,) * 24


def _by_hour(row: tuple[int, ...], contacts: float, shares: Shares) -> Contacts:
    total = sum(row)
    profile = [count / total for count in row] if total else [1 / 24] * 24
    return {name: tuple(contacts * share * part for part in profile) for name, share in shares}
