"""Every file of the folder read; damaged ones brought back, and nothing thrown away."""

from __future__ import annotations

import os
import re
import stat
from datetime import datetime
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.backups import backups
from readycheck.storage.document import dump_document
from readycheck.storage.verify import verify
from readycheck.storage.verify_aside import Finding
from tests.storage.shops import HOSTILE, audit

NAME = "Mäkisen Lanka"


@pytest.fixture
def path(archive: Archive) -> Path:
    """A shop's file, saved twice: growth is 1.1 in the last state, 1.0 in the one before."""
    archive.create("muu", audit(2025))
    file = archive.create("kauppa", audit(shop={"name": NAME}, plan={"growth": 1.0}))
    return archive.save(file, {**file.document, "plan": {"growth": 1.1}}).path


def names(path: Path) -> list[str]:
    return sorted(each.name for each in path.parent.iterdir())


def only(findings: tuple[Finding, ...], path: Path) -> Finding:
    (finding,) = findings
    assert finding.path == path
    assert finding.problems
    return finding


def test_a_whole_folder_has_nothing_to_tell(archive: Archive, path: Path) -> None:
    before = path.read_bytes()
    assert verify(archive, repair=False) == verify(archive, repair=True) == ()
    assert path.read_bytes() == before


def test_an_empty_folder_has_nothing_to_tell(tmp_path: Path) -> None:
    assert verify(Archive(tmp_path / "none"), repair=True) == ()
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("damage", [
    *(file.read_bytes() for file in sorted(HOSTILE.glob("toml_*.toml")) if file.stem.split("_", 1)[1] in
      ("deep_array", "empty", "nul_filled", "truncated")),
    dump_document(audit())[:-30], dump_document(audit())[:200], b"\x00" + dump_document(audit()), b"#" * 1_500_000,
    b"\x81\x8d", b"format = 'readycheck-audit/1'\nformat = 1",
])
def test_a_damaged_file_gets_its_newest_whole_state_back(damage: bytes, archive: Archive, path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(damage)
    told = only(verify(archive, repair=False), path)
    assert told.repaired is None
    assert path.read_bytes() == damage, "telling changes nothing"
    assert str(told.problems[0]).startswith(f"{path}: ")
    repaired = only(verify(archive, repair=True), path)
    assert repaired.problems == told.problems
    assert path.read_bytes() == whole
    assert path.with_name("2026.damaged.toml").read_bytes() == damage
    assert names(path) == ["2026.damaged.toml", "2026.toml"]
    assert verify(archive, repair=False) == ()


def test_what_was_done_is_said_with_the_day_of_the_state(archive: Archive, path: Path) -> None:
    os.utime(backups(archive.aside, path)[-1], (datetime(2026, 10, 12, 8, 5).timestamp(),) * 2)
    path.write_bytes(b"")
    assert str(only(verify(archive, repair=True), path).repaired) == (
        "The state of 2026-10-12 at 08:05 was brought back. The file as it was is kept as 2026.damaged.toml."
    )


def test_a_damaged_copy_is_passed_over(archive: Archive, path: Path) -> None:
    first, last = backups(archive.aside, path)
    last.write_bytes(last.read_bytes()[:100])
    path.write_bytes(b"")
    audits, copy = verify(archive, repair=True)
    assert (audits.path, copy.path.parent) == (path, last.parent)
    assert "put aside as" in str(copy.repaired), "a damaged copy is told too"
    assert path.read_bytes() == first.read_bytes()
    assert archive.read(path).audit.plan.growth == 1.0
    assert backups(archive.aside, path)[-1].read_bytes() == first.read_bytes(), "the newest copy is whole again"


def test_damaged_files_are_all_kept(archive: Archive, path: Path) -> None:
    for damage in (b"", b"[", b"\0"):
        path.write_bytes(damage)
        only(verify(archive, repair=True), path)
    assert names(path) == ["2026.damaged-2.toml", "2026.damaged-3.toml", "2026.damaged.toml", "2026.toml"]
    kept = [path.with_name(f"2026.damaged{n}.toml").read_bytes() for n in ("", "-2", "-3")]
    assert kept == [b"", b"[", b"\0"]
    assert {stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()} == {0o600}
    assert [(shop.slug, shop.years) for shop in archive.shops()] == [("kauppa", (2026,)), ("muu", (2025,))]
    assert archive.resolve("kauppa") == path


def test_without_a_whole_copy_the_file_stays_and_that_is_said(archive: Archive, path: Path) -> None:
    for copy in backups(archive.aside, path):
        copy.write_bytes(b"[")
    path.write_bytes(b"")
    finding, *copies = verify(archive, repair=True)
    assert finding.repaired is None and len(copies) == 2
    assert str(finding.problems[-1]) == f"{path}: no whole copy of it is kept, so it stays as it is."
    assert names(path) == ["2026.toml"]
    assert path.read_bytes() == b""


@pytest.mark.parametrize("windows", [
    lambda data: data.decode().encode("cp1252"),
    lambda data: data.replace("Mäkisen".encode(), "Mäkisen".encode("cp1252")),
], ids=["the whole file", "one line"])
def test_a_file_saved_as_windows_1252_is_reread_and_loses_nothing(
    windows: object, archive: Archive, path: Path
) -> None:
    assert callable(windows)
    newer = path.read_bytes().replace(b"growth = 1.1", b"growth = 1.7")
    damage = windows(newer)
    path.write_bytes(damage)
    finding = only(verify(archive, repair=True), path)
    assert "is not UTF-8" in str(finding.problems[0])
    assert str(finding.repaired) == (
        "It was read as Windows-1252 and saved as UTF-8. The file as it was is kept as 2026.damaged.toml."
    )
    assert path.read_bytes() == newer
    assert archive.read(path).audit.shop.name == NAME
    assert path.with_name("2026.damaged.toml").read_bytes() == damage


@pytest.mark.parametrize(("change", "what"), [
    ((b"growth = 1.1", b"growth = -1"), r"plan\.growth: must be over 0"),
    ((b"growth = 1.1", b'growth = "x"'), r"plan\.growth: must be a number"),
    ((b"year = 2026", b"year = 2027"), r"season\.year: the file is named for 2026"),
    ((b"readycheck-audit/1", b"readycheck-audit/99"), r"newer format"),
    ((b"format = ", b"formed = "), r"is not a readycheck audit file"),
])
def test_what_a_person_can_mend_is_told_and_left_alone(
    change: tuple[bytes, bytes], what: str, archive: Archive, path: Path
) -> None:
    edited = path.read_bytes().replace(*change)
    path.write_bytes(edited)
    for repair in (False, True):
        finding = only(verify(archive, repair=repair), path)
        assert re.search(what, str(finding.problems[0]))
        assert finding.repaired is None
    assert path.read_bytes() == edited
    assert names(path) == ["2026.toml"]


def test_every_mistake_of_every_file_is_told_in_order(archive: Archive, path: Path) -> None:
    other = archive.resolve("muu/2025")
    other.write_bytes(b"")
    path.write_bytes(dump_document(audit(plan={"growth": 0, "shrinkage": 2})))
    assert [(finding.path, len(finding.problems)) for finding in verify(archive, repair=False)] == [
        (path, 2), (other, 1),
    ]


def test_a_folder_where_a_file_should_be_is_told(archive: Archive, path: Path) -> None:
    path.unlink()
    path.mkdir()
    finding = only(verify(archive, repair=True), path)
    assert str(finding.problems[0]) == f"{path}: is no file."
    assert finding.repaired is None
    assert path.is_dir()
