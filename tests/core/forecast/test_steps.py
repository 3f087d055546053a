"""The forecast's arithmetic in words, on a kernel and a week made by hand."""

from __future__ import annotations

from datetime import date

from readycheck.core.audit import Audit, Season, Shop
from readycheck.core.forecast.steps import forecast_steps
from readycheck.core.lag.activity import Activity
from readycheck.core.plan import Plan
from readycheck.core.staffing.results import JanuaryStaffing, Kernel, WeekNeed

SEASON = Season(2026, date(2026, 11, 1), date(2027, 1, 31))
WEEKDAYS = (1.5, 1.0, 1.0, 1.0, 1.0, 0.5, 1.0)
KERNEL = Kernel((0.05, 0.15), "fitted", 1.0, 0.0, Activity(WEEKDAYS, (0.25,) * 7), noise=3.0, daily_noise=1.5)


def audit(plan: Plan) -> Audit:
    return Audit(Shop("Yarn"), SEASON, plan=plan)


def told(plan: Plan, found: JanuaryStaffing) -> str:
    return "\n".join(map(str, forecast_steps(audit(plan), found)))


def january(contacts: float) -> JanuaryStaffing:
    week = WeekNeed("2027-W01", contacts, 80.0, 125.0, 0, 0, 0, 0)
    return JanuaryStaffing(score=None, kernel=KERNEL, weeks=(week,), drift=0.0)


def test_the_lag_is_told_with_its_weekdays_and_closed_days() -> None:
    steps = told(Plan(growth=1.2), january(100.0)).replace("\u00a0", " ").splitlines()
    assert steps[0] == ("Lag (fitted): the weights of days 0–1 sum to 0.2000 contacts per order; 25.0% of them come on"
                        " the order's own day.")
    assert "Mon × 1.50, Tue × 1.00" in steps[1] and "Sat × 0.50" in steps[1]
    assert steps[2].startswith("On a day without orders instead: Mon × 0.25")
    assert steps[3].endswith("3.00 by week, 1.50 by day.")
    assert steps[4] == "Orders: last season's × 1.2, each moved to this season's day."
    # without drift: √ln(1 + 3 / 100) = 0.17193
    assert "width = √ln(e^(0²) + 3.00 / 100.0) = 0.1719;" in steps[5]


def test_typed_orders_have_no_growth_and_a_week_of_none_no_interval() -> None:
    steps = told(Plan(orders={"2026-W44": 70}, growth=1.2), january(0.0))
    assert "last season" not in steps and "Interval" not in steps


def test_without_a_forecast_nothing_is_told() -> None:
    assert forecast_steps(audit(Plan()), JanuaryStaffing(score=None)) == ()
