"""The core against the plain program, on random small audits: two readings of DOMAIN.md must agree."""

from __future__ import annotations

from hypothesis import example, given, settings

from readycheck.core.scoring import score
from tests.core import plain, plain_sections
from tests.core.documents import Document, assert_agrees, audit_of, figures
from tests.core.random_audits import documents, random_document


@settings(max_examples=16)
@given(documents)
@example(random_document(1))
def test_two_programs_one_text(document: Document) -> None:
    scores = score(audit_of(document))
    expected = plain.figures(document)
    assert_agrees(figures(scores), expected)
    judged = plain_sections.judge(document, expected)
    assert_agrees({s.id: {"score": s.score, "known": s.known} for s in scores.sections}, judged["sections"])
    assert [blocker.id for blocker in scores.blockers] == judged["blockers"]
    assert [found.question for found in scores.contradictions] == judged["contradictions"]
    assert_agrees({key: getattr(scores.readiness, key) for key in judged["readiness"]}, judged["readiness"])


def test_the_random_audits_reach_the_corners() -> None:
    """Else the agreement above would say little."""
    scored = [score(audit_of(random_document(seed))) for seed in range(40)]
    january = [s.january for s in scored if s.january.score is not None]
    assert len(january) >= 10
    assert sum(0 < (s.score or 0) < 100 for s in january) >= 8
    assert any(s.january.weeks == () for s in scored)
    assert sum(s.hours.score is not None for s in scored) >= 20
    assert {s.readiness.band for s in scored} >= {"nearly", "not_ready"}
    assert any(s.contradictions for s in scored)
