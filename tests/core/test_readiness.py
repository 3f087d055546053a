"""Readiness, bands, blockers and losses, worked out by hand (DOMAIN §3.10)."""

from __future__ import annotations

from typing import Any

import pytest

from readycheck.core.results import Scores
from readycheck.core.scoring import score
from tests.core.documents import Document, audit_of, checklist, contacts, document, question

LEARNING, PROACTIVE = "peak-season/learning", "peak-season/proactive"


def shop(weights: dict[str, float], answers: dict[str, str], **tables: Any) -> Scores:
    """A critical question q in each of two sections, the owner's answers, and weights in the mean."""
    asked = {"learning": [question("q", critical=True)], "proactive": [question("q", critical=True)]}
    given = {f"peak-season/{name}.q": {"owner": {"value": value}} for name, value in answers.items()}
    return score(audit_of(document(checklists=[checklist(asked, weights)], answers=given, **tables)))


def test_a_weighted_mean_with_what_each_part_brings_and_loses() -> None:
    """(3·100 + 1·50) / 4 = 87.5: 75 and 12.5 points; lost 0 and 12.5."""
    found = shop({LEARNING: 3, PROACTIVE: 1}, {"learning": "yes", "proactive": "partly"}).readiness
    assert (found.score, found.known, found.band) == (87.5, 1.0, "ready")
    assert [(part.id, part.points, part.lost) for part in found.contributions] == [
        (LEARNING, 75.0, 0.0), (PROACTIVE, 12.5, 12.5)
    ]
    assert [part.id for part in found.losses] == [PROACTIVE]


def test_a_coverage_without_data_counts_as_zero_and_not_known() -> None:
    """100 for the section and nothing for opening hours: 100·1 / (1 + 3), a quarter known."""
    found = shop({LEARNING: 1, "coverage/opening_hours": 3}, {"learning": "yes"}).readiness
    assert (found.score, found.known, found.band) == (25.0, 0.25, "not_ready")
    assert (found.losses[0].id, found.losses[0].lost, found.losses[0].score) == ("coverage/opening_hours", 75.0, None)


def test_what_does_not_apply_leaves_the_mean() -> None:
    """A section of nothing but "na", and FAQ coverage where self-service can answer no reason."""
    tables: Document = {
        "demand": {"contacts": contacts(reasons={"complaint": 9})}, "reasons": {"complaint": {"self_service": False}},
    }
    found = shop({LEARNING: 1, PROACTIVE: 5, "coverage/faq": 5}, {"learning": "partly", "proactive": "na"}, **tables)
    assert (found.readiness.score, found.readiness.known) == (50.0, 1.0)
    assert [part.id for part in found.readiness.contributions] == [LEARNING]


def test_only_the_three_largest_losses_are_named() -> None:
    weights = {"coverage/faq": 1, "coverage/january": 3, LEARNING: 4, "coverage/contact_reasons": 2}
    found = shop(weights, {}).readiness
    assert [part.id for part in found.losses] == [LEARNING, "coverage/january", "coverage/contact_reasons"]


@pytest.mark.parametrize(("answers", "weights", "score_", "band"), [
    ({"learning": "yes", "proactive": "no"}, (85, 15), 85.0, "nearly"),  # enough points, but a blocker
    ({"learning": "yes", "proactive": "unknown"}, (85, 15), 85.0, "ready"),
    ({"learning": "yes", "proactive": "unknown"}, (84.9, 15.1), 84.9, "nearly"),
    ({"learning": "yes", "proactive": "unknown"}, (60, 40), 60.0, "nearly"),
    ({"learning": "yes", "proactive": "unknown"}, (59.9, 40.1), 59.9, "not_ready"),
    ({"learning": "yes", "proactive": "no"}, (59.9, 40.1), 59.9, "not_ready"),
])
def test_bands(answers: dict[str, str], weights: tuple[float, float], score_: float, band: str) -> None:
    found = shop(dict(zip((LEARNING, PROACTIVE), weights, strict=True)), answers).readiness
    assert (found.score, found.band) == (pytest.approx(score_), band)


@pytest.mark.parametrize(("step", "blocks"), [("cart", True), ("order", True), ("pay", True), ("search", False)])
def test_a_failed_step_blocks_where_money_is(step: str, blocks: bool) -> None:
    """One failed payment among passed ones is enough."""
    run = {"steps": [{"step": step, "result": "pass"}, {"step": step, "result": "fail"}]}
    scores = shop({LEARNING: 1}, {"learning": "yes"}, path_runs=[run])
    assert [blocker.id for blocker in scores.blockers] == ([f"path/{step}"] if blocks else [])
    assert scores.readiness.band == ("nearly" if blocks else "ready")


def test_the_path_by_hand() -> None:
    """pay: pass and friction, 75, double; cart: friction of the one tested, 50. (2·75 + 50) / 3 = 200/3."""
    scores = shop({}, {}, path_runs=[
        {"outsider": True, "device": "phone", "steps": [
            {"step": "pay", "result": "pass", "payment_method": "card", "help_reachable": True},
            {"step": "pay", "result": "friction", "payment_method": "MobilePay", "help_reachable": False},
            {"step": "pay", "result": "untested", "payment_method": "invoice"}]},
        {"device": "phone", "steps": [{"step": "cart", "result": "friction"}, {"step": "cart", "result": "untested"}]},
    ])
    path = scores.path
    assert path.score == pytest.approx(200 / 3)
    assert (path.runs, path.outsiders, path.devices, path.payment_methods) == (2, 1, ("phone",), ("card", "MobilePay"))
    assert (path.help_reachable, path.help_told) == (0.5, 2)  # at the cart nobody said
    assert path.never_tested == ("arrive", "search", "product", "order", "confirmation", "delivery", "return")


def test_without_the_checklist_there_is_no_readiness() -> None:
    found = score(audit_of(document())).readiness
    assert (found.score, found.band, found.known) == (None, None, 0.0)
