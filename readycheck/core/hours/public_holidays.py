"""Public holidays of a country: the one place where the `holidays` library is used."""

from __future__ import annotations

import ast
import importlib.util
import sys
from datetime import date
from functools import cache, lru_cache
from importlib.machinery import PathFinder, SourceFileLoader
from types import ModuleType

LANGUAGES = {"en": "en_US"}


@lru_cache(maxsize=64)
def public_holidays(country: str, first: date, last: date) -> frozenset[date]:
    """Dates of the library's public category from `first` to `last`; none for a country it lacks."""
    holidays = _library()
    try:
        known = holidays.country_holidays(country, years=range(first.year, last.year + 1))
    except NotImplementedError:
        return frozenset()
    return frozenset(day for day in known if first <= day <= last)


@lru_cache(maxsize=64)
def holiday_names(country: str, first: date, last: date, lang: str) -> dict[date, str]:
    """The same dates in order with their names: in `lang` where the library has them so, else in its own choice."""
    holidays = _library()
    language = LANGUAGES.get(lang, lang)
    try:
        known = holidays.country_holidays(country, years=range(first.year, last.year + 1), language=language)
    except NotImplementedError:
        return {}
    return {day: str(name) for day, name in sorted(known.items()) if first <= day <= last}


def knows_country(country: str) -> bool:
    """Whether the library has this ISO 3166-1 country."""
    return country in _library().list_supported_countries(include_aliases=False)


@cache
def _library() -> ModuleType:
    """The library, which would import its 250 countries (8 MB, a tenth of a second) along with any of them.

    And the calendars of all the world (2 MB, 30 ms) for Christmas and Easter; and to know its own version,
    `importlib.metadata` with all that reads e-mail and zip files (2 MB, 14 ms).
    """
    if "holidays.version" not in sys.modules:
        sys.modules["holidays.version"] = version = ModuleType("holidays.version")
        version.__dict__["__version__"] = ""
    for package in ("calendars", "groups", "countries"):
        _import_when_asked_for(package)
    import holidays

    return holidays


def _import_when_asked_for(package: str) -> None:
    """Put a package of the library in place without running it: what it imports comes once somebody asks for it."""
    name, library = f"holidays.{package}", importlib.util.find_spec("holidays")
    spec = PathFinder.find_spec(name, library.submodule_search_locations) if library is not None else None
    if name in sys.modules or spec is None or not isinstance(spec.loader, SourceFileLoader):
        return
    source = spec.loader.get_source

    def come(asked: str) -> object:
        lines = [line for line in ast.parse(source(name) or "").body if isinstance(line, ast.ImportFrom)]
        home = next((line.module for line in lines for each in line.names if each.name == asked), None)
        if home is None:
            raise AttributeError(asked)
        return getattr(importlib.import_module(home), asked)

    sys.modules[name] = module = importlib.util.module_from_spec(spec)
    module.__dict__["__getattr__"] = come
