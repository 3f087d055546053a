"""An audit sent to and fro: both people's edits are in it, what both changed waits, what went back stays back."""

from __future__ import annotations

import shutil
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.clashes import Clashes
from readycheck.storage.document import REMOVED, dump_document, with_value
from readycheck.storage.forgetting import forget, subject
from readycheck.storage.handover import Arriving, Taken, hand_over, handed, look_at, take
from readycheck.storage.verify import verify
from tests.storage.shops import audit, files, told

Q, R = "peak-season/presence.evenings", "peak-season/presence.weekends"
YES, NO = {"value": "yes", "on": date(2026, 10, 12)}, {"value": "no", "on": date(2026, 10, 13)}
GROWTH, SHRINKAGE = ("plan", "growth"), ("plan", "shrinkage")


class Person:
    """Somebody with a folder of audits; every edit is a program of its own, all within the same minutes."""

    def __init__(self, tmp_path: Path, name: str) -> None:
        self.home, self.state = tmp_path / name, tmp_path / f"{name}-state"
        self.zip = tmp_path / f"{name}.zip"

    @property
    def archive(self) -> Archive:
        return Archive(self.home, self.state)

    def edits(self, path: tuple[str | int, ...], value: Any, shop: str = "kauppa") -> None:
        archive = self.archive
        file = archive.open(shop)
        archive.save(file, with_value(file.document, path, value))

    def sends(self, shop: str = "kauppa", *years: int) -> Path:
        archive = self.archive
        sent = [archive.open(f"{shop}/{year}") for year in years or (2026,)]
        self.zip.write_bytes(hand_over(archive, sent, shop, "0", {}))
        handed(archive, sent)
        return self.zip

    def looks(self, path: Path, into: str | None = None) -> Arriving:
        return look_at(self.archive, path, into)

    def takes(self, path: Path, into: str | None = None) -> tuple[Taken, ...]:
        return take(self.archive, self.looks(path, into))

    def has(self, *path: str, shop: str = "kauppa") -> Any:
        node: Any = self.archive.open(shop).document
        for part in path:
            node = node[part]
        return node

    def waiting(self, shop: str = "kauppa") -> list[tuple[str, Any]]:
        file = self.archive.open(shop)
        return [(kept.key, kept.clash.ours) for kept in Clashes(self.archive.aside, file.path).all(file.document)]


@pytest.fixture
def owner(tmp_path: Path) -> Person:
    made = Person(tmp_path, "owner")
    made.archive.create("kauppa", audit(plan={"growth": 1.0, "shrinkage": 0.3}, answers={Q: {"owner": YES}}))
    return made


@pytest.fixture
def consultant(tmp_path: Path) -> Person:
    return Person(tmp_path, "consultant")


def test_what_is_not_there_is_added_byte_for_byte(owner: Person, consultant: Person) -> None:
    owner.archive.create("kauppa", audit(2025))
    (new, newer) = consultant.takes(owner.sends("kauppa", 2026, 2025))
    assert [each.incoming.arrival for each in (new, newer)] == ["new", "new"]
    assert [each.incoming.year for each in (new, newer)] == [2025, 2026]
    assert files(consultant.home) == files(owner.home)
    assert {path.stat().st_mode & 0o777 for path in consultant.home.rglob("*.toml")} == {0o600}
    assert [each.incoming.arrival for each in consultant.takes(owner.zip)] == ["same", "same"]


def test_the_same_audit_gives_the_same_bytes(owner: Person) -> None:
    first = owner.sends().read_bytes()
    assert owner.sends().read_bytes() == first


def test_both_edits_are_there_and_what_both_changed_waits(owner: Person, consultant: Person) -> None:
    consultant.takes(owner.sends())
    consultant.edits(("answers", R), {"consultant": NO})
    consultant.edits(GROWTH, 1.4)
    consultant.edits(("answers", Q), REMOVED)
    owner.edits(GROWTH, 1.2)
    owner.edits(SHRINKAGE, 0.25)
    before = owner.archive.open("kauppa").data
    arriving = owner.looks(consultant.sends())
    (season,) = arriving.seasons
    assert season.from_common
    assert [each.path for each in season.brought] == [("answers", R, "consultant"), ("answers", Q, "owner")]
    (done,) = owner.takes(consultant.zip)
    assert owner.has("plan") == {"growth": 1.2, "shrinkage": 0.25}
    assert owner.has("answers") == {R: {"consultant": NO}}, "what the consultant took out is gone"
    assert owner.waiting() == [("plan.growth", 1.4)]
    assert done.before is not None and done.before.read_bytes() == before
    assert verify(owner.archive, repair=False) == ()
    assert [each.incoming.arrival for each in owner.takes(consultant.zip)] == ["same"]
    assert owner.waiting() == [("plan.growth", 1.4)], "kept once"


def test_a_value_that_the_owner_decided_about_goes_back_without_a_question(owner: Person, consultant: Person) -> None:
    consultant.takes(owner.sends())
    consultant.edits(GROWTH, 1.4)
    owner.edits(GROWTH, 1.2)
    owner.takes(consultant.sends())
    consultant.takes(owner.sends())
    assert consultant.has("plan", "growth") == 1.2 and consultant.waiting() == []


def test_many_rounds_never_ask_about_what_one_person_alone_changes(owner: Person, consultant: Person) -> None:
    consultant.takes(owner.sends())
    for n in range(1, 21):
        consultant.edits(GROWTH, 1 + n / 100)
        owner.edits(SHRINKAGE, n / 100)
        owner.takes(consultant.sends())
        consultant.takes(owner.sends())
        assert owner.has("plan") == consultant.has("plan") == {"growth": 1 + n / 100, "shrinkage": n / 100}
    assert owner.waiting() == consultant.waiting() == []


def test_who_went_back_to_the_state_before_can_take_it_again(owner: Person, consultant: Person) -> None:
    consultant.takes(owner.sends())
    consultant.edits(GROWTH, 1.4)
    (done,) = owner.takes(consultant.sends())
    assert owner.has("plan", "growth") == 1.4 and done.before is not None
    shutil.copyfile(done.before, done.file.path)
    assert owner.has("plan", "growth") == 1.0
    owner.takes(consultant.zip)
    assert owner.has("plan", "growth") == 1.4 and owner.waiting() == []


def test_an_older_handover_brings_nothing_back(owner: Person, consultant: Person, tmp_path: Path) -> None:
    old = shutil.copy(owner.sends(), tmp_path / "old.zip")
    owner.edits(GROWTH, 1.2)
    assert [each.arrival for each in owner.looks(Path(old)).seasons] == ["same"]


def test_an_older_handover_after_a_newer_one_brings_no_value_back(
    owner: Person, consultant: Person, tmp_path: Path
) -> None:
    consultant.takes(owner.sends())
    consultant.edits(GROWTH, 1.2)
    old = Path(shutil.copy(consultant.sends(), tmp_path / "old.zip"))
    consultant.edits(GROWTH, 1.0)
    owner.edits(SHRINKAGE, 0.2)
    consultant.edits(("plan", "max_occupancy"), 0.8)
    owner.takes(consultant.sends())
    assert [each.arrival for each in owner.looks(old).seasons] == ["same"]


def test_a_file_without_a_note_of_its_save_is_merged_too(owner: Person, consultant: Person) -> None:
    path = owner.archive.open("kauppa").path
    path.write_bytes(dump_document(owner.archive.open("kauppa").document))
    consultant.takes(owner.sends())
    consultant.edits(GROWTH, 1.4)
    owner.edits(SHRINKAGE, 0.2)
    owner.takes(consultant.sends())
    assert owner.has("plan") == {"growth": 1.4, "shrinkage": 0.2} and owner.waiting() == []


def test_two_unrelated_audits_of_one_name_keep_all_that_either_has(owner: Person, consultant: Person) -> None:
    consultant.archive.create("kauppa", audit(plan={"growth": 1.1}))
    (season,) = consultant.looks(owner.sends()).seasons
    assert not season.from_common
    assert [each.path for each in season.brought] == [SHRINKAGE, ("answers", Q, "owner")]
    consultant.takes(owner.zip)
    assert consultant.has("plan") == {"growth": 1.1, "shrinkage": 0.3}
    assert consultant.waiting() == [("plan.growth", 1.0)]


def test_the_shop_is_found_under_another_name_by_where_it_comes_from(owner: Person, consultant: Person) -> None:
    consultant.takes(owner.sends(), "asiakas-7")
    owner.edits(("shop", "name"), "Lankala Oy")
    arriving = consultant.looks(owner.sends())
    assert (arriving.shop, arriving.name) == ("asiakas-7", "Lankala Oy")
    take(consultant.archive, arriving)
    assert consultant.has("shop", "name", shop="asiakas-7") == "Lankala Oy"


def test_another_shop_of_that_short_name_is_not_touched(owner: Person, consultant: Person) -> None:
    other = audit()
    consultant.archive.create("kauppa", {**other, "shop": {**other["shop"], "name": "Muu Kauppa Oy"}})
    before = files(consultant.home)
    said = told(lambda: consultant.looks(owner.sends()))
    assert '"kauppa" is another shop here: Muu Kauppa Oy' in said and "--as kauppa to bring it in there" in said
    consultant.takes(owner.zip, "toinen")
    assert files(consultant.home) == {**before, "shops/toinen/2026.toml": owner.archive.open("kauppa").data}


def test_two_shops_that_began_alike_are_two_shops(owner: Person, consultant: Person) -> None:
    """A new audit of one and the same short name holds the same bytes, whoever begins it."""
    consultant.archive.create("kauppa", owner.archive.open("kauppa").document)
    assert files(consultant.home) == files(owner.home)
    for person, name in ((owner, "Lankala"), (consultant, "Kenkälä")):
        person.edits(("shop", "name"), name)
    assert '"kauppa" is another shop here: Kenkälä, not Lankala.' in told(lambda: consultant.looks(owner.sends()))


def test_a_shop_of_the_same_name_elsewhere_is_asked_about(owner: Person, consultant: Person) -> None:
    consultant.archive.create("lankakauppa", audit(2025))
    said = told(lambda: consultant.looks(owner.sends()))
    assert "may be a shop that is here: lankakauppa." in said and "--as kauppa for a new shop" in said
    consultant.takes(owner.zip, "lankakauppa")
    assert sorted(files(consultant.home)) == ["shops/lankakauppa/2025.toml", "shops/lankakauppa/2026.toml"]


@pytest.mark.parametrize("into", ["../muu", "Muu Kauppa", "", "/tmp/x", "con"])
def test_a_short_name_is_one(owner: Person, consultant: Person, into: str) -> None:
    assert "is no short name of a shop" in told(lambda: consultant.looks(owner.sends(), into))
    assert not consultant.home.exists()


def test_a_damaged_season_here_stops_all_of_it(owner: Person, consultant: Person) -> None:
    owner.archive.create("kauppa", audit(2025))
    consultant.takes(owner.sends())
    consultant.archive.open("kauppa").path.write_bytes(b"format = ")
    before = files(consultant.home)
    assert told(lambda: consultant.takes(owner.sends("kauppa", 2025, 2026)))
    assert files(consultant.home) == before


def test_private_things_stay(owner: Person) -> None:
    secret = b"sekrety"
    path = owner.archive.open("kauppa").path
    path.with_name("2026.private.toml").write_bytes(b'format = "readycheck-private/1"\ngeneral = "%s"\n' % secret)
    owner.edits(("observations",), [{"kind": "success", "text": secret.decode()}])
    owner.edits(("observations",), REMOVED)
    for folder in ("backups", "drafts", "conflicts", "unsaved", "begun"):
        there = owner.state / folder / "kauppa"
        there.mkdir(parents=True, exist_ok=True)
        (there / "2026.000099.toml").write_bytes(secret)


    with zipfile.ZipFile(owner.sends()) as made:
        assert made.namelist() == ["handover.json", "2026.toml"]
        assert not [name for name in made.namelist() if secret in made.read(name)]
        assert made.read("2026.toml") == path.read_bytes()
    assert secret not in owner.zip.read_bytes()
    assert any(secret in data for data in files(owner.state).values()), "else nothing was hidden"


def test_nothing_but_the_newest_states_is_kept(owner: Person) -> None:
    for n in range(20):
        owner.edits(GROWTH, 1 + n / 10)
        owner.sends()
    assert len(list((owner.state / "handed" / "kauppa" / "2026").iterdir())) == 16


def test_a_state_that_rots_is_found_and_put_aside(owner: Person) -> None:
    owner.sends()
    (state,) = (owner.state / "handed" / "kauppa" / "2026").iterdir()
    state.write_bytes(b"\0")
    assert [found.path for found in verify(owner.archive, repair=False)] == [state]
    assert all(found.repaired for found in verify(owner.archive, repair=True))
    assert verify(owner.archive, repair=False) == () and not state.exists()


def test_who_forgets_a_shop_forgets_what_was_handed_over(owner: Person, consultant: Person) -> None:
    consultant.takes(owner.sends())
    consultant.edits(GROWTH, 1.4)
    owner.takes(consultant.sends())
    archive = owner.archive
    assert forget(archive, subject(archive, "kauppa/2026")).left == ()
    assert not [name for name in files(owner.state) if "kauppa" in name]
