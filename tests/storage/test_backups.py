"""Copies of an audit's last states: the newest always, the older ones spread out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.backups import KEPT, SPACING_SECONDS, backups, keep_backup
from readycheck.storage.document import dump_document, parse_document
from tests.storage.shops import audit


def growth(path: Path) -> float:
    found: float = parse_document(path.read_bytes(), path.name)["plan"]["growth"]
    return found


def save(archive: Archive, file: AuditFile, value: float) -> AuditFile:
    return archive.save(file, {**file.document, "plan": {"growth": value}})


def test_the_newest_copy_is_the_last_save(archive: Archive) -> None:
    file = archive.create("kauppa", audit(plan={"growth": 1.0}))
    for value in (1.1, 1.2, 1.3):
        file = save(archive, file, value)
        newest = backups(archive.home, file.path)[-1]
        assert newest.read_bytes() == file.path.read_bytes()
        assert newest.parent == archive.home / "backups" / "kauppa"


def test_a_state_that_was_typed_by_hand_is_kept_before_it_is_written_over(archive: Archive) -> None:
    file = archive.create("kauppa", audit(plan={"growth": 1.0}))
    an_hour_ago = file.path.stat().st_mtime - 3600
    os.utime(backups(archive.home, file.path)[0], (an_hour_ago, an_hour_ago))
    by_hand = b"# my comment\n" + file.path.read_bytes()
    file.path.write_bytes(by_hand)
    save(archive, archive.read(file.path), 1.1)
    assert by_hand in [copy.read_bytes() for copy in backups(archive.home, file.path)]


def test_saves_in_quick_succession_do_not_push_the_old_states_out(tmp_path: Path) -> None:
    path = tmp_path / "shops" / "kauppa" / "2026.toml"
    path.parent.mkdir(parents=True)
    start = 1_790_000_000
    # (minutes after the first save, its content): one at 0, 20, 40, then ten within a minute
    for minutes in (0, 20, 40, *(60 + n / 10 for n in range(10))):
        path.write_text(f"a = {minutes}")
        os.utime(path, (start + 60 * minutes,) * 2)
        keep_backup(tmp_path, path, path.read_bytes())
    assert [copy.read_text() for copy in backups(tmp_path, path)] == [
        "a = 0", "a = 20", "a = 40", "a = 60.0", "a = 60.9",
    ]


def test_there_are_never_more_than_a_few(tmp_path: Path) -> None:
    path = tmp_path / "shops" / "kauppa" / "2026.toml"
    path.parent.mkdir(parents=True)
    for n in range(12):
        path.write_text(f"a = {n}")
        os.utime(path, (1_790_000_000 + n * SPACING_SECONDS,) * 2)
        keep_backup(tmp_path, path, path.read_bytes())
    assert [copy.read_text() for copy in backups(tmp_path, path)] == [f"a = {n}" for n in range(12 - KEPT, 12)]


def test_seasons_and_shops_do_not_share_copies(archive: Archive) -> None:
    for slug in ("a", "b"):
        for year in (2025, 2026):
            archive.create(slug, audit(year, plan={"growth": year + ord(slug) / 1000 - 2000}))
    for slug in ("a", "b"):
        for year in (2025, 2026):
            (copy,) = backups(archive.home, archive.resolve(f"{slug}/{year}"))
            assert growth(copy) == year + ord(slug) / 1000 - 2000


@pytest.mark.parametrize("name", ["audit.toml", "my.own.audit.toml", "2026.toml"])
def test_a_file_elsewhere_has_its_copies_too(name: str, archive: Archive, tmp_path: Path) -> None:
    paths = [tmp_path / folder / name for folder in ("one", "two")]
    for value, path in enumerate(paths, 1):
        path.parent.mkdir()
        path.write_bytes(dump_document(audit(plan={"growth": float(value)})))
        save(archive, archive.read(path), value + 0.5)
    assert [[growth(copy) for copy in backups(archive.home, path)] for path in paths] == [[1.0, 1.5], [2.0, 2.5]]


def test_a_link_and_its_file_share_their_copies(archive: Archive, tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "link.toml"
    real.write_bytes(dump_document(audit(plan={"growth": 1.0})))
    link.symlink_to(real)
    save(archive, archive.read(link), 2.0)
    assert [growth(copy) for copy in backups(archive.home, real)] == [1.0, 2.0]
    assert backups(archive.home, link) == backups(archive.home, real)
