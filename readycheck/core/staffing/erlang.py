"""Erlang B, C and A: how many agents answer how many contacts in time (DOMAIN §3.4).

`load` is in erlangs (contacts per hour × AHT / 3600), times are in seconds, results are shares 0–1.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections.abc import Callable, Iterable
from functools import lru_cache
from math import ceil, exp, expm1, floor, inf

from readycheck.core.staffing.poisson_sums import LARGE, below_mean, bend, beyond, log_ratio, log_top, up_to

_ROUNDING = 1 + 1e-11
"""A target met but for a float's last digits is met: one agent answers 0.2 erlangs at once with exactly 80 %."""
_FEW_ERLANGS = 24.0
_FEW_TERMS = 64
_NOBODY_LEFT = 1000.0
"""After that many patiences: e^-1000 is 0 to a float."""


def erlang_b(agents: int, load: float) -> float:
    """The share of contacts that find all agents busy and leave at once."""
    if load <= 0:
        return 1.0 if agents == 0 else 0.0
    return 1 / up_to(agents, load)


def erlang_c(agents: int, load: float) -> float:
    """The share of contacts that must wait; 1 where load is not under the agents."""
    if agents <= load:
        return 1.0
    if load <= 0:
        return 0.0
    return agents / (up_to(agents, load) * (agents - load) + load)


def service_level(agents: int, load: float, aht: float, within: float) -> float:
    """The share answered within `within` under Erlang C; 0 where load is not under the agents."""
    if agents <= load:
        return 0.0
    return 1 - erlang_c(agents, load) * exp(-(agents - load) * within / aht)


def mean_wait(agents: int, load: float, aht: float) -> float:
    """The average speed of answer in seconds; infinite where load is not under the agents."""
    return inf if agents <= load else erlang_c(agents, load) * aht / (agents - load)


Targets = tuple[tuple[float, float], ...]
"""(share to be answered, within seconds) for every channel that has contacts."""


def required_agents(
    load: float, aht: float, max_occupancy: float, targets: Targets, patience: float | None = None
) -> int:
    """The fewest agents, at least 1, that keep to the occupancy cap and meet every target."""
    if load <= 0:
        return 1
    loads, agents_of = _known(aht, max_occupancy, targets, patience)
    place = bisect(loads, load)
    if place < len(loads):
        low, high = loads[place - 1], loads[place]
        if low <= load <= high and agents_of[low] == agents_of[high]:  # another thread may put one in meanwhile
            return agents_of[low]
    agents = _search(load, aht, max_occupancy, targets, patience)
    agents_of[load] = agents
    insort(loads, load)
    return agents


@lru_cache(maxsize=256)
def _known(
    aht: float, max_occupancy: float, targets: Targets, patience: float | None
) -> tuple[list[float], dict[float, int]]:
    """Loads whose agents were searched, in order, and those: between two with the same number no load needs another."""
    return [0.0], {0.0: 1}


def _search(load: float, aht: float, max_occupancy: float, targets: Targets, patience: float | None) -> int:
    agents = _within_cap(load, max_occupancy)
    if patience is not None:
        return _fewest(lambda n: _enough_impatient(n, load, aht, targets, patience), agents)
    if load < _FEW_ERLANGS:
        return _step_by_step(max(agents, floor(load) + 1), load, aht, targets)
    return _fewest(lambda n: _enough(n, load, aht, targets), agents)


def _within_cap(load: float, max_occupancy: float) -> int:
    """The fewest agents with load / agents ≤ the cap; the quotient load / cap may be off by a hair."""
    agents = max(1, ceil(load / max_occupancy))
    hair = max(1, agents >> 50)
    while load / agents > max_occupancy:
        agents += hair
    while agents > hair and load / (agents - hair) <= max_occupancy:
        agents -= hair
    return agents


def _fewest(enough: Callable[[int], bool], agents: int) -> int:
    """The fewest from `agents` on that are enough, where more are never worse: steps doubled, then halved."""
    if enough(agents):
        return agents
    step = 1
    while not enough(agents + step):
        step *= 2
    low, high = agents + step // 2, agents + step
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


def _step_by_step(agents: int, load: float, aht: float, targets: Targets) -> int:
    """C · e^−(n − a)·T/AHT ≤ 1 − target for every one; each agent's 1/B from the one before."""
    grown = up_to(agents, load)
    while True:
        spare = agents - load
        answered = grown * spare + load  # n / C
        for target, within in targets:
            if agents * exp(-spare * within / aht) > (1 - target) * _ROUNDING * answered:
                break
        else:
            return agents
        agents += 1
        grown = 1 + agents / load * grown


def _enough(agents: int, load: float, aht: float, targets: Targets) -> bool:
    """The same for one number of agents, as what 1/B must come to: mostly its first terms, all positive, say so."""
    spare = agents - load
    if spare <= 0:
        return False
    needed = 0.0
    for target, within in targets:
        late, allowed = exp(-spare * within / aht), (1 - target) * _ROUNDING
        if late:
            needed = max(needed, (agents * late / allowed - load) / spare if allowed else inf)
    term = total = 1.0
    for n in range(agents, max(0, agents - _FEW_TERMS), -1):
        if total >= needed:
            return True
        term *= n / load
        total += term
    return up_to(agents, load) >= needed


def _enough_impatient(agents: int, load: float, aht: float, targets: Targets, patience: float) -> bool:
    return all(
        erlang_a(agents, load, aht, patience, within).missed <= (1 - target) * _ROUNDING for target, within in targets
    )


class Impatient:
    """What Erlang A says: shares that wait, abandon, are answered in time or not; mean wait in seconds."""

    __slots__ = ("abandoned", "answered", "mean_wait", "missed", "waiting")

    def __init__(self, waiting: float, abandoned: float, answered: float, missed: float, patience: float) -> None:
        self.waiting = waiting
        self.abandoned = abandoned
        self.answered = answered
        self.missed = missed
        self.mean_wait = abandoned * patience


@lru_cache(maxsize=2048)
def erlang_a(agents: int, load: float, aht: float, patience: float, within: float) -> Impatient:
    """M/M/n+M: who waits longer than their patience (exponential, mean `patience`) abandons.

    While everyone is busy the line is as Poisson's weights beyond n·patience/AHT at load·patience/AHT; after a
    wait of t as those at the same mean · e^(−t/patience). All shares are sums of positive weights.
    """
    if load <= 0:
        return Impatient(0.0, 0.0, 1.0, 0.0, patience)
    if agents == 0:
        return Impatient(1.0, 1.0, 0.0, 1.0, patience)
    free = agents / load * up_to(agents - 1, load)
    if free == inf:
        return Impatient(0.0, 0.0, 1.0, 0.0, patience)
    busy, waiting, left, late = _line(agents, load, patience / aht, min(within / patience, _NOBODY_LEFT))
    free *= busy
    total, served = free + busy + waiting, agents / load
    return Impatient(
        (busy + waiting) / total, left / total, (free + served * max(0.0, waiting - late)) / total,
        (left + served * late) / total, patience,
    )


def _line(agents: int, load: float, held: float, until: float) -> tuple[float, float, float, float]:
    """Weights of: all busy and nobody waits; somebody waits; who waits leaves; the second after a wait of `until`
    patiences. `held` = patience / AHT."""
    state, mean, spare = agents * held, load * held, (agents - load) * held
    if mean >= LARGE and spare < 0:
        return _long_line(agents, load, held, until)
    waiting, left = beyond(state, mean, spare)
    grown = exp(-spare * until - mean * bend(-until))
    return 1.0, waiting, left, grown * beyond(state, mean * exp(-until), spare - mean * expm1(-until))[0]


def _long_line(agents: int, load: float, held: float, until: float) -> tuple[float, float, float, float]:
    """The same over the weight of the likeliest line, which no float might hold: beyond = whole − up to."""
    state, over = agents * held, log_ratio(load, agents)
    whole, busy = exp(log_top(state)), exp(-state * bend(over))
    waiting = whole - busy * below_mean(state, load * held, (agents - load) * held)
    left = busy + (load - agents) / load * waiting
    ahead = over - until
    mean, spare, grown = state * exp(ahead), -state * expm1(ahead), exp(-state * bend(ahead))
    if spare < 0 and mean >= LARGE:
        return busy, waiting, left, whole - grown * below_mean(state, mean, spare)
    return busy, waiting, left, grown * beyond(state, mean, spare)[0]


def backlog(arrivals: Iterable[float], capacity: Iterable[float], start: float = 0.0) -> tuple[float, ...]:
    """What waits at each day's end: yesterday's rest plus arrivals less what can be handled, never under 0."""
    waiting, days = start, []
    for came, handled in zip(arrivals, capacity, strict=True):
        waiting = max(0.0, waiting + came - handled)
        days.append(waiting)
    return tuple(days)
