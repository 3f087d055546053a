"""`import contacts --orders`: the days from order to contact, at the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from readycheck.storage.archive import Archive
from tests.cli.conftest import Run

TICKETS = """Tiketti;Luotu;Tilausnro
1;29.11.2025 0.10;#1001
2;7.12.2025 9.00;Tilaus 1001
3;10.12.2025 9.00;1002
4;10.12.2025 9.00;
"""
ORDERS = """Tilausnumero;Tilausaika
1001;28.11.2025 23.30
1002;1.12.2025 10.00
"""


@pytest.fixture
def yarn(run: Run) -> str:
    assert run("new", "yarn/2026").status == 0
    return "yarn"


@pytest.fixture
def tickets(tmp_path: Path) -> Path:
    path = tmp_path / "tickets.csv"
    path.write_text(TICKETS, encoding="utf-8")
    return path


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_text(ORDERS, encoding="utf-8")
    return path


def test_the_lags_stand_in_the_audit_and_its_import(
    run: Run, yarn: str, home: Path, tickets: Path, orders: Path
) -> None:
    """A day, nine days and nine days: half came within nine."""
    said = run("import", "contacts", yarn, tickets, "--orders", orders)
    assert said.status == 0 and "3 contacts name a known order; half came within 9 days" in said.out
    document = Archive(home).open(yarn).document
    lags = " ".join({1: "1", 9: "2"}.get(day, "0") for day in range(61))
    for counts in (document["demand"]["contacts"], document["imports"][0]["counts"]):
        assert (counts["lags"], counts["linked"]) == (lags, 3)
    assert [file["name"] for file in document["imports"][0]["files"]] == ["tickets.csv"]
    assert "1001" not in Archive(home).resolve(yarn).read_text(encoding="utf-8")
    # the same source without its orders brings no lags
    assert run("import", "contacts", yarn, tickets).status == 0
    assert "lags" not in Archive(home).open(yarn).document["demand"]["contacts"]


def test_the_facts_for_a_program(run: Run, yarn: str, tickets: Path, orders: Path) -> None:
    said = run("import", "contacts", yarn, tickets, "--orders", orders, "--dry-run", "--json")
    found = json.loads(said.out)
    assert (found["linked"], found["median_lag"], found["orders_text"]) == (
        3, 9, "3 contacts name a known order; half came within 9 days",
    )
    assert found["lags"].split()[:10] == ["0", "1", *["0"] * 7, "2"] and found["files"][0]["columns"]["order"] == 2
    assert found["orders"] == [{
        "name": "orders.csv", "format": "csv", "format_name": "CSV", "column": "Tilausnumero", "orders": 2,
        "first": "2025-11-28", "last": "2025-12-01",
    }]
    alone = json.loads(run("import", "contacts", yarn, tickets, "--dry-run", "--json").out)
    assert (alone["linked"], alone["lags"], alone["median_lag"], alone["orders"]) == (None, None, None, [])


def test_what_was_said_of_the_orders_holds_beside_the_contacts(
    run: Run, yarn: str, tickets: Path, orders: Path
) -> None:
    orders.write_text("No;When\n1001;11/12/2025 10:00\n", encoding="utf-8")
    said = run("import", "contacts", yarn, tickets, "--orders", orders, lang="fi")
    assert said.status == 2 and "orders.csv: --orders: ajan saraketta ei tunnistettu" in said.err
    assert "Tuo se ensin tilauksina" in said.err
    words = ("--column", "time=When", "--column", "id=No", "--dates", "mdy")
    assert run("import", "orders", yarn, orders, *words).status == 0
    said = run("import", "contacts", yarn, tickets, "--orders", orders)
    # 12 November: 17 days to the 29th, 25 to 7 December
    assert said.status == 0 and "2 contacts name a known order; half came within 17 days" in said.out


def test_nothing_is_changed_where_something_is_wrong(
    run: Run, yarn: str, home: Path, tickets: Path, orders: Path
) -> None:
    before = Archive(home).resolve(yarn).read_bytes()
    for words, complaint in (
        (("orders", yarn, orders, "--orders", orders), "--orders: only contacts are looked up among orders."),
        (("contacts", yarn, tickets, "--orders", "none.csv"), "none.csv: --orders: there is no such file."),
        (("contacts", yarn, orders, "--column", "order=", "--orders", orders),
         "orders.csv: no column with the number of the order was recognised. Say which it is: --column order=HEADING."),
    ):
        said = run("import", *words)
        assert said.status == 2 and complaint in said.err and "Traceback" not in said.err
    assert Archive(home).resolve(yarn).read_bytes() == before


def test_no_match_is_told_and_the_contacts_count(
    run: Run, yarn: str, home: Path, tickets: Path, orders: Path
) -> None:
    orders.write_text(ORDERS.replace("100", "500"), encoding="utf-8")
    said = run("import", "contacts", yarn, tickets, "--orders", orders)
    text = " ".join(said.out.split())
    assert said.status == 0
    assert "order number: 3, orders read by the column “Tilausnumero”: 2; none of them match" in text
    assert "5001" not in said.out and "#1001" not in said.out
    demand = Archive(home).open(yarn).document["demand"]["contacts"]
    assert demand["timed"] == 4 and "lags" not in demand


def test_the_list_of_formats_tells_of_it(run: Run) -> None:
    assert "--orders" in run("import", "--list-formats").out
    assert "--orders" in run("import", "contacts", "--list-formats", lang="fi").out
    assert "--orders" not in run("import", "orders", "--list-formats").out
