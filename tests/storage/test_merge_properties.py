"""Merging, whatever two people changed: nothing that either added is lost, and it does not matter who came first."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from readycheck.storage.clashes import with_ours
from readycheck.storage.merge import merge

Document = dict[str, Any]
VALUES = st.one_of(st.integers(0, 3), st.sampled_from(["a", "b", "c"]), st.lists(st.integers(0, 2), max_size=2))
KEYS = st.sampled_from(["p", "q", "r", "s"])
OBSERVATIONS = st.lists(st.fixed_dictionaries(
    {"kind": st.sampled_from(["success", "difficulty"]), "text": st.text("xyz", min_size=1, max_size=2)},
    optional={"on": st.integers(1, 3)},
), max_size=4)
FAQ = st.lists(st.fixed_dictionaries({"title": KEYS}, optional={"url": VALUES}), max_size=4,
               unique_by=lambda item: item["title"])
_TABLES: dict[str, Any] = {
    "plan": st.dictionaries(KEYS, VALUES, max_size=4),
    "answers": st.dictionaries(KEYS, st.dictionaries(st.sampled_from(["owner", "note"]), VALUES, min_size=1)),
    "confirmation": VALUES,
}
TABLES = st.fixed_dictionaries({}, optional=_TABLES)
DOCUMENTS = st.fixed_dictionaries({}, optional={**_TABLES, "observations": OBSERVATIONS, "faq": FAQ})
SIDES = st.sampled_from(["ours", "theirs", "neither"])


def parts(document: Document) -> set[str]:
    """Every item that stands in a document, each with what it holds."""
    found = set()
    for table, content in document.items():
        if isinstance(content, dict):
            for key, item in content.items():
                fields = item.items() if isinstance(item, dict) else [("", item)]
                found |= {repr((table, key, field, value)) for field, value in fields}
        elif table == "faq":
            found |= {repr((table, item["title"], field, value)) for item in content for field, value in item.items()}
        elif table == "observations":
            found |= {repr((table, sorted(item.items()))) for item in content}
        else:
            found.add(repr((table, content)))
    return found


@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
def test_what_either_added_is_in_the_file_or_kept_aside(base: Document, ours: Document, theirs: Document) -> None:
    merged = merge(base, ours, theirs)
    there = parts(merged.document)
    for clash in merged.clashes:
        there |= parts(with_ours(merged.document, clash))
    added = (parts(ours) | parts(theirs)) - parts(base)
    mixed = {part for part in added if part.startswith("('observations'")}  # two edits of one item make a third
    assert added - mixed <= there


@given(OBSERVATIONS, OBSERVATIONS)
def test_lists_that_two_people_begin_hold_what_both_wrote(ours: list[Document], theirs: list[Document]) -> None:
    merged = merge({}, {"observations": ours}, {"observations": theirs})
    for item in [*ours, *theirs]:
        kept = merged.document["observations"].count(item)
        assert kept == max(ours.count(item), theirs.count(item))
    assert not merged.clashes


@given(DOCUMENTS, DOCUMENTS, DOCUMENTS)
def test_merging_again_changes_nothing(base: Document, ours: Document, theirs: Document) -> None:
    once = merge(base, ours, theirs).document
    assert merge(base, ours, once).document == once
    assert merge(base, once, once).document == once


@given(DOCUMENTS, DOCUMENTS)
def test_who_changed_nothing_adds_nothing(base: Document, theirs: Document) -> None:
    for merged in (merge(base, base, theirs), merge(base, theirs, base), merge(base, theirs, theirs)):
        assert merged.document == theirs and not merged.clashes


@given(DOCUMENTS, st.dictionaries(KEYS, st.tuples(SIDES, VALUES)))
def test_edits_of_different_items_come_to_the_same_in_either_order(
    base: Document, edits: dict[str, tuple[str, Any]]
) -> None:
    sides = {side: {**base, "plan": dict(base.get("plan", {"p": 0})), "faq": list(base.get("faq", []))}
             for side in ("ours", "theirs")}
    start = {**base, "plan": dict(base.get("plan", {"p": 0})), "faq": list(base.get("faq", []))}
    for key, (side, value) in edits.items():
        if side in sides:
            sides[side]["plan"][key] = value
            sides[side]["faq"] = [
                {**item, "url": value} if item["title"] == key else item for item in sides[side]["faq"]
            ]
    ours, theirs = sides["ours"], sides["theirs"]
    there, back = merge(start, ours, theirs), merge(start, theirs, ours)
    assert there == back and not there.clashes


@given(TABLES, TABLES, TABLES)
def test_either_order_finds_the_same_clashes(base: Document, ours: Document, theirs: Document) -> None:
    there, back = merge(base, ours, theirs), merge(base, theirs, ours)
    assert {repr(clash.path) for clash in there.clashes} == {repr(clash.path) for clash in back.clashes}
    if not there.clashes:
        assert there.document == back.document
