"""Erlang B, C and A to a float's digits, from no load to 20,000 erlangs, against forty-digit sums and quadrature."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal
from math import log

import pytest

from readycheck.core.staffing.erlang import erlang_a, erlang_b, erlang_c, required_agents
from tests.core.staffing import exact_erlang as exact
from tests.core.test_vectors import STAFFING

Case = tuple[int, float, float, float, float]
"""agents, load, AHT, patience, within."""


def shop(r: random.Random) -> Case:
    load = r.uniform(0.05, 60)
    agents = max(1, int(load * r.uniform(0.5, 1.5)))
    return agents, load, r.uniform(30, 1200), r.uniform(10, 1000), r.choice([0, 20, 60])


def balanced(r: random.Random) -> Case:
    """Just about as many agents as erlangs, any size, any patience."""
    load = 10 ** r.uniform(0, 4.3)
    agents = max(1, int(load + r.uniform(-3, 3) * load**0.5))
    return agents, load, 10 ** r.uniform(0, 4), 10 ** r.uniform(0, 6), r.choice([0, 20, 600, 1e6])


def overloaded(r: random.Random) -> Case:
    """`within` about as long as the wait will be: where rate · within is over 745, and e^it is no float."""
    load = 10 ** r.uniform(1, 4.3)
    agents, patience = max(1, int(load * r.uniform(0.2, 0.999))), 10 ** r.uniform(1, 6)
    wait, nearly = patience * log(load / agents), 1 + r.choice([-1, 1]) * 10 ** r.uniform(-5, -1)
    return agents, load, 10 ** r.uniform(1, 4), patience, wait * nearly


def lonely(r: random.Random) -> Case:
    """Calls longer than anyone's patience, one to three agents."""
    return r.randint(1, 3), 10 ** r.uniform(0, 4.3), 10 ** r.uniform(3, 6), 10 ** r.uniform(0, 4), 10 ** r.uniform(0, 5)


def quiet(r: random.Random) -> Case:
    aht, patience = (10 ** r.uniform(0, 6) for _ in range(2))
    return r.randint(1, 30), 10 ** r.uniform(-9, 0), aht, patience, 10 ** r.uniform(-3, 6)


def turning(r: random.Random) -> Case:
    """Where the sums turn into integrals: 50 to 80 contacts while one's patience lasts."""
    agents, patience = r.randint(1, 300), 10 ** r.uniform(0, 6)
    load = agents * r.uniform(0.3, 3)
    return agents, load, load * patience / r.uniform(50, 80), patience, patience * r.uniform(0, 2)


def crowded(r: random.Random) -> Case:
    """Any number of agents at any load."""
    return r.randint(1, 25_000), r.uniform(0, 20_000), r.uniform(1, 1000), 10 ** r.uniform(0, 6), r.choice([0, 20, 600])


@pytest.mark.parametrize("kind", [shop, balanced, overloaded, lonely, quiet, turning, crowded])
def test_erlang_a(kind: Callable[[random.Random], Case]) -> None:
    chance = random.Random(kind.__name__)
    for _ in range(30):
        case = kind(chance)
        found, expected = erlang_a(*case), exact.erlang_a(*case)
        for share in ("waiting", "abandoned", "answered", "missed"):
            assert getattr(found, share) == pytest.approx(float(getattr(expected, share)), rel=2e-11, abs=5e-14), case


NASTY: list[Case] = [
    (290, 300.0, 180, 180, 600), (290, 300.0, 180, 1e6, 600), (290, 20_000.0, 180, 600, 600),
    (20_000, 20_000.0, 180, 1e6, 20), (19_999, 20_000.0, 1, 1e6, 50), (25_000, 20_000.0, 300, 1, 0),
    (1, 20_000.0, 1e6, 1e6, 1e6), (1, 1e-9, 1, 1, 0), (64, 64.0, 100, 100, 30), (1, 3000.0, 1e6, 1, 1),
]


@pytest.mark.parametrize("case", NASTY)
def test_erlang_a_at_its_ends(case: Case) -> None:
    found, expected = erlang_a(*case), exact.erlang_a(*case)
    for share in ("waiting", "abandoned", "answered", "missed"):
        assert getattr(found, share) == pytest.approx(float(getattr(expected, share)), rel=2e-11, abs=5e-14)


def test_the_judge_agrees_with_the_vectors_and_with_the_chain_of_states() -> None:
    """Who is to judge must be right where the right figures are known."""
    for calls, aht, patience, agents, within, waits, abandons, answered, _ in STAFFING["erlang_a"]["rows"]:
        load = calls * aht / 3600
        judged = exact.erlang_a(agents, load, aht, patience, within)
        chain = exact.of_states(agents, load, aht, patience)
        assert [float(share) for share in judged[:3]] == pytest.approx([waits, abandons, answered], rel=5e-9)
        assert [float(share) for share in chain] == pytest.approx([float(share) for share in judged[:2]], rel=1e-14)


@pytest.mark.parametrize("load", [0.01, 3.7, 63.9, 64.0, 290.5, 2000.0, 20_000.0])
def test_erlang_b_and_c(load: float) -> None:
    for agents in {1, int(load) + 1, int(load + 2 * load**0.5) + 1, int(load / 0.85) + 1, min(25_000, int(load * 3))}:
        if agents > load:
            waits = float(exact.waits(agents, load))
            assert erlang_c(agents, load) == pytest.approx(waits, rel=1e-11, abs=1e-300)
            # C = nB / (n − a(1 − B)), so B = C(n − a) / (n − aC)
            assert erlang_b(agents, load) == pytest.approx(
                waits * (agents - load) / (agents - load * waits), rel=1e-11, abs=1e-300)


@pytest.mark.parametrize("load", [0.4, 7.5, 23.99, 24.0, 61.3, 64.0, 290.0, 3_333.3, 19_999.5])
@pytest.mark.parametrize(("cap", "targets"), [
    (1.0, ((0.8, 20.0),)), (0.85, ((0.8, 20.0),)), (1.0, ((0.99, 0.0),)), (0.999, ((0.5, 600.0), (0.97, 5.0))),
    (1.0, ((1 - 1e-9, 1.0),)), (1.0, ((1 - 2**-53, 0.0),)),
])
def test_the_agents_are_the_fewest(load: float, cap: float, targets: tuple[tuple[float, float], ...]) -> None:
    found = required_agents(load, 240, cap, targets)

    def enough(agents: int) -> bool:
        return load < agents and load / agents <= cap and all(
            exact.late(agents, load, 240, within) <= 1 - Decimal(target) for target, within in targets
        )
    assert enough(found)
    assert found == 1 or not enough(found - 1)


@pytest.mark.parametrize("load", [0.4, 7.5, 64.0, 290.0, 3_333.3, 20_000.0])
@pytest.mark.parametrize(("patience", "cap", "target", "within"), [
    (180, 1.0, 0.8, 20), (30, 1.0, 0.99, 0), (1e6, 1.0, 0.95, 20), (600, 0.85, 0.8, 600),
])
def test_the_agents_are_the_fewest_for_the_impatient(
    load: float, patience: float, cap: float, target: float, within: float
) -> None:
    found = required_agents(load, 240, cap, ((target, within),), patience)

    def enough(agents: int) -> bool:
        return load / agents <= cap and exact.erlang_a(agents, load, 240, patience, within).answered >= target
    assert enough(found)
    assert found == 1 or not enough(found - 1)


@pytest.mark.parametrize("patience", [None, 120.0])
def test_loads_searched_before_change_no_answer(patience: float | None) -> None:
    """In any order, as for a promise that nobody asked for before: the same one, said once more each time."""
    chance = random.Random(2026)
    for times in range(2, 250):
        load = chance.choice([chance.uniform(0, 3), chance.uniform(0, 30), 10 ** chance.uniform(-2, 3)])
        found = required_agents(load, 200, 0.97, ((0.8, 20.0),), patience)
        assert found == required_agents(load, 200, 0.97, ((0.8, 20.0),) * times, patience)


def test_hundreds_of_agents_more_are_found_in_few_looks() -> None:
    """20,000 erlangs, 99.9 % at once: over 400 agents more than the load, in two looks for every doubling."""
    erlang_a.cache_clear()
    found = required_agents(20_000.0, 240, 1.0, ((0.999, 0.0),), 180)
    assert found > 20_400
    assert erlang_a.cache_info().misses <= 20


@pytest.mark.parametrize("patience", [None, 1.0, 1e6])
@pytest.mark.parametrize("load", [1e-300, 0.2, 23.0, 64.0, 20_000.0, 1e12])
def test_no_target_is_searched_for_ever(load: float, patience: float | None) -> None:
    """All but the last digit's share answered at once; and all, which no number of agents does."""
    nearly = required_agents(load, 240, 1.0, ((1 - 2**-53, 0.0),), patience)
    assert load < nearly <= required_agents(load, 240, 1.0, ((1.0, 0.0),), patience) <= 2 * load + 600


@pytest.mark.parametrize(("load", "target"), [(0.2, 0.8), (0.01, 0.99), (0.5, 0.5), (0.3, 0.7), (0.05, 0.95)])
def test_a_target_just_met_is_met(load: float, target: float) -> None:
    """One agent, C = a: exactly 1 − a of the contacts are answered at once, whatever a float makes of it."""
    assert required_agents(load, 180, 1.0, ((target, 0.0),)) == 1
    assert required_agents(load * 1.0001, 180, 1.0, ((target, 0.0),)) == 2
