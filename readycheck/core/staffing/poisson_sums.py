"""What Erlang's formulas are made of: weights of a Poisson distribution up to a state and beyond it.

Relative to the weight of `state` (any number above 0) at `mean`, both may be far too many to be added up one by one:

    up_to  = 1 + s/m + s(s−1)/m² + …            = e^m·m^(−s)·Γ(s+1, m)
    beyond = m/(s+1) + m²/((s+1)(s+2)) + …      = e^m·m^(−s)·γ(s+1, m)
    whole  = up_to + beyond                     = e^m·m^(−s)·Γ(s+1)

Where the mean is small they are added up; else each is an integral over a curve that only falls, in one piece.
`spare` is state − mean, given apart: taken from two large numbers it would have lost its digits.
"""

from __future__ import annotations

from functools import lru_cache
from math import cos, exp, expm1, inf, lgamma, log, log1p, pi, sqrt

LARGE = 64.0
"""From this mean on the integral is quicker than the sum, and its curve smooth enough for `_POINTS`."""
_POINTS = 28
_SMALL, _HUGE = 1e-18, 1e300
_NEGLIGIBLE = 40.0
"""e^-40 is under 1e-17 of the curve's top: the rest of its tail is not seen by a float."""
_FACTORIALS = (479001600.0, 39916800.0, 3628800.0, 362880.0, 40320.0, 5040.0, 720.0, 120.0, 24.0, 6.0, 2.0)
_LONG = 700.0
"""A float holds e^700."""


def beyond(state: float, mean: float, spare: float) -> tuple[float, float]:
    """`beyond`, and the mean number of steps beyond (Σ j·weight) over `mean`; where mean ≥ LARGE only for spare ≥ 0."""
    if mean >= LARGE:
        return _integrals(state, mean, spare, 1)
    term, total, steps, step = 1.0, 0.0, 0.0, 0
    while term > total * _SMALL:
        step += 1
        term *= mean / (state + step)
        total += term
        steps += step * term
    return total, steps / mean if mean > 0 else 1 / (state + 1)


def up_to(state: int, mean: float) -> float:
    """`up_to` of a whole state; infinite where a float cannot hold it."""
    if mean < LARGE:
        return _added_up(state, mean)
    if state <= mean:
        return below_mean(state, mean, state - mean)
    exponent = log_whole(state, log_ratio(mean, state))
    return inf if exponent > _LONG else exp(exponent) - beyond(state, mean, state - mean)[0]


def below_mean(state: float, mean: float, spare: float) -> float:
    """`up_to` for any state ≤ mean, mean ≥ LARGE."""
    return _integrals(state, mean, spare, -1)[0]


def _added_up(state: int, mean: float) -> float:
    """From state 0 on: each is 1 + state/mean · the one before."""
    total = 1.0
    for n in range(1, state + 1):
        total = 1 + n / mean * total
    return total


def log_whole(state: float, over: float) -> float:
    """ln of `whole`; `over` = ln(mean / state)."""
    return state * bend(over) + log_top(state)


def log_top(state: float) -> float:
    """ln of `whole` at mean = state, where it is least: ln Γ(s+1) + s − s·ln s, by Stirling's series."""
    if state < 20:
        return lgamma(state + 1) + state - state * log(state)
    square = state * state
    return log(2 * pi * state) / 2 + (1 / 12 - (1 / 360 - (1 / 1260 - 1 / 1680 / square) / square) / square) / state


def log_ratio(one: float, other: float) -> float:
    """ln(one / other), all digits of it where the two are near each other."""
    return log1p((one - other) / other) if other / 2 < one < other * 2 else log(one / other)


def bend(x: float) -> float:
    """e^x − 1 − x, never under 0, all digits of it near 0."""
    if abs(x) > 0.25:
        return expm1(x) - x
    total = 0.0
    for factorial in _FACTORIALS:
        total = total * x + 1 / factorial
    return total * x * x


def _integrals(state: float, mean: float, spare: float, side: int) -> tuple[float, float]:
    """mean · ∫ e^−(side·(spare + 1)·w + mean·bend(−side·w)) dw from 0: side 1 beyond, −1 up to the state;
    the same weighed for the steps beyond."""
    slope = side * (spare + 1)
    end = 2 * _NEGLIGIBLE / (slope + sqrt(slope * slope + 2 * _NEGLIGIBLE * mean))
    if side > 0:
        end *= 1 + end / 3  # this side bends less than w²/2
    total = steps = 0.0
    for node, weight in _legendre(_POINTS):
        w = end * node
        density = weight * exp(-slope * w - mean * bend(-side * w))
        total += density
        steps += density * expm1(w)
    return mean * end * total, state * end * steps


@lru_cache(maxsize=4)
def _legendre(points: int) -> tuple[tuple[float, float], ...]:
    """Gauss–Legendre on [0, 1]: (node, weight); the roots of Legendre's polynomial by Newton's steps."""
    found = []
    for number in range(points):
        x = cos(pi * (number + 0.75) / (points + 0.5))
        for _ in range(6):
            before, value = 1.0, x
            for n in range(2, points + 1):
                before, value = value, ((2 * n - 1) * x * value - (n - 1) * before) / n
            slope = points * (x * value - before) / (x * x - 1)
            x -= value / slope
        found.append(((1 + x) / 2, 1 / ((1 - x * x) * slope * slope)))
    return tuple(found)
