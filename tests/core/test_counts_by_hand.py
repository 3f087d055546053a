"""Typed counts stand in for an import's, and are never added to them."""

from __future__ import annotations

from typing import Any

from readycheck.core.confirmation import confirmation_coverage
from readycheck.core.faq import faq_coverage
from readycheck.core.pareto import ranked
from readycheck.core.reasons import reason_readiness
from tests.core.documents import Document, audit_of, contacts, document

TYPED = {
    "size": {"count": 100, "canned_reply": True}, "return": {"count": 300, "after_sales": True}, "gift": {"count": 0},
}


def shop(counts: dict[str, int] | None = None, uncoded: int = 0, **tables: Any) -> Document:
    demand = {} if counts is None else {"contacts": contacts(reasons=counts, uncoded=uncoded)}
    return document(demand=demand, reasons=TYPED, **tables)


def test_typed_counts_give_the_order_and_the_scores() -> None:
    """Canned replies: 100 of 400; no cause anywhere."""
    found = reason_readiness(audit_of(shop()))
    assert found.by_hand and found.coded is None
    assert [(row.reason, row.count, row.share) for row in found.pareto] == [("return", 300, 0.75), ("size", 100, 0.25)]
    assert (found.score, found.canned_replies, found.top_share) == (0.0, 25.0, 1.0)


def test_faq_and_confirmation_weigh_by_them_too() -> None:
    found = audit_of(shop(faq=[{"title": "Sizes", "answers": ["size"]}], confirmation={"answers": ["return"]}))
    assert faq_coverage(found).score == 100 * 0.25 * 0.5
    assert confirmation_coverage(found).score == 100.0


def test_an_imports_reasons_take_their_place() -> None:
    found = audit_of(shop({"return": 5}))
    assert ranked(found) == (("return", 5),)
    assert not reason_readiness(found).by_hand


def test_contacts_without_a_reason_do_not() -> None:
    found = audit_of(shop({}, 50))
    assert ranked(found) == (("return", 300), ("size", 100))
    readiness = reason_readiness(found)
    assert (readiness.by_hand, readiness.coded, readiness.top_share) == (True, 0.0, 1.0)
