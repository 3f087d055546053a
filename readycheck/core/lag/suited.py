"""A lag's form held against a shop's days: the contact rate, weekdays and noise that suit it (DOMAIN §3.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from readycheck.core.lag.activity import DayGroups, activity_of, day_groups, group_factors
from readycheck.core.lag.history import LagHistory, lagged
from readycheck.core.lag.kernel import kernel_of
from readycheck.core.plan import NOISE
from readycheck.core.staffing.results import Kernel

NOISE_WEEKS = 4
"""The usual noise counts as much as four weeks of the shop's own."""
LEAST_MEAN = 0.5
"""Contacts. A deviation is held against no smaller mean: one contact where none was due would else drown the rest."""
PARAMETERS = 8
"""Seven weekdays and the lag's mean are learned from the days that the noise is read from."""
TINY = 1e-12


@dataclass(frozen=True)
class Suited:
    """What suits a form: contacts per order, each group of days' factor, and the contacts expected of each day."""

    rate: float
    factors: tuple[float, ...]
    expected: tuple[float, ...]


def suited(history: LagHistory, groups: DayGroups, form: Sequence[float]) -> Suited:
    """The rate and factors under which the days' expected contacts together are all that came; `form` sums to 1."""
    lags, came = lagged(history, form), groups.sums(history.contacts)
    rate = sum(came) / max(sum(lags), TINY)
    factors = group_factors(groups, came, [rate * each for each in groups.sums(lags)])
    expected = [0.0] * len(lags)
    for days, factor in zip(groups.members, factors, strict=True):
        for day in days:
            expected[day] = factor * rate * lags[day]
    return Suited(rate, tuple(factors), tuple(expected))


def suited_kernel(history: LagHistory, form: Sequence[float], kind: Literal["fitted", "counted"]) -> Kernel:
    """The kernel of a form on these days, with their weekdays and noise."""
    groups = day_groups(history.same_days, history.first.weekday())
    found = suited(history, groups, form)
    return kernel_of(
        tuple(found.rate * weight for weight in form), kind, activity_of(groups, found.factors),
        noise=weekly_noise(history.contacts, found.expected),
        daily_noise=max(1.0, dispersion(history.contacts, found.expected)),
    )


def dispersion(came: Sequence[int], expected: Sequence[float]) -> float:
    """Pearson's: the mean of (came − expected)² / expected over days, about 1 for Poisson counts."""
    return sum(_deviations(came, expected)) / max(1, len(came) - PARAMETERS)


def weekly_noise(came: Sequence[int], expected: Sequence[float]) -> float:
    """The same of whole weeks, counted back from the last day, drawn towards the usual noise; at least 1."""
    ends = range(len(came), 6, -7)
    found = list(_deviations([sum(came[end - 7:end]) for end in ends], [sum(expected[end - 7:end]) for end in ends]))
    return max(1.0, (sum(found) + NOISE_WEEKS * NOISE) / (len(found) + NOISE_WEEKS))


def _deviations(came: Iterable[int], expected: Iterable[float]) -> Iterable[float]:
    return ((count - mean) ** 2 / max(mean, LEAST_MEAN) for count, mean in zip(came, expected, strict=True))
