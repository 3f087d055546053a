"""Where a new shop is taken to be."""

from __future__ import annotations

import pytest

from readycheck.storage.countries import here


@pytest.mark.parametrize(("zone", "found"), [
    ("Europe/London", ("GB", "Europe/London")), (":Europe/Stockholm", ("SE", "Europe/Stockholm")),
    ("America/Chicago", ("US", "America/Chicago")), ("UTC", ("FI", "Europe/Helsinki")),
    ("EET-2EEST", ("FI", "Europe/Helsinki")),
])
def test_a_clock_tells_the_country(
    zone: str, found: tuple[str, str], monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TZ", zone)
    assert here() == found
