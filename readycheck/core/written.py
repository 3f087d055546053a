"""Days as people write them, in Finnish and in English: one home for what the app shows and reads back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""CLDR's short names in English; Finnish dates have numbers."""
WEEKDAY_NAMES: Mapping[Literal["fi", "en"], Sequence[str]] = {
    "fi": ("ma", "ti", "ke", "to", "pe", "la", "su"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_FULL_WEEKDAYS = (
    "maanantai(?:na)?|monday", "tiistai(?:na)?|tuesday|tues", "keskiviikko(?:na)?|wednesday",
    "torstai(?:na)?|thursday|thurs?", "perjantai(?:na)?|friday", "lauantai(?:na)?|saturday",
    "sunnuntai(?:na)?|sunday",
)
_FULL = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december")
_FINNISH = ("tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu")
_NTH, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
_SHORT = r"(?P<year>\d{4}|\d{2})"
"""After a day and a month the year's last two figures will do; before them they would be another day."""
_WORDS = {"yesterday": -1, "eilen": -1, "today": 0, "tänään": 0, "tomorrow": 1, "huomenna": 1, "ylihuomenna": 2,
          "day after tomorrow": 2, "the day after tomorrow": 2}
# compiled when a day is read: every command imports this module
_FORMS = (
    rf"{_YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})",
    rf"(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})(?:\.?|\.\s?{_SHORT})",
    rf"(?P<day>\d{{1,2}})\s?/\s?(?P<month>\d{{1,2}})(?:\s?/\s?{_SHORT})?",
    rf"(?i){_NTH}\.?(?:\s?of\s)?\s?(?P<name>[a-zä]{{3,12}})\.?,?(?:\s{_SHORT})?",
    rf"(?i)(?P<name>[a-z]{{3,9}})\.?\s?{_NTH},?(?:\s{_SHORT})?",
)
MONTH_FIRST = ("US", "PR", "GU", "VI", "AS", "MP", "CA", "PH", "PW", "FM", "MH")
"""Countries where 4/5 is the fifth of April to many: there it is not read, for this program's English is Britain's."""


class NoSuchDay(ValueError):
    """A day in a form that is read, but not in the calendar, or not on the weekday that stands before it."""


class TwoDays(ValueError):
    """A day that may be either of `days`: its numbers stand in the order of day and month, or the other way round."""

    def __init__(self, days: tuple[date, date]) -> None:
        super().__init__(str(days))
        self.days = days


def written_day(text: str, near: date | None = None, country: str = "") -> date | None:
    """A day in any form that people write; None for any other text.

    "27.11.2026", "27/11/2026", "2026-11-27", "27 Nov 2026", "Nov 27th, 2026" and "27. marraskuuta 2026", each also
    after its weekday. Without their year ("27.11.", "27/11", "27 Nov") they are the one of these days that is nearest
    to `near`; without `near` they are not read, nor are "today" and its like, of which `near` is one. 27.11.26 is of
    2026. The day stands before the month: "11/27" can only be the other way
    round, "4/5" raises TwoDays for a shop in a `country` (ISO 3166-1) of MONTH_FIRST. NoSuchDay for 31.2.
    """
    text = re.sub(r"\s+", " ", text).strip()
    if near is not None and text.lower() in _WORDS:
        return near + timedelta(_WORDS[text.lower()])
    weekday, rest = _weekday(text)
    parts = _parts(rest)
    if parts is None or (parts[0] is None and near is None):
        return None
    year, month, day = parts
    found = _nearest(year, month, day, weekday, near)
    turned = _nearest(year, day, month, weekday, near) if "/" in rest and day != month else None
    if found is not None and turned is not None and country in MONTH_FIRST:
        raise TwoDays((found, turned))
    if found is None and turned is None:
        raise NoSuchDay(text)
    return found or turned


def _weekday(text: str) -> tuple[int | None, str]:
    """The weekday (0 = Monday) that a text begins with, and what stands behind it."""
    for number, full in enumerate(_FULL_WEEKDAYS):
        short = "|".join(names[number] for names in WEEKDAY_NAMES.values())
        if begins := re.match(rf"(?i)(?:{short}|{full})\.?,?\s", text):
            return number, text[begins.end():]
    return None, text


def _nearest(year: int | None, month: int, day: int, weekday: int | None, near: date | None) -> date | None:
    """The day, of the year that is nearest where none is told; None where the calendar or its weekday has none.

    A weekday does not choose the year: who mistakes it by one means no day of last year.
    """
    years = [year] if year is not None or near is None else [near.year - 1, near.year, near.year + 1]
    days = [found for each in years if (found := _day(each, month, day)) is not None]
    found = min(days, key=lambda each: abs(each - near) if near else timedelta(), default=None)
    return found if found is None or weekday in (None, found.weekday()) else None


def _parts(text: str) -> tuple[int | None, int, int] | None:
    """Year, where one is told, month and day."""
    found = next((match for form in _FORMS if (match := re.fullmatch(form, text))), None)
    if found is None:
        return None
    told = found.groupdict()
    month = _month(told["name"]) if "name" in told else int(told["month"])
    return None if month is None else (_full_year(told["year"]), month, int(told["day"]))


def _full_year(told: str | None) -> int | None:
    return None if told is None else int(told) + (2000 if len(told) == 2 else 0)


def _month(name: str) -> int | None:
    """Of "Nov", "Sept", "November" or "marraskuuta"."""
    name = name.lower()
    finnish = re.sub(r"kuuta?$", "", name)
    return next((
        number for number, (full, stem) in enumerate(zip(_FULL, _FINNISH, strict=True), 1)
        if full.startswith(name) or finnish == stem
    ), None)


def _day(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None
