"""Forgetting a shop: nothing that tells of it stays in any folder, and nothing of another shop goes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from readycheck.storage import archive as archive_module
from readycheck.storage import season_index
from readycheck.storage.archive import Archive
from readycheck.storage.forgetting import Kept, forget, kept_of, subject
from readycheck.storage.half_typed import HalfTyped, HalfTypedForms
from readycheck.storage.handed_states import keep_handed
from readycheck.storage.last_place import LastPlace
from readycheck.storage.listing import Listing
from readycheck.storage.marks import Marks
from readycheck.storage.private_notes import PrivateFile
from readycheck.storage.season_index import SeasonIndex
from tests.storage.shops import audit, files, told

SHOP, NAME, OTHER = "lankala", "Lankalan Puoti", "bears"


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """Two shops with two seasons each, and of everything that the program ever keeps something."""
    monkeypatch.setattr(season_index, "SETTLED", 0)
    archive = Archive(tmp_path / "home", tmp_path / "state")
    for shop, name in ((SHOP, NAME), (OTHER, "Bears Ltd")):
        for year in (2025, 2026):
            made = audit(year)
            file = archive.create(shop, {**made, "shop": {**made["shop"], "name": name}})
            archive.save(file, {**file.document, "note": name})
            PrivateFile(archive, file.path).write_note(None, f"{name} is slow")
            HalfTypedForms(archive.aside, file.path).keep("note", HalfTyped({"a": ""}, {"a": name}, name))
            LastPlace(archive.aside, file.path).keep("presence.evenings")
            beside(archive, file.path, name)
            Listing(archive).facts(shop, year)
    listing = Listing(archive)
    for shop in listing.shops():
        listing.facts(shop.slug, 2026)
        listing.change(shop.slug, 2026, shop.years)
    listing.keep()
    return archive


def beside(archive: Archive, path: Path, name: str) -> None:
    """What kills, sync programs, earlier versions, later versions and persons leave."""
    shop, year = path.parent.name, path.stem
    names = [
        f".{year}.toml.abc.tmp", f"{year}.damaged.toml", f"{year}.sync-conflict-20261101-101500-ABCDEFG.toml",
        f"{year} (1).toml", f"{year}-report.html", "shots/chat.png", "notes.txt",
    ]
    places = [path.parent / each for each in names]
    places += [archive.home / "backups" / shop / f"{year}.000001.toml"]
    places += [archive.aside.folder / "conflicts" / shop / year / "1.json", archive.aside.folder / "a" / shop / year,
               archive.aside.folder / "b" / shop / year]
    for place in places:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(name)


def telling(archive: Archive, *words: str) -> Iterator[str]:
    """Every file or folder that has one of the words in its path or its bytes."""
    for root in (archive.home, archive.aside.folder):
        for path in sorted(root.rglob("*")):
            told = str(path.relative_to(root)).encode() + (path.read_bytes() if path.is_file() else b"")
            if any(word.encode() in told for word in words):
                yield str(path)


def counts(kept: tuple[Kept, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in kept:
        found[str(each.kind)] = found.get(str(each.kind), 0) + each.count
    return found


def test_a_whole_shop_leaves_no_trace_and_the_other_one_is_as_it_was(archive: Archive) -> None:
    assert len(list(telling(archive, SHOP, NAME))) > 20
    bears = {name: data for name, data in files(archive.home).items() if OTHER in name}
    kept = kept_of(archive, subject(archive, SHOP))
    found = counts(kept)
    assert (found["audits"], found["private notes"], found["copies of a sync program"]) == (2, 2, 4)
    assert (found["half typed forms"], found["places where one left off"]) == (2, 2)
    assert (found["damaged files put aside"], found["unfinished drafts of a save"]) == (2, 2)
    assert (found["changes made in two places"], found["other files"]) == (2, 2 + 2 + 4)
    assert found["locks"] == 4 and found["backups"] >= 6 and found["lines of the lists' index"] >= 2
    done = forget(archive, subject(archive, NAME.upper()))
    assert (counts(done.removed), done.left) == (found, ())
    assert list(telling(archive, SHOP, NAME)) == []
    assert {name: data for name, data in files(archive.home).items() if OTHER in name} == bears
    assert set(files(archive.home)) == set(bears)
    assert len(list((archive.aside.folder / "locks").iterdir())) == 4
    assert SeasonIndex(archive.aside.folder).count(OTHER, None) >= 1
    assert "there is no shop" in told(lambda: subject(archive, SHOP))


@pytest.mark.slow
def test_one_season_leaves_the_others(archive: Archive) -> None:
    forget(archive, subject(archive, f"{SHOP}/2025"))
    left = list(telling(archive, SHOP))
    assert not [path for path in left if "2025" in path]
    assert archive.open(SHOP).audit.season.year == 2026
    assert PrivateFile(archive, archive.resolve(SHOP)).read().general == f"{NAME} is slow"
    assert (archive.home / "shops" / SHOP / "shots" / "chat.png").exists()
    assert SeasonIndex(archive.aside.folder).count(SHOP, 2025) == 0
    assert "nothing is kept of" in told(lambda: subject(archive, f"{SHOP}/2025"))


@pytest.mark.slow
def test_damaged_audits_and_mere_leftovers_are_forgotten_too(archive: Archive) -> None:
    archive.resolve(SHOP).write_bytes(b"\0not toml = [")
    assert subject(archive, SHOP).name == SHOP
    shutil.rmtree(archive.home / "shops" / SHOP)
    forget(archive, subject(archive, SHOP))
    assert list(telling(archive, SHOP, NAME)) == []


@pytest.mark.slow
def test_an_audit_elsewhere_takes_nothing_of_its_neighbours(archive: Archive, tmp_path: Path) -> None:
    mine = tmp_path / "documents"
    mine.mkdir()
    for name in ("lanka.toml", "lanka.xlsx", "lanka-old.toml", "lankakauppa.toml"):
        shutil.copy(archive.resolve(SHOP), mine / name)
    (mine / "empty").mkdir()
    file = archive.read(mine / "lanka.toml")
    archive.save(file, {**file.document, "note": "x"})
    PrivateFile(archive, file.path).write_note(None, "hidden")
    forget(archive, subject(archive, str(mine / "lanka.toml")))
    assert sorted(path.name for path in mine.iterdir()) == ["empty", "lanka-old.toml", "lanka.xlsx", "lankakauppa.toml"]
    assert not list(archive.aside.folder.glob("backups/elsewhere-*"))


@pytest.mark.slow
def test_a_mark_goes_with_the_last_season(archive: Archive) -> None:
    marks = Marks(archive.aside)
    marks.mark([SHOP, OTHER])
    forget(archive, subject(archive, f"{SHOP}/2025"))
    assert marks.read() == {SHOP, OTHER}
    forget(archive, subject(archive, f"{SHOP}/2026"))
    assert marks.read() == {OTHER} and not list((archive.aside.folder / "marks").glob(SHOP))


@pytest.mark.slow
def test_of_audits_elsewhere_with_dots_in_their_names_each_is_forgotten_alone(archive: Archive, tmp_path: Path) -> None:
    names = ("lanka", "lanka.2026", "lanka.2026.old")
    for name in names:
        shutil.copy(archive.resolve(SHOP), tmp_path / f"{name}.toml")
        file = archive.read(tmp_path / f"{name}.toml")
        keep_handed(archive.aside, archive.save(file, {**file.document, "note": name}))
        LastPlace(archive.aside, file.path).keep("presence.evenings")
        unsaved = archive.aside.unsaved_of(file.path)
        unsaved.parent.mkdir(parents=True, exist_ok=True)
        unsaved.with_name(f".{unsaved.name}.0123.tmp").write_text("left by a writer that was killed")

    def kept() -> dict[str, int]:
        beside = [path.relative_to(top) for top in archive.aside.folder.glob("*/elsewhere-*")
                  for path in top.rglob("*") if path.is_file()]
        of = [max((name for name in names if path.parts[0].removeprefix(".").startswith(name)), key=len)
              for path in beside]
        return {name: of.count(name) for name in names if name in of}

    before = kept()
    assert before.keys() == {*names} and min(before.values()) > 3
    for name in names:
        forget(archive, subject(archive, str(tmp_path / f"{name}.toml")))
        assert kept() == {key: before[key] for key in names[names.index(name) + 1:]}


@pytest.mark.slow
def test_a_link_goes_and_what_it_leads_to_stays(archive: Archive, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (archive.home / "shops" / SHOP).rename(elsewhere)
    (archive.home / "shops" / SHOP).symlink_to(elsewhere)
    before = files(elsewhere)
    forget(archive, subject(archive, SHOP))
    assert not os.path.lexists(archive.home / "shops" / SHOP)
    assert files(elsewhere) == before


@pytest.mark.slow
def test_while_somebody_writes_nothing_is_removed(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "LOCK_SECONDS", 0)
    other = Archive(archive.home, archive.aside.folder)
    for draft in archive.home.rglob("*.tmp"):
        draft.unlink()  # which the lock's next holder takes away in any case
    before = files(archive.home)
    with other.locked(archive.resolve(SHOP)):
        assert "another program" in told(lambda: forget(archive, subject(archive, SHOP)))
    assert files(archive.home) == before


@pytest.mark.slow
def test_what_cannot_be_removed_is_told(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.unlink

    def unlink(self: Path, missing_ok: bool = False) -> None:
        if self.name == "chat.png":
            raise PermissionError(13, "Permission denied")
        real(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    done = forget(archive, subject(archive, SHOP))
    assert done.left == ((archive.home / "shops" / SHOP / "shots" / "chat.png", "Permission denied"),)
    assert [Path(path).name for path in telling(archive, NAME)] == ["chat.png"]


@pytest.mark.slow
@pytest.mark.parametrize("reference", [
    "", ".", "..", "../bears", "/", "nobody", "nobody/2026", "no.toml", "2026.private.toml", "bears/1999",
])
def test_what_is_no_shop_is_refused(archive: Archive, reference: str) -> None:
    before = files(archive.home)
    assert told(lambda: forget(archive, subject(archive, reference)))
    assert files(archive.home) == before
