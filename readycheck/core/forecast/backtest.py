"""How good the forecast is on the shop's own past: made week after week from what was known then (rolling origins).

Orders of the forecast weeks are given as they came: what is tried is the lag, not next month's sales.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from readycheck.core.forecast.contacts import Spread, daily_contacts, drift_after, learned_drift
from readycheck.core.lag.fit import fit_lag
from readycheck.core.lag.history import LagHistory, lag_history
from readycheck.core.profile import LAGS, Demand
from readycheck.core.staffing.results import Kernel

LEAST_DAYS = 56
"""Eight weeks are known before the first forecast."""
HORIZONS = 4


@dataclass(frozen=True)
class WeekForecast:
    """One week, `ahead` weeks after the Monday `origin` (1: its own): contacts expected, 10–90 %, and what came.

    `without_lag` are the week's own orders times the contact rate until the origin, `flat` the mean week until then.
    """

    origin: date
    ahead: int
    expected: float
    low: float
    high: float
    without_lag: float
    flat: float
    came: int

    @property
    def ends(self) -> date:
        """The Monday after the week."""
        return self.origin + timedelta(weeks=self.ahead)

    @property
    def held(self) -> bool:
        """Whether what came lies in the interval."""
        return self.low <= self.came <= self.high


@dataclass(frozen=True)
class Backtest:
    """Weeks of one horizon together: errors are WAPE (Σ |error| / Σ came), `held` the share of intervals that held."""

    ahead: int
    weeks: int
    lag: float
    without_lag: float
    flat: float
    held: float


def backtests(demand: Demand) -> tuple[Backtest, ...]:
    """By weeks ahead, 1–4, those of which contacts came. Empty where not even one week is known whole after the first
    Monday that has eight weeks of both orders and contacts behind it."""
    found = list(rolling_forecasts(demand))
    return tuple(
        _summary(ahead, rows) for ahead in range(1, HORIZONS + 1)
        for rows in [[row for row in found if row.ahead == ahead]] if sum(row.came for row in rows)
    )


def rolling_forecasts(demand: Demand) -> Iterator[WeekForecast]:
    """From every Monday after eight weeks of data: the next four weeks that are known whole."""
    history = lag_history(demand)
    if history is None:
        return
    graded: list[WeekForecast] = []
    for origin in range(LEAST_DAYS, len(history.contacts) - 6):
        monday = (history.first + timedelta(days=origin)).weekday() == 0
        past = history.until(origin)
        if monday and any(past.contacts) and any(past.same_days):
            found = list(_from_origin(history, past, origin, graded))
            graded += found
            yield from found


def _from_origin(
    history: LagHistory, past: LagHistory, origin: int, graded: Sequence[WeekForecast]
) -> Iterator[WeekForecast]:
    kernel, now = fit_lag(past), history.first + timedelta(days=origin)
    lead = history.first - timedelta(days=LAGS - 1)
    orders = {lead + timedelta(days=n): count for n, count in enumerate(history.orders)}
    rate, mean = sum(past.contacts) / sum(past.same_days), sum(past.contacts) / origin
    for ahead in range(1, HORIZONS + 1):
        start = origin + 7 * (ahead - 1)
        if start + 7 > len(history.contacts):
            return
        first = history.first + timedelta(days=start)
        expected = sum(daily_contacts(orders, kernel, first, first + timedelta(days=6)).values())
        known = [row for row in graded if row.ahead == ahead and row.ends <= now]
        yield WeekForecast(
            now, ahead, expected, *_spread(known, ahead, kernel).interval(expected),
            without_lag=rate * sum(history.same_days[start:start + 7]), flat=7 * mean,
            came=sum(history.contacts[start:start + 7]),
        )


def _spread(known: Iterable[WeekForecast], ahead: int, kernel: Kernel) -> Spread:
    """How far a week so many ahead may lie, learned from the forecasts of which it is known what came."""
    pairs = [(row.expected, row.came) for row in known]
    return Spread(learned_drift(pairs, drift_after(ahead), kernel.noise), kernel.noise)


def _summary(ahead: int, rows: Sequence[WeekForecast]) -> Backtest:
    came = sum(row.came for row in rows)
    return Backtest(
        ahead, len(rows),
        lag=sum(abs(row.expected - row.came) for row in rows) / came,
        without_lag=sum(abs(row.without_lag - row.came) for row in rows) / came,
        flat=sum(abs(row.flat - row.came) for row in rows) / came,
        held=sum(row.held for row in rows) / len(rows),
    )
