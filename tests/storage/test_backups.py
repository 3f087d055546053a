"""Copies of an audit's last states: the newest always, the older ones spread out."""

from __future__ import annotations

import errno
import os
from datetime import datetime
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive, AuditFile
from readycheck.storage.aside import Aside
from readycheck.storage.backups import (
    DAYS,
    KEPT,
    SPACING_SECONDS,
    TOGETHER,
    Backups,
    backups,
    superseded,
)
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
        newest = backups(archive.aside, file.path)[-1]
        assert newest.read_bytes() == file.path.read_bytes()
        assert newest.parent == archive.aside.folder / "backups" / "kauppa"


def test_a_state_that_was_typed_by_hand_is_kept_before_it_is_written_over(archive: Archive) -> None:
    file = archive.create("kauppa", audit(plan={"growth": 1.0}))
    an_hour_ago = file.path.stat().st_mtime - 3600
    os.utime(backups(archive.aside, file.path)[0], (an_hour_ago, an_hour_ago))
    by_hand = b"# my comment\n" + file.path.read_bytes()
    file.path.write_bytes(by_hand)
    archive = Archive(archive.home)
    save(archive, archive.read(file.path), 1.1)
    assert by_hand in [copy.read_bytes() for copy in backups(archive.aside, file.path)]


def stays(times: list[float]) -> list[float]:
    """Of states saved at these times, one after the other, those that still have a copy in the end."""
    kept: list[tuple[int, float]] = []
    for number, saved in enumerate(times, 1):
        kept.append((number, saved))
        gone = superseded(kept)
        kept = [copy for copy in kept if copy[0] not in gone]
    return [saved for _, saved in kept]


NOON = datetime(2026, 10, 12, 12).timestamp()
DAY = 86_400


def test_saves_in_quick_succession_do_not_push_the_old_states_out() -> None:
    # minutes after the first save: one at 0, 20, 40, then ten within a minute
    minutes = [0, 20, 40, *(60 + n / 10 for n in range(10))]
    assert stays([NOON + 60 * each for each in minutes]) == [NOON + 60 * each for each in (0, 20, 40, 60, 60.9)]


def test_within_a_day_there_are_never_more_than_a_few() -> None:
    times = [NOON + n * SPACING_SECONDS for n in range(12)]
    assert stays(times) == times[-KEPT:]


def test_of_earlier_days_the_last_state_stays_for_a_month() -> None:
    days = [[NOON + day * DAY, NOON + day * DAY + 3600] for day in range(40)]
    found = stays([saved for day in days for saved in day])
    assert found[-KEPT:] == [days[37][1], *days[38], *days[39]]
    assert found[:-KEPT] == [last for _, last in days[37 - DAYS:37]]


def test_a_clock_that_jumps_back_takes_no_state_away() -> None:
    assert stays([NOON, NOON + 3600, NOON - DAY, NOON - DAY + 3600]) == [
        NOON, NOON + 3600, NOON - DAY, NOON - DAY + 3600,
    ]


def kept_after(aside: Aside, path: Path, *states: bytes) -> list[bytes]:
    """What lies aside after `path` was written with each of the states, the first of them anew."""
    copies = Backups(aside, path)
    for state in states:
        if path.exists():
            copies.keep_old(path.read_bytes())
            path.unlink()
        path.write_bytes(state)
        copies.keep_new(state)
    return [copy.read_bytes() for copy in backups(aside, path)]


@pytest.fixture
def aside(tmp_path: Path) -> Aside:
    return Aside(tmp_path, tmp_path / "state")


def test_what_is_replaced_becomes_a_copy_without_being_written_again(tmp_path: Path, aside: Aside) -> None:
    path = tmp_path / "2026.toml"
    assert kept_after(aside, path, b"a = 1") == [b"a = 1"]
    assert not backups(aside, path)[0].samefile(path), "an editor that writes in place must not reach the copy"
    copies = Backups(aside, path)
    copies.keep_old(b"a = 1")
    assert backups(aside, path)[0].samefile(path)
    copies.keep_old(b"a = 1")  # as if a writer had been killed before it came to replace the file
    assert len(backups(aside, path)) == 2


def test_a_file_with_another_name_is_copied(tmp_path: Path, aside: Aside) -> None:
    path = tmp_path / "2026.toml"
    path.write_bytes(b"a = 1")
    path.with_name("other.toml").hardlink_to(path)
    Backups(aside, path).keep_old(b"a = 1")
    (copy,) = backups(aside, path)
    assert copy.read_bytes() == b"a = 1" and not copy.samefile(path)
    assert copy.stat().st_mtime == path.stat().st_mtime


def test_on_another_disk_states_are_copied(tmp_path: Path, aside: Aside, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(*_: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(os, "link", no_link)
    assert kept_after(aside, tmp_path / "2026.toml", b"a = 1", b"a = 2") == [b"a = 1", b"a = 2"]


def test_superseded_states_are_taken_away_together(tmp_path: Path, aside: Aside) -> None:
    path = tmp_path / "2026.toml"
    lengths = [len(kept_after(aside, path, b"%d" % n, b"%d!" % n)) for n in range(3 * TOGETHER)]
    assert max(lengths) <= TOGETHER + 3
    assert min(lengths[TOGETHER:]) <= 4, "all that waited went at once"
    found = [copy.read_bytes() for copy in backups(aside, path)]
    assert found[0] == b"0" and found[-1] == b"%d!" % (3 * TOGETHER - 1)


def test_another_program_that_kept_copies_meanwhile_is_no_matter(tmp_path: Path, aside: Aside) -> None:
    path = tmp_path / "2026.toml"
    path.write_bytes(b"a = 0")
    mine, theirs = Backups(aside, path), Backups(aside, path)
    for n, copies in enumerate((mine, theirs, mine, mine, theirs, mine), 1):
        copies.keep_old(path.read_bytes())
        path.unlink()
        path.write_bytes(b"a = %d" % n)
        copies.keep_new(path.read_bytes())
        assert backups(aside, path)[-1].read_bytes() == path.read_bytes()
        assert backups(aside, path)[-2].read_bytes() == b"a = %d" % (n - 1)


def test_the_last_save_stays_when_somebody_else_wrote_the_file_or_took_it_away(tmp_path: Path, aside: Aside) -> None:
    path = tmp_path / "2026.toml"
    kept_after(aside, path, b"a = 1")
    path.write_bytes(b"by hand")
    assert kept_after(aside, path, b"a = 2") == [b"a = 1", b"by hand", b"a = 2"]
    path.unlink()
    assert b"a = 2" in kept_after(aside, path, b"a new beginning")


def test_copies_of_an_earlier_version_are_found_and_left_where_they_are(archive: Archive) -> None:
    file = archive.create("kauppa", audit(plan={"growth": 1.0}))
    earlier = archive.home / "backups" / "kauppa"
    earlier.mkdir(parents=True)
    (earlier / "2026.000007.toml").write_bytes(dump_document(audit(plan={"growth": 0.5})))
    file = save(archive, file, 1.1)
    found = backups(archive.aside, file.path)
    assert [growth(copy) for copy in found] == [0.5, 1.0, 1.1]
    assert found[0].parent == earlier


def test_seasons_and_shops_do_not_share_copies(archive: Archive) -> None:
    for slug in ("a", "b"):
        for year in (2025, 2026):
            archive.create(slug, audit(year, plan={"growth": year + ord(slug) / 1000 - 2000}))
    for slug in ("a", "b"):
        for year in (2025, 2026):
            (copy,) = backups(archive.aside, archive.resolve(f"{slug}/{year}"))
            assert growth(copy) == year + ord(slug) / 1000 - 2000


@pytest.mark.parametrize("name", ["audit.toml", "my.own.audit.toml", "2026.toml"])
def test_a_file_elsewhere_has_its_copies_too(name: str, archive: Archive, tmp_path: Path) -> None:
    paths = [tmp_path / folder / name for folder in ("one", "two")]
    for value, path in enumerate(paths, 1):
        path.parent.mkdir()
        path.write_bytes(dump_document(audit(plan={"growth": float(value)})))
        save(archive, archive.read(path), value + 0.5)
    assert [[growth(copy) for copy in backups(archive.aside, path)] for path in paths] == [[1.0, 1.5], [2.0, 2.5]]


def test_a_link_and_its_file_share_their_copies(archive: Archive, tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "link.toml"
    real.write_bytes(dump_document(audit(plan={"growth": 1.0})))
    link.symlink_to(real)
    save(archive, archive.read(link), 2.0)
    assert [growth(copy) for copy in backups(archive.aside, real)] == [1.0, 2.0]
    assert backups(archive.aside, link) == backups(archive.aside, real)
