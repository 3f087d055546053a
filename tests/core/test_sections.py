"""Answers, voices, contradictions and what is known of them, worked out by hand (DOMAIN §1)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from readycheck.core.results import QuestionScore, Scores
from readycheck.core.scoring import score
from tests.core.documents import Document, audit_of, checklist, contacts, document, question

Q = "peak-season/learning.q"


def answered(*values: str | None, questions: list[Document] | None = None, **tables: Any) -> Scores:
    """One section `learning` of questions q0, q1 … with the owner's answers."""
    asked = questions or [question(f"q{n}") for n in range(len(values))]
    given = {f"{Q}{n}": {"owner": {"value": value}} for n, value in enumerate(values) if value is not None}
    return score(audit_of(document(checklists=[checklist({"learning": asked})], answers=given, **tables)))


def coded(share: int) -> Document:
    """Contacts of which `share` % have a reason: the measure `coded`."""
    return {"contacts": contacts(reasons={"return": share}, uncoded=100 - share)}


def test_answers_weighed() -> None:
    """yes 1·3 + partly 0.5·2 + no 0·1 + unknown 0·1 + unanswered 0·1 = 4 of 8: 50; known 3 + 2 + 1 of 8."""
    asked = [question(f"q{n}") | {"weight": weight} for n, weight in enumerate((3, 2, 1, 1, 1))]
    section = answered("yes", "partly", "no", "unknown", None, questions=asked).sections[0]
    assert section.score == 50
    assert section.known == 6 / 8
    assert section.answered == 4


def test_what_does_not_concern_us_leaves_the_denominator() -> None:
    """yes, no, na: one of two."""
    section = answered("yes", "no", "na").sections[0]
    assert (section.score, section.known) == (50, 1)


def test_nothing_applicable_gives_no_score() -> None:
    section = answered("na", "na").sections[0]
    assert (section.score, section.known) == (None, None)


def test_nothing_answered_is_zero_and_unknown() -> None:
    section = answered(None, None).sections[0]
    assert (section.score, section.known) == (0, 0)


@pytest.mark.parametrize(("value", "share", "counted", "contradicted"), [
    ("yes", 40, 0.4, True),  # min(1, 0.4)
    ("partly", 40, 0.4, False),  # min(0.5, 0.4): counted alike, but only a yes contradicts
    ("partly", 60, 0.5, False),  # min(0.5, 0.6)
    ("no", 40, 0.0, False),
    ("unknown", 40, 0.0, False),
    ("yes", 80, 1.0, False),  # at least 80 is 80
    ("yes", 79, 0.79, True),
])
def test_a_claim_against_the_data(value: str, share: int, counted: float, contradicted: bool) -> None:
    asked = [question("q0", measure="coded", at_least=80)]
    scores = answered(value, questions=asked, demand=coded(share))
    found = scores.sections[0].questions[0]
    assert found.counted == pytest.approx(counted)
    assert found.measured == pytest.approx(share)
    assert scores.sections[0].score == pytest.approx(100 * counted)
    assert [(c.question, c.claim, c.measure, c.at_least) for c in scores.contradictions] == (
        [(f"{Q}0", "yes", "coded", 80)] if contradicted else []
    )


def test_without_data_the_claim_stands() -> None:
    scores = answered("yes", questions=[question("q0", measure="coded", at_least=80)])
    assert scores.sections[0].score == 100
    assert scores.contradictions == ()
    assert scores.sections[0].questions[0].measured is None


def test_a_critical_no_is_a_blocker() -> None:
    asked = [question(f"q{n}", critical=n != 3) for n in range(5)]
    scores = answered("no", "partly", "unknown", "no", "na", questions=asked)
    assert [blocker.id for blocker in scores.blockers] == [f"{Q}0"]


def voices(**given: str) -> tuple[QuestionScore, Scores]:
    said = {f"{Q}0": {who: {"value": value} for who, value in given.items()}}
    scores = score(audit_of(document(
        checklists=[checklist({"learning": [question("q0", critical=True)]})], answers=said
    )))
    return scores.sections[0].questions[0], scores


@pytest.mark.parametrize(("owner", "consultant", "counts", "apart"), [
    ("yes", "partly", "partly", 0.5), ("no", "yes", "no", 1.0), ("yes", "unknown", "unknown", 1.0),
    ("partly", "partly", "partly", 0.0), ("na", "no", "no", 1.0), ("yes", "na", "yes", 1.0),
])
def test_until_they_agree_the_lower_voice_counts(owner: str, consultant: str, counts: str, apart: float) -> None:
    found, scores = voices(owner=owner, consultant=consultant)
    assert found.claim == counts
    assert found.difference == apart
    assert bool(scores.differences) == (apart > 0)
    mirrored, _ = voices(owner=consultant, consultant=owner)
    assert (mirrored.claim, mirrored.difference) == (counts, apart)


def test_no_and_unknown_count_the_same_but_one_is_a_blocker() -> None:
    found, scores = voices(owner="unknown", consultant="no")
    assert (found.claim, found.counted, len(scores.blockers)) == ("no", 0.0, 1)
    assert 0 < found.difference < 0.5  # a difference, smaller than that of yes and partly


def test_the_agreed_answer_counts_and_ends_the_difference() -> None:
    found, scores = voices(owner="no", consultant="partly", agreed="yes")
    assert (found.claim, found.difference, scores.blockers, scores.differences) == ("yes", 0.0, (), ())


@pytest.mark.parametrize(("keys", "asked"), [
    ({"since": date(2027, 1, 31)}, True), ({"since": date(2027, 2, 1)}, False),
    ({"until": date(2026, 11, 1)}, True), ({"until": date(2026, 10, 31)}, False),
    ({"applies_when": {"country": ["SE"]}}, False), ({"applies_when": {"country": ["SE", "FI"]}}, True),
    ({"applies_when": {"country": ["EU"]}}, True), ({"applies_when": {"country": ["NO", "GB"]}}, False),
    ({"applies_when": {"country": ["EEA"]}}, True),
    ({"applies_when": {"data": ["orders"]}}, False), ({"applies_when": {"data": ["contacts", "orders"]}}, True),
    ({"applies_when": {"channel": ["phone"]}}, False), ({"applies_when": {"channel": ["chat"]}}, True),
])
def test_dated_and_conditional_questions(keys: Document, asked: bool) -> None:
    scores = answered("no", questions=[question("q0", **keys)], demand=coded(9), hours={"chat": {"live": True}})
    assert scores.sections[0].questions[0].applicable is asked
    assert scores.sections[0].score == (0 if asked else None)


@pytest.mark.parametrize(("country", "why", "remedy", "source"), [
    ("FI", "Finnish law", "ask Posti", "FI act"), ("SE", "EU law", "do it", "S1"), ("GB", "because", "do it", "S1"),
])
def test_what_is_bound_to_a_country_is_told_there_only(country: str, why: str, remedy: str, source: str) -> None:
    """The first that fits the country counts; what it leaves out stays the question's own."""
    def words(said: str) -> Document:
        return {"fi": said, "en": said}
    asked = question("a", locally=[
        {"country": ["FI"], "why": words("Finnish law"), "remedy": words("ask Posti"), "source": "FI act"},
        {"country": ["EU"], "why": words("EU law")},
    ])
    shop = {**document(checklists=[checklist({"learning": [asked]})]),
            "shop": {"name": "s", "country": country, "timezone": "Europe/London"}}
    told = score(audit_of(shop)).sections[0].questions[0].question
    assert (told.why.en, told.remedy.en, told.source) == (why, remedy, source)
