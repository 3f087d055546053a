"""Contacts and the orders that they name, as the tests write them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from readycheck.demand.importer import ImportResult
from tests.demand.imports import imported, written

ORDER_ROWS = """Tilausnumero;Tilausaika
1001;28.11.2025 23.30
1002;1.12.2025 10.00
1003;5.12.2025 10.00
"""


def orders_in(folder: Path, content: str = ORDER_ROWS, name: str = "orders.csv") -> Path:
    """A file of orders."""
    return written(folder, content, name)


def contacts_in(folder: Path, rows: Iterable[str], headings: str = "Luotu;Tilausnro") -> Path:
    """A file of contacts: by default a time and an order in each row."""
    return written(folder, "\n".join([headings, *rows]) + "\n", "tickets.csv")


def linked(contacts: Path, *orders: Path, **rest: Any) -> ImportResult:
    """The import of contacts beside their orders."""
    return imported(contacts, kind="contacts", orders=orders, **rest)


def lags_of(result: ImportResult) -> dict[int, int]:
    """How many contacts came how many days after their order."""
    counts = result.entry["counts"]["lags"].split()
    assert len(counts) == 61
    return {day: int(count) for day, count in enumerate(counts) if count != "0"}
