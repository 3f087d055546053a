"""The lag kernel from a shop's own days: a same-day mass and a smooth lag, by Poisson likelihood (DOMAIN §3.4).

Few days say little of a lag's form, so the assumed form is the prior: with four weeks of data the fit stays near it,
with a season it follows the data. Counts that scatter wider than Poisson weigh less by as much.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import log, sqrt
from operator import mul

from readycheck.core.lag.activity import day_groups, group_factors
from readycheck.core.lag.form import ASSUMED_FORM, LagForm, smooth_lag
from readycheck.core.lag.history import LagHistory, lagged
from readycheck.core.lag.suited import TINY, dispersion, suited, suited_kernel
from readycheck.core.staffing.results import Kernel

SHAPES = (1, 2, 3, 5, 8)
MEANS = (1.5, 2.5, 4.0, 6.0, 9.0, 13.0, 18.0, 25.0, 34.0, 46.0)
NEAR = (0.7, 1.0, 1.4)
FINER = (0.8, 0.9, 1.0, 1.1, 1.22)
COARSE, FINE = 0.05, 1e-3
MEAN_SPREAD = 0.6
"""How far a shop's mean lag may lie from the assumed one, as a logarithm; and its same-day share, as it is."""
SAME_DAY_SPREAD = 0.2
GOLDEN = (sqrt(5) - 1) / 2


@lru_cache(maxsize=64)
def fit_lag(history: LagHistory) -> Kernel:
    """The most likely kernel of these days; its weights sum to the contacts per order that they show.

    ValueError where there is no order or no contact.
    """
    return suited_kernel(history, likeliest_form(history).weights(), "fitted")


def likeliest_form(history: LagHistory) -> LagForm:
    """The form of the highest posterior. The means of a grid for the assumed shape, then every shape around the best
    one, then finer between its neighbours. ValueError where there is no order or no contact."""
    if not sum(history.contacts) or not sum(history.orders):
        raise ValueError("a lag needs orders and contacts")
    fit = _Fit(history)
    usual = fit.best_of((ASSUMED_FORM.shape,), MEANS, COARSE)
    near = fit.best_of(SHAPES, tuple(usual.mean * step for step in NEAR), COARSE)
    return fit.best_of((near.shape,), tuple(near.mean * step for step in FINER), FINE)


def log_prior(form: LagForm) -> float:
    """How likely a form is before any data: that of a normal deviate, up to a constant."""
    mean = log(form.mean / ASSUMED_FORM.mean) / MEAN_SPREAD
    mass = (form.same_day - ASSUMED_FORM.same_day) / SAME_DAY_SPREAD
    return -(mean * mean + mass * mass) / 2


class _Fit:
    """Forms are tried on the same days, each with the rate and weekdays that suit it best."""

    def __init__(self, history: LagHistory) -> None:
        self.history = history
        self.groups = day_groups(history.same_days, history.first.weekday())
        self.came = self.groups.sums(history.contacts)
        self.busy = [(day, count) for day, count in enumerate(history.contacts) if count]
        assumed = suited(history, self.groups, ASSUMED_FORM.weights())
        self.wider = max(1.0, dispersion(history.contacts, assumed.expected))

    def best_of(self, shapes: tuple[int, ...], means: tuple[float, ...], to: float) -> LagForm:
        """The most likely of these forms, each with its best same-day mass, found to so much."""
        tried = []
        for shape in shapes:
            for mean in means:
                judged = self._judge(shape, mean)
                same_day = _highest(judged, to)
                tried.append((judged(same_day), LagForm(same_day, shape, mean)))
        return max(tried, key=lambda found: found[0])[1]

    def _judge(self, shape: int, mean: float) -> Callable[[float], float]:
        """The log posterior of a same-day mass under this shape and mean."""
        later, same = lagged(self.history, smooth_lag(shape, mean)), self.history.same_days
        later_sums, same_sums = self.groups.sums(later), self.groups.sums(same)
        counts = [count for _, count in self.busy]
        pairs = [(same[day], later[day]) for day, _ in self.busy]

        def judged(mass: float) -> float:
            rest = 1 - mass
            sums = [mass * now + rest * then for now, then in zip(same_sums, later_sums, strict=True)]
            due = [mass * now + rest * then for now, then in pairs]
            if min(due) < TINY:
                due = [max(each, TINY) for each in due]
            likelihood: float = sum(map(mul, counts, map(log, due)))
            return (likelihood + self._of_groups(sums)) / self.wider + log_prior(LagForm(mass, shape, mean))

        return judged

    def _of_groups(self, sums: list[float]) -> float:
        """What the groups' rates × factors add to the log likelihood, given their lagged orders.

        The factors make all expected contacts what came: the sum of the expected is the same for every form.
        """
        rate = sum(self.came) / max(sum(sums), TINY)
        factors = group_factors(self.groups, self.came, [rate * each for each in sums])
        return sum(
            came * log(max(rate * factor, TINY)) for came, factor in zip(self.came, factors, strict=True) if came
        )


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
