"""A brush over opening hours: whole hours go in and out, other minutes stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from readycheck.core.hours.painting import closed, is_open, opened, painted, whole_hour
from readycheck.core.hours.week import Span, open_minutes, union


def spans(*texts: str) -> tuple[Span, ...]:
    return tuple(Span.parse(text) for text in texts)


def test_an_hour_joins_the_span_it_touches() -> None:
    assert opened(spans("10:00-12:30"), whole_hour(9)) == spans("09:00-12:30")


def test_an_hour_that_is_half_open_becomes_whole() -> None:
    assert opened(spans("10:00-12:30", "13:00-15:00"), whole_hour(12)) == spans("10:00-15:00")


def test_closing_an_hour_in_the_middle_splits_the_day() -> None:
    assert closed(spans("08:00-16:00"), whole_hour(11)) == spans("08:00-11:00", "12:00-16:00")


def test_minutes_outside_the_brush_are_kept() -> None:
    assert closed(spans("10:15-12:30"), whole_hour(11)) == spans("10:15-11:00", "12:00-12:30")


def test_several_hours_at_once() -> None:
    assert painted((), (8, 9, 12), open_=True) == spans("08:00-10:00", "12:00-13:00")
    assert painted(spans("00:00-24:00"), range(24), open_=False) == ()


def test_open_says_whether_any_minute_is() -> None:
    assert is_open(spans("12:45-13:00"), 12)
    assert not is_open(spans("12:45-13:00"), 13)


DAY = st.lists(
    st.tuples(st.integers(0, 1439), st.integers(1, 300)).map(lambda p: Span(p[0], min(p[0] + p[1], 1440))),
    max_size=5,
)


@given(DAY, st.integers(0, 23), st.booleans())
def test_a_brush_touches_its_own_hour_only(day: list[Span], hour: int, open_: bool) -> None:
    after = painted(day, (hour,), open_=open_)
    assert open_minutes(after, hour) == (60 if open_ else 0)
    for other in set(range(24)) - {hour}:
        assert open_minutes(after, other) == open_minutes(union(day), other)
