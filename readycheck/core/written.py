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
_NAMED = {name.lower(): number for names in WEEKDAY_NAMES.values() for number, name in enumerate(names)}
_BEFORE = rf"(?i)({'|'.join(_NAMED)})\.?\s+"  # compiled when a day is read: every command imports this module
_FORMS = (
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
    r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.(?:\s?(?P<year>\d{4}))?",
    r"(?i)(?P<day>\d{1,2})\s?(?P<name>[a-z]{3,9})\.?,?(?:\s(?P<year>\d{4}))?",
)
_FULL = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
         "december")


class NoSuchDay(ValueError):
    """A day in a form that is read, but not in the calendar, or not on the weekday that stands before it."""


def written_day(text: str, near: date | None = None) -> date | None:
    """ "27.11.2026", "2026-11-27" and "27 Nov 2026", each also after its weekday; None for any other text.

    "27.11." and "27 Nov" are the one of these days that is nearest to `near`; without `near` they are not read.
    NoSuchDay for 31.2.
    """
    text = re.sub(r"\s+", " ", text).strip()
    weekday = re.match(_BEFORE, text)
    parts = _parts(text[weekday.end():] if weekday else text)
    if parts is None:
        return None
    year, month, day = parts
    if year is None and near is None:
        return None
    years = [year] if year is not None or near is None else [near.year - 1, near.year, near.year + 1]
    days = [found for each in years if (found := _day(each, month, day)) is not None]
    if weekday:
        days = [each for each in days if each.weekday() == _NAMED[weekday[1].lower()]]
    if not days:
        raise NoSuchDay(text)
    return min(days, key=lambda each: abs(each - near) if near else timedelta())


def _parts(text: str) -> tuple[int | None, int, int] | None:
    """Year, where one is told, month and day."""
    found = next((match for form in _FORMS if (match := re.fullmatch(form, text))), None)
    if found is None:
        return None
    told = found.groupdict()
    month = _month(told["name"]) if "name" in told else int(told["month"])
    return None if month is None else (int(told["year"]) if told["year"] else None, month, int(told["day"]))


def _month(name: str) -> int | None:
    """Of "Nov", "Sept" or "November"."""
    return next((number for number, full in enumerate(_FULL, 1) if full.startswith(name.lower())), None)


def _day(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year or 0, month, day)
    except ValueError:
        return None
