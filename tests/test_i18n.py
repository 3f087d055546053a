"""Each language's forms, held against CLDR; written by hand, for to load Babel takes as long as a whole command.

English is Britain's, with the short month names that are the same in all of English.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date, get_day_names
from babel.numbers import format_decimal, format_percent

from readycheck.i18n import Lang, Translator

NUMBERS = (0, 0.5, -0.5, 7, 999.9, 1000, 1700.5, -1700.5, 12345.6, 1234567.1, -9876543.2)
SHARES = (0, 0.02, 0.43, 1, 1.5, 12.5, -0.07)


def _minus(text: str) -> str:
    """A real minus, which CLDR has in Finnish: a hyphen would be a dash in a table of either language."""
    return text.replace("-", "\u2212")


@pytest.mark.parametrize("day", [date(2026, 1, 1) + timedelta(days=n) for n in range(0, 400, 13)])
def test_dates(day: date) -> None:
    assert Translator("fi").date(day) == format_date(day, "medium", locale="fi")
    assert Translator("en").date(day) == format_date(day, "d MMM y", locale="en")
    assert format_date(day, "medium", locale="en_GB").replace("Sept", "Sep") == Translator("en").date(day)


@pytest.mark.parametrize("lang", ["fi", "en"])
def test_weekdays(lang: Lang) -> None:
    names = get_day_names("abbreviated", "stand-alone", locale=lang)
    assert [Translator(lang).weekday(n) for n in range(7)] == [names[n] for n in range(7)]


@pytest.mark.parametrize("value", NUMBERS)
@pytest.mark.parametrize("lang", ["fi", "en"])
def test_numbers(lang: Lang, value: float) -> None:
    assert Translator(lang).number(value) == _minus(format_decimal(value, "#,##0.0", locale=lang))
    assert Translator(lang)("{x:,.1f}", x=value) == Translator(lang).number(value)


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("lang", ["fi", "en"])
def test_percents(lang: Lang, share: float) -> None:
    assert Translator(lang).percent(share) == _minus(format_percent(share, locale=lang))
    assert Translator(lang)("{x:,.0%}", x=share) == Translator(lang).percent(share)


def test_the_signs_of_finnish() -> None:
    tr = Translator("fi")
    assert (tr.number(-1700.5), tr.percent(0.43)) == ("\u22121\u00a0700,5", "43\u00a0%")
    assert [tr.weekday(n) for n in range(7)] == ["ma", "ti", "ke", "to", "pe", "la", "su"]
    assert tr.date(date(2026, 11, 7)) == "7.11.2026"
    assert (tr.date(None), tr.number(None), tr.percent(None)) == ("–", "–", "–")
