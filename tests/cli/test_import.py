"""`import`: recognised first, then counted; refusals by cause; nothing changed unless all is well."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from tests.cli.conftest import Run

ORDERS = """Order Number;Order Date
1;28.11.2025 14.05
2;28.11.2025 20.30
3;29.11.2025 9.00
4;never
"""
CONTACTS = """Created time;Channel;Reason
28.11.2025 14.05;chat;palautus
28.11.2025 15.05;email;
30.11.2025 10.00;email;seuranta
"""


@pytest.fixture
def yarn(run: Run) -> str:
    assert run("new", "yarn/2026").status == 0
    return "yarn"


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "tilaukset.csv"
    path.write_text(ORDERS, encoding="utf-8")
    return path


TAKEN = ("--column", "time=Order Date", "--column", "id=Order Number")


def test_a_dry_run_shows_what_was_recognised_and_changes_nothing(
    run: Run, yarn: str, home: Path, orders: Path
) -> None:
    path = Archive(home).resolve(yarn)
    before = path.read_bytes()
    said = run("import", "orders", yarn, orders, *TAKEN, "--dry-run")
    assert said.status == 0 and "dry run" in said.out
    assert all(text in said.out for text in ("tilaukset.csv", "time = Order Date", "28.11.2025 14.05"))
    assert path.read_bytes() == before


def test_an_import_counts_refuses_by_cause_and_keeps_the_counts(
    run: Run, yarn: str, home: Path, orders: Path
) -> None:
    said = run("import", "orders", yarn, orders, *TAKEN, "--source", "kassa", lang="fi")
    assert said.status == 0 and "4 riviä luettiin." in said.out
    assert "Laskettiin 3 (tilaukset), 28.11.2025 – 29.11.2025." in said.out
    assert said.out.count("tilaukset.csv, rivi 5") + said.out.count("rivillä 5") == 1
    audit = Archive(home).open(yarn).audit
    assert audit.orders is not None and (audit.orders.daily, audit.orders.timed) == ((2, 1), 3)
    assert audit.orders.grid[4][14] == audit.orders.grid[4][20] == audit.orders.grid[5][9] == 1
    assert [entry.source for entry in audit.imports] == ["kassa"]


def test_the_same_file_again_changes_nothing(run: Run, yarn: str, home: Path, orders: Path) -> None:
    assert run("import", "orders", yarn, orders, *TAKEN).status == 0
    path = Archive(home).resolve(yarn)
    before = path.read_bytes()
    assert "nothing changed" in run("import", "orders", yarn, orders, *TAKEN).out
    assert path.read_bytes() == before


def test_what_another_file_brought_is_not_replaced_in_silence(
    run: Run, yarn: str, home: Path, orders: Path, tmp_path: Path
) -> None:
    till = tmp_path / "kassa.csv"
    till.write_text("Order Number;Order Date\n9;1.12.2025 10.00\n", encoding="utf-8")
    assert "replaces" not in run("import", "orders", yarn, orders, *TAKEN).out
    for more in (["--dry-run"], []):
        said = run("import", "orders", yarn, till, *TAKEN, *more).out
        assert "source “csv” brought before: tilaukset.csv (4 rows)" in said and "--source" in said
    assert "replaces" not in run("import", "orders", yarn, till, *TAKEN).out  # the very same file
    assert "replaces" not in run("import", "orders", yarn, orders, *TAKEN, "--source", "verkko").out
    audit = Archive(home).open(yarn).audit
    assert audit.orders is not None and audit.orders.timed == 3 + 1


def test_contacts_bring_channels_and_named_reasons(run: Run, yarn: str, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "yhteydenotot.csv"
    path.write_text(CONTACTS, encoding="utf-8")
    said = run("import", "contacts", yarn, path, "--column", "time=Created time", "--column", "channel=Channel",
               "--column", "reason=Reason")
    assert said.status == 0, said.err
    audit = Archive(home).open(yarn).audit
    assert audit.contacts is not None
    assert (audit.contacts.channels, audit.contacts.uncoded) == ({"email": 2, "chat": 1}, 1)
    assert audit.contacts.reasons == {"return": 1, "where-is-my-order": 1}
    assert audit.reasons["return"].label["fi"] == "Palautus"


@pytest.mark.parametrize("words, fragment", [
    (("--column", "time"), "time=Created"),
    (("--column", "when=Order Date"), "when"),
    ((*TAKEN, "--column", "time=Ordered"), "Ordered"),
    ((*TAKEN, "--timezone", "Europe/Nowhere"), "Europe/Nowhere"),
    ((*TAKEN, "--format", "abacus"), "abacus"),
    ((), "--column"),
])
def test_what_cannot_be_imported_is_told_and_nothing_is_changed(
    run: Run, yarn: str, home: Path, orders: Path, words: tuple[str, ...], fragment: str
) -> None:
    path = Archive(home).resolve(yarn)
    before = path.read_bytes()
    orders.write_text(ORDERS.replace("Order Date", "Pvm X").replace("Order Number", "N X") if not words else ORDERS,
                      encoding="utf-8")
    said = run("import", "orders", yarn, orders, *words)
    assert said.status == 2 and fragment in said.err and "Traceback" not in said.err
    assert path.read_bytes() == before


def test_a_missing_file_and_a_wrong_kind_of_file(run: Run, yarn: str, tmp_path: Path) -> None:
    assert run("import", "orders", yarn, tmp_path / "none.csv").status == 2
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    said = run("import", "orders", yarn, picture)
    assert said.status == 2 and "picture.csv" in said.err
