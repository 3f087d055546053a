"""The made-up shop's folder: made where missing, kept where changed, made anew only when asked."""

from __future__ import annotations

from pathlib import Path

from readycheck.core.scoring import score
from readycheck.demo.folder import SHOP, demo_archive
from readycheck.storage.edits import assign


def test_it_lies_in_a_folder_of_its_own_with_three_seasons(tmp_path: Path) -> None:
    archive = demo_archive(tmp_path)
    assert [(shop.slug, shop.name, shop.years) for shop in archive.shops()] == [
        ("lankakauppa-villanen", "Lankakauppa Villanen", (2024, 2025, 2026)),
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]


def test_two_people_get_the_same_bytes(tmp_path: Path) -> None:
    one, other = demo_archive(tmp_path / "one"), demo_archive(tmp_path / "other")
    for year in (2024, 2025, 2026):
        reference = f"{SHOP}/{year}"
        assert one.resolve(reference).read_bytes() == other.resolve(reference).read_bytes()


def test_a_change_is_kept_a_missing_season_comes_back_and_fresh_undoes_the_change(tmp_path: Path) -> None:
    archive = demo_archive(tmp_path)
    file = archive.open(f"{SHOP}/2026")
    archive.save(file, assign(file.document, "plan.growth=2"))
    archive.resolve(f"{SHOP}/2025").unlink()
    demo_archive(tmp_path)
    assert archive.open(f"{SHOP}/2026").audit.plan.growth == 2
    assert archive.open(f"{SHOP}/2025").audit.season.year == 2025
    demo_archive(tmp_path, fresh=True)
    assert archive.open(f"{SHOP}/2026").audit.plan.growth == 1.15


def test_its_people_write_english_where_it_is_begun_in_english(tmp_path: Path) -> None:
    """Nothing in what they wrote has a Finnish letter, and the scores are those of the Finnish one."""
    there = demo_archive(tmp_path / "en", lang="en")
    for year in (2024, 2025, 2026):
        file, finnish = there.open(f"{SHOP}/{year}"), demo_archive(tmp_path / "fi").open(f"{SHOP}/{year}")
        told = {key: part for key, part in file.document.items() if key not in ("checklists", "reasons", "imports")}
        assert not set("äöÄÖ") & set(str(told))
        assert "Veera knows" in str(file.document["reasons"]) or year != 2026
        assert score(file.audit).readiness == score(finnish.audit).readiness


def test_fresh_leaves_other_shops_of_that_folder_alone(tmp_path: Path) -> None:
    archive = demo_archive(tmp_path)
    file = archive.open(f"{SHOP}/2026")
    archive.create("own", {**file.document, "shop": {"name": "Own"}})
    demo_archive(tmp_path, fresh=True)
    assert archive.open("own/2026").audit.shop.name == "Own"
