"""A shop's country as people write it, and the time zone that goes with it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources

COUNTRY, ZONE = "FI", "Europe/Helsinki"
"""Where most shops are."""
_ALSO_CALLED: Mapping[str, str] = {"UK": "GB", "EL": "GR"}


def country_code(text: str) -> str:
    """The ISO 3166-1 code of a country, typed in small letters or as Britain and Greece are called in the EU."""
    code = text.strip().upper()
    return _ALSO_CALLED.get(code, code)


def zone_of(country: str) -> str | None:
    """The IANA time zone of a country, the one of its capital or largest part; None for a country without one."""
    table = resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return next((row[2] for row in rows if row[0] == country), None)
