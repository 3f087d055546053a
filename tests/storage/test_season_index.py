"""The lists' index: right or not used, whatever became of it or of the audits."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from readycheck.storage import season_index
from readycheck.storage.archive import Archive
from readycheck.storage.listing import Listing
from readycheck.storage.season_facts import facts_from
from readycheck.storage.season_index import SeasonIndex, settled, stamp_of
from tests.storage.shops import document

YARN = ("yarn", 2026)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """Two shops, their files as good as old."""
    monkeypatch.setattr(season_index, "SETTLED", 0)
    archive = Archive(tmp_path / "home", tmp_path / "state")
    for shop in ("yarn", "bears"):
        archive.create(shop, document())
    return archive


def looked_at(archive: Archive) -> Listing:
    """A listing after another one that read everything."""
    first = Listing(archive)
    for shop in first.shops():
        first.facts(shop.slug, shop.years[-1])
    first.keep()
    return Listing(archive)


def test_what_was_read_is_known_and_says_the_same(archive: Archive) -> None:
    listing = looked_at(archive)
    assert listing.known(*YARN) == Listing(archive).read(*YARN)
    assert listing.shops() == archive.shops()


def test_only_what_changed_is_read(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at(archive)
    bears = archive.open("bears")
    archive.save(bears, {**bears.document, "shop": {**bears.document["shop"], "name": "Karhut"}})
    read: list[str] = []
    real = Archive.read
    monkeypatch.setattr(Archive, "read", lambda self, path: read.append(path.parent.name) or real(self, path))
    listing = looked_at(archive)
    assert (read, listing.shops()[0].name) == (["bears"], "Karhut")


def in_place(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'country = "FI"', b'country = "SE"'))


def another_file(path: Path) -> None:
    beside = path.with_name("beside")
    shutil.copyfile(path, beside)
    in_place(beside)
    beside.replace(path)


@pytest.mark.parametrize("change", [in_place, another_file])
def test_a_change_that_keeps_length_and_date_is_seen(archive: Archive, change: Callable[[Path], None]) -> None:
    listing, path = looked_at(archive), archive.resolve("yarn")
    before = path.stat()
    change(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert listing.known(*YARN) is None and listing.known("bears", 2026) is not None


def test_a_file_that_is_gone_is_not_known(archive: Archive) -> None:
    listing = looked_at(archive)
    archive.resolve("yarn").unlink()
    assert listing.known(*YARN) is None
    assert [shop.slug for shop in listing.shops()] == ["bears"]


def test_a_file_written_a_moment_ago_is_not_kept(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its next writing might have the same time: the two seconds of the coarsest disks."""
    monkeypatch.setattr(season_index, "SETTLED", 2_000_000_000)
    assert looked_at(archive).known(*YARN) is None
    stamp = "5000000000:7000000000:10:1"
    assert (settled(stamp, 9_000_000_000), settled(stamp, 9_000_000_001)) == (False, True)


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def garbage(file: Path) -> None:
    file.write_bytes(b"not a base at all, but long enough to look like something " * 200)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def garbled(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[4096:] = bytes(each ^ 0x5A for each in data[4096:])
    file.write_bytes(data)


def statement(words: str) -> Callable[[Path], None]:
    def run(file: Path) -> None:
        base = sqlite3.connect(file)
        with base:
            base.execute(words)
        base.close()
    return run


@pytest.mark.slow
@pytest.mark.parametrize("spoil", [
    Path.unlink, emptied, garbage, cut, garbled, statement("PRAGMA user_version = 99"),
    statement("UPDATE rules SET stamp = 'other'"), statement("DROP TABLE seasons"), statement("DROP TABLE rules"),
    statement("DELETE FROM rules"), statement("UPDATE seasons SET told = 'no json'"),
    statement("UPDATE seasons SET told = '{\"name\": 1}'"), statement("UPDATE seasons SET told = '[]'"),
])
def test_whatever_becomes_of_it_the_list_is_right_and_the_next_one_quick(
    archive: Archive, spoil: Callable[[Path], None]
) -> None:
    right = looked_at(archive).known(*YARN)
    spoil(archive.aside.folder / season_index.FILE)
    for _ in range(2):  # what breaks when it is read is made anew, at the latest by the second look
        listing = Listing(archive)
        assert listing.shops() == archive.shops()
        assert listing.facts(*YARN) == right
        listing.keep()
    assert looked_at(archive).known(*YARN) == right


def test_a_folder_in_its_place_stops_nothing(archive: Archive) -> None:
    (archive.aside.folder / season_index.FILE).mkdir()
    assert looked_at(archive).facts(*YARN).name == "Testikauppa"


def test_while_another_program_writes_it_nothing_is_lost(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(season_index, "WAIT", 0.0)
    right = looked_at(archive).known(*YARN)
    other = sqlite3.connect(archive.aside.folder / season_index.FILE)
    other.execute("BEGIN EXCLUSIVE")
    assert looked_at(archive).facts(*YARN) == right
    other.rollback()
    other.close()
    assert Listing(archive).known(*YARN) == right


def test_a_change_counts_while_no_season_before_it_changed(archive: Archive) -> None:
    fresh = document()
    season = {**fresh["season"], "year": 2025, "starts": fresh["season"]["starts"].replace(year=2025),
              "ends": fresh["season"]["ends"].replace(year=2026)}
    years = (2025, 2026)
    listing = Listing(archive)
    assert listing.change("yarn", 2026, (2026,)) is None
    listing.keep()
    archive.create("yarn", {**fresh, "season": season})
    listing = Listing(archive)
    change = listing.change("yarn", 2026, years)
    listing.keep()
    archive.path_of("yarn", 2026).rename(archive.home / "aside.toml")
    (archive.home / "aside.toml").rename(archive.path_of("yarn", 2026))  # it is as it was, but for its ctime
    assert Listing(archive).change("yarn", 2026, years) == change


def test_it_is_private_and_forgets_to_the_last_byte(archive: Archive) -> None:
    looked_at(archive)
    index = SeasonIndex(archive.aside.folder)
    assert index.file.stat().st_mode & 0o777 == 0o600
    assert b"yarn" in index.file.read_bytes() and index.count("yarn", None) == 1
    index.forget("yarn", 2025)
    assert index.count("yarn", 2026) == 1
    index.forget("yarn", None)
    assert b"yarn" not in index.file.read_bytes() and index.count("bears", None) == 1


def test_facts_that_are_none_are_told_from_facts(archive: Archive) -> None:
    facts = Listing(archive).read(*YARN)
    assert facts_from(facts.text()) == facts
    assert [facts_from(text) for text in ("", "{}", "null", "[1]", facts.text()[:-1])] == [None] * 5
    assert stamp_of(archive.home / "nothing") == ""


@pytest.mark.parametrize(("name", "value"), [
    ("name", 5), ("score", "x"), ("score", 101.0), ("score", float("nan")), ("known", None), ("band", "zz"),
    ("begun", 3), ("answered", "7"), ("blockers", [1]), ("weakest", 5), ("coverages", []), ("coverages", {"a": "b"}),
    ("weakest_title", {"fi": 1, "en": "x"}), ("due", ["x"]), ("due", 3), ("peak", None),
])
def test_a_row_that_somebody_wrote_otherwise_is_read_anew(archive: Archive, name: str, value: object) -> None:
    told = json.loads(Listing(archive).read(*YARN).text())
    assert facts_from(json.dumps({**told, name: value})) is None


@pytest.mark.parametrize("told", ["abc", "1", "1 2 3", "nan 1.0", "1.0 inf", "-1.0 2.0"])
def test_a_change_that_is_none_is_read_anew(archive: Archive, told: str) -> None:
    years = (2026,)
    listing = Listing(archive)
    listing.change(*YARN, years)
    listing.keep()
    statement(f"UPDATE seasons SET told = '{told}' WHERE kind = 'change'")(archive.aside.folder / season_index.FILE)
    listing = Listing(archive)
    assert listing.known_change(*YARN, years) is None and listing.change(*YARN, years) is None
    listing.keep()
    assert Listing(archive).known_change(*YARN, years) == (None,)


def test_the_facts_hold_dates_and_no_clock(archive: Archive) -> None:
    """Open actions' dates in order, those of reasons too; what is done, dropped or only proposed has none."""
    file = archive.open("yarn")
    season = {"year": 2026, "starts": date(2026, 11, 1), "ends": date(2027, 1, 31), "peaks": [date(2026, 11, 28)]}
    actions = [
        {"id": name, "title": name, "due": date(2026, 11, day), "lead_days": 1, "status": status}
        for name, day, status in (("a", 9, "open"), ("b", 3, "doing"), ("c", 1, "done"), ("d", 2, "dropped"))
    ]
    reasons = {"return": {"label": {"en": "Return"}, "action": "A page", "due": date(2026, 11, 5)}}
    archive.save(file, {**file.document, "season": season, "actions": actions, "reasons": reasons})
    facts = Listing(archive).read(*YARN)
    assert facts.due == (date(2026, 11, 3), date(2026, 11, 5), date(2026, 11, 9))
    assert (facts.peak, facts.ends) == (date(2026, 11, 28), date(2027, 1, 31))


def test_facts_as_they_were_before_there_were_dates_are_read_anew(archive: Archive) -> None:
    told = json.loads(Listing(archive).read(*YARN).text())
    assert facts_from(json.dumps(told)) is not None
    for name in ("due", "peak", "ends"):
        assert facts_from(json.dumps({key: value for key, value in told.items() if key != name})) is None


def test_whether_a_change_is_known_without_reading(archive: Archive) -> None:
    years = (2026,)
    listing = Listing(archive)
    assert listing.known_change(*YARN, years) is None
    listing.change(*YARN, years)
    listing.keep()
    listing = Listing(archive)
    assert listing.known_change(*YARN, years) == (None,)  # there is no season before: known, and none
    in_place(archive.path_of(*YARN))
    assert listing.known_change(*YARN, years) is None
