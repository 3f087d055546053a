"""The vectors: coverage figures and staffing values that were worked out elsewhere."""

from __future__ import annotations

import json
import tomllib
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from readycheck.core.scoring import score
from readycheck.core.staffing.erlang import (
    backlog,
    erlang_a,
    erlang_b,
    erlang_c,
    mean_wait,
    required_agents,
    service_level,
)
from tests.core import plain
from tests.core.documents import assert_agrees, audit_of, figures

VECTORS = Path(__file__).parents[1] / "data" / "vectors"
AUDITS = sorted((VECTORS / "audits").glob("*.toml"))
STAFFING: dict[str, Any] = json.loads((VECTORS / "staffing.json").read_text(encoding="utf-8"))
DIGITS = 5e-10  # ten digits are printed


def expected(path: Path) -> Any:
    return json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))["coverage"]


def test_there_are_audits() -> None:
    assert len(AUDITS) == 3


@pytest.mark.parametrize("path", AUDITS, ids=lambda path: path.stem)
def test_every_figure_of_an_audit(path: Path) -> None:
    scores = score(audit_of(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert_agrees(figures(scores), expected(path))


@pytest.mark.parametrize("path", AUDITS, ids=lambda path: path.stem)
def test_the_plain_program_agrees_too(path: Path) -> None:
    """Who is to judge must be right where the right figures are known."""
    assert_agrees(plain.figures(tomllib.loads(path.read_text(encoding="utf-8"))), expected(path))


@pytest.mark.parametrize(("agents", "load", "blocked"), STAFFING["erlang_b"])
def test_erlang_b(agents: int, load: float, blocked: float) -> None:
    assert erlang_b(agents, load) == pytest.approx(blocked, rel=DIGITS)


@pytest.mark.parametrize(("agents", "load", "waits"), STAFFING["erlang_c"])
def test_erlang_c(agents: int, load: float, waits: float) -> None:
    assert erlang_c(agents, load) == pytest.approx(waits, rel=DIGITS)


@pytest.mark.parametrize(("calls", "aht", "agents", "within", "answered", "wait"), STAFFING["erlang_c_service"]["rows"])
def test_erlang_c_service(calls: float, aht: float, agents: int, within: float, answered: float, wait: float) -> None:
    load = calls * aht / 3600
    assert service_level(agents, load, aht, within) == pytest.approx(answered, rel=DIGITS)
    assert mean_wait(agents, load, aht) == pytest.approx(wait, rel=DIGITS)


@pytest.mark.parametrize(
    ("calls", "aht", "target", "within", "cap", "shrinkage", "agents", "scheduled"),
    STAFFING["agents_erlang_c"]["rows"],
)
def test_agents(
    calls: float, aht: float, target: float, within: float, cap: float, shrinkage: float, agents: int, scheduled: int
) -> None:
    found = required_agents(calls * aht / 3600, aht, cap, ((target, within),))
    assert found == agents
    assert ceil(found / (1 - shrinkage)) == scheduled


@pytest.mark.parametrize(
    ("calls", "aht", "patience", "agents", "within", "waits", "abandons", "answered", "wait"),
    STAFFING["erlang_a"]["rows"],
)
def test_erlang_a(
    calls: float, aht: float, patience: float, agents: int, within: float,
    waits: float, abandons: float, answered: float, wait: float,
) -> None:
    found = erlang_a(agents, calls * aht / 3600, aht, patience, within)
    assert found.waiting == pytest.approx(waits, rel=5e-9)  # nine digits are printed
    assert found.abandoned == pytest.approx(abandons, rel=5e-9)
    assert found.answered == pytest.approx(answered, rel=5e-9)
    assert found.mean_wait == pytest.approx(wait, rel=5e-9)


def test_the_backlog_of_e_mail() -> None:
    vector = STAFFING["email_backlog"]
    a_day = vector["hours_per_day"] / vector["hours_per_email"]
    days = len(vector["arrivals"])
    assert backlog(vector["arrivals"], [a_day] * days) == pytest.approx(vector["backlog_end_of_day"])
    assert backlog(vector["arrivals"], [a_day] * days, 25) == pytest.approx(vector["from_25"])
