"""How far contacts may lie from a forecast: by hand, and by chance itself."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp, isfinite, log, sqrt
from random import Random
from typing import Any

import pytest

from readycheck.core.calendar import iso_week
from readycheck.core.forecast.contacts import Spread, daily_contacts, drift_after, learned_drift, total, weekly_spread
from readycheck.core.lag.activity import Activity
from readycheck.core.staffing.january import january
from readycheck.core.staffing.months import months
from readycheck.core.staffing.results import JanuaryStaffing, Kernel
from tests.core.documents import NOTHING, Document, audit_of, contacts, document

DAY = timedelta(days=1)
WEEKS = [iso_week(date(2026, 8, 3) + timedelta(weeks=n)) for n in range(26)]
WHOLE = {day: ["00:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
NO_ORDERS = {date(2025, 12, 1) + n * DAY: 0.0 for n in range(200)}
SHORT = Kernel((0.5, 0.25, *[0.0] * 58, 0.25), "assumed", 1.0, 0.25)


def z(share: float) -> float:
    """The normal deviate under which a share lies, by halving: its integral by Simpson."""
    low, high = -9.0, 9.0
    while high - low > 1e-12:
        middle = (low + high) / 2
        steps = 2000
        h = middle / steps
        inner = sum((4 if n % 2 else 2) * exp(-(n * h) ** 2 / 2) for n in range(1, steps))
        under = 0.5 + h / 3 * (1 + inner + exp(-middle**2 / 2)) / sqrt(2 * 3.141592653589793)
        low, high = (middle, high) if under < share else (low, middle)
    return low


@pytest.mark.parametrize(("drift", "noise", "expected"), [(0.3, 2.0, 100.0), (0.1, 3.4, 12.0), (0.0, 1.0, 0.5)])
def test_the_interval_holds_eight_cases_of_ten(drift: float, noise: float, expected: float) -> None:
    """Variance of the logarithm: ln(e^τ² + noise / expected); a tenth lies under it and a tenth over."""
    width = sqrt(log(exp(drift**2) + noise / expected))
    low, high = Spread(drift, noise).interval(expected)
    assert low == pytest.approx(expected * exp(z(0.1) * width))
    assert high == pytest.approx(expected * exp(z(0.9) * width))


def test_so_many_of_a_thousand_chances_lie_in_it() -> None:
    """A rate that drifts by 0.3 and counts whose variance is twice their mean, about 300: made 4000 times, 80 % held
    to two per cent."""
    rng, held = Random(7), 0
    low, high = Spread(0.3, 2.0).interval(300)
    for _ in range(4000):
        mean = 300 * exp(rng.gauss(0, 0.3))
        held += low <= rng.gauss(mean, sqrt(2 * mean)) <= high
    assert held / 4000 == pytest.approx(0.8, abs=0.02)


def test_where_nothing_is_expected_nothing_is_the_interval() -> None:
    assert Spread().interval(0.0) == Spread().interval(-1e-20) == (0.0, 0.0)


@pytest.mark.parametrize("expected", [1e-320, 1e-300, 1e-9, 1e12])
@pytest.mark.parametrize("spread", [Spread(3.0, 1e30), Spread(0.0, 1.0)])
def test_every_interval_is_of_numbers_and_holds_what_is_expected(spread: Spread, expected: float) -> None:
    low, high = spread.interval(expected)
    assert isfinite(low) and isfinite(high)
    assert 0 <= low <= expected <= high


def test_more_drift_and_more_noise_are_wider_and_more_contacts_relatively_narrower() -> None:
    def ratio(drift: float, noise: float, expected: float) -> float:
        low, high = Spread(drift, noise).interval(expected)
        return high / low
    assert ratio(0.3, 2, 50) < ratio(0.31, 2, 50) and ratio(0.3, 2, 50) < ratio(0.3, 2.1, 50)
    assert ratio(0.3, 2, 500) < ratio(0.3, 2, 50)


def test_drift_after_some_weeks_by_hand() -> None:
    """τ² is 0.01 from the first week on and 0.09 more in 52 weeks: after 13 weeks 0.0325, after a year 0.1."""
    assert drift_after(0) == pytest.approx(0.1)
    assert drift_after(13) == pytest.approx(sqrt(0.0325))
    assert drift_after(52) == pytest.approx(sqrt(0.1))
    assert drift_after(26, of_a_year=0.2) == pytest.approx(sqrt(0.01 + 0.02))


def test_learned_drift_by_hand() -> None:
    """Expected 99.5, came 199.5: (ln 2)² = 0.480453 less noise 2 / 99.5 = 0.020101, beside four seasons of 0.09:
    (0.36 + 0.460352) / 5 = 0.164070, τ = 0.405056."""
    assert learned_drift([(99.5, 199.5)], 0.3, 2.0) == pytest.approx(0.405056, abs=1e-6)
    assert learned_drift([], 0.3, 2.0) == pytest.approx(0.3)


def test_two_graded_seasons_and_one_believed_before() -> None:
    """Errors of ln 1.5 and none: (0.04 + 0.164402 − 1/99.5 + 0 − 1/9.5) / (1 + 2)."""
    found = learned_drift([(99.5, 149.5), (9.5, 9.5)], 0.2, 1.0, seasons=1)
    assert found == pytest.approx(sqrt((0.04 + log(1.5) ** 2 - 1 / 99.5 - 1 / 9.5) / 3))


def test_a_forecast_that_was_right_lowers_the_drift_but_never_to_nothing() -> None:
    assert 0.02 < learned_drift([(1000, 1000)], 0.3, 2.0) < 0.3
    assert learned_drift([(1000, 1000)] * 10000, 0.3, 2.0) == pytest.approx(0.02)
    assert learned_drift([(5, 5)] * 4, 0.1, 900.0) == pytest.approx(0.02)  # noise explains more than all


@pytest.mark.parametrize("pair", [(0.0, 0.0), (0.0, 50.0), (50.0, 0.0), (1e12, 1.0)])
def test_learned_drift_of_nothing_is_a_number(pair: tuple[float, float]) -> None:
    assert 0.02 <= learned_drift([pair], 0.3, 2.0) < 20


def test_contacts_of_a_day_by_hand() -> None:
    """Half on the day itself, a quarter the next, a quarter after 60 days. Orders 8 on 1 March, 4 on the 2nd: 4; 2 + 2;
    1; then none, and on 30 April, 60 days after the 1st, 2."""
    orders = NO_ORDERS | {date(2026, 3, 1): 8.0, date(2026, 3, 2): 4.0}
    found = daily_contacts(orders, SHORT, date(2026, 3, 1), date(2026, 5, 2))
    assert [found[date(2026, 3, day)] for day in (1, 2, 3, 4)] == [4, 4, 1, 0]
    assert [found[date(2026, *day)] for day in ((4, 29), (4, 30), (5, 1), (5, 2))] == [0, 2, 1, 0]
    assert total(found, [date(2026, 3, 1), date(2026, 3, 3)]) == 5
    assert sum(found.values()) == 12 * SHORT.rate


def test_what_comes_later_may_see_other_orders() -> None:
    orders, later = NO_ORDERS | {date(2026, 3, 1): 8.0}, NO_ORDERS | {date(2026, 3, 5): 8.0}
    found = daily_contacts(orders, SHORT, date(2026, 3, 1), date(2026, 3, 6), later)
    assert [found[date(2026, 3, day)] for day in range(1, 7)] == [4, 0, 0, 0, 0, 2]


def test_weekdays_and_closed_days_of_a_forecast() -> None:
    """1 March 2026 is a Sunday. Eight orders then and none on Monday: 4 · 0.5, then 2 · 0.1 on a closed Monday."""
    week, closed = (2.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.5), (0.1,) * 7
    kernel = Kernel(SHORT.weights, "fitted", 1.0, 0.25, Activity(week, closed))
    orders = NO_ORDERS | {date(2026, 3, 1): 8.0}
    assert list(daily_contacts(orders, kernel, date(2026, 3, 1), date(2026, 3, 2)).values()) == [2, pytest.approx(0.2)]


def shop(**plan: Any) -> Document:
    """Ten contacts a day, an hour of e-mail each, no cap below 1, no shrinkage: ten agent-hours a day."""
    return document(
        staffing={"email": {"aht": 3600}}, demand={"contacts": contacts(channels={"email": 5})},
        plan={"contact_rate": 1.0, "shrinkage": 0.0, "max_occupancy": 1, "orders": dict.fromkeys(WEEKS, 70.0),
              "hours": {"2027-W01": 50.0}, **plan},
    )


def test_weeks_and_days_of_january_with_their_intervals() -> None:
    """A week's 70 contacts and a day's 10, each with its own; the week's hours as its contacts, a seventh each day."""
    found = january(audit_of(shop(drift=0.2)))
    week, day = found.weeks[2], next(day for day in found.days if day.day == date(2027, 1, 6))
    wide, wider = sqrt(log(exp(0.04) + 2 / 70)), sqrt(log(exp(0.04) + 2 / 10))
    assert (week.contacts, week.low, week.high) == pytest.approx((70, 70 * exp(z(0.1) * wide), 70 * exp(z(0.9) * wide)))
    assert (day.low, day.high) == pytest.approx((10 * exp(z(0.1) * wider), 10 * exp(z(0.9) * wider)))
    assert (week.required_low, week.required, week.required_high) == pytest.approx((week.low, 70, week.high))
    assert (day.required_low, day.required_high) == pytest.approx((week.low / 7, week.high / 7))
    assert found.drift == 0.2


def test_a_clipped_week_has_the_interval_of_its_own_days() -> None:
    """Of week 52 the window has Sunday 27 December: ten contacts, and sixty before it; an hour of work each."""
    found = january(audit_of(shop()))
    (sunday, *_), (*_, before) = found.weeks, found.before_weeks
    assert (sunday.week, before.week) == ("2026-W52", "2026-W52")
    assert (sunday.required_low, sunday.required_high) == pytest.approx((sunday.low, sunday.high))
    assert (sunday.low, sunday.high) == pytest.approx(Spread().interval(10))
    assert (before.required_low, before.required_high) == pytest.approx(Spread().interval(60))


def test_months_add_their_weeks_hours() -> None:
    found = january(audit_of(shop()))
    only_january = [day for day in found.days if day.day >= date(2027, 1, 1)]
    (month,) = months(only_january, weekly_spread(found))
    assert (month.low, month.high) == pytest.approx(Spread().interval(310))
    assert month.required_high == pytest.approx(31 / 7 * Spread().interval(70)[1])


def test_presence_does_not_shrink_with_the_contacts() -> None:
    """A chat round the clock for 24 contacts of 36 s: one agent whether few or many come."""
    doc = shop()
    doc["hours"] = {"chat": {"live": True, "holidays": "open", **WHOLE}}
    doc["staffing"] = {"chat": {"aht": 36}}
    doc["demand"]["contacts"] |= {"channels": {"chat": 5}, "grid": [NOTHING] * 7}
    doc["plan"]["orders"] = dict.fromkeys(WEEKS, 7 * 24.0)
    (day, *_) = january(audit_of(doc)).days
    assert (day.required_low, day.required, day.required_high) == (24, 24, 24)


def test_without_a_kernel_the_usual_spread_is_told() -> None:
    assert weekly_spread(JanuaryStaffing(score=None)) == Spread(0.3, 2.0)
    noisy = Kernel(SHORT.weights, "fitted", 1.0, 0.25, noise=3.4, daily_noise=5.0)
    assert weekly_spread(JanuaryStaffing(score=None, drift=0.1, kernel=noisy)) == Spread(0.1, 3.4)


def test_a_drift_of_the_plan_is_told() -> None:
    """The usual one needs no word; one that was learned has its own, with its share."""
    def notes(plan: dict[str, object]) -> list[str]:
        plan = {"contact_rate": 0.1, "orders": dict.fromkeys(WEEKS, 70), **plan}
        doc = document(staffing={"email": {"aht": 360}}, plan=plan,
                       demand={"contacts": contacts(channels={"email": 5})})
        return [str(note) for note in january(audit_of(doc)).notes]

    assert not any("drift" in note for note in notes({}) + notes({"drift": 0.3}))
    assert any("24% drift" in note for note in notes({"drift": 0.24}))
