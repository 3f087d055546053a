"""Confirmation, completeness, service quality and channel fit, worked out by hand (DOMAIN §3.5–3.9)."""

from __future__ import annotations

from datetime import date
from math import sqrt

import pytest

from readycheck.core.channels import channel_fit
from readycheck.core.completeness import data_completeness
from readycheck.core.confirmation import confirmation_coverage
from readycheck.core.intervals import wilson
from readycheck.core.service import service_quality
from readycheck.i18n import Translator
from tests.core.documents import Document, audit_of, contacts, document

AFTER = {"after_sales": True}


def test_the_confirmation_answers_the_most_common_after_sales_questions() -> None:
    """Of the after-sales reasons the three most common: 50, 30, 20 (the 10 of `e` is the fourth, the 90 of
    `before` no after-sales reason). Answered 50 + 20 of 100."""
    doc = document(
        demand={"contacts": contacts(reasons={"a": 50, "b": 30, "c": 20, "e": 10, "before": 90})},
        reasons={"a": AFTER, "b": AFTER, "c": AFTER, "e": AFTER}, plan={"top_reasons": 3},
        confirmation={"answers": ["a", "c", "e", "before"]},
    )
    found = confirmation_coverage(audit_of(doc))
    assert (found.score, found.answered, found.unanswered) == (70, ("a", "c"), ("b",))


@pytest.mark.parametrize("gone", ["demand", "reasons", "confirmation"])
def test_no_confirmation_score_without_its_data(gone: str) -> None:
    doc = document(demand={"contacts": contacts(reasons={"a": 5})}, reasons={"a": AFTER}, confirmation={})
    assert confirmation_coverage(audit_of(doc)).score == 0
    del doc[gone]
    found = confirmation_coverage(audit_of(doc))
    assert found.score is None
    assert found.missing


def test_completeness_of_a_half_kept_season() -> None:
    """92 contacts: coded 60 of 80, timed 46 (50 %), with a channel 69 (75 %), whole months two of three,
    a success but no difficulty: (75 + 50 + 75 + 100·2/3 + 50) / 5."""
    doc = document(
        demand={"contacts": contacts(
            reasons={"a": 60}, uncoded=20, timed=46, with_channel=69, last=date(2025, 12, 31),
            daily=" ".join(["1"] * 30 + ["2"] * 31),
        )},
        observations=[{"kind": "success", "text": "chat"}, {"kind": "success", "text": "returns"}],
    )
    found = data_completeness(audit_of(doc))
    assert (found.coded, found.timed, found.with_channel, found.observations) == (75, 50, 75, 50)
    assert found.months == pytest.approx(200 / 3)
    assert found.score == pytest.approx((75 + 50 + 75 + 200 / 3 + 50) / 5)


def test_completeness_of_nothing_is_zero_and_of_everything_a_hundred() -> None:
    assert data_completeness(audit_of(document())).score == 0
    whole = document(
        demand={"contacts": contacts(reasons={"a": 92}, timed=92, with_channel=92)},
        observations=[{"kind": "success", "text": "x"}, {"kind": "difficulty", "text": "y"}],
    )
    assert data_completeness(audit_of(whole)).score == 100


def test_half_of_november_is_half_a_month() -> None:
    """16–30 November of a season of one month: 15 of its 30 days."""
    doc = document(demand={"contacts": contacts(first=date(2025, 11, 16), last=date(2026, 1, 31))})
    doc["season"]["ends"] = date(2026, 11, 30)
    assert data_completeness(audit_of(doc)).months == 50


def test_the_wilson_interval_by_hand() -> None:
    """50 % of 100: z² = 3.8415; middle (0.5 + z²/200)/(1 + z²/100) = 0.5; half
    z·√(0.0025 + z²/40000)/(1 + z²/100) = 1.95996·0.0509504/1.038415 = 0.0961697 — the textbook's 0.404–0.596.
    All of 10: from 1/(1 + z²/10) = 0.7224672 to 1."""
    low, high = wilson(0.5, 100)
    assert (low, high) == (pytest.approx(0.403830, abs=5e-6), pytest.approx(0.596170, abs=5e-6))
    low, high = wilson(1.0, 10)
    assert (low, high) == (pytest.approx(1 / (1 + 3.841458820694124 / 10)), pytest.approx(1.0))
    assert wilson(0.0, 10)[0] == pytest.approx(0)


@pytest.mark.parametrize(("share", "n"), [(0.05, 20), (0.62, 7), (0.9, 1000)])
def test_the_wilson_ends_are_the_shares_that_are_just_not_refused(share: float, n: int) -> None:
    """At either end p the score test gives exactly z: (share − p)/√(p(1 − p)/n) = ±1.96."""
    low, high = wilson(share, n)
    for end, sign in ((low, 1), (high, -1)):
        assert (share - end) / sqrt(end * (1 - end) / n) == pytest.approx(sign * 1.959963984540054)


def service(**tables: Document) -> Document:
    return document(service={"fcr": 0.8, "n": 50, "nps": 41.0, "grades": {"quality": 0.82}, **tables})


def test_service_quality() -> None:
    """chat 120 s ≤ 120 met, phone 61 s > 60 not, e-mail has no target: one of two. The card's target goes first."""
    doc = service(chat={"first_response_s": 120, "target_s": 60}, phone={"first_response_s": 61, "target_s": 60},
                  email={"first_response_s": 7200}) | {"channels": {"chat": {"target_s": 120}}}
    found = service_quality(audit_of(doc))
    assert found.score == 50
    assert found.first_response["chat"] == (120, 120, True)
    assert found.first_response["email"] == (7200, None, None)
    assert found.fcr is not None and (found.fcr.share, found.fcr.low) == (0.8, pytest.approx(wilson(0.8, 50)[0]))
    assert found.grades["quality"].share == 0.82
    assert found.nps == 41
    assert len(found.references) == 7


def test_service_without_a_target_has_no_score_and_without_n_no_interval() -> None:
    doc = service(email={"first_response_s": 7200})
    del doc["service"]["n"]
    found = service_quality(audit_of(doc))
    assert found.score is None
    assert found.fcr is not None and (found.fcr.low, found.fcr.high) == (None, None)


def test_channel_fit() -> None:
    """Contacts: chat 50 (offered, 60 ≤ 60), e-mail 30 (offered, late), phone 15 (in time, not offered any more),
    instagram 5 (nowhere promised): 50 of 100. Wishes: chat 0.3 kept of 0.3 + 0.5."""
    doc = document(
        demand={"contacts": contacts(channels={"chat": 50, "email": 30, "phone": 15, "instagram": 5})},
        channels={"chat": {"wished": 0.3, "target_s": 60}, "email": {"target_s": 60, "wished": 0.5},
                  "phone": {"offered": False, "target_s": 60}},
        service={"chat": {"first_response_s": 60}, "email": {"first_response_s": 61}, "phone": {"first_response_s": 5}},
    )
    found = channel_fit(audit_of(doc))
    assert found.score == 50
    assert found.wishes == pytest.approx(100 * 0.3 / 0.8)
    assert [(row.channel, row.offered, row.met) for row in found.rows] == [
        ("chat", True, True), ("email", True, False), ("phone", False, True), ("instagram", False, None)
    ]
    assert [str(step) for step in found.steps[:2]] == [
        "chat: 50.0% of contacts, promise kept: yes", "e-mail: 30.0% of contacts, promise kept: no",
    ]


def test_channel_fit_is_not_judged_by_promises_that_nobody_typed() -> None:
    came = {"demand": {"contacts": contacts(channels={"email": 10, "phone": 30})}}
    found = channel_fit(audit_of(document(**came)))
    assert (found.score, found.wishes) == (None, None) and "first response time" in str(found.missing[0])
    said = channel_fit(audit_of(document(**came, channels={"phone": {"offered": False}})))
    assert said.score == 0  # the phone is known not to be offered, and no promise to be kept


def test_channel_fit_without_contacts() -> None:
    found = channel_fit(audit_of(document(channels={"chat": {"target_s": 60}})))
    assert found.score is None and found.missing


def test_the_arithmetic_names_reasons_and_says_yes_or_no() -> None:
    named = {"after_sales": True, "label": {"fi": "Palautus", "en": "Return"}}
    doc = document(
        demand={"contacts": contacts(reasons={"r": 5})}, reasons={"r": named}, confirmation={"answers": ["r"]},
    )
    steps = confirmation_coverage(audit_of(doc)).steps
    assert Translator("fi")(steps[0]) == "Palautus: 5 yhteydenottoa, vastattu: kyllä"
    assert Translator("en")(steps[0]) == "Return: 5 contacts, answered: yes"
