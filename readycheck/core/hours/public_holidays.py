"""Public holidays of a country: the one place where the `holidays` library is used."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

LANGUAGES = {"en": "en_US"}


@lru_cache(maxsize=64)
def public_holidays(country: str, first: date, last: date) -> frozenset[date]:
    """Dates of the library's public category from `first` to `last`; none for a country it lacks."""
    import holidays

    try:
        known = holidays.country_holidays(country, years=range(first.year, last.year + 1))
    except NotImplementedError:
        return frozenset()
    return frozenset(day for day in known if first <= day <= last)


@lru_cache(maxsize=64)
def holiday_names(country: str, first: date, last: date, lang: str) -> dict[date, str]:
    """The same dates in order with their names: in `lang` where the library has them so, else in its own choice."""
    import holidays

    language = LANGUAGES.get(lang, lang)
    try:
        known = holidays.country_holidays(country, years=range(first.year, last.year + 1), language=language)
    except NotImplementedError:
        return {}
    return {day: str(name) for day, name in sorted(known.items()) if first <= day <= last}


def knows_country(country: str) -> bool:
    """Whether the library has this ISO 3166-1 country."""
    import holidays

    return country in holidays.list_supported_countries(include_aliases=False)
