"""FAQ coverage and contact-reason readiness, worked out by hand (DOMAIN §3.2, §3.3)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from readycheck.core.faq import faq_coverage
from readycheck.core.reasons import reason_readiness
from tests.core.documents import Document, audit_of, contacts, document

STARTS = date(2026, 11, 1)
PLANNED = {"cause": "c", "action": "a", "owner": "o", "due": date(2026, 11, 26)}  # Black Friday is the 27th


def shop(counts: dict[str, int], uncoded: int = 0, **tables: Any) -> Document:
    return document(demand={"contacts": contacts(reasons=counts, uncoded=uncoded)}, **tables)


@pytest.mark.parametrize(("entry", "quality"), [
    ({}, 0.5), ({"findable": True}, 0.75), ({"reviewed": STARTS - timedelta(days=180)}, 0.75),
    ({"reviewed": STARTS - timedelta(days=181)}, 0.5), ({"findable": True, "reviewed": STARTS}, 1.0),
])
def test_what_an_entry_is_worth(entry: Document, quality: float) -> None:
    doc = shop({"return": 7}, faq=[{"title": "t", "answers": ["return"], **entry}])
    assert faq_coverage(audit_of(doc)).score == 100 * quality


def test_the_best_entry_counts_and_unanswered_reasons_count_zero() -> None:
    """return 60 · 0.75 (of 0.5 and 0.75), size 20 · 0, complaint 20 stays out: 100 · 45 / 80."""
    doc = shop({"return": 60, "size": 20, "complaint": 20}, 900, reasons={"complaint": {"self_service": False}}, faq=[
        {"title": "old", "answers": ["return"]}, {"title": "new", "answers": ["return"], "findable": True},
        {"title": "of no use", "answers": ["complaint"], "findable": True},
    ])
    found = faq_coverage(audit_of(doc))
    assert found.score == 56.25
    assert [(row.reason, row.share, row.quality, row.entry) for row in found.reasons] == [
        ("return", 0.75, 0.75, "new"), ("size", 0.25, 0.0, "")
    ]


def test_without_coded_reasons_there_is_no_faq_score_and_no_readiness() -> None:
    audit = audit_of(shop({}, 50))
    assert faq_coverage(audit).score is None
    assert reason_readiness(audit).score is None
    assert faq_coverage(audit).missing and reason_readiness(audit).missing
    assert reason_readiness(audit).coded == 0


@pytest.mark.parametrize(("reason", "maturity"), [
    ({}, 0), ({"cause": "c"}, 0.25), ({"action": "a", "owner": "o", "due": date(2026, 11, 1)}, 0), (PLANNED, 0.6),
    (PLANNED | {"due": date(2026, 11, 27)}, 0.25), (PLANNED | {"owner": ""}, 0.25), (PLANNED | {"cause": ""}, 0),
    ({"done": "tried"}, 1), (PLANNED | {"done": "tried"}, 1),
])
def test_the_maturity_of_a_plan(reason: Document, maturity: float) -> None:
    doc = shop({"return": 3}, reasons={"return": reason})
    assert reason_readiness(audit_of(doc)).score == pytest.approx(100 * maturity)


def test_the_first_peak_is_the_earliest_that_is_given() -> None:
    doc = shop({"return": 3}, reasons={"return": PLANNED})
    doc["season"]["peaks"] = [date(2026, 12, 1), date(2026, 11, 26)]
    assert reason_readiness(audit_of(doc)).score == 25


def test_the_three_most_common_by_hand() -> None:
    """40 a, 20 b, 20 c, 20 d, 100 uncoded; top three a, b, c (a tie by name): (40·1 + 20·0.25) / 80 = 56.25.
    They are 80 of 200; coded 100 of 200; preventable 40·0.5 + 20·0.1 = 22, d included."""
    doc = shop({"d": 20, "c": 20, "b": 20, "a": 40}, 100, plan={"top_reasons": 3}, reasons={
        "a": {"done": "yes", "preventable": 0.5, "canned_reply": True},
        "b": {"cause": "c", "escalation": "team lead"}, "c": {"escalation": " "}, "d": {"preventable": 0.1},
    })
    found = reason_readiness(audit_of(doc))
    assert found.top == ("a", "b", "c")
    assert found.score == 56.25
    assert (found.top_share, found.coded, found.preventable) == (0.4, 0.5, 22)
    assert (found.canned_replies, found.escalation) == (50, 25)
    assert [row.cumulative for row in found.pareto] == pytest.approx([0.4, 0.6, 0.8, 1.0])


def test_what_keyword_rules_coded_counts_as_coded_and_is_told_apart() -> None:
    """60 + 20 coded of 100; 15 + 9 of them by rules: 24 / 80 = 0.3. The score is the same as without."""
    counts = {"return": 60, "size": 20}
    told = reason_readiness(audit_of(document(demand={"contacts": contacts(
        reasons=counts, uncoded=20, by_rule={"return": 15, "size": 9})})))
    plain = reason_readiness(audit_of(shop(counts, 20)))
    assert (told.coded, told.by_rule, plain.by_rule) == (0.8, 0.3, 0.0)
    assert (told.score, told.top_share, told.pareto) == (plain.score, plain.top_share, plain.pareto)
    said = "Of them coded by keyword rules = 24 / 80 = 30.00%"
    assert said in map(str, told.steps) and said not in map(str, plain.steps)


def test_a_file_cannot_say_that_rules_coded_more_than_there_is() -> None:
    """Of 4 returns at most 4, of reasons that nobody had none: 4 / 5."""
    found = reason_readiness(audit_of(document(demand={"contacts": contacts(
        reasons={"return": 4, "size": 1}, by_rule={"return": 40, "unknown": 7})})))
    assert found.by_rule == 0.8


def test_without_coded_contacts_rules_have_no_share() -> None:
    assert reason_readiness(audit_of(document(demand={"contacts": contacts(uncoded=5)}))).by_rule is None
