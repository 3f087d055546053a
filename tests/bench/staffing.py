"""January's figures: a season's forecast beside importing Textual, the agents of a year's hours beside pyworkforce."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from functools import partial
from math import pi, sin
from pathlib import Path

from readycheck.core.audit import Audit, Season
from readycheck.core.plan import Plan
from readycheck.core.staffing.erlang import required_agents
from readycheck.core.staffing.january import january
from readycheck.demo.folder import SHOP, demo_archive
from tests.bench.forecast import real_demand
from tests.bench.stopwatch import Ratio, Timed, compared, of_process

HOURS = 8760
AHT = 180
BY_HOUR = [max(0.02, sin(pi * (hour - 6) / 16)) for hour in range(24)]
BY_WEEKDAY = (1.0, 0.9, 0.85, 0.8, 0.8, 0.5, 0.55)
NO_PYWORKFORCE = "pyworkforce is not there to be compared with: pip install -e '.[bench]'"


@dataclass(frozen=True)
class Promise:
    """`target` answered within `within` seconds by agents that are occupied at most to `cap`."""

    target: Fraction
    within: int
    cap: Fraction

    def __str__(self) -> str:
        return f"{100 * self.target} % in {self.within} s, at most {100 * self.cap} % occupied"


USUAL, LOOSE = Promise(Fraction(4, 5), 20, Fraction(17, 20)), Promise(Fraction(1, 2), 60, Fraction(1))


def staffing_ratios(folder: Path) -> Iterator[Ratio]:
    """Every comparison; the made-up shop's files go into `folder`."""
    made_up = demo_archive(folder).open(SHOP).audit
    shops = {"the made-up shop's": made_up, "a wholesaler's (real orders and cancellations)": real(made_up)}
    for whose, audit in shops.items():
        found = january(audit)
        assert found.score is not None and found.outcome is not None, found.missing
        yield compared(
            f"{whose} season: forecast, intervals, required hours of {len(found.days)} days, all caches empty",
            cold(lambda audit=audit: january(audit)),
            "a new process: python -c \"import textual.app\"", of_process("-c", "import textual.app"), 9,
        )
    yield from year_of_hours()


def real(made_up: Audit) -> Audit:
    """The made-up shop's channels, hours and plan of hours with the real wholesaler's orders and cancellations."""
    demand, known = real_demand(), made_up.contacts
    assert demand.contacts is not None and known is not None
    contacts = replace(demand.contacts, channels=known.channels, grid=known.grid)
    planned = {week.replace("2026", "2011").replace("2027", "2012"): hours
               for week, hours in (made_up.plan.hours or {}).items() if not week.endswith("W53")}
    return replace(
        made_up, season=Season(2011, date(2011, 11, 1), date(2012, 1, 31)), plan=Plan(hours=planned),
        demand=replace(demand, contacts=contacts),
    )


def cold(call: Callable[[], object]) -> Timed:
    """As in a process that has just started, but for its imports."""
    def timed() -> float:
        for name, module in list(sys.modules.items()):
            if name.startswith("readycheck."):
                for value in vars(module).values():
                    getattr(value, "cache_clear", lambda: None)()
        began = time.perf_counter()
        call()
        return time.perf_counter() - began
    return timed


def year_of_hours() -> Iterator[Ratio]:
    """A large team's year and a small one's; how often the two agree, and who is right where they do not."""
    try:
        import pyworkforce.queuing  # noqa: F401
    except ImportError:
        print(NO_PYWORKFORCE, flush=True)
        return
    for peak, promise in ((200, USUAL), (10, USUAL), (10, LOOSE)):
        year = calls_by_hour(peak)
        low, high = (calls * AHT / 3600 for calls in (min(year), max(year)))
        ours, theirs = partial(our_agents, year, promise), partial(their_agents, year, promise)
        yield compared(
            f"agents for {len(set(year)):,} hours of {low:.2g}–{high:.3g} erlangs, {promise}", cold(ours),
            f"pyworkforce 0.5.1: {verdict(promise, list(zip(year, ours(), theirs(), strict=True)))}", cold(theirs), 5,
        )


def our_agents(year: list[float], promise: Promise) -> list[int]:
    """One hour after the other."""
    cap, targets = float(promise.cap), ((float(promise.target), float(promise.within)),)
    return [required_agents(calls * AHT / 3600, AHT, cap, targets) for calls in year]


def their_agents(year: list[float], promise: Promise) -> list[int]:
    """The same of pyworkforce, which counts in minutes."""
    from pyworkforce.queuing import ErlangC

    cap, target, aht, asa = float(promise.cap), float(promise.target), AHT / 60, promise.within / 60
    hours = (ErlangC(transactions=calls, aht=aht, asa=asa, interval=60) for calls in year)
    return [hour.required_positions(service_level=target, max_occupancy=cap)["raw_positions"] for hour in hours]


def calls_by_hour(peak: float) -> list[float]:
    """Calls of every hour of 2026: by hour, weekday and season, busiest in December; `peak` in erlangs, about."""
    chance, first = random.Random(2026), date(2026, 1, 1)
    days = [first + timedelta(days=n) for n in range(HOURS // 24)]
    return [
        peak * 3600 / AHT * BY_HOUR[hour] * BY_WEEKDAY[day.weekday()] * (1 if day.month in (1, 12) else 0.6)
        * chance.uniform(0.8, 1)
        for day in days for hour in range(24)
    ]


def verdict(promise: Promise, answers: list[tuple[float, int, int]]) -> str:
    """Of (calls, our count, their count): how many are the same, and whose are wrong among the others."""
    differ = [(fewest(promise, calls), ours, theirs) for calls, ours, theirs in answers if ours != theirs]
    if not differ:
        return f"all {len(answers):,} answers the same"
    theirs = sum(theirs != right for right, _, theirs in differ)
    ours = sum(ours != right for right, ours, _ in differ)
    same = len(answers) - len(differ)
    return f"{same:,} answers the same; of the others {theirs:,} of its are wrong, {ours:,} of ours"


def fewest(promise: Promise, calls: float) -> int:
    """The fewest agents in exact arithmetic: one at a time from the load on."""
    load = Fraction(calls) * AHT / 3600
    agents = int(load) + 1
    while load / agents > promise.cap or not in_time(promise, agents, load):
        agents += 1
    return agents


def in_time(promise: Promise, agents: int, load: Fraction) -> bool:
    """n·e^−(n − a)·T/AHT ≤ (1 − target)·((n − a)/B + a); 1/B as a whole number over pⁿ, where a = p/q."""
    p, q, grown, power = load.numerator, load.denominator, 1, 1
    for n in range(1, agents + 1):
        power *= p
        grown = power + n * q * grown
    spare = agents - load
    waited = spare * promise.within / AHT
    with localcontext(Context(prec=60)):
        late = Fraction((-Decimal(waited.numerator) / waited.denominator).exp())
    allowed = (1 - promise.target) * (spare * Fraction(grown, power) + load)
    assert abs(agents * late / allowed - 1) > Fraction(1, 10**50), "sixty digits do not tell"
    return agents * late <= allowed
