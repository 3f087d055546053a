"""What is one order number, however it is written, and what is none."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from readycheck.demand.lags.numbers import number_sql, plain_number_sql, plain_sql
from readycheck.demand.rows.reader import quoted
from tests.demand.lags.linked import contacts_in, lags_of, linked, orders_in


def number(text: str) -> str:
    """The number of a text; where it is written plainly, both ways must say the same."""
    query = f"SELECT {number_sql('x')}, {plain_sql('x')}, {plain_number_sql('x')} FROM (SELECT {quoted(text)} AS x)"
    ((worded, plain, quick),) = duckdb.execute(query).fetchall()
    assert not plain or worded == quick
    return str(worded)


@pytest.mark.parametrize("text", [
    "1001", "#1001", "# 1001", "'1001", "no. 1001", "No 1001", "nro 1001", "NRO. 1001", "nro1001", "n:o 1001",
    "Nr. #1001", "Order #1001", "ORDER NO. 1001", "order number: 1001", "Tilaus 1001", "tilausnumero: 1001",
    "Tilaus nro #1001", "Beställning 1001", "ordernr 1001", "Ordernummer: 1001", "1001.", "1001:",
])
def test_one_number_in_many_forms(text: str) -> None:
    assert number(text) == "1001"


@pytest.mark.parametrize(("text", "known"), [
    ("LK-1001", "lk-1001"), ("#lk-1001", "lk-1001"), ("Tilaus nro LK-1001", "lk-1001"),
    ("Tilaus", ""), ("#", ""), ("–", ""), ("none", ""), ("Ei tiedossa", ""),
    ("001001", "001001"),                     # digits stay as they are
    ("1001-FI", "1001-fi"), ("#1001_a", "1001_a"), ("NOKIA5", "nokia5"), ("XKBKNABJK", "xkbknabjk"),
    ("orderly 5", "orderly 5"), ("Åäö-1", "åäö-1"),
])
def test_what_else_is_a_number_or_none(text: str, known: str) -> None:
    assert number(text) == known


FOUND = [
    "#1001", " 1001 ", "\u00a01001", "Tilaus nro 1001", "order 1001", "1001, 9999", "9999 / #1001", "9999 ja 1001",
    '"[""9999"", ""1001""]"', "(1001)", "#9999#1001", "9999\t1001", "Koskee tilausta 1001.", '"1001; 9999"',
]
OTHERS = ["10010", "001001", "1001-2", "100", "", "   ", "x1001", "1 001", f"1001 {'x' * 500}"]


def test_the_order_is_found_in_cells(tmp_path: Path) -> None:
    """A day for each cell, so that it shows which one is not found."""
    rows = [f"{day}.12.2025 9.00;{cell}" for day, cell in enumerate(FOUND, 1)]
    result = linked(contacts_in(tmp_path, rows), orders_in(tmp_path))
    assert lags_of(result) == {2 + day: 1 for day in range(1, len(FOUND) + 1)}


def test_another_number_is_not_taken_for_it(tmp_path: Path) -> None:
    rows = [f"{day}.12.2025 9.00;{cell}" for day, cell in enumerate(["1001", *OTHERS], 1)]
    result = linked(contacts_in(tmp_path, rows), orders_in(tmp_path))
    assert lags_of(result) == {3: 1} and result.entry["counts"]["linked"] == 1
    counts = linked(contacts_in(tmp_path, rows[1:]), orders_in(tmp_path)).entry["counts"]
    assert "lags" not in counts and "linked" not in counts and counts["timed"] == len(OTHERS)


def test_letters_count_alike_whatever_their_size(tmp_path: Path) -> None:
    orders = orders_in(tmp_path, "Order ID;Order date\n#LK-1001-FI;2025-11-28 10:00\n")
    rows = [f"30.11.2025 9.00;{cell}" for cell in ("lk-1001-fi", "LK-1001-FI", "#Lk-1001-Fi", "Tilaus LK-1001-FI")]
    assert lags_of(linked(contacts_in(tmp_path, rows), orders)) == {2: 4}
