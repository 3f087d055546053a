"""Checklists taken up, added and removed in an audit's file: one edit, nothing lost, nothing by itself."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

from readycheck.core.scoring import score
from readycheck.storage.archive import Archive
from readycheck.storage.carrying import carry_over
from readycheck.storage.checklists import newer_shipped, shipped_checklists, shipped_versions
from readycheck.storage.document import audit_of, dump_document, parse_document
from readycheck.storage.editions import earlier_copies, newer_editions, remove_list, take_up
from readycheck.storage.merge import merge
from readycheck.storage.verify import verify
from tests.core.documents import checklist, document, question
from tests.core.editions.pairs import ANSWERS, NEW, OLD, typed
from tests.storage.shops import files, refusal, told

TODAY = date(2026, 11, 22)
FIXTURE = Path(__file__).parent.parent / "data" / "formats" / "audit-2-demo.toml"
OWN = {**checklist({"gifts": [question("card")]}, identifier="our-own"), "ours": "kept"}


def audit(**more: Any) -> dict[str, Any]:
    return document(answers=ANSWERS, checklists=[OLD, OWN], **more)


def taken(found: dict[str, Any], offered: dict[str, Any], *, older: bool = False) -> dict[str, Any]:
    return take_up(found, audit_of(found, "x"), typed(offered), TODAY, older=older).document


def test_the_file_keeps_the_copy_that_was_left_with_its_answers() -> None:
    after = taken(audit(), NEW)
    assert [(each["id"], each["version"]) for each in after["checklists"]] == [("peak-season", 2), ("our-own", 1)]
    (left,) = after["earlier_checklists"]
    behind = {"presence.weekends", "presence.night", "january.hands", "january.gone"}
    assert left == {**OLD, "left": TODAY, "answers": {
        key: answer for key, answer in ANSWERS.items() if key.partition("/")[2] in behind}}
    assert {*after["answers"]} == {f"peak-season/{key}" for key in (
        "presence.evenings", "january.people", "january.night")}
    assert parse_document(dump_document(after), "x") == after
    (copy,) = earlier_copies(after)
    assert (copy.checklist, copy.left, {*copy.answers}) == (typed(OLD), TODAY, {*left["answers"]})


def test_what_is_not_of_the_list_stays_the_very_same() -> None:
    before = audit(plan={"growth": 1.5}, unknown={"a": 1})
    after = taken(before, NEW)
    assert after["plan"] is before["plan"] and after["unknown"] is before["unknown"]
    assert after["checklists"][1] is before["checklists"][1]
    assert taken(before, OLD) == before


def test_an_action_follows_its_question() -> None:
    actions = [{"id": "a1", "title": "Call", "question": "peak-season/january.hands"}, {"id": "a2", "title": "Wait"}]
    assert [action.get("question") for action in taken(audit(actions=actions), NEW)["actions"]] == [
        "peak-season/january.people", None]


def test_an_observation_follows_its_question_answered_or_not_and_there_and_back() -> None:
    about = {"question": "peak-season/january.hands"}
    before = audit(actions=[{"id": "a1", "title": "Call", **about}],
                   observations=[{"kind": "success", "text": "x", **about}, {"kind": "difficulty", "text": "y"}])
    for answers in (ANSWERS, {}):
        after = taken({**before, "answers": answers}, NEW)
        assert [each.get("question") for each in (*after["actions"], *after["observations"])] == [
            "peak-season/january.people", "peak-season/january.people", None]
        back = taken(after, OLD, older=True)
        assert (back["actions"], back["observations"]) == (before["actions"], before["observations"])


def test_back_to_an_older_version_only_when_it_is_asked_for() -> None:
    after = taken(audit(), NEW)
    assert told(lambda: taken(after, OLD)) == (
        "peak-season: is version 1, and the audit has version 2 already. To go back to it, write --older.")
    back = taken(after, OLD, older=True)
    assert back["answers"] == ANSWERS
    assert [(each["id"], each["version"]) for each in back["checklists"]] == [("peak-season", 1), ("our-own", 1)]


def test_a_removed_list_comes_back_with_its_answers_and_its_unknown_keys() -> None:
    mine = {"our-own/gifts.card": {"owner": {"value": "yes"}}}
    before = audit()
    before["answers"] = {**ANSWERS, **mine}
    removed = remove_list(before, audit_of(before, "x"), "our-own", TODAY)
    assert removed.answers.left == ("our-own/gifts.card",)
    assert removed.document["earlier_checklists"] == [{**OWN, "left": TODAY, "answers": mine}]
    assert removed.document["answers"] == ANSWERS
    again = taken(removed.document, {key: value for key, value in OWN.items() if key != "ours"})
    assert again["answers"] == before["answers"] and "earlier_checklists" not in again


def test_the_only_list_stays_and_another_name_is_told() -> None:
    alone = document(checklists=[OLD])
    assert "only checklist" in told(lambda: remove_list(alone, audit_of(alone, "x"), "peak-season", TODAY))
    assert "Did you mean our-own?" in told(lambda: remove_list(audit(), audit_of(audit(), "x"), "our-won", TODAY))


def test_a_spoilt_earlier_copy_is_told_by_its_key() -> None:
    spoilt = audit(earlier_checklists=[{"id": "peak-season"}])
    mistakes = [str(each.message()) for each in refusal(lambda: taken(spoilt, NEW))]
    assert "earlier_checklists[1]: the key \"version\" is missing. Add it." in mistakes


def test_verify_reads_earlier_copies_too(archive: Archive) -> None:
    file = archive.create("kauppa", taken(audit(), NEW))
    assert verify(archive, repair=False) == ()
    archive.save(file, {**file.document, "earlier_checklists": [{"id": "peak-season", "version": "one"}]})
    (found,) = verify(archive, repair=False)
    assert "2026.toml: earlier_checklists[1]" in str(found.problems[0])


def test_two_who_take_the_same_version_up_do_not_clash() -> None:
    base = audit()
    ours, theirs = taken(base, NEW), {**taken(base, NEW), "plan": {"growth": 2.0}}
    merged = merge(base, ours, theirs)
    assert merged.document == theirs and not merged.clashes


def test_an_old_audit_is_offered_the_new_version_and_changes_only_when_it_is_taken_up(archive: Archive) -> None:
    path = archive.path_of("kauppa", 2026)
    path.parent.mkdir(parents=True)
    shutil.copy(FIXTURE, path)
    before = files(archive.home)
    file = archive.open("kauppa")
    (offered,) = newer_editions(file.audit)
    assert (offered.id, newer_shipped(file.audit.checklists)) == ("peak-season", ("peak-season",))
    score(file.audit)
    assert verify(archive, repair=True) == () and files(archive.home) == before
    saved = archive.save(file, {**file.document, "plan": {**file.document["plan"], "growth": 1.75}})
    assert saved.audit.checklist("peak-season") == file.audit.checklist("peak-season")
    after = archive.save(saved, take_up(saved.document, saved.audit, offered, TODAY).document)
    assert after.audit.answers == file.audit.answers  # its four questions were put in other words only
    assert newer_editions(after.audit) == ()
    assert archive.read(path).document == after.document and verify(archive, repair=False) == ()
    back = archive.save(after, saved.document)
    assert archive.read(path).document == back.document == saved.document


def test_a_new_season_has_its_own_lists_and_not_those_that_were_removed() -> None:
    shipped = [NEW, {**checklist({"chat": [question("chat")]}, identifier="channels")}]
    fresh = {**document(2027), "checklists": shipped}
    before = audit(earlier_checklists=[{**shipped[1], "left": TODAY}])
    assert carry_over(fresh, before)["checklists"] == [NEW, OWN]
    # readiness is made of the season's list: it comes again
    without = document(checklists=[OWN], earlier_checklists=[{**each, "left": TODAY} for each in (OLD, shipped[1])])
    assert carry_over(fresh, without)["checklists"] == [NEW, OWN]


def test_versions_are_read_without_the_lists() -> None:
    assert shipped_versions() == {each.id: each.version for each in shipped_checklists()}
