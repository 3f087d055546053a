"""The lag kernel from a shop's own days: a same-day mass and a smooth lag, by Poisson likelihood (DOMAIN §3.4).

Few days say little of a lag's form, so the assumed form is the prior: with four weeks of data the fit stays near it,
with a season it follows the data. Counts that scatter wider than Poisson weigh less by as much.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import inf, log, sqrt
from operator import mul

from readycheck.core.activity import DayGroups, activity_of, day_groups, group_factors
from readycheck.core.kernel import NOISE, SAME_DAY, gamma_share, kernel_of
from readycheck.core.lag_history import LAGS, LagHistory
from readycheck.core.staffing_results import Kernel

SHAPES = (1, 2, 3, 5, 8)
USUAL_SHAPE = 2
MEANS = (1.5, 2.5, 4.0, 6.0, 9.0, 13.0, 18.0, 25.0, 34.0, 46.0)
NEAR = (0.7, 1.0, 1.4)
FINER = (0.8, 0.9, 1.0, 1.1, 1.22)
COARSE, FINE = 0.05, 1e-3
MEAN_DAYS, MEAN_SPREAD = 12.0, 0.6
"""The prior's mean lag of what comes after the day itself (the assumed kernel's), and its spread as a logarithm."""
SAME_DAY_SPREAD = 0.2
NOISE_WEEKS = 4
"""The usual noise counts as much as four weeks of the shop's own."""
GOLDEN = (sqrt(5) - 1) / 2
TINY = 1e-12
PARAMETERS = 8


@dataclass(frozen=True)
class _Form:
    """A candidate: the same-day mass, and a gamma's shape and mean in days for the rest."""

    same_day: float
    shape: int
    mean: float

    def weights(self) -> tuple[float, ...]:
        rest = [(1 - self.same_day) * share for share in smooth_lag(self.shape, self.mean)]
        return (rest[0] + self.same_day, *rest[1:])

    def log_prior(self) -> float:
        mean = log(self.mean / MEAN_DAYS) / MEAN_SPREAD
        mass = (self.same_day - SAME_DAY) / SAME_DAY_SPREAD
        return -(mean * mean + mass * mass) / 2


@lru_cache(maxsize=64)
def fit_lag(history: LagHistory) -> Kernel:
    """The most likely kernel of these days; its weights sum to the contacts per order that they show.

    ValueError where there are neither orders nor contacts.
    """
    if not sum(history.contacts) or not sum(history.orders):
        raise ValueError("a lag needs orders and contacts")
    return _Fit(history).kernel()


def smooth_lag(shape: int, mean: float) -> list[float]:
    """The share of a gamma of this shape and mean (days) on each of 61 days, cut there; they sum to 1."""
    so_far = [gamma_share(shape, day * shape / mean) for day in range(LAGS + 1)]
    return [(after - before) / so_far[LAGS] for before, after in pairwise(so_far)]


def lagged(history: LagHistory, weights: tuple[float, ...] | list[float]) -> list[float]:
    """Σ_k w_k · o_{t−k} for each of the history's days."""
    turned, orders = weights[::-1], history.orders
    return [sum(map(mul, turned, orders[day:day + LAGS])) for day in range(len(history.contacts))]


class _Fit:
    """The search: forms are tried on the same days, each with the rate and weekdays that suit it best."""

    def __init__(self, history: LagHistory) -> None:
        self.history = history
        self.groups: DayGroups = day_groups(history.same_days, history.first.weekday())
        self.came = self.groups.sums(history.contacts)
        self.busy = [(day, count) for day, count in enumerate(history.contacts) if count]
        self.wider = 1.0
        assumed = _Form(SAME_DAY, 2, MEAN_DAYS)
        self.wider = max(1.0, _dispersion(history.contacts, self.expected(assumed), PARAMETERS))

    def kernel(self) -> Kernel:
        form = self._best()
        lags = lagged(self.history, form.weights())
        rate = sum(self.came) / sum(lags)
        factors = group_factors(self.groups, self.came, [rate * each for each in self.groups.sums(lags)])
        noise, daily_noise = scatter(self.history, self.groups, [rate * each for each in lags], factors)
        return kernel_of(
            tuple(rate * weight for weight in form.weights()), "fitted", activity_of(self.groups, factors),
            noise=noise, daily_noise=daily_noise,
        )

    def expected(self, form: _Form) -> list[float]:
        """Contacts of each day under a form, with its best rate and weekdays."""
        lags = lagged(self.history, form.weights())
        rate = sum(self.came) / max(sum(lags), TINY)
        factors = group_factors(self.groups, self.came, [rate * each for each in self.groups.sums(lags)])
        return _with_factors(self.groups, [rate * each for each in lags], factors)

    def _best(self) -> _Form:
        """The means of the grid for the usual shape, every shape around the best one, then finer between neighbours."""
        usual = self._best_of((USUAL_SHAPE,), MEANS, COARSE)
        near = self._best_of(SHAPES, tuple(usual.mean * step for step in NEAR), COARSE)
        return self._best_of((near.shape,), tuple(near.mean * step for step in FINER), FINE)

    def _best_of(self, shapes: tuple[int, ...], means: tuple[float, ...], to: float) -> _Form:
        """The most likely of these forms, each with its best same-day mass, found to so much."""
        tried = []
        for shape in shapes:
            for mean in means:
                judged = self._judge(shape, mean)
                same_day = _highest(judged, to)
                tried.append((judged(same_day), _Form(same_day, shape, mean)))
        return max(tried, key=lambda found: found[0])[1]

    def _judge(self, shape: int, mean: float) -> Callable[[float], float]:
        """The log posterior of a same-day mass under this shape and mean."""
        later, same = lagged(self.history, smooth_lag(shape, mean)), self.history.same_days
        later_sums, same_sums = self.groups.sums(later), self.groups.sums(same)
        pairs = [(count, same[day], later[day]) for day, count in self.busy]

        def judged(mass: float) -> float:
            rest = 1 - mass
            sums = [mass * now + rest * then for now, then in zip(same_sums, later_sums, strict=True)]
            rate = sum(self.came) / max(sum(sums), TINY)
            factors = group_factors(self.groups, self.came, [rate * each for each in sums])
            # the factors make all expected contacts what came, so Σ μ is the same for every form
            likelihood = sum(count * log(max(mass * now + rest * then, TINY)) for count, now, then in pairs)
            likelihood += sum(
                came * log(max(rate * factor, TINY)) for came, factor in zip(self.came, factors, strict=True) if came
            )
            return likelihood / self.wider + _Form(mass, shape, mean).log_prior()

        return judged


def scatter(
    history: LagHistory, groups: DayGroups, expected: list[float], factors: list[float]
) -> tuple[float, float]:
    """How much wider than Poisson a history's weeks, and its days, lie around what was expected; each at least 1."""
    mended = _with_factors(groups, expected, factors)
    return _weekly_noise(history.contacts, mended), max(1.0, _dispersion(history.contacts, mended, PARAMETERS))


def _with_factors(groups: DayGroups, expected: list[float], factors: list[float]) -> list[float]:
    found = [0.0] * len(expected)
    for days, factor in zip(groups.members, factors, strict=True):
        for day in days:
            found[day] = factor * expected[day]
    return found


def _highest(judged: Callable[[float], float], to: float) -> float:
    """Where a function of one hump on 0…1 is highest, to within `to` (golden section)."""
    low, high = 0.0, 1.0
    left, right = high - GOLDEN, low + GOLDEN
    at_left, at_right = judged(left), judged(right)
    while high - low > to:
        if at_left >= at_right:
            high, right, at_right = right, left, at_left
            left = high - GOLDEN * (high - low)
            at_left = judged(left)
        else:
            low, left, at_left = left, right, at_right
            right = low + GOLDEN * (high - low)
            at_right = judged(right)
    return (low + high) / 2


def _dispersion(came: tuple[int, ...], expected: list[float], parameters: int) -> float:
    """Pearson's: the mean of (came − expected)² / expected, 1 for Poisson counts; inf where the impossible came."""
    found = [(count - mean) ** 2 / mean if mean > TINY else (inf if count else 0.0)
             for count, mean in zip(came, expected, strict=True)]
    return min(sum(found) / max(1, len(found) - parameters), 1e6)


def _weekly_noise(came: tuple[int, ...], expected: list[float]) -> float:
    """The same of whole weeks, counted back from the last day, drawn towards the usual noise; at least 1."""
    found = []
    for end in range(len(came), 6, -7):
        mean = sum(expected[end - 7:end])
        if mean > TINY:
            found.append((sum(came[end - 7:end]) - mean) ** 2 / mean)
    return max(1.0, (sum(found) + NOISE_WEEKS * NOISE) / (len(found) + NOISE_WEEKS))
