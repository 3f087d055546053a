"""Two writers of one audit: both edits survive, and of one item that both changed, both values."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.clashes import held, with_ours
from readycheck.storage.decode import key_text
from readycheck.storage.document import REMOVED, with_value
from readycheck.storage.merge import Merged, merge
from tests.core.documents import Document
from tests.storage.shops import audit, told

Q = "peak-season/presence.evenings"
R = "peak-season/presence.weekends"
YES, NO = {"value": "yes", "on": date(2026, 10, 12)}, {"value": "no", "on": date(2026, 10, 13)}
BASE = audit(
    answers={Q: {"owner": NO, "note": "n"}}, hours={"chat": {"mon": ["08:00-16:00"], "tue": ["08:00-16:00"]}},
    faq=[{"title": "A"}, {"title": "B"}], observations=[{"kind": "success", "text": "x"}], plan={"growth": 1.0},
    imports=[{"kind": "orders", "source": "woo"}],
)
Place = tuple[str | int, ...]


def changed(*edits: tuple[Place, Any]) -> Document:
    made: Document = deepcopy(BASE)
    for path, value in edits:
        made = with_value(made, path, value)
    return made


@pytest.mark.parametrize(("ours", "theirs"), [
    ((("answers", R), {"owner": YES}), (("answers", Q, "owner"), YES)),
    ((("answers", Q, "owner"), YES), (("answers", Q, "consultant"), NO)),
    ((("answers", Q, "note"), "new"), (("answers", Q, "agreed"), NO)),
    ((("hours", "chat", "mon"), []), (("hours", "chat", "tue"), [])),
    ((("hours", "chat"), REMOVED), (("hours", "email"), {"mon": []})),
    ((("plan", "growth"), 1.5), (("plan", "shrinkage"), 0.2)),
    ((("staffing", "chat"), {"aht": 300}), (("staffing", "phone"), {"aht": 200})),
    ((("faq", 0, "url"), "/a"), (("faq", 1, "url"), "/b")),
    ((("faq", 0), REMOVED), (("faq", 1, "url"), "/b")),
    ((("confirmation",), {"lead_time": True}), (("actions",), [{"id": "a", "title": "A"}])),
    ((("unknown", "a"), 1), (("unknown", "b"), 2)),
    ((("shop", "name"), "New"), (("shop", "vat"), "FI1")),
])
def test_edits_of_different_things_both_survive_in_either_order(
    ours: tuple[Place, Any], theirs: tuple[Place, Any]
) -> None:
    # what is taken out goes last: the places of a list's items would move
    both = changed(*sorted((ours, theirs), key=lambda edit: edit[1] is REMOVED))
    assert merge(BASE, changed(ours), changed(theirs)) == Merged(both)
    assert merge(BASE, changed(theirs), changed(ours)) == Merged(both)


@pytest.mark.parametrize(("ours", "theirs", "key"), [
    ((("answers", Q, "owner"), YES), (("answers", Q, "owner"), {"value": "partly"}), f'answers."{Q}".owner'),
    ((("hours", "chat", "mon"), []), (("hours", "chat", "mon"), ["09:00-10:00"]), "hours.chat.mon"),
    ((("plan", "growth"), 2), (("plan", "growth"), 3), "plan.growth"),
    ((("plan",), REMOVED), (("plan", "growth"), 3), "plan"),
    ((("plan", "growth"), 3), (("plan",), REMOVED), "plan"),
    ((("faq", 0, "url"), "/a"), (("faq", 0, "url"), "/b"), "faq.A.url"),
    ((("faq", 0, "url"), "/a"), (("faq", 0), REMOVED), "faq.A"),
    ((("confirmation",), {"lead_time": True}), (("confirmation",), {"returns": True}), "confirmation"),
    ((("observations", 0), REMOVED), (("observations", 0, "text"), "y"), "observations[1]"),
    ((("observations", 0, "text"), "z"), (("observations", 0, "text"), "y"), "observations[1]"),
    ((("demand", "orders"), {"first": 1}), (("demand", "orders"), {"last": 1}), "demand.orders"),
])
def test_of_an_item_changed_twice_theirs_stays_and_ours_is_told(
    ours: tuple[Place, Any], theirs: tuple[Place, Any], key: str
) -> None:
    merged = merge(BASE, changed(ours), changed(theirs))
    assert merged.document == changed(theirs)
    (clash,) = merged.clashes
    assert key_text(clash.path) == key
    chosen = with_ours(merged.document, clash)
    for document in (chosen, wanted := changed(ours)):
        document["faq"].sort(key=str)  # what is put in again stands last
    assert chosen == wanted
    assert held(merged.document, clash) == clash.theirs and held(changed(ours), clash) == clash.ours


@pytest.mark.parametrize("table", ["observations", "path_runs", "faq", "imports"])
def test_what_two_people_add_is_both_kept(table: str) -> None:
    first = {"kind": "success", "text": "one", "title": "1", "source": "s1", "tester": "t1"}
    second = {"kind": "difficulty", "text": "two", "title": "2", "source": "s2", "tester": "t2"}
    before = BASE.get(table, [])
    ours, theirs = {**BASE, table: [*before, first]}, {**BASE, table: [*before, second]}
    assert merge(BASE, ours, theirs).document[table] == [*before, second, first]


MINE = {"id": "a1", "title": "A page", "owner": "Ann", "due": date(2026, 11, 1)}
YOURS = {"id": "a1", "title": "A call"}


@pytest.mark.parametrize("known", [[], [{"id": "search", "title": "Search"}]])
def test_two_people_s_new_actions_stay_two_whatever_ids_they_were_given(known: list[dict[str, Any]]) -> None:
    for base in ({"actions": known}, {}):
        ours, theirs = {"actions": [*known, MINE]}, {"actions": [*known, YOURS]}
        merged = merge(base, ours, theirs)
        assert merged.document == {"actions": [*known, YOURS, {**MINE, "id": "a2"}]} and not merged.clashes
        again = merge(base, ours, merged.document)
        assert again.document == merged.document and not again.clashes, "taken in once more it is known"


def test_what_becomes_of_an_action_stays_with_it_though_the_other_one_calls_it_otherwise() -> None:
    """Each added one, one merged them, and the other went on with the own one before that came back."""
    merged = merge({}, {"actions": [YOURS]}, {"actions": [MINE]}).document
    assert [(each["id"], each["title"]) for each in merged["actions"]] == [("a1", "A page"), ("a2", "A call")]
    done = {"actions": [{**YOURS, "status": "done"}]}
    found = merge({"actions": [YOURS]}, merged, done)
    assert found.document == {"actions": [{**YOURS, "status": "done"}, {**MINE, "id": "a2"}]} and not found.clashes
    back = merge(merged, found.document, merged)
    assert back.document == found.document and not back.clashes
    late = {"actions": [{**each, "lead_days": 3} for each in merged["actions"]]}
    both = merge(merged, found.document, late)
    assert both.document == {"actions": [
        {**MINE, "lead_days": 3}, {**YOURS, "id": "a2", "status": "done", "lead_days": 3}]} and not both.clashes


def test_actions_of_one_title_are_as_many_as_there_were() -> None:
    same = [{"id": f"a{n}", "title": "Call", "lead_days": n} for n in (2, 3)]
    theirs = {"actions": [{**YOURS, "title": "Call"}]}
    merged = merge({"actions": [YOURS]}, {"actions": [YOURS, *same]}, theirs).document
    ids = [each["id"] for each in merged["actions"]]
    assert len({*ids}) == len(ids) and sorted(each.get("lead_days", 0) for each in merged["actions"]) == [0, 2, 3]


def test_an_action_that_both_had_is_one_whatever_it_is_called_now() -> None:
    base = {"actions": [MINE]}
    merged = merge(base, {"actions": [{**MINE, "title": "A better page"}]}, {"actions": [{**MINE, "owner": "Bo"}]})
    assert merged.document == {"actions": [{**MINE, "title": "A better page", "owner": "Bo"}]} and not merged.clashes


def test_an_action_that_both_added_with_one_title_is_one() -> None:
    merged = merge({}, {"actions": [MINE]}, {"actions": [{**MINE, "owner": "Bo"}]})
    assert merged.document == {"actions": [{**MINE, "owner": "Bo"}]}
    assert [clash.path for clash in merged.clashes] == [("actions", "a1", "owner")]


def test_the_same_edit_twice_is_one_edit() -> None:
    both = changed((("plan", "growth"), 2), (("observations", -1), {"kind": "success", "text": "y"}))
    assert merge(BASE, both, deepcopy(both)) == Merged(both)


def test_a_number_that_is_none_is_no_edit() -> None:
    sides = [{"own": {"x": float("nan"), "y": n}} for n in (0, 1, 0)]
    merged = merge(sides[0], sides[1], sides[2])
    assert merged.document["own"]["y"] == 1 and not merged.clashes


def test_an_import_beside_an_import_of_the_other_kind_survives() -> None:
    ours = changed((("demand", "orders"), {"first": 1}), (("imports", -1), {"kind": "orders", "source": "b"}))
    theirs = changed((("demand", "contacts"), {"first": 2}), (("imports", -1), {"kind": "contacts", "source": "b"}))
    merged = merge(BASE, ours, theirs).document
    assert merged["demand"] == {"orders": {"first": 1}, "contacts": {"first": 2}}
    assert [(entry["kind"], entry["source"]) for entry in merged["imports"]] == [
        ("orders", "woo"), ("contacts", "b"), ("orders", "b"),
    ]


def test_two_open_windows_save_one_after_the_other(archive: Archive) -> None:
    archive.create("kauppa", BASE)
    mine, yours = archive.open("kauppa"), archive.open("kauppa")
    archive.save(mine, with_value(mine.document, ("answers", R), {"owner": YES}))
    saved = archive.save(yours, with_value(yours.document, ("plan", "growth"), 1.3))
    for file in (saved, archive.open("kauppa")):
        assert file.document["answers"][R] == {"owner": YES}
        assert file.audit.plan.growth == 1.3


def test_edits_that_only_together_are_wrong_are_refused(archive: Archive) -> None:
    archive.create("kauppa", audit())
    mine, yours = archive.open("kauppa"), archive.open("kauppa")
    archive.save(mine, with_value(mine.document, ("season", "ends"), date(2026, 11, 20)))
    before = mine.path.read_bytes()
    late = with_value(yours.document, ("season", "starts"), date(2026, 11, 25))
    assert "the season must end after it starts" in told(lambda: archive.save(yours, late))
    assert mine.path.read_bytes() == before


def add_observations(home: Path, writer: int, count: int) -> None:
    """One of several programs that each write down `count` things; a clash is tried again, as a person would."""
    archive = Archive(home)
    file = archive.open("kauppa")
    for n in range(count):
        entry = {"kind": "success", "text": f"{writer}-{n}"}
        file = archive.save(file, with_value(file.document, ("observations", -1), entry))


@pytest.mark.slow
def test_programs_that_write_at_once_lose_nothing(archive: Archive) -> None:
    archive.create("kauppa", audit())
    start: Callable[..., Any] = multiprocessing.get_context("spawn").Process
    writers = [start(target=add_observations, args=(archive.home, writer, 10)) for writer in range(3)]
    for process in writers:
        process.start()
    for process in writers:
        process.join(60)
    assert [process.exitcode for process in writers] == [0, 0, 0]
    found = [observation.text for observation in archive.open("kauppa").audit.observations]
    assert sorted(found) == sorted(f"{writer}-{n}" for writer in range(3) for n in range(10))
