"""Statements that run in the background: told how far they are, stopped at once, their errors raised."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from readycheck.demand.importer import ImportOptions, recognise
from readycheck.demand.progress import execute
from tests.demand.imports import SEASON, written

LONG = "SELECT count(DISTINCT hash(a.range * b.range)) FROM range(30000) a, range(10000) b"


class Notes:
    """A Progress that remembers what it was told."""

    def __init__(self) -> None:
        self.phases: list[tuple[str, int | None]] = []
        self.shares: list[float] = []
        self.bytes = self.lines = 0

    def phase(self, name: str, total_bytes: int | None = None) -> None:
        self.phases.append((name, total_bytes))

    def done(self, more_bytes: int) -> None:
        self.bytes += more_bytes

    def share(self, share: float) -> None:
        self.shares.append(share)

    def rows(self, more_rows: int) -> None:
        self.lines += more_rows


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(":memory:") as made:
        yield made


def test_the_result_is_the_statement_s(connection: duckdb.DuckDBPyConnection) -> None:
    assert execute(connection, "SELECT 6 * 7").fetchall() == [(42,)]


def test_an_error_is_raised_where_the_statement_was_asked_for(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(duckdb.CatalogException, match="nowhere"):
        execute(connection, "SELECT * FROM nowhere")
    assert execute(connection, "SELECT 1").fetchall() == [(1,)]


def test_shares_lie_within_the_part_of_the_phase(connection: duckdb.DuckDBPyConnection) -> None:
    notes = Notes()
    stopper = threading.Timer(1.0, connection.interrupt)
    stopper.start()
    with pytest.raises(duckdb.InterruptException):
        execute(connection, LONG, notes, (0.25, 0.75))
    stopper.join()
    assert len(notes.shares) >= 3 and all(0.25 <= share <= 0.75 for share in notes.shares)


def test_ctrl_c_stops_the_statement_at_once(connection: duckdb.DuckDBPyConnection) -> None:
    killer = threading.Timer(0.3, signal.raise_signal, [signal.SIGINT])
    began = time.monotonic()
    killer.start()
    with pytest.raises(KeyboardInterrupt):
        execute(connection, LONG)
    assert time.monotonic() - began < 3
    assert execute(connection, "SELECT 1").fetchall() == [(1,)], "the connection is free again"


def test_reading_tells_its_bytes_and_about_how_many_rows(tmp_path: Path) -> None:
    rows = "".join(f"{n},2025-11-28 10:00\n" for n in range(1000, 3000))
    path = written(tmp_path, f"Order Number,Order Date\n{rows}")
    notes = Notes()
    recognise([path], "orders", shop_timezone="Europe/Helsinki", season=SEASON,
              options=ImportOptions(columns={"time": "Order Date"}), progress=notes)
    size = path.stat().st_size
    assert notes.phases == [("reading", size), ("counting", None)]
    assert (notes.bytes, notes.lines) == (size, 2001)


def test_a_copy_is_a_phase_of_its_own(tmp_path: Path) -> None:
    path = written(tmp_path, "Tilausnumero;Päivä\n1;28.11.2025 10.00\n".encode("cp1252"))
    notes = Notes()
    recognise([path], "orders", shop_timezone="Europe/Helsinki", season=SEASON,
              options=ImportOptions(columns={"time": "Päivä"}), progress=notes)
    size = path.stat().st_size
    assert notes.phases == [("reading", size), ("converting", size), ("counting", None)]
    assert notes.bytes == 2 * size
