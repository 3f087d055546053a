"""What must hold for every audit (random small ones): scores, comparison, kernel."""

from __future__ import annotations

from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readycheck.core.audit import Audit
from readycheck.core.lag.kernel import assumed_kernel
from readycheck.core.scoring import score
from readycheck.core.staffing.january import january
from readycheck.core.years.compare import compare, coverages
from readycheck.core.years.comparison import Comparison
from tests.core.documents import Document, audit_of, text
from tests.core.random_audits import documents, random_document

FEW = settings(max_examples=10)
ORDER = ("no", "partly", "yes")
SMALL = 1e-9
TURNED = {"better": "worse", "worse": "better", "new": "removed", "removed": "new",
          "became_known": "became_unknown", "became_unknown": "became_known"}


def questions(doc: Document) -> list[str]:
    return [f"peak-season/{section['id']}.{question['id']}"
            for section in doc["checklists"][0]["sections"] for question in section["questions"]]


@FEW
@given(documents)
def test_every_score_is_none_or_from_0_to_100(doc: Document) -> None:
    scores = score(audit_of(doc))
    found = [scored.score for scored in coverages(scores).values()] + [s.score for s in scores.sections]
    found += [scores.readiness.score, *scores.measures.values()]
    assert all(value is None or -SMALL <= value <= 100 + SMALL for value in found)
    assert 0 <= scores.readiness.known <= 1
    readiness = scores.readiness
    assert sum(part.points for part in readiness.contributions) == pytest.approx(readiness.score or 0)
    assert sum(part.points + part.lost for part in readiness.contributions) == pytest.approx(100)


@FEW
@given(documents, st.integers(0, 11), st.integers(0, 1))
def test_a_better_answer_never_lowers_a_score(doc: Document, place: int, step: int) -> None:
    """Every section and the readiness, with the data as it is."""
    key = questions(doc)[place]
    worse, better = ({**doc, "answers": {**doc["answers"], key: {"agreed": {"value": value}}}}
                     for value in ORDER[step:step + 2])
    low, high = score(audit_of(worse)), score(audit_of(better))
    for before, after in zip(low.sections, high.sections, strict=True):
        assert (after.score or 0) >= (before.score or 0) - SMALL
    assert (high.readiness.score or 0) >= (low.readiness.score or 0) - SMALL
    assert len(high.blockers) <= len(low.blockers)


@FEW
@given(documents, st.integers(0, 11))
def test_what_does_not_concern_us_is_as_if_it_were_not_asked(doc: Document, place: int) -> None:
    key = questions(doc)[place]
    section, name = key.removeprefix("peak-season/").split(".")
    neutral = {**doc, "answers": {**doc["answers"], key: {"agreed": {"value": "na"}}}}
    without = deepcopy(doc)
    for entry in without["checklists"][0]["sections"]:
        if entry["id"] == section:
            entry["questions"] = [question for question in entry["questions"] if question["id"] != name]
    one, other = score(audit_of(neutral)), score(audit_of(without))
    assert [(s.score, s.known) for s in one.sections] == [(s.score, s.known) for s in other.sections]
    assert (one.readiness.score, one.readiness.known) == (other.readiness.score, other.readiness.known)


@FEW
@given(documents, st.integers(0, 26), st.floats(0, 500))
def test_more_planned_hours_never_lower_january(doc: Document, place: int, more: float) -> None:
    hours = doc["plan"].setdefault("hours", {"2026-W53": 1.0})
    raised = deepcopy(doc)
    week = sorted(hours)[place % len(hours)]
    raised["plan"]["hours"][week] += more
    before, after = january(audit_of(doc)), january(audit_of(raised))
    assert (after.score or 0) >= (before.score or 0) - SMALL
    assert (after.before or 0) >= (before.before or 0) - SMALL
    assert all(b.backlog <= a.backlog + SMALL for a, b in zip(before.days, after.days, strict=True))


@FEW
@given(documents, st.floats(1, 3))
def test_more_orders_never_lower_the_need(doc: Document, times: float) -> None:
    grown = deepcopy(doc)
    grown["plan"]["growth"] = doc["plan"].get("growth", 1) * times
    grown["plan"]["orders"] = {week: n * times for week, n in doc["plan"].get("orders", {}).items()}
    before, after = january(audit_of(doc)), january(audit_of(grown))
    for low, high in zip(before.days, after.days, strict=True):
        assert high.contacts >= low.contacts - SMALL
        assert high.required >= low.required - SMALL


@given(st.floats(0, 5))
def test_the_kernel_sums_to_the_rate(rate: float) -> None:
    kernel = assumed_kernel(rate)
    assert sum(kernel.weights) == pytest.approx(rate)
    assert min(kernel.weights) >= 0


def next_year(doc: Document, seed: int) -> Document:
    """Another random season asked mostly the same: a question gone, one reworded, one under a new id."""
    rng, other = Random(seed), random_document(seed)
    other["checklists"] = deepcopy(doc["checklists"])
    asked = [section["questions"] for section in other["checklists"][0]["sections"]]
    asked[0].pop(rng.randrange(4))
    asked[1][0]["prompt"] = text("otherwise?")
    moved = asked[1].pop(2)
    asked[rng.randrange(3)].append(moved | {"id": "moved", "supersedes": f"self-service.{moved['id']}"})
    return other


def shape(found: Comparison, *, turned: bool) -> dict[Any, Any]:
    """A comparison's rows by what they hold, seen from its other end where `turned`."""
    def flip(kind: str) -> str:
        return TURNED.get(kind, kind) if turned else kind

    def ends(one: Any, two: Any) -> tuple[Any, Any]:
        one, two = (round(value, 6) if isinstance(value, float) else value for value in (one, two))
        return (two, one) if turned else (one, two)
    rows = {row.id: (flip(row.kind), *ends(row.before, row.after)) for row in found.rows}
    asked = {frozenset((q.id, q.before_id or q.id)): (flip(q.kind), q.comparable, *ends(q.value_before, q.value_after))
             for q in found.questions}
    return rows | asked | {row.key: ends(row.before, row.after) for row in found.settings}


@FEW
@given(documents, st.integers(0, 2**32))
def test_a_comparison_mirrors(doc: Document, seed: int) -> None:
    before, after = audit_of(doc), audit_of(next_year(doc, seed))
    there, back = compare(before, after), compare(after, before)
    assert shape(there, turned=False) == shape(back, turned=True)
    assert (there.core_before, there.core_after) == (pytest.approx(back.core_after), pytest.approx(back.core_before))
    assert any(q.before_id for q in there.questions)


@FEW
@given(documents)
def test_the_same_audit_compares_as_the_same(doc: Document) -> None:
    audit = audit_of(doc)
    found = compare(audit, audit)
    assert found.settings == ()
    assert {row.kind for row in (*found.rows, *found.questions)} == {"same"}
    assert found.improved in (0, None)
    assert found.checklist_changed in (0, None) or found.checklist_changed == pytest.approx(0, abs=SMALL)
    assert found.not_kept == found.carried and found.forecast is None


@FEW
@given(documents, st.integers(0, 2**32), st.integers(0, 11))
def test_a_question_gone_from_one_season_leaves_the_others_headline(doc: Document, seed: int, place: int) -> None:
    """Comparing with a list that lacks it is comparing without it: gone there, gone here, or gone in both."""
    other = random_document(seed) | {"checklists": deepcopy(doc["checklists"])}
    here, there = audit_of(doc), audit_of(other)
    here_less, there_less = (audit_of(less(one, questions(doc)[place])) for one in (doc, other))

    def core(before: Audit, after: Audit) -> tuple[Any, Any]:
        found = compare(before, after)
        return pytest.approx(found.core_before), pytest.approx(found.core_after)
    found = compare(here_less, there_less)
    assert (found.core_before, found.core_after) == core(here, there_less) == core(here_less, there)


def less(doc: Document, key: str) -> Document:
    section, name = key.removeprefix("peak-season/").split(".")
    lessened = deepcopy(doc)
    for entry in lessened["checklists"][0]["sections"]:
        if entry["id"] == section:
            entry["questions"] = [question for question in entry["questions"] if question["id"] != name]
    return lessened


@settings(max_examples=4)
@given(documents, documents)
def test_scores_after_an_edit_are_those_of_the_whole_audit(doc: Document, other: Document) -> None:
    """Whichever table the edit touched: what is taken over from before comes out the same when it is counted."""
    first = audit_of(doc)
    before = (first, score(first))
    for name in sorted({*doc, *other} - {"format", "shop", "season"}):
        edited = audit_of({**doc, name: other.get(name, type(doc[name])())})
        assert score(edited, before) == score(edited), name
