"""What an edition changes, of a pair made by hand and of random ones."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from readycheck.core.checklist import LocalText
from readycheck.core.editions.advice import advice
from readycheck.core.editions.change import EditionChange, edition_change
from readycheck.core.editions.told import change_told
from tests.core.documents import checklist, question, text
from tests.core.editions.pairs import NEW, OLD, editions, typed


def ids(change: EditionChange) -> dict[str, list[tuple[str, str]]]:
    """Kind → the ids before and after, without the list's own."""
    found: dict[str, list[tuple[str, str]]] = {}
    for each in change.questions:
        found.setdefault(each.kind, []).append(
            (each.before_id.partition("/")[2], each.after_id.partition("/")[2]))
    return found


def test_every_kind_of_change_is_told_apart() -> None:
    change = edition_change(typed(OLD), typed(NEW))
    assert ids(change) == {
        "reworded": [("presence.evenings", "presence.evenings")],
        "changed_meaning": [("presence.weekends", "presence.weekends")],
        "linked": [("january.hands", "january.people")],
        "moved": [("presence.night", "january.night")],
        "added": [("", "january.fresh")],
        "removed": [("january.gone", "")],
    }
    assert change.carried == {f"peak-season/{new}": f"peak-season/{old}" for new, old in (
        ("presence.evenings", "presence.evenings"), ("january.people", "january.hands"),
        ("january.night", "presence.night"),
    )}


def test_settings_have_a_before_and_an_after() -> None:
    change = edition_change(typed(OLD), typed(NEW))
    (evenings,) = change.of_kind("reworded")
    assert [(each.key, each.before, each.after) for each in evenings.settings] == [
        ("weight", 2, 3), ("critical", False, True)]
    assert [(each.key, each.of, each.before, each.after) for each in change.settings] == [
        ("readiness", "peak-season/january", 1.0, 3.0)]


def test_the_lists_own_settings_are_seen() -> None:
    old = {**OLD, "bands": {"ready": 85, "nearly": 60, "why": text("so")}}
    sections = [{**OLD["sections"][0], "title": text("Hours")}, OLD["sections"][1]]
    new = {**old, "title": text("other"), "bands": {"ready": 80, "nearly": 60, "why": text("so")}, "sections": sections}
    change = edition_change(typed(old), typed(new))
    assert not change.questions
    assert [(each.key, each.of, str(each.before), str(each.after)) for each in change.settings] == [
        ("title", "", "list", "other"), ("bands.ready", "", "85", "80"),
        ("section", "peak-season/presence", "presence", "Hours"),
    ]


def test_a_measure_makes_another_question_and_a_reason_does_not() -> None:
    def one(**more: Any) -> EditionChange:
        return edition_change(typed(checklist({"presence": [question("evenings")]})),
                              typed(checklist({"presence": [question("evenings", **more)]})))

    assert [*ids(one(measure="evenings", at_least=50))] == ["changed_meaning"]
    assert [*ids(one(applies_when={"country": ["FI"]}))] == ["set_otherwise"]
    assert [*ids(one(why=text("other")))] == ["explained"]
    assert one(formerly=["before?"]).empty


def test_a_question_that_two_could_be_is_not_said_to_have_moved() -> None:
    old = typed(checklist({"presence": [question("hands")], "path": [question("other")]}))
    new = typed(checklist({"january": [question("hands")], "path": [question("hands"), question("other")]}))
    assert ids(edition_change(old, new)) == {
        "added": [("", "january.hands"), ("", "path.hands")], "removed": [("presence.hands", "")]}


def test_its_author_is_told_what_may_have_been_forgotten() -> None:
    assert [str(each).partition(":")[0] for each in advice(edition_change(typed(OLD), typed(NEW)))] == [
        "peak-season/january.gone", "peak-season/presence.weekends"]  # of "night", which moved, years compare
    same_version = edition_change(typed(OLD), typed({**NEW, "version": 1}))
    assert str(next(iter(advice(same_version)))).startswith("version: 1 is not above 1")
    assert not [*advice(edition_change(typed(OLD), typed(OLD)))]


def test_the_words_name_every_kind_with_its_number() -> None:
    told = [str(part.title) for part in change_told(edition_change(typed(OLD), typed(NEW)))]
    assert told[0] == "Questions that are asked no more: 1" and told[4] == "New questions: 1" and len(told) == 7
    assert [str(part.title) for part in change_told(edition_change(typed(OLD), typed(OLD)))] == [
        "Nothing changes in its questions and settings."]


@settings(max_examples=30, deadline=None)
@given(editions(1))
def test_an_edition_changes_nothing_against_itself(document: dict[str, Any]) -> None:
    change = edition_change(typed(document), typed(document))
    assert change.empty
    assert {*change.carried.items()} == {(key, key) for key in typed(document).questions()}


@settings(max_examples=60, deadline=None)
@given(editions(1), editions(2))
def test_the_way_back_mirrors_the_way_there(one: dict[str, Any], other: dict[str, Any]) -> None:
    there, back = edition_change(typed(one), typed(other)), edition_change(typed(other), typed(one))
    assert {(old, new) for new, old in there.carried.items()} == {*back.carried.items()}
    mirrored = {"added": "removed", "removed": "added"}
    assert {(mirrored.get(each.kind, each.kind), each.after_id, each.before_id) for each in there.questions} == {
        (each.kind, each.before_id, each.after_id) for each in back.questions}
    swapped = {replace(each, before=each.after, after=each.before) for each in there.settings}
    assert swapped == {*back.settings}


def test_a_prompt_is_shown_in_both_editions_words() -> None:
    (evenings,) = edition_change(typed(OLD), typed(NEW)).of_kind("reworded")
    assert (evenings.before_prompt, evenings.shown.prompt) == (
        LocalText("evenings?", "evenings?"), LocalText("At night?", "At night?"))
