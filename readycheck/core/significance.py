"""Whether counts of two seasons differ by more than chance: chi-squared, two shares, two rates, Holm (DOMAIN §4).

Contacts of one day hang together: one late lorry brings thirty. Plain tests take each contact for a throw of its own
and call too much certain, so every statistic here is divided by `day_scatter`, as quasi-Poisson tests are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import erfc, exp, fsum, lgamma, log, sqrt

LEAST_EXPECTED = 5
"""Of every cell, as is usual for Pearson's test."""
WEEK, LEAST_PAIRS = 7, 28
ENOUGH, MOST_TERMS = 1e-16, 10_000


@dataclass(frozen=True)
class ChiSquared:
    """Pearson's statistic, already divided by the scatter, its degrees of freedom and p; `pooled` cells were sparse."""

    statistic: float
    freedom: int
    p: float
    pooled: int


@dataclass(frozen=True)
class Scatter:
    """Σ(d − d₇)² and Σ(d + d₇) over days and the same weekdays a week later; `times` is their ratio, at least 1."""

    squares: int
    counts: int

    @property
    def times(self) -> float:
        """About 1 where contacts come one by one (Poisson), m where they come m at a time."""
        return max(1.0, self.squares / self.counts) if self.counts else 1.0


def chi_squared_tail(statistic: float, freedom: int) -> float:
    """P(χ² ≥ statistic): the regularised upper incomplete gamma function Q(freedom / 2, statistic / 2)."""
    a, x = freedom / 2, statistic / 2
    if x <= 0:
        return 1.0
    front = exp(a * log(x) - x - lgamma(a))
    return 1 - front * _series(a, x) if x < a + 1 else front * _fraction(a, x)


def _series(a: float, x: float) -> float:
    """Σ xⁿ / (a (a+1) … (a+n)): quick where x is under a."""
    term = total = 1 / a
    n = a
    while term > total * ENOUGH:
        n += 1
        term *= x / n
        total += term
    return total


def _fraction(a: float, x: float) -> float:
    """1/(x+1−a− 1(1−a)/(x+3−a− …)), by Lentz: quick where x is over a; there no denominator comes near 0."""
    b = x + 1 - a
    c, d = float("inf"), 1 / b
    found = d
    for n in range(1, MOST_TERMS):
        times, b = -n * (n - a), b + 2
        d, c = 1 / (times * d + b), b + times / c
        found *= d * c
        if abs(d * c - 1) < 10 * ENOUGH:
            break
    return found


def homogeneity(before: Mapping[str, int], after: Mapping[str, int], scatter: float = 1.0) -> ChiSquared | None:
    """Pearson's test that both seasons are split alike; None where under two cells are left.

    The smallest cells are taken together until each expects five in both seasons; a name counts 0 where it is not.
    """
    cells = [(before.get(name, 0), after.get(name, 0)) for name in sorted({*before, *after})]
    total_before, total_after = sum(b for b, _ in cells), sum(a for _, a in cells)
    total = total_before + total_after
    if not total_before or not total_after:
        return None
    kept, pooled = _pooled(sorted((c for c in cells if any(c)), key=sum), min(total_before, total_after) / total)
    if len(kept) < 2:
        return None
    deviations = (
        (came - expected) ** 2 / expected
        for cell in kept for came, season in zip(cell, (total_before, total_after), strict=True)
        for expected in [season * sum(cell) / total]
    )
    statistic, freedom = fsum(deviations) / scatter, len(kept) - 1
    return ChiSquared(statistic, freedom, chi_squared_tail(statistic, freedom), pooled)


def _pooled(cells: Sequence[tuple[int, int]], smaller: float) -> tuple[list[tuple[int, int]], int]:
    """Cells, smallest first, of which the `smaller` season's share expects too few, as one; and how many they were."""
    rest_before = rest_after = taken = 0
    for before, after in cells:
        enough = not taken or (rest_before + rest_after) * smaller >= LEAST_EXPECTED
        if enough and (before + after) * smaller >= LEAST_EXPECTED:
            break
        rest_before, rest_after, taken = rest_before + before, rest_after + after, taken + 1
    rest = [(rest_before, rest_after)] if (rest_before + rest_after) * smaller >= LEAST_EXPECTED else []
    return [*rest, *cells[taken:]], taken


def two_shares(before: int, of_before: int, after: int, of_after: int, scatter: float = 1.0) -> float | None:
    """z of a share that moved, pooled standard error × √scatter; None where a cell of the four expects under five."""
    both, of_both = before + after, of_before + of_after
    fewer = min(of_before, of_after)
    if not fewer or fewer * min(both, of_both - both) < LEAST_EXPECTED * of_both:
        return None
    share = both / of_both
    spread = sqrt(share * (1 - share) * (1 / of_before + 1 / of_after) * scatter)
    return (after / of_after - before / of_before) / spread


def two_rates(before: int, per_before: int, after: int, per_after: int, scatter: float = 1.0) -> float | None:
    """z of counts per so many orders that moved (Poisson, × √scatter); None where a season expects under five."""
    both, per_both = before + after, per_before + per_after
    fewer = min(per_before, per_after)
    if not fewer or both * fewer < LEAST_EXPECTED * per_both:
        return None
    spread = sqrt(both / per_both * (1 / per_before + 1 / per_after) * scatter)
    return (after / per_after - before / per_before) / spread


def two_sided(z: float) -> float:
    """P(|Z| ≥ |z|) of a normal deviate."""
    return erfc(abs(z) / sqrt(2))


def holm(tried: Sequence[float]) -> tuple[float, ...]:
    """Each p for how many were tried: smallest × n, next × (n − 1) …, none under one before it, at most 1."""
    adjusted, highest = [0.0] * len(tried), 0.0
    for rank, place in enumerate(sorted(range(len(tried)), key=tried.__getitem__)):
        highest = max(highest, min(1.0, tried[place] * (len(tried) - rank)))
        adjusted[place] = highest
    return tuple(adjusted)


def day_scatter(series: Iterable[Sequence[int]]) -> Scatter | None:
    """How much wider than chance the days scatter, over all series; None under 28 pairs of days.

    Half the mean squared difference of the same weekdays in two weeks running, over their mean: a variance over a
    mean. The variance of all days would hold the season's own rise and the weekdays too, which tell nothing of how
    contacts hang together.
    """
    pairs = [pair for daily in series for pair in zip(daily, daily[WEEK:], strict=False)]
    if len(pairs) < LEAST_PAIRS:
        return None
    return Scatter(sum((one - other) ** 2 for one, other in pairs), sum(one + other for one, other in pairs))
