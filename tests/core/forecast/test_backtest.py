"""The forecast on the past: week after week from what was known then, by plain loops over dates."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp, log, sqrt
from random import Random

import pytest

from readycheck.core.forecast.backtest import Backtest, WeekForecast, backtests, rolling_forecasts
from readycheck.core.lag.fit import fit_lag
from readycheck.core.lag.history import lag_history
from readycheck.core.profile import ContactProfile, Demand, OrderProfile

EMPTY = ((0,) * 24,) * 7
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
WEDNESDAY = date(2025, 9, 3)
DAYS = 101  # to 12 December; Mondays with eight weeks behind them: from 3 November on, the sixty-second day
FIRST_ORIGIN = date(2025, 11, 3)


def series(days: int = DAYS, seed: int = 4) -> tuple[list[int], list[int]]:
    rng = Random(seed)
    orders = [rng.randrange(20, 60) + 60 * (70 <= n < 76) for n in range(days)]
    contacts = [round(sum(orders[max(0, n - 9):n + 1]) / 80) + rng.randrange(3) for n in range(days)]
    return orders, contacts


def demand(orders: list[int], contacts: list[int], first: date = WEDNESDAY) -> Demand:
    return Demand(
        ContactProfile(first, first + DAY * (len(contacts) - 1), EMPTY, tuple(contacts)),
        OrderProfile(first, first + DAY * (len(orders) - 1), EMPTY, tuple(orders)),
    )


def by_date(counts: list[int]) -> dict[date, int]:
    return {WEDNESDAY + n * DAY: count for n, count in enumerate(counts)}


ORDERS, CONTACTS = series()
DEMAND = demand(ORDERS, CONTACTS)
ROWS = list(rolling_forecasts(DEMAND))


def weeks_by_hand() -> list[tuple[date, int]]:
    """Every Monday with 56 days behind it, and each of the next four weeks that is known to its Sunday."""
    last, found = WEDNESDAY + DAY * (DAYS - 1), []
    for n in range(DAYS):
        day = WEDNESDAY + n * DAY
        if day.isoweekday() == 1 and n >= 56:
            found += [(day, ahead) for ahead in (1, 2, 3, 4) if day + ahead * WEEK - DAY <= last]
    return found


def test_which_weeks_are_forecast() -> None:
    assert [(row.origin, row.ahead) for row in ROWS] == weeks_by_hand()
    assert (ROWS[0].origin, ROWS[0].ends, ROWS[3].ends) == (FIRST_ORIGIN, date(2025, 11, 10), date(2025, 12, 1))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.origin}+{row.ahead}")
def test_what_came_and_what_the_plain_forecasts_say(row: WeekForecast) -> None:
    """Without a lag: the week's own orders times contacts over orders of the days before the origin. Flat: seven
    times their mean day."""
    orders, contacts = by_date(ORDERS), by_date(CONTACTS)
    before = [day for day in orders if day < row.origin]
    week = [row.origin + (row.ahead - 1) * WEEK + n * DAY for n in range(7)]
    rate = sum(contacts[day] for day in before) / sum(orders[day] for day in before)
    assert row.came == sum(contacts[day] for day in week)
    assert row.without_lag == pytest.approx(rate * sum(orders[day] for day in week))
    assert row.flat == pytest.approx(7 * sum(contacts[day] for day in before) / len(before))


@pytest.mark.parametrize("origin", [FIRST_ORIGIN, FIRST_ORIGIN + 3 * WEEK])
def test_a_forecast_is_the_one_that_would_have_been_made_then(origin: date) -> None:
    """The profile cut before the origin, its lag fitted, its weights laid upon the orders by hand."""
    known = (origin - WEDNESDAY).days
    past = lag_history(demand(ORDERS[:known], CONTACTS[:known]))
    assert past is not None
    kernel, orders, head = fit_lag(past), by_date(ORDERS), sum(ORDERS[:7]) / 7
    for row in (row for row in ROWS if row.origin == origin):
        expected = 0.0
        for day in [row.origin + (row.ahead - 1) * WEEK + n * DAY for n in range(7)]:
            alone = sum(kernel.weights[lag] * orders.get(day - lag * DAY, head) for lag in range(61))
            expected += alone * kernel.activity.factor(day.weekday(), orders[day])
        assert row.expected == pytest.approx(expected)


def test_the_first_intervals_by_hand() -> None:
    """Nothing is graded yet: τ² = 0.01 + 0.09 · weeks / 52, and the noise of the days before."""
    known = (FIRST_ORIGIN - WEDNESDAY).days
    past = lag_history(demand(ORDERS[:known], CONTACTS[:known]))
    assert past is not None
    for row in ROWS[:4]:
        wide = sqrt(log(exp(0.01 + 0.09 * row.ahead / 52) + fit_lag(past).noise / row.expected))
        assert (row.low, row.high) == pytest.approx(tuple(row.expected * exp(s * 1.2815515655 * wide) for s in (-1, 1)))
        assert row.held == (row.low <= row.came <= row.high)


def test_what_comes_later_changes_nothing_that_was_forecast() -> None:
    """From 24 November on ten times the contacts: the forecasts of that Monday and before stay, their outcomes not."""
    turn = date(2025, 11, 24)
    changed = [n * (10 if day >= turn else 1) for day, n in by_date(CONTACTS).items()]
    others = list(rolling_forecasts(demand(ORDERS, changed)))

    def forecast(row: WeekForecast) -> tuple[object, ...]:
        return row.origin, row.ahead, row.expected, row.low, row.high, row.without_lag, row.flat
    assert [forecast(row) for row in ROWS if row.origin <= turn] == [
        forecast(row) for row in others if row.origin <= turn
    ]
    assert [row.expected for row in ROWS if row.origin > turn] != [row.expected for row in others if row.origin > turn]


def test_weeks_that_went_wrong_widen_the_later_intervals() -> None:
    """Three times the contacts from 3 November on: at the first origin the interval is as where all went on as before,
    a week later it is wider."""
    wild = demand(ORDERS, [n * (3 if day >= FIRST_ORIGIN else 1) for day, n in by_date(CONTACTS).items()])
    calm_rows, wild_rows = ([row for row in rows if row.ahead == 1] for rows in (ROWS, rolling_forecasts(wild)))
    calm_ratios, wild_ratios = ([row.high / row.low for row in rows] for rows in (calm_rows, list(wild_rows)))
    assert wild_ratios[0] == calm_ratios[0]
    assert wild_ratios[1] > 1.3 * calm_ratios[1]


def test_the_summary_by_hand() -> None:
    """WAPE: Σ |error| / Σ came, of the rows of each horizon; how many held."""
    found = {row.ahead: row for row in backtests(DEMAND)}
    assert list(found) == [1, 2, 3, 4]
    for ahead, summary in found.items():
        rows = [row for row in ROWS if row.ahead == ahead]
        came = sum(row.came for row in rows)
        assert summary == Backtest(
            ahead, len(rows), pytest.approx(sum(abs(row.expected - row.came) for row in rows) / came),
            pytest.approx(sum(abs(row.without_lag - row.came) for row in rows) / came),
            pytest.approx(sum(abs(row.flat - row.came) for row in rows) / came),
            pytest.approx(sum(row.low <= row.came <= row.high for row in rows) / len(rows)),
        )


def test_a_lag_that_is_there_is_worth_knowing() -> None:
    """After a peak of orders contacts stay high for ten days: the lag foresees it, the week's own orders do not."""
    (first, *_) = backtests(DEMAND)
    assert first.lag < first.without_lag


@pytest.mark.parametrize(("days", "horizons"), [(67, 0), (68, 1), (74, 1), (75, 2), (89, 4)])
def test_how_much_past_it_takes(days: int, horizons: int) -> None:
    """Monday 3 November is the 62nd day, its week ends with the 68th; each further week takes seven more."""
    assert len(backtests(demand(ORDERS[:days], CONTACTS[:days]))) == horizons


def test_nothing_known_is_nothing_tried() -> None:
    assert backtests(Demand()) == ()
    assert backtests(demand([0] * DAYS, CONTACTS)) == ()
    assert backtests(demand(ORDERS, [0] * DAYS)) == ()


def test_weeks_in_which_nothing_came_have_no_error() -> None:
    """Contacts in the first weeks only: no week of a horizon brought one, so there is nothing to divide by."""
    assert backtests(demand(ORDERS, [*CONTACTS[:30], *[0] * (DAYS - 30)])) == ()
