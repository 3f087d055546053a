"""Opening hours as Finns and Britons type them."""

from __future__ import annotations

import random

import pytest

from readycheck.core.hours.typed import typed_spans
from readycheck.core.hours.week import NotASpan, Span
from readycheck.i18n import Translator

H = 60


@pytest.mark.parametrize(("text", "start", "end"), [
    ("9am-5.30pm", 9 * H, 17 * H + 30), ("9-17", 9 * H, 17 * H), ("9:00–17:30", 9 * H, 17 * H + 30),
    ("9.00-17.30", 9 * H, 17 * H + 30), ("9 to 5pm", 9 * H, 17 * H), ("klo 9–17", 9 * H, 17 * H),
    ("9 AM — 5 p.m.", 9 * H, 17 * H), ("9am-5", 9 * H, 17 * H), ("12-5pm", 12 * H, 17 * H),
    ("12am-12pm", 0, 12 * H), ("9am-12am", 9 * H, 24 * H), ("12.30pm to 2pm", 12 * H + 30, 14 * H),
    ("klo 9.00 – klo 17.00", 9 * H, 17 * H), ("0-24", 0, 24 * H),
])
def test_a_span_as_people_write_it(text: str, start: int, end: int) -> None:
    assert typed_spans(text) == (Span(start, end),)


@pytest.mark.parametrize("text", ["9-12, 13-17", "9–12 ja 13–17", "9am-12 and 1pm-5pm", "9-12;13-17", "9-12 & 13-17"])
def test_several_spans(text: str) -> None:
    assert typed_spans(text) == (Span(9 * H, 12 * H), Span(13 * H, 17 * H))


def test_spans_may_stand_in_any_order_where_only_one_time_is_meant() -> None:
    assert typed_spans("16-20, 9-12pm") == (Span(16 * H, 20 * H), Span(9 * H, 12 * H))
    assert typed_spans("9-12, 01:00-05:00") == (Span(9 * H, 12 * H), Span(1 * H, 5 * H))
    assert typed_spans("18-20, 8-9") == (Span(18 * H, 20 * H), Span(8 * H, 9 * H))


@pytest.mark.parametrize("text", ["", " ", "-", "closed", "Kiinni", "suljettu"])
def test_closed(text: str) -> None:
    assert typed_spans(text) == ()


@pytest.mark.parametrize(("text", "told"), [
    ("1-5pm", "\"1-5pm\": am or pm? Write 01:00-17:00 / 13:00-17:00."),
    ("9-5", "\"9-5\": am or pm? Write 09:00-17:00."),
    ("9-12, 1-5", "\"9-12, 1-5\": am or pm? Write 01:00-05:00 / 13:00-17:00."),
    ("all day", "Not understood: \"all day\". Write 08:00-16:00."),
    ("9.75-17", "Not understood: \"9.75-17\". Write 08:00-16:00."),
    ("13am-5pm", "Not understood: \"13am-5pm\". Write 08:00-16:00."),
    ("5pm-9am", "\"5pm-9am\" ends before it starts; split it at midnight (24:00)."),
    ("16-8", "\"16:00-8:00\" ends before it starts; split it at midnight (24:00)."),
])
def test_what_is_none_or_may_be_two(text: str, told: str) -> None:
    with pytest.raises(NotASpan) as why:
        typed_spans(text)
    assert Translator("en")(why.value.message) == told


def test_whatever_is_shown_can_be_typed() -> None:
    random.seed(7)
    for _ in range(500):
        times = sorted(random.sample(range(24 * H + 1), 4))
        spans = (Span(times[0], times[1]), Span(times[2], times[3]))
        assert typed_spans(", ".join(map(str, spans))) == spans
