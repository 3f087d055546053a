"""Nothing of a person leaves the files: the whole entry is searched for what stood in them."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest

from readycheck.demand.importer import run_import
from readycheck.errors import ReadycheckError
from tests.demand.imports import EXPORTS, HOSTILE, TODAY, imported, recognised, written

PEOPLE = [
    "maija", "testi", "ville", "example", "358401234567", "villasukat", "pakettini", "00100", "mäkinen", "äkinen",
    "åsa", "žarko", "7410991464714", "1001", "4343", "10001",
]


@pytest.mark.parametrize(("file", "options"), [
    ("shopify_orders_full.csv", {}), ("shopify_orders_short_2025.csv", {}),
    ("woocommerce_core_analytics_browser.csv", {}), ("woocommerce_webtoffee.csv", {"date_order": "mdy"}),
    ("woocommerce_advanced_order_export.csv", {}), ("excel_fi_cp1252_semicolon.csv", {}),
    ("mycashflow_orders_UNVERIFIED.csv", {"columns": {"time": "OrderDate"}}),
    ("zendesk_full_export.csv", {"kind": "contacts", "timezone": "UTC"}),
    ("freshdesk_tickets.csv", {"kind": "contacts", "timezone": "UTC"}),
    ("zendesk_tickets.json", {"kind": "contacts"}), ("gmail_takeout.mbox", {"kind": "contacts"}),
    ("gorgias_tickets_api.json", {"kind": "contacts", "timezone": "UTC"}),
])
def test_an_entry_holds_no_name_address_number_text_or_id(file: str, options: dict[str, Any]) -> None:
    entry = imported(EXPORTS / file, **options).entry
    kept = entry | {"files": [], "source": ""}       # the digest may hold any digits
    text = json.dumps(kept, default=str, ensure_ascii=False).lower()
    assert [person for person in PEOPLE if person in text] == []


def test_what_is_shown_hides_people_in_every_column(tmp_path: Path) -> None:
    for sample in json.loads((HOSTILE / "pii_samples.json").read_text(encoding="utf-8")):
        secrets = [secret for secret in sample["must_hide"] if "@" in secret or sum(map(str.isdigit, secret)) > 6]
        if not secrets:
            continue
        cell = sample["text"].replace('"', "'")
        path = written(tmp_path, f'created,id,channel,reason,text\n2025-11-28 10:00,1,"{cell}","{cell}","{cell}"\n')
        recognition = recognised(path, kind="contacts")
        shown = "\n".join(map(str, (*recognition.lines, *(q.message() for q in recognition.questions))))
        assert [secret for secret in secrets if secret in shown] == []
        with pytest.raises(ReadycheckError):
            run_import(recognition, today=TODAY)
        dropped = imported(path, kind="contacts", columns={"channel": "", "reason": ""})
        assert [secret for secret in secrets if secret in json.dumps(dropped.entry, default=str)] == []


def test_a_file_without_headings_does_not_show_its_people(tmp_path: Path) -> None:
    path = written(tmp_path, "maija.testi@example.fi,0401234567,Palautus\nville@example.fi,0401234568,Vaihto\n")
    recognition = recognised(path, kind="contacts")
    shown = "\n".join(map(str, (*recognition.lines, *(q.message() for q in recognition.questions))))
    assert "maija" not in shown and "040" not in shown


@pytest.mark.parametrize(("id", "shown"), [
    ("131052-308T", False), ("+358 40 1234567", False), ("Maija Testi", False), ("maija@example.fi", False),
    ("450789469", True), ("#1001", True), ("A-1001", True),
])
def test_an_id_that_is_a_person_is_not_shown(id: str, shown: bool, tmp_path: Path) -> None:
    recognition = recognised(written(tmp_path, f"order,created\n{id},2025-11-28 10:00\n"))
    assert (id in "\n".join(map(str, recognition.lines))) == shown


@pytest.mark.parametrize(("name", "kept"), [
    ("Inbox maija@example.fi.csv", "Inbox •••"), ("tilaukset 131052-308T.csv", "tilaukset •••.csv"),
    ("orders_20251128-123456.csv", "orders_20251128-123456.csv"),
])
def test_a_files_name_is_kept_without_people(name: str, kept: str, tmp_path: Path) -> None:
    entry = imported(written(tmp_path, "order,created\n1,2025-11-28 10:00\n", name)).entry
    assert entry["files"][0]["name"] == kept


@pytest.mark.parametrize("broken", [b"order,created\n1,soon\n", b"\x89PNG\r\n\x1a\n", b"a,b\n1,\"2025-11-28"])
def test_nothing_is_left_behind(broken: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No copy of a file, no spill of the database, neither after an import nor after an error."""
    work, home = tmp_path / "work", tmp_path / "home"
    work.mkdir()
    home.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(work))
    monkeypatch.chdir(home)
    good = written(tmp_path, "order;created;customer\n1;28.11.2025 10.00;Mäkinen\n".encode("cp1252"))
    imported(good)
    with pytest.raises(ReadycheckError):
        imported(written(tmp_path, broken, "broken.csv"))
    assert (list(work.iterdir()), list(home.iterdir())) == ([], [])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.csv", "export.csv", "home", "work"]
