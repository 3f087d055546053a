"""The lag is found again in contacts that were made from a known one, order by order; likelihoods by plain loops."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, factorial, isfinite, log
from pathlib import Path
from random import Random

import pytest

from readycheck.core.lag.fit import MEANS, SHAPES, fit_lag, likeliest_form
from readycheck.core.lag.form import ASSUMED_FORM, LagForm
from readycheck.core.lag.history import LagHistory
from readycheck.core.lag.kernel import assumed_kernel
from readycheck.core.lag.suited import dispersion, weekly_noise
from readycheck.core.staffing.results import Kernel

DATA = Path(__file__).parents[2] / "data"
DAY = timedelta(days=1)
EVEN = (1.0,) * 7
BUSY_MONDAYS = (1.5, 1.2, 1.0, 1.0, 1.0, 0.3, 0.2)
CLOSED = ((12, 24), (12, 25), (12, 26), (1, 1), (1, 6))


@dataclass(frozen=True)
class Made:
    """A shop whose customers' lag is known: `rate` contacts per order, of which `same_day` on the day itself."""

    rate: float = 0.2
    same_day: float = 0.15
    shape: float = 2
    mean: float = 12
    week: tuple[float, ...] = EVEN
    closed: bool = False
    noise: float = 0.0
    orders: float = 40

    def history(self, seed: int, first: date = date(2025, 10, 1), days: int = 123) -> LagHistory:
        """Each order of a season with its peaks may bring a contact, some days later."""
        rng, start = Random(seed), first - 60 * DAY
        calendar = [start + n * DAY for n in range(60 + days)]
        orders = [self._orders(rng, day) for day in calendar]
        brings = [self._brings(rng, day) for day in calendar]
        came = [0] * len(calendar)
        for place, count in enumerate(orders):
            for _ in range(count):
                lag = 0 if rng.random() < self.same_day else int(rng.gammavariate(self.shape, self.mean / self.shape))
                then = place + lag
                if lag <= 60 and then < len(came) and rng.random() < self.rate * brings[then]:
                    came[then] += 1
        return LagHistory(first, tuple(map(float, orders)), tuple(came[60:]))

    def _orders(self, rng: Random, day: date) -> int:
        season = {11: 1.3, 12: 2.0, 7: 0.6}.get(day.month, 1.0)
        if day.month == 11 and 23 <= day.day <= 30:
            season = 4.0
        mean = 0.0 if self.closed and (day.month, day.day) in CLOSED else season * self.orders
        return max(1, round(rng.gauss(mean, 1.5 * mean**0.5))) if mean else 0

    def _brings(self, rng: Random, day: date) -> float:
        if self.closed and (day.month, day.day) in CLOSED:
            return 0.0
        return self.week[day.weekday()] * (rng.gammavariate(1 / self.noise, self.noise) if self.noise else 1.0)


def same_day(kernel: Kernel) -> float:
    return kernel.weights[0] / kernel.rate


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("made", [
    Made(orders=120), Made(orders=120, mean=20, shape=3, same_day=0.3), Made(orders=120, mean=8, rate=0.4),
])
def test_a_year_tells_the_lag(made: Made, seed: int) -> None:
    """The rate to 4 %, the same-day share to a tenth, the median to 2.5 days, what is late to 5 %."""
    truth = LagForm(made.same_day, int(made.shape), made.mean).weights()
    found = fit_lag(made.history(seed, date(2025, 2, 1), 400))
    assert found.kind == "fitted"
    assert found.rate == pytest.approx(made.rate, rel=0.04)
    assert same_day(found) == pytest.approx(truth[0], abs=0.1)
    assert found.median_days == pytest.approx(median(truth), abs=2.5)
    assert found.after_30 == pytest.approx(sum(truth[31:]), abs=0.05)
    assert found.activity.weekdays == pytest.approx(EVEN, abs=0.1)


@pytest.mark.parametrize("seed", range(3))
def test_a_season_tells_lag_weekdays_and_closed_days(seed: int) -> None:
    """From October to January, five times as many orders, contacts clustered; no contact at Christmas."""
    made = Made(same_day=0.3, week=BUSY_MONDAYS, closed=True, noise=0.05, orders=200)
    found = fit_lag(made.history(seed))
    truth = LagForm(0.3, 2, 12).weights()
    assert same_day(found) == pytest.approx(truth[0], abs=0.16)
    assert found.median_days == pytest.approx(median(truth), abs=3)
    ratios = [factor / found.activity.weekdays[2] for factor in found.activity.weekdays]
    assert ratios == pytest.approx(BUSY_MONDAYS, rel=0.25)
    assert max(found.activity.closed) < 0.05
    assert found.noise > 1
    assert found.daily_noise > 1.5  # contacts of a day: Poisson's 1 and 0.05 · about 40


def test_counts_of_chance_alone_have_no_noise_beyond_poisson() -> None:
    found = [fit_lag(Made().history(seed, date(2025, 2, 1), 400)) for seed in range(3)]
    assert all(1 <= kernel.daily_noise < 1.3 and 1 <= kernel.noise < 1.5 for kernel in found)


def test_four_weeks_hardly_move_the_assumed_form() -> None:
    """Even where customers really come after 25 days: what is found is nearer to the assumed lag than to that."""
    late, assumed = median(LagForm(0.1, 2, 25).weights()), assumed_kernel(1).median_days
    for seed in range(4):
        found = fit_lag(Made(rate=0.1, same_day=0.1, mean=25, orders=25).history(seed, date(2025, 9, 1), 28))
        assert abs(found.median_days - assumed) < abs(found.median_days - late)


def test_a_year_moves_it() -> None:
    late, assumed = median(LagForm(0.1, 2, 25).weights()), assumed_kernel(1).median_days
    for seed in range(4):
        found = fit_lag(Made(rate=0.1, same_day=0.1, mean=25, orders=60).history(seed, date(2025, 2, 1), 400))
        assert abs(found.median_days - assumed) > abs(found.median_days - late)


@pytest.mark.parametrize("made", [Made(), Made(week=BUSY_MONDAYS, closed=True, orders=8), Made(rate=0.005)])
def test_what_was_expected_is_what_came(made: Made) -> None:
    """Σ over the days of Σ_k g_k · o_{t−k} · the day's factor, in plain loops, is the number of contacts; and without
    the factors too."""
    history = made.history(1)
    kernel = fit_lag(history)
    assert min(kernel.weights) >= 0
    assert len(kernel.weights) == 61
    alone = [sum(kernel.weights[lag] * history.orders[60 + day - lag] for lag in range(61)) for day in range(123)]
    brought = [
        count * kernel.activity.factor((history.first + day * DAY).weekday(), history.orders[60 + day])
        for day, count in enumerate(alone)
    ]
    assert sum(brought) == pytest.approx(sum(history.contacts))
    assert sum(alone) == pytest.approx(sum(history.contacts))


@pytest.mark.parametrize(("days", "orders"), [(28, 30.0), (84, 60.0)])
def test_no_form_of_a_grid_is_likelier(days: int, orders: float) -> None:
    """Two shops, every form of a coarse grid; the search may miss the best by a third of a nat, no more."""
    history = Made(same_day=0.3, mean=9, orders=orders, week=BUSY_MONDAYS).history(5, date(2025, 11, 3), days)
    best = max(posteriors(history, SHAPES[1:4], (0.0, 0.2, 0.4, 0.6), (4, 7, 10, 14, 20)))
    assert posterior(history, likeliest_form(history)) > best - 0.33


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_no_form_of_a_fine_grid_is_likelier(seed: int) -> None:
    rng = Random(seed)
    made = Made(same_day=rng.choice((0.0, 0.2, 0.5)), mean=rng.choice((3, 9, 18, 30)), shape=rng.choice((1, 2, 5)),
                week=rng.choice((EVEN, BUSY_MONDAYS)), closed=rng.random() < 0.5, orders=rng.choice((10, 60)))
    history = made.history(seed, days=rng.choice((60, 123)))
    best = max(posteriors(history, SHAPES, [n / 10 for n in range(11)], MEANS))
    assert posterior(history, likeliest_form(history)) > best - 0.33


def posteriors(
    history: LagHistory, shapes: Iterable[int], masses: Sequence[float], means: Sequence[float]
) -> Iterable[float]:
    return (posterior(history, LagForm(mass, shape, mean)) for shape in shapes for mass in masses for mean in means)


def posterior(history: LagHistory, form: LagForm) -> float:
    """Σ came·ln μ − μ over how much wider than Poisson the days are under the assumed form, and the prior."""
    means, assumed = expected(history, form), expected(history, ASSUMED_FORM)
    wide = sum((n - mu) ** 2 / max(mu, 0.5) for n, mu in zip(history.contacts, assumed, strict=True))
    wider = max(1.0, wide / (len(means) - 8))
    poisson = sum(n * log(mu) - mu if n else -mu for n, mu in zip(history.contacts, means, strict=True))
    prior = (log(form.mean / 12) / 0.6) ** 2 + ((form.same_day - 0.15) / 0.2) ** 2
    return poisson / wider - prior / 2


def expected(history: LagHistory, form: LagForm) -> list[float]:
    """The days' contacts under a form: a factor for each weekday, drawn to 1 by five contacts, and for closed days."""
    x = [day * form.shape / form.mean for day in range(62)]
    under = [sum(exp(-a) * a**k / factorial(k) for k in range(form.shape, 90)) if a < 40 else 1.0 for a in x]
    weights = [(1 - form.same_day) * (under[k + 1] - under[k]) / under[61] for k in range(61)]
    weights[0] += form.same_day
    days = range(len(history.contacts))
    alone = [sum(weights[k] * history.orders[60 + t - k] for k in range(61)) for t in days]
    kinds = [kind(history, t) for t in days]
    rate = sum(history.contacts) / sum(alone)
    factors = {}
    for name in set(kinds):
        came = sum(history.contacts[t] for t in days if kinds[t] == name)
        lagged = sum(rate * alone[t] for t in days if kinds[t] == name)
        factors[name] = (came + 5) / (lagged + 5)
    if "closed" in factors:
        factors["closed"] = min(factors.values())
    whole = sum(factors[kinds[t]] * rate * alone[t] for t in days)
    return [factors[kinds[t]] * rate * alone[t] * sum(history.contacts) / whole for t in days]


def kind(history: LagHistory, t: int) -> str:
    """No weekday of the made shops is without orders: a day without is a closed one."""
    return str((history.first + t * DAY).weekday()) if history.orders[60 + t] else "closed"


def test_a_real_shop_that_is_closed_on_saturdays_and_at_christmas() -> None:
    """Orders and cancellations of a British wholesaler, December 2010 to August 2011."""
    orders, contacts = invoices("online_retail_orders.csv"), invoices("online_retail_cancellations.csv")
    first, days = date(2010, 12, 1), 274
    head = sum(orders[first + n * DAY] for n in range(7)) / 7
    history = LagHistory(
        first, (head,) * 60 + tuple(float(orders[first + n * DAY]) for n in range(days)),
        tuple(contacts[first + n * DAY] for n in range(days)),
    )
    assert (sum(orders.values()), sum(history.contacts)) == (12494, 2554)
    kernel = fit_lag(history)
    saturday, weekdays = kernel.activity.weekdays[5], kernel.activity.weekdays[:5]
    assert saturday < 0.05 < 0.9 < min(weekdays)
    assert kernel.activity.closed[5] == saturday
    assert kernel.activity.factor(date(2010, 12, 27).weekday(), 0) < 0.1
    assert 5 < kernel.median_days < 15  # cancelled after a median of 8–15 days, as was measured by customer
    assert 2 < kernel.noise < 6


def invoices(name: str) -> Counter[date]:
    with (DATA / name).open(encoding="utf-8") as file:
        return Counter(date.fromisoformat(row["InvoiceDate"][:10]) for row in csv.DictReader(file))


def test_orders_and_contacts_are_needed() -> None:
    for orders, came in ((0.0, 3), (3.0, 0)):
        with pytest.raises(ValueError):
            fit_lag(LagHistory(date(2025, 11, 3), (orders,) * 88, (came,) * 28))


def test_contacts_before_any_order_do_not_spoil_the_rest() -> None:
    """Three contacts on days that no order explains: all else is as without them."""
    history = Made(orders=60).history(2, date(2025, 11, 3), 84)
    silent = (0.0,) * 80 + history.orders[80:]
    without = fit_lag(LagHistory(history.first, silent, (0,) * 20 + history.contacts[20:]))
    odd = fit_lag(LagHistory(history.first, silent, (1, 1, 1) + (0,) * 17 + history.contacts[20:]))
    assert odd.median_days == pytest.approx(without.median_days, abs=1)
    assert odd.daily_noise < without.daily_noise + 0.2


@pytest.mark.parametrize("place", [0, 60, 100, 143])
def test_one_enormous_day_leaves_every_figure_a_number(place: int) -> None:
    history = Made().history(3, date(2025, 11, 3), 84)
    orders = (*history.orders[:place], 1e9, *history.orders[place + 1:])
    kernel = fit_lag(LagHistory(history.first, orders, history.contacts))
    assert all(isfinite(value) and value >= 0 for value in (*kernel.weights, *kernel.activity.weekdays))
    assert isfinite(kernel.noise) and isfinite(kernel.daily_noise)
    assert kernel.rate * sum(orders) >= sum(history.contacts)


def test_one_order_and_one_contact() -> None:
    """60 days apart, at the ends of what can be known."""
    kernel = fit_lag(LagHistory(date(2025, 11, 3), (1.0,) + (0.0,) * 87, (1,) + (0,) * 27))
    assert kernel.rate > 0 and isfinite(kernel.rate)


def test_noise_by_hand() -> None:
    """Nine days: (5−4)²/4 once, (1−0)²/0.5 once (the mean counts as half a contact), else as expected; over 9 − 8.
    Weeks: of 17 days two whole ones from the end, 14 of 7 and 7 of 7: (49/7 + 0 + 4 · 2) / (2 + 4)."""
    assert dispersion((5, 1) + (4,) * 7, (4.0, 0.0) + (4.0,) * 7) == pytest.approx(0.25 + 2)
    assert weekly_noise((9, 9, 9) + (2,) * 7 + (1,) * 7, (1.0,) * 17) == pytest.approx(15 / 6)
    assert weekly_noise((1,) * 700, (1.0,) * 700) == 1


def median(weights: Sequence[float]) -> float:
    """The lag within which half have come, linear within its day."""
    so_far = 0.0
    for lag, weight in enumerate(weights):
        if so_far + weight >= sum(weights) / 2:
            return lag + (sum(weights) / 2 - so_far) / weight
        so_far += weight
    raise AssertionError("no half")
