"""What a person said about a shop's files: kept once a shape, found newest first, merged, checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from readycheck.core.imported import KeptMapping
from readycheck.storage.archive import Archive
from readycheck.storage.document import audit_of, dump_document, parse_document
from readycheck.storage.mappings import other_mappings, with_mapping, with_mappings_of
from readycheck.storage.merge import merge
from tests.storage.shops import audit, refusal

ZONE = KeptMapping("contacts", "zendesk", timezone="UTC", on=date(2026, 10, 1))
TILL = KeptMapping("orders", "csv", {"time": "Aika", "id": "Nro"}, source="kassa", on=date(2026, 10, 1))


def kept(document: dict[str, Any]) -> tuple[KeptMapping, ...]:
    """The mappings as the written file gives them back."""
    return audit_of(parse_document(dump_document(document), "a.toml"), "a.toml").mappings


def test_they_come_back_as_they_were_said() -> None:
    assert kept(with_mapping(with_mapping(audit(), ZONE), TILL)) == (ZONE, TILL)


def test_one_of_the_same_shape_is_replaced_and_stands_last() -> None:
    document = with_mapping(with_mapping(audit(), ZONE), TILL)
    newer = replace(ZONE, timezone="Europe/Helsinki", on=date(2026, 11, 1))
    assert kept(with_mapping(document, newer)) == (TILL, newer)


def test_the_same_again_changes_nothing_whatever_the_day() -> None:
    document = with_mapping(audit(), ZONE)
    assert with_mapping(document, replace(ZONE, on=date(2027, 1, 1))) == document


def test_what_was_amended_goes() -> None:
    document = with_mapping(audit(), TILL)
    amended = replace(TILL, columns={"time": "Maksettu", "id": "Nro"})
    assert kept(with_mapping(document, amended, TILL)) == (amended,)
    assert kept(with_mapping(document, amended)) == (TILL, amended)


def test_two_sources_of_one_shape_both_stay() -> None:
    other = replace(TILL, source="verkko")
    assert kept(with_mapping(with_mapping(audit(), TILL), other)) == (TILL, other)


def test_keys_that_are_not_known_survive() -> None:
    document = audit(mappings=[{"kind": "contacts", "format": "zendesk", "later": 1}])
    (table,) = with_mapping(document, ZONE)["mappings"]
    assert table == {"later": 1, "kind": "contacts", "format": "zendesk", "timezone": "UTC", "on": date(2026, 10, 1)}


def test_two_people_s_mappings_are_put_together() -> None:
    base = audit(mappings=[])
    ours, theirs = with_mapping(base, ZONE), with_mapping(base, TILL)
    assert set(map(repr, kept(merge(base, ours, theirs).document))) == {repr(ZONE), repr(TILL)}
    tokyo, oslo = (with_mapping(ours, replace(ZONE, timezone=zone)) for zone in ("Asia/Tokyo", "Europe/Oslo"))
    (clash,) = merge(ours, tokyo, oslo).clashes
    assert clash.path[0] == "mappings"


def test_what_cannot_be_is_told_with_its_key() -> None:
    wrong = audit(mappings=[{"kind": "orders", "format": " ", "timezone": "Mars/Base", "dates": "ymd"}])
    assert {problem.key for problem in refusal(lambda: audit_of(wrong, "a"))} >= {
        "mappings[1].format", "mappings[1].dates",
    }
    zone = audit(mappings=[{"kind": "orders", "format": "csv", "timezone": "Mars/Base"}])
    assert [problem.key for problem in refusal(lambda: audit_of(zone, "a"))] == ["mappings[1].timezone"]


def test_other_seasons_are_read_newest_first_and_only_when_asked(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for year, mapping in ((2023, None), (2024, ZONE), (2025, TILL), (2026, TILL)):
        document = audit(year)
        archive.create("yarn", document if mapping is None else with_mapping(document, mapping))
    found = other_mappings(archive, archive.open("yarn/2026"))
    assert next(found) == (TILL,)
    archive.resolve("yarn/2024").write_bytes(b"mappings = [")
    assert list(found) == []


def test_a_new_season_takes_them_over() -> None:
    assert kept(with_mappings_of(audit(2027), with_mapping(audit(), ZONE))) == (ZONE,)
    assert with_mappings_of(audit(2027), audit()) == audit(2027)
