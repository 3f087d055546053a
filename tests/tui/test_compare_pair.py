"""Which two seasons the app holds side by side unless somebody chooses."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest

from readycheck.tui.compare_pair import last_two
from readycheck.tui.session import Session
from tests.tui.test_compare_words import audit


class Opened:
    """What of a session says which season is open."""

    def __init__(self, folder: Path, year: int) -> None:
        self.path, self.audit = folder / f"{year}.toml", audit(year)


@pytest.mark.parametrize(("open_year", "there", "pair"), [
    (2026, (2024, 2025, 2026), ("2025", "2026")),
    (2026, (2024, 2025, 2026, 2027), ("2025", "2026")),  # next year was begun already: this one's last year is 2025
    (2024, (2024, 2025, 2026), ("2024", "2025")),
    (2027, (2024, 2027), ("2024", "2027")),
    (2026, (2026,), None),
])
def test_the_open_season_stands_beside_the_one_before_it(
    open_year: int, there: tuple[int, ...], pair: tuple[str, str] | None, tmp_path: Path
) -> None:
    for year in there:
        (tmp_path / f"{year}.toml").touch()
    found = last_two(cast(Session, Opened(tmp_path, open_year)))
    assert (found and tuple(path.stem for path in found)) == pair
