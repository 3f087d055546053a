"""The agenda of a sparring session, its worth and its minutes, worked out by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings

from readycheck.core.audit import Answer, Audit, Voice
from readycheck.core.results import Scores
from readycheck.core.scoring import score
from readycheck.core.sparring import (
    AgendaItem,
    agenda,
    asked,
    blind_state,
    headline_points,
    may_be_seen,
    minutes_by_section,
    needs_talk,
    progress,
)
from tests.core.documents import Document, audit_of, checklist, contacts, document, question
from tests.core.random_audits import documents

A, B = "peak-season/presence", "peak-season/learning"
EQUAL = {A: 1.0, B: 3.0}


def audit(**tables: Any) -> Audit:
    """`presence` (a quarter of the headline): a 3 critical, b 1; `learning`: c 2, held against 30 % coded, d 2."""
    asked_here = {
        "presence": [question("a", weight=3, critical=True), question("b")],
        "learning": [question("c", weight=2, measure="coded", at_least=80), question("d", weight=2)],
    }
    demand = {"contacts": contacts(reasons={"return": 30}, uncoded=70)}
    return audit_of(document(checklists=[checklist(asked_here, EQUAL)], demand=demand, **tables))


def voices(**given: str | None) -> Document:
    return {name: {"value": value} for name, value in given.items() if value is not None}


def items(answers: Document, **more: Any) -> dict[str, AgendaItem]:
    found = audit(answers=answers, **more)
    return {item.score.id.rpartition(".")[2]: item for item in agenda(found, score(found))}


def test_what_each_question_is_worth() -> None:
    """25 points over 3 + 1, 75 points over 2 + 2."""
    found = audit()
    assert headline_points(found, score(found)) == pytest.approx(
        {f"{A}.a": 18.75, f"{A}.b": 6.25, f"{B}.c": 37.5, f"{B}.d": 37.5}
    )


def test_blockers_come_first_then_by_worth() -> None:
    """c: both yes, the data says 30: 37.5 · 0.7. a: yes and no is a whole 18.75; d: partly and no is half of 37.5."""
    found = items({
        f"{A}.a": voices(owner="yes", consultant="no"), f"{A}.b": voices(owner="yes", consultant="yes"),
        f"{B}.c": voices(owner="yes", consultant="yes"), f"{B}.d": voices(owner="partly", consultant="no"),
    })
    assert list(found) == ["a", "c", "d"]
    assert {name: item.worth for name, item in found.items()} == pytest.approx({"c": 26.25, "a": 18.75, "d": 18.75})
    assert found["a"].kinds == ("blocker", "difference")
    assert found["c"].kinds == ("contradiction",)


def test_a_contradiction_goes_by_its_points_and_only_among_equals_first() -> None:
    """c: the data says 30 against a yes: 37.5 · 0.7 = 26.25, less than the whole 37.5 of d; both whole, c is first."""
    differ = voices(owner="yes", consultant="no")
    assert list(items({f"{B}.c": voices(owner="yes", consultant="yes"), f"{B}.d": differ})) == ["d", "c"]
    asked_here = {"x": [question("first"), question("second", measure="coded", at_least=80)]}
    found = audit_of(document(
        checklists=[checklist(asked_here, identifier="own")], demand={"contacts": contacts(reasons={}, uncoded=10)},
        answers={"own/x.first": differ, "own/x.second": differ},
    ))
    assert [item.score.id for item in agenda(found, score(found))] == ["own/x.second", "own/x.first"]


def test_one_knows_and_the_other_does_not() -> None:
    """no and unknown count alike, but do not say the same: a quarter of 6.25."""
    found = items({f"{A}.b": voices(owner="unknown", consultant="no")})
    assert found["b"].kinds == ("one_knows",)
    assert found["b"].worth == pytest.approx(1.5625)


def test_a_yes_against_the_data_is_talked_about_though_the_other_said_no() -> None:
    assert items({f"{B}.c": voices(owner="yes", consultant="no")})["c"].kinds == ("contradiction", "difference")


def test_outside_the_headline_nothing_hangs_on_it_but_it_is_there() -> None:
    here = checklist({"x": [question("q")]}, identifier="own")
    found = audit_of(document(checklists=[here], answers={"own/x.q": voices(owner="yes", consultant="no")}))
    (item,) = agenda(found, score(found))
    assert (item.worth, item.own) == (0.0, 1.0)


def test_an_agreed_answer_or_an_action_decides() -> None:
    differ = voices(owner="yes", consultant="no")
    agreed = items({f"{A}.b": {**differ, "agreed": {"value": "partly"}}})["b"]
    assert agreed.decided and agreed.kinds == ("difference",) and agreed.worth == pytest.approx(6.25)
    action = {"id": "a1", "title": "x", "question": f"{A}.b"}
    assert items({f"{A}.b": differ}, actions=[action])["b"].decided
    assert not items({f"{A}.b": differ}, actions=[{**action, "status": "dropped"}])["b"].decided
    assert not items({f"{A}.b": differ})["b"].decided


def test_who_may_be_seen() -> None:
    yes = Voice("yes", date(2026, 10, 1))
    told = [Answer(), Answer(owner=yes), Answer(consultant=yes), Answer(owner=yes, consultant=yes)]
    assert [blind_state(answer) for answer in told] == ["nobody", "owner", "consultant", "both"]
    assert [may_be_seen(answer) for answer in told] == [False, False, False, True]
    assert may_be_seen(Answer(owner=yes, agreed=yes))


def test_minutes_are_shared_out_by_what_there_is_to_talk_about() -> None:
    """Four questions and one item both have answered: presence 2 + 2, learning 2, of 60 minutes."""
    found = audit(answers={f"{A}.b": voices(owner="yes", consultant="no"), f"{B}.c": voices(owner="yes")})
    scores = score(found)
    shared = minutes_by_section(asked(found, scores), agenda(found, scores), 60)
    assert shared == pytest.approx({A: 40.0, B: 20.0})


def test_progress_counts_what_both_may_see() -> None:
    found = audit(answers={
        f"{A}.b": {**voices(owner="yes", consultant="no"), "agreed": {"value": "no"}},
        f"{B}.c": voices(owner="yes"), f"{B}.d": voices(owner="yes", consultant="partly"),
    })
    scores = score(found)
    at = progress(found, asked(found, scores), agenda(found, scores))
    assert (at.both, at.asked, at.left, at.decided) == (2, 4, 1, 1)


def hidden(answers: Document) -> Document:
    """Other values where only one has answered and nothing is agreed."""
    turned = {"yes": "no", "partly": "na", "no": "yes", "unknown": "partly", "na": "yes"}
    return {
        key: {who: {"value": turned[voice["value"]]} for who, voice in given.items()} if len(given) == 1
        and "agreed" not in given else given for key, given in answers.items()
    }


def in_sight(found: Audit, scores: Scores) -> tuple[Any, ...]:
    """All that a screen shows before both have answered."""
    heavy, everything = asked(found, scores, heavy=True), asked(found, scores)
    seen = [item for item in agenda(found, scores) if item.seen]
    return (
        [q.id for _, q in heavy], [q.id for _, q in everything], progress(found, everything, agenda(found, scores)),
        minutes_by_section(everything, agenda(found, scores), 60),
        [(item.score.id, item.kinds, round(item.own, 9)) for item in sorted(seen, key=lambda item: item.score.id)],
    )


@settings(max_examples=5, deadline=None)
@given(documents)
def test_a_hidden_answer_changes_nothing_in_sight(doc: Document) -> None:
    """Whatever one person said alone, the other sees the same."""
    other = {**doc, "answers": hidden(doc["answers"])}
    before, after = audit_of(doc), audit_of(other)
    assert in_sight(before, score(before)) == in_sight(after, score(after))


@settings(max_examples=5, deadline=None)
@given(documents)
def test_every_item_has_a_reason_and_no_more_than_its_question_is_worth(doc: Document) -> None:
    found = audit_of(doc)
    scores = score(found)
    points = headline_points(found, scores)
    for item in agenda(found, scores):
        assert item.kinds and 0 <= item.worth <= points[item.score.id] + 1e-9
        assert item.answer.owner or item.answer.consultant or item.answer.agreed
    assert all(needs_talk(q) for _, q in asked(found, scores, heavy=True))
