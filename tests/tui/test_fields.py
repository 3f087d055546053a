"""What a person types, in Finnish and in English, and how it stands in the input again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from readycheck.core.hours.week import Span
from readycheck.core.message import say
from readycheck.i18n import Translator
from readycheck.tui.fields import Field, Kind, NotTyped, changed, shown, typed

FI, EN = Translator("fi"), Translator("en")


@pytest.mark.parametrize(("kind", "text", "value"), [
    ("text", "  Maija ", "Maija"),
    ("text", " ", None),
    ("number", "1 200,5", 1200.5),
    ("number", "1200.5", 1200.5),
    ("number", "75", 75),
    ("number", "–", None),
    ("whole", "12", 12),
    ("percent", "30", 0.3),
    ("percent", "62,5 %", 0.625),
    ("seconds", "7:30", 450),
    ("seconds", "480", 480),
    ("seconds", "8 min", 480),
    ("seconds", "7,5 h", 27000),
    ("seconds", "45 s", 45),
    ("seconds", "12 min 26 s", 746),
    ("seconds", "3\u00a0h 5\u00a0min", 11100),
    ("seconds", "1 h 2 min 3 s", 3723),
    ("seconds", "1 pv", 86400),
    ("seconds", "1 day", 86400),
    ("seconds", "2 d", 172800),
    ("seconds", "3 päivää", 259200),
    ("seconds", "60", 60),
    ("seconds", "0", 0),
    ("seconds", "26 hours", 93600),
    ("seconds", "6 minuuttia", 360),
    ("seconds", "2,5 tuntia", 9000),
    ("stopwatch", "6", 6),
    ("stopwatch", "0:45", 45),
    ("date", "27.11.2026", date(2026, 11, 27)),
    ("date", "27.11.26", date(2026, 11, 27)),
    ("date", "2026-11-27", date(2026, 11, 27)),
    ("date", "27 Nov 2026", date(2026, 11, 27)),
    ("number", "1\u00a0700,5", 1700.5),
    ("number", "\u22120,5", -0.5),
    ("change", "1\u00a0062,5\u00a0%", 10.625),
    ("percent", "43%", 0.43),
    ("percent", "100", 1),
    ("percent", "0", 0),
    ("spans", "", ()),
    ("spans", "08:00-16:00, 17:00-20:00", (Span(480, 960), Span(1020, 1200))),
    ("spans", "8.30–16", (Span(510, 960),)),
    ("spans", "18-24", (Span(1080, 1440),)),
    ("spans", "closed", ()),
    ("date", "27/11/2026", date(2026, 11, 27)),
])
def test_typed(kind: Kind, text: str, value: Any) -> None:
    assert typed(kind, text, FI) == value


@pytest.mark.parametrize(("kind", "text"), [
    ("number", "many"), ("number", "1,2,3"), ("number", "nan"), ("number", "1e400"), ("whole", "1.5"),
    ("date", "27.11."), ("date", "31.2.2026"), ("date", "tomorrow"), ("spans", "16-8"), ("spans", "8-25"),
    ("seconds", "7:75"), ("seconds", "6"), ("seconds", "24"), ("seconds", "0,5"),
])
def test_what_does_not_fit_is_told(kind: Kind, text: str) -> None:
    with pytest.raises(NotTyped) as told:
        typed(kind, text, FI)
    assert text in FI(told.value.message) or ":" in FI(told.value.message)


@pytest.mark.parametrize(("text", "finnish", "english"), [
    ("1 240", "Enintään 100 %. Kirjoita prosentit, esimerkiksi 97.", "At most 100%. Type percent, such as 97."),
    ("100.5", "Enintään 100 %. Kirjoita prosentit, esimerkiksi 97.", "At most 100%. Type percent, such as 97."),
    ("-1", "Vähintään 0 %. Kirjoita prosentit, esimerkiksi 97.", "At least 0%. Type percent, such as 97."),
])
def test_a_share_is_limited_in_the_unit_it_is_typed_in(text: str, finnish: str, english: str) -> None:
    for tr, told in ((FI, finnish), (EN, english)):
        with pytest.raises(NotTyped) as why:
            typed("percent", text, tr)
        assert tr(why.value.message).replace("\u00a0", " ") == told


def test_a_time_is_asked_for_as_a_time() -> None:
    """A hint to write 12.5 would be taken for twelve seconds and a half."""
    for tr, told in (
        (FI, "”1 arkipäivä” ei ole aika; kirjoita esimerkiksi 60 s, 5 min, 8 h tai 1 pv."),
        (EN, "\"1 arkipäivä\" is not a time; write 60 s, 5 min, 8 h or 1 d."),
    ):
        with pytest.raises(NotTyped) as why:
            typed("seconds", "1 arkipäivä", tr)
        assert tr(why.value.message).replace("\u00a0", " ") == told


def test_a_small_number_is_not_guessed_to_be_seconds() -> None:
    with pytest.raises(NotTyped) as told:
        typed("seconds", "6", FI)
    assert FI(told.value.message) == "6: missä yksikössä? Kirjoita 6 s, 6 min tai 6 h."


def test_an_example_is_no_other_seasons_day() -> None:
    with pytest.raises(NotTyped) as told:
        typed("date", "next friday", EN, date(2011, 11, 14))
    assert EN(told.value.message) == "Not understood: \"next friday\". Write a day like this: 14 Nov 2011."


@pytest.mark.parametrize(("text", "day"), [
    ("tänään", date(2026, 11, 30)), ("Today", date(2026, 11, 30)), ("huomenna", date(2026, 12, 1)),
    ("ylihuomenna", date(2026, 12, 2)), ("yesterday", date(2026, 11, 29)),
])
def test_today_and_the_days_beside_it(text: str, day: date) -> None:
    assert typed("date", text, FI, date(2026, 11, 30)) == day


@pytest.mark.parametrize("text", ["next", "2026,5"])
def test_a_year_is_not_asked_for_with_decimals(text: str) -> None:
    with pytest.raises(NotTyped) as told:
        typed("whole", text, FI)
    assert FI(told.value.message) == f"”{text}” ei ole kokonaisluku."


@pytest.mark.parametrize(("kind", "value", "finnish", "english"), [
    ("number", 1200.5, "1200,5", "1200.5"),
    ("percent", 0.3, "30", "30"),
    ("percent", 0.625, "62,5", "62.5"),
    ("seconds", 85, "85 s", "85 s"),
    ("seconds", 480, "8 min", "8 min"),
    ("seconds", 510, "8 min 30 s", "8 min 30 s"),
    ("seconds", 0.5, "0,5 s", "0.5 s"),
    ("seconds", 27000, "7,5 h", "7.5 h"),
    ("seconds", 3605, "3605 s", "3605 s"),
    ("date", date(2026, 11, 27), "27.11.2026", "27 Nov 2026"),
    ("spans", (Span(480, 960), Span(1020, 1200)), "08:00-16:00, 17:00-20:00", "08:00-16:00, 17:00-20:00"),
    ("text", None, "", ""),
])
def test_shown(kind: Kind, value: Any, finnish: str, english: str) -> None:
    assert shown(kind, value, FI) == finnish
    assert shown(kind, value, EN) == english


@pytest.mark.parametrize(("text", "finnish", "english"), [
    ("1,200", 1.2, 1200), ("12,5", 12.5, 12.5), ("1,200.5", None, 1200.5), ("2 100", 2100, 2100),
])
def test_a_comma_is_read_as_the_language_reads_it(text: str, finnish: float | None, english: float) -> None:
    assert typed("number", text, EN) == english
    if finnish is None:
        with pytest.raises(NotTyped):
            typed("number", text, FI)
    else:
        assert typed("number", text, FI) == finnish


def test_only_what_was_changed_comes_back() -> None:
    fields = (Field("cause", say("Cause"), "lines"), Field("owner", say("Owner")))
    assert changed(fields, {"cause": "a"}, {"cause": "a", "owner": "Maija"}) == {"owner": "Maija"}
    assert changed(fields, {"cause": "a"}, {"cause": None, "owner": None}) == {"cause": None}


@pytest.mark.parametrize("kind", ["number", "change"])
@pytest.mark.parametrize("value", [0.07, 0.625, 0.1234, 1.0, 0.29, 1200.5, 0.333333])
def test_a_number_comes_back_as_it_was(kind: Kind, value: float) -> None:
    for tr in (FI, EN):
        assert typed(kind, shown(kind, value, tr), tr) == pytest.approx(value, abs=1e-12)


@pytest.mark.parametrize("kind", ["number", "whole", "date", "spans", "percent", "change", "seconds"])
def test_of_a_whole_letter_only_the_beginning_is_quoted(kind: Kind) -> None:
    with pytest.raises(NotTyped) as told:
        typed(kind, "Hei!\n\tKysyisin paketistani " * 400, EN)
    sentence = EN(told.value.message)
    assert "\"Hei! Kysyisin paketista…\"" in sentence and len(sentence) < 90
