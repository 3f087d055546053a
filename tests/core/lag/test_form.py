"""The smooth lag and what is assumed of it, by densities and by hand."""

from __future__ import annotations

from math import exp, factorial

import pytest

from readycheck.core.lag.fit import SHAPES, log_prior
from readycheck.core.lag.form import ASSUMED_FORM, LagForm, smooth_lag
from readycheck.core.lag.kernel import assumed_kernel, kernel_of, with_rate


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("mean", [1.05, 9, 46 * 1.4 * 1.22])
def test_the_smooth_lag_is_a_gamma_s_by_its_density(shape: int, mean: float) -> None:
    """x^(shape−1) · e^−x / (shape−1)!, x = day · shape / mean, added up in a thousand steps a day."""
    found, steps = smooth_lag(shape, mean), 1000
    days = [
        sum(density(shape, (day + (n + 0.5) / steps) * shape / mean) for n in range(steps)) for day in range(61)
    ]
    assert found == pytest.approx([each / sum(days) for each in days], abs=1e-6)
    assert min(found) >= 0
    assert sum(found) == pytest.approx(1, abs=1e-12)


def density(shape: int, x: float) -> float:
    return float(x ** (shape - 1) * exp(-x) / factorial(shape - 1))


def test_the_assumed_form_is_the_assumed_kernel() -> None:
    assert assumed_kernel(0.3).weights == pytest.approx([0.3 * share for share in ASSUMED_FORM.weights()])


def test_half_and_what_is_late_by_hand() -> None:
    """A fifth on the day itself and on the next, two fifths the day after, a fifth after 40 days: half have come a
    quarter into the third day. A kernel without contacts has neither, and no rate makes one of it."""
    kernel = kernel_of((0.1, 0.1, 0.2, *[0.0] * 37, 0.1, *[0.0] * 20), "counted")
    assert (kernel.median_days, kernel.after_30) == pytest.approx((2.25, 0.2))
    assert with_rate(kernel, 2.0).weights[:3] == pytest.approx((0.4, 0.4, 0.8))
    nothing = assumed_kernel(0.0)
    assert (nothing.median_days, nothing.after_30, nothing.rate) == (0, 0, 0)
    assert with_rate(nothing, 2.0) == nothing


def test_the_prior_by_hand() -> None:
    """A mean twice the assumed: (ln 2 / 0.6)² / 2 = 0.66729; a same-day share of 0.35: one spread off, 1/2."""
    assert log_prior(ASSUMED_FORM) == 0
    assert log_prior(LagForm(0.15, 5, 24.0)) == pytest.approx(-0.66729, abs=1e-5)
    assert log_prior(LagForm(0.35, 2, 12.0)) == pytest.approx(-0.5)
