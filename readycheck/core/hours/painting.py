"""Opening and closing parts of a day: what a brush does to spans of opening hours (DOMAIN §3.1)."""

from __future__ import annotations

from collections.abc import Iterable

from readycheck.core.hours.week import Span, open_minutes, union

HOUR = 60


def whole_hour(hour: int) -> Span:
    """The span of one hour of the day, 0–23."""
    return Span(hour * HOUR, (hour + 1) * HOUR)


def opened(spans: Iterable[Span], part: Span) -> tuple[Span, ...]:
    """The same day with `part` open as well; disjoint spans in order."""
    return union((*spans, part))


def closed(spans: Iterable[Span], part: Span) -> tuple[Span, ...]:
    """The same day with `part` closed: minutes outside it stay as they were."""
    left = (Span(s.start, min(s.end, part.start)) for s in spans if s.start < part.start)
    right = (Span(max(s.start, part.end), s.end) for s in spans if s.end > part.end)
    return union((*left, *right))


def painted(spans: Iterable[Span], hours: Iterable[int], *, open_: bool) -> tuple[Span, ...]:
    """The same day with each of the whole `hours` (0–23) opened, or closed."""
    day = tuple(spans)
    for hour in hours:
        day = opened(day, whole_hour(hour)) if open_ else closed(day, whole_hour(hour))
    return day


def is_open(spans: Iterable[Span], hour: int) -> bool:
    """Whether any minute of the hour (0–23) is open."""
    return open_minutes(union(spans), hour) > 0
