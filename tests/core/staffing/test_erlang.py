"""Erlang B, C and A against exact fractions, sums of logarithms and a chain of states."""

from __future__ import annotations

from fractions import Fraction
from math import factorial, isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readycheck.core.staffing.erlang import (
    backlog,
    erlang_a,
    erlang_b,
    erlang_c,
    mean_wait,
    required_agents,
    service_level,
)
from tests.core import plain_january as plain

LOADS = [0.0, 1e-9, 0.01, 0.7, 1.0, 17.3, 145.5, 744.9, 746.0, 1999.5, 9000.25, 20000.0]


def exact_b(agents: int, load: Fraction) -> Fraction:
    """(aⁿ/n!) / Σ aᵏ/k!, in whole numbers."""
    return (load**agents / factorial(agents)) / sum(load**k / factorial(k) for k in range(agents + 1))


@given(st.integers(1, 40), st.fractions(Fraction(1, 50), 60, max_denominator=64))
def test_b_and_c_are_the_exact_fractions(agents: int, load: Fraction) -> None:
    b = exact_b(agents, load)
    assert erlang_b(agents, float(load)) == pytest.approx(float(b), rel=1e-13)
    if agents > load:
        exact = agents * b / (agents - load * (1 - b))
        assert erlang_c(agents, float(load)) == pytest.approx(float(exact), rel=1e-11)
    else:
        assert erlang_c(agents, float(load)) == 1.0


def test_a_queue_worked_out_by_hand() -> None:
    """One agent, half an erlang: C = a = 0.5; mean wait = 0.5 · 60 / (1 − 0.5) = 60 s;
    within 0 s half are answered, within 120 s 1 − 0.5·e^(−0.5·120/60) = 1 − 0.5/e."""
    assert erlang_c(1, 0.5) == pytest.approx(0.5)
    assert mean_wait(1, 0.5, 60) == pytest.approx(60)
    assert service_level(1, 0.5, 60, 0) == pytest.approx(0.5)
    assert service_level(1, 0.5, 60, 120) == pytest.approx(1 - 0.5 / 2.718281828459045)


def test_more_work_than_hands_has_no_answer_in_erlang_c() -> None:
    assert erlang_c(3, 3.0) == 1.0
    assert service_level(3, 3.5, 60, 20) == 0.0
    assert not isfinite(mean_wait(3, 3.0, 60))


@pytest.mark.parametrize("load", LOADS)
def test_the_agents_are_the_fewest_that_do(load: float) -> None:
    """Held against the plain conditions, at the number found and at one fewer."""
    found = required_agents(load, 240, 0.97, ((0.8, 20), (0.9, 60)))

    def enough(n: int) -> bool:
        return n > load and load / n <= 0.97 and (load == 0 or (
            plain.in_time(n, load, 240, 20, None) >= 0.8 and plain.in_time(n, load, 240, 60, None) >= 0.9
        ))
    assert enough(found)
    assert found == 1 or not enough(found - 1)


@pytest.mark.parametrize("load", [load for load in LOADS if load])
def test_no_load_is_too_large_for_a_share(load: float) -> None:
    """Around the load, where naive powers and factorials overflow, everything stays a share."""
    for agents in {1, max(1, int(load * 0.9)), int(load) + 1, int(load * 1.05) + 2}:
        found = erlang_a(agents, load, 180, 180, 20)
        for share in (erlang_b(agents, load), erlang_c(agents, load), found.waiting, found.abandoned, found.answered):
            assert 0 <= share <= 1
        assert erlang_b(agents, load) >= 1 - agents / load - 1e-12  # the agents can do no more than n
        assert found.abandoned >= max(0, 1 - agents / load) - 1e-9


def test_six_thousand_calls_an_hour_and_290_agents() -> None:
    """rate · T = 6000/3600 · 600 = 1000: e^1000 is no float. AHT and patience 180 s, as in the vectors' note."""
    found = erlang_a(290, 300.0, 180, 180, 600)
    assert found.answered == pytest.approx(0.957, abs=5e-4)
    assert found.answered == pytest.approx(plain.erlang_a(290, 300.0, 180, 600, 180, steps=6000), rel=1e-9)


@given(
    st.integers(1, 30), st.floats(0.05, 35), st.floats(30, 900), st.floats(20, 900), st.floats(0, 120),
)
def test_erlang_a_is_the_chain_of_states(
    agents: int, load: float, aht: float, patience: float, within: float
) -> None:
    found = erlang_a(agents, load, aht, patience, within)
    assert found.answered == pytest.approx(plain.erlang_a(agents, load, aht, within, patience, steps=1000), rel=1e-8)
    assert found.mean_wait == pytest.approx(found.abandoned * patience)  # θ · E[queue] = λ · P(abandon)


def test_endless_patience_is_erlang_c() -> None:
    patient = erlang_a(14, 10.0, 180, 1e9, 20)
    assert patient.answered == pytest.approx(service_level(14, 10.0, 180, 20), rel=1e-6)
    assert patient.abandoned == pytest.approx(0, abs=1e-6)


def test_impatience_does_not_ask_for_more_hands_than_work() -> None:
    """Cap 1 and a loose target: 10 erlangs, of which ten agents lose some, and that is allowed."""
    assert required_agents(10.0, 180, 1.0, ((0.5, 60),), 120) == 10
    assert required_agents(10.0, 180, 1.0, ((0.5, 60),)) == 11


@given(st.floats(0, 40), st.floats(0, 10), st.floats(0.5, 1), st.booleans())
def test_more_work_never_needs_fewer_agents(load: float, more: float, cap: float, impatient: bool) -> None:
    patience = 120.0 if impatient else None
    targets = ((0.8, 20.0),)
    assert required_agents(load + more, 200, cap, targets, patience) >= required_agents(
        load, 200, cap, targets, patience
    )


def test_the_cap_is_kept_to_the_last_digit() -> None:
    """Loads that fill the agents just to the cap: 5 · 0.11 / 0.11 is 5, yet 5 · 0.11 / 5 is a hair over 0.11."""
    for agents in range(1, 60):
        for cap in (percent / 100 for percent in range(1, 101)):
            load = agents * cap
            found = required_agents(load, 200, cap, (), 100)
            assert load / found <= cap
            assert found == 1 or load / (found - 1) > cap


def test_a_backlog_by_hand() -> None:
    """3 come and 5 can be done: 0. Then 9 − 5 = 4, 4 + 6 − 5 = 5, 5 + 0 − 5 = 0."""
    assert backlog([3, 9, 6, 0], [5, 5, 5, 5]) == (0, 4, 5, 0)
