"""Copies that sync programs make: found by their names, looked into, brought in and put aside; nothing is lost."""

from __future__ import annotations

import os
import shutil
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.bring_in import Bringing, bring_in, look_into
from readycheck.storage.clashes import Clashes
from readycheck.storage.decode import key_text
from readycheck.storage.differences import differences
from readycheck.storage.document import REMOVED, dump_document, with_value
from readycheck.storage.references import years_in
from readycheck.storage.sync_copies import copies_in, copies_of
from tests.storage.shops import audit, files, told

Q, R = "peak-season/presence.evenings", "peak-season/presence.weekends"
YES, NO = {"value": "yes", "on": date(2026, 10, 12)}, {"value": "no", "on": date(2026, 10, 13)}
ANNA = "2026 (Anna's conflicted copy 2026-11-01).toml"
Edit = tuple[tuple[str | int, ...], Any]
HOURS = count(1)


class Machine:
    """A computer with its own state folder; `folder` is what a program keeps the same on all of them."""

    def __init__(self, tmp_path: Path, name: str) -> None:
        self.home, self.state = tmp_path / name, tmp_path / f"{name}-state"
        self.path = self.home / "shops" / "kauppa" / "2026.toml"

    def sits(self, *edits: Edit) -> None:
        """A person opens the app, makes some edits and leaves; hours after anything that was before."""
        if self.path.exists():
            then = 1_790_000_000 + 3600 * next(HOURS)
            os.utime(self.path, (then, then))
        archive = Archive(self.home, self.state)
        file = archive.open("kauppa")
        for path, value in edits:
            file = archive.save(file, with_value(file.document, path, value))

    def gets(self, other: Machine, name: str = "2026.toml") -> None:
        """The sync program brings the other machine's file, under its own name or as a copy."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(other.path, self.path.with_name(name))

    def looks(self) -> Bringing:
        archive = Archive(self.home, self.state)
        (copy,) = copies_of(self.path)
        return look_into(archive, archive.open("kauppa"), copy)

    def document(self) -> dict[str, Any]:
        return Archive(self.home, self.state).open("kauppa").document


@pytest.fixture
def two(tmp_path: Path) -> tuple[Machine, Machine]:
    """Two machines with the same audit, each of which has worked on it before."""
    one, other = Machine(tmp_path, "one"), Machine(tmp_path, "other")
    Archive(one.home, one.state).create("kauppa", audit(
        plan={"growth": 1.0, "shrinkage": 0.3}, answers={Q: {"owner": NO}},
        observations=[{"kind": "success", "text": "x"}, {"kind": "success", "text": "y"}],
    ))
    other.gets(one)
    other.sits((("plan", "pooled"), True))
    one.gets(other)
    return one, other


@pytest.mark.parametrize(("name", "whose"), [
    (ANNA, "Anna"), ("2026.sync-conflict-20261101-101500-ABCDEFG.toml", "ABCDEFG"),
    ("2026-DESKTOP-ABC123.toml", "DESKTOP-ABC123"), ("2026 (conflicted copy 2026-11-01 101500).toml", ""),
    ("2026 (1).toml", ""), ("2026 2.toml", ""), ("2026 (Annan ristiriitakopio 2026-11-01).toml", ""),
    ("2026-Annas-MacBook-Air 2.toml", "Annas-MacBook-Air"), ("2026_conflict-20261101-101500.toml", ""),
    ("2026 (SFConflict anna@x.example 2026-11-01-10-15-00).toml", ""),
])
def test_a_copy_is_known_by_its_name_and_is_no_season(tmp_path: Path, name: str, whose: str) -> None:
    (tmp_path / name).touch()
    (tmp_path / "2026.toml").touch()
    (copy,) = copies_in(tmp_path)
    assert (copy.path.name, copy.year, copy.whose, copy.private) == (name, 2026, whose, False)
    assert copies_of(tmp_path / "2026.toml") == (copy,) and copies_of(tmp_path / "2025.toml") == ()
    assert years_in(tmp_path) == (2026,)


@pytest.mark.parametrize("name", [
    "2026.toml", "2026.private.toml", "2026.damaged.toml", "2026-old.toml", "2026-11-01.toml", "2026 backup.toml",
    "20261.toml", "notes (1).toml", "2026 (1).txt", "2026 (Anna).toml",
])
def test_other_files_are_none(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert copies_in(tmp_path) == ()


@pytest.mark.parametrize("name", ["2026.private (1).toml", "2026.private.sync-conflict-20261101-101500-ABCDEFG.toml"])
def test_copies_of_private_notes_are_never_taken_for_audits(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert [copy.private for copy in copies_in(tmp_path)] == [True]
    assert copies_of(tmp_path / "2026.toml") == ()


def test_edits_of_both_machines_come_together_without_a_question(two: tuple[Machine, Machine]) -> None:
    one, other = two
    one.sits((("plan", "growth"), 1.5), (("observations", 0), REMOVED))
    other.sits((("answers", Q, "owner"), YES), (("answers", R), {"note": "n"}))
    one.gets(other, ANNA)
    found = one.looks()
    assert found.from_common and not found.clashes
    assert [(key_text(each.path), each.after) for each in found.brought] == [
        (f'answers."{Q}".owner', YES), (f'answers."{R}"', {"note": "n"}),
    ]
    bring_in(Archive(one.home, one.state), found)
    document = one.document()
    assert document["answers"] == {Q: {"owner": YES}, R: {"note": "n"}}
    assert document["plan"] == {"growth": 1.5, "shrinkage": 0.3, "pooled": True}
    assert document["observations"] == [{"kind": "success", "text": "y"}]


def test_what_the_copy_took_out_goes_where_the_common_state_is_known(two: tuple[Machine, Machine]) -> None:
    one, other = two
    one.sits((("plan", "growth"), 1.5))
    other.sits((("observations", 1), REMOVED), (("plan", "shrinkage"), REMOVED))
    one.gets(other, ANNA)
    bring_in(Archive(one.home, one.state), one.looks())
    assert one.document()["observations"] == [{"kind": "success", "text": "x"}]
    assert one.document()["plan"] == {"growth": 1.5, "pooled": True}


def test_an_old_value_in_the_copy_is_not_taken_for_an_edit(two: tuple[Machine, Machine]) -> None:
    """The machine went on from what it had; what the other one changed since is no news to be taken back."""
    one, other = two
    one.sits((("plan", "growth"), 1.5))
    one.sits((("plan", "growth"), 1.6))
    other.sits((("answers", R), {"note": "n"}))
    one.gets(other, ANNA)
    found = one.looks()
    assert [key_text(each.path) for each in found.brought] == [f'answers."{R}"'] and not found.clashes


def test_what_both_changed_is_asked_and_both_values_are_kept(two: tuple[Machine, Machine]) -> None:
    one, other = two
    one.sits((("plan", "growth"), 1.5))
    other.sits((("plan", "growth"), 1.7))
    one.gets(other, ANNA)
    archive = Archive(one.home, one.state)
    saved = bring_in(archive, one.looks())
    assert saved.document["plan"]["growth"] == 1.5
    (kept,) = Clashes(archive.aside, one.path).all(saved.document)
    assert (kept.clash.before, kept.clash.ours, kept.clash.theirs, kept.origin) == (1.0, 1.7, 1.5, ANNA)


def test_a_copy_that_is_only_behind_brings_nothing_and_one_ahead_brings_all(two: tuple[Machine, Machine]) -> None:
    one, other = two
    one.gets(other, ANNA)
    one.sits((("plan", "growth"), 1.5))
    assert one.looks().brought == () == one.looks().clashes
    shutil.copy(one.path, other.path.with_name("2026 2.toml"))
    assert [(key_text(each.path), each.after) for each in other.looks().brought] == [("plan.growth", 1.5)]


def test_without_a_common_state_all_that_either_holds_is_kept(tmp_path: Path) -> None:
    one = Machine(tmp_path, "one")
    Archive(one.home, one.state).create("kauppa", audit(plan={"growth": 1.0}, faq=[{"title": "A"}]))
    copy = one.path.with_name("2026 (1).toml")
    copy.write_bytes(dump_document(audit(plan={"growth": 2.0, "shrinkage": 0.2}, faq=[{"title": "B"}])))
    found = one.looks()
    assert not found.from_common
    assert [key_text(clash.path) for clash in found.clashes] == ["plan.growth"]
    document = bring_in(Archive(one.home, one.state), found).document
    assert document["plan"] == {"growth": 1.0, "shrinkage": 0.2}
    assert [item["title"] for item in document["faq"]] == ["A", "B"]


def test_the_copy_is_put_aside_byte_for_byte_and_a_second_of_its_name_beside_it(two: tuple[Machine, Machine]) -> None:
    one, other = two
    kept = []
    for growth in (1.7, 1.8):
        other.sits((("plan", "growth"), growth))
        one.gets(other, ANNA)
        kept.append(one.path.with_name(ANNA).read_bytes())
        bring_in(Archive(one.home, one.state), one.looks())
        assert [path.name for path in one.path.parent.iterdir()] == ["2026.toml"]
    aside = files(Archive(one.home, one.state).aside.conflicts_of(one.path) / "copies")
    assert sorted(aside.values()) == sorted(kept) and ANNA in aside


def test_bringing_in_twice_is_bringing_in_once(two: tuple[Machine, Machine]) -> None:
    one, other = two
    other.sits((("observations", -1), {"kind": "success", "text": "z"}))
    one.sits((("plan", "growth"), 1.5))
    for _ in range(2):
        one.gets(other, ANNA)
        bring_in(Archive(one.home, one.state), one.looks())
        assert [item["text"] for item in one.document()["observations"]] == ["x", "y", "z"]


def test_a_copy_that_is_written_anew_meanwhile_waits(two: tuple[Machine, Machine]) -> None:
    one, other = two
    one.gets(other, ANNA)
    found = one.looks()
    other.sits((("plan", "growth"), 1.9))
    one.gets(other, ANNA)
    bring_in(Archive(one.home, one.state), found)
    assert one.looks().brought[0].after == 1.9


def test_nothing_is_gone_where_the_save_fails(two: tuple[Machine, Machine], monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = two
    other.sits((("plan", "growth"), 1.9))
    one.gets(other, ANNA)
    found, before = one.looks(), files(one.home)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("readycheck.storage.atomic.write_atomically", full)
    assert "cannot be written (No space left on device)" in told(
        lambda: bring_in(Archive(one.home, one.state), found))
    assert files(one.home) == before


def test_another_seasons_audit_under_such_a_name_is_refused(two: tuple[Machine, Machine]) -> None:
    one, _ = two
    one.path.with_name("2026 (1).toml").write_bytes(dump_document(audit(2025)))
    assert "2026 (1).toml: holds the season of 2025, not a copy of this one." in told(one.looks)


def test_a_state_that_was_spoilt_aside_is_no_common_one(two: tuple[Machine, Machine]) -> None:
    one, other = two
    one.sits((("plan", "growth"), 1.5))
    other.sits((("plan", "growth"), 1.7))
    one.gets(other, ANNA)
    begun = Archive(one.home, one.state).aside.begun_of(one.path)
    assert [path.suffix for path in begun.iterdir()] == [".toml"]
    for state in begun.iterdir():
        state.write_bytes(state.read_bytes().replace(b"growth = 1.0", b"growth = 1.7"))
    assert not one.looks().from_common


def test_programs_that_take_turns_note_no_state_each(tmp_path: Path) -> None:
    one = Machine(tmp_path, "one")
    archives = [Archive(one.home, one.state), Archive(one.home, one.state)]
    archives[0].create("kauppa", audit())
    for turn in range(6):
        archive = archives[turn % 2]
        file = archive.open("kauppa")
        archive.save(file, with_value(file.document, ("plan", "growth"), 1.0 + turn / 10))
    stamp = archives[0].open("kauppa").stamp
    assert stamp is not None and len(stamp.earlier) == 1 == len(list(archives[0].aside.begun_of(one.path).iterdir()))


def test_differences_are_told_item_by_item() -> None:
    before = audit(plan={"growth": 1.0}, answers={Q: {"owner": NO, "note": "n"}}, faq=[{"title": "A"}],
                   observations=[{"kind": "success", "text": "x"}])
    after = {**before, "plan": {"growth": 1.1}, "answers": {Q: {"owner": YES, "note": "n"}, R: {"note": "m"}},
             "faq": [{"title": "A", "url": "/a"}, {"title": "B"}],
             "observations": [{"kind": "difficulty", "text": "z"}]}
    assert [(key_text(each.path), each.before, each.after) for each in differences(before, after)] == [
        ("plan.growth", 1.0, 1.1), (f'answers."{Q}".owner', NO, YES), (f'answers."{R}"', REMOVED, {"note": "m"}),
        ("faq.A.url", REMOVED, "/a"), ("faq.B", REMOVED, {"title": "B"}),
        ("observations[1]", REMOVED, {"kind": "difficulty", "text": "z"}),
        ("observations[1]", {"kind": "success", "text": "x"}, REMOVED),
    ]
    assert differences(before, before) == ()


@pytest.mark.parametrize(("line", "is_ours"), [
    ('earlier = ["0123456789abcdef"]', True), ('earlier = ["../../../etc"]', False), ("earlier = 3", False),
    ("later = 3", False),
])
def test_what_a_save_notes_of_earlier_states_is_read_where_it_is_ours(
    tmp_path: Path, line: str, is_ours: bool
) -> None:
    one = Machine(tmp_path, "one")
    Archive(one.home, one.state).create("kauppa", audit())
    text = one.path.read_text(encoding="utf-8")
    one.path.write_text(text.replace('"\n\n# end', f'"\n{line}\n\n# end'), encoding="utf-8")
    file = Archive(one.home, one.state).open("kauppa")
    assert (file.stamp is not None) == is_ours == ("saved" not in file.document)
    if file.stamp is not None:
        assert file.stamp.earlier == ("0123456789abcdef",) and file.by_hand is None
