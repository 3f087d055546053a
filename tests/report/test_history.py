"""Which seasons a report's trend is drawn from."""

from __future__ import annotations

from pathlib import Path

import pytest

from readycheck.report.history import Read, trend_up_to
from readycheck.storage.archive import Archive
from readycheck.storage.edits import new_document


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """A shop with the seasons 2023 to 2026."""
    found = Archive(tmp_path)
    for year in range(2023, 2027):
        found.create("yarn", new_document("yarn", year, "FI", "Europe/Helsinki", ()))
    return found


def read(archive: Archive, *years: int) -> dict[int, Read]:
    return {year: (archive.open(f"yarn/{year}").audit, None) for year in years}


def test_every_season_up_to_the_reported_one_is_in_the_trend(archive: Archive) -> None:
    folder = archive.resolve("yarn/2026").parent
    found, earlier = (trend_up_to(archive, folder, read(archive, year - 1, year)) for year in (2026, 2025))
    assert found is not None and found.seasons == (2023, 2024, 2025, 2026)
    assert earlier is not None and earlier.seasons == (2023, 2024, 2025)  # what comes later is not known yet
    assert trend_up_to(archive, folder, read(archive, 2023, 2024)) is None


def test_a_season_that_cannot_be_read_is_left_out(archive: Archive) -> None:
    path = archive.resolve("yarn/2024")
    path.write_text("format = ", encoding="utf-8")
    found = trend_up_to(archive, path.parent, read(archive, 2025, 2026))
    assert found is not None and found.seasons == (2023, 2025, 2026)
    assert path.read_text(encoding="utf-8") == "format = "
