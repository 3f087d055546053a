"""Poisson's weights up to a state and beyond it, by hand and against forty-digit sums."""

from __future__ import annotations

from decimal import Decimal, localcontext
from math import exp, inf, log

import pytest

from readycheck.core.staffing.poisson_sums import LARGE, below_mean, bend, beyond, log_ratio, log_whole, up_to
from tests.core.staffing.exact_erlang import DIGITS, ONE, ZERO, free_states

MEANS = [0.3, 5.0, LARGE - 1e-9, LARGE, 150.25, 4000.5, 20_000.0]


def states_beyond(state: Decimal, mean: Decimal) -> tuple[Decimal, Decimal]:
    """m/(s+1) + m²/((s+1)(s+2)) + …, and Σ j·weight / m."""
    term, total, steps, step = ONE, ZERO, ZERO, 0
    while term > total.scaleb(-38):
        step += 1
        term *= mean / (state + step)
        total, steps = total + term, steps + step * term
    return total, steps / mean


def test_two_at_a_mean_of_one_by_hand() -> None:
    """Up to: 1 + 2 + 2 = 5; beyond: 1/3 + 1/12 + 1/60 + … = 2e − 5, so that both are 2!·e."""
    assert up_to(2, 1.0) == 5
    assert beyond(2, 1.0, 1.0)[0] == pytest.approx(2 * exp(1) - 5)
    assert log_whole(2, -log(2)) == pytest.approx(1 + log(2))


@pytest.mark.parametrize("mean", MEANS)
def test_up_to_is_the_sum(mean: float) -> None:
    for state in {0, 1, int(mean / 2), int(mean), int(mean) + 1, int(mean + 3 * mean**0.5), int(mean * 1.2)}:
        with localcontext(DIGITS):
            expected = 1 + free_states(state, Decimal(mean))
        assert up_to(state, mean) == pytest.approx(float(expected), rel=1e-12)


@pytest.mark.parametrize("mean", MEANS)
def test_beyond_is_the_sum_for_states_between_whole_ones_too(mean: float) -> None:
    for state in (mean, mean + 0.4, mean + 3 * mean**0.5, mean * 1.7, mean * 40):
        with localcontext(DIGITS):
            expected = states_beyond(Decimal(state), Decimal(mean))
        assert beyond(state, mean, state - mean) == pytest.approx([float(part) for part in expected], rel=1e-13)


@pytest.mark.parametrize("mean", [mean for mean in MEANS if mean >= LARGE])
def test_below_the_mean_both_parts_are_the_whole(mean: float) -> None:
    """Where `whole` can be held; the part beyond by its own sum."""
    for state in (mean - 0.7, mean - 2.5 * mean**0.5):
        with localcontext(DIGITS):
            other = states_beyond(Decimal(state), Decimal(mean))[0]
        whole = exp(log_whole(state, log_ratio(mean, state)))
        assert below_mean(state, mean, state - mean) + float(other) == pytest.approx(whole, rel=1e-12)


def test_what_no_float_holds_is_infinite() -> None:
    assert up_to(25_000, 100.0) == inf
    assert up_to(25_000, 1e-300) == inf


@pytest.mark.parametrize("x", [0.0, 1e-12, -3e-7, 1e-3, -0.2, 0.25, -0.26, 2.0, -30.0, -1000.0])
def test_the_bend_of_e_to_the_x(x: float) -> None:
    with localcontext(DIGITS):
        expected = Decimal(x).exp() - 1 - Decimal(x)
    assert bend(x) == pytest.approx(float(expected), rel=1e-14)


@pytest.mark.parametrize(("one", "other"), [(20_000.0, 19_999), (1e-9, 25_000), (3.0, 3), (17.5, 8)])
def test_the_logarithm_of_a_ratio(one: float, other: float) -> None:
    with localcontext(DIGITS):
        expected = (Decimal(one) / Decimal(other)).ln()
    assert log_ratio(one, other) == pytest.approx(float(expected), rel=1e-15)
