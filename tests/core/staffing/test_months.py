"""Few contacts are shown by month: a week of three tells nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from readycheck.core.audit import Season
from readycheck.core.forecast.contacts import Spread
from readycheck.core.staffing.months import months, weeks_or_months
from readycheck.core.staffing.results import DayNeed, JanuaryStaffing, WeekNeed

SEASON = Season(2026, date(2026, 11, 1), date(2027, 1, 31))
WEEKS = (WeekNeed("2026-W53", 0, 0, 0, 0, 0, 0, 0),)


def found(a_day: float) -> JanuaryStaffing:
    """From 1 December: thirty more contacts a day before the window, which must not count."""
    days = tuple(
        DayNeed(day, a_day if day >= date(2026, 12, 27) else 30.0, 2.0, 1.0, 0.5, float(n))
        for n in range(62) for day in [date(2026, 12, 1) + timedelta(days=n)]
    )
    return JanuaryStaffing(score=50.0, weeks=WEEKS, days=days)


def test_weeks_of_ten_contacts_stay_weeks() -> None:
    assert weeks_or_months(found(10 / 7 + 1e-9), SEASON) == WEEKS


def test_under_ten_a_week_the_months_of_the_window_are_told() -> None:
    december, january = weeks_or_months(found(1.0), SEASON)
    assert (december.week, january.week) == ("2026-12", "2027-01")
    assert (december.contacts, january.contacts) == (5.0, 31.0)
    assert (january.required, january.planned, january.presence) == (62.0, 31.0, 15.5)
    assert (december.backlog, january.backlog) == (30.0, 61.0)
    assert january.low < 31.0 < january.high


def test_nothing_found_shows_nothing() -> None:
    assert weeks_or_months(JanuaryStaffing(score=None), SEASON) == ()


def test_a_month_without_contacts_has_an_empty_interval() -> None:
    (only,) = months([DayNeed(date(2027, 1, 1), 0.0, 0.0, 0.0, 0.0, 0.0)], Spread())
    assert (only.low, only.high) == pytest.approx((0.0, 0.0))
