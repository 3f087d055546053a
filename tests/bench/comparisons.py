"""What is measured, each beside the least that anybody could do instead."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import duckdb

from readycheck.core.audit import Season
from readycheck.core.scoring import score
from readycheck.demand.importer import recognise, run_import
from readycheck.demo.folder import SHOP, demo_archive
from readycheck.storage.edits import answer
from tests.bench.stopwatch import Ratio, compared, of_call, of_first_paint, of_process

BARE_APP = """
from textual.app import App
from textual.widgets import DataTable
class Bare(App):
    def compose(self):
        yield DataTable()
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("Shop", "Season")
        table.add_row("Lankakauppa Villanen", "2026")
Bare().run()
"""
ORDERS = 1_000_000
DUCKDB_ALONE = """
WITH orders AS (
    SELECT DISTINCT ON (id) id, strptime(created, '%Y-%m-%d %H:%M:%S') AS moment
    FROM read_csv('{path}', header = true, all_varchar = true)
)
SELECT isodow(moment) AS weekday, hour(moment) AS hour, moment::DATE AS day, count(*) FROM orders GROUP BY ALL
"""


def ratios(folder: Path) -> Iterator[Ratio]:
    """Every comparison, one after the other; files go into `folder`."""
    archive = demo_archive(folder)
    yield starting(archive.home)
    yield helping()
    file = archive.open(SHOP)
    yield compared(
        "scoring the made-up shop's audit", of_call(lambda: score(file.audit), 5),
        "reading its file's bytes", of_call(file.path.read_bytes, 50), 15,
    )
    yield compared(
        "opening it: read, checked, typed", of_call(lambda: archive.read(file.path), 3),
        "tomllib alone", of_call(lambda: tomllib.loads(file.path.read_text(encoding="utf-8")), 3), 15,
    )
    yield saving(folder)
    yield importing(folder)


def starting(home: Path) -> Ratio:
    """From the command to the list of shops on the screen."""
    return compared(
        "start of the app to the painted list of shops",
        of_first_paint("Lankakauppa Villanen", "-m", "readycheck", "--home", str(home), "--lang", "en"),
        "a bare Textual app with a table of one row", of_first_paint("Lankakauppa Villanen", "-c", BARE_APP), 7,
    )


def helping() -> Ratio:
    """The command line's own weight."""
    return compared(
        "readycheck --help", of_process("-m", "readycheck", "--help"),
        "python -c \"import argparse\"", of_process("-c", "import argparse"), 11,
    )


def saving(folder: Path) -> Ratio:
    """Locked, checked, written beside, read back, replaced, the old state kept."""
    archive = demo_archive(folder)
    states = [archive.open(SHOP)]
    plain = folder / "plain.toml"

    def save() -> None:
        now = states[-1]
        value = "yes" if len(states) % 2 else "no"
        document = answer(now.document, "peak-season/presence.holidays", value, on=date(2026, 10, 12))
        states.append(archive.save(now, document))

    def write() -> None:
        with plain.open("wb") as out:
            out.write(states[0].path.read_bytes())
            out.flush()
            os.fsync(out.fileno())

    return compared("saving one answer", of_call(save), "writing the same bytes, and fsync", of_call(write), 15)


def importing(folder: Path) -> Ratio:
    """A million orders by weekday and hour and by day, ids counted once."""
    path = folder / "orders.csv"
    start = datetime(2025, 11, 1)
    with path.open("w", encoding="utf-8") as out:
        out.write("id,created,total\n")
        out.writelines(
            f"{n},{start + timedelta(seconds=7 * n):%Y-%m-%d %H:%M:%S},{n % 90}.50\n" for n in range(ORDERS)
        )
    season = Season(2026, date(2026, 11, 1), date(2027, 1, 31))

    def ours() -> None:
        found = recognise([path], "orders", shop_timezone="Europe/Helsinki", season=season)
        run_import(found, today=date(2026, 10, 12))

    def alone() -> None:
        with duckdb.connect() as connection:
            connection.sql(DUCKDB_ALONE.format(path=path)).fetchall()

    return compared(
        f"import of {ORDERS:,} orders (CSV): recognised, time zone, every refusal counted", of_call(ours),
        "DuckDB alone: the same grid and days, typed by hand", of_call(alone), 3,
    )
