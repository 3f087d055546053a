"""How good the forecast is on real data: weekly error and interval by rolling origins, as a table.

Orders and cancellations of a British wholesaler, December 2010 – August 2011 (tests/data). From every Monday after
eight weeks of data: the lag is fitted to the days before it alone, and the next four weeks are forecast with their
orders as they came. Beside it the same weeks without a lag (the week's own orders × contacts per order so far) and as
the mean week so far. Error is WAPE: Σ |forecast − came| / Σ came.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from readycheck.core.forecast.backtest import Backtest, backtests
from readycheck.core.lag.fit import fit_lag
from readycheck.core.lag.history import LagHistory, lag_history
from readycheck.core.profile import ContactProfile, Demand, OrderProfile
from tests.bench.stopwatch import Ratio, compared, of_call, of_process

DATA = Path(__file__).parent.parent / "data"
NO_GRID = ((0,) * 24,) * 7
HEADS = ("weeks ahead", "weeks", "with lag", "without lag", "flat", "interval held")


def forecast_lines() -> Iterator[str]:
    """The table, a line for every number of weeks ahead, and all of them together."""
    yield "  ".join(f"{head:>13}" for head in HEADS)
    found = backtests(real_demand())
    for row in found:
        yield _line(str(row.ahead), row)
    yield _line("all", _together(found))


def fitting() -> Ratio:
    """The lag's fit, apart from the forecast: never on the app's thread."""
    history = lag_history(real_demand())
    assert history is not None

    def fit(history: LagHistory = history) -> None:
        fit_lag.cache_clear()
        fit_lag(history)

    return compared(
        "fitting the lag to 274 days of orders and cancellations", of_call(fit),
        "python -c \"import textual.app\"", of_process("-c", "import textual.app"), 7,
    )


def real_demand() -> Demand:
    """The two files' invoices by day, each once."""
    orders_first, orders = _by_day("online_retail_orders.csv")
    first, contacts = _by_day("online_retail_cancellations.csv")
    last = [day + timedelta(days=len(counts) - 1) for day, counts in ((orders_first, orders), (first, contacts))]
    return Demand(
        ContactProfile(first, last[1], NO_GRID, contacts), OrderProfile(orders_first, last[0], NO_GRID, orders)
    )


def _by_day(name: str) -> tuple[date, tuple[int, ...]]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        invoices = {row["InvoiceNo"]: date.fromisoformat(row["InvoiceDate"][:10]) for row in csv.DictReader(lines)}
    counts = Counter(invoices.values())
    first = min(counts)
    return first, tuple(counts[first + timedelta(days=n)] for n in range((max(counts) - first).days + 1))


def _together(rows: tuple[Backtest, ...]) -> Backtest:
    """Every horizon's weeks as one: errors weigh by their weeks."""
    weeks = sum(row.weeks for row in rows)

    def mean(name: str) -> float:
        return sum(row.weeks * float(getattr(row, name)) for row in rows) / weeks

    return Backtest(0, weeks, mean("lag"), mean("without_lag"), mean("flat"), mean("held"))


def _line(ahead: str, row: Backtest) -> str:
    shares = (row.lag, row.without_lag, row.flat, row.held)
    return f"{ahead:>13}  {row.weeks:>13}  " + "  ".join(f"{share:>13.1%}" for share in shares)
