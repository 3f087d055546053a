"""The consultant's private notes: written whole, kept from others, never taken for an audit."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from readycheck.errors import ReadycheckError
from readycheck.storage.archive import Archive
from readycheck.storage.private_notes import PrivateFile
from readycheck.storage.verify import verify
from tests.tui.small_list import archive_at

EVENINGS = "peak-season/presence.evenings"


def private_at(home: Path) -> tuple[Archive, PrivateFile]:
    archive = archive_at(home)
    return archive, PrivateFile(archive, archive.resolve("lankakauppa/2026"))


def test_nothing_is_written_before_there_is_something(tmp_path: Path) -> None:
    _, private = private_at(tmp_path)
    assert private.read().planned_minutes == 60
    private.write_note(None, "  \n")
    assert not private.path.exists()


def test_notes_time_and_plan_are_read_back(tmp_path: Path) -> None:
    _, private = private_at(tmp_path)
    private.write_note(EVENINGS, "hermostui, kun kysyin\ntoinenkin rivi")
    private.write_note(None, "koko kauppa")
    private.add_seconds("peak-season/presence", 40)
    private.add_seconds("peak-season/presence", 25)
    private.plan(45)
    assert tomllib.loads(private.path.read_text("utf-8")) == {
        "format": "readycheck-private/1", "general": "koko kauppa", "planned_minutes": 45,
        "notes": {EVENINGS: "hermostui, kun kysyin\ntoinenkin rivi"}, "seconds": {"peak-season/presence": 65},
    }
    assert private.read().notes == {EVENINGS: "hermostui, kun kysyin\ntoinenkin rivi"}
    private.write_note(EVENINGS, "")
    assert private.read().notes == {}


def test_the_file_is_the_owners_alone_though_it_was_open_before(tmp_path: Path) -> None:
    _, private = private_at(tmp_path)
    private.path.write_text('format = "readycheck-private/1"\n', "utf-8")
    private.path.chmod(0o644)
    private.write_note(None, "x")
    assert private.path.stat().st_mode & 0o777 == 0o600


def test_it_is_no_audit(tmp_path: Path) -> None:
    archive, private = private_at(tmp_path)
    private.write_note(None, "x")
    assert [(entry.slug, entry.years) for entry in archive.shops()] == [("lankakauppa", (2026,))]
    assert verify(archive, repair=False) == ()
    with pytest.raises(ReadycheckError, match="no audit"):
        archive.open(str(private.path))


def test_unknown_keys_stay(tmp_path: Path) -> None:
    _, private = private_at(tmp_path)
    private.path.write_text('format = "readycheck-private/1"\nmood = "hyvä"\n', "utf-8")
    private.write_note(None, "x")
    assert tomllib.loads(private.path.read_text("utf-8"))["mood"] == "hyvä"


def test_a_hostile_note_is_made_harmless(tmp_path: Path) -> None:
    _, private = private_at(tmp_path)
    notes = private.write_note(None, "a\x1b]52;c;AAAA\x07b\u202ec")
    assert notes.general == "a\ufffd]52;c;AAAA\ufffdb\ufffdc"


@pytest.mark.parametrize("damage", [
    b"", b"\x00\x01", b"general = \"x\"\n", b'format = "readycheck-private/2"\n',
    b'format = "readycheck-private/1"\nx = [\n',
    b'format = "readycheck-private/1"\ngeneral = 3\n', b'format = "readycheck-private/1"\nplanned_minutes = 1\n',
])
def test_a_file_that_cannot_be_read_is_told_and_left_as_it_is(tmp_path: Path, damage: bytes) -> None:
    _, private = private_at(tmp_path)
    private.path.write_bytes(damage)
    for job in (private.read, lambda: private.write_note(None, "x"), lambda: private.add_seconds("s", 3)):
        with pytest.raises(ReadycheckError) as caught:
            job()
        assert len(caught.value.problems) == 1 and "2026.private.toml" in str(caught.value)
    assert private.path.read_bytes() == damage


def test_a_plan_that_makes_no_sense_is_refused(tmp_path: Path) -> None:
    _, private = private_at(tmp_path)
    with pytest.raises(ReadycheckError, match="planned_minutes"):
        private.plan(100_000)
    assert not private.path.exists()
