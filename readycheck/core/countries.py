"""Countries that a law or a hint is bound to: ISO 3166-1 codes, and "EU" and "EEA" for all their members."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

EU_COUNTRIES = frozenset((
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
))
GROUPS: Mapping[str, frozenset[str]] = {"EU": EU_COUNTRIES, "EEA": EU_COUNTRIES | {"IS", "LI", "NO"}}


def among(country: str, countries: Iterable[str]) -> bool:
    """Whether a country is one of these; a group's code stands for each of its members."""
    return any(country == code or country in GROUPS.get(code, ()) for code in countries)
