"""The question that a season was left at: kept aside, never in the audit file."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from readycheck.storage.aside import Aside
from readycheck.storage.last_place import LONGEST, LastPlace


def place(home: Path, year: int = 2026) -> LastPlace:
    return LastPlace(Aside(home, home / "state"), home / "shops" / "aitta" / f"{year}.toml")


def test_each_season_has_its_own_and_only_the_person_reads_it(tmp_path: Path) -> None:
    place(tmp_path).keep("peak-season/presence.weekends")
    place(tmp_path, 2025).keep("peak-season/january.plan")
    assert place(tmp_path).read() == "peak-season/presence.weekends"
    assert place(tmp_path, 2025).read() == "peak-season/january.plan"
    assert {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.rglob("*.txt")} == {0o600}
    assert not (tmp_path / "shops").exists()


@pytest.mark.parametrize("written", [b"\xff", b"x" * (LONGEST + 1)])
def test_what_cannot_be_read_is_none(tmp_path: Path, written: bytes) -> None:
    assert place(tmp_path).read() == ""
    place(tmp_path).keep("a/b.c")
    next(tmp_path.rglob("*.txt")).write_bytes(written)
    assert place(tmp_path).read() == ""


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    place(tmp_path).keep("a/b.c")
    assert place(tmp_path).read() == ""
