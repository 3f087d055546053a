"""The form of a lag in days: a same-day mass, and a gamma for all that comes later (DOMAIN §3.4)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import exp, factorial

from readycheck.core.profile import LAGS


@dataclass(frozen=True)
class LagForm:
    """`same_day` is the share (0–1) of an order's contacts that come on its day; the others' lag has a gamma's `shape`
    and a `mean` in days."""

    same_day: float
    shape: int
    mean: float

    def weights(self) -> tuple[float, ...]:
        """The share of each lag, 0…60 days; they sum to 1."""
        rest = [(1 - self.same_day) * share for share in smooth_lag(self.shape, self.mean)]
        return (rest[0] + self.same_day, *rest[1:])


ASSUMED_FORM = LagForm(same_day=0.15, shape=2, mean=12.0)
"""What is taken where nothing is known: 0.15 · [k = 0] + 0.85 · F, F(x) = 1 − (1 + x/6) · e^(−x/6)."""


@lru_cache(maxsize=256)  # every fit begins with the same means
def smooth_lag(shape: int, mean: float) -> tuple[float, ...]:
    """The share of a gamma of this whole shape and mean (days) on each of 61 days, cut there; they sum to 1."""
    so_far = [gamma_share(shape, day * shape / mean) for day in range(LAGS + 1)]
    # where hardly anything is left, rounding may take a hair back
    return tuple(max(0.0, after - before) / so_far[LAGS] for before, after in pairwise(so_far))


def gamma_share(shape: int, x: float) -> float:
    """The part of a gamma of a whole shape and scale 1 that lies under x."""
    return 1 - exp(-x) * sum(x**k / factorial(k) for k in range(shape))
