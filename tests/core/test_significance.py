"""Tests of chance against tables, closed forms, exact counting and simulation (DOMAIN §4)."""

from __future__ import annotations

from fractions import Fraction
from math import comb, erfc, exp, factorial, pi, sqrt
from random import Random

import pytest

from readycheck.core.significance import (
    chi_squared_tail,
    day_scatter,
    holm,
    homogeneity,
    two_rates,
    two_shares,
    two_sided,
)


@pytest.mark.parametrize(("freedom", "tail", "critical"), [
    (1, 0.05, 3.841), (1, 0.001, 10.828), (2, 0.01, 9.210), (5, 0.95, 1.145), (5, 0.01, 15.086), (10, 0.05, 18.307),
    (10, 0.001, 29.588), (30, 0.99, 14.953), (30, 0.05, 43.773), (100, 0.05, 124.342), (100, 0.975, 74.222),
])
def test_the_printed_table_of_critical_values(freedom: int, tail: float, critical: float) -> None:
    """Three decimals of the statistic are printed: the p under the two ends of that rounding encloses the tail."""
    assert chi_squared_tail(critical + 6e-4, freedom) < tail < chi_squared_tail(critical - 6e-4, freedom)


@pytest.mark.parametrize("freedom", [2, 4, 10, 40, 168])
@pytest.mark.parametrize("statistic", [Fraction(1, 10), Fraction(3), Fraction(41), Fraction(170), Fraction(420)])
def test_even_degrees_of_freedom_are_a_sum_of_poisson_terms(freedom: int, statistic: Fraction) -> None:
    """Q(n, x) = e^−x Σ_{k<n} x^k / k!, summed exactly."""
    x = statistic / 2
    terms = sum((x**k / factorial(k) for k in range(freedom // 2)), Fraction(0))
    assert chi_squared_tail(float(statistic), freedom) == pytest.approx(float(terms) * exp(-x), rel=1e-12)


@pytest.mark.parametrize("statistic", [1e-6, 0.3, 1.9, 2.1, 3.84, 12.0, 90.0, 700.0])
def test_odd_degrees_of_freedom_begin_with_the_normal_tail(statistic: float) -> None:
    """One: erfc(√(x/2)). Three: that and √(2x/π) e^(−x/2)."""
    one = erfc(sqrt(statistic / 2))
    assert chi_squared_tail(statistic, 1) == pytest.approx(one, rel=1e-12)
    assert chi_squared_tail(statistic, 3) == pytest.approx(one + sqrt(2 * statistic / pi) * exp(-statistic / 2),
                                                           rel=1e-12)
    assert chi_squared_tail(0.0, 1) == 1.0


def test_two_seasons_by_hand() -> None:
    """30, 20, 50 and 20, 30, 50: 25, 25 and 50 expected in each; χ² = 4 · 25/25 = 4, and e^−2 of chance."""
    found = homogeneity({"a": 30, "b": 20, "c": 50}, {"a": 20, "b": 30, "c": 50})
    assert found is not None
    assert (found.statistic, found.freedom, found.pooled) == (pytest.approx(4), 2, 0)
    assert found.p == pytest.approx(exp(-2))
    halved = homogeneity({"a": 30, "b": 20, "c": 50}, {"a": 20, "b": 30, "c": 50}, 2.0)
    assert halved is not None and halved.p == pytest.approx(exp(-1))


def test_a_published_example() -> None:
    """10, 10, 20 and 20, 20, 20: χ² = 2.7777…, p = 0.249352… (SciPy's manual, chi2_contingency)."""
    found = homogeneity({"a": 10, "b": 10, "c": 20}, {"a": 20, "b": 20, "c": 20})
    assert found is not None
    assert (found.statistic, found.freedom) == (pytest.approx(2.7777777777777777), 2)
    assert found.p == pytest.approx(0.24935220877729617, rel=1e-12)


def test_sparse_cells_are_taken_together_until_each_expects_five() -> None:
    """Of 100 and 100: d, e and f have 4, 6 and 8 in both, so 2, 3 and 4 expected; 9 together. Names in one season
    only count 0 in the other: a 50, 50; b 41, 41; rest 9, 9 (d 4|0, e 0|6, f 5|3)."""
    found = homogeneity({"a": 50, "b": 41, "d": 4, "f": 5}, {"a": 50, "b": 41, "e": 6, "f": 3})
    assert found is not None and (found.pooled, found.freedom, found.statistic) == (3, 2, 0.0)


def test_a_single_sparse_cell_takes_the_next_one_with_it() -> None:
    """c expects 2: it goes with b, and a stands against both; 80, 60 and 20, 40: 2 · 10²/70 + 2 · 10²/30."""
    found = homogeneity({"a": 80, "b": 17, "c": 3}, {"a": 60, "b": 39, "c": 1})
    assert found is not None and (found.pooled, found.freedom) == (2, 1)
    assert found.statistic == pytest.approx(2 * 100 / 70 + 2 * 100 / 30)


@pytest.mark.parametrize(("before", "after"), [
    ({}, {}), ({"a": 9}, {}), ({"a": 900}, {"a": 800}), ({"a": 4, "b": 3}, {"a": 2, "b": 4}),
])
def test_too_few_are_not_tested(before: dict[str, int], after: dict[str, int]) -> None:
    assert homogeneity(before, after) is None


def test_two_shares_are_the_square_root_of_two_cells() -> None:
    cells = homogeneity({"a": 40, "b": 60}, {"a": 66, "b": 54}, 1.7)
    z = two_shares(40, 100, 66, 120, 1.7)
    assert cells is not None and z is not None
    assert z**2 == pytest.approx(cells.statistic) and z > 0
    assert two_sided(z) == pytest.approx(cells.p)
    assert two_shares(66, 120, 40, 100, 1.7) == -z
    assert two_shares(3, 100, 6, 100) is None, "4.5 are expected of each"
    assert two_shares(96, 100, 97, 100) is None, "3.5 others are"


def test_two_shares_against_every_way_to_deal_the_cards() -> None:
    """40 of 100, then 55 of 100: of all ways to deal 95 of 200 those as far apart, half of those as likely."""
    ways = {n: comb(100, n) * comb(100, 95 - n) for n in range(96)}
    far = sum(count * (0.5 if abs(2 * n - 95) == 15 else 1) for n, count in ways.items() if abs(2 * n - 95) >= 15)
    z = two_shares(40, 100, 55, 100)
    assert z is not None and two_sided(z) == pytest.approx(far / sum(ways.values()), abs=0.002)


def test_two_rates_against_every_way_to_share_out() -> None:
    """60 contacts on 500 orders, 120 on 700: of 180 contacts each falls on the first with 5/12."""
    share, mean = 5 / 12, 75
    chances = {n: comb(180, n) * share**n * (1 - share)**(180 - n) for n in range(181)}
    far = sum(p * (0.5 if abs(n - mean) == 15 else 1) for n, p in chances.items() if abs(n - mean) >= 15)
    z = two_rates(60, 500, 120, 700)
    assert z is not None and z > 0
    assert two_sided(z) == pytest.approx(far, abs=0.002)
    assert two_rates(4, 100, 5, 100) is None and two_rates(0, 0, 9, 9) is None
    wider = two_rates(60, 500, 120, 700, 4.0)
    assert wider == pytest.approx(z / 2)


def test_holm_s_steps() -> None:
    """0.005 · 4 = 0.02, 0.01 · 3 = 0.03, 0.03 · 2 = 0.06, and 0.04 not under the one before it."""
    assert holm((0.01, 0.04, 0.03, 0.005)) == pytest.approx((0.03, 0.06, 0.06, 0.02))
    assert holm((0.6, 0.5)) == (1.0, 1.0) and holm(()) == ()


def test_day_scatter_by_hand() -> None:
    """35 days: 10 a day, but 20 on the last seven: 21 pairs alike, 7 apart by 10; 700 / (21 · 20 + 7 · 30)."""
    found = day_scatter([[10] * 28 + [20] * 7])
    assert found is not None
    assert (found.squares, found.counts, found.times) == (700, 630, pytest.approx(10 / 9))
    assert day_scatter([[10] * 34]) is None, "27 pairs"
    both = day_scatter([[10] * 21, [5] * 21])
    assert both is not None and (both.squares, both.times) == (0, 1.0)


def clustered(rng: Random, days: int, incidents: float, size: int) -> list[int]:
    """Poisson(incidents) a day, each bringing `size` contacts."""
    def poisson() -> int:
        count, left = 0, rng.expovariate(1)
        while left < incidents:
            count, left = count + 1, left + rng.expovariate(1)
        return count
    return [size * poisson() for _ in range(days)]


def test_contacts_that_come_four_at_a_time_scatter_four_times_as_wide() -> None:
    found = day_scatter([clustered(Random(7), 3000, 5.0, 4)])
    assert found is not None and found.times == pytest.approx(4, rel=0.08)


def test_what_hangs_together_raises_no_false_alarm() -> None:
    """No share differs but by chance, in incidents of five contacts of one kind each: in twenty of four hundred
    trials a right test speaks of more than chance; a test that takes each contact by itself does in many."""
    rng, alarms, naive = Random(11), 0, 0
    for _ in range(400):
        halves = [[clustered(rng, 60, 2.0, 5) for _ in range(2)] for _ in range(2)]
        scatter = day_scatter([[a + b for a, b in zip(*season, strict=True)] for season in halves])
        assert scatter is not None
        counts = [(sum(season[0]), sum(season[0]) + sum(season[1])) for season in halves]
        z, plain = (two_shares(*counts[0], *counts[1], times) for times in (scatter.times, 1.0))
        assert z is not None and plain is not None
        alarms, naive = alarms + (two_sided(z) < 0.05), naive + (two_sided(plain) < 0.05)
    assert 8 <= alarms <= 36
    assert naive > 100
