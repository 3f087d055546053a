"""Opening hours as a person writes them: spans of local wall time, weekday by weekday."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from readycheck.core.message import Message, say

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES_OF_DAY = 24 * 60


class NotASpan(ValueError):
    """A text that is no span of opening hours; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True, order=True)
class Span:
    """Open from `start` to `end`, both in minutes since local midnight; `end` may be 1440."""

    start: int
    end: int

    @classmethod
    def parse(cls, text: str) -> Span:
        """A Span from "08:00-16:00"; NotASpan when it is none."""
        found = re.fullmatch(r"\s*(\d{1,2}):(\d\d)\s*[-–]\s*(\d{1,2}):(\d\d)\s*", text)
        if found is None:
            raise NotASpan(say("\"{text}\" is no span of time; write it as 08:00-16:00.", text=text))
        hour, minute, end_hour, end_minute = (int(part) for part in found.groups())
        start, end = hour * 60 + minute, end_hour * 60 + end_minute
        if minute > 59 or end_minute > 59 or start >= MINUTES_OF_DAY or end > MINUTES_OF_DAY:
            raise NotASpan(say("\"{text}\" holds a time that no day has (00:00 to 24:00).", text=text))
        if end <= start:
            raise NotASpan(
                say("\"{text}\" ends before it starts; split it at midnight (24:00).", text=text)
            )
        return cls(start, end)

    def __str__(self) -> str:
        return f"{self.start // 60:02d}:{self.start % 60:02d}-{self.end // 60:02d}:{self.end % 60:02d}"


@dataclass(frozen=True)
class HoursException:
    """One date whose hours replace the weekday's, holiday or not; none: closed."""

    date: date
    open: tuple[Span, ...] = ()


@dataclass(frozen=True)
class ChannelHours:
    """A channel's week in local wall time. `live`: somebody answers at once."""

    live: bool = False
    holidays: Literal["closed", "open"] = "closed"
    mon: tuple[Span, ...] = ()
    tue: tuple[Span, ...] = ()
    wed: tuple[Span, ...] = ()
    thu: tuple[Span, ...] = ()
    fri: tuple[Span, ...] = ()
    sat: tuple[Span, ...] = ()
    sun: tuple[Span, ...] = ()
    exceptions: tuple[HoursException, ...] = ()

    def on_weekday(self, weekday: int) -> tuple[Span, ...]:
        """The spans of a weekday (0 = Monday)."""
        spans: tuple[Span, ...] = getattr(self, WEEKDAYS[weekday])
        return spans

    def on(self, day: date, public_holidays: frozenset[date]) -> tuple[Span, ...]:
        """The spans of a real date: its exception, else closed on a holiday, else the weekday's."""
        for exception in self.exceptions:
            if exception.date == day:
                return union(exception.open)
        if self.holidays == "closed" and day in public_holidays:
            return ()
        return union(self.on_weekday(day.weekday()))


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same minutes as disjoint spans in order; touching ones become one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def open_minutes(spans: Iterable[Span], hour: int) -> int:
    """How many minutes of `hour` (0–23) the disjoint `spans` hold: 0–60."""
    low, high = hour * 60, hour * 60 + 60
    return sum(max(0, min(span.end, high) - max(span.start, low)) for span in spans)
