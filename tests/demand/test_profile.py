"""The profile: which instants the heat map counts, every day, and an audit that can be read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from readycheck.core.audit import Season
from readycheck.core.imported import ImportEntry
from readycheck.core.profile import ContactProfile, OrderProfile
from readycheck.i18n import Translator
from readycheck.storage.decode import Mistakes, decode
from tests.demand.imports import TODAY, busy, imported, written


def test_the_heat_map_counts_the_season_a_year_before(tmp_path: Path) -> None:
    # the season of 2026 looks at 1 Nov 2025 – 31 Jan 2026; both ends and their neighbours
    body = "".join(f"{moment}\n" for moment in (
        "2025-10-31 23:59", "2025-11-01 00:00", "2026-01-31 23:59", "2026-02-01 00:00", "2025-12-24",
    ))
    counts = imported(written(tmp_path, "created\n" + body)).entry["counts"]
    assert (counts["grid_of"], busy(counts), counts["timed"]) == ("season", {(5, 0): 1, (5, 23): 1}, 4)
    assert sum(map(int, counts["daily"].split())) == 5


def test_the_audits_own_dates_count(tmp_path: Path) -> None:
    season = Season(2026, date(2026, 11, 15), date(2026, 12, 31))
    path = written(tmp_path, "created\n2025-11-14 10:00\n2025-11-15 10:00\n2025-12-31 11:00\n2026-01-01 10:00\n")
    # Sat 15 Nov, Wed 31 Dec
    assert busy(imported(path, season=season).entry["counts"]) == {(5, 10): 1, (2, 11): 1}


def test_all_instants_count_where_none_falls_in_the_season(tmp_path: Path) -> None:
    result = imported(written(tmp_path, "created\n2025-06-02 10:00\n2025-11-28\n"))
    assert (result.entry["counts"]["grid_of"], busy(result.entry["counts"])) == ("all", {(0, 10): 1})
    assert any("the heat map counts all of them" in str(note) for note in result.notes)


@pytest.mark.parametrize(("newest", "told"), [
    ("2011-10-31", "2026, the newest over 14 years before it: the heat map"),
    ("2011-11-02", "2026, the newest over 13 years before it: the heat map"),
    ("2024-10-30", "2026, the newest over a year before it: the heat map"),
    ("2025-10-30", "31 Jan 2026: the heat map"), ("2026-02-02", "31 Jan 2026: the heat map"),
])
def test_how_old_times_are_that_are_not_last_seasons(tmp_path: Path, newest: str, told: str) -> None:
    """Last season began on 1 November 2025."""
    result = imported(written(tmp_path, f"created\n2010-12-01 10:00\n{newest} 10:00\n2025-12-01\n"))
    (note,) = (Translator("en")(note) for note in result.notes if "heat map counts all" in str(note))
    assert told in note and note.startswith("the times are from 1 Dec 2010 to ")


def test_every_day_from_the_first_to_the_last(tmp_path: Path) -> None:
    counts = imported(written(tmp_path, "created\n2024-02-28 10:00\n2024-03-01 10:00\n2024-03-01\n")).entry["counts"]
    # 28 Feb, 29 Feb, 1 Mar 2024
    assert (counts["first"], counts["last"], counts["daily"]) == (date(2024, 2, 28), date(2024, 3, 1), "1 0 2")


@pytest.mark.parametrize("kind", ["orders", "contacts"])
def test_entry_and_counts_are_what_an_audit_takes(kind: str, tmp_path: Path) -> None:
    path = written(tmp_path, "id,created,channel,reason\n1,2025-11-28 10:00,Mail,x\n2,soon,Mail,\n")
    entry = imported(path, kind="contacts" if kind == "contacts" else "orders").entry
    found = Mistakes(unknown_keys=True)
    typed = decode(ImportEntry, entry, found)
    profile = decode(ContactProfile if kind == "contacts" else OrderProfile, entry["counts"], found)
    assert found.found == []
    assert typed is not None and profile is not None
    assert (typed.rows, typed.on, typed.files[0].name, len(typed.files[0].sha256)) == (2, TODAY, "export.csv", 64)
    assert (profile.total, profile.timed, typed.rejected) == (1, 1, {"time not readable": 1})
