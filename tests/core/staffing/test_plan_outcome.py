"""What a plan leads to, and how sure a forecast is, worked out by hand (DOMAIN §3.4)."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp, expm1, log1p, sqrt
from typing import Any

import pytest

from readycheck.core.calendar import iso_week
from readycheck.core.forecast.contacts import Spread
from readycheck.core.staffing.erlang import erlang_a
from readycheck.core.staffing.january import january
from readycheck.core.staffing.results import JanuaryStaffing, PlanOutcome
from tests.core import plain_january as plain
from tests.core.documents import audit_of, contacts, document

WEEKS = [iso_week(date(2026, 8, 3) + timedelta(weeks=n)) for n in range(26)]
WHOLE = {day: ["00:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}


def chat(hours_a_day: float, **staffing: Any) -> PlanOutcome:
    """A chat round the clock, ten contacts an hour of 360 s: one erlang, for which 3 agents are asked."""
    doc = document(
        hours={"chat": {"live": True, "holidays": "open", **WHOLE}}, staffing={"chat": {"aht": 360, **staffing}},
        plan={"contact_rate": 1.0, "shrinkage": 0.0, "orders": dict.fromkeys(WEEKS, 7 * 240.0),
              "hours": dict.fromkeys(WEEKS, 7 * hours_a_day)},
        demand={"contacts": contacts(channels={"chat": 1})},
    )
    found = january(audit_of(doc))
    assert found.outcome is not None
    assert found.weeks[1].required == pytest.approx(7 * 72)
    return found.outcome


def test_with_the_required_hours_it_is_erlang_a_with_the_required_agents() -> None:
    expected = erlang_a(3, 1.0, 360, 180, 60)  # 180 s of patience unless given, 60 s for a chat
    found = chat(72)
    assert found.answered_in_time == pytest.approx(expected.answered)
    assert found.abandoned == pytest.approx(expected.abandoned)
    assert (found.backlog_peak, found.backlog_peak_on, found.backlog_cleared_on) == (0, None, None)


def test_half_the_hours_are_half_the_agents() -> None:
    """1.5 agents: between one and two."""
    one, two = (erlang_a(n, 1.0, 360, 180, 60) for n in (1, 2))
    assert chat(36).abandoned == pytest.approx((one.abandoned + two.abandoned) / 2)


def test_nobody_there_answers_nobody() -> None:
    found = chat(0)
    assert (found.answered_in_time, found.abandoned) == (0, 1)


def test_more_hours_never_lose_more_customers() -> None:
    lost = [chat(hours).abandoned or 0 for hours in range(0, 80, 8)]
    assert lost == sorted(lost, reverse=True)


def e_mail(hours: dict[str, float]) -> JanuaryStaffing:
    """Ten hours of e-mail a day, no cap below 1, no shrinkage."""
    doc = document(
        staffing={"email": {"aht": 360}}, demand={"contacts": contacts(channels={"email": 1})},
        plan={"contact_rate": 1.0, "shrinkage": 0.0, "max_occupancy": 1, "hours": hours,
              "orders": dict.fromkeys(WEEKS, 700.0)},
    )
    return january(audit_of(doc))


def test_when_the_backlog_peaks_and_when_it_is_cleared() -> None:
    """Enough hours but in W53 (28 Dec – 3 Jan): 4 a day, so 42 wait on 3 January. Then 20 a day clear 10 a day:
    32, 22, 12, 2 and on Friday 8 January none."""
    found = e_mail(dict.fromkeys(WEEKS, 70.0) | {"2026-W53": 28.0, "2027-W01": 140.0})
    outcome = found.outcome
    assert outcome is not None
    assert (outcome.backlog_peak, outcome.backlog_peak_on) == (pytest.approx(42), date(2027, 1, 3))
    assert outcome.backlog_cleared_on == date(2027, 1, 8)
    assert (outcome.answered_in_time, outcome.abandoned) == (None, None)  # nobody waits on a line
    assert found.weeks[1].backlog == pytest.approx(42)


def test_a_backlog_that_is_never_cleared() -> None:
    """42 from W53 stay: January's plan handles just what comes."""
    outcome = e_mail(dict.fromkeys(WEEKS, 70.0) | {"2026-W53": 28.0}).outcome
    assert outcome is not None and outcome.backlog_cleared_on is None


def test_january_s_contacts_a_day_over_those_of_the_busiest_week() -> None:
    """The same orders every day: 1."""
    assert e_mail({}).ratio == pytest.approx(1)


def test_the_interval_by_hand() -> None:
    """100 contacts: spread √ln(1 + (e^0.09 − 1) + 2/100) = √ln 1.1141743 = 0.328805; · 1.281552 = 0.421382."""
    low, high = Spread().interval(100)
    assert (low, high) == (pytest.approx(100 * exp(-0.421382), rel=1e-5), pytest.approx(152.406, rel=1e-5))
    assert Spread().interval(0) == (0, 0)


@pytest.mark.parametrize("expected", [0.5, 3, 40, 900, 1e6])
def test_the_interval_is_wider_than_poisson_and_than_the_drift_alone(expected: float) -> None:
    low, high = Spread().interval(expected)
    assert 0 <= low < expected < high
    assert high / low > exp(2 * 1.2815515655446 * sqrt(log1p(1 / expected)))  # Poisson, as a lognormal
    assert high / low > exp(2 * 1.2815515655446 * sqrt(log1p(expm1(0.3**2))))


def agents(staffing: dict[str, Any], cap: float) -> float:
    """Agents round the clock for 200 contacts an hour of 180 s, shared evenly by these live channels: 10 erlangs."""
    doc = document(
        hours={name: {"live": True, "holidays": "open", **WHOLE} for name in staffing},
        staffing={name: {"aht": 180, **keys} for name, keys in staffing.items()},
        plan={"contact_rate": 1.0, "shrinkage": 0.0, "max_occupancy": cap, "orders": dict.fromkeys(WEEKS, 7 * 4800.0)},
        demand={"contacts": contacts(channels=dict.fromkeys(staffing, 1))},
    )
    return january(audit_of(doc)).days[0].required / 24


def test_the_phone_is_answered_in_20_seconds_and_the_chat_in_60() -> None:
    """The vectors' 200 calls an hour of 180 s: 13 agents answer 79.6 % in 20 s, 14 answer 88.8 %."""
    assert agents({"phone": {}}, 0.85) == pytest.approx(14)
    assert agents({"phone": {"within": 25}}, 0.85) == pytest.approx(13)
    assert agents({"chat": {}}, 0.85) == pytest.approx(13)
    assert agents({"chat": {}, "phone": {}}, 0.85) == pytest.approx(14)  # one team: every channel's own promise


def test_in_a_pooled_team_the_shortest_patience_counts() -> None:
    """In 20 s 80 %: eleven agents with 45 s of patience, twelve with 180 s (the chain of states says so too)."""
    quick, slow = ({"within": 20, "patience": patience} for patience in (45, 180))
    assert [plain.erlang_a(n, 10.0, 180, 20, 45) >= 0.8 for n in (10, 11)] == [False, True]
    assert [plain.erlang_a(n, 10.0, 180, 20, 180) >= 0.8 for n in (11, 12)] == [False, True]
    assert agents({"chat": slow}, 1) == pytest.approx(12)
    assert agents({"chat": slow, "phone": quick}, 1) == pytest.approx(11)
    assert agents({"chat": {"within": 20}, "phone": quick}, 1) == pytest.approx(11)
