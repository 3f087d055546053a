"""Where a new shop is taken to be."""

from __future__ import annotations

import pytest

from readycheck.storage.countries import country_code, here


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


@pytest.mark.parametrize(("text", "code"), [
    ("Ireland", "IE"), (" irlanti ", "IE"), ("Suomi", "FI"), ("united  kingdom", "GB"), ("Iso-Britannia", "GB"),
    ("uk", "GB"), ("fi", "FI"), ("EL", "GR"), ("USA", "US"), ("Atlantis", "ATLANTIS"),
])
def test_a_country_is_known_by_its_name(text: str, code: str) -> None:
    assert country_code(text) == code
