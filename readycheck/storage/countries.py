"""A shop's country as people write it, and the time zone that goes with it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib import resources

COUNTRY, ZONE = "FI", "Europe/Helsinki"
"""Where most shops are."""
_LOCALTIME = "/etc/localtime"
_ALSO_CALLED: Mapping[str, str] = {"UK": "GB", "EL": "GR"}


def country_code(text: str) -> str:
    """The ISO 3166-1 code of a country, typed in small letters or as Britain and Greece are called in the EU."""
    code = text.strip().upper()
    return _ALSO_CALLED.get(code, code)


def zone_of(country: str) -> str | None:
    """The IANA time zone of a country, the one of its capital or largest part; None for a country without one."""
    return next((zone for code, zone in _zones() if code == country), None)


def here() -> tuple[str, str]:
    """The country and the time zone of this machine's clock; Finland where it keeps another time, such as UTC."""
    # the locale would say less: many speak English to their machine outside the country that it names
    zone = os.environ.get("TZ", "").removeprefix(":") or os.path.realpath(_LOCALTIME).partition("zoneinfo/")[2]
    country = next((code for code, name in _zones() if name == zone), None)
    return (country, zone) if country else (COUNTRY, ZONE)


def _zones() -> Iterator[tuple[str, str]]:
    table = resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return ((row[0], row[2]) for row in rows)
