"""Edits that could not be saved wait in a journal and are put into what the audit holds by then."""

from __future__ import annotations

import stat

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.clashes import Clashes
from readycheck.storage.unsaved import Unsaved
from readycheck.storage.verify import verify
from tests.storage.shops import audit, refusal


def test_what_waits_is_put_into_what_the_audit_holds_by_now(archive: Archive) -> None:
    file = archive.create("kauppa", audit(plan={"growth": 1.0}))
    journal = Unsaved(archive, file.path)
    assert not journal.waits
    assert journal.keep(file.document, {**file.document, "plan": {"growth": 1.5}})
    assert stat.S_IMODE(journal.file.stat().st_mode) == 0o600
    archive.save(file, {**file.document, "observations": [{"kind": "success", "text": "Jono purkautui"}]})
    saved = Unsaved(Archive(archive.home), file.path).bring_in()
    assert saved.audit.plan.growth == 1.5
    assert [each.text for each in archive.read(file.path).audit.observations] == ["Jono purkautui"]
    assert not journal.waits


def test_where_the_file_was_changed_in_the_same_place_both_values_are_kept(archive: Archive) -> None:
    file = archive.create("kauppa", audit(plan={"growth": 1.0}))
    Unsaved(archive, file.path).keep(file.document, {**file.document, "plan": {"growth": 1.5}})
    archive.save(file, {**file.document, "plan": {"growth": 2.0}})
    saved = Unsaved(archive, file.path).bring_in()
    (kept,) = Clashes(archive.aside, file.path).all(saved.document)
    assert (saved.audit.plan.growth, kept.clash.ours) == (2.0, 1.5)


def test_it_waits_on_while_the_audit_cannot_be_written(archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    journal = Unsaved(archive, file.path)
    journal.keep(file.document, {**file.document, "plan": {"growth": 1.5}})
    whole = file.path.read_bytes()
    file.path.unlink()
    refusal(journal.bring_in)
    assert journal.waits
    file.path.write_bytes(whole)
    assert journal.bring_in().audit.plan.growth == 1.5


@pytest.mark.parametrize("written", [b"", b"[now]", b"before = 1\nnow = 2", b"\xff", b"x = " + b"[" * 5_000])
def test_what_is_no_journal_is_told_and_put_aside(archive: Archive, written: bytes) -> None:
    file = archive.create("kauppa", audit())
    journal = Unsaved(archive, file.path)
    journal.keep({}, {})
    journal.file.write_bytes(written)
    with pytest.raises(ValueError):
        journal.bring_in()
    (told,) = verify(archive, repair=True)
    assert told.path == journal.file and "2026.toml.damaged" in str(told.repaired)
    assert verify(archive, repair=False) == ()


def test_verify_tells_of_them_and_puts_them_in(archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    journal = Unsaved(archive, file.path)
    journal.keep(file.document, {**file.document, "plan": {"growth": 1.5}})
    (told,) = verify(archive, repair=False)
    assert str(told.problems[0]) == f"{journal.file}: edits wait here that could not be saved."
    (told,) = verify(archive, repair=True)
    assert str(told.repaired) == "They were put into the audit."
    assert archive.read(file.path).audit.plan.growth == 1.5
    assert verify(archive, repair=False) == ()


def test_a_damaged_audit_is_brought_back_before_they_are_put_in(archive: Archive) -> None:
    file = archive.create("kauppa", audit(plan={"growth": 1.0}))
    Unsaved(archive, file.path).keep(file.document, {**file.document, "plan": {"growth": 1.5}})
    file.path.write_bytes(file.data[:100])
    assert [told.repaired is not None for told in verify(archive, repair=True)] == [True, True]
    assert archive.read(file.path).audit.plan.growth == 1.5
