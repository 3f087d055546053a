"""Days as they are written: the calendar of 2026 was looked at, not computed."""

from __future__ import annotations

from datetime import date

import pytest

from readycheck.core.written import NoSuchDay, TwoDays, written_day
from readycheck.i18n import Translator
from readycheck.report.figures import Figures

FRIDAY = date(2026, 11, 27)  # Black Friday


@pytest.mark.parametrize("text", [
    "27.11.2026", "27. 11. 2026", "27.11. 2026", " 27.11.2026 ", "2026-11-27", "27 Nov 2026", "27 nov. 2026",
    "27\u00a0November\u00a02026", "pe 27.11.2026", "Fri 27 Nov 2026", "PE 27.11.2026", "27/11/2026", "27 / 11 / 2026",
    "11/27/2026", "Nov 27, 2026", "November 27th 2026", "27th of Nov 2026", "Friday, 27 November 2026",
    "27. marraskuuta 2026", "perjantaina 27.11.2026", "27.11.26", "27/11/26", "11/27/26", "27 Nov 26",
])
def test_a_day_with_its_year_is_the_same_in_every_form(text: str) -> None:
    assert written_day(text) == FRIDAY


@pytest.mark.parametrize(("text", "near", "day"), [
    ("27.11.", date(2026, 11, 22), FRIDAY),
    ("27 Nov", date(2026, 11, 22), FRIDAY),
    ("27.11", date(2026, 11, 22), FRIDAY),
    ("27/11", date(2026, 11, 22), FRIDAY),
    ("11/27", date(2026, 11, 22), FRIDAY),  # no month is the 27th
    ("Nov 27", date(2026, 11, 22), FRIDAY),
    ("27th Nov", date(2026, 11, 22), FRIDAY),
    ("27 November", date(2026, 11, 22), FRIDAY),
    ("27. marraskuuta", date(2026, 11, 22), FRIDAY),
    ("4/12", date(2026, 11, 22), date(2026, 12, 4)),
    ("Fri 12/4", date(2026, 11, 22), date(2026, 12, 4)),  # the 12th of April is a Monday
    ("Thu 11/12", date(2026, 11, 22), date(2026, 11, 12)),  # the 11th of December is a Friday
    ("15.1.", date(2026, 11, 22), date(2027, 1, 15)),  # after New Year: the season goes on
    ("Mon 4 Jan", date(2026, 11, 22), date(2027, 1, 4)),
    ("28.12.", date(2027, 1, 4), date(2026, 12, 28)),
    ("29.2.", date(2027, 3, 1), date(2028, 2, 29)),  # the only one within a year
])
def test_a_day_without_its_year_is_the_nearest(text: str, near: date, day: date) -> None:
    assert written_day(text, near) == day


@pytest.mark.parametrize("text", [
    "27.11.", "27 Nov", "", "tomorrow", "26-11-27", "27.11.6", "27/11", "27 Mok 2026", "27 2026", "kuuta 27 2026",
    "ma 27",
])
def test_what_is_no_day_is_none(text: str) -> None:
    assert written_day(text) is None


@pytest.mark.parametrize("text", [
    "31.2.2026", "31 Nov 2026", "2026-13-01", "0.1.2026", "ma 27.11.2026", "1.1.0000", "31/2/2026", "13/13/2026",
])
def test_a_day_that_is_not_in_the_calendar(text: str) -> None:
    with pytest.raises(NoSuchDay):
        written_day(text)


@pytest.mark.parametrize("text", ["Thu 27 Nov", "to 27.11.", "Thursday, 27/11", "Wed 11/12"])
def test_a_wrong_weekday_is_not_taken_for_another_year(text: str) -> None:
    """The 27th of November 2025 was a Thursday, but who types in 2026 has mistaken Friday."""
    with pytest.raises(NoSuchDay):
        written_day(text, date(2026, 11, 22))


@pytest.mark.parametrize(("text", "day"), [
    ("11/27/2026", FRIDAY), ("27/11/2026", FRIDAY), ("5/5/2026", date(2026, 5, 5)), ("Mon 4/5/2026", date(2026, 5, 4)),
])
def test_a_shop_in_america_is_asked_only_where_two_days_are_meant(text: str, day: date) -> None:
    assert written_day(text, country="US") == day
    assert written_day("4/5/2026", country="GB") == date(2026, 5, 4)
    with pytest.raises(TwoDays) as told:
        written_day("4/5/2026", country="US")
    assert told.value.days == (date(2026, 5, 4), date(2026, 4, 5))


@pytest.mark.parametrize("lang", ["fi", "en"])
@pytest.mark.parametrize("day", [date(2026, month, 9) for month in range(1, 13)])
def test_what_the_app_shows_is_read_back(lang: str, day: date) -> None:
    tr = Translator("fi" if lang == "fi" else "en")
    short = Figures(tr).short_day(day)
    assert written_day(tr.date(day)) == day
    assert written_day(short, day) == written_day(f"{tr.weekday(day.weekday())} {short}", day) == day
