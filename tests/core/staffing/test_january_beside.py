"""What stands beside January's score can be redone with a calculator, from the lines alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from readycheck.core.audit import Audit, Season, Shop
from readycheck.core.forecast.contacts import Spread
from readycheck.core.plan import Plan
from readycheck.core.staffing.january_beside import beside_steps
from readycheck.core.staffing.results import DayNeed, JanuaryStaffing, Kernel, WeekNeed

AUDIT = Audit(Shop("Kauppa"), Season(2026, date(2026, 11, 1), date(2027, 1, 31)), plan=Plan(pooled=True))
PEAK_WEEK = date(2026, 11, 23)


def day(when: date, contacts: float, backlog: float = 0.0) -> DayNeed:
    """5 hours required, 2 of them mere presence; 1 planned."""
    return DayNeed(when, contacts, 5.0, 1.0, 2.0, backlog)


PEAK = tuple(day(PEAK_WEEK + timedelta(days=n), 40.0) for n in range(7))
JANUARY = (day(date(2026, 12, 28), 10.0, 2.0), day(date(2026, 12, 29), 20.0, 4.0), day(date(2026, 12, 30), 15.0, 3.5))
FOUND = JanuaryStaffing(
    score=50.0, drift=0.3, ratio=0.375, days=(*PEAK, *JANUARY),
    kernel=Kernel((0.2,), "assumed", 0.0, 0.0, noise=4.0),
    weeks=(WeekNeed("2026-W53", 100.0, 63.46, 157.58, 60.0, 30.0, 12.5, 3.5),),
    before_weeks=(
        WeekNeed("2026-W48", 280.0, 0.0, 0.0, 35.0, 7.0, 14.0, 0.0),
        WeekNeed("2026-W49", 999.0, 0.0, 0.0, 35.0, 7.0, 14.0, 0.0),  # a part of a week is no peak
    ),
)


def test_the_lines_hold_what_a_calculator_gives() -> None:
    interval, presence, backlog, ratio = map(str, beside_steps(AUDIT, FOUND))
    # e^0.09 = 1.094174; + 4 / 100 = 1.134174; ln = 0.125905; √ = 0.354831; × 1.281552 = 0.454734; e^ = 1.575753
    assert "× e^(±1.2816 × √(ln(e^(0.3²) + 0.0400))) = 63.5 … 157.6" in interval and "4.000 / 100.00" in interval
    assert Spread(0.3, 4.0).interval(100.0) == pytest.approx((63.4617, 157.5753), abs=0.001)
    assert presence == "2026-W53: 60.00 h required − 47.50 h for the contacts themselves = 12.50 h mere presence"
    assert "2.00 h from the day before + 3.00 h of work − 1.00 h planned = 4.00 h" in backlog  # the highest evening
    assert "29 Dec 2026" in backlog or "2026-12-29" in backlog
    # 45 contacts of 3 days are 15 a day, 280 of 7 are 40
    assert ratio == "January to peak = (45.00 contacts / 3 days) / (280.00 contacts of 2026-W48 / 7 days) = 37.50%"


def test_a_team_for_each_channel_gives_what_waits_only_what_presence_leaves() -> None:
    apart = replace(AUDIT, plan=Plan(pooled=False))
    line = next(text for text in map(str, beside_steps(apart, FOUND)) if text.startswith("Backlog"))
    assert "− 0.00 h planned" in line  # 1 hour planned, 2 of presence


def test_without_a_forecast_there_is_nothing_beside() -> None:
    assert beside_steps(AUDIT, JanuaryStaffing(score=None)) == ()
    nothing_waits = replace(FOUND, days=tuple(replace(each, backlog=0.0) for each in FOUND.days), ratio=None)
    assert len(beside_steps(AUDIT, nothing_waits)) == 2
