"""Every kind of file that a version of the program ever wrote is read and saved on; a newer one is left untouched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.aside import digest_of
from readycheck.storage.clashes import Clashes
from readycheck.storage.document import intact
from readycheck.storage.half_typed import HalfTypedForms
from readycheck.storage.private_notes import PrivateFile
from readycheck.storage.verify import verify
from tests.storage.shops import files, told

FORMATS = Path(__file__).parent.parent / "data" / "formats"
AUDITS = sorted(path.name for path in FORMATS.glob("audit-*.toml"))


def placed(archive: Archive, name: str) -> Path:
    """An old audit where a season stands."""
    path = archive.path_of("kauppa", 2026)
    path.parent.mkdir(parents=True)
    shutil.copy(FORMATS / name, path)
    return path


@pytest.mark.parametrize("name", AUDITS)
def test_an_audit_of_an_earlier_version_is_read_and_saved_on(archive: Archive, name: str) -> None:
    path = placed(archive, name)
    assert verify(archive, repair=True) == ()
    assert path.read_bytes() == (FORMATS / name).read_bytes()
    file = archive.open("kauppa")
    assert file.by_hand is None
    saved = archive.save(file, {**file.document, "plan": {**file.document["plan"], "growth": 1.75}})
    assert archive.read(path).document == saved.document == {
        **file.document, "plan": {**file.document["plan"], "growth": 1.75}}
    assert saved.stamp is not None
    assert saved.stamp.revision == (4 if "saved" in name or "earlier" in name else 1)
    assert verify(archive, repair=False) == ()


@pytest.mark.parametrize("name", [name for name in AUDITS if "demo" not in name])
def test_what_it_says_is_understood(archive: Archive, name: str) -> None:
    placed(archive, name)
    file = archive.open("kauppa")
    audit = file.audit
    assert (audit.shop.name, audit.season.year) == ("Lankakauppa Säde", 2026)
    answer = audit.answers["peak-season/presence.evenings"]
    assert answer.owner is not None and answer.consultant is not None
    assert (answer.owner.value, answer.consultant.value) == ("no", "partly")
    assert answer.note == "Klo 16 asti.\nIltaisin ei ketään."
    assert audit.plan.growth == (1.3 if "saved" in name or "earlier" in name or "lists" in name else 1.25)
    assert audit.confirmation is not None
    assert audit.confirmation.lead_time is True
    assert audit.confirmation.returns is (False if "first" in name else None)
    assert file.document["unknown-table"] == {"kept": "as it is"}


def test_there_is_one_of_each_kind() -> None:
    texts = {name: (FORMATS / name).read_text(encoding="utf-8") for name in AUDITS}
    assert [("\n[saved]\n" in text, "\nearlier = [" in text) for text in texts.values()] == [
        (False, False), (False, False), (False, False), (True, False), (True, True)]


def test_private_notes_forms_and_clashes_of_an_earlier_version_are_read(archive: Archive) -> None:
    path = placed(archive, AUDITS[0])
    shutil.copy(FORMATS / "private-1.toml", path.with_name("2026.private.toml"))
    notes = PrivateFile(archive, path).read()
    assert (notes.notes, notes.planned_minutes, notes.seconds) == (
        {"presence.evenings": "Näytä iltavuorot"}, 90, {"presence": 120})
    drafts, clashes = archive.aside.drafts_of(path), archive.aside.conflicts_of(path)
    drafts.mkdir(parents=True)
    clashes.mkdir(parents=True)
    for form in ("form-1", "form-2"):
        shutil.copy(FORMATS / f"{form}.json", drafts / f"{digest_of(form)[:16]}.json")
    shutil.copy(FORMATS / "clash-1.toml", clashes)
    typed = [HalfTypedForms(archive.aside, path).read(form) for form in ("form-1", "form-2")]
    assert [each and (each.now, each.question) for each in typed] == [
        ({"text": "Iltaisin\nvastaa"}, ""), ({"text": "Iltaisin\nvastaa"}, "presence.evenings")]
    (kept,) = Clashes(archive.aside, path).all(archive.read(path).document)
    assert (kept.key, kept.clash.ours) == ("plan.growth", 1.5)
    assert verify(archive, repair=False) == ()


def test_an_audit_of_a_newer_version_is_refused_and_untouched(archive: Archive) -> None:
    placed(archive, "newer-audit.toml")
    before = files(archive.home)
    assert "is of a newer format (readycheck-audit/2)" in told(lambda: archive.open("kauppa"))
    old = Archive(archive.home / "old")
    placed(old, AUDITS[-1])
    file = old.open("kauppa")
    shutil.copy(FORMATS / "newer-audit.toml", file.path)
    assert "newer format" in told(lambda: old.save(file, {**file.document, "plan": {}}))
    assert file.path.read_bytes() == (FORMATS / "newer-audit.toml").read_bytes()
    (found,) = verify(archive, repair=True)
    assert found.repaired is None and "Update readycheck" in str(found.problems[0])
    shutil.rmtree(archive.home / "old")
    assert files(archive.home) == before


def test_private_notes_of_a_newer_version_are_refused_and_untouched(archive: Archive) -> None:
    path = placed(archive, AUDITS[0])
    newer = path.with_name("2026.private.toml")
    shutil.copy(FORMATS / "newer-private.toml", newer)
    notes = PrivateFile(archive, path)
    assert "no private notes that this program knows" in told(lambda: notes.write_note(None, "x"))
    (found,) = verify(archive, repair=True)
    assert found.repaired is None
    assert newer.read_bytes() == (FORMATS / "newer-private.toml").read_bytes()


@pytest.mark.parametrize("name", AUDITS)
def test_a_save_is_known_by_its_hash_without_being_parsed(name: str) -> None:
    data = (FORMATS / name).read_bytes()
    assert intact(data) == ("saved" in name or "earlier" in name)
    for spoilt in (data[:-40], data[:300] + data[301:], data.replace(b"growth = 1.", b"growth = 2."), b"", data * 2):
        assert not intact(spoilt)
