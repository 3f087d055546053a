"""Erlang B, C and A: how many agents answer how many contacts in time (DOMAIN §3.4).

`load` is in erlangs (contacts per hour × AHT / 3600), times are in seconds, results are shares 0–1.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import ceil, exp, expm1, inf, log

# Gauss–Legendre: (node, weight) of 8 points on [-1, 1]
_POINTS = tuple(
    (sign * node, weight)
    for node, weight in (
        (0.1834346424956498, 0.3626837833783620), (0.5255324099163290, 0.3137066458778873),
        (0.7966664774136267, 0.2223810344533745), (0.9602898564975363, 0.1012285362903763),
    )
    for sign in (-1, 1)
)
_PANELS = 40
_HUGE, _SMALL = 1e300, 1e-18
_NEGLIGIBLE = 40.0
"""e^-40 is under 1e-17 of the integrand's top: the rest of the tail is not seen by a float."""


def erlang_b(agents: int, load: float) -> float:
    """The share of contacts that find all agents busy and leave at once."""
    if load <= 0:
        return 1.0 if agents == 0 else 0.0
    # 1/B = 1 + n/a + n(n−1)/a² + …: all positive, and at 20,000 erlangs over after 1,300 terms of 20,000
    term = total = 1.0
    for n in range(agents, 0, -1):
        term *= n / load
        total += term
        if total > _HUGE:
            return 0.0
        if term < total * _SMALL:
            break
    return 1 / total


def erlang_c(agents: int, load: float) -> float:
    """The share of contacts that must wait; 1 where load is not under the agents."""
    return _waiting(agents, load, erlang_b(agents, load))


def _waiting(agents: int, load: float, blocked: float) -> float:
    if agents <= load:
        return 1.0
    return blocked / (1 - load / agents * (1 - blocked))


def service_level(agents: int, load: float, aht: float, within: float) -> float:
    """The share answered within `within` under Erlang C; 0 where load is not under the agents."""
    return _answered(agents, load, aht, within, erlang_c(agents, load))


def _answered(agents: int, load: float, aht: float, within: float, waiting: float) -> float:
    if agents <= load:
        return 0.0
    return 1 - waiting * exp(-(agents - load) * within / aht)


def mean_wait(agents: int, load: float, aht: float) -> float:
    """The average speed of answer in seconds; infinite where load is not under the agents."""
    return inf if agents <= load else erlang_c(agents, load) * aht / (agents - load)


Targets = tuple[tuple[float, float], ...]
"""(share to be answered, within seconds) for every channel that has contacts."""


@lru_cache(maxsize=65536)
def required_agents(
    load: float, aht: float, max_occupancy: float, targets: Targets, patience: float | None = None
) -> int:
    """The fewest agents, at least 1, that keep to the occupancy cap and meet every target."""
    if load <= 0:
        return 1
    agents = _within_cap(load, max_occupancy)
    if patience is not None:
        return _required_impatient(agents, load, aht, targets, patience)
    if agents <= load:
        agents += 1
    blocked = erlang_b(agents, load)
    while not _meets(agents, load, aht, targets, blocked):
        agents += 1
        blocked = load * blocked / (agents + load * blocked)
    return agents


def _within_cap(load: float, max_occupancy: float) -> int:
    """The fewest agents with load / agents ≤ the cap; the quotient load / cap may be off by a hair."""
    agents = max(1, ceil(load / max_occupancy))
    while load / agents > max_occupancy:
        agents += 1
    while agents > 1 and load / (agents - 1) <= max_occupancy:
        agents -= 1
    return agents


def _meets(agents: int, load: float, aht: float, targets: Targets, blocked: float) -> bool:
    waiting = _waiting(agents, load, blocked)
    return agents > load and all(
        _answered(agents, load, aht, within, waiting) >= target for target, within in targets
    )


def _required_impatient(agents: int, load: float, aht: float, targets: Targets, patience: float) -> int:
    def enough(n: int) -> bool:
        return all(erlang_a(n, load, aht, patience, within).answered >= target for target, within in targets)

    while not enough(agents):
        agents += 1
    return agents


class Impatient:
    """What Erlang A says: shares that wait, abandon, are answered in time; mean wait in seconds."""

    __slots__ = ("abandoned", "answered", "mean_wait", "waiting")

    def __init__(self, waiting: float, abandoned: float, answered: float, mean_wait: float) -> None:
        self.waiting = waiting
        self.abandoned = abandoned
        self.answered = answered
        self.mean_wait = mean_wait


@lru_cache(maxsize=65536)
def erlang_a(agents: int, load: float, aht: float, patience: float, within: float) -> Impatient:
    """M/M/n+M: who waits longer than their patience (exponential, mean `patience`) abandons.

    The offered wait has density ∝ e^g(x), g(x) = λ·θ⁻¹·(1 − e^(−θx)) − nμx; it is integrated relative to
    its top, so that nothing over- or underflows.
    """
    if load <= 0:
        return Impatient(0.0, 0.0, 1.0, 0.0)
    if agents == 0:
        return _nobody_there(patience)
    curve = _WaitCurve(load / aht, agents / aht, 1 / patience)
    whole, served = curve.integrals(inf)
    waiting = _share_waiting(erlang_b(agents, load), log(agents / aht) + log(whole) + curve.top)
    served, in_time = served / whole, curve.integrals(within)[1] / whole
    abandoned = waiting * (1 - served)
    return Impatient(waiting, abandoned, 1 - waiting + waiting * in_time, abandoned * patience)


def _nobody_there(patience: float) -> Impatient:
    return Impatient(1.0, 1.0, 0.0, patience)


def _share_waiting(blocked: float, log_queue: float) -> float:
    """A / (1/B − 1 + A) with ln A given: A may be too large for a float."""
    if blocked <= 0:
        return 0.0
    free = 1 / blocked - 1
    if free == 0:
        return 1.0
    exponent = log(free) - log_queue
    return 0.0 if exponent > 700 else 1 / (1 + exp(exponent))


class _WaitCurve:
    """The density of the offered wait, up to a factor: arrivals λ, capacity nμ, patience rate θ, per second."""

    def __init__(self, arrivals: float, capacity: float, leaving: float) -> None:
        self.arrivals, self.capacity, self.leaving = arrivals, capacity, leaving
        self.peak = max(0.0, log(arrivals / capacity) / leaving)
        self.top = self._height(self.peak)
        self.low = 0.0 if self.top < _NEGLIGIBLE else self._edge(0.0, self.peak)
        self.high = self._edge(self._beyond(), self.peak)

    def _height(self, x: float) -> float:
        return -self.arrivals / self.leaving * expm1(-self.leaving * x) - self.capacity * x

    def _beyond(self) -> float:
        step = 1 / self.capacity
        while self._height(self.peak + step) > self.top - _NEGLIGIBLE:
            step *= 2
        return self.peak + step

    def _edge(self, outside: float, inside: float) -> float:
        """Where the curve has fallen to e^-40 of its top, between a point outside and one inside."""
        if self._height(outside) > self.top - _NEGLIGIBLE:
            return outside
        for _ in range(60):
            middle = (outside + inside) / 2
            if self._height(middle) > self.top - _NEGLIGIBLE:
                inside = middle
            else:
                outside = middle
        return outside

    def integrals(self, until: float) -> tuple[float, float]:
        """∫ of the curve over its top from 0 to `until`; the same weighed by not having abandoned."""
        end = min(until, self.high)
        if end <= self.low:
            return 0.0, 0.0
        half = (end - self.low) / _PANELS / 2
        whole = served = 0.0
        for panel in range(_PANELS):
            middle = self.low + (2 * panel + 1) * half
            for node, weight in _POINTS:
                x = middle + half * node
                leaving = -self.leaving * x
                density = weight * exp(-self.arrivals / self.leaving * expm1(leaving) - self.capacity * x - self.top)
                whole += density
                served += density * exp(leaving)
        return half * whole, half * served



def backlog(arrivals: Iterable[float], capacity: Iterable[float], start: float = 0.0) -> tuple[float, ...]:
    """What waits at each day's end: yesterday's rest plus arrivals less what can be handled, never under 0."""
    waiting, days = start, []
    for came, handled in zip(arrivals, capacity, strict=True):
        waiting = max(0.0, waiting + came - handled)
        days.append(waiting)
    return tuple(days)
