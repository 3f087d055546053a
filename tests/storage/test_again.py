"""What an edit shares with the document before it: found by identity, never to another result than a whole reading."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readycheck.storage.document import REMOVED, audit_of, with_value
from readycheck.storage.shared import begins_with, changed_keys
from readycheck.storage.toml_guard import plain
from tests.core.documents import Document
from tests.storage.shops import audit, refusal

QUESTIONS = ["a/b.c", "a/b.d", "a/b.e", "x\x1by", "x\ufffdy"]
VOICES = st.sampled_from(["yes", "no", "partly"]).map(lambda value: {"value": value, "on": date(2026, 10, 12)})
EDITS = st.lists(st.one_of(
    st.tuples(st.sampled_from([("answers", question, "owner") for question in QUESTIONS]), VOICES),
    st.tuples(st.sampled_from([("answers", question) for question in QUESTIONS]), st.just(REMOVED)),
    st.tuples(st.just(("plan", "growth")), st.floats(0.5, 2)),
    st.tuples(st.sampled_from([("plan",), ("answers",), ("faq",), ("unknown",)]), st.just(REMOVED)),
    st.tuples(st.just(("faq", -1)), st.fixed_dictionaries({"title": st.text(max_size=3)})),
    st.tuples(st.just(("unknown", "x")), st.integers(0, 3)),
), max_size=8)


@given(EDITS)
def test_edit_after_edit_the_audit_is_what_a_whole_reading_gives(edits: list[Any]) -> None:
    before: Document = audit(answers={"a/b.c": {"note": "n"}, "a/b.d": {"note": "m"}})
    typed = audit_of(before, "a")
    for path, value in edits:
        after = with_value(before, path, value)
        again, anew = audit_of(after, "a", (before, typed)), audit_of(after, "a")
        assert again == anew
        assert list(again.answers) == list(anew.answers)
        before, typed = after, again


def test_answers_in_another_order_are_too() -> None:
    before = audit(answers={question: {"note": question} for question in QUESTIONS[:3]})
    after = {**before, "answers": dict(reversed([*before["answers"].items(), ("a/b.f", {})]))}
    again = audit_of(after, "a", (before, audit_of(before, "a")))
    assert list(again.answers) == ["a/b.f", "a/b.e", "a/b.d", "a/b.c"]
    assert again == audit_of(after, "a")


@pytest.mark.parametrize(("path", "value", "key"), [
    (("answers", "a/b.d", "owner"), {"value": "maybe"}, 'answers."a/b.d".owner.value'),
    (("answers",), 3, "answers"), (("plan", "growth"), -1, "plan.growth"), (("shop",), REMOVED, ""),
    (("plan", "late"), {"first": date(2027, 1, 1), "last": date(2026, 1, 1)}, "plan.late.last"),
])
def test_a_mistake_is_told_as_a_whole_reading_tells_it(path: tuple[str, ...], value: Any, key: str) -> None:
    before = audit(answers={"a/b.c": {}, "a/b.d": {}})
    after = with_value(before, path, value)
    told = refusal(lambda: audit_of(after, "a", (before, audit_of(before, "a"))))
    assert [problem.key for problem in told] == [key]
    assert told == refusal(lambda: audit_of(after, "a"))


def test_changed_keys_are_those_whose_value_is_another_object() -> None:
    one, two, three = [1], [2], [3]
    was = {"a": one, "b": two}
    assert changed_keys({"a": one, "b": two}, was) == []
    assert changed_keys({"a": one, "b": [2], "c": three}, was) == ["b", "c"]
    assert changed_keys({"b": two, "a": three}, was) == ["a"]
    assert changed_keys({"c": None}, was) == ["c"]
    assert changed_keys({"b": two}, was) == []
    assert begins_with({"a": 1, "b": 2, "c": 3}, was) and not begins_with({"b": 1, "a": 2}, was)
    assert not begins_with({"a": 1}, was)


def test_what_needs_no_change_stays_the_same_object() -> None:
    document = audit(answers={"a/b.c": {"note": "ä\n"}})
    assert plain(document, "a") is document
    changed = with_value(document, ("answers", "a/b.d"), {"note": "x\r\ny", "evidence": ("e",)})
    made = plain(changed, "a", document)
    assert made["answers"]["a/b.d"] == {"note": "x\ny", "evidence": ["e"]}
    assert made["answers"]["a/b.c"] is document["answers"]["a/b.c"]
    assert plain({"a\ud800": 1, "b": 2}, "a") == {"a\ufffd": 1, "b": 2}
