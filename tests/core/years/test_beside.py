"""Last season's word beside this season's question (DOMAIN §4)."""

from __future__ import annotations

from typing import Any

import pytest

from readycheck.core.years.beside import Beside, beside
from tests.core.documents import Document, audit_of, checklist, document, question, text

A, OLD = "peak-season/learning.a", "peak-season/learning.old"


def stands(last: Document, this: Document, identifier: str = A) -> Beside | None:
    return beside(identifier, audit_of(last), audit_of(this))


def year(number: int, asked: Document | None = None, **tables: Any) -> Document:
    return document(number, checklists=[checklist({"learning": [asked or question("a")]})], **tables)


def test_the_answer_that_counted_with_its_note_and_what_was_not_done() -> None:
    """Of owner's yes and consultant's partly the lower counts; the done action is not told, nor another question's."""
    actions = [
        {"id": "a1", "title": "open", "question": A}, {"id": "a2", "title": "done", "question": A, "status": "done"},
        {"id": "a3", "title": "other", "question": OLD}, {"id": "a4", "title": "late", "question": A},
    ]
    last = year(2025, answers={A: {"owner": {"value": "yes"}, "consultant": {"value": "partly"}, "note": "half"}},
                actions=actions, observations=[{"kind": "success", "text": "it helped", "question": A},
                                               {"kind": "difficulty", "text": "of nothing"}])
    found = stands(last, year(2026, actions=[{**actions[3], "status": "done"}, {**actions[0], "status": "doing"}]))
    assert found is not None
    assert (found.season, found.id, found.asks_alike, found.answer, found.note) == (2025, A, True, "partly", "half")
    assert [action.id for action in found.not_done] == ["a1"]
    assert [(action.id, action.status) for action in found.carried] == [("a1", "doing")]
    assert [seen.text for seen in found.observations] == ["it helped"]


@pytest.mark.parametrize(("then", "now", "asks_alike"), [
    (question("a"), question("a"), True),
    (question("a"), question("a") | {"prompt": text("else?")}, False),
    (question("a"), question("a", formerly=["a?"]) | {"prompt": text("better words?")}, True),
    (question("a", measure="faq", at_least=50), question("a", measure="faq", at_least=60), False),
])
def test_whether_the_answer_was_given_to_the_same_question(then: Document, now: Document, asks_alike: bool) -> None:
    found = stands(year(2025, then, answers={A: {"owner": {"value": "no"}}}), year(2026, now))
    assert found is not None and (found.asks_alike, str(found.prompt)) == (asks_alike, "a?")


@pytest.mark.parametrize("turned", [False, True])
def test_a_question_under_a_new_id_finds_the_old_one_s_answer_both_ways(turned: bool) -> None:
    old, new = question("old"), question("a", supersedes="learning.old")
    said = {key: {"owner": {"value": "partly"}} for key in (OLD, A)}
    last, this = year(2025, new if turned else old, answers=said), year(2026, old if turned else new)
    found = stands(last, this, OLD if turned else A)
    assert found is not None
    assert (found.id, found.asks_alike, found.answer) == (A if turned else OLD, True, "partly")


def test_a_question_in_another_section_finds_its_answer() -> None:
    this = document(2026, checklists=[checklist({"learning": [], "january": [question("a")]})])
    found = stands(year(2025, answers={A: {"owner": {"value": "no"}}}), this, "peak-season/january.a")
    assert found is not None and (found.id, found.asks_alike, found.answer) == (A, True, "no")


def test_nothing_said_is_nothing() -> None:
    assert stands(year(2025), year(2026)) is None
    assert stands(year(2025, answers={A: {"owner": {"value": "yes"}}}), year(2026), "peak-season/learning.b") is None
