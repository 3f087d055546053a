"""Erlang's formulas slow and exact: forty digits, state by state and by quadrature of the wait's density."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from functools import cache
from itertools import pairwise
from typing import NamedTuple

DIGITS = Context(prec=40, Emin=-(10**9), Emax=10**9)
ZERO, ONE = Decimal(0), Decimal(1)
HALF_PI = Decimal("1.5707963267948966192313216916397514420985846996875529")


class Shares(NamedTuple):
    waiting: Decimal
    abandoned: Decimal
    answered: Decimal
    missed: Decimal


def free_states(agents: int, load: Decimal) -> Decimal:
    """Σ over 0…n − 1 busy agents, each against the state of n: n/a + n(n − 1)/a² + …"""
    term, total = ONE, ZERO
    for n in range(agents, 0, -1):
        term *= n / load
        total += term
    return total


def waits(agents: int, load: float) -> Decimal:
    """Erlang C: states of all busy, 1 + ρ + ρ² + … = n / (n − a), over all."""
    with localcontext(DIGITS):
        busy = agents / (agents - Decimal(load))
        return busy / (free_states(agents, Decimal(load)) + busy)


def late(agents: int, load: float, aht: float, within: float) -> Decimal:
    """Erlang C's share that is not answered in time."""
    with localcontext(DIGITS):
        spare = agents - Decimal(load)
        return waits(agents, load) * (-spare * Decimal(within) / Decimal(aht)).exp()


def of_states(agents: int, load: float, aht: float, patience: float) -> tuple[Decimal, Decimal]:
    """Erlang A's shares that wait and abandon: with j waiting, nμ + jθ leave a second, of them jθ in anger."""
    with localcontext(DIGITS):
        a, served, leaving = Decimal(load), 1 / Decimal(aht), 1 / Decimal(patience)
        arrivals, free = a * served, free_states(agents, a)
        term, busy, left, j = ONE, ONE, ZERO, 0
        while term > busy.scaleb(-38):
            j += 1
            term *= arrivals / (agents * served + j * leaving)
            busy += term
            left += term * j * leaving / arrivals
        return busy / (free + busy), left / (free + busy)


def erlang_a(agents: int, load: float, aht: float, patience: float, within: float) -> Shares:
    """All of Erlang A: a contact that finds nobody free is offered the wait x (in patiences) with density
    ∝ e^(A(1 − e^−x) − cx), and e^−x of them are still there; A = λ/θ, c = nμ/θ."""
    with localcontext(DIGITS):
        held = Decimal(patience) / Decimal(aht)
        mean, state, until = Decimal(load) * held, agents * held, Decimal(within) / Decimal(patience)

        def height(x: Decimal) -> Decimal:
            return mean * (1 - (-x).exp()) - state * x
        peak = max(ZERO, (mean / state).ln())
        top = height(peak)
        low, high = edge(lambda x: height(peak - x) - top, peak), peak + edge(lambda x: height(peak + x) - top, None)

        def density(x: Decimal) -> tuple[Decimal, Decimal]:
            there = (-x).exp()
            found = (mean * (1 - there) - state * x - top).exp()
            return found * there, found * (1 - there)
        marks = sorted({peak - low, peak, high, min(max(until, peak - low), high)})
        pieces = [(start, end, integral(density, start, end)) for start, end in pairwise(marks)]
        in_time = state * sum(stay for _, end, (stay, _) in pieces if end <= until)
        too_late = state * sum(stay for _, end, (stay, _) in pieces if end > until)
        left = state * sum(gone for _, _, (_, gone) in pieces)
        free = free_states(agents, Decimal(load)) * (-top).exp()
        busy = in_time + too_late + left
        total = free + busy
        return Shares(busy / total, left / total, (free + in_time) / total, (left + too_late) / total)


def edge(fallen: Callable[[Decimal], Decimal], most: Decimal | None) -> Decimal:
    """How far from its top the curve has fallen to e^-70, `most` at most."""
    near, far = ZERO, Decimal("1e-12")
    while fallen(far) > -70 and (most is None or far < most):
        near, far = far, 2 * far
    for _ in range(20):
        middle = (near + far) / 2
        near, far = (middle, far) if fallen(middle) > -70 else (near, middle)
    return far if most is None else min(far, most)


def integral(
    density: Callable[[Decimal], tuple[Decimal, Decimal]], start: Decimal, end: Decimal
) -> tuple[Decimal, Decimal]:
    """Both parts' integrals by the double exponential rule, which minds neither end."""
    first = second = ZERO
    for node, weight in nodes():
        one, other = density(start + (end - start) * node)
        first, second = first + weight * one, second + weight * other
    return (end - start) * first, (end - start) * second


@cache
def nodes() -> tuple[tuple[Decimal, Decimal], ...]:
    """x = 1 / (1 + e^(−π sinh t)) on (0, 1), t in steps of 1/24, with dx/dt."""
    with localcontext(DIGITS):
        step, found = ONE / 24, []
        for number in range(-84, 85):
            grown = (number * step).exp()
            sinh, cosh = (grown - 1 / grown) / 2, (grown + 1 / grown) / 2
            x = 1 / (1 + (-2 * HALF_PI * sinh).exp())
            found.append((x, step * 2 * HALF_PI * cosh * x * (1 - x)))
        return tuple(found)
