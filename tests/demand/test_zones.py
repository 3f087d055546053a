"""Offsets, the hour that does not exist and the hour that is there twice, against zoneinfo itself."""

from __future__ import annotations

from bisect import bisect_right
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from readycheck.demand.rows.zones import local_rules, offsets
from tests.demand.imports import imported, written

ZONES = [
    "Europe/Helsinki", "Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Gaza",
    "Pacific/Apia", "America/Sao_Paulo", "UTC", "Asia/Kathmandu", "Europe/Moscow",
]
EPOCH = datetime(1970, 1, 1)


@pytest.mark.parametrize("name", ZONES)
def test_every_quarter_of_an_hour_has_zoneinfos_offset(name: str) -> None:
    zone, found = ZoneInfo(name), offsets(ZoneInfo(name), 2010, 2012)
    starts = [offset.starts for offset in found]
    moment, end = datetime(2010, 1, 1, tzinfo=UTC), datetime(2013, 1, 1, tzinfo=UTC)
    while moment < end:
        expected = moment.astimezone(zone).utcoffset()
        known = found[bisect_right(starts, moment.timestamp()) - 1].seconds
        assert timedelta(seconds=known) == expected, moment
        moment += timedelta(minutes=45)


@pytest.mark.parametrize("name", ZONES)
def test_every_local_time_is_read_as_zoneinfo_reads_it(name: str) -> None:
    zone, rules = ZoneInfo(name), local_rules(ZoneInfo(name), 2011, 2011)
    starts = [rule.starts for rule in rules]
    wall = datetime(2011, 1, 1)
    while wall.year == 2011:
        rule = rules[bisect_right(starts, (wall - EPOCH).total_seconds()) - 1]
        early, late = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
        exists = early.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall
        kind = "skipped" if not exists else "doubled" if early.utcoffset() != late.utcoffset() else ""
        assert rule.odd == kind, wall
        if exists:
            assert timedelta(seconds=rule.seconds) == early.utcoffset(), wall
        wall += timedelta(minutes=30)


def test_an_import_around_the_changes_of_clocks_agrees_with_zoneinfo(tmp_path: Path) -> None:
    """Every ten minutes of four nights, London's clock, counted in Helsinki's hours."""
    london, helsinki = ZoneInfo("Europe/London"), ZoneInfo("Europe/Helsinki")
    nights = [datetime(2025, 3, 29, 20), datetime(2025, 10, 25, 20), datetime(2024, 3, 30, 20),
              datetime(2026, 7, 1, 20)]
    walls = [night + timedelta(minutes=10 * step) for night in nights for step in range(60)]
    rows = "".join(f"{number},{wall:%Y-%m-%d %H:%M}\n" for number, wall in enumerate(walls))
    entry = imported(written(tmp_path, "order,created\n" + rows), timezone="Europe/London").entry
    grid = [[0] * 24 for _ in range(7)]
    skipped = 0
    for wall in walls:
        instant = wall.replace(tzinfo=london).astimezone(UTC)
        if instant.astimezone(london).replace(tzinfo=None) != wall:
            skipped += 1
            continue
        local = instant.astimezone(helsinki)
        grid[local.weekday()][local.hour] += 1
    assert skipped == 12  # 01:00–01:50 twice
    assert entry["rejected"] == {"time does not exist": skipped}
    assert entry["counts"]["grid"] == [" ".join(map(str, row)) for row in grid]


def test_days_of_23_and_25_hours_keep_every_instant(tmp_path: Path) -> None:
    """An instant each hour of UTC: 23 fall on 30 March 2025 in Helsinki, 25 on 26 October."""
    start = {date: datetime.fromisoformat(date + "T00:00:00+00:00") for date in ("2025-03-28", "2025-10-24")}
    for date, position, expected in (("2025-03-28", 2, "23"), ("2025-10-24", 2, "25")):
        instants = [start[date] + timedelta(hours=hour) for hour in range(24 * 5)]
        rows = "".join(f"{n},{instant:%Y-%m-%dT%H:%M:%SZ}\n" for n, instant in enumerate(instants))
        daily = imported(written(tmp_path, "order,created\n" + rows)).entry["counts"]["daily"].split()
        assert daily[position] == expected
        assert sum(map(int, daily)) == 120
