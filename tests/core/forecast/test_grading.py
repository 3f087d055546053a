"""Last season's January forecast against what came: worked out by hand, or by a plain loop (DOMAIN §4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from math import exp, log, sqrt
from typing import Any

import pytest

from readycheck.core.calendar import iso_week
from readycheck.core.forecast.grading import grade_forecast, why_not_graded
from readycheck.core.years.comparison import DriftFactor, ForecastGrade
from readycheck.i18n import Translator
from tests.core.documents import Document, audit_of, contacts, document, grid
from tests.core.plain_january import kernel as assumed

DAY = timedelta(days=1)
FIRST, WINDOW, LAST = date(2026, 8, 3), date(2026, 12, 27), date(2027, 1, 31)
CAMPAIGN = "2026-W49"
NOTHING_ASKED: Document = {"contact_rate": 1.0}
Count = Callable[[date], float]


def days(first: date, last: date = LAST) -> list[date]:
    return [first + n * DAY for n in range((last - first).days + 1)]


def ten(day: date) -> float:
    return 10


def bumpy(day: date) -> float:
    """Ten a day, a hundred in the campaign's week, 30 November – 6 December."""
    return 100 if iso_week(day) == CAMPAIGN else 10


def forecasting(orders: Count, **plan: Any) -> Document:
    """The audit of 2026: orders typed by week (the same on all its days), everything by e-mail."""
    weeks = {iso_week(day): 7 * orders(day) for day in days(FIRST)}
    return document(2026, staffing={"email": {"aht": 360}}, plan={**NOTHING_ASKED, "orders": weeks, **plan},
                    demand={"contacts": contacts(2026, channels={"email": 1})})


def profile(count: Count, first: date, last: date = LAST) -> Document:
    daily = [count(day) for day in days(first, last)]
    assert all(n == int(n) for n in daily)
    return {"first": first, "last": last, "grid": grid({}), "daily": " ".join(f"{n:.0f}" for n in daily)}


def came(orders: Count | None, contacted: Count, first: date = FIRST, begins: date = FIRST, **more: Any) -> Document:
    """The audit of 2027: what came, orders from `first` and contacts from `begins` on."""
    demand = {"contacts": {**profile(contacted, begins), **more}}
    if orders is not None:
        demand["orders"] = profile(orders, first)
    return document(2027, demand=demand)


def graded(before: Document, after: Document) -> ForecastGrade:
    found = grade_forecast(audit_of(before), audit_of(after))
    assert found is not None
    return found


def values(found: ForecastGrade) -> dict[str, float | None]:
    return {factor.kind: factor.value for factor in found.factors}


def of(found: ForecastGrade, name: str) -> DriftFactor:
    return next(factor for factor in found.factors if factor.kind == name)


def lagged(orders: Count, weights: list[float], day: date) -> float:
    return sum(weight * orders(day - lag * DAY) for lag, weight in enumerate(weights))


def in_january(orders: Count, weights: list[float]) -> float:
    return sum(lagged(orders, weights, day) for day in days(WINDOW))


def test_twice_the_orders() -> None:
    """10 a day were expected, half a contact each: 180 in 36 days. 20 a day came, and 10 contacts: 360."""
    found = graded(forecasting(ten, contact_rate=0.5), came(lambda day: 20, ten))
    assert (found.forecast, found.outcome) == (pytest.approx(180), 360)
    assert values(found) == pytest.approx({"orders": 2, "rate": 1, "lag": 1, "rest": 1})
    # 28 October – 31 January are 96 days
    assert Translator("en")(of(found, "orders").words) == (
        "1,920 orders came from 28 Oct 2026 to 31 Jan 2027, 960 were expected"
    )


def test_a_quarter_more_contacts_per_order() -> None:
    """10 orders a day; 0.4 contacts each were expected, 0.5 came."""
    found = graded(forecasting(ten, contact_rate=0.4), came(ten, lambda day: 5))
    assert values(found) == pytest.approx({"orders": 1, "rate": 1.25, "lag": 1, "rest": 1})
    assert str(of(found, "rate").words) == "0.500 contacts per order came, 0.400 were expected"


def test_contacts_that_all_come_weeks_later() -> None:
    """The lags are counted: every contact is of an order 45 days before it, so the campaign's contacts fall into
    14–20 January instead of December."""
    lags = [0] * 61
    lags[45] = 1_000_000  # so many that the five which are assumed beside them tell nothing
    after = came(bumpy, lambda day: bumpy(day - 45 * DAY), lags=" ".join(map(str, lags)))
    found = graded(forecasting(bumpy), after)
    expected = in_january(bumpy, assumed(1.0))
    assert found.forecast == pytest.approx(expected)
    assert found.outcome == 36 * 10 + 7 * 90
    assert values(found) == pytest.approx({"orders": 1, "rate": 1, "lag": 990 / expected, "rest": 1}, rel=1e-4)
    # the assumed half: 0.15 + 0.85 · (1 − (1 + y)·e^(−y)) = 0.5 at y = 1.411, of 6 days each; a day's middle is 45.5
    assert Translator("en")(of(found, "lag").words) == (
        "contacts came 37.0 days later than expected, half of them within 45.5 days of the order"
    )


def test_a_lag_that_is_fitted() -> None:
    """Contacts by a longer lag than the assumed one, a gamma's of mean 20 days instead of 12; 3 an order, so that
    rounding tells nothing. The fit finds nearly all of what the plain loop says the longer lag does."""
    raw = [(0.45 if lag == 0 else 0) + 2.55 * ((lag + 0.5) / 100) * exp(-(lag + 0.5) / 10) for lag in range(61)]
    longer = [3 * weight / sum(raw) for weight in raw]
    found = graded(forecasting(bumpy, contact_rate=3.0), came(bumpy, lambda day: round(lagged(bumpy, longer, day))))
    truth = in_january(bumpy, longer) / in_january(bumpy, assumed(3.0))
    assert truth > 1.1
    assert values(found) == pytest.approx({"orders": 1, "rate": 1, "lag": truth, "rest": 1}, rel=0.03)


def test_orders_that_are_known_for_some_days_only() -> None:
    """From 1 December on 30 a day came instead of 10: the days before stay as they were expected."""
    def seen(day: date) -> float:
        return 30 if day >= date(2026, 12, 1) else 10
    after = came(lambda day: 30, lambda day: 30, first=date(2026, 12, 1))
    found = graded(forecasting(ten), after)
    assert of(found, "orders").value == pytest.approx(in_january(seen, assumed(1.0)) / 360)
    assert str(of(found, "orders").words) == (
        "1,860 orders came from 2026-10-28 to 2027-01-31, 620 were expected (62 of the 96 days are known)"
    )
    # 62 days tell the rate with the lag that was assumed, and no lag of their own
    of_december = sum(lagged(seen, assumed(1.0), day) for day in days(date(2026, 12, 1)))
    assert of(found, "rate").value == pytest.approx(62 * 30 / of_december)
    assert of(found, "lag").value is None
    assert str(of(found, "lag").words).startswith("The lag is assumed: 62 days have both orders and contacts")
    assert str(of(found, "rest").words) == "what is not known above, and chance"


def test_factors_that_are_known_multiply_to_outcome_over_forecast() -> None:
    for orders in (bumpy, lambda day: day.day):
        found = graded(forecasting(ten, contact_rate=0.7), came(orders, lambda day: 3 + day.day % 7))
        orders_, rate, lag, rest = (factor.value or 0.0 for factor in found.factors)
        assert orders_ * rate * lag * rest == pytest.approx(found.outcome / found.forecast)
        assert 1 not in (orders_, rate, lag)


def test_what_the_plan_tried_upon_the_orders_is_not_counted_twice() -> None:
    """The plan doubled the campaign's week and it sold the double; half of the orders of 27 November – 23 December
    were feared late, three contacts each instead of one: they weigh double. None was late."""
    campaign = {"first": date(2026, 11, 30), "last": date(2026, 12, 6), "orders": 2.0}
    def sold(day: date) -> float:
        return 20 if iso_week(day) == CAMPAIGN else 10
    def feared(day: date) -> float:
        return sold(day) * (2 if date(2026, 11, 27) <= day <= date(2026, 12, 23) else 1)
    # the assumed lag's contacts, in whole thousands of them so that rounding tells nothing
    after = came(lambda day: 1000 * sold(day), lambda day: round(1000 * lagged(sold, assumed(1.0), day)), begins=WINDOW)
    before = forecasting(lambda day: 10_000, campaigns={"november": campaign}, late={"share": 0.5, "times": 3.0})
    found = graded(before, after)
    assert found.forecast == pytest.approx(1000 * in_january(feared, assumed(1.0)))
    in_time = in_january(sold, assumed(1.0)) / in_january(feared, assumed(1.0))
    assert values(found) == pytest.approx({"orders": 1, "rate": in_time, "lag": None, "rest": 1}, rel=1e-4)


def test_gifts_that_were_assumed_belong_to_the_lag() -> None:
    """All December orders before the 24th were thought to be gifts; with the lag measured, none is assumed."""
    def gifts(day: date) -> float:
        if date(2026, 12, 1) <= day <= date(2026, 12, 23):
            return 0
        return 10 + 23 * 10 * (day == date(2026, 12, 24))
    found = graded(forecasting(ten, gifts={"share": 1.0}), came(ten, ten))
    weights = assumed(1.0)
    thought = sum(weights[0] * 10 + lagged(gifts, [0.0, *weights[1:]], day) for day in days(WINDOW))
    assert found.forecast == pytest.approx(thought)
    assert of(found, "orders").value == pytest.approx(1)
    assert of(found, "lag").value == pytest.approx(360 / thought)


@pytest.mark.parametrize(("first", "known", "sentence"), [
    (None, {"orders", "rate", "lag"}, "the orders of that season are not imported"),
    (date(2027, 1, 10), {"rate", "lag"},
     "220 orders came from 2026-10-28 to 2027-01-31, 220 were expected (22 of the 96 days are known)"),
])
def test_what_is_not_known_is_in_the_rest(first: date | None, known: set[str], sentence: str) -> None:
    """12 contacts a day came instead of 10."""
    after = came(ten if first else None, lambda day: 12, first=first or FIRST)
    found = graded(forecasting(ten), after)
    assert {name for name, value in values(found).items() if value is None} == known
    assert of(found, "rest").value == pytest.approx(1.2)
    assert str(of(found, "orders").words) == sentence


def test_orders_of_another_year_tell_nothing() -> None:
    after = came(ten, ten)
    after["demand"]["orders"] = profile(ten, date(2025, 8, 1), date(2026, 1, 31))
    found = graded(forecasting(ten), after)
    assert [of(found, name).value for name in ("orders", "rate", "lag")] == [None] * 3
    assert str(of(found, "orders").words) == "the orders that are imported are of other days"


def test_where_nothing_was_expected_nothing_is_a_factor() -> None:
    found = graded(forecasting(ten, contact_rate=0.0), came(ten, ten))
    assert set(values(found).values()) == {None} and (found.forecast, found.outcome) == (0, 360)
    # √((0.36 + 43.3048 − 2) / 5), ln(721)² = 43.3048; ln(7201)² / 5 would be 3.97²: more than a plan can hold
    assert found.learned_drift == pytest.approx(2.88669, abs=1e-5)
    assert graded(forecasting(ten, contact_rate=0.0), came(ten, lambda day: 100)).learned_drift == 3


def test_where_nothing_came_the_rate_is_nothing() -> None:
    found = graded(forecasting(ten), came(ten, lambda day: 0))
    assert values(found) == {"orders": pytest.approx(1), "rate": 0, "lag": None, "rest": None}


def test_weeks_have_their_own_intervals() -> None:
    """10 a day: Sunday 27 December alone, then whole weeks. Seven days hold 70 · e^(±1.2816 · s) with
    s² = ln(e^0.09 + 2/70), 45.3 … 108.3; one day's has + 2/10, 5.2 … 19.2. Every day brought 10, 11–17 January 20."""
    found = graded(forecasting(ten), came(None, lambda day: 20 if iso_week(day) == "2027-W02" else 10))
    assert [(week.week, week.forecast, week.came, week.held) for week in found.weeks] == [
        ("2026-W52", pytest.approx(10), 10, True), ("2026-W53", pytest.approx(70), 70, True),
        ("2027-W01", pytest.approx(70), 70, True), ("2027-W02", pytest.approx(70), 140, False),
        ("2027-W03", pytest.approx(70), 70, True), ("2027-W04", pytest.approx(70), 70, True),
    ]
    assert found.weeks_held == 5
    for week, mean in ((found.weeks[0], 10), (found.weeks[3], 70)):
        spread = exp(1.2815515655 * sqrt(log(exp(0.09) + 2 / mean)))
        assert (week.low, week.high) == (pytest.approx(mean / spread), pytest.approx(mean * spread))


@pytest.mark.parametrize(("drift", "a_day", "learned"), [
    # 36 days: 360 expected. √((4 · 0.3² + ln(720.5 / 360.5)² − 2/360) / 5) and so on
    (None, 20, 0.40839), (None, 10, 0.26625), (0.2, 10, 0.17575), (0.02, 10, 0.02),
])
def test_what_is_learned_weighs_a_fifth(drift: float | None, a_day: int, learned: float) -> None:
    plan = {} if drift is None else {"drift": drift}
    after = came(ten, lambda day: a_day)
    found = graded(forecasting(ten, **plan), after)
    assert (found.drift, found.learned_drift) == (drift or 0.3, pytest.approx(learned, abs=1e-5))
    # written into the next season's plan, it is not learned a second time
    assert graded(forecasting(ten, **plan), {**after, "plan": {"drift": learned}}).learned_drift == found.learned_drift


@pytest.mark.parametrize(("after", "sentence"), [
    (document(2028, demand={"contacts": profile(ten, FIRST)}), "the season after 2026 is 2027"),
    (document(2027), "are not imported into the audit of 2027 yet"),
    (came(ten, ten, begins=date(2026, 12, 28)), "do not reach over the whole of 2026-12-27 – 2027-01-31"),
    (document(2027, demand={"contacts": profile(ten, FIRST, date(2027, 1, 30))}),
     "the contacts in the audit of 2027 (2026-08-03 – 2027-01-30) do not reach"),
])
def test_why_a_forecast_is_not_graded(after: Document, sentence: str) -> None:
    before = audit_of(forecasting(ten))
    assert grade_forecast(before, audit_of(after)) is None
    assert sentence in str(why_not_graded(before, audit_of(after)))


def test_a_season_without_a_forecast_says_what_it_lacked() -> None:
    said = str(why_not_graded(audit_of(document(2026)), audit_of(came(ten, ten))))
    assert said.startswith("the audit of 2026 has no January forecast (no handling times")


def test_contacts_that_cover_just_the_window_are_enough() -> None:
    found = graded(forecasting(ten), came(ten, ten, begins=WINDOW))
    assert found.outcome == 360 and of(found, "rate").value == pytest.approx(1)


def test_the_steps_can_be_redone() -> None:
    lines = [str(step) for step in graded(forecasting(ten, contact_rate=0.4), came(ten, lambda day: 5)).steps]
    assert lines[0].startswith("Forecast for 2026-12-27 – 2027-01-31: 144.00 contacts; × e^(±1.2816")
    assert lines[1] == "With the orders that came: 144.00 contacts; orders = 144.00 / 144.00 = 1.0000"
    assert lines[2] == (
        "480 contacts came on 96 days whose orders bring 960.00 at one contact each: 0.5000 per order"
    )
    assert lines[3].endswith("contacts per order = 180.00 / 144.00 = 1.2500")
    assert lines[6] == "All factors multiplied: 1.2500 = 180 / 144.00"
    # (4 · 0.09 + ln(180.5 / 144.5)² − 2/144) / 5 = (0.36 + 0.04949 − 0.01389) / 5 = 0.07912
    assert lines[7].endswith("= 0.2813")
