"""Countries that a law or a hint is bound to: ISO 3166-1 codes, and "EU" for all its members."""

from __future__ import annotations

from collections.abc import Iterable

EU = "EU"
EU_COUNTRIES = frozenset((
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
))


def among(country: str, countries: Iterable[str]) -> bool:
    """Whether a country is one of these; "EU" stands for each of its members."""
    return any(country == code or (code == EU and country in EU_COUNTRIES) for code in countries)
