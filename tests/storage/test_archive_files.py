"""What a save does to the disk: rights, links, drafts, and writers that come at once."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import filelock
import pytest

from readycheck.storage import archive as archive_module
from readycheck.storage.archive import Archive
from readycheck.storage.atomic import write_atomically
from readycheck.storage.backups import backups
from readycheck.storage.document import dump_document
from tests.storage.shops import audit, files, told


def test_what_is_written_is_its_owners_alone(archive: Archive) -> None:
    old = os.umask(0)
    try:
        file = archive.create("kauppa", audit())
        archive.save(file, {**file.document, "plan": {"growth": 2}})
    finally:
        os.umask(old)
    kept = list((archive.aside.folder / "backups").rglob("*.toml"))
    written = [path for path in archive.home.rglob("*") if path.is_file()] + kept
    assert len(written) == 3, "the audit and two copies of it"
    assert {stat.S_IMODE(path.stat().st_mode) for path in written} == {0o600}
    assert {stat.S_IMODE(path.parent.stat().st_mode) for path in written} == {0o700}


def test_a_file_that_others_may_read_stays_so(archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    file.path.chmod(0o644)
    archive.save(file, {**file.document, "plan": {"growth": 2}})
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o644


def test_a_link_stays_a_link(archive: Archive, tmp_path: Path) -> None:
    real = tmp_path / "cloud.toml"
    real.write_bytes(dump_document(audit()))
    link = tmp_path / "link.toml"
    link.symlink_to(real)
    file = archive.read(link)
    archive.save(file, {**file.document, "plan": {"growth": 2}})
    assert link.is_symlink()
    assert archive.read(real).audit.plan.growth == 2


def test_a_failed_write_leaves_the_old_file_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"old")

    def refuse(read: bytes) -> None:
        assert read == b"new"
        raise ValueError("not what was meant")

    with pytest.raises(ValueError, match="not what was meant"):
        write_atomically(path, b"new", refuse)
    assert files(tmp_path) == {"a.toml": b"old"}


def test_the_draft_of_a_killed_writer_is_written_anew(archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    draft = file.path.with_name(f".2026.toml.{archive.aside.draft}.tmp")
    draft.write_bytes(b"half" * 100_000)
    assert archive.save(file, {**file.document, "plan": {"growth": 2}}).audit.plan.growth == 2
    assert [path.name for path in file.path.parent.iterdir()] == ["2026.toml"]
    assert archive.read(file.path).audit.plan.growth == 2


def test_drafts_by_another_name_go_with_the_first_save(archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    draft = file.path.with_name(".2026.toml.abc.tmp")
    other = file.path.with_name(".2025.toml.abc.tmp")
    draft.write_bytes(b"half")
    other.write_bytes(b"another writer's")
    Archive(archive.home).save(file, {**file.document, "plan": {"growth": 2}})
    assert not draft.exists()
    assert other.exists()


def test_another_writer_is_waited_for_but_not_for_ever(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "LOCK_SECONDS", 0.1)
    file = archive.create("kauppa", audit())
    (lock,) = (archive.aside.folder / "locks").glob("*.lock")
    with filelock.FileLock(lock):
        sentence = told(lambda: archive.save(file, {**file.document, "plan": {"growth": 2}}))
    assert "another program has been writing it" in sentence
    assert archive.save(file, {**file.document, "plan": {"growth": 2}}).audit.plan.growth == 2


def test_nothing_but_audits_lies_in_their_folder(archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    archive.save(file, {**file.document, "plan": {"growth": 2}})
    assert list(files(archive.home)) == ["shops/kauppa/2026.toml"]


def test_where_no_lock_can_be_had_nothing_is_written_and_that_is_told(archive: Archive, tmp_path: Path) -> None:
    file = archive.create("kauppa", audit())
    before = files(archive.home)
    in_the_way = tmp_path / "state"
    in_the_way.write_text("no folder")
    sentence = told(lambda: Archive(archive.home, in_the_way).save(file, {**file.document, "plan": {"growth": 2}}))
    assert sentence.startswith(f"{in_the_way}: cannot be written (")
    assert sentence.endswith("Set READYCHECK_STATE to a folder on this machine that can be.")
    assert files(archive.home) == before


def test_a_copy_that_cannot_be_made_stops_no_save(archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    copies = archive.aside.folder / "backups"
    copies.rename(copies.with_name("gone"))
    copies.write_text("in the way")
    archive = Archive(archive.home)
    archive.save(file, {**file.document, "plan": {"growth": 2}})
    assert archive.read(file.path).audit.plan.growth == 2


def test_a_state_folder_that_was_taken_away_is_made_again(archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    shutil.rmtree(archive.aside.folder)
    saved = archive.save(file, {**file.document, "plan": {"growth": 2}})
    assert archive.save(saved, {**file.document, "plan": {"growth": 3}}).audit.plan.growth == 3
    assert backups(archive.aside, file.path)[-1].read_bytes() == file.path.read_bytes()
