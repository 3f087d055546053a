"""The folder of audits: names, references, what a save keeps, and what is never touched."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from readycheck.storage.document import dump_document, with_value
from readycheck.storage.references import ShopEntry
from tests.storage.shops import HOSTILE, audit, files, refusal, told


def test_a_new_audit_lies_at_its_slug_and_year_and_reads_as_it_was_given(archive: Archive) -> None:
    given = audit(shop={"name": "Lankakauppa Oy"})
    file = archive.create("Lankakauppa Oy", given)
    assert file.path == archive.home / "shops" / "lankakauppa-oy" / "2026.toml"
    assert file.document == given
    again = archive.read(file.path)
    assert (again.document, again.digest) == (given, file.digest)
    assert again.audit.shop.name == "Lankakauppa Oy"


def test_a_season_is_begun_once(archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    before = file.path.read_bytes()
    assert told(lambda: archive.create("kauppa", audit(faq=[{"title": "T"}]))) == (
        "kauppa has an audit of 2026 already. Open it, or choose another year."
    )
    assert file.path.read_bytes() == before


def test_a_wrong_audit_is_not_begun(archive: Archive) -> None:
    assert len(refusal(lambda: archive.create("kauppa", audit(staffing={"chat": {}, "phone": {"aht": 0}})))) == 2
    assert files(archive.home) == {}


def test_the_seasons_between_two_files_are_read_in_order_without_damaged_ones(archive: Archive, tmp_path: Path) -> None:
    made = {year: archive.create("kauppa", audit(year)) for year in (2022, 2023, 2024, 2025, 2026)}
    made[2024].path.write_text("[", encoding="utf-8")
    assert [found.season.year for found in archive.between(made[2022].path, made[2026].path)] == [2023, 2025]
    assert archive.between(made[2025].path, made[2026].path) == []
    assert archive.between(tmp_path / "2022.toml", made[2026].path) == []  # another shop's folder
    assert archive.between(made[2022].path.with_name("mine.toml"), made[2026].path) == []


def test_a_taken_name_gets_a_number(archive: Archive) -> None:
    assert archive.free_slug("Kauppa") == "kauppa"
    archive.create("kauppa", audit())
    assert archive.free_slug("KAUPPA!") == "kauppa-2"
    archive.create("kauppa-2", audit())
    assert archive.free_slug("Kauppa") == "kauppa-3"
    long = "x" * 60
    archive.create(long, audit())
    assert archive.free_slug(long) == "x" * 38 + "-2"


@pytest.mark.parametrize("before", [
    'mappings = [\n    { kind = "orders", format = "csv" },\n]\n',
    'later = """\n[shop]\nname = "Wrong"\n[x]\n"""\n',
    "later = '''\n[shop]\nname = \"Wrong\"\n[x]\n'''\n",
    "# a comment\n\nlater = 1\n",
])
def test_the_name_is_found_whatever_stands_before_it(before: str, archive: Archive) -> None:
    path = archive.create("lanka", audit(shop={"name": "Lankakauppa Oy"})).path
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[shop]", f"{before}\n[shop]", 1), encoding="utf-8")
    assert [entry.name for entry in archive.shops()] == ["Lankakauppa Oy"]


@pytest.mark.parametrize("name", json.loads((HOSTILE / "shop_names.json").read_text()))
def test_whatever_a_shop_is_called_its_folder_is_harmless(name: str, archive: Archive) -> None:
    slug = archive.free_slug(name)
    assert re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?", slug)
    assert slug not in {"con", "prn", "aux", "nul", "com1", "lpt1"}
    file = archive.create(slug, audit(shop={"name": name if name.strip() else "–"}))
    assert file.path.resolve().parent.parent == (archive.home / "shops").resolve()
    kept = archive.read(file.path).document["shop"]["name"]
    assert kept == (name if name.strip() else "–").replace("\ud83d", "\ufffd"), "as typed, but for half a character"


def test_shops_are_listed_by_slug_with_their_seasons_and_newest_name(archive: Archive) -> None:
    archive.create("b", audit(2025, shop={"name": "Vanha nimi"}))
    archive.create("b", audit(2026, shop={"name": "Uusi nimi"}))
    archive.create("a", audit(2024, shop={"name": "Ä\x1b[2J"}))
    shops = archive.home / "shops"
    (shops / "a" / "2024.private.toml").write_text("secret")
    (shops / "a" / "2023.damaged.toml").write_text("")
    (shops / "empty").mkdir()
    (shops / "note.txt").write_text("x")
    assert archive.shops() == (
        ShopEntry("a", "Ä\ufffd[2J", (2024,)), ShopEntry("b", "Uusi nimi", (2025, 2026)),
    )


def test_a_damaged_file_is_listed_by_its_folder(archive: Archive) -> None:
    archive.create("kauppa", audit(shop={"name": "Nimi"})).path.write_bytes(b"")
    assert archive.shops() == (ShopEntry("kauppa", "kauppa", (2026,)),)


def test_an_empty_folder_has_no_shops(tmp_path: Path) -> None:
    assert Archive(tmp_path / "none").shops() == ()


@pytest.mark.parametrize(("reference", "wanted"), [
    ("lanka", "lanka/2026"), ("lanka/2025", "lanka/2025"), ("lanka/", "lanka/2026"),
    ("Lanka & Puikko", "lanka/2026"), ("lanka & puikko/2025", "lanka/2025"), ("Neule", "neule/2026"),
])
def test_who_is_meant(reference: str, wanted: str, archive: Archive) -> None:
    for slug, year, name in (("lanka", 2025, "L"), ("lanka", 2026, "Lanka & Puikko"), ("neule", 2026, "Neule")):
        archive.create(slug, audit(year, shop={"name": name}))
    assert archive.resolve(reference) == archive.home / "shops" / f"{wanted}.toml"
    assert archive.open(reference).audit.season.year == int(wanted[-4:])


def test_a_path_is_meant_wherever_it_lies(archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "mail" / "their audit.toml"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(dump_document(audit()))
    monkeypatch.chdir(elsewhere.parent)
    for reference in (str(elsewhere), "their audit.toml", "./their audit.toml"):
        assert archive.resolve(reference).resolve() == elsewhere
    file = archive.open(str(elsewhere))
    archive.save(file, with_value(file.document, ("plan", "growth"), 1.2))
    assert archive.read(elsewhere).audit.plan.growth == 1.2
    assert archive.shops() == ()


@pytest.mark.parametrize(("reference", "what"), [
    ("lankakaupa", "there is no shop \"lankakaupa\". Did you mean lankakauppa?"),
    ("villan lanka", "there is no shop \"villan lanka\". Did you mean villa?"),
    ("qqq", "there is no shop \"qqq\". There are: lankakauppa, villa."),
    ("lankakauppa/1999", "lankakauppa has no audit of 1999. It has 2025, 2026."),
    ("other/place/2026.toml", "other/place/2026.toml: there is no such file."),
    ("", "there is no shop \"\". There are: lankakauppa, villa."),
    ("~nobody-at-all/x", "there is no shop \"~nobody-at-all/x\". There are: lankakauppa, villa."),
    ("x" * 5000, "there is no shop \"" + "x" * 80 + "\". There are: lankakauppa, villa."),
    ("a\x00b", "there is no shop \"a\ufffdb\". There are: lankakauppa, villa."),
    ("shops/lankakauppa/2026.private.toml", "shops/lankakauppa/2026.private.toml: private notes are no audit."),
])
def test_who_cannot_be_meant_is_answered_with_close_names(reference: str, what: str, archive: Archive) -> None:
    for slug, year, name in (("lankakauppa", 2025, "L"), ("lankakauppa", 2026, "L"), ("villa", 2026, "Villalanka")):
        archive.create(slug, audit(year, shop={"name": name}))
    assert told(lambda: archive.resolve(reference)) == what


def test_a_name_that_two_shops_have_is_nobody_but_a_folder_is(archive: Archive) -> None:
    archive.create("kauppa", audit(shop={"name": "Kauppa"}))
    archive.create("kauppa-2", audit(shop={"name": "Kauppa"}))
    assert archive.resolve("kauppa-2").parent.name == "kauppa-2"
    assert archive.resolve("kauppa").parent.name == "kauppa"
    assert "Did you mean" in told(lambda: archive.resolve("Kauppa"))


def test_in_an_empty_folder_the_first_step_is_told(archive: Archive) -> None:
    assert "`readycheck new SHOP/YEAR` begins one" in told(lambda: archive.resolve("kauppa"))


def test_a_save_changes_the_file_and_keeps_what_nobody_knows(archive: Archive) -> None:
    unknown = {"later": {"deep": [1, {"x": 2}]}, "shop": {"name": "K", "vat": "FI123"},
               "hours": {"chat": {"mon": ["08:00-16:00"], "robot": True}}, "faq": [{"title": "T", "views": 7}]}
    file = archive.create("kauppa", audit(**unknown))
    saved = archive.save(file, with_value(file.document, ("hours", "chat", "live"), True))
    document = archive.read(file.path).document
    assert document == saved.document
    assert document["later"] == {"deep": [1, {"x": 2}]}
    assert document["shop"]["vat"] == "FI123"
    assert document["hours"]["chat"] == {"mon": ["08:00-16:00"], "robot": True, "live": True}
    assert document["faq"] == [{"title": "T", "views": 7}]
    assert saved.audit.hours["chat"].live


def test_a_save_with_mistakes_tells_all_and_writes_nothing(archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    before = files(archive.home)
    wrong = {**file.document, "plan": {"growth": -1, "shrinkage": 2}}
    assert {problem.key for problem in refusal(lambda: archive.save(file, wrong))} == {"plan.shrinkage", "plan.growth"}
    assert files(archive.home) == before


def test_a_file_keeps_the_year_of_its_name(archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    before = files(archive.home)
    moved = {**file.document, "season": {"year": 2027, "starts": date(2027, 11, 1), "ends": date(2028, 1, 31)}}
    assert "is named for 2026" in told(lambda: archive.save(file, moved))
    assert files(archive.home) == before


def test_a_save_that_changes_nothing_leaves_the_file_as_the_person_wrote_it(archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    by_hand = b"# my own comment\n" + file.path.read_bytes()
    file.path.write_bytes(by_hand)
    file = archive.read(file.path)
    archive.save(file, file.document)
    assert file.path.read_bytes() == by_hand


def test_line_ends_of_a_note_do_not_grow(archive: Archive) -> None:
    file = archive.create("kauppa", audit(observations=[{"kind": "success", "text": "a\r\nb"}]))
    for n in range(3):
        file = archive.read(file.path)
        assert file.audit.observations[0].text == "a\nb"
        file = archive.save(file, with_value(file.document, ("plan", "growth"), 1.0 + n / 10))


@pytest.mark.parametrize("damaged", [b"", b"\0" * 100, b"[shop", b"# readycheck\n[shop]\nname = 'K'\n", b"\xff"])
def test_nothing_is_saved_over_a_file_that_cannot_be_read(damaged: bytes, archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    file.path.write_bytes(damaged)
    told(lambda: archive.save(file, {**file.document, "plan": {"growth": 2}}))
    assert file.path.read_bytes() == damaged


def test_a_newer_format_is_left_byte_for_byte(archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    newer = b"# theirs\r\n" + (HOSTILE / "toml_future_schema.toml").read_bytes()
    file.path.write_bytes(newer)
    for call in (lambda: archive.open("kauppa"), lambda: archive.read(file.path),
                 lambda: archive.save(file, {**file.document, "plan": {"growth": 2}})):
        assert "newer format (readycheck-audit/99)" in told(call)
    assert file.path.read_bytes() == newer
    assert [path.name for path in file.path.parent.iterdir()] == ["2026.toml"]


def test_a_file_that_is_gone_is_told(archive: Archive) -> None:
    file = archive.create("kauppa", audit())
    file.path.unlink()
    assert told(lambda: archive.save(file, {**file.document, "x": 1})).endswith("2026.toml: there is no such file.")
    file.path.mkdir()
    assert told(lambda: archive.read(file.path)).endswith("2026.toml: is no file.")


def test_the_season_before_is_the_newest_readable_one(archive: Archive) -> None:
    for year in (2022, 2023, 2024, 2026):
        archive.create("kauppa", audit(year))
    file = archive.open("kauppa")
    before = archive.previous(file)
    assert before is not None and before.audit.season.year == 2024
    before.path.write_bytes(b"")
    before = archive.previous(file)
    assert before is not None and before.audit.season.year == 2023
    assert archive.previous(archive.open("kauppa/2022")) is None
