"""The British wholesaler's real orders and cancellations, against a plain computation with csv and zoneinfo."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from readycheck.core.audit import Season
from readycheck.demand.options import Kind
from tests.demand.imports import DATA, imported

LONDON, HELSINKI = ZoneInfo("Europe/London"), ZoneInfo("Europe/Helsinki")
SEASON = Season(2011, date(2011, 11, 1), date(2012, 1, 31))
FILES: list[tuple[Kind, Path]] = [
    ("orders", DATA / "online_retail_orders.csv"), ("contacts", DATA / "online_retail_cancellations.csv"),
]


def plain(path: Path) -> dict[str, Any]:
    """The same profile, row by row."""
    with path.open(encoding="utf-8") as file:
        instants = {row["InvoiceNo"]: row["InvoiceDate"] for row in csv.DictReader(file)}.values()
    local = [datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(HELSINKI) for text in instants]
    days = Counter(moment.date() for moment in local)
    first, last = min(days), max(days)
    within = [m for m in local if date(2010, 11, 1) <= m.date() <= date(2011, 1, 31)]
    hours = Counter((moment.weekday(), moment.hour) for moment in within)
    return {
        "first": first, "last": last, "timed": len(local), "grid_of": "season",
        "grid": [" ".join(str(hours[weekday, hour]) for hour in range(24)) for weekday in range(7)],
        "daily": " ".join(str(days[first + timedelta(days=n)]) for n in range((last - first).days + 1)),
    }


@pytest.mark.parametrize(("kind", "path"), FILES)
def test_every_hour_and_day_agrees(kind: Kind, path: Path) -> None:
    entry = imported(path, kind=kind, season=SEASON, today=date(2011, 10, 1), timezone="Europe/London").entry
    expected = plain(path)
    if kind == "contacts":
        expected |= {"channels": {}, "reasons": {}, "with_channel": 0, "uncoded": expected["timed"]}
    assert entry["counts"] == expected
    assert entry["rows"] == expected["timed"]


def test_files_that_overlap_count_each_id_once(tmp_path: Path) -> None:
    lines = FILES[0][1].read_text(encoding="utf-8").splitlines(keepends=True)
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("".join(lines[:8000]), encoding="utf-8")
    second.write_text(lines[0] + "".join(lines[6000:]), encoding="utf-8")
    options: dict[str, Any] = {"season": SEASON, "today": date(2011, 10, 1), "timezone": "Europe/London"}
    whole, parts = imported(FILES[0][1], **options), imported(first, second, **options)
    assert parts.entry["counts"] == whole.entry["counts"]
    assert parts.entry["rows"] == whole.entry["rows"] + 2000
    assert any("already: 2000;" in str(note) for note in parts.notes)


def test_the_same_import_again_gives_the_same_entry() -> None:
    options: dict[str, Any] = {"season": SEASON, "today": date(2011, 10, 1), "timezone": "Europe/London"}
    assert imported(FILES[0][1], **options) == imported(FILES[0][1], **options)
